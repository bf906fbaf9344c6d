"""What looks on while a call runs: hooks, the log, and spans; one function each, called at every send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.endpoint import Endpoint, origin_of
from iotcentral._core.transport import Request, Response
from iotcentral.errors import InvalidRequest

__all__ = ["End", "OnRequest", "OnResponse", "RawResponse", "Watch", "hook_watch"]

T = TypeVar("T")

End = Callable[[Response | None, BaseException | None], None]
"""Told how a send ended: an answer, or an error."""

Watch = Callable[[Operation[Any], Request, int], tuple[Request, End | None]]
"""Told of a send before it happens, with its number from 1; may change the request."""

OnRequest = Callable[[Request], Request | None]
OnResponse = Callable[[Request, Response], None]


class RawResponse(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """An answer beside the value that was read from it."""

    value: T
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    attempts: int
    """How often the request was sent. A DELETE that was repeated has succeeded with status 404 too."""
    operation_id: str

    def header(self, name: str) -> str | None:
        """Return the first header of this name, in any case of letters."""
        return Response(self.status, self.headers).header(name)

    def __repr__(self) -> str:
        return f"RawResponse({self.operation_id} {self.status}, {len(self.body)} bytes)"


def hook_watch(on_request: OnRequest | None, on_response: OnResponse | None, endpoint: Endpoint) -> Watch:
    """Return a watch that calls hooks. They see neither the credential nor an answer twice."""

    def watch(operation: Operation[Any], request: Request, number: int) -> tuple[Request, End | None]:
        changed = None if on_request is None else on_request(request)
        if changed is None:
            changed = request
        elif not endpoint.owns(origin_of(changed.url)):
            raise InvalidRequest(
                "must not send a request to another host: it would get the credential",
                argument="on_request",
                rule="host",
                operation_id=operation.id,
            )
        return changed, None if on_response is None else _ending(on_response, changed)

    return watch


def _ending(on_response: OnResponse, request: Request) -> End:
    def end(response: Response | None, error: BaseException | None) -> None:
        if response is not None:
            on_response(request, response)

    return end
