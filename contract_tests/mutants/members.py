"""The members of a JSON body that the contract names, with what it says of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from iotcentral.contract.case import Case
from iotcentral.contract.pointers import child, follow
from iotcentral.contract.shapes import Shape, objects

__all__ = ["Member", "holders", "members", "schema_at", "types_of"]


@dataclass(frozen=True)
class Member:
    """One member of an object in a body."""

    pointer: str
    name: str
    value: Any
    schema: Mapping[str, Any]
    required: bool
    always: bool
    is_tag: bool
    shape: Shape


def schema_at(document: Mapping[str, Any], pointer: str) -> Mapping[str, Any]:
    """The schema at a pointer, its `$ref`s followed, siblings laid over."""
    node: Mapping[str, Any] = follow(document, pointer)
    while "$ref" in node:
        siblings = {key: value for key, value in node.items() if key != "$ref"}
        node = {**follow(document, str(node["$ref"])), **siblings}
    return node


def types_of(schema: Mapping[str, Any]) -> list[str]:
    """The JSON types a schema allows; empty where it does not say."""
    named = schema.get("type", [])
    return [named] if isinstance(named, str) else list(named)


def holders(case: Case, schema: str, body: Any) -> Iterator[tuple[Shape, Mapping[str, Any], str]]:
    """Every object in a body that the contract describes."""
    yield from objects(case.kit.shapes.at(schema), body)


def members(case: Case, schema: str, body: Any) -> list[Member]:
    """Every member in a body that the contract describes."""
    document = case.kit.contract.document
    tags = _tags(case.kit.shapes.at(schema), body)
    return [
        Member(
            child(where, name),
            name,
            value,
            schema_at(document, shape.members[name].pointer),
            name in _required(document, shape.pointer),
            name in shape.always,
            child(where, name) in tags,
            shape,
        )
        for shape, holder, where in holders(case, schema, body)
        for name, value in holder.items()
        if name in shape.members
    ]


def _required(document: Mapping[str, Any], pointer: str) -> set[str]:
    schema = schema_at(document, pointer)
    own = set(schema.get("required", ()))
    for part in schema.get("allOf", ()):
        own |= _required(document, str(part["$ref"])) if "$ref" in part else set(part.get("required", ()))
    return own


def _tags(shape: Shape, value: Any, where: str = "") -> set[str]:
    """The pointers of the members that tell the branches of unions apart."""
    found: set[str] = set()
    if isinstance(value, list) and shape.items is not None:
        for index, item in enumerate(value):
            found |= _tags(shape.items, item, f"{where}/{index}")
    elif isinstance(value, dict):
        if shape.tag is not None and shape.tag in value:
            found.add(child(where, shape.tag))
        chosen = shape.of(value)
        for name, member in value.items() if chosen is not None else ():
            if chosen is not None and name in chosen.members:
                found |= _tags(chosen.members[name], member, child(where, name))
    return found
