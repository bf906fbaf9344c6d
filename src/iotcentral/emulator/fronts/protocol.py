"""HTTP/1.1 connections of the server: what uvicorn does, errors in the service's form, and closing."""

from __future__ import annotations

from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from iotcentral.emulator.fronts.asgi import CLOSE, AsgiFront, Message, Receive, Send

__all__ = ["ServerProtocol"]


class ServerProtocol(H11Protocol):
    """Lends the means to close a connection to the application, and answers bytes that are no HTTP."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._front = cast(AsgiFront, self.config.app)
        front = self._front

        async def lent(scope: Message, receive: Receive, send: Send) -> None:
            # Closing writes out what was sent before, so that a body is cut where it is meant to be.
            await front({**scope, "extensions": {CLOSE: self.transport.close}}, receive, send)

        self.app = lent

    def send_400_response(self, msg: str) -> None:
        """Answer bytes that are no HTTP, unless an answer is on its way already; the connection ends."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            answer = self._front.malformed()
            headers = [*answer.headers, ("Connection", "close")]
            for event in (
                h11.Response(status_code=answer.status, headers=headers),
                h11.Data(data=answer.body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
