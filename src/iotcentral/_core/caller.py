"""What generated operations call: one method for a call, one for a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, TypeVar, Unpack

from iotcentral._core.descriptor import Operation
from iotcentral._core.model import UNSET
from iotcentral._core.paging import AsyncPager, Pager
from iotcentral._core.watch import RawResponse

if TYPE_CHECKING:
    from iotcentral._core.poll import AsyncPoller, Poller

__all__ = ["AsyncCaller", "CallOptions", "Caller"]

T = TypeVar("T")


class CallOptions(TypedDict, total=False):
    """What every operation takes besides its own arguments."""

    timeout: float | None
    """Seconds for this call instead of the client's; `None` waits for ever."""
    headers: Mapping[str, str]
    """Further headers; those of the client itself (`Authorization`, `Content-Type`, …) cannot be set."""
    client_request_id: str
    """Sent as `x-ms-client-request-id`."""
    on_response: Callable[[RawResponse[Any]], None]
    """Called with the answer beside the value read from it; for a list with each page's."""


class Caller(Protocol):
    """Performs calls and waits for them."""

    def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call; `arguments` stand in the order of `operation.parameters`."""
        ...

    def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> Poller[T]:
        """Start a long-running operation; returns once the service has taken it."""
        ...

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> Pager[Any]:
        """Return the list an operation answers; nothing is sent before it is iterated."""
        ...


class AsyncCaller(Protocol):
    """The same for `async` callers."""

    async def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call; `arguments` stand in the order of `operation.parameters`."""
        ...

    async def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[T]:
        """Start a long-running operation; returns once the service has taken it."""
        ...

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> AsyncPager[Any]:
        """Return the list an operation answers; nothing is sent before it is iterated."""
        ...
