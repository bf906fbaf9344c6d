"""What a client of any plane is opened with: a driver over a transport, and the ways to close it again."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar, cast
from urllib.parse import urlsplit

from msgspec.structs import replace

from iotcentral._core import contract_document
from iotcentral._core.auth import Authorization, require_privacy
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.options import AsyncClientOptions, ClientOptions, CommonOptions
from iotcentral._core.request import Settings, checked_timeout
from iotcentral._core.retry import RetryPolicy
from iotcentral._core.schemas import Schemas
from iotcentral._core.session import Session
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral._core.watch import RawResponse, hook_watch
from iotcentral._version import VERSION
from iotcentral.errors import InvalidRequest

__all__ = ["AsyncOpening", "SyncOpening", "base_path"]

P = ParamSpec("P")
T = TypeVar("T")

_TIMEOUT = 60.0
_RETRIES = RetryPolicy()


def base_path(server: str) -> str:
    """Return the path of a specification's server, which all paths stand below; empty for the root."""
    return urlsplit(server).path.rstrip("/")


@cache
def _schemas(plane: str, version: str) -> Schemas:
    return Schemas(contract_document.load(plane, version))


def _settings(endpoint: Endpoint, options: CommonOptions) -> Settings:
    return Settings(
        endpoint=endpoint,
        schemas=_schemas,
        user_agent=f"iotcentral/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}",
        timeout=checked_timeout(options.get("timeout", _TIMEOUT)),
    )


def _session(endpoint: Endpoint, authorization: Authorization, options: CommonOptions) -> Session:
    require_privacy(endpoint)
    hooks = options.get("on_request"), options.get("on_response")
    return Session(
        authorization,
        retries=options.get("retries", _RETRIES),
        rate_limit=options.get("rate_limit"),
        sources=options.get("sources"),
        watches=(hook_watch(*hooks, endpoint),) if any(hooks) else (),
    )


def _check_names(options: Mapping[str, Any], known: frozenset[str]) -> None:
    for name in options:
        if name not in known:
            raise TypeError(f"there is no option {name!r}; there are {', '.join(sorted(known))}")
    if options.get("transport") is not None and options.get("verify") is not None:
        raise InvalidRequest(
            "is for the transport that `transport` replaces", argument="verify", rule="option"
        )


def _answer(seen: list[RawResponse[Any]], value: T) -> RawResponse[T]:
    """Return the answer a method has got beside what the method returned."""
    if not seen:
        message = "answered nothing yet: give a list `on_response=` to see each page"
        raise InvalidRequest(message, argument="method", rule="raw")
    return cast("RawResponse[T]", replace(seen[-1], value=value))


class SyncOpening:
    """A client that has connections to close. All it gives out shares its driver, and so its session."""

    _endpoint: Endpoint
    _driver: SyncDriver
    _transport: Transport
    _owns_transport: bool

    def _open(self, endpoint: Endpoint, authorization: Authorization, options: ClientOptions) -> SyncDriver:
        _check_names(options, ClientOptions.__optional_keys__)
        settings, session = _settings(endpoint, options), _session(endpoint, authorization, options)
        transport = options.get("transport")
        self._endpoint = endpoint
        self._owns_transport = transport is None
        self._transport = _http_transport(options) if transport is None else transport
        self._driver = SyncDriver(settings, session, self._transport)
        return self._driver

    def raw(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call a method of this client and return its answer: status, headers, body, attempts, and value.

        app.raw(app.devices.get, "tstat-7").header("x-ms-request-id")
        """
        seen: list[RawResponse[Any]] = []
        value = cast("Any", method)(*args, **kwargs, on_response=seen.append)
        return _answer(seen, value)

    def close(self) -> None:
        """Close the connections this client opened; a transport it was given stays open."""
        if self._owns_transport:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._endpoint.public.url!r})"


class AsyncOpening:
    """The same for `async` callers."""

    _endpoint: Endpoint
    _driver: AsyncDriver
    _transport: AsyncTransport
    _owns_transport: bool

    def _open(
        self, endpoint: Endpoint, authorization: Authorization, options: AsyncClientOptions
    ) -> AsyncDriver:
        _check_names(options, AsyncClientOptions.__optional_keys__)
        settings, session = _settings(endpoint, options), _session(endpoint, authorization, options)
        transport = options.get("transport")
        self._endpoint = endpoint
        self._owns_transport = transport is None
        self._transport = _async_http_transport(options) if transport is None else transport
        self._driver = AsyncDriver(settings, session, self._transport)
        return self._driver

    async def raw(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of this client and return its answer: status, headers, body, attempts, and value.

        (await app.raw(app.devices.get, "tstat-7")).header("x-ms-request-id")
        """
        seen: list[RawResponse[Any]] = []
        value = await cast("Any", method)(*args, **kwargs, on_response=seen.append)
        return _answer(seen, value)

    async def close(self) -> None:
        """Close the connections this client opened; a transport it was given stays open."""
        if self._owns_transport:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._endpoint.public.url!r})"


def _http_transport(options: CommonOptions) -> Transport:
    # Imported here: httpx2 costs more than all else together, and a client may bring its own transport.
    from iotcentral._core.httpx_transport import HttpxTransport

    return HttpxTransport(options.get("verify"))


def _async_http_transport(options: CommonOptions) -> AsyncTransport:
    from iotcentral._core.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport(options.get("verify"))
