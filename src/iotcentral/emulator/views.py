"""One state, several api-versions: what of a stored resource a version's schemas can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral.emulator.documents import Document
from iotcentral.emulator.shapes import as_list, as_object

__all__ = ["Views"]

_Node = Mapping[str, Any]


class Views:
    """Reads values by the schemas of one document: drops members it does not declare, finds unknown tags."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def shown(self, node: _Node, value: Any) -> Any:
        """Answer the value without the members that the schema does not declare, at any depth."""
        node = self._document.resolve(node)
        items, members = as_list(value), as_object(value)
        if items is not None:
            return [self.shown(node["items"], item) for item in items] if "items" in node else value
        declared = None if members is None else self._declared(node, members)
        if members is None or declared is None:
            return value
        return {
            name: self.shown(declared[name], inner) for name, inner in members.items() if name in declared
        }

    def undeclared(self, node: _Node, value: Any) -> Iterator[tuple[str | int, ...]]:
        """Yield the places of the members that the schema does not declare."""
        yield from _missing(value, self.shown(node, value), ())

    def read_only(self, node: _Node, value: Any) -> Iterator[tuple[str | int, ...]]:
        """Yield the places of the members that the schema calls read-only."""
        node = self._document.resolve(node)
        for number, item in enumerate(as_list(value) or ()):
            yield from _below(number, self.read_only(node.get("items", {}), item))
        members = as_object(value) or {}
        declared = self._declared(node, members) or {}
        for name in members.keys() & declared.keys():
            if declared[name].get("readOnly"):
                yield (name,)
            else:
                yield from _below(name, self.read_only(declared[name], members[name]))

    def can_say(self, node: _Node, value: Any) -> bool:
        """Say whether every tag in the value is one that the schema names."""
        node = self._document.resolve(node)
        items, members = as_list(value), as_object(value)
        if items is not None:
            return "items" not in node or all(self.can_say(node["items"], item) for item in items)
        if members is None:
            return True
        if "discriminator" in node and self._branch(node, members) is None:
            return False
        declared = self._declared(node, members) or {}
        return all(self.can_say(declared[name], inner) for name, inner in members.items() if name in declared)

    def _declared(self, node: _Node, value: Mapping[str, Any]) -> dict[str, _Node] | None:
        """Answer the members an object may have; `None` if it may have any."""
        found: dict[str, _Node] = {}
        for part in self._parts(node, value):
            if part.get("additionalProperties"):
                return None
            found.update(part.get("properties", {}))
        return found or None

    def _parts(self, node: _Node, value: Mapping[str, Any]) -> Iterator[_Node]:
        node = self._document.resolve(node)
        if "discriminator" in node:
            branch = self._branch(node, value)
            yield from self._parts({"$ref": branch}, value) if branch else ()
            return
        yield node
        for part in (*node.get("allOf", ()), *node.get("anyOf", ())):
            yield from self._parts(part, value)

    def _branch(self, node: _Node, value: Mapping[str, Any]) -> str | None:
        tag = value.get(node["discriminator"]["propertyName"])
        mapping: Mapping[str, str] = node["discriminator"]["mapping"]
        return mapping.get(tag) if isinstance(tag, str) else None


def _below(step: str | int, places: Iterator[tuple[str | int, ...]]) -> Iterator[tuple[str | int, ...]]:
    return ((step, *place) for place in places)


def _missing(whole: Any, kept: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    items, members = as_list(whole), as_object(whole)
    for number, item in enumerate(items or ()):
        yield from _missing(item, kept[number], (*path, number))
    for name, value in (members or {}).items():
        if name not in kept:
            yield (*path, name)
        else:
            yield from _missing(value, kept[name], (*path, name))
