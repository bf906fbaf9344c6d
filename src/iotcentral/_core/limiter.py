"""The service's published rates, kept on this side so that callers wait instead of being refused."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import Any

from iotcentral._core.descriptor import Operation
from iotcentral.errors import InvalidRequest

__all__ = ["RateLimiter"]


class Window:
    """At most `count` starts in any second; a start that is too early is given a later moment."""

    def __init__(self, count: int) -> None:
        self._starts: deque[float] = deque(maxlen=count)
        self._lock = Lock()

    def reserve(self, now: float) -> float:
        """Take the next free moment and return the seconds until then; `now` is of a monotonic clock."""
        with self._lock:
            full = len(self._starts) == self._starts.maxlen
            start = max(now, self._starts[0] + 1.0) if full else now
            self._starts.append(start)
        return start - now


class RateLimiter:
    """At most 20 requests a second to an application, and one query; give one to all its clients.

    Callers take turns in the order they came, threads and tasks alike, and each waits on its own. The limits
    are those of the service for all callers together: other processes are not seen from here.
    """

    def __init__(self, *, requests: int = 20, queries: int = 1) -> None:
        for name, value in (("requests", requests), ("queries", queries)):
            if isinstance(value, bool) or value < 1:
                raise InvalidRequest("must be at least 1 a second", argument=name, rule="minimum")
        self._requests = Window(requests)
        self._queries = Window(queries)

    def windows(self, operation: Operation[Any]) -> tuple[Window, ...]:
        """Return where an operation takes its turns, one after the other."""
        # The query's turn first: a request that waits for it must not hold a moment of the others.
        return (self._queries, self._requests) if operation.path == "/query" else (self._requests,)
