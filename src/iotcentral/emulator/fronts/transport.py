"""Transports that hand a client's requests to an emulator in the same process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.steering import Outcome, Steering
from iotcentral.errors import TransportError

__all__ = ["AsyncEmulatorTransport", "EmulatorTransport"]


class EmulatorTransport:
    """A `Transport` without a network; closing it leaves the emulator open.

    Faults act as on a network: an answer that is lost or cut short, or later than the request's timeout,
    raises `TransportError`.
    """

    def __init__(self, steering: Steering, *, sleep: Callable[[float], object] = time.sleep) -> None:
        self._steering = steering
        self._sleep = sleep

    def send(self, request: Request) -> Response:
        """Answer the request."""
        outcome = self._steering.answer(request)
        if wait := _wait(request, outcome):
            self._sleep(wait)
        return _arrived(request, outcome)

    def close(self) -> None:
        """Do nothing; the emulator belongs to whoever made it."""


class AsyncEmulatorTransport:
    """An `AsyncTransport` without a network, as `EmulatorTransport` is."""

    def __init__(
        self, steering: Steering, *, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        self._steering = steering
        self._sleep = sleep

    async def send(self, request: Request) -> Response:
        """Answer the request."""
        outcome = self._steering.answer(request)
        if wait := _wait(request, outcome):
            await self._sleep(wait)
        return _arrived(request, outcome)

    async def close(self) -> None:
        """Do nothing; the emulator belongs to whoever made it."""


def _is_late(request: Request, outcome: Outcome) -> bool:
    return request.timeout is not None and outcome.delay > request.timeout


def _wait(request: Request, outcome: Outcome) -> float:
    return (request.timeout or 0.0) if _is_late(request, outcome) else outcome.delay


def _arrived(request: Request, outcome: Outcome) -> Response:
    aim = f"{request.method} {request.url.partition('?')[0]}"
    if _is_late(request, outcome):
        raise TransportError(f"{aim}: timed out", sent=True)
    if outcome.is_lost or outcome.cut is not None:
        raise TransportError(f"{aim}: the connection was dropped", sent=True)
    return outcome.response
