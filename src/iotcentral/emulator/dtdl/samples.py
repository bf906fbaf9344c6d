"""Values a simulated device makes up: the same for the same seed, and fitting their schema."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from iotcentral.emulator.dtdl.schemas import kind_of_schema
from iotcentral.emulator.dtdl.vocabulary import listed
from iotcentral.emulator.shapes import as_object

__all__ = ["sample"]


def sample(schema: Any, *seed: str | int | None) -> Any:
    """Make up a value of a schema; a number for a schema that is not known."""
    dice = int.from_bytes(hashlib.sha256(json.dumps(seed).encode()).digest()[:8], "big")
    kind = kind_of_schema(schema)
    node = as_object(schema) or {}
    if kind == "Enum":
        values = [(as_object(entry) or {}).get("enumValue") for entry in listed(node.get("enumValues"))]
        return values[dice % len(values)] if values else 0
    if kind == "Array":
        return [sample(node.get("elementSchema"), *seed, 0)]
    if kind == "Map":
        return {}
    if kind == "Object":
        fields = [as_object(field) or {} for field in listed(node.get("fields"))]
        return {
            str(field["name"]): sample(field.get("schema"), *seed, str(field["name"])) for field in fields
        }
    return _PRIMITIVES.get(kind or "", _number)(dice)


def _number(dice: int) -> float:
    return dice % 10_000 / 100


def _moment(dice: int) -> datetime:
    return datetime.fromtimestamp(1_700_000_000 + dice % 10_000_000, UTC)


_PRIMITIVES: Mapping[str, Callable[[int], Any]] = MappingProxyType(
    {
        "boolean": lambda dice: dice % 2 == 0,
        "date": lambda dice: _moment(dice).date().isoformat(),
        "dateTime": lambda dice: _moment(dice).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "double": _number,
        "duration": lambda dice: f"PT{dice % 60}M",
        "float": _number,
        "geopoint": lambda dice: {"lat": dice % 90, "lon": dice % 180, "alt": dice % 1000},
        "integer": lambda dice: dice % 100,
        "long": lambda dice: dice % 100,
        "string": lambda dice: f"sample {dice % 1000}",
        "time": lambda dice: _moment(dice).strftime("%H:%M:%S"),
        "vector": lambda dice: {"x": dice % 10, "y": dice % 7, "z": dice % 5},
    }
)
