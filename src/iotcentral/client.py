"""The clients: one IoT Central application each, one attribute a group of operations."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable, Mapping
from functools import cache, cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, Unpack, cast

from iotcentral._core import contract_document
from iotcentral._core.auth import AsyncCredential, Authorization, Credential, require_privacy
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.environment import from_environment
from iotcentral._core.options import AsyncClientOptions, ClientOptions, CommonOptions
from iotcentral._core.request import Settings, checked_timeout
from iotcentral._core.retry import RetryPolicy
from iotcentral._core.schemas import Schemas
from iotcentral._core.session import Session
from iotcentral._core.sources import Sources
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral._core.watch import RawResponse, hook_watch
from iotcentral._version import VERSION
from iotcentral.errors import InvalidRequest
from iotcentral_rest.data_plane.default import AsyncDataPlane, DataPlane

if TYPE_CHECKING:
    from iotcentral.bulk import AsyncBulk, Bulk
    from iotcentral.polling import AsyncPollers, Pollers

__all__ = ["AsyncIotCentral", "IotCentral"]

P = ParamSpec("P")
T = TypeVar("T")

DEFAULT_TIMEOUT = 60.0
"""Seconds for sending and for reading; connecting may take 10 of them."""

_RETRIES = RetryPolicy()


def _user_agent() -> str:
    return f"iotcentral/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}"


@cache
def _schemas(plane: str, version: str) -> Schemas:
    return Schemas(contract_document.load(plane, version))


def _settings(endpoint: Endpoint, options: CommonOptions) -> Settings:
    return Settings(
        endpoint=endpoint,
        schemas=_schemas,
        user_agent=_user_agent(),
        timeout=checked_timeout(options.get("timeout", DEFAULT_TIMEOUT)),
    )


def _session(credential: Any, endpoint: Endpoint, options: CommonOptions) -> Session:
    sources = options.get("sources") or Sources()
    authorization = Authorization(credential, sources=sources)
    require_privacy(endpoint)
    hooks = options.get("on_request"), options.get("on_response")
    return Session(
        authorization,
        retries=options.get("retries", _RETRIES),
        rate_limit=options.get("rate_limit"),
        sources=sources,
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


def _http_transport(options: CommonOptions) -> Transport:
    # Imported here: httpx2 costs more than all else together, and a client may bring its own transport.
    from iotcentral._core.httpx_transport import HttpxTransport

    return HttpxTransport(options.get("verify"))


def _async_http_transport(options: CommonOptions) -> AsyncTransport:
    from iotcentral._core.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport(options.get("verify"))


def _only(seen: list[RawResponse[Any]]) -> RawResponse[Any]:
    if not seen:
        message = "answered nothing yet: give a list `on_response=` to see each page"
        raise InvalidRequest(message, argument="method", rule="raw")
    return seen[-1]


class IotCentral(DataPlane):
    """One application of Azure IoT Central.

        with IotCentral("contoso", "SharedAccessSignature sr=…") as app:
            app.devices.get("tstat-7")

    `application` is a subdomain or a URL (`https://contoso.azureiotcentral.com`). `credential` is the text of
    an API token, a `BearerToken`, a callable that returns either, or an object with azure-identity's
    `get_token` or `get_token_info`; it goes over https only, or over http to this machine. Tokens of
    azure-identity are kept until shortly before they expire; a callable is asked for each request.

    Options: `connect_to`, `transport`, `timeout`, `retries`, `rate_limit`, `verify`, `on_request`,
    `on_response`, `sources`; see `ClientOptions`.

    Raises InvalidRequest for an argument that cannot work. Safe to use from several threads.
    """

    def __init__(self, application: str, credential: Credential, **options: Unpack[ClientOptions]) -> None:
        _check_names(options, ClientOptions.__optional_keys__)
        self._endpoint = locate(application, options.get("connect_to"))
        session = _session(credential, self._endpoint, options)
        settings = _settings(self._endpoint, options)
        transport = options.get("transport")
        self._owns_transport = transport is None
        self._transport = _http_transport(options) if transport is None else transport
        self._driver = SyncDriver(settings, session, self._transport)
        super().__init__(self._driver)

    @classmethod
    def from_env(cls, environment: Mapping[str, str] = os.environ, **options: Unpack[ClientOptions]) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and one of `IOTC_API_TOKEN` and `IOTC_BEARER_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*from_environment(environment), **options)

    def raw(self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        """Call a method of this client and return its answer: status, headers, body, attempts, and value.

        app.raw(app.devices.get, "tstat-7").header("x-ms-request-id")
        """
        seen: list[RawResponse[Any]] = []
        cast("Any", method)(*args, **kwargs, on_response=seen.append)
        return _only(seen)

    @cached_property
    def poll(self) -> Pollers:
        """Wait for what the service does in the background: jobs, the file upload configuration."""
        from iotcentral.polling import Pollers

        return Pollers(self, self._driver)

    @cached_property
    def bulk(self) -> Bulk:
        """The same operation on many devices: several at a time, resumable."""
        from iotcentral.bulk import Bulk

        return Bulk(self, str(self._endpoint.public.url))

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


class AsyncIotCentral(AsyncDataPlane):
    """One application of Azure IoT Central, for `async` callers on asyncio.

        async with AsyncIotCentral("contoso", "SharedAccessSignature sr=…") as app:
            await app.devices.get("tstat-7")

    Takes what `IotCentral` takes; a callable or a `get_token` may be async here. One that is not is called in
    the event loop and must not block for long.
    """

    def __init__(
        self, application: str, credential: AsyncCredential, **options: Unpack[AsyncClientOptions]
    ) -> None:
        _check_names(options, AsyncClientOptions.__optional_keys__)
        self._endpoint = locate(application, options.get("connect_to"))
        session = _session(credential, self._endpoint, options)
        settings = _settings(self._endpoint, options)
        transport = options.get("transport")
        self._owns_transport = transport is None
        self._transport = _async_http_transport(options) if transport is None else transport
        self._driver = AsyncDriver(settings, session, self._transport)
        super().__init__(self._driver)

    @classmethod
    def from_env(
        cls, environment: Mapping[str, str] = os.environ, **options: Unpack[AsyncClientOptions]
    ) -> Self:
        """Make a client from `IOTC_SUBDOMAIN` and one of `IOTC_API_TOKEN` and `IOTC_BEARER_TOKEN`.

        Raises InvalidRequest naming the variable that is missing or cannot be used.
        """
        return cls(*from_environment(environment), **options)

    async def raw(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]:
        """Call a method of this client and return its answer: status, headers, body, attempts, and value.

        (await app.raw(app.devices.get, "tstat-7")).header("x-ms-request-id")
        """
        seen: list[RawResponse[Any]] = []
        await cast("Any", method)(*args, **kwargs, on_response=seen.append)
        return _only(seen)

    @cached_property
    def poll(self) -> AsyncPollers:
        """Wait for what the service does in the background: jobs, the file upload configuration."""
        from iotcentral.polling import AsyncPollers

        return AsyncPollers(self, self._driver)

    @cached_property
    def bulk(self) -> AsyncBulk:
        """The same operation on many devices: several at a time, resumable."""
        from iotcentral.bulk import AsyncBulk

        return AsyncBulk(self, str(self._endpoint.public.url))

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
