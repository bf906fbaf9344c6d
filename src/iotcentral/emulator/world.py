"""An application at one moment of the engine's clock: what things that happen by themselves act on."""

from __future__ import annotations

import msgspec

from iotcentral.emulator.sources import Makers
from iotcentral.emulator.store import Application, State

__all__ = ["World"]


class World(msgspec.Struct, frozen=True):
    """One application's state with the moment at which something happens to it."""

    application: Application
    state: State
    makers: Makers
    now: int
    """Milliseconds since the epoch: of a request, or of the timer that goes off."""
    until: int
    """Where the clock stands; later than `now` while what was due is caught up with."""
