"""Reading the capability model of a device template: properties and components of its interfaces.

Capability models are free-form JSON, so nothing here trusts their shape: what is not understood is not a
capability.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from iotcentral.emulator.shapes import as_list, as_object

__all__ = ["PropertyKind", "components", "interface_of", "normalised", "properties"]

_NUMBERS = frozenset({"double", "float", "integer", "long"})
_VALUE_TYPES = {
    **dict.fromkeys(_NUMBERS, "NumberValue"),
    "dateTime": "DateTimeValue",
    "string": "StringValue",
}
_ADDITIONS = frozenset({"decimalPlaces", "minValue", "maxValue"})


class PropertyKind(Enum):
    """Who writes a property: the cloud for itself, the cloud for the device, or the device."""

    CLOUD = "cloud"
    WRITABLE = "writable"
    REPORTED = "reported"


def properties(interface: Any) -> dict[str, PropertyKind]:
    """Answer the properties of an interface by name, those of inline `extends` included."""
    return {entry["name"]: _kind(entry) for entry in _contents(interface) if "Property" in _types(entry)}


def components(interface: Any) -> dict[str, Mapping[str, Any]]:
    """Answer the component entries of an interface by name."""
    return {entry["name"]: entry for entry in _contents(interface) if "Component" in _types(entry)}


def interface_of(component: Mapping[str, Any]) -> Any:
    """Answer a component's interface where it is given inline; one named by its DTMI has no known members."""
    return component.get("schema")


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
    types, schema = _types(entry), entry.get("schema")
    wanted = _VALUE_TYPES.get(schema) if isinstance(schema, str) else None
    stated = [name for name in types if name in _VALUE_TYPES.values()]
    has_additions = bool(stated or "Cloud" in types or _ADDITIONS & entry.keys())
    if "Property" not in types or wanted is None or not has_additions or stated == [wanted]:
        return entry
    return entry | {"@type": [*(name for name in types if name not in stated), wanted]}


def _kind(entry: Mapping[str, Any]) -> PropertyKind:
    if "Cloud" in _types(entry):
        return PropertyKind.CLOUD
    return PropertyKind.WRITABLE if entry.get("writable") is True else PropertyKind.REPORTED


def _contents(interface: Any) -> Iterator[Mapping[str, Any]]:
    """Answer the named entries of an interface; its own come last, so that they win over inherited ones."""
    known = as_object(interface) or {}
    for parent in _listed(known.get("extends")):
        yield from _contents(parent)
    for item in _listed(known.get("contents")):
        entry = as_object(item)
        if entry is not None and isinstance(entry.get("name"), str):
            yield entry


def _types(entry: Mapping[str, Any]) -> list[str]:
    return [name for name in _listed(entry.get("@type")) if isinstance(name, str)]


def _listed(value: Any) -> list[Any]:
    """Read a list of one that is written as the one, as DTDL allows."""
    if value is None:
        return []
    items = as_list(value)
    return [value] if items is None else items
