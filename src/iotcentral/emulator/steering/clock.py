"""A clock that can be stopped, set and moved on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from iotcentral.emulator.sources import Clock
from iotcentral.emulator.stored import StoredClock

__all__ = ["SteeredClock"]

_NOTHING = timedelta()
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Tokens and schedules reach some years ahead, and calendars end with the year 9999.
_YEARS = range(1970, 9000)
_OUTSIDE = "the clock shows moments from 1970 to 8999"


class SteeredClock:
    """Goes as another clock does, until it is told otherwise. Tokens, jobs and rates go by it."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._offset = _NOTHING
        self._frozen: datetime | None = None
        self.on_change: Callable[[StoredClock], None] = lambda setting: None
        """Told how the clock is steered whenever that has changed."""

    @property
    def setting(self) -> StoredClock:
        """How the clock is steered: what `set_to` takes."""
        frozen = None if self._frozen is None else (self._frozen - _EPOCH) // _MICROSECOND
        return StoredClock(self._offset // _MICROSECOND, frozen)

    def set_to(self, setting: StoredClock) -> None:
        """Steer the clock as another one was.

        Raises:
            ValueError: it would show a moment before 1970 or after 8999.

        """
        try:
            offset = setting.ahead * _MICROSECOND
            frozen = None if setting.frozen is None else _EPOCH + setting.frozen * _MICROSECOND
            _checked(self._base() + offset if frozen is None else frozen)
        except OverflowError:
            raise ValueError(_OUTSIDE) from None
        self._steer(offset, frozen)

    def _steer(self, offset: timedelta, frozen: datetime | None) -> None:
        self._offset, self._frozen = offset, frozen
        self.on_change(self.setting)

    def __call__(self) -> datetime:
        """Answer the moment the clock shows."""
        return self._base() + self._offset if self._frozen is None else self._frozen

    @property
    def is_frozen(self) -> bool:
        """Whether the clock stands still."""
        return self._frozen is not None

    def freeze(self, at: datetime | None = None) -> None:
        """Let the clock stand still, now or at a moment.

        Raises:
            ValueError: the moment has no time zone, or is before 1970 or after 8999.

        """
        if at is not None and at.utcoffset() is None:
            raise ValueError("a moment to stand at needs a time zone")
        self._steer(self._offset, _checked(at or self()))

    def advance(self, step: timedelta) -> None:
        """Move the clock on; what becomes due happens with the next request.

        Raises:
            ValueError: the step leads back, or beyond the year 8999.

        """
        if step < _NOTHING:
            raise ValueError("a clock is not moved back; freeze it at an earlier moment")
        try:
            later = _checked(self() + step)
        except OverflowError:
            raise ValueError(_OUTSIDE) from None
        if self._frozen is None:
            self._steer(self._offset + step, None)
        else:
            self._steer(self._offset, later)

    def resume(self) -> None:
        """Let the clock go on from where it stands."""
        if self._frozen is not None:
            self._steer(self._frozen - self._base(), None)

    def reset(self) -> None:
        """Let the clock show the time of the clock it goes by."""
        self._steer(_NOTHING, None)


def _checked(moment: datetime) -> datetime:
    if moment.year not in _YEARS:
        raise ValueError(_OUTSIDE)
    return moment
