"""Help texts, read from a contract document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral._core.descriptor import Operation, Parameter
from iotcentral._core.schemas import Node, Schemas
from iotcentral._core.shapes import is_array

__all__ = ["Definition", "Texts"]

Definition = tuple[str, str]
"""A term and what it means."""

Schema = Mapping[str, Any]


class Texts:
    """What a document says of its operations."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._schemas = Schemas(document)

    def summary(self, operation: Operation[Any]) -> str:
        """Return the operation's summary."""
        return str(self._raw(operation).get("summary", operation.id))

    def description(self, operation: Operation[Any]) -> str:
        """Return the operation's description, empty when there is none."""
        return str(self._raw(operation).get("description", ""))

    def parameter(self, operation: Operation[Any], parameter: Parameter) -> str:
        """Return the text of a parameter."""
        raw = self._raw(operation)
        shared = self._document["paths"][operation.path].get("parameters", ())
        for each in (*raw.get("parameters", ()), *shared):
            found = self._resolved(each)
            if (found["name"], found["in"]) == (parameter.name, parameter.location):
                return str(found.get("description", ""))
        return ""

    def body(self, operation: Operation[Any]) -> str:
        """Return the text of the operation's body."""
        return str(self._resolved(self._raw(operation).get("requestBody", {})).get("description", ""))

    def members(self, operation: Operation[Any]) -> list[tuple[str, list[Definition]]]:
        """Return what a body may hold: a heading and the members, once for each variant of a union."""
        if operation.body is None:
            return []
        node = self._schemas.named(operation.body.schema)
        mapping: Mapping[str, str] = node.schema.get("discriminator", {}).get("mapping", {})
        if not mapping:
            return [(operation.body.schema, list(self._members(node)))]
        names = {tag: self._schemas.name_of(reference) for tag, reference in mapping.items()}
        return [
            (f"{name} ({tag})", list(self._members(self._schemas.named(name)))) for tag, name in names.items()
        ]

    def writable(self, operation: Operation[Any]) -> dict[str, Schema] | None:
        """Return the schemas of a body's members, those of all variants; `None` for a free-form one."""
        if operation.body is None:
            return None
        node = self._schemas.named(operation.body.schema)
        branches = [self._schemas.node(each) for each in node.schema.get("oneOf", ())] or [node]
        found: dict[str, Schema] = {}
        for branch in branches:
            for name, schema in branch.schema.get("properties", {}).items():
                if not self._schemas.read_only(schema):
                    found.setdefault(name, self._schemas.node(schema).schema)
        return found or None

    def _members(self, node: Node) -> Iterator[Definition]:
        required = node.schema.get("required", ())
        for name, schema in node.schema.get("properties", {}).items():
            member = self._schemas.node(schema)
            if member.schema.get("readOnly") is True:
                continue
            kind = self._kind(member) + ("" if name not in required else ", required")
            yield name, f"[{kind}] {member.schema.get('description', '')}"

    def _kind(self, node: Node) -> str:
        schema = node.schema
        if "enum" in schema:
            return "|".join(map(str, schema["enum"]))
        if "const" in schema:
            return str(schema["const"])
        if "anyOf" in schema:
            return "|".join(self._kind(self._schemas.node(each)) for each in schema["anyOf"])
        if "items" in schema:
            return f"list of {self._kind(self._schemas.node(schema['items']))}{_or_null(schema)}"
        if "properties" in schema or "oneOf" in schema:
            return node.name or "object"
        return _plain_kind(schema)

    def _raw(self, operation: Operation[Any]) -> Mapping[str, Any]:
        raw: Mapping[str, Any] = self._document["paths"][operation.path][operation.method.lower()]
        return raw

    def _resolved(self, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in raw:
            found: Any = self._document
            for part in raw["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            raw = found
        return raw


def _plain_kind(schema: Schema) -> str:
    kinds: Any = schema.get("type", "any value")
    names = [str(each) for each in kinds] if is_array(kinds) else [str(kinds)]
    shown = {"string": str(schema.get("format", "text")), "boolean": "true|false"}
    return "|".join(shown.get(name, name) for name in names)


def _or_null(schema: Schema) -> str:
    kinds: Any = schema.get("type")
    return "|null" if is_array(kinds) and "null" in kinds else ""
