"""The places of an answer's body, each with what the document says of it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.strategies.drawing import branch_of, merged

__all__ = ["Node", "nodes"]

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Node:
    """One value of a body that the document says something of."""

    path: Path
    schema: Schema
    """Bases folded in, and of a union or an `anyOf` the branch that the value has."""
    value: Any
    nullable: bool = False
    read_only: bool = False
    """Whether the service alone writes it."""
    required: bool = False
    """Whether what it is a member of must have it; False for items and for the body itself."""
    alternatives: bool = False
    """Whether the document gives it, or what it is in, several types."""
    tag: str | None = None
    """For a member of a union the name of the member that tells which."""

    @property
    def members(self) -> Mapping[str, Schema]:
        """The members that the document names."""
        named: Mapping[str, Schema] = self.schema.get("properties", {})
        return named

    @property
    def kind(self) -> str:
        """The JSON Schema type, null apart; empty where any type will do."""
        types = self.schema.get("type", "object" if "properties" in self.schema else "")
        return str(next(kind for kind in types if kind != "null") if isinstance(types, list) else types)

    @property
    def likeness(self) -> Hashable:
        """What places have in common that differ by an index alone."""
        pattern = tuple("*" if isinstance(part, int) else part for part in self.path)
        return pattern, frozenset(self.schema), self.kind, self.required, self.tag


def nodes(document: Document, schema: Schema, body: Any) -> Iterator[Node]:
    """Every place of `body` that `schema` leads to, outer ones first; a tag is part of its union."""
    yield from _below(document, _node(document, (), schema, body))


def _node(document: Document, path: Path, schema: Schema, value: Any, *, required: bool = False) -> Node:
    whole = merged(document, schema)
    node = Node(path, whole, value, _takes_null(whole), bool(whole.get("readOnly")), required)
    if "anyOf" in whole and value is not None:
        branches = [merged(document, each) for each in whole["anyOf"] if each.get("type") != "null"]
        node = replace(node, schema=_chosen(branches, value), alternatives=len(branches) > 1)
    if "discriminator" in node.schema and isinstance(value, dict):
        branch = branch_of(document, node.schema["discriminator"], value)
        chosen = merged(document, document.schemas[branch]) if branch else {}
        return replace(node, schema=chosen, tag=str(node.schema["discriminator"]["propertyName"]))
    return node


def _chosen(branches: list[dict[str, Any]], value: Any) -> dict[str, Any]:
    """The branch of an `anyOf` that a value has: they differ by type."""
    wanted = "string" if isinstance(value, str) else "object"
    return next((branch for branch in branches if branch.get("type", "object") == wanted), branches[0])


def _takes_null(schema: Schema) -> bool:
    types = schema.get("type")
    if "anyOf" in schema:
        return any(_takes_null(branch) for branch in schema["anyOf"])
    said = {"type", "properties", "discriminator", "enum", "const", "$ref"} & set(schema)
    return not said or types == "null" or (isinstance(types, list) and "null" in types)


def _below(document: Document, node: Node) -> Iterator[Node]:
    yield node
    for path, schema, value, required in _inside(node):
        inner = _node(document, path, schema, value, required=required)
        several = node.alternatives or inner.alternatives
        yield from _below(document, replace(inner, alternatives=several))


def _inside(node: Node) -> Iterator[tuple[Path, Schema, Any, bool]]:
    if isinstance(node.value, list) and "items" in node.schema:
        for index, item in enumerate(node.value):
            yield (*node.path, index), node.schema["items"], item, False
    if isinstance(node.value, dict):
        others = node.schema.get("additionalProperties")
        for name, member in node.value.items():
            if name in node.members and name != node.tag:
                yield (*node.path, name), node.members[name], member, name in node.schema.get("required", ())
            elif name not in node.members and isinstance(others, Mapping):
                yield (*node.path, name), others, member, False
