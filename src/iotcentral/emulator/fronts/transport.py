"""Transports that hand a client's requests to an engine in the same process."""

from __future__ import annotations

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.engine import Engine

__all__ = ["AsyncEmulatorTransport", "EmulatorTransport"]


class EmulatorTransport:
    """A `Transport` without a network; closing it leaves the engine open."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def send(self, request: Request) -> Response:
        """Answer the request."""
        return self._engine.handle(request)

    def close(self) -> None:
        """Do nothing; the engine belongs to whoever made it."""


class AsyncEmulatorTransport:
    """An `AsyncTransport` without a network; closing it leaves the engine open."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def send(self, request: Request) -> Response:
        """Answer the request."""
        return self._engine.handle(request)

    async def close(self) -> None:
        """Do nothing; the engine belongs to whoever made it."""
