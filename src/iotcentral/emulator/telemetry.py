"""The last value of each telemetry: sent by simulated devices as the clock moves on, or kept on arrival."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from iotcentral.emulator import fleet, models
from iotcentral.emulator.dtdl.samples import sample
from iotcentral.emulator.places import Place
from iotcentral.emulator.sources import millisecond_time
from iotcentral.emulator.world import World

__all__ = ["PERIOD", "keep", "last_value"]

PERIOD = timedelta(seconds=10)
"""Between two messages of a simulated device; it sends its first one when it is provisioned."""

_MILLISECOND = timedelta(milliseconds=1)


def last_value(world: World, place: Place, name: str) -> dict[str, Any] | None:
    """Answer value and timestamp of what was sent last; `None` when nothing was."""
    found = [sent for sent in (_kept(world, place, name), _simulated(world, place, name)) if sent]
    if name not in models.telemetry(place.interface) or not found:
        return None
    value, moment = max(found, key=lambda sent: sent[1])
    return {"value": value, "timestamp": millisecond_time(moment)}


def keep(world: World, place: Place, name: str, value: Any) -> None:
    """Keep a value that a device has sent now."""
    document = {"value": value, "moment": world.now}
    world.state.put(fleet.TELEMETRY, place.key(name), document, lookup=place.device_id)


def _kept(world: World, place: Place, name: str) -> tuple[Any, int] | None:
    document = world.state.get(fleet.TELEMETRY, place.key(name))
    return (document["value"], document["moment"]) if document else None


def _simulated(world: World, place: Place, name: str) -> tuple[Any, int] | None:
    """Work out the last message of a simulated device: nothing has to be stored while time passes."""
    spoken = fleet.speaking(place.device, world.now)
    entry = models.telemetry(place.interface).get(name)
    if spoken is None or entry is None:
        return None
    since, until = spoken
    period = PERIOD // _MILLISECOND
    number = (until - since) // period
    return sample(entry.get("schema"), place.key(name), number), since + number * period
