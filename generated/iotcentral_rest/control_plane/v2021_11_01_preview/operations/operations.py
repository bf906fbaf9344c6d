# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `operations` of control-plane 2021-11-01-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Operation, Paging
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncOperationsOperations", "LIST", "OperationsOperations"]


LIST: Operation[m.OperationListResult] = Operation(
    id="Operations_List",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/providers/Microsoft.IoTCentral/operations",
    success={200: m.OperationListResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class OperationsOperations(Surface):
    """What the provider itself can do, for role definitions and monitoring."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "operations")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Operation]:
        """List operations of the provider.

        Returns the permissions and metrics Microsoft.IoTCentral defines, the names used in role
        definitions. It concerns no subscription and describes no running operation.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. The operations with their texts for people.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Operations_List`, GET /providers/Microsoft.IoTCentral/operations
        """
        return self._caller.pages(LIST, (), **options)


class AsyncOperationsOperations(Surface):
    """Asynchronous twin of `OperationsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "operations")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Operation]:
        """List operations of the provider. See `OperationsOperations.list`."""
        return self._caller.pages(LIST, (), **options)
