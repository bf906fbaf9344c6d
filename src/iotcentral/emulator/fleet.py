"""Devices beyond their requests: what is kept of them, and what simulated ones do as the clock moves on."""

from __future__ import annotations

import json
from typing import Any

from iotcentral.emulator import twins
from iotcentral.emulator.world import World

__all__ = [
    "ACKNOWLEDGE",
    "ATTESTATIONS",
    "COMMANDS",
    "KIND",
    "PROVISION",
    "RELATIONSHIPS",
    "TELEMETRY",
    "TRIGGERED",
    "acknowledge",
    "is_connected",
    "keep",
    "keep_twin",
    "key_of",
    "model_of",
    "provision",
    "remove",
    "speaking",
    "twin_of",
]

KIND = "devices"
ATTESTATIONS = "attestations"
COMMANDS = "commandHistory"
RELATIONSHIPS = "relationships"
TELEMETRY = "telemetry"
TRIGGERED = "triggeredCommands"

PROVISION = "provision"
"""Timer of a simulated device that is to register itself."""
ACKNOWLEDGE = "acknowledge"
"""Timer of a simulated device that is to report the values it was asked to take."""

_PROVISION_AFTER = 5_000
_ACKNOWLEDGE_AFTER = 1_000

_LIFE = "$life"
_SINCE = "since"
_UNTIL = "until"


def key_of(*names: str | None) -> str:
    """Make one id of several; different names never give the same."""
    return json.dumps(names, ensure_ascii=False, separators=(",", ":"))


def is_connected(device: dict[str, Any]) -> bool:
    """Say whether the device answers; only simulated ones ever do, once they are provisioned."""
    return bool(device["provisioned"] and _wants_to_live(device))


def keep(world: World, id: str, device: dict[str, Any], *, created: bool) -> dict[str, Any]:
    """Keep a device with a new etag, start what its simulation is to do, and answer it."""
    device = _with_life(world, id, device) | {"etag": world.makers.device_etag(created=created)}
    world.state.put(KIND, id, device, lookup=device.get("template"))
    if not _wants_to_live(device) or device["provisioned"]:
        world.state.clear_timer(PROVISION, id)
    elif not world.state.has_timer(PROVISION, id):
        world.state.set_timer(PROVISION, id, world.now + _PROVISION_AFTER)
    return device


def remove(world: World, id: str) -> None:
    """Drop a device and all that is kept with it."""
    state = world.state
    for kind in (KIND, ATTESTATIONS, twins.KIND):
        state.remove(kind, id)
    for kind in (COMMANDS, TELEMETRY, TRIGGERED):
        state.remove_found_by(kind, id)
    for end in ("source", "target"):
        for key, _ in state.where(RELATIONSHIPS, end, id):
            state.remove(RELATIONSHIPS, key)
    for timer in (PROVISION, ACKNOWLEDGE):
        state.clear_timer(timer, id)


def provision(world: World, id: str) -> None:
    """Let a simulated device register itself, and take the values that wait for it."""
    device = world.state.get(KIND, id)
    if device is not None and _wants_to_live(device):
        registered = device | {"provisioned": True, _LIFE: {_SINCE: world.now}}
        world.state.put(KIND, id, registered, lookup=device.get("template"))
        _start_acknowledging(world, id)


def acknowledge(world: World, id: str) -> None:
    """Let a simulated device report the values it was asked to take."""
    device = world.state.get(KIND, id)
    if device is not None and is_connected(device):
        world.state.put(twins.KIND, id, twins.acknowledged(twin_of(world, id), world.now))


def twin_of(world: World, id: str) -> twins.Twin:
    """Answer the properties of a device; empty ones if none was ever written."""
    return world.state.get(twins.KIND, id) or twins.empty()


def keep_twin(world: World, id: str, device: dict[str, Any], twin: twins.Twin) -> None:
    """Keep the properties of a device; a connected one will acknowledge them."""
    world.state.put(twins.KIND, id, twin)
    if is_connected(device):
        _start_acknowledging(world, id)


def model_of(world: World, device: dict[str, Any]) -> Any:
    """Answer the capability model of the device's template; `None` for an unassigned device."""
    template = device.get("template")
    found = world.state.get("deviceTemplates", template) if template is not None else None
    return found["capabilityModel"] if found else None


def speaking(device: dict[str, Any], now: int) -> tuple[int, int] | None:
    """Answer from when to when a simulated device has sent telemetry, in milliseconds since the epoch."""
    life: dict[str, int] | None = device.get(_LIFE)
    return (life[_SINCE], life.get(_UNTIL, now)) if life else None


def _wants_to_live(device: dict[str, Any]) -> bool:
    return bool(device["simulated"] and device["enabled"] and "template" in device)


def _with_life(world: World, id: str, device: dict[str, Any]) -> dict[str, Any]:
    """Note when a simulated device stops and starts to speak."""
    life: dict[str, int] = dict(device.get(_LIFE, {}))
    if is_connected(device) and (not life or _UNTIL in life):
        life = {_SINCE: world.now}
        _start_acknowledging(world, id)
    elif life and not is_connected(device):
        life.setdefault(_UNTIL, world.now)
    return device | {_LIFE: life} if life else device


def _start_acknowledging(world: World, id: str) -> None:
    if not world.state.has_timer(ACKNOWLEDGE, id):
        world.state.set_timer(ACKNOWLEDGE, id, world.now + _ACKNOWLEDGE_AFTER)
