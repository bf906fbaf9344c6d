"""What happens by itself as the engine's clock moves on: timers go off in the order they are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from iotcentral.emulator import fleet, triggered
from iotcentral.emulator.jobs import running, schedules
from iotcentral.emulator.world import World

__all__ = ["TIMERS", "advance"]

TIMERS: Mapping[str, Callable[[World, str], None]] = MappingProxyType(
    {
        fleet.ACKNOWLEDGE: fleet.acknowledge,
        fleet.PROVISION: fleet.provision,
        running.FORGET: running.forget,
        running.RUN: running.run,
        schedules.TIMER: schedules.run,
        triggered.TIMER: triggered.run,
    }
)


def advance(world: World) -> None:
    """Let everything happen that is due, each thing at its own moment."""
    while (timer := world.state.next_timer(world.until)) is not None:
        kind, id, due = timer
        world.state.clear_timer(kind, id)
        TIMERS[kind](msgspec.structs.replace(world, now=due), id)
