"""The two drivers: they perform the effects of a flow, one blocking, one awaiting."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any, TypeVar, Unpack, cast

from iotcentral._core.auth import Authorization
from iotcentral._core.caller import CallOptions
from iotcentral._core.descriptor import Operation
from iotcentral._core.flow import Effect, Flow, Send, begin, call
from iotcentral._core.long_running import LongRunningAnswer
from iotcentral._core.model import UNSET
from iotcentral._core.paging import AsyncPager, Links, Pager
from iotcentral._core.request import Settings, build_request
from iotcentral._core.shapes import is_awaitable
from iotcentral._core.transport import AsyncTransport, Request, Transport
from iotcentral.errors import InvalidRequest

__all__ = ["AsyncDriver", "SyncDriver"]

T = TypeVar("T")


class SyncDriver:
    """A `Caller` over a `Transport`."""

    def __init__(self, settings: Settings, authorization: Authorization, transport: Transport) -> None:
        self._settings = settings
        self._authorization = authorization
        self._transport = transport

    def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call."""
        request = build_request(operation, arguments, body, options, self._settings)
        return self._run(call(operation, request, self._authorization))

    def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> LongRunningAnswer[T]:
        """Start a long-running operation."""
        request = build_request(operation, arguments, body, options, self._settings)
        return self._run(begin(operation, request, self._authorization))

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> Pager[Any]:
        """Return a list; its arguments are checked now, nothing is sent before it is iterated."""
        first = build_request(operation, arguments, UNSET, options, self._settings)
        links = partial(Links, operation, first, self._settings.endpoint)
        return Pager(links, first, lambda request: self._run(call(operation, request, self._authorization)))

    def _run(self, flow: Flow[T]) -> T:
        try:
            effect = next(flow)
            while True:
                try:
                    result = self._perform(effect)
                except Exception as error:  # what an error means is the flow's business
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as stop:
            return cast("T", stop.value)
        finally:
            flow.close()

    def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Send):
            return self._transport.send(effect.request)
        fetched = self._authorization.fetch()
        if is_awaitable(fetched):
            if isinstance(fetched, Coroutine):
                fetched.close()
            raise InvalidRequest("is async: use it with AsyncIotCentral", argument="credential", rule="type")
        return fetched


class AsyncDriver:
    """An `AsyncCaller` over an `AsyncTransport`."""

    def __init__(self, settings: Settings, authorization: Authorization, transport: AsyncTransport) -> None:
        self._settings = settings
        self._authorization = authorization
        self._transport = transport

    async def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call."""
        request = build_request(operation, arguments, body, options, self._settings)
        return await self._run(call(operation, request, self._authorization))

    async def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> LongRunningAnswer[T]:
        """Start a long-running operation."""
        request = build_request(operation, arguments, body, options, self._settings)
        return await self._run(begin(operation, request, self._authorization))

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> AsyncPager[Any]:
        """Return a list; its arguments are checked now, nothing is sent before it is iterated."""
        first = build_request(operation, arguments, UNSET, options, self._settings)
        links = partial(Links, operation, first, self._settings.endpoint)
        return AsyncPager(links, first, partial(self._fetch, operation))

    async def _fetch(self, operation: Operation[Any], request: Request) -> Any:
        return await self._run(call(operation, request, self._authorization))

    async def _run(self, flow: Flow[T]) -> T:
        # The same loop again: what leaves a coroutine cannot be the StopIteration that ends a flow.
        try:
            effect = next(flow)
            while True:
                try:
                    result = await self._perform(effect)
                except Exception as error:  # what an error means is the flow's business
                    effect = flow.throw(error)
                else:
                    effect = flow.send(result)
        except StopIteration as stop:
            return cast("T", stop.value)
        finally:
            flow.close()

    async def _perform(self, effect: Effect) -> Any:
        if isinstance(effect, Send):
            return await self._transport.send(effect.request)
        fetched = self._authorization.fetch()
        return await fetched if is_awaitable(fetched) else fetched
