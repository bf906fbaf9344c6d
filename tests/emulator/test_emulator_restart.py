"""A restart, an export and an import lose nothing: every answer is the same, what was under way goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.emulator import Emulator, SeededRandomness, StateError
from tests.emulator.arm import APP, PREVIEW, Arm, arm_emulator, body
from tests.emulator.harness import Service, new_emulator
from tests.emulator.lives import BEGINNING, DATA_STEPS, STEPS, Step, live, seen

GoOn = Callable[[], Emulator]
_LIVES = st.lists(st.sampled_from(STEPS), max_size=20)


@settings(max_examples=scaled(15))
@given(_LIVES)
def test_an_import_answers_as_the_exported_one_did_and_exports_the_same_bytes(steps: list[Step]) -> None:
    with arm_emulator() as first, arm_emulator() as second:
        live(first, [*BEGINNING, *steps])
        exported = first.export()
        second.load(exported)
        assert second.export() == exported
        assert seen(second) == seen(first)


@contextmanager
def _restarted_and_imported(steps: list[Step]) -> Iterator[tuple[Emulator, Emulator]]:
    """Live, end, and answer the state opened again beside an import of it; chance is the same from here."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "state.db")
        with arm_emulator(state=path) as first:
            live(first, [*BEGINNING, *steps])
            exported = first.export()
        with arm_emulator(state=Path(folder, "other.db")) as other:
            other.load(exported)
        with (
            arm_emulator(state=path, randomness=SeededRandomness(3)) as restarted,
            arm_emulator(state=Path(folder, "other.db"), randomness=SeededRandomness(3)) as imported,
        ):
            assert restarted.export() == exported
            yield restarted, imported


@settings(max_examples=scaled(10))
@given(_LIVES, _LIVES)
def test_a_restarted_and_an_imported_state_live_on_alike(steps: list[Step], more: list[Step]) -> None:
    with _restarted_and_imported(steps) as (restarted, imported):
        for emulator in (restarted, imported):
            live(emulator, more)
        assert seen(restarted) == seen(imported)
        assert restarted.export() == imported.export()


@pytest.fixture(params=["restart", "import"])
def go_on(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Emulator, GoOn]]:
    """An emulator on a file, and what ends it and answers the one that has its state next."""
    with ExitStack() as stack:
        first = stack.enter_context(arm_emulator(state=tmp_path / "s.db"))

        def begin_again() -> Emulator:
            exported = first.export()
            first.close()
            if request.param == "restart":
                return stack.enter_context(arm_emulator(state=tmp_path / "s.db"))
            other = stack.enter_context(arm_emulator())
            other.load(exported)
            return other

        yield first, begin_again


def test_a_job_under_way_goes_on(go_on: tuple[Emulator, GoOn]) -> None:
    first, begin_again = go_on
    live(first, [*BEGINNING, next(step for step in DATA_STEPS if step[1] == "/jobs/j")])
    assert Service(first).ok("GET", "/jobs/j")["status"] in {"pending", "running"}
    second = Service(begin_again())
    second.wait(600)
    assert second.ok("GET", "/jobs/j")["status"] == "complete"


def test_a_schedule_starts_its_runs(go_on: tuple[Emulator, GoOn]) -> None:
    first, begin_again = go_on
    live(first, [*BEGINNING, next(step for step in DATA_STEPS if step[1] == "/scheduledJobs/s")])
    second = Service(begin_again())
    second.wait(86_400)
    assert len(second.ok("GET", "/scheduledJobs/s/jobs")["value"]) == 1


def test_an_operation_under_way_ends(go_on: tuple[Emulator, GoOn]) -> None:
    first, begin_again = go_on
    answer = Arm(first, PREVIEW).call("PUT", APP, body())
    address = answer.response.header("azure-asyncoperation") or ""
    arm = Arm(begin_again(), PREVIEW)
    assert arm.send("GET", address).json == {"status": "Creating"}
    arm.wait(10)
    assert arm.send("GET", address).json == {"status": "Succeeded"}
    assert arm.application("north").status == 200


def test_the_clock_is_steered_after_a_restart_as_it_was(tmp_path: Path) -> None:
    with new_emulator(state=tmp_path / "s.db") as first:
        first.steering.clock.advance(timedelta(days=400, microseconds=1))
        shown = first.steering.clock()
    with new_emulator(state=tmp_path / "s.db") as second:
        assert (second.steering.clock(), second.steering.clock.is_frozen) == (shown, False)
        second.steering.clock.freeze()
        second.steering.clock.advance(timedelta(days=1))
    with new_emulator(state=tmp_path / "s.db") as third:
        assert third.steering.clock() == shown + timedelta(days=1)
        assert third.steering.clock.is_frozen
        third.steering.reset()
    with new_emulator(state=tmp_path / "s.db") as fourth:
        assert fourth.steering.clock() < shown


def test_a_snapshot_put_back_leaves_the_clock_for_the_next_start(tmp_path: Path) -> None:
    with new_emulator(state=tmp_path / "s.db") as first:
        snapshot = first.steering.snapshot()
        first.steering.clock.advance(timedelta(days=9))
        first.steering.restore(snapshot)
        shown = first.steering.clock()
    with new_emulator(state=tmp_path / "s.db") as second:
        assert second.steering.clock() == shown


@pytest.mark.parametrize("clock", ['{"ahead": 9999999999999999999}', '{"frozen": -1}'])
def test_an_import_with_a_clock_beyond_the_calendar_is_refused(clock: str) -> None:
    with new_emulator() as emulator:
        emulator.steering.clock.advance(timedelta(days=3))
        exported = emulator.export()
        wrong = exported.replace('"clock": {\n  "ahead": 259200000000\n }', f'"clock": {clock}')
        assert wrong != exported
        with pytest.raises(StateError, match="state: clock: the clock shows"):
            emulator.load(wrong)
        assert emulator.export() == exported
