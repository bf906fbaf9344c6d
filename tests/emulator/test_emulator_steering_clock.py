"""Steering in process: a clock that is stopped, set and moved on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from iotcentral.emulator import Emulator, ManualClock
from iotcentral.emulator.steering import SteeredClock
from tests.emulator.harness import NEW_YEAR, Service


def test_goes_as_its_base_does() -> None:
    base = ManualClock()
    clock = SteeredClock(base)
    base.advance(timedelta(hours=1))
    assert clock() == base()


def test_stands_still_when_frozen() -> None:
    base = ManualClock()
    clock = SteeredClock(base)
    clock.freeze()
    before = clock()
    base.advance(timedelta(hours=1))
    assert (clock(), clock.is_frozen) == (before, True)


def test_is_set_by_freezing_at_a_moment() -> None:
    clock = SteeredClock(ManualClock())
    clock.freeze(NEW_YEAR)
    assert clock() == NEW_YEAR


def test_goes_on_from_where_it_stood() -> None:
    base = ManualClock()
    clock = SteeredClock(base)
    clock.freeze(NEW_YEAR)
    clock.resume()
    base.advance(timedelta(hours=1))
    assert (clock(), clock.is_frozen) == (NEW_YEAR + timedelta(hours=1), False)


@pytest.mark.parametrize("frozen", [True, False])
def test_moves_on_frozen_or_not(frozen: bool) -> None:
    clock = SteeredClock(ManualClock(NEW_YEAR))
    if frozen:
        clock.freeze()
    clock.advance(timedelta(days=1))
    assert (clock(), clock.is_frozen) == (NEW_YEAR + timedelta(days=1), frozen)


def test_reset_shows_the_time_of_the_base() -> None:
    base = ManualClock()
    clock = SteeredClock(base)
    clock.freeze(NEW_YEAR)
    clock.reset()
    clock.advance(timedelta(1))
    clock.reset()
    assert clock() == base()


@pytest.mark.parametrize("step", [timedelta(seconds=-1), timedelta(days=365 * 7000), timedelta.max])
def test_is_not_moved_back_or_out_of_the_calendar(step: timedelta) -> None:
    clock = SteeredClock(ManualClock())
    with pytest.raises(ValueError, match="clock"):
        clock.advance(step)


@pytest.mark.parametrize("at", [datetime(2030, 1, 1), datetime(1969, 1, 1, tzinfo=UTC)])
def test_does_not_stand_at_a_moment_without_zone_or_before_1970(at: datetime) -> None:
    with pytest.raises(ValueError, match=r"zone|1970"):
        SteeredClock(ManualClock()).freeze(at)


def test_tokens_go_by_it(emulator: Emulator) -> None:
    service = Service(emulator)
    emulator.steering.clock.advance(timedelta(days=366))
    assert service.call("GET", "/roles").status == 401
