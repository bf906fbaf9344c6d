"""A schema without its wrapping: `allOf` merged, `null` taken out, each keyword with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from iotcentral.contract.compiled import always_of
from iotcentral.contract.diff.source import At, SourceDocument
from iotcentral.contract.values import is_array, is_object

__all__ = ["ANY", "Flat", "flatten", "summary"]

ANY = frozenset({"array", "boolean", "integer", "number", "object", "string"})
"""What a schema without a type allows, null aside."""

_NULL = {"type": "null"}
_WRAPPING = frozenset({"allOf", "anyOf", "$ref", "properties", "required", "x-iotc-always"})


@dataclass(slots=True)
class Flat:
    """What one schema says, its bases included."""

    pointer: str
    name: str | None = None
    """The component that the schema refers to; then only what stands beside the reference is here."""
    nullable: bool = False
    keywords: dict[str, At] = field(default_factory=dict[str, At])
    properties: dict[str, At] = field(default_factory=dict[str, At])
    required: dict[str, str] = field(default_factory=dict[str, str])
    """Names of required members, each with the place of the list that says so."""
    always: dict[str, str] = field(default_factory=dict[str, str])
    """Names of members that are always answered, each with the place of the list that says so."""
    branches: tuple[At, ...] = ()
    """`oneOf`, or `anyOf` where that is more than a schema and null."""

    def value(self, keyword: str) -> Any:
        """Return the value of a keyword, `None` where it is not there."""
        found = self.keywords.get(keyword)
        return found.value if found else None

    def place(self, keyword: str) -> str | None:
        """Return the JSON pointer of a keyword, `None` where it is not there."""
        found = self.keywords.get(keyword)
        return found.pointer if found else None

    @property
    def values(self) -> list[Any] | None:
        """The listed values, of `enum` or `const`; `None` where the schema lists none."""
        listed = self.value("enum")
        if is_array(listed):
            return [value for value in listed if value is not None or not self.nullable]
        return [self.value("const")] if "const" in self.keywords else None

    @property
    def types(self) -> frozenset[str]:
        """The types a value may have, without null."""
        said = self.value("type")
        if said is not None:
            found = frozenset(said if is_array(said) else [said]) - {"null"}
            return found | {"integer"} if "number" in found else found
        if self.properties or "additionalProperties" in self.keywords:
            return frozenset({"object"})
        return _types_of(self.values) if self.values else ANY

    def tags(self) -> dict[str, At]:
        """Return the branches by what tells them apart: a discriminator's value, or the schema's name."""
        discriminator = self.keywords.get("discriminator")
        mapping = discriminator.get("mapping") if discriminator else None
        if mapping is not None:
            return {tag: At({"$ref": at.value}, at.pointer) for tag, at in mapping.members()}
        return {_label(at): at for at in self.branches}


def flatten(document: SourceDocument, at: At, *, through: bool = False) -> Flat:
    """Return what a schema says; `through` also follows the reference that it may be."""
    flat = Flat(at.pointer)
    _add(document, flat, at, through, frozenset())
    return flat


def summary(document: SourceDocument, node: Any) -> str:
    """Return a schema in a few words, for example `array of string`."""
    flat = flatten(document, At(node, ""))
    return f"{_summary(document, flat)}{' or null' if flat.nullable else ''}"


def _add(document: SourceDocument, flat: Flat, at: At, through: bool, above: frozenset[str]) -> None:
    node = at.value
    if not is_object(node):
        if node is False:
            flat.keywords["not"] = At({}, at.pointer)
        return
    _reference(document, flat, at, through, above)
    for part in (at.get("allOf") or At([], "")).items():
        _add(document, flat, part, True, above)
    _alternatives(document, flat, at, through, above)
    flat.nullable = flat.nullable or _says_null(node)
    flat.keywords.update({key: value for key, value in at.members() if key not in _WRAPPING})
    flat.properties.update((at.get("properties") or At({}, "")).members())
    flat.required.update({str(name): f"{at.pointer}/required" for name in node.get("required", ())})
    flat.always.update(dict.fromkeys(always_of(node), f"{at.pointer}/x-iotc-always"))


def _reference(document: SourceDocument, flat: Flat, at: At, through: bool, above: frozenset[str]) -> None:
    if "$ref" not in at.value:
        return
    reference = str(at.value["$ref"])
    if not through:
        flat.name = document.schema_name(at.value) or reference
    elif reference not in above:
        inner = Flat(at.pointer)
        _add(document, inner, document.resolved(at), True, above | {reference})
        _take(flat, inner)


def _take(flat: Flat, base: Flat) -> None:
    """Merge a base; its texts and notes are its own."""
    flat.nullable = flat.nullable or base.nullable
    flat.keywords.update(base.keywords)
    flat.properties.update(base.properties)
    flat.required.update(base.required)
    flat.always.update(base.always)
    flat.branches = flat.branches or base.branches


def _alternatives(document: SourceDocument, flat: Flat, at: At, through: bool, above: frozenset[str]) -> None:
    """Take over `oneOf` and `anyOf`; one schema beside null is that schema, nullable."""
    if at.get("oneOf"):
        flat.branches = tuple((at.get("oneOf") or at).items())
    parts = list((at.get("anyOf") or At([], "")).items())
    real = [part for part in parts if part.value != _NULL]
    flat.nullable = flat.nullable or len(real) < len(parts)
    if len(real) == 1:
        _add(document, flat, real[0], through, above)
    elif real:
        flat.branches = tuple(real)


def _says_null(node: Mapping[str, Any]) -> bool:
    said = node.get("type")
    return node.get("nullable") is True or (is_array(said) and "null" in said)


def _label(at: At) -> str:
    return str(at.value["$ref"]).rpartition("/")[2] if "$ref" in at.value else at.pointer.rpartition("/")[2]


def _types_of(values: list[Any]) -> frozenset[str]:
    return frozenset(found for value in values for found in _type_of(value))


def _type_of(value: Any) -> Iterator[str]:
    if isinstance(value, bool):
        yield "boolean"
    elif isinstance(value, (int, float)):
        yield from ("integer", "number") if isinstance(value, float) else ("integer",)
    elif isinstance(value, str):
        yield "string"
    elif value is not None:
        yield "object" if is_object(value) else "array"


def _summary(document: SourceDocument, flat: Flat) -> str:
    if flat.name is not None:
        return flat.name.rpartition("/")[2]
    if flat.values is not None:
        return ("one of " if len(flat.values) > 1 else "") + ", ".join(str(value) for value in flat.values)
    if flat.types == ANY:
        return "one of " + ", ".join(flat.tags()) if flat.branches else "any value"
    if flat.types == frozenset({"array"}):
        return f"array of {summary(document, flat.value('items') or {})}"
    return _types(flat)


def _types(flat: Flat) -> str:
    names = sorted(flat.types - {"integer"} if "number" in flat.types else flat.types)
    form = flat.value("format")
    return " or ".join(names) + (f" ({form})" if form else "")
