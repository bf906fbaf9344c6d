"""Commands and telemetry of devices, components, edge modules and their components."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import commands, fleet, models, telemetry
from iotcentral.emulator.calls import Call
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.places import Place, place_in
from iotcentral.emulator.replies import Problem, Reply, not_found

_SCHEMA = "DeviceCommand"
_OFFLINE = "Could not connect to device in order to send command."
_CODES = {404: "NotFound", 408: "RequestTimeout", 504: "GatewayTimeout"}


def devices_run_command(call: Call) -> Reply:
    """Run a command of the device's root interface."""
    return _run(call)


def devices_run_component_command(call: Call) -> Reply:
    """Run a command of a component."""
    return _run(call)


def devices_run_module_command(call: Call) -> Reply:
    """Run a command of an edge module."""
    return _run(call)


def devices_run_module_component_command(call: Call) -> Reply:
    """Run a command of a component of an edge module."""
    return _run(call)


def devices_get_command_history(call: Call) -> Reply:
    """Answer the last run of a command of the device's root interface."""
    return _history(call)


def devices_get_component_command_history(call: Call) -> Reply:
    """Answer the last run of a command of a component."""
    return _history(call)


def devices_get_module_command_history(call: Call) -> Reply:
    """Answer the last run of a command of an edge module."""
    return _history(call)


def devices_get_module_component_command_history(call: Call) -> Reply:
    """Answer the last run of a command of a component of an edge module."""
    return _history(call)


def devices_get_telemetry_value(call: Call) -> Reply:
    """Answer the last value of a telemetry of the device's root interface."""
    return _telemetry(call)


def devices_get_component_telemetry_value(call: Call) -> Reply:
    """Answer the last value of a telemetry of a component."""
    return _telemetry(call)


def devices_get_module_telemetry_value(call: Call) -> Reply:
    """Answer the last value of a telemetry of an edge module."""
    return _telemetry(call)


def devices_get_module_component_telemetry_value(call: Call) -> Reply:
    """Answer the last value of a telemetry of a component of an edge module."""
    return _telemetry(call)


def _run(call: Call) -> Reply:
    place, name = _command(call)
    if not commands.answers(place, name):
        status = call.choices.unreachable_device
        raise Problem(status, _CODES[status], _OFFLINE)
    return Reply(201, call.shown(_SCHEMA, commands.run(call.world, place, name, call.members(_SCHEMA))))


def _history(call: Call) -> Reply:
    place, name = _command(call)
    last = call.state.get(fleet.COMMANDS, place.key(name))
    items: list[tuple[str, Any]] = [] if last is None else [(last["id"], call.shown(_SCHEMA, last))]
    return answer_page(call, rows_of(items))


def _command(call: Call) -> tuple[Place, str]:
    place, name = place_in(call), call.path["commandName"]
    if name not in models.commands(place.interface):
        raise not_found()
    return place, name


def _telemetry(call: Call) -> Reply:
    found = telemetry.last_value(call.world, place_in(call), call.path["telemetryName"])
    if found is None:
        raise not_found()
    return Reply(200, call.shown("DeviceTelemetry", found))
