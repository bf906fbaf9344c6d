"""What a client of any plane is opened with: a driver over a transport, and the ways to close it again."""

from __future__ import annotations

import sys
from functools import cache
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from iotcentral._core import contract_document
from iotcentral._core.auth import Authorization, require_privacy
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.request import Settings, checked_timeout
from iotcentral._core.schemas import Schemas
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral._version import VERSION

__all__ = ["DEFAULT_TIMEOUT", "AsyncOpening", "SyncOpening", "base_path", "settings"]

DEFAULT_TIMEOUT = 60.0
"""Seconds for sending and for reading; connecting may take 10 of them."""


def base_path(server: str) -> str:
    """Return the path of a specification's server, which all paths stand below; empty for the root."""
    return urlsplit(server).path.rstrip("/")


@cache
def _schemas(plane: str, version: str) -> Schemas:
    return Schemas(contract_document.load(plane, version))


def settings(endpoint: Endpoint, timeout: float | None) -> Settings:
    """Return what all requests of a client have in common."""
    return Settings(
        endpoint=endpoint,
        schemas=_schemas,
        user_agent=f"iotcentral/{VERSION} python/{'.'.join(map(str, sys.version_info[:3]))}",
        timeout=checked_timeout(timeout),
    )


class SyncOpening:
    """A client that has connections to close."""

    _endpoint: Endpoint
    _transport: Transport
    _owns_transport: bool

    def _open(
        self,
        endpoint: Endpoint,
        authorization: Authorization,
        transport: Transport | None,
        timeout: float | None,
    ) -> SyncDriver:
        require_privacy(endpoint)
        common = settings(endpoint, timeout)
        self._endpoint = endpoint
        self._owns_transport = transport is None
        self._transport = _http_transport() if transport is None else transport
        return SyncDriver(common, authorization, self._transport)

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
    _transport: AsyncTransport
    _owns_transport: bool

    def _open(
        self,
        endpoint: Endpoint,
        authorization: Authorization,
        transport: AsyncTransport | None,
        timeout: float | None,
    ) -> AsyncDriver:
        require_privacy(endpoint)
        common = settings(endpoint, timeout)
        self._endpoint = endpoint
        self._owns_transport = transport is None
        self._transport = _async_http_transport() if transport is None else transport
        return AsyncDriver(common, authorization, self._transport)

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


def _http_transport() -> Transport:
    # Imported here: httpx2 costs more than all else together, and a client may bring its own transport.
    from iotcentral._core.httpx_transport import HttpxTransport

    return HttpxTransport()


def _async_http_transport() -> AsyncTransport:
    from iotcentral._core.httpx_transport import AsyncHttpxTransport

    return AsyncHttpxTransport()
