"""Commands triggered first and followed up later, by ids of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from iotcentral.emulator import fleet, models, triggered
from iotcentral.emulator.calls import Call
from iotcentral.emulator.dtdl.schemas import kind_of_schema, value_faults
from iotcentral.emulator.places import device_of, place_in
from iotcentral.emulator.replies import Reply, invalid_body, not_found
from iotcentral.emulator.shapes import as_object
from iotcentral.emulator.sources import millisecond_time


def commands_trigger(call: Call) -> Reply:
    """Start a command of the device; it waits for a device that is not connected."""
    where, name = place_in(call), call.path["commandName"]
    entry = models.commands(where.interface).get(name)
    if entry is None:
        raise not_found()
    id = triggered.trigger(call.world, where.device_id, name, _request(entry, call.body or {}))
    return Reply(200, {"commandId": id, "status": triggered.PENDING})


def commands_get_status(call: Call) -> Reply:
    """Tell whether a triggered command has come to its end, and what the device said."""
    device_of(call)
    id = call.path["commandId"]
    triggered.run(call.world, id)
    found = call.state.get(fleet.TRIGGERED, id)
    if found is None or found["device"] != call.path["deviceId"]:
        raise not_found()
    status: dict[str, Any] = {"commandId": id, "status": found["status"]}
    if "completed" in found:
        status["result"] = _sentence(found["said"])
        status["completedTime"] = millisecond_time(found["completed"])
    return Reply(200, status)


def _sentence(said: Mapping[str, Any]) -> str:
    """Write what the device answered as text, since the document has a sentence here."""
    if "response" not in said:
        return "The command was completed."
    return json.dumps(said["response"], ensure_ascii=False, separators=(",", ":"))


def _request(entry: Mapping[str, Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Make the body of a real command of the bare arguments.

    Raises:
        Problem: 400 for arguments that are missing or do not fit the command's schema.

    """
    declared = as_object(entry.get("request"))
    if declared is None:
        return {"request": dict(arguments)} if arguments else {}
    name, schema = str(declared.get("name")), declared.get("schema")
    if name in arguments:
        faults = value_faults(schema, arguments[name], (name,))
        value: Any = arguments[name]
    elif kind_of_schema(schema) == "Object":
        value = dict(arguments)
        faults = value_faults(schema, value, ())
    else:
        raise invalid_body(f"should have required property '{name}'")
    if found := list(faults):
        raise invalid_body(*found)
    return {"request": value}
