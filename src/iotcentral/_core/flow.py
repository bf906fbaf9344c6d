"""What a call does, as generators without I/O: they yield effects, and a driver sends the results back.

One logic for sync and async callers. A retry policy is a flow around `exchange`, which it can run again (with
an effect more, for waiting); nothing else has to change for it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final, TypeVar

import msgspec

from iotcentral._core.auth import Authorization
from iotcentral._core.descriptor import Operation
from iotcentral._core.long_running import LongRunningAnswer
from iotcentral._core.response import read
from iotcentral._core.transport import Request, Response

__all__ = ["Effect", "Flow", "GetToken", "Send", "begin", "call", "exchange"]

T = TypeVar("T")


class GetToken(msgspec.Struct, frozen=True):
    """Fetch what the credential gives; sent back as it came."""


class Send(msgspec.Struct, frozen=True):
    """Send a request; the response is sent back, a transport's error is thrown in."""

    request: Request


Effect = GetToken | Send
Flow = Generator[Effect, Any, T]

_GET_TOKEN: Final = GetToken()


def exchange(request: Request, authorization: Authorization) -> Flow[Response]:
    """Send a request once, with a fresh credential."""
    header = authorization.header((yield _GET_TOKEN))
    headers = (*request.headers, ("Authorization", header))
    signed = Request(request.method, request.url, headers, request.body, request.timeout)
    response: Response = yield Send(signed)
    return response


def call(operation: Operation[T], request: Request, authorization: Authorization) -> Flow[T]:
    """Send a request and read its answer."""
    response = yield from exchange(request, authorization)
    return read(operation, response)


def begin(
    operation: Operation[T], request: Request, authorization: Authorization
) -> Flow[LongRunningAnswer[T]]:
    """Send the request that starts a long-running operation and keep its whole answer."""
    response = yield from exchange(request, authorization)
    body = read(operation, response)
    return LongRunningAnswer(operation=operation, request=request, response=response, body=body)
