"""The two drivers: they perform the effects of a flow, one blocking, one awaiting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from iotcentral._core.caller import CallOptions
from iotcentral._core.descriptor import Operation
from iotcentral._core.flow import Do, Effect, Flow, Listener, Send, Sleep, call
from iotcentral._core.model import UNSET
from iotcentral._core.paging import AsyncPager, Links, Pager
from iotcentral._core.request import Settings, build_request
from iotcentral._core.session import Session
from iotcentral._core.transport import AsyncTransport, Request, Transport

if TYPE_CHECKING:
    from iotcentral._core.poll import AsyncPoller, Plan, Poller

__all__ = ["AsyncDriver", "SyncDriver"]

T = TypeVar("T")


class SyncDriver:
    """A `Caller` over a `Transport`."""

    def __init__(self, settings: Settings, session: Session, transport: Transport) -> None:
        self.settings = settings
        self.session = session
        self._transport = transport

    def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call."""
        request = build_request(operation, arguments, body, options, self.settings)
        return self.run(call(operation, request, self.session, options.get("on_response")))

    def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> Poller[T]:
        """Start a long-running operation."""
        from iotcentral._core.long_running import begin  # few calls need what waits

        request = build_request(operation, arguments, body, options, self.settings)
        starting = begin(operation, request, self.session, self.settings.endpoint, options.get("on_response"))
        return self._poller(self.run(starting))

    def resume(self, operation: Operation[T], token: str) -> Poller[T]:
        """Return the poller a resume token stands for."""
        from iotcentral._core.long_running import resume

        return self._poller(resume(token, operation, self.session, self.settings))

    def _poller(self, plan: Plan[T]) -> Poller[T]:
        from iotcentral._core.poll import Poller

        return Poller(plan, self)

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> Pager[Any]:
        """Return a list; its arguments are checked now, nothing is sent before it is iterated."""
        first = build_request(operation, arguments, UNSET, options, self.settings)
        links = partial(Links, operation, first, self.settings.endpoint)
        fetch = partial(self._fetch, operation, options.get("on_response"))
        return Pager(operation, links, first, fetch)

    def _fetch(self, operation: Operation[Any], listener: Listener | None, request: Request) -> Any:
        return self.run(call(operation, request, self.session, listener))

    def run(self, flow: Flow[T]) -> T:
        """Perform a flow's effects until it returns."""
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
        if isinstance(effect, Sleep):
            return self.session.sources.sleep(effect.seconds)
        if isinstance(effect, Do):
            return effect.function()
        return self.session.authorization.fetch()


class AsyncDriver:
    """An `AsyncCaller` over an `AsyncTransport`."""

    def __init__(self, settings: Settings, session: Session, transport: AsyncTransport) -> None:
        self.settings = settings
        self.session = session
        self._transport = transport

    async def call(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> T:
        """Perform one call."""
        request = build_request(operation, arguments, body, options, self.settings)
        return await self.run(call(operation, request, self.session, options.get("on_response")))

    async def begin(
        self,
        operation: Operation[T],
        arguments: tuple[Any, ...],
        body: Any = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[T]:
        """Start a long-running operation."""
        from iotcentral._core.long_running import begin  # few calls need what waits

        request = build_request(operation, arguments, body, options, self.settings)
        starting = begin(operation, request, self.session, self.settings.endpoint, options.get("on_response"))
        return self._poller(await self.run(starting))

    def resume(self, operation: Operation[T], token: str) -> AsyncPoller[T]:
        """Return the poller a resume token stands for."""
        from iotcentral._core.long_running import resume

        return self._poller(resume(token, operation, self.session, self.settings))

    def _poller(self, plan: Plan[T]) -> AsyncPoller[T]:
        from iotcentral._core.poll import AsyncPoller

        return AsyncPoller(plan, self)

    def pages(
        self, operation: Operation[Any], arguments: tuple[Any, ...], **options: Unpack[CallOptions]
    ) -> AsyncPager[Any]:
        """Return a list; its arguments are checked now, nothing is sent before it is iterated."""
        first = build_request(operation, arguments, UNSET, options, self.settings)
        links = partial(Links, operation, first, self.settings.endpoint)
        fetch = partial(self._fetch, operation, options.get("on_response"))
        return AsyncPager(operation, links, first, fetch)

    async def _fetch(self, operation: Operation[Any], listener: Listener | None, request: Request) -> Any:
        return await self.run(call(operation, request, self.session, listener))

    async def run(self, flow: Flow[T]) -> T:
        """Perform a flow's effects until it returns."""
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
        if isinstance(effect, Sleep):
            return await self.session.sources.async_sleep(effect.seconds)
        if isinstance(effect, Do):
            return await effect.function()
        return await self.session.authorization.fetch_async()
