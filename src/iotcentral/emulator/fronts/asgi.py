"""The emulator as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, TypeAlias
from urllib.parse import quote

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.gate import BODY_LIMIT
from iotcentral.emulator.replies import bad_request
from iotcentral.emulator.steering import Outcome, Steering
from iotcentral.emulator.steering.routes import SteeringRoutes

__all__ = ["CLOSE", "AsgiFront", "Message", "Receive", "Send"]

CLOSE = "iotcentral.close"
"""Extension of a scope: called without arguments, it closes the connection."""

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

# Everything of ASCII that a raw path may hold stays as it is; other bytes are percent-encoded.
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


class AsgiFront:
    """Takes the raw path of each HTTP request to the emulator, and its answer back.

    Faults that drop a connection need the project's own server, which lends the means in the scope's
    extensions; behind other servers the answer ends in an exception, which they make of it what they do.
    """

    def __init__(self, steering: Steering, routes: SteeringRoutes) -> None:
        self._steering = steering
        self._routes = routes

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection scope: `http` or `lifespan`."""
        if scope["type"] == "http":
            await self._http(scope, receive, send)
        elif scope["type"] == "lifespan":
            await _lifespan(receive, send)
        else:
            await send({"type": "websocket.close"})

    def malformed(self) -> Response:
        """Answer bytes that a server could not read as a request."""
        return self._steering.engine.write(bad_request("The request is not HTTP."))

    async def _http(self, scope: Message, receive: Receive, send: Send) -> None:
        read = await _read(receive)
        if read is None:
            return None
        body, complete = read
        outcome = self._answer(scope, _request(scope, body))
        if outcome.delay:
            await asyncio.sleep(outcome.delay)
        if outcome.is_lost:
            return await _drop(scope, receive)
        response = outcome.response
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in response.headers]
        if not complete:
            # The rest of the body stays unread, so the connection cannot be used again.
            headers.append((b"connection", b"close"))
        await send({"type": "http.response.start", "status": response.status, "headers": headers})
        cut = outcome.cut is not None
        sent = {"type": "http.response.body", "body": response.body[: outcome.cut], "more_body": cut}
        await send(sent)
        if cut:
            await _drop(scope, receive)
        return None

    def _answer(self, scope: Message, request: Request) -> Outcome:
        peer = scope.get("client")
        steered = self._routes.answer(request, peer[0] if peer else None)
        return Outcome(steered) if steered else self._steering.answer(request)


async def _drop(scope: Message, receive: Receive) -> None:
    """Close the connection under an answer that has not come or is not complete."""
    close: Callable[[], None] | None = scope.get("extensions", {}).get(CLOSE)
    if close is None:
        raise ConnectionAbortedError("a fault drops this connection")
    close()
    while (await receive())["type"] != "http.disconnect":
        pass


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
    target = quote(path, safe=_ASCII)
    # Clients that take this server for a proxy send the whole URL.
    whole = target.lower().startswith(("http://", "https://"))
    url = target if whole else f"{scope.get('scheme', 'http')}://{_authority(scope)}{target}"
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
