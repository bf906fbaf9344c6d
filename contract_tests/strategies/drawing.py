"""JSON values of a schema, as one side of the wire may send them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Document, Schema, kept_by_document, schema_name
from contract_tests.reading.operations import always_of
from contract_tests.reading.views import Direction
from contract_tests.strategies.choices import Choices, Make, drawn
from contract_tests.strategies.scalars import any_json, booleans, integers, name, numbers, strings, text

__all__ = ["Drawing"]

_MOST_ITEMS = 3
_NONE, _ALL = 24, 232
"""The choices of a byte up to which an object has no optional member, and from which on nearly all."""


@dataclass(frozen=True)
class Drawing:
    """What to draw: a request's values leave read-only members out, an answer's have what is always there."""

    document: Document
    direction: Direction
    always: bool = True
    """Answers only: whether the members of `x-iotc-always` are always there."""
    unknown: bool = False
    """Whether members, enum values and union tags that no schema names may be there as well."""

    def of(self, schema: Schema) -> st.SearchStrategy[Any]:
        """Values that `schema` allows."""
        values: st.SearchStrategy[Any] = drawn(self.making(schema))
        return values

    def making(self, schema: Schema) -> Make:
        """What makes such values of choices."""
        if "$ref" in schema:
            return self._named(schema)
        if "const" in schema:
            return _constant(schema["const"])
        if "enum" in schema:
            return self._enumerated(schema)
        if "discriminator" in schema:
            return self._union(schema["discriminator"])
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return _one_of([self.making(branch) for branch in schema[several]])
        types = schema.get("type", "object" if "properties" in schema or "allOf" in schema else None)
        return (
            _one_of([self._typed(one, schema) for one in types])
            if isinstance(types, list)
            else self._typed(types, schema)
        )

    def _named(self, schema: Schema) -> Make:
        """What a reference leads to, looked up when a value comes to it: schemas may be inside themselves."""
        known = _known(self.document, (self.direction, self.always, self.unknown))
        place = str(sorted(schema.items()))

        def make(choices: Choices) -> Any:
            if place not in known:
                known[place] = self.making(self.document.resolved(schema))
            return known[place](choices)

        return make

    def _typed(self, kind: str | None, schema: Schema) -> Make:
        match kind:
            case "string":
                return strings(schema)
            case "boolean":
                return booleans
            case "integer":
                return integers(schema)
            case "number":
                return numbers(schema)
            case "null":
                return _constant(None)
            case "array":
                return self._array(schema)
            case "object":
                return self._object(merged(self.document, schema))
            case _:
                return any_json

    def _enumerated(self, schema: Schema) -> Make:
        known: Sequence[Any] = schema["enum"]
        open_to_others = self.unknown and schema.get("x-ms-enum", {}).get("modelAsString")

        def make(choices: Choices) -> Any:
            if open_to_others and choices.below(2):
                return _other_than(known, text(choices, 0, 8))
            return choices.one_of(known)

        return make

    def _union(self, discriminator: Mapping[str, Any]) -> Make:
        tag = str(discriminator["propertyName"])
        mapping: Mapping[str, str] = discriminator["mapping"]
        branches = [self.making({"$ref": target}) for target in mapping.values()]

        def unknown(choices: Choices) -> Any:
            return {**_extras(choices, ()), tag: _other_than(mapping, text(choices, 1, 8))}

        return _one_of([*branches, unknown] if self.unknown else branches)

    def _array(self, schema: Schema) -> Make:
        fewest = int(schema.get("minItems", 0))
        most = min(int(schema.get("maxItems", fewest + _MOST_ITEMS)), fewest + _MOST_ITEMS)
        item = self.making(schema.get("items", {}))
        return lambda choices: [item(choices) for _ in range(fewest + choices.below(most - fewest + 1))]

    def _object(self, schema: Schema) -> Make:
        properties: Mapping[str, Schema] = schema.get("properties", {})
        if not properties:
            return self._free_form(schema)
        there = {one: self.making(member) for one, member in properties.items() if self._may_be_there(member)}
        needed = set(schema.get("required", ())) | (set(always_of(schema)) if self._wants_always else set())
        always = [one for one in there if one in needed]
        others = [one for one in there if one not in needed]
        fewest = int(schema.get("minProperties", 0)) - len(always)

        def make(choices: Choices) -> dict[str, Any]:
            extra = _extras(choices, properties) if self.unknown else {}
            chosen = _chosen(choices, others, fewest)
            return extra | {one: there[one](choices) for one in (*always, *chosen)}

        return make

    @property
    def _wants_always(self) -> bool:
        return self.always and self.direction == "answer"

    def _may_be_there(self, member: Schema) -> bool:
        return self.direction == "answer" or not self.document.resolved(member).get("readOnly", False)

    def _free_form(self, schema: Schema) -> Make:
        refused = schema.get("propertyNames", {}).get("not", {}).get("const")
        values = schema.get("additionalProperties", True)
        value = any_json if isinstance(values, bool) else self.making(values)

        def make(choices: Choices) -> dict[str, Any]:
            members = {name(choices): value(choices) for _ in range(choices.below(5))}
            members.pop(refused, None)
            return members

        return make


@kept_by_document
def _known(document: Document, settings: tuple[Direction, bool, bool]) -> dict[str, Make]:
    """What makes the values of a document's references, by reference."""
    del document, settings
    return {}


def _constant(value: Any) -> Make:
    return lambda _: value


def _one_of(branches: list[Make]) -> Make:
    return lambda choices: choices.one_of(branches)(choices)


def _chosen(choices: Choices, optional: list[str], fewest: int) -> list[str]:
    """Some optional members, none or all of them more often than chance has it, in any order."""
    if not optional:
        return []
    kind, start = choices.below(256), choices.below(len(optional))
    turned = optional[start:] + optional[:start]
    # A zero leaves its member out whatever the kind is: each can be shrunk away alone.
    least = 256 if kind < _NONE else 1 if kind >= _ALL else 128
    raw = choices.take(len(turned))
    chosen = [member for member, byte in zip(turned, raw, strict=True) if byte >= least]
    missing = (member for member in turned if member not in chosen)
    return [*chosen, *(next(missing) for _ in range(fewest - len(chosen)))]


def _other_than(known: Collection[str], drawn_text: str) -> str:
    """A text that is none of the known ones."""
    while drawn_text in known:
        drawn_text += "x"
    return drawn_text


def _extras(choices: Choices, known: Collection[str]) -> dict[str, Any]:
    """Members that no schema names."""
    return {_other_than(known, name(choices)): any_json(choices) for _ in range(choices.below(3))}


def merged(document: Document, schema: Schema) -> dict[str, Any]:
    """`schema` with its `allOf` bases folded in, its members and what is required in one place."""
    if "$ref" in schema:
        return merged(document, document.resolved(schema))
    whole = {key: value for key, value in schema.items() if key != "allOf"}
    for part in schema.get("allOf", []):
        folded = merged(document, part)
        for key, value in folded.items():
            whole[key] = _both(whole[key], value) if key in whole else value
    return whole


def _both(mine: Any, base: Any) -> Any:
    if isinstance(mine, Mapping) and isinstance(base, Mapping):
        return {**base, **mine}
    if isinstance(mine, list) and isinstance(base, list):
        return [*base, *(value for value in mine if value not in base)]
    return mine


def branch_of(document: Document, discriminator: Mapping[str, Any], value: Any) -> str | None:
    """The name of the branch schema `value` says it is; None for a tag the union does not know."""
    target = discriminator["mapping"].get(value.get(discriminator["propertyName"]))
    return None if target is None else schema_name(target)
