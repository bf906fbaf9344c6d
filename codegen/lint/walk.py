"""Walk an OpenAPI document by its grammar: every object once, with its kind.

Rules must not mistake the content of an example, or a property that happens to be called `example` or
`$ref`, for a part of the document. So the walk follows this table and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

__all__ = ["METHODS", "Node", "as_list", "as_map", "escape", "join", "walk"]

METHODS = ("get", "put", "post", "patch", "delete", "head", "options", "trace")

_SCHEMA = {
    "properties": ("map", "property"),
    "patternProperties": ("map", "schema"),
    "items": ("one", "schema"),
    "prefixItems": ("list", "schema"),
    "additionalProperties": ("one", "schema"),
    "propertyNames": ("one", "names"),
    "not": ("one", "schema"),
    "allOf": ("list", "schema"),
    "oneOf": ("list", "schema"),
    "anyOf": ("list", "schema"),
}
_CHILDREN: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "document": {
        "info": ("one", "info"),
        "servers": ("list", "server"),
        "tags": ("list", "tag"),
        "paths": ("map", "path"),
        "components": ("one", "components"),
    },
    "server": {"variables": ("map", "variable")},
    "path": {"parameters": ("list", "parameter"), **dict.fromkeys(METHODS, ("one", "operation"))},
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "body"),
        "responses": ("map", "response"),
    },
    "parameter": {"schema": ("one", "schema"), "content": ("map", "media")},
    "body": {"content": ("map", "media")},
    "response": {"headers": ("map", "header"), "content": ("map", "media")},
    "header": {"schema": ("one", "schema")},
    "media": {"schema": ("one", "schema")},
    "components": {
        "parameters": ("map", "parameter"),
        "headers": ("map", "header"),
        "requestBodies": ("map", "body"),
        "responses": ("map", "response"),
        "securitySchemes": ("map", "security"),
        "schemas": ("map", "schema"),
    },
    "schema": _SCHEMA,
    "property": _SCHEMA,
}


@dataclass(frozen=True)
class Node:
    """One object of the document; `name` is its key or index in its parent."""

    pointer: str
    kind: str
    name: str
    value: dict[str, Any]


def as_map(value: Any) -> dict[str, Any]:
    """`value` if it is an object, else an empty one."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """`value` if it is an array, else an empty one."""
    return list(cast("Iterable[Any]", value)) if isinstance(value, list) else []


def escape(key: str) -> str:
    """One key as a reference token of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def join(pointer: str, *keys: str | int) -> str:
    """`pointer` and further keys as one JSON pointer."""
    return pointer + "".join("/" + escape(str(key)) for key in keys)


def walk(document: dict[str, Any]) -> Iterator[Node]:
    """Every object of the document that the grammar knows, parents first, in document order."""
    yield from _walk("", "document", "", document)


def _walk(pointer: str, kind: str, name: str, value: dict[str, Any]) -> Iterator[Node]:
    yield Node(pointer, kind, name, value)
    table = _CHILDREN.get(kind, {})
    for key, child in value.items():
        if key in table:
            yield from _children(join(pointer, key), key, *table[key], child)


def _children(pointer: str, key: str, shape: str, kind: str, value: Any) -> Iterator[Node]:
    if shape == "one":
        items = [(pointer, key, value)]
    elif shape == "list":
        items = [(join(pointer, at), str(at), child) for at, child in enumerate(as_list(value))]
    else:
        items = [(join(pointer, name), name, child) for name, child in as_map(value).items()]
    for where, name, child in items:
        if isinstance(child, dict):
            yield from _walk(where, kind, name, as_map(child))
