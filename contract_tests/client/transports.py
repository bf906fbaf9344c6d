"""Transports for the public client: they keep what is sent, answer as told and never leave the process."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from contract_tests.reading import exchange
from iotcentral._core.transport import Request, Response

__all__ = ["AsyncListening", "Listening", "as_read", "json_response", "not_found"]

Answering = Callable[[Request], Response]


def json_response(status: int, value: Any, *, media_type: str = "application/json") -> Response:
    body = json.dumps(value, ensure_ascii=False).encode("utf-8")
    return Response(status, (("content-type", media_type),), body)


def not_found(_: Request) -> Response:
    """An answer every operation documents and no client repeats."""
    return json_response(404, {"error": {"code": "NotFound", "message": "Nothing of that name."}})


class Listening:
    """Keeps every request and answers with what `answering` makes of it."""

    def __init__(self, answering: Answering = not_found) -> None:
        self.answering = answering
        self.sent: list[Request] = []

    def send(self, request: Request) -> Response:
        self.sent.append(request)
        return self.answering(request)

    def close(self) -> None:
        """There is nothing to close."""


class AsyncListening:
    """The same for the async client."""

    def __init__(self, answering: Answering = not_found) -> None:
        self.answering = answering
        self.sent: list[Request] = []

    async def send(self, request: Request) -> Response:
        self.sent.append(request)
        return self.answering(request)

    async def close(self) -> None:
        """There is nothing to close."""


def as_read(request: Request) -> exchange.Request:
    """A request as the independent reading takes it."""
    return exchange.Request(request.method, request.url, request.headers, request.body)
