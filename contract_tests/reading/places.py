"""What a suite can exercise of a document: parameters, members, keywords, union variants, enum values.

A keyword counts where a value came to it that it says something of: `maxLength` with a text, `items` with an
item. Requests and answers are counted apart, each component schema once however many operations lead to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contract_tests.reading.document import Document, Schema, kept_by_document, schema_name
from contract_tests.reading.operations import Operation, Parameter, operations
from contract_tests.reading.views import Direction

__all__ = ["EVERYTHING", "KINDS", "Place", "of_answer", "of_body", "of_parameter", "universe"]

KINDS = ("parameters", "keywords", "variants", "values")

_ANY = frozenset({"type", "enum", "const", "anyOf", "allOf", "oneOf", "discriminator"})
_TEXT = frozenset({"pattern", "minLength", "maxLength"})
_NUMBER = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
_LIST = frozenset({"minItems", "maxItems", "uniqueItems"})
_OBJECT = frozenset({"properties", "required", "minProperties", "maxProperties"})
_FILLED = frozenset({"additionalProperties", "propertyNames"})


class _Everything:
    """Stands for every value: what it reaches is all there is."""


EVERYTHING: Any = _Everything()
"""What comes to every place there is."""


def _is(value: Any, kind: type) -> bool:
    return value is EVERYTHING or isinstance(value, kind)


@dataclass(frozen=True, order=True)
class Place:
    """One thing a document says: which kind, on which side of the wire, and where."""

    kind: str
    side: Direction
    pointer: str

    def __str__(self) -> str:
        return f"{self.side} {self.pointer}"


@kept_by_document
def universe(document: Document) -> Mapping[Place, int]:
    """Every place of a document that a value can come to, each with its number."""
    found: set[Place] = set()
    for operation in operations(document).values():
        for parameter in operation.parameters:
            found |= of_parameter(document, operation, parameter, EVERYTHING)
        for media in operation.body:
            found |= of_body(document, operation, media, EVERYTHING)
        for status in operation.responses:
            found |= of_answer(document, operation, status, EVERYTHING)
    return {place: number for number, place in enumerate(sorted(found))}


def of_parameter(document: Document, operation: Operation, parameter: Parameter, value: Any) -> set[Place]:
    """The places that `value` of a parameter comes to, the parameter itself among them."""
    pointer = f"{operation.id}/{parameter.location}/{parameter.name}"
    whole = Place("parameters", "request", pointer)
    return {whole, *_Walk(document, "request").places(pointer, parameter.schema, value)}


def of_body(document: Document, operation: Operation, media: str, value: Any) -> set[Place]:
    """The places that a body comes to."""
    pointer = f"{operation.id}/body/{media}"
    return set(_Walk(document, "request").places(pointer, operation.body[media], value))


def of_answer(document: Document, operation: Operation, status: int, value: Any) -> set[Place]:
    """The places that an answer's body comes to; none where the answer has no body."""
    content = operation.responses[status].content
    walk = _Walk(document, "answer")
    return {
        place
        for media, schema in content.items()
        for place in walk.places(f"{operation.id}/{status}/{media}", schema, value)
    }


class _Walk:
    """One way through a document: each schema is passed once for all values that stand for everything."""

    def __init__(self, document: Document, side: Direction) -> None:
        self.document = document
        self.side = side
        self.passed: set[str] = set()

    def places(self, pointer: str, schema: Schema, value: Any) -> Iterator[Place]:
        if "$ref" in schema:
            pointer = f"schemas/{schema_name(str(schema['$ref']))}"
            schema = self.document.pointed(str(schema["$ref"]))
        if value is EVERYTHING and pointer in self.passed:
            return
        self.passed.add(pointer)
        for keyword in schema:
            if _says_something(keyword, value):
                yield Place("keywords", self.side, f"{pointer}/{keyword}")
        yield from self._enum_values(pointer, schema, value)
        yield from self._variants(pointer, schema, value)
        yield from self._members(pointer, schema, value)
        for part, inner, inside in _inside(pointer, schema, value):
            yield from self.places(part, inner, inside)

    def _enum_values(self, pointer: str, schema: Schema, value: Any) -> Iterator[Place]:
        for known in schema.get("enum", ()):
            if value is EVERYTHING or known == value:
                yield Place("values", self.side, f"{pointer}/enum/{json.dumps(known)}")

    def _variants(self, pointer: str, schema: Schema, value: Any) -> Iterator[Place]:
        discriminator = schema.get("discriminator")
        if discriminator is None or not _is(value, dict):
            return
        for tag, target in discriminator["mapping"].items():
            if value is EVERYTHING or value.get(discriminator["propertyName"]) == tag:
                yield Place("variants", self.side, f"{pointer}/discriminator/{tag}")
                yield from self.places("", {"$ref": target}, value)

    def _members(self, pointer: str, schema: Schema, value: Any) -> Iterator[Place]:
        for name, member in schema.get("properties", {}).items():
            there = value is EVERYTHING or (isinstance(value, dict) and name in value)
            if there and not self._hidden(member):
                yield Place("keywords", self.side, f"{pointer}/properties/{name}")
                inner = value if value is EVERYTHING else value[name]
                yield from self.places(f"{pointer}/properties/{name}", member, inner)

    def _hidden(self, member: Schema) -> bool:
        return self.side == "request" and bool(self.document.resolved(member).get("readOnly", False))


def _says_something(keyword: str, value: Any) -> bool:
    """Whether `keyword` limits `value` at all."""
    if value is EVERYTHING:
        return keyword in _ANY | _TEXT | _NUMBER | _LIST | _OBJECT | _FILLED | {"format", "items"}
    if keyword in _ANY:
        return True
    match value:
        case bool() | None:
            return False
        case str():
            return keyword in _TEXT or keyword == "format"
        case int() | float():
            return keyword in _NUMBER or keyword == "format"
        case list():
            return keyword in _LIST or (keyword == "items" and bool(value))
        case dict():
            return keyword in _OBJECT or (keyword in _FILLED and bool(value))
        case _:
            return False


def _is_for(branch: Schema, value: Any) -> bool:
    """Whether a value comes to this branch of an `anyOf`, whose branches differ by type."""
    return {"null": type(None), "string": str}.get(str(branch.get("type")), dict) is type(value)


def _inside(pointer: str, schema: Schema, value: Any) -> Iterator[tuple[str, Schema, Any]]:
    """The schemas in `schema`, members and union branches apart, each with what comes to it of `value`."""
    for number, part in enumerate(schema.get("allOf", ())):
        yield f"{pointer}/allOf/{number}", part, value
    for number, part in enumerate(schema.get("anyOf", ())):
        if value is EVERYTHING or _is_for(part, value):
            yield f"{pointer}/anyOf/{number}", part, value
    if "items" in schema and _is(value, list):
        for item in [value] if value is EVERYTHING else value:
            yield f"{pointer}/items", schema["items"], item
    others = schema.get("additionalProperties")
    if isinstance(others, Mapping) and _is(value, dict):
        known = schema.get("properties", {})
        rest = [value] if value is EVERYTHING else [one for name, one in value.items() if name not in known]
        for one in rest:
            yield f"{pointer}/additionalProperties", others, one
