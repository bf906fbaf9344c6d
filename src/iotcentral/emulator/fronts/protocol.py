"""HTTP/1.1 connections of the server: what uvicorn does, errors in the service's form, patience, closing."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from iotcentral._core.transport import Response
from iotcentral.emulator.fronts.asgi import CLOSE, AsgiFront, Message, Receive, Send

__all__ = ["ServerProtocol"]

_UNFINISHED = (h11.IDLE, h11.SEND_BODY)


class ServerProtocol(H11Protocol):
    """Lends the means to close a connection to the application, and ends requests that lead nowhere."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        front = self._front = cast(AsgiFront, self.config.app)
        self._timer: asyncio.TimerHandle | None = None

        async def lent(scope: Message, receive: Receive, send: Send) -> None:
            # Closing writes out what was sent before, so that a body is cut where it is meant to be.
            await front({**scope, "extensions": {CLOSE: self.transport.close}}, receive, send)

        self.app = lent

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take bytes, and wait only so long for the rest of a request."""
        self._stop_waiting()
        super().data_received(data)
        if self.conn.their_state in _UNFINISHED and not self.transport.is_closing():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop to wait."""
        self._stop_waiting()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer bytes that are no HTTP; the connection ends."""
        self._end(self._front.malformed())

    def _wait(self) -> None:
        # Between two requests it is uvicorn that closes connections nobody uses.
        self._timer = self.loop.call_later(self._front.patience, self._give_up)

    def _give_up(self) -> None:
        if self.conn.their_state is h11.SEND_BODY or self.conn.trailing_data[0]:
            self._end(self._front.unfinished())
        else:
            self.transport.close()

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end(self, answer: Response) -> None:
        """Send an answer, unless one is on its way already, and close the connection."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            headers = [*answer.headers, ("Connection", "close")]
            for event in (
                h11.Response(status_code=answer.status, headers=headers),
                h11.Data(data=answer.body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
