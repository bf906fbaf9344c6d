"""Reading the capability model of a device template: its capabilities, components and modules.

Nothing here trusts the shape of a model: what is not understood is not a capability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import msgspec

from iotcentral.emulator.dtdl.vocabulary import NUMBERS, listed, types_of
from iotcentral.emulator.shapes import as_list, as_object

__all__ = [
    "Property",
    "PropertyKind",
    "commands",
    "components",
    "interface_of",
    "modules",
    "normalised",
    "properties",
    "telemetry",
]

_VALUE_TYPES = {
    **dict.fromkeys(NUMBERS, "NumberValue"),
    "dateTime": "DateTimeValue",
    "string": "StringValue",
}
_ADDITIONS = frozenset({"decimalPlaces", "minValue", "maxValue"})
_RUNTIME_MODULES = frozenset({"$edgeAgent", "$edgeHub"})


class PropertyKind(Enum):
    """Who writes a property: the cloud for itself, the cloud for the device, or the device."""

    CLOUD = "cloud"
    WRITABLE = "writable"
    REPORTED = "reported"


class Property(msgspec.Struct, frozen=True):
    """A property of an interface."""

    kind: PropertyKind
    schema: Any
    """Its DTDL schema as the model has it."""


def properties(interface: Any) -> dict[str, Property]:
    """Answer the properties of an interface by name, those of inline `extends` included."""
    return {
        name: Property(_kind(entry), entry.get("schema"))
        for name, entry in _entries(interface, "Property").items()
    }


def telemetry(interface: Any) -> dict[str, Mapping[str, Any]]:
    """Answer the telemetry entries of an interface by name."""
    return _entries(interface, "Telemetry")


def commands(interface: Any) -> dict[str, Mapping[str, Any]]:
    """Answer the command entries of an interface by name."""
    return _entries(interface, "Command")


def components(interface: Any) -> dict[str, Mapping[str, Any]]:
    """Answer the component entries of an interface by name."""
    return _entries(interface, "Component")


def modules(interface: Any) -> dict[str, Mapping[str, Any]]:
    """Answer the edge modules of an interface by name, without those of the runtime."""
    found = _entries(interface, "Relationship")
    return {
        name: entry
        for name, entry in found.items()
        if any(kind.endswith("EdgeModule") for kind in types_of(entry)) and name not in _RUNTIME_MODULES
    }


def interface_of(entry: Mapping[str, Any]) -> Any:
    """Answer the interface of a component or module where it is given inline.

    One named by its DTMI has no known members.
    """
    if "Relationship" in types_of(entry):
        return next(iter(listed(entry.get("target"))), None)
    return entry.get("schema")


def normalised(node: Any) -> Any:
    """Write the value types the service adds to properties with IoT Central additions, at any depth.

    A number gets `NumberValue`, a date-time `DateTimeValue`, a string `StringValue`, in place of another
    value type that was sent.
    """
    items = as_list(node)
    if items is not None:
        return [normalised(item) for item in items]
    members = as_object(node)
    if members is None:
        return node
    return _with_value_type({name: normalised(value) for name, value in members.items()})


def _with_value_type(entry: dict[str, Any]) -> dict[str, Any]:
    types, schema = types_of(entry), entry.get("schema")
    wanted = _VALUE_TYPES.get(schema) if isinstance(schema, str) else None
    stated = [name for name in types if name in _VALUE_TYPES.values()]
    has_additions = bool(stated or "Cloud" in types or _ADDITIONS & entry.keys())
    if "Property" not in types or wanted is None or not has_additions or stated == [wanted]:
        return entry
    return entry | {"@type": [*(name for name in types if name not in stated), wanted]}


def _kind(entry: Mapping[str, Any]) -> PropertyKind:
    if "Cloud" in types_of(entry):
        return PropertyKind.CLOUD
    return PropertyKind.WRITABLE if entry.get("writable") is True else PropertyKind.REPORTED


def _entries(interface: Any, kind: str) -> dict[str, Mapping[str, Any]]:
    return {entry["name"]: entry for entry in _contents(interface) if kind in types_of(entry)}


def _contents(interface: Any) -> Iterator[Mapping[str, Any]]:
    """Answer the named entries of an interface; its own come last, so that they win over inherited ones."""
    known = as_object(interface) or {}
    for parent in listed(known.get("extends")):
        yield from _contents(parent)
    for item in listed(known.get("contents")):
        entry = as_object(item)
        if entry is not None and isinstance(entry.get("name"), str):
            yield entry
