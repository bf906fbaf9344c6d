"""The default transports, on httpx2. A client is made for the first request, and keeps its connections."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import httpx2

from iotcentral._core.endpoint import is_loopback, origin_of
from iotcentral._core.transport import Request, Response
from iotcentral.errors import InvalidRequest, TransportError

__all__ = ["AsyncHttpxTransport", "HttpxTransport", "Verify"]

Verify = ssl.SSLContext | str | Path | None
"""Whom to trust: a context, a file or folder of CA certificates, or `None` for the system's trust store."""

_CONNECT_TIMEOUT = 10.0
"""Seconds a connection may take, when the request allows more than that."""

_MOST = 100
"""Connections of a client. Who needs one more waits for as long as it takes: that is nobody's failure."""

_NOT_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
    httpx2.InvalidURL,
)
"""What httpx2 raises before a byte of the request is on its way."""

_PERMANENT = (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, httpx2.InvalidURL)
"""What is raised again for the same request, however often it is tried."""


def _trust(verify: Verify) -> ssl.SSLContext | bool:
    """Return what httpx2 calls `verify`; there is no way to switch it off."""
    if verify is None:
        return True  # the system's store, or what SSL_CERT_FILE and SSL_CERT_DIR name
    if isinstance(verify, ssl.SSLContext):
        return verify
    try:
        path = Path(verify)
        if path.is_dir():
            return ssl.create_default_context(capath=path)
        return ssl.create_default_context(cafile=path)
    except (OSError, TypeError) as error:  # SSLError is an OSError
        reason = f"is neither an SSLContext nor CA certificates that can be read: {type(error).__name__}"
        raise InvalidRequest(reason, argument="verify", rule="certificates") from error


def _client_arguments(direct: bool, trust: ssl.SSLContext | bool) -> dict[str, Any]:
    """Return how both clients are made: nothing is merged into a URL, followed, or remembered."""
    arguments: dict[str, Any] = {
        "follow_redirects": False,
        "cookies": CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        "verify": trust,
        "limits": httpx2.Limits(max_connections=_MOST, max_keepalive_connections=_MOST),
    }
    if direct:
        # A proxy named in the environment must not see what goes to this machine in clear.
        arguments["mounts"] = {"all://": None, "http://": None, "https://": None}
    return arguments


def _arguments(request: Request) -> dict[str, Any]:
    timeout = request.timeout
    connect = timeout if timeout is None else min(timeout, _CONNECT_TIMEOUT)
    return {
        "method": request.method,
        "url": request.url,
        "headers": list(request.headers),
        "content": request.body,
        "timeout": httpx2.Timeout(timeout, connect=connect, pool=None),
        "extensions": _extensions(request),
    }


def _extensions(request: Request) -> Mapping[str, Any]:
    """Have TLS ask for the public name when the connection goes to another address."""
    host = next((value for name, value in request.headers if name == "Host"), None)
    if host is None or not request.url.startswith("https:"):
        return {}
    return {"sni_hostname": urlsplit(f"//{host}").hostname}


def _response(answer: httpx2.Response) -> Response:
    return Response(answer.status_code, tuple(answer.headers.multi_items()), answer.content)


def _goes_direct(request: Request) -> bool:
    origin = origin_of(request.url)
    return origin is not None and is_loopback(origin.host)


def _aim(request: Request) -> str:
    """Return method and origin: a path may hold names, a query a token."""
    origin = origin_of(request.url)
    return f"{request.method} to {'a URL that is none' if origin is None else origin.url}"


def _failure(request: Request, error: Exception) -> TransportError:
    reason = f"{type(error).__name__} {error}".rstrip()
    return TransportError(
        f"{_aim(request)}: {reason}", sent=not isinstance(error, _NOT_SENT), permanent=_is_permanent(error)
    )


def _is_permanent(error: BaseException) -> bool:
    if isinstance(error, _PERMANENT):
        return True
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None and cause not in causes:
        causes.append(cause)
    return any(isinstance(one, ssl.SSLCertVerificationError) for one in causes)


def _closed(request: Request) -> TransportError:
    return TransportError(f"{_aim(request)}: the client is closed", sent=False, permanent=True)


class HttpxTransport:
    """A `Transport` that keeps connections open between requests, for any number of threads."""

    def __init__(self, verify: Verify = None) -> None:
        self._trust = _trust(verify)
        self._lock = Lock()
        self._clients: dict[bool, httpx2.Client] = {}
        self._is_closed = False

    def send(self, request: Request) -> Response:
        """Send a request; raises TransportError when no answer comes."""
        client = self._client(request)
        try:
            return _response(client.request(**_arguments(request)))
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise _failure(request, error) from error
        except RuntimeError:
            # Closed between the look at it and its use: httpx2 has no error class of its own for that.
            if not client.is_closed:
                raise
            raise _closed(request) from None

    def _client(self, request: Request) -> httpx2.Client:
        direct = _goes_direct(request)
        with self._lock:
            if self._is_closed:
                raise _closed(request)
            if direct not in self._clients:
                self._clients[direct] = httpx2.Client(**_client_arguments(direct, self._trust))
            return self._clients[direct]

    def close(self) -> None:
        """Close all connections; further requests raise TransportError."""
        with self._lock:
            self._is_closed = True
            clients = list(self._clients.values())
        for client in clients:
            client.close()


class AsyncHttpxTransport:
    """An `AsyncTransport` that keeps connections open between requests, for the tasks of one loop."""

    def __init__(self, verify: Verify = None) -> None:
        from asyncio import Semaphore  # half of what an import of the sync client costs

        self._trust = _trust(verify)
        self._clients: dict[bool, httpx2.AsyncClient] = {}
        # The pool of httpx2 looks at all who wait whenever a request begins or ends: few may wait there.
        self._turns = Semaphore(_MOST)
        self._is_closed = False

    async def send(self, request: Request) -> Response:
        """Send a request; raises TransportError when no answer comes."""
        async with self._turns:
            return await self._send(request)

    async def _send(self, request: Request) -> Response:
        client = self._client(request)
        try:
            return _response(await client.request(**_arguments(request)))
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise _failure(request, error) from error
        except RuntimeError:
            if not client.is_closed:
                raise
            raise _closed(request) from None

    def _client(self, request: Request) -> httpx2.AsyncClient:
        if self._is_closed:
            raise _closed(request)
        direct = _goes_direct(request)
        if direct not in self._clients:
            self._clients[direct] = httpx2.AsyncClient(**_client_arguments(direct, self._trust))
        return self._clients[direct]

    async def close(self) -> None:
        """Close all connections; further requests raise TransportError."""
        self._is_closed = True
        for client in self._clients.values():
            await client.aclose()
