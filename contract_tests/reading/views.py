"""The document's schemas as the engine takes them: one view for requests, one for answers.

OpenAPI says things that JSON Schema engines do not know (discriminator, readOnly, int32) or report badly (a
failed `oneOf` names no reason). Each view writes them as plain 2020-12 keywords, one precise error a fault.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from contract_tests.reading.document import Document, Schema, kept_by_document, schema_name
from contract_tests.reading.operations import always_of

__all__ = ["Direction", "View", "property_names", "view"]

Direction = Literal["request", "answer"]

_KEPT = frozenset(
    {"type", "enum", "const", "format", "pattern", "minLength", "maxLength", "minimum", "maximum"}
)
_KEPT_TOO = frozenset(
    {"exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems"}
)
_COPIED = _KEPT | _KEPT_TOO | {"minProperties", "maxProperties"}
_LISTS = ("anyOf", "oneOf", "allOf")
_SINGLES = ("items", "not", "propertyNames", "additionalProperties")
_BOUNDS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}


@dataclass(frozen=True)
class View:
    """How one side of the wire sees the document's schemas."""

    document: Document
    direction: Direction
    sealed: bool
    """Whether members no schema names are refused."""

    @functools.cached_property
    def definitions(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, schema in self.document.schemas.items():
            found[name] = self.of(schema)
            found[f"{name}~base"] = self.of(schema, base=True)
        return found

    def of(self, schema: Schema, *, base: bool = False) -> dict[str, Any]:
        """`schema` in this view; as a `base` it stays open for the members of what is built on it."""
        out: dict[str, Any] = {key: value for key, value in schema.items() if key in _COPIED}
        if "$ref" in schema:
            out["$ref"] = f"#/$defs/{schema_name(str(schema['$ref']))}" + ("~base" if base else "")
        out |= self._children(schema)
        out |= self._object(schema, base=base)
        out |= self._integer(schema)
        if "discriminator" in schema:
            out.pop("oneOf", None)
            out["allOf"] = dispatch(schema["discriminator"])
        return out

    def _children(self, schema: Schema) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key in _SINGLES:
            if key in schema:
                out[key] = schema[key] if isinstance(schema[key], bool) else self.of(schema[key])
        nullable = _nullable(schema)
        if nullable is not None:
            return out | {"if": {"type": "null"}, "else": self.of(nullable)}
        for key in _LISTS:
            if key in schema:
                out[key] = [self.of(part, base=key == "allOf") for part in schema[key]]
        return out

    def _object(self, schema: Schema, *, base: bool) -> dict[str, Any]:
        out: dict[str, Any] = {}
        properties: Mapping[str, Schema] = schema.get("properties", {})
        if properties:
            out["properties"] = {name: self._member(member) for name, member in properties.items()}
        required = [name for name in schema.get("required", []) if not self._hidden(properties.get(name, {}))]
        if required:
            out["required"] = required
        if self.direction == "answer" and always_of(schema):
            out |= {"if": True, "then": {"required": list(always_of(schema))}}
        known = property_names(self.document, schema)
        if self.sealed and known and not base and "additionalProperties" not in schema:
            out["properties"] = dict.fromkeys(known, True) | out.get("properties", {})
            out["additionalProperties"] = False
        return out

    def _member(self, schema: Schema) -> bool | dict[str, Any]:
        return False if self._hidden(schema) else self.of(schema)

    def _hidden(self, schema: Schema) -> bool:
        return self.direction == "request" and bool(self.document.resolved(schema).get("readOnly", False))

    def _integer(self, schema: Schema) -> dict[str, Any]:
        bounds = _BOUNDS.get(str(schema.get("format")))
        if bounds is None:
            return {}
        return {
            "minimum": max(bounds[0], schema.get("minimum", bounds[0])),
            "maximum": min(bounds[1], schema.get("maximum", bounds[1])),
        }


def _nullable(schema: Schema) -> Schema | None:
    """The schema beside `null` in an `anyOf` of the two; as if/else its faults keep their own place."""
    branches = [branch for branch in schema.get("anyOf", []) if branch.get("type") != "null"]
    return branches[0] if len(branches) == 1 and len(schema.get("anyOf", [])) == 2 else None


def dispatch(discriminator: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A union by its tag: the tag must be a known one, then that branch alone must hold.

    The `anyOf` of one tells an unknown tag from an unknown enum value; nothing else here leaves an `anyOf`.
    """
    tag = str(discriminator["propertyName"])
    mapping: Mapping[str, str] = discriminator["mapping"]
    known = {"type": "object", "required": [tag], "properties": {tag: {"anyOf": [{"enum": list(mapping)}]}}}
    branches = [
        {
            "if": {"type": "object", "required": [tag], "properties": {tag: {"const": value}}},
            "then": {"$ref": f"#/$defs/{schema_name(target)}"},
        }
        for value, target in mapping.items()
    ]
    return [known, *branches]


def property_names(document: Document, schema: Schema) -> list[str]:
    """The members an object schema names, those of its bases among them."""
    if "$ref" in schema:
        return property_names(document, document.pointed(str(schema["$ref"])))
    names = list(schema.get("properties", {}))
    for part in schema.get("allOf", []):
        names += property_names(document, part)
    return names


@kept_by_document
def view(document: Document, direction: Direction, *, sealed: bool) -> View:
    return View(document, direction, sealed)
