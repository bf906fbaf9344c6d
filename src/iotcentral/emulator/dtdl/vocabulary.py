"""The words of DTDL v2 and of IoT Central's additions to it that the emulator knows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from iotcentral.emulator.shapes import as_list

__all__ = [
    "CAPABILITIES",
    "COMPLEX",
    "NAMED_SCHEMAS",
    "NUMBERS",
    "PRIMITIVES",
    "RESERVED_TELEMETRY",
    "SEMANTIC_SCHEMAS",
    "is_reference",
    "listed",
    "types_of",
]

NUMBERS = frozenset({"double", "float", "integer", "long"})
PRIMITIVES = NUMBERS | {"boolean", "date", "dateTime", "duration", "string", "time"}
GEOMETRIES = frozenset({"point", "multiPoint", "lineString", "multiLineString", "polygon", "multiPolygon"})
CENTRAL = frozenset({"geopoint", "vector"})
NAMED_SCHEMAS = PRIMITIVES | GEOMETRIES | CENTRAL
COMPLEX = frozenset({"Array", "Enum", "Map", "Object"})
CAPABILITIES = ("Command", "Component", "Property", "Relationship", "Telemetry")

RESERVED_TELEMETRY = frozenset(
    {
        "EventEnqueuedUtcTime",
        "EventProcessedUtcTime",
        "PartitionId",
        "EventHub",
        "User",
        "$metadata",
        "$version",
    }
)

# Semantic type of IoT Central to the schemas it goes with.
SEMANTIC_SCHEMAS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "State": frozenset({"Enum"}),
        "Event": frozenset({"double", "float", "integer", "long", "string"}),
        "Location": frozenset({"geopoint"}),
        "VelocityVector": frozenset({"vector"}),
        "AccelerationVector": frozenset({"vector"}),
    }
)


def is_reference(schema: str) -> bool:
    """Say whether a schema is named by its identifier, to be looked up elsewhere."""
    return schema.startswith(("dtmi:", "urn:"))


def listed(value: Any) -> list[Any]:
    """Read a list of one that is written as the one, as DTDL allows."""
    if value is None:
        return []
    items = as_list(value)
    return [value] if items is None else items


def types_of(entry: Mapping[str, Any]) -> list[str]:
    """Answer the texts of an entry's `@type`."""
    return [name for name in listed(entry.get("@type")) if isinstance(name, str)]
