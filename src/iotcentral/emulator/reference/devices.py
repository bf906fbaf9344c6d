"""Devices in the document's envelope: the same devices, with a template of `""` where they have none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from iotcentral.emulator import fleet, twins
from iotcentral.emulator.calls import Call
from iotcentral.emulator.handlers import devices
from iotcentral.emulator.list_query import Fields, read_query, whole_number
from iotcentral.emulator.places import device_of
from iotcentral.emulator.replies import Reply, bad_request, conflict
from iotcentral.emulator.sources import millisecond_time

_SCHEMA = "Device"
_MEMBERS = ("displayName", "template", "simulated", "provisioned", "enabled")
_FIRMWARE = "firmwareVersion"
_ALL = 1_000_000
"""Devices an answer may hold; no application has as many."""


def _member(name: str) -> Callable[[str, dict[str, Any]], Any]:
    return lambda id, device: _listed(id, device)[name]


_FIELDS: Fields = MappingProxyType({name: _member(name) for name in ("id", *_MEMBERS)})


def devices_list(call: Call) -> Reply:
    """List the devices that `$filter` takes, at most `$top` of them."""
    query = read_query(call, _FIELDS)
    found = call.state.matching(fleet.KIND, None, _top(call), query.takes, within=call.scope.allowed)
    return Reply(200, {"devices": [_listed(id, device) for id, device in found]})


def devices_get(call: Call) -> Reply:
    """Answer one device, with when it was last heard of."""
    return Reply(200, _whole(call, device_of(call)))


def devices_create(call: Call) -> Reply:
    """Create a device; one that is there already is never replaced.

    Raises:
        Problem: 409 when there is one, 400 for an unknown template.

    """
    if call.state.get(fleet.KIND, call.path["deviceId"]) is not None:
        device_of(call)
        raise conflict("There is a device with this id already.", call.choices.conflict_code)
    devices.devices_create(_without_empty_template(call))
    return devices_get(call)


def devices_update(call: Call) -> Reply:
    """Change the members that are sent."""
    devices.devices_update(_without_empty_template(call))
    return devices_get(call)


def devices_remove(call: Call) -> Reply:
    """Drop a device and all that belongs to it."""
    return devices.devices_remove(call)


def _without_empty_template(call: Call) -> Call:
    """Read a template of `""`, which answers have for none, as none at all."""
    if call.body.get("template") != "":
        return call
    removed = {"template": None} if call.operation.method == "PATCH" else {}
    rest = {name: value for name, value in call.body.items() if name != "template"}
    return replace(call, body=rest | removed)


def _top(call: Call) -> int:
    text = call.target.single("$top")
    if text is None:
        return _ALL
    count = whole_number(text, _ALL)
    if count is None:
        raise bad_request("The query parameter '$top' should be a whole number, not negative.")
    return count


def _listed(id: str, device: dict[str, Any]) -> dict[str, Any]:
    return {"id": id} | {name: device.get(name, "") for name in _MEMBERS}


def _whole(call: Call, device: dict[str, Any]) -> dict[str, Any]:
    id = call.path["deviceId"]
    shown = _listed(id, device)
    heard = _last_heard(call, id, device)
    if heard is not None:
        shown["lastSeen"] = millisecond_time(heard)
    firmware = twins.values(fleet.twin_of(call.world, id), fleet.model_of(call.world, device)).get(_FIRMWARE)
    return shown | ({_FIRMWARE: firmware} if isinstance(firmware, str) else {})


def _last_heard(call: Call, id: str, device: dict[str, Any]) -> int | None:
    """Answer when the device sent its last telemetry, in milliseconds since the epoch."""
    moments = [sent["moment"] for sent in call.state.found_documents(fleet.TELEMETRY, id)]
    spoken = fleet.speaking(device, call.world.now)
    return max([*moments, *(spoken[1:] if spoken else ())], default=None)
