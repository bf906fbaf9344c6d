"""A clock that can be stopped, set and moved on."""

from __future__ import annotations

from datetime import datetime, timedelta

from iotcentral.emulator.sources import Clock

__all__ = ["SteeredClock"]

_NOTHING = timedelta()
# Tokens and schedules reach some years ahead, and calendars end with the year 9999.
_YEARS = range(1970, 9000)
_OUTSIDE = "the clock shows moments from 1970 to 8999"


class SteeredClock:
    """Goes as another clock does, until it is told otherwise. Tokens, jobs and rates go by it."""

    def __init__(self, base: Clock) -> None:
        self._base = base
        self._offset = _NOTHING
        self._frozen: datetime | None = None

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
        self._frozen = _checked(at or self())

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
            self._offset += step
        else:
            self._frozen = later

    def resume(self) -> None:
        """Let the clock go on from where it stands."""
        if self._frozen is not None:
            self._offset = self._frozen - self._base()
            self._frozen = None

    def reset(self) -> None:
        """Let the clock show the time of the clock it goes by."""
        self._offset, self._frozen = _NOTHING, None


def _checked(moment: datetime) -> datetime:
    if moment.year not in _YEARS:
        raise ValueError(_OUTSIDE)
    return moment
