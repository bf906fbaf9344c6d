"""The clients: one IoT Central application each, one attribute a group of operations."""

from __future__ import annotations

import sys
from functools import cache
from types import TracebackType
from typing import Any, Self

from iotcentral._core import contract_document
from iotcentral._core.auth import AsyncCredential, Authorization, Credential, require_privacy
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.endpoint import Endpoint, locate
from iotcentral._core.opening import base_path
from iotcentral._core.request import Settings, checked_timeout
from iotcentral._core.schemas import Schemas
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral._version import VERSION
from iotcentral_rest.data_plane.at import AsyncDataPlaneVersions, DataPlaneVersions
from iotcentral_rest.data_plane.default import SERVER, AsyncDataPlane, DataPlane

__all__ = ["AsyncIotCentral", "IotCentral"]

DEFAULT_TIMEOUT = 60.0
"""Seconds for sending and for reading; connecting may take 10 of them."""


def _user_agent() -> str:
    return f"iotcentral/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}"


@cache
def _schemas(plane: str, version: str) -> Schemas:
    return Schemas(contract_document.load(plane, version))


def _settings(endpoint: Endpoint, timeout: float | None) -> Settings:
    return Settings(
        endpoint=endpoint, schemas=_schemas, user_agent=_user_agent(), timeout=checked_timeout(timeout)
    )


def _authorization(credential: Any, endpoint: Endpoint) -> Authorization:
    authorization = Authorization(credential)
    require_privacy(endpoint)
    return authorization


def _http_transport() -> Transport:
    # Imported here: httpx2 costs more than all else together, and a client may bring its own transport.
    from iotcentral._core.httpx_transport import HttpxTransport

    return HttpxTransport()


def _async_http_transport() -> AsyncTransport:
    from iotcentral._core.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport()


class IotCentral(DataPlane, DataPlaneVersions):
    """One application of Azure IoT Central.

        with IotCentral("contoso", "SharedAccessSignature sr=…") as app:
            app.devices.get("tstat-7")

    `application` is a subdomain or a URL (`https://contoso.azureiotcentral.com`). `credential` is the text of
    an API token, a `BearerToken`, a callable that returns either, or an object with azure-identity's
    `get_token`; it goes over https only, or over http to this machine. `connect_to` (`127.0.0.1:8080`, or a
    URL) is an address to send everything to while the service still sees the public name. `transport`
    replaces httpx2; whoever made it closes it. `timeout` is in seconds, `None` for none.

    It speaks the default api-version; `app.at("2022-10-31-preview")` speaks another one over the same
    connections. What a version lacks raises NotInThisVersion.

    Raises InvalidRequest for an argument that cannot work. Safe to use from several threads.
    """

    def __init__(
        self,
        application: str,
        credential: Credential,
        *,
        connect_to: str | None = None,
        transport: Transport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        self._endpoint = locate(application, connect_to, base_path(SERVER))
        authorization = _authorization(credential, self._endpoint)
        settings = _settings(self._endpoint, timeout)
        self._owns_transport = transport is None
        self._transport = _http_transport() if transport is None else transport
        super().__init__(SyncDriver(settings, authorization, self._transport))

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


class AsyncIotCentral(AsyncDataPlane, AsyncDataPlaneVersions):
    """One application of Azure IoT Central, for `async` callers.

        async with AsyncIotCentral("contoso", "SharedAccessSignature sr=…") as app:
            await app.devices.get("tstat-7")

    Takes what `IotCentral` takes; a callable or a `get_token` may be async here. One that is not is called in
    the event loop and must not block for long.
    """

    def __init__(
        self,
        application: str,
        credential: AsyncCredential,
        *,
        connect_to: str | None = None,
        transport: AsyncTransport | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
    ) -> None:
        self._endpoint = locate(application, connect_to, base_path(SERVER))
        authorization = _authorization(credential, self._endpoint)
        settings = _settings(self._endpoint, timeout)
        self._owns_transport = transport is None
        self._transport = _async_http_transport() if transport is None else transport
        super().__init__(AsyncDriver(settings, authorization, self._transport))

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
