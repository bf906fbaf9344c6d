"""What a call does, as generators without I/O: they yield effects, and a driver sends the results back.

One logic for sync and async callers: `exchange` sends once, `respond` around it repeats, `call` reads.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Final, TypeVar, cast

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.response import read
from iotcentral._core.retry import Trial
from iotcentral._core.retry_after import retry_after
from iotcentral._core.session import Session, finish
from iotcentral._core.transport import Request, Response
from iotcentral._core.watch import RawResponse
from iotcentral.errors import TransportError

__all__ = [
    "Answered",
    "Do",
    "Effect",
    "Flow",
    "GetToken",
    "Listener",
    "Send",
    "Sleep",
    "call",
    "exchange",
    "respond",
    "taken",
]

T = TypeVar("T")


class GetToken(msgspec.Struct, frozen=True):
    """Fetch what the credential gives; sent back as it came."""


class Send(msgspec.Struct, frozen=True):
    """Send a request; the response is sent back, a transport's error is thrown in."""

    request: Request


class Sleep(msgspec.Struct, frozen=True):
    """Wait."""

    seconds: float


class Do(msgspec.Struct, frozen=True):
    """Call a function of the caller's side (sync or async); its result is sent back, its error thrown in."""

    function: Callable[[], Any]


Effect = GetToken | Send | Sleep | Do
Flow = Generator[Effect, Any, T]
Listener = Callable[[RawResponse[Any]], None]

_GET_TOKEN: Final = GetToken()
_UNAUTHENTICATED = 401


class Answered(msgspec.Struct, frozen=True):
    """The answer a call ends with, after all its repeats."""

    response: Response
    attempts: int
    forgiven: bool
    """A 404 that says that a repeated DELETE has done its work."""


def exchange(
    operation: Operation[Any], request: Request, session: Session, number: int = 1
) -> Flow[Response]:
    """Send a request once, with a fresh credential, while the session's watches look on."""
    request, ends = session.begin(operation, request, number)
    try:
        response: Response = yield from _signed(request, session)
    except BaseException as error:
        finish(ends, None, error)
        raise
    finish(ends, response, None)
    return response


def _signed(request: Request, session: Session) -> Flow[Response]:
    header = session.authorization.header((yield _GET_TOKEN))
    headers = (*request.headers, ("Authorization", header))
    response: Response = yield Send(
        Request(request.method, request.url, headers, request.body, request.timeout)
    )
    if response.status == _UNAUTHENTICATED:
        session.authorization.refused(header)
    return response


def respond(operation: Operation[Any], request: Request, session: Session) -> Flow[Answered]:
    """Send a request as often as operation, policy, time and budget allow; return the last answer."""
    trial = session.trial(operation, request)
    while True:
        if session.rate_limit is not None:
            yield from _take_turn(operation, session)
        try:
            response = yield from exchange(operation, trial.request(request), session, trial.sends)
        except TransportError as error:
            delay = trial.after_error(error)
            if delay is None:
                raise
        else:
            delay = trial.after_answer(response)
            if delay is None:
                return _answered(trial, response)
        yield Sleep(delay)


def _answered(trial: Trial, response: Response) -> Answered:
    return Answered(response, trial.sends, trial.forgives(response))


def _take_turn(operation: Operation[Any], session: Session) -> Flow[None]:
    limiter = session.rate_limit
    for window in () if limiter is None else limiter.windows(operation):
        wait = window.reserve(session.sources.monotonic())
        if wait > 0:
            yield Sleep(wait)


def call(
    operation: Operation[T], request: Request, session: Session, listener: Listener | None = None
) -> Flow[T]:
    """Send a request and read its answer; `listener` gets the answer beside the value."""
    answered = yield from respond(operation, request, session)
    return taken(operation, answered, session, listener).value


def taken(
    operation: Operation[T], answered: Answered, session: Session, listener: Listener | None
) -> RawResponse[T]:
    """Return an answer beside the value read from it, told to `listener`; raises the error it stands for."""
    response = answered.response
    raw = RawResponse(
        value=_value(operation, answered, session),
        status=response.status,
        headers=response.headers,
        body=response.body,
        attempts=answered.attempts,
        operation_id=operation.id,
    )
    if listener is not None:
        listener(raw)
    return raw


def _value(operation: Operation[T], answered: Answered, session: Session) -> T:
    response = answered.response
    if answered.forgiven:
        return cast("T", None)
    if response.status in operation.success:
        return read(operation, response)
    wait = retry_after(response, session.sources.now())
    return read(operation, response, attempts=answered.attempts, retry_after=wait)
