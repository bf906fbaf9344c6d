"""The members of schemas, merged and flattened: what an object may hold, always holds, and only answers.

JSON Schema validation says whether a value is allowed; it does not say which members a schema names (unknown
ones are legal) nor does it know `readOnly`, `x-iotc-always` or `discriminator`. A `Shape` does, and `objects`
walks a value beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from iotcentral.contract.compiled import always_of
from iotcentral.contract.pointers import child, follow
from iotcentral.contract.values import is_array, is_object

__all__ = ["Shape", "Shapes", "objects", "writable"]


@dataclass(slots=True)
class Shape:
    """The members one schema names, its bases included."""

    pointer: str
    members: dict[str, Shape] = field(default_factory=dict[str, "Shape"])
    read_only: set[str] = field(default_factory=set[str])
    secret: set[str] = field(default_factory=set[str])
    always: dict[str, None] = field(default_factory=dict[str, None])
    items: Shape | None = None
    more: bool = False
    """Members beyond the named ones are the caller's own (free-form objects)."""
    values: Shape | None = None
    """What those members hold, where the schema says so (maps)."""
    tag: str | None = None
    variants: dict[str, Shape] = field(default_factory=dict[str, "Shape"])

    @property
    def open(self) -> bool:
        """Whether a member outside `members` is no surprise."""
        return self.more or not self.members

    def below(self, name: str) -> Shape | None:
        """Return the shape of a member, `None` where the schema leaves it free."""
        return self.members.get(name, self.values)

    def of(self, value: Mapping[str, Any]) -> Shape | None:
        """Return the shape of one object: for a union the branch its tag names, `None` for an unknown tag."""
        if self.tag is None:
            return self
        found = value.get(self.tag)
        return self.variants.get(found) if isinstance(found, str) else None

    def answered_only(self, value: Mapping[str, Any]) -> set[str]:
        """Return the members only answers carry: of the branch a value names, of any if it names none."""
        chosen = self.of(value)
        if chosen is not None:
            return chosen.read_only
        return {name for branch in self.variants.values() for name in branch.read_only}


class Shapes:
    """Shapes of one document, each built once; recursion in schemas is fine."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._built: dict[str, Shape] = {}

    def at(self, pointer: str) -> Shape:
        """Return the shape of the schema a pointer names."""
        pointer = pointer.removeprefix("#")
        shape = self._built.get(pointer)
        if shape is None:
            shape = self._built[pointer] = Shape(pointer)
            self._fill(shape, follow(self._document, pointer), pointer)
        return shape

    def _fill(self, shape: Shape, schema: Any, pointer: str) -> None:
        if not is_object(schema):
            return
        shape.always.update(dict.fromkeys(always_of(schema)))
        if "$ref" in schema:
            self._merge(shape, self.at(schema["$ref"]))
        for keyword in ("allOf", "anyOf"):
            for index in range(len(schema.get(keyword, ()))):
                self._merge(shape, self.at(f"{pointer}/{keyword}/{index}"))
        self._union(shape, schema)
        self._properties(shape, schema, pointer)
        if "items" in schema:
            shape.items = self.at(pointer + "/items")

    def _properties(self, shape: Shape, schema: Mapping[str, Any], pointer: str) -> None:
        for name, member in schema.get("properties", {}).items():
            shape.members[name] = self.at(child(pointer + "/properties", name))
            if member.get("readOnly"):
                shape.read_only.add(name)
            if member.get("x-ms-secret"):
                shape.secret.add(name)
        others = schema.get("additionalProperties", False)
        if others is not False:
            shape.more = True
        if is_object(others):
            shape.values = self.at(pointer + "/additionalProperties")

    def _union(self, shape: Shape, schema: Mapping[str, Any]) -> None:
        discriminator = schema.get("discriminator")
        if discriminator and "mapping" in discriminator:
            shape.tag = discriminator["propertyName"]
            shape.variants = {tag: self.at(ref) for tag, ref in discriminator["mapping"].items()}

    def _merge(self, shape: Shape, other: Shape) -> None:
        shape.members.update(other.members)
        shape.read_only |= other.read_only
        shape.secret |= other.secret
        shape.always.update(other.always)
        shape.more = shape.more or other.more
        shape.items = shape.items or other.items
        shape.values = shape.values or other.values
        if other.tag is not None:
            shape.tag, shape.variants = other.tag, other.variants


def objects(shape: Shape, value: Any, where: str = "") -> Iterator[tuple[Shape, Mapping[str, Any], str]]:
    """Every object in a value with the shape that applies to it and its JSON pointer, outermost first.

    Parts the schemas leave free, and unions with a tag they do not name, are passed over.
    """
    if is_array(value):
        if shape.items is not None:
            for index, item in enumerate(value):
                yield from objects(shape.items, item, f"{where}/{index}")
    elif is_object(value):
        chosen = shape.of(value)
        if chosen is None:
            return
        yield chosen, value, where
        for name, member in value.items():
            if isinstance(member, (dict, list)) and (inner := chosen.below(name)) is not None:
                yield from objects(inner, member, child(where, name))


def writable(shape: Shape, value: Any) -> Any:
    """Return a value without the members only answers carry, at any depth the schemas reach."""
    if is_array(value):
        return [writable(shape.items, item) for item in value] if shape.items else value
    chosen = shape.of(value) if is_object(value) else None
    if chosen is None or (chosen.values is None and not chosen.members):
        return value
    kept = {name: each for name, each in value.items() if name not in chosen.read_only}
    below = ((name, chosen.below(name), each) for name, each in kept.items())
    return {name: each if inner is None else writable(inner, each) for name, inner, each in below}
