"""Single properties of a device, read and written by name."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import fleet, models, twins
from iotcentral.emulator.calls import Call
from iotcentral.emulator.places import Place, place_in
from iotcentral.emulator.replies import Reply, invalid_body, not_found
from iotcentral.emulator.sources import millisecond_time

_METADATA = "$metadata"


def properties_get(call: Call) -> Reply:
    """Answer what the device reported, or what it is to take over as long as it has not."""
    where = _place(call)
    found = _shown(fleet.twin_of(call.world, where.device_id), where, call.path["propertyName"])
    if found is None:
        raise not_found()
    return Reply(200, found)


def properties_update(call: Call) -> Reply:
    """Set the value that the device is to take over, or that of a cloud property.

    Raises:
        Problem: 404 for a property the template does not have, 400 for one or a value that cannot be set.

    """
    where, name = _place(call), call.path["propertyName"]
    if "value" not in call.body:
        raise invalid_body("should have required property 'value'")
    twin = fleet.twin_of(call.world, where.device_id)
    changed, echo = twins.changed(twin, where.root, {name: call.body["value"]}, call.makers.clock())
    fleet.keep_twin(call.world, where.device_id, where.device, changed)
    reported = _shown(changed, where, name) or {}
    return Reply(200, reported | {"value": _wanted(echo, name)})


def _place(call: Call) -> Place:
    where = place_in(call)
    if call.path["propertyName"] not in models.properties(where.root):
        raise not_found()
    return where


def _wanted(echo: dict[str, Any], name: str) -> Any:
    """Answer the value that a write has set: objects merge, null unsets."""
    return echo[name] if name in echo else echo[_METADATA].get(name, {}).get("desiredValue")


def _shown(twin: twins.Twin, where: Place, name: str) -> dict[str, Any] | None:
    """Write one property of the root; when it was reported is known only of what the device reported."""
    level = twins.shown(twin, where.root)
    wish: dict[str, Any] = level[_METADATA].get(name, {})
    if name not in level:
        return {"value": wish["desiredValue"]} if wish else None
    reported = twins.reported_at(twin, name) if wish else None
    return {"value": level[name]} | (
        {} if reported is None else {"lastReportedTime": millisecond_time(reported)}
    )
