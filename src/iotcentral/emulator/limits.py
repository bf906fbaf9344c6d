"""Rate limits on the engine's clock: so many calls within a second, the rest is refused with 429."""

from __future__ import annotations

from collections import deque

import msgspec

from iotcentral.emulator.documents import Operation
from iotcentral.emulator.replies import too_many_requests

__all__ = ["LIMITS", "Limit", "RateLimits"]

_WINDOW = 1_000


class Limit(msgspec.Struct, frozen=True):
    """So many calls a second of one application, all callers together."""

    name: str
    calls: int
    tag: str | None = None
    """The operations it counts; all of them if there is no tag."""


LIMITS = (Limit("all calls of an application", 20), Limit("queries", 1, tag="Query"))


class RateLimits:
    """Counts the calls of each application over the last second."""

    def __init__(self, limits: tuple[Limit, ...] = LIMITS) -> None:
        self._limits = limits
        self._admitted: dict[tuple[str, str], deque[int]] = {}

    def admit(self, application: str, operation: Operation, now: int) -> None:
        """Count a call at `now`, in milliseconds since the epoch.

        Raises:
            Problem: 429 when there were too many already; a refused call does not count.

        """
        counted = [
            (limit, self._recent(application, limit, now))
            for limit in self._limits
            if limit.tag in (None, operation.tag)
        ]
        if any(len(calls) >= limit.calls for limit, calls in counted):
            raise too_many_requests()
        for _, calls in counted:
            calls.append(now)

    def clear(self) -> None:
        """Forget all calls."""
        self._admitted.clear()

    def _recent(self, application: str, limit: Limit, now: int) -> deque[int]:
        calls = self._admitted.setdefault((application, limit.name), deque())
        # A clock that was set back makes earlier calls lie in the future; they count no more.
        while calls and not now - _WINDOW < calls[0] <= now:
            calls.popleft()
        return calls
