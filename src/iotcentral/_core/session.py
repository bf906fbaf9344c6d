"""What governs all calls of a client besides where they go: credential, repeats, rate, and who looks on."""

from __future__ import annotations

import sys
from typing import Any

from iotcentral._core.auth import Authorization
from iotcentral._core.descriptor import Operation
from iotcentral._core.limiter import RateLimiter
from iotcentral._core.retry import NO_RETRIES, RetryBudget, RetryPolicy, Trial
from iotcentral._core.sources import Sources
from iotcentral._core.transport import Request, Response
from iotcentral._core.watch import End, Watch

__all__ = ["Session"]


class Session:
    """Shared by all threads and tasks of a client."""

    __slots__ = ("_budget", "_watches", "authorization", "rate_limit", "retries", "sources")

    def __init__(
        self,
        authorization: Authorization,
        *,
        retries: RetryPolicy | None = None,
        rate_limit: RateLimiter | None = None,
        sources: Sources | None = None,
        watches: tuple[Watch, ...] = (),
    ) -> None:
        self.authorization = authorization
        self.retries = NO_RETRIES if retries is None else retries
        self.rate_limit = rate_limit
        self.sources = Sources() if sources is None else sources
        self._budget = RetryBudget(self.retries.budget)
        self._watches = watches

    def trial(self, operation: Operation[Any], request: Request) -> Trial:
        """Return the sends of a new call."""
        return Trial(operation, request, self.retries, self._budget, self.sources)

    def begin(self, operation: Operation[Any], request: Request, number: int) -> tuple[Request, list[End]]:
        """Tell all who look on of a send; returns the request to send, and whom to tell of its end."""
        ends: list[End] = []
        try:
            for watch in (*self._watches, *_ambient(self.sources)):
                request, end = watch(operation, request, number)
                if end is not None:
                    ends.append(end)
        except BaseException as error:
            finish(ends, None, error)
            raise
        return request, ends


def _ambient(sources: Sources) -> list[Watch]:
    """Return the watches that this process has a use for.

    Neither module is imported for its own sake: where nothing has loaded it, nothing can have set it up.
    """
    found: list[Watch] = []
    if "opentelemetry.trace" in sys.modules:
        from iotcentral._core.tracing import span_watch

        found.append(span_watch)
    if "logging" in sys.modules:
        from iotcentral._core.logs import is_wanted, log_watch

        if is_wanted():
            found.append(log_watch(sources.monotonic))
    return found


def finish(ends: list[End], response: Response | None, error: BaseException | None) -> None:
    """Tell all who look on how a send ended, the last told of it first."""
    for end in reversed(ends):
        end(response, error)
