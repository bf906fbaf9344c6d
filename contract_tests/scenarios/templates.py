"""A device template with a component, telemetry, properties of both directions and a command."""

from __future__ import annotations

from typing import Any

from iotcentral import models

__all__ = ["COMPONENT", "THERMOSTAT", "model_of", "template"]

THERMOSTAT = "dtmi:contoso:thermostat;1"
COMPONENT = "sensor"
_CONTEXT = ["dtmi:iotcentral:context;2", "dtmi:dtdl:context;2"]


def model_of(id: str) -> dict[str, Any]:
    """The capability model: writable `target`, read-only `serial`, and a component of the same shape."""
    return {
        "@id": f"{id.partition(';')[0]}:model;1",
        "@type": "Interface",
        "displayName": "Thermostat",
        "contents": [
            {"@type": "Property", "name": "target", "schema": "double", "writable": True},
            {"@type": "Property", "name": "serial", "schema": "string"},
            {"@type": "Telemetry", "name": "temperature", "schema": "double"},
            {"@type": "Command", "name": "reboot"},
            {"@type": "Component", "name": COMPONENT, "schema": _interface(id)},
        ],
    }


def _interface(id: str) -> dict[str, Any]:
    return {
        "@id": f"{id.partition(';')[0]}:sensor;1",
        "@type": "Interface",
        "displayName": "Sensor",
        "contents": [{"@type": "Property", "name": "interval", "schema": "integer", "writable": True}],
    }


def template(id: str = THERMOSTAT) -> models.DeviceTemplate:
    """What is sent to create the template `id`."""
    return models.DeviceTemplate(
        display_name="Thermostat",
        at_type=["ModelDefinition", "DeviceModel"],
        at_context=_CONTEXT,
        capability_model=model_of(id),
    )
