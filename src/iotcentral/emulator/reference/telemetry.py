"""Telemetry sent by POST in the name of a device; it becomes the last value that the data plane answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from iotcentral.emulator import fleet, models, telemetry
from iotcentral.emulator.calls import Call
from iotcentral.emulator.dtdl.schemas import value_faults
from iotcentral.emulator.places import Place, locate, place_in
from iotcentral.emulator.replies import Reply, forbidden, invalid_body
from iotcentral.emulator.shapes import as_object
from iotcentral.emulator.sources import parse_milliseconds
from iotcentral.emulator.wording import place
from iotcentral.emulator.world import World

_TIMESTAMP = "timestamp"

Sent = tuple[Place, str, Any]


def telemetry_send(call: Call) -> Reply:
    """Keep one event, those of components under the components' names.

    Raises:
        Problem: 400 for a value that the template does not have so, 403 for a blocked device.

    """
    root = place_in(call)
    if not root.device["enabled"]:
        raise forbidden()
    event: dict[str, Any] = dict(call.body)
    world = _at(call, root, event)
    sent = list(_values(call, root, event))
    if faults := [fault for each in sent for fault in _faults(*each)]:
        raise invalid_body(*faults)
    for where, name, value in sent:
        _keep(world, where, name, value)
    return Reply(204)


def _at(call: Call, root: Place, event: dict[str, Any]) -> World:
    """Take the event's time out of it, unless the template has telemetry of that name."""
    if _TIMESTAMP in models.telemetry(root.interface) or _TIMESTAMP not in event:
        return call.world
    given = event.pop(_TIMESTAMP)
    moment = parse_milliseconds(given) if isinstance(given, str) else None
    if moment is None:
        raise invalid_body(f'.{_TIMESTAMP} should match format "date-time"')
    return msgspec.structs.replace(call.world, now=moment)


def _values(call: Call, root: Place, event: dict[str, Any]) -> Iterator[Sent]:
    components = models.components(root.root)
    for name, value in event.items():
        members = as_object(value) if name in components else None
        inner = locate(call.world, root.device_id, root.device, None, name) if members is not None else None
        if inner is None or members is None:
            yield root, name, value
        else:
            yield from ((inner, member, each) for member, each in members.items())


def _faults(where: Place, name: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with a value; a device without a template may send anything."""
    path = (name,) if where.component is None else (where.component, name)
    entry = models.telemetry(where.interface).get(name)
    if entry is not None:
        yield from value_faults(entry.get("schema"), value, path)
    elif "template" in where.device:
        yield f"{place(path)} should be a telemetry of the device template"


def _keep(world: World, where: Place, name: str, value: Any) -> None:
    """Keep a value unless a later one has come already."""
    earlier = world.state.get(fleet.TELEMETRY, where.key(name))
    if earlier is None or earlier["moment"] <= world.now:
        telemetry.keep(world, where, name, value)
