"""One ASGI application in front of one emulator after another, so that one server serves them all."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from iotcentral.emulator import Emulator
from iotcentral.emulator.fronts.asgi import PATIENCE

__all__ = ["Front"]


class Front:
    """The emulator of the moment; links lead where recorded requests go, to https."""

    def __init__(self) -> None:
        self.emulator: Emulator | None = None
        self.patience = PATIENCE

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        # Start and end of the server come while no emulator is there: any other takes them.
        with Emulator() if self.emulator is None else nullcontext(self.emulator) as emulator:
            await emulator.asgi()({**scope, "scheme": "https"}, receive, send)
