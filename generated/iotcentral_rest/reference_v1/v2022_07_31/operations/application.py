# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `application` of reference-v1 2022-07-31: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Operation
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions

__all__ = ["ApplicationOperations", "AsyncApplicationOperations", "GET"]


GET: Operation[m.Application] = Operation(
    id="Application_Get",
    plane="reference-v1",
    version="2022-07-31",
    method="GET",
    path="/apps/app",
    success={200: m.Application},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class ApplicationOperations(Surface):
    """The application behind the address."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "application")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, **options: Unpack[CallOptions]) -> m.Application:
        """Read the application.

        Returns what the document calls the details of the current application; the last path segment is the
        fixed word `app`.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Name, origin and place of the application.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Application_Get`, GET /apps/app
        """
        return self._caller.call(GET, (), **options)


class AsyncApplicationOperations(Surface):
    """Asynchronous twin of `ApplicationOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "application")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self, **options: Unpack[CallOptions]) -> m.Application:
        """Read the application. See `ApplicationOperations.get`."""
        return await self._caller.call(GET, (), **options)
