"""Waiting for the service: look, judge, pause, as one flow for everything that takes its time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import msgspec

from iotcentral._core.flow import Flow, Sleep
from iotcentral._core.sources import Sources
from iotcentral.errors import InvalidRequest, OperationFailed, StillRunning

if TYPE_CHECKING:
    from iotcentral._core.drivers import AsyncDriver, SyncDriver
    from iotcentral._core.watch import RawResponse

__all__ = ["AsyncPoller", "Pace", "Plan", "Poller", "Progress", "Reading"]

T = TypeVar("T")


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds between looks: growing, never below `least`, and what the service asks for if it asks."""

    first: float = 1.0
    factor: float = 1.5
    longest: float = 30.0
    least: float = 0.5

    def pause(self, looks: int, asked: float | None) -> float:
        """Return the seconds to wait after that many looks."""
        if asked is not None:
            return max(self.least, asked)
        return max(self.least, min(self.longest, self.first * self.factor ** min(looks, 64)))


class Reading(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What one look has found."""

    state: Literal["running", "done", "failed"]
    status: str
    """The service's own word."""
    value: T
    fraction: float | None = None
    retry_after: float | None = None
    code: str | None = None
    message: str | None = None


class Progress(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """What a `progress` function is told after each look."""

    status: str
    """The service's own word, for example `running`."""
    fraction: float | None
    """Share of the work that is done, 0 to 1; `None` where the service does not tell."""
    waited: float
    """Seconds since `wait` was called."""
    looks: int
    value: T
    """What was read, for example the `Job`."""


OnProgress = Callable[[Progress[T]], None]


class Plan(Generic[T]):
    """What to look at and how to call it; made anew for each kind of work."""

    def __init__(self, what: str, look: Callable[[], Flow[Reading[T]]]) -> None:
        self.what = what
        """For messages: `job nightly`."""
        self.look = look
        self.status: str | None = None
        """The service's own word as it was read last."""
        self.first_answer: RawResponse[T | None] | None = None

    def first_pause(self) -> float:
        """Return the seconds to wait before the first look."""
        return 0.0

    def resume_token(self) -> str | None:
        """Return text from which another process can go on."""
        return None


class _Waiting(Generic[T]):
    """One `wait`: its clock, and the flow."""

    def __init__(
        self,
        plan: Plan[T],
        timeout: float | None,
        progress: OnProgress[T] | None,
        sources: Sources,
        pace: Pace,
    ) -> None:
        if timeout is not None and (isinstance(timeout, bool) or not timeout >= 0):
            raise InvalidRequest("must be a number of seconds, or None", argument="timeout", rule="minimum")
        self._plan = plan
        self._timeout = timeout
        self._progress = progress
        self._monotonic = sources.monotonic
        self._pace = pace
        self._started = sources.monotonic()

    def flow(self) -> Flow[T]:
        looks = 0
        pause = self._bounded(self._plan.first_pause())
        if pause > 0:
            yield Sleep(pause)
        while True:
            reading = yield from self._plan.look()
            looks += 1
            self._tell(reading, looks)
            if reading.state == "done":
                return reading.value
            if reading.state == "failed":
                raise _failure(self._plan.what, reading)
            pause = self._bounded(self._pace.pause(looks, reading.retry_after))
            if pause <= 0:
                raise self._too_long(reading)
            yield Sleep(pause)

    def _waited(self) -> float:
        return self._monotonic() - self._started

    def _bounded(self, pause: float) -> float:
        """Cut a pause so that the last look falls on the end of the time allowed."""
        return pause if self._timeout is None else min(pause, self._timeout - self._waited())

    def _tell(self, reading: Reading[T], looks: int) -> None:
        self._plan.status = reading.status
        if self._progress is not None:
            self._progress(
                Progress(
                    status=reading.status,
                    fraction=reading.fraction,
                    waited=self._waited(),
                    looks=looks,
                    value=reading.value,
                )
            )

    def _too_long(self, reading: Reading[T]) -> StillRunning:
        return StillRunning(
            self._plan.what,
            status=reading.status,
            waited=self._waited(),
            resume_token=self._plan.resume_token(),
        )


def _failure(what: str, reading: Reading[Any]) -> OperationFailed:
    from iotcentral._core.redact import redact_text

    message = None if reading.message is None else redact_text(reading.message)
    return OperationFailed(
        what, status=reading.status, code=reading.code, message=message, value=reading.value
    )


class _Handle(Generic[T]):
    """What a poller tells without asking the service."""

    def __init__(self, plan: Plan[T], pace: Pace | None) -> None:
        self._plan = plan
        self._pace = Pace() if pace is None else pace

    @property
    def status(self) -> str | None:
        """The service's own word as it was read last, for example `Creating`; `None` before that."""
        return self._plan.status

    @property
    def resume_token(self) -> str | None:
        """Text to go on with in another process; `None` where an id is all it takes, and at the end."""
        return self._plan.resume_token()

    @property
    def first_answer(self) -> RawResponse[T | None] | None:
        """What the service answered to the call that began it; `None` if it was not begun by this poller."""
        return self._plan.first_answer

    def __repr__(self) -> str:
        # Links carry signatures, answers may hold what is not for a log.
        return f"{type(self).__name__}({self._plan.what}, {self.status or 'not read yet'})"


class Poller(_Handle[T]):
    """Something the service is working on."""

    def __init__(self, plan: Plan[T], driver: SyncDriver, pace: Pace | None = None) -> None:
        super().__init__(plan, pace)
        self._driver = driver

    def wait(self, *, timeout: float | None = None, progress: OnProgress[T] | None = None) -> T:
        """Wait until the work ends and return its result.

        `timeout` is in seconds, `None` waits as long as it takes; `progress` is called after each look.
        Raises OperationFailed with the service's reason, StillRunning when the time is over (`wait` may be
        called again), and what reading the state may raise.
        """
        waiting = _Waiting(self._plan, timeout, progress, self._driver.session.sources, self._pace)
        return self._driver.run(waiting.flow())


class AsyncPoller(_Handle[T]):
    """The same for tasks."""

    def __init__(self, plan: Plan[T], driver: AsyncDriver, pace: Pace | None = None) -> None:
        super().__init__(plan, pace)
        self._driver = driver

    async def wait(self, *, timeout: float | None = None, progress: OnProgress[T] | None = None) -> T:
        """Wait until the work ends and return its result.

        `timeout` is in seconds, `None` waits as long as it takes; `progress` is called after each look.
        Raises OperationFailed with the service's reason, StillRunning when the time is over (`wait` may be
        called again), and what reading the state may raise.
        """
        waiting = _Waiting(self._plan, timeout, progress, self._driver.session.sources, self._pace)
        return await self._driver.run(waiting.flow())
