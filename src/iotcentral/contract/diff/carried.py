"""Which operations carry a schema, and which way: in what they send or in what they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

from iotcentral.contract.diff.source import SourceDocument, SourceOperation
from iotcentral.contract.values import is_array, is_object

__all__ = ["DIRECTIONS", "Carried", "Direction"]

Direction = Literal["request", "answer"]
DIRECTIONS: tuple[Direction, ...] = ("request", "answer")

_MAPS = ("properties", "patternProperties", "$defs")
_LISTS = ("oneOf", "anyOf", "prefixItems")
_ONE = ("items", "additionalProperties")


class Carried:
    """The schemas of one document by direction, each with the ids of the operations that carry it.

    A base that others only take over by `allOf` is not carried itself: its members are, with theirs. Members
    that only the service writes are not carried by requests.
    """

    def __init__(self, document: SourceDocument) -> None:
        self._document = document

    @cached_property
    def operations(self) -> Mapping[Direction, Mapping[str, tuple[str, ...]]]:
        """The ids of the operations, in the order of the document, by direction and schema."""
        return {direction: self._collect(direction) for direction in DIRECTIONS}

    def _collect(self, direction: Direction) -> dict[str, tuple[str, ...]]:
        inner = {name: self._inside(at.value, direction) for name, at in self._document.schemas.items()}
        found: dict[str, list[str]] = {}
        for operation in self._document.operations.values():
            for name in _closure(self._roots(operation, direction), inner):
                found.setdefault(name, []).append(operation.id)
        return {name: tuple(ids) for name, ids in found.items()}

    def _roots(self, operation: SourceOperation, direction: Direction) -> set[str]:
        if direction == "request":
            schemas = [at.value.get("schema") for at in operation.parameters]
            schemas += _content(operation.body.value if operation.body else {})
        else:
            schemas = [each for at in operation.responses.values() for each in _content(at.value)]
        return {name for schema in schemas for name in self._names(schema, direction)}

    def _inside(self, schema: Any, direction: Direction) -> set[str]:
        return set(self._within(schema, direction, frozenset()))

    def _names(self, node: Any, direction: Direction, above: frozenset[str] = frozenset()) -> Iterator[str]:
        """Return the schemas that a value of this node holds, itself included if it has a name."""
        name = self._document.schema_name(node)
        if name is not None:
            yield name
        elif is_object(node):
            yield from self._within(node, direction, above)

    def _within(self, node: Any, direction: Direction, above: frozenset[str]) -> Iterator[str]:
        for part in node.get("allOf", ()):
            yield from self._base(part, direction, above)
        for key in _MAPS:
            for member in node.get(key, {}).values():
                if direction == "answer" or not (is_object(member) and member.get("readOnly")):
                    yield from self._names(member, direction, above)
        for part in _parts(node):
            yield from self._names(part, direction, above)

    def _base(self, part: Any, direction: Direction, above: frozenset[str]) -> Iterator[str]:
        name = self._document.schema_name(part)
        if name is None:
            yield from self._within(part, direction, above)
        elif name not in above:
            yield from self._within(self._document.schemas[name].value, direction, above | {name})


def _parts(node: Mapping[str, Any]) -> Iterator[Any]:
    for key in _LISTS:
        value = node.get(key)
        if is_array(value):
            yield from value
    for key in _ONE:
        if key in node:
            yield node[key]


def _content(message: Mapping[str, Any]) -> list[Any]:
    return [each.get("schema") for each in message.get("content", {}).values()]


def _closure(roots: set[str], inner: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += inner.get(name, ())
    return found
