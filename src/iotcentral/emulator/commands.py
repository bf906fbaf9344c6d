"""Commands: run on a device that answers, kept as a history of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iotcentral.emulator import fleet, models
from iotcentral.emulator.dtdl.samples import sample
from iotcentral.emulator.places import Place
from iotcentral.emulator.shapes import as_object
from iotcentral.emulator.world import World

__all__ = ["answers", "run"]

_OK = 200


def answers(place: Place, name: str) -> bool:
    """Say whether a command can be given: to a connected device, or queued for one that is not."""
    return fleet.is_connected(place.device) or _is_queued(models.commands(place.interface)[name])


def run(world: World, place: Place, name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """Run a command of the place's interface and answer what the device said.

    A command queued for offline devices is a message: there is no response to it.
    """
    entry = models.commands(place.interface)[name]
    said = {"id": world.makers.guid()}
    said |= {member: body[member] for member in ("request",) if member in body}
    if not _is_queued(entry):
        said |= {"responseCode": _OK} | _response(entry, place.key(name), said["id"])
    world.state.put(fleet.COMMANDS, place.key(name), said, lookup=place.device_id)
    return said


def _response(entry: Mapping[str, Any], *seed: str) -> dict[str, Any]:
    declared = as_object(entry.get("response"))
    return {"response": sample(declared.get("schema"), *seed)} if declared else {}


def _is_queued(entry: Mapping[str, Any]) -> bool:
    return entry.get("durable") is True
