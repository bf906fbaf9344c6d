"""The operations of the documented-only surface: operation id to the function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iotcentral.emulator.calls import Call
from iotcentral.emulator.reference import application, commands, devices, properties, telemetry
from iotcentral.emulator.replies import Reply

__all__ = ["REFERENCE_HANDLERS"]

REFERENCE_HANDLERS: Mapping[str, Callable[[Call], Reply]] = MappingProxyType(
    {
        "Application_Get": application.application_get,
        "Commands_GetStatus": commands.commands_get_status,
        "Commands_Trigger": commands.commands_trigger,
        "Devices_Create": devices.devices_create,
        "Devices_Get": devices.devices_get,
        "Devices_List": devices.devices_list,
        "Devices_Remove": devices.devices_remove,
        "Devices_Update": devices.devices_update,
        "Properties_Get": properties.properties_get,
        "Properties_Update": properties.properties_update,
        "Telemetry_Send": telemetry.telemetry_send,
    }
)
