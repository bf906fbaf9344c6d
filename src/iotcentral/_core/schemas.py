"""Schemas of a contract document with their references and `allOf` bases resolved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

__all__ = ["Node", "Schemas"]

Schema = Mapping[str, Any]

_NAMED = "#/components/schemas/"


class Node(NamedTuple):
    """A schema without `$ref` and `allOf`, and its name if `components.schemas` has one for it."""

    name: str | None
    schema: Schema


class Schemas:
    """The schemas of one document; each named one is resolved once."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._named: Mapping[str, Any] = document["components"]["schemas"]
        self._flat: dict[str, Schema] = {}

    def named(self, name: str) -> Node:
        """Return the schema of this name."""
        if name not in self._flat:
            self._flat[name] = self._flatten(self._named[name])
        return Node(name, self._flat[name])

    def node(self, schema: Schema) -> Node:
        """Resolve a schema from anywhere in the document; members beside a `$ref` win over its target."""
        reference = schema.get("$ref")
        if reference is None:
            return Node(None, self._flatten(schema) if "allOf" in schema else schema)
        name = self.name_of(reference)
        target = self.named(name).schema
        return Node(name, target if len(schema) == 1 else {**target, **_without(schema, "$ref")})

    def name_of(self, reference: str) -> str:
        """Return the name a `$ref` points at."""
        if not reference.startswith(_NAMED):
            raise LookupError(f"a reference outside of {_NAMED}: {reference}")
        return reference.removeprefix(_NAMED)

    def read_only(self, schema: Schema) -> bool:
        """Whether the service alone writes a member of this schema."""
        return self.node(schema).schema.get("readOnly") is True

    def _flatten(self, schema: Schema) -> Schema:
        flat: dict[str, Any] = {}
        for part in schema.get("allOf", ()):
            _merge(flat, self.node(part).schema)
        _merge(flat, _without(schema, "allOf", "$ref"))
        return {**self.node({"$ref": schema["$ref"]}).schema, **flat} if "$ref" in schema else flat


def _without(schema: Schema, *keywords: str) -> dict[str, Any]:
    return {keyword: value for keyword, value in schema.items() if keyword not in keywords}


def _merge(flat: dict[str, Any], part: Schema) -> None:
    properties = {**flat.get("properties", {}), **part.get("properties", {})}
    required = [*flat.get("required", ()), *part.get("required", ())]
    flat.update(part)
    if properties:
        flat["properties"] = properties
    if required:
        flat["required"] = required
