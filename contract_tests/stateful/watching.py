"""A transport that keeps what passes, so that every answer can be judged, and may lie on its way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contract_tests.client.transports import as_read
from contract_tests.reading.exchange import Answer, Exchange
from iotcentral._core.transport import Request, Response

__all__ = ["Lie", "Watched", "honest"]

Send = Callable[[Request], Response]
Lie = Callable[[Request, Send], Response]
"""What answers in the place of the service, which it may ask."""


def honest(request: Request, send: Send) -> Response:
    return send(request)


class Watched:
    """Passes requests on to `inner`; what was sent and answered can be taken out."""

    def __init__(self, inner: Any, lie: Lie = honest) -> None:
        self._inner = inner
        self._lie = lie
        self._seen: list[Exchange] = []

    def send(self, request: Request) -> Response:
        response = self._lie(request, self._inner.send)
        answer = Answer(response.status, tuple(response.headers), response.body)
        self._seen.append(Exchange(as_read(request), answer))
        return response

    def close(self) -> None:
        self._inner.close()

    def taken(self) -> list[Exchange]:
        """What passed since this was asked last."""
        seen, self._seen = self._seen, []
        return seen
