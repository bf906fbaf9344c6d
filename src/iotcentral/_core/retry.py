"""Whether a request is sent again, and how long to wait before that. Pure decisions; `flow` acts on them."""

from __future__ import annotations

from threading import Lock
from typing import Any

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.retry_after import retry_after
from iotcentral._core.sources import Sources
from iotcentral._core.transport import Request, Response
from iotcentral.errors import InvalidRequest, TransportError

__all__ = ["NO_RETRIES", "RetryBudget", "RetryPolicy", "Trial"]

_THROTTLED = 429
_GONE = 404


class RetryPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """How failed requests are repeated; which ones may be, the operation's class says.

    `safe` operations are repeated after any failure below, `conditional` ones only with `If-Match` and an
    ETag, `once` never after the request may have arrived. 429, and what was certainly not sent, always.
    """

    attempts: int = 4
    """Sends in all, the first one included; 1 repeats nothing."""
    base_delay: float = 0.5
    """Seconds: the longest first wait. Each further one may be twice as long; the wait itself is random."""
    max_delay: float = 20.0
    """Seconds: no back-off is longer."""
    max_retry_after: float = 60.0
    """Seconds: an answer that asks to wait longer than this is raised instead."""
    deadline: float | None = 120.0
    """Seconds from the first send after which nothing is sent again; `None` for no limit."""
    statuses: frozenset[int] = frozenset({408, 500, 502, 503, 504})
    """Statuses, besides 429, that are worth another try."""
    budget: int = 500
    """Tokens a client may have spent on repeats; a repeat takes 5, a success gives back what it took or 1."""

    def __post_init__(self) -> None:
        for name in ("attempts", "base_delay", "max_delay", "max_retry_after", "deadline", "budget"):
            value = getattr(self, name)
            if value is None and name == "deadline":
                continue
            least = 1 if name == "attempts" else 0
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not value >= least:
                raise InvalidRequest(f"must be at least {least}", argument=f"retries.{name}", rule="minimum")


NO_RETRIES = RetryPolicy(attempts=1)


class RetryBudget:
    """Tokens that repeats take and successes give back: many failures at once stop the repeating."""

    COST = 5

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._left = capacity
        self._lock = Lock()

    @property
    def left(self) -> int:
        """Tokens that are there."""
        return self._left

    def take(self) -> bool:
        """Take the cost of one repeat; `False` when it is not there."""
        with self._lock:
            if self._left < self.COST:
                return False
            self._left -= self.COST
            return True

    def give_back(self, repeated: bool) -> None:
        """Give back after a success: what its last repeat took, or a little for a call that took nothing."""
        if self._left == self._capacity:  # nearly always; a stale look costs one token at most
            return
        with self._lock:
            self._left = min(self._capacity, self._left + (self.COST if repeated else 1))


class Trial:
    """One call's sends: what happened so far, and whether another may follow."""

    __slots__ = ("_budget", "_policy", "_repeatable", "_started", "arrived", "operation", "sends", "sources")

    def __init__(
        self,
        operation: Operation[Any],
        request: Request,
        policy: RetryPolicy,
        budget: RetryBudget,
        sources: Sources,
    ) -> None:
        self.operation = operation
        self.sources = sources
        self.sends = 0
        self.arrived = False
        """Whether an earlier send may have done its work although it failed."""
        self._policy = policy
        self._budget = budget
        self._repeatable = is_repeatable(operation, request)
        self._started = sources.monotonic()

    def request(self, request: Request) -> Request:
        """Return the request for the next send; a repeat may not outlast the deadline."""
        left = self._left()
        self.sends += 1
        if self.sends == 1 or left is None or (request.timeout is not None and request.timeout <= left):
            return request
        return msgspec.structs.replace(request, timeout=max(left, 0.001))

    def after_error(self, error: TransportError) -> float | None:
        """Return seconds to wait before the next send; `None` when the error is final, and now complete."""
        delay = None
        if not error.permanent and (self._repeatable or not error.sent):
            delay = self._delay(None)
        self.arrived = error.sent = self.arrived or error.sent
        error.attempts = self.sends
        return delay

    def after_answer(self, response: Response) -> float | None:
        """Return seconds to wait before the next send; `None` when the answer is final."""
        if response.status in self.operation.success:
            self._budget.give_back(self.sends > 1)
            return None
        if response.status == _THROTTLED:
            return self._delay(response)
        if response.status not in self._policy.statuses:
            return None
        self.arrived = True
        return self._delay(response) if self._repeatable else None

    def forgives(self, response: Response) -> bool:
        """Whether a 404 says that an earlier send of this DELETE has done its work."""
        return response.status == _GONE and self.arrived and self.operation.method == "DELETE"

    def _left(self) -> float | None:
        deadline = self._policy.deadline
        return None if deadline is None else self._started + deadline - self.sources.monotonic()

    def _delay(self, response: Response | None) -> float | None:
        """Return the wait, if attempts, time and budget allow one."""
        if self.sends >= self._policy.attempts:
            return None
        asked = None if response is None else retry_after(response, self.sources.now())
        if asked is not None and asked > self._policy.max_retry_after:
            return None
        delay = self._backoff(asked)
        left = self._left()
        if left is not None and delay >= left:
            return None
        return delay if self._budget.take() else None

    def _backoff(self, asked: float | None) -> float:
        """Return a random wait; on top of what was asked for, lest all callers come back at one moment."""
        doublings = 0 if asked is not None else min(self.sends - 1, 32)
        longest: float = min(self._policy.max_delay, self._policy.base_delay * 2.0**doublings)
        return (asked or 0.0) + self.sources.random() * longest


def is_repeatable(operation: Operation[Any], request: Request) -> bool:
    """Whether a request may be sent again although it may have arrived."""
    if operation.retry == "conditional":
        # `*` matches whatever is there, also what the first send has made of it.
        values = [value.strip() for name, value in request.headers if name.lower() == "if-match"]
        return bool(values) and "*" not in values
    return operation.retry == "safe"
