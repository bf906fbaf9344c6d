"""The engine as an ASGI application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import quote

from iotcentral._core.transport import Request
from iotcentral.emulator.engine import Engine
from iotcentral.emulator.gate import BODY_LIMIT

__all__ = ["AsgiFront"]

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

# Everything of ASCII that a raw path may hold stays as it is; other bytes are percent-encoded.
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class AsgiFront:
    """Takes the raw path of each HTTP request to the engine, and the engine's answer back."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection scope: `http` or `lifespan`."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "lifespan":
            await _lifespan(receive, send)
        else:
            await send({"type": "websocket.close"})

    async def _http(self, scope: Message, receive: Receive, send: Send) -> None:
        read = await _read(receive)
        if read is None:
            return
        body, complete = read
        response = self._engine.handle(_request(scope, body))
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.headers]
        if not complete:
            # The rest of the body stays unread, so the connection cannot be used again.
            headers.append((b"connection", b"close"))
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        await send({"type": "http.response.body", "body": response.body})


async def _read(receive: Receive) -> tuple[bytes, bool] | None:
    """Read the body, or the beginning of one over the limit; `None` when the caller has gone."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part: bytes = message.get("body", b"")
        parts.append(part)
        size += len(part)
        complete = not message.get("more_body", False)
        if complete or size > BODY_LIMIT:
            return b"".join(parts), complete


def _request(scope: Message, body: bytes) -> Request:
    pairs: Iterable[tuple[bytes, bytes]] = scope["headers"]
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs)
    path: bytes = scope.get("raw_path") or quote(scope["path"]).encode()
    query: bytes = scope.get("query_string", b"")
    url = f"{scope.get('scheme', 'http')}://{_authority(scope)}{quote(path, safe=_ASCII)}"
    if query:
        url += f"?{quote(query, safe=_ASCII)}"
    return Request(scope["method"], url, headers, body or None)


def _authority(scope: Message) -> str:
    """Name the address that was connected to, for callers that send no `Host`."""
    host, port = scope.get("server") or ("localhost", None)
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{port}" if port else name


async def _lifespan(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        kind: str = message["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return
