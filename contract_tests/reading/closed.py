"""A document whose objects have no members but the declared ones: what a strict server makes of it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

__all__ = ["closed"]

_PREFIX = "#/components/schemas/"


def closed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The same document with `allOf` written out and `additionalProperties: false` where it says nothing."""
    document = copy.deepcopy(dict(raw))
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {name: _closed(schema, schemas) for name, schema in schemas.items()}
    return document


def _closed(schema: Any, schemas: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_closed(each, schemas) for each in schema]
    if not isinstance(schema, dict):
        return schema
    whole = _written_out(schema, schemas)
    done = {name: _inside(name, value, schemas) for name, value in whole.items()}
    if "properties" in done and "oneOf" not in done:
        done.setdefault("additionalProperties", False)
    return done


def _inside(keyword: str, value: Any, schemas: Mapping[str, Any]) -> Any:
    if keyword in ("enum", "const", "default", "example", "examples", "required", "discriminator"):
        return value
    if keyword == "properties":
        return {name: _closed(schema, schemas) for name, schema in value.items()}
    return _closed(value, schemas) if isinstance(value, dict | list) else value


def _written_out(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """Put the parts of `allOf` into one schema; a union's own branches stay references."""
    whole: dict[str, Any] = {}
    parts = [_written_out(_named(part, schemas), schemas) for part in schema.get("allOf", ())]
    for part in (*parts, {name: value for name, value in schema.items() if name != "allOf"}):
        properties = {**whole.get("properties", {}), **part.get("properties", {})}
        required = sorted({*whole.get("required", ()), *part.get("required", ())})
        whole |= part | ({"properties": properties} if properties else {})
        whole |= {"required": required} if required else {}
    if parts:
        # What a base says of its branches is theirs to say.
        whole.pop("discriminator", None)
        whole.pop("oneOf", None)
    return whole


def _named(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = schema.get("$ref")
    return schemas[reference.removeprefix(_PREFIX)] if reference else schema
