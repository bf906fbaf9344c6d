"""The views of a contract document that JSON Schema validators read, derived in memory.

Two things OpenAPI says are lost on a JSON Schema validator, and made explicit here: `discriminator` (the tag
is looked at first, so that an error names the member and not "no branch fits") and `readOnly` (a required
member that only answers carry is not required of a request). `int32` and `int64` become limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from iotcentral.contract.values import is_array, is_object

__all__ = ["Side", "derive"]

Side = Literal["request", "answer"]

_RANGES = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
_LITERAL = ("const", "enum", "default", "example", "examples", "x-ms-enum")


def derive(document: Mapping[str, Any], side: Side) -> dict[str, Any]:
    """Return a copy of the document for validating one side; every JSON pointer to a schema stays valid."""
    return {name: _copy(value, side) for name, value in document.items() if name in ("paths", "components")}


def _copy(value: Any, side: Side) -> Any:
    if is_array(value):
        return [_copy(each, side) for each in value]
    if not is_object(value):
        return value
    copied = {name: each if _is_literal(name, each) else _copy(each, side) for name, each in value.items()}
    _dispatch(copied)
    _nullable(copied)
    _integers(copied)
    if side == "request":
        _release(copied)
    return copied


def _is_literal(name: str, value: Any) -> bool:
    # A property may be called `default` or `example`: its value is a schema then, told by `type` or `$ref`.
    is_schema = is_object(value) and ("type" in value or "$ref" in value)
    return name in _LITERAL and not is_schema


def _dispatch(schema: dict[str, Any]) -> None:
    discriminator = schema.get("discriminator")
    if not is_object(discriminator) or "mapping" not in discriminator or "oneOf" not in schema:
        return
    tag, mapping = discriminator["propertyName"], discriminator["mapping"]
    del schema["oneOf"]
    branches = [
        {
            "if": {"type": "object", "required": [tag], "properties": {tag: {"const": name}}},
            "then": {"$ref": ref},
        }
        for name, ref in mapping.items()
    ]
    schema.update(type="object", required=[tag], properties={tag: {"enum": list(mapping)}}, allOf=branches)


def _nullable(schema: dict[str, Any]) -> None:
    options = schema.get("anyOf")
    if not is_array(options) or len(options) != 2 or {"type": "null"} not in options:
        return
    (real,) = (each for each in options if each != {"type": "null"})
    del schema["anyOf"]
    schema.update({"if": {"not": {"type": "null"}}, "then": real})


def _integers(schema: dict[str, Any]) -> None:
    limits = _RANGES.get(schema["format"]) if isinstance(schema.get("format"), str) else None
    if limits and schema.get("type") == "integer":
        schema.setdefault("minimum", limits[0])
        schema.setdefault("maximum", limits[1])


def _release(schema: dict[str, Any]) -> None:
    properties, required = schema.get("properties"), schema.get("required")
    if is_object(properties) and is_array(required):
        schema["required"] = [name for name in required if not _answers_only(properties.get(name))]


def _answers_only(member: Any) -> bool:
    return is_object(member) and bool(member.get("readOnly"))
