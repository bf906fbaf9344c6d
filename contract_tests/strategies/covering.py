"""A few values that together come to every place of a schema: each member, branch, enum value and limit.

They are the same every time, and few: the values of an object's members go side by side, not one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.reading.operations import Operation
from contract_tests.reading.views import Direction
from contract_tests.strategies.calls import ABSENT, Call
from contract_tests.strategies.drawing import merged
from contract_tests.strategies.patterns import ecma_to_python

__all__ = ["covering", "covering_calls"]

_TEXTS = {
    "date-time": ["2024-01-01T00:00:00Z", "2024-02-29T23:59:59.1234567+01:00"],
    "date": ["2024-02-29"],
    "date-time-rfc1123": ["Mon, 01 Jan 2024 00:00:00 GMT"],
    "duration": ["PT1H", "P1D"],
    "email": ["a@b.example"],
    "uuid": ["00000000-0000-4000-8000-000000000000"],
    "arm-id": ["/subscriptions/0/resourceGroups/a"],
    "uri": ["https://a.example/b"],
}
_BOUNDS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}
_ANYTHING = [{"free": [1, None, {"@id": "text"}]}]


def covering(document: Document, schema: Schema, direction: Direction) -> list[Any]:
    """Values of `schema` that come to every place of it that this side of the wire has."""
    return _Covering(document, direction).of(schema)


def covering_calls(document: Document, operation: Operation) -> list[Call]:
    """Calls that come to every place of an operation's parameters and body, for its first media type."""
    cover = _Covering(document, "request")
    schemas = list(operation.body.values())[:1]
    bodies = [body for schema in schemas for body in cover.of(schema)]
    if not operation.body_required:
        bodies.append(ABSENT)
    members = {
        (p.location, p.name): cover.of(p.schema) for p in operation.parameters if p.name != "api-version"
    }
    places = [
        {place: _nth(values, turn) for place, values in members.items()}
        for turn in range(max(len(bodies), *map(len, members.values()), 1))
    ]
    return [
        Call(
            operation.id,
            **{
                where: {name: value for (location, name), value in place.items() if location == where}
                for where in ("path", "query", "header")
            },
            body=_nth(bodies, turn),
        )
        for turn, place in enumerate(places)
    ]


@dataclass
class _Covering:
    document: Document
    direction: Direction
    inside: list[str] = field(default_factory=list)
    """The named schemas around the one at hand; one that is inside itself goes one deeper and no further."""

    def of(self, schema: Schema) -> list[Any]:
        if "$ref" in schema:
            return self._named(str(schema["$ref"]))
        if "const" in schema:
            return [schema["const"]]
        if "enum" in schema:
            return list(schema["enum"])
        if "discriminator" in schema:
            targets = dict.fromkeys(schema["discriminator"]["mapping"].values())
            return [value for target in targets for value in self._named(str(target))]
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return [value for branch in schema[several] for value in self.of(branch)]
        whole = merged(self.document, schema)
        kinds = whole.get("type", "object" if "properties" in whole else None)
        return [
            value
            for kind in (kinds if isinstance(kinds, list) else [kinds])
            for value in self._of_kind(kind, whole)
        ]

    def _named(self, reference: str) -> list[Any]:
        if self.inside.count(reference) > 1:
            return []
        self.inside.append(reference)
        found = self.of(self.document.pointed(reference))
        self.inside.pop()
        return found

    def _of_kind(self, kind: str | None, schema: Schema) -> list[Any]:
        match kind:
            case "string":
                return list(_texts(schema))
            case "boolean":
                return [True, False]
            case "integer" | "number":
                return list(_numbers(kind, schema))
            case "null":
                return [None]
            case "array":
                return self._arrays(schema)
            case "object":
                return self._objects(schema)
            case _:
                return _ANYTHING

    def _arrays(self, schema: Schema) -> list[Any]:
        fewest, items = int(schema.get("minItems", 0)), self.of(schema.get("items", {}))
        most = int(schema.get("maxItems", max(fewest, len(items), 1)))
        parts = [items[start : start + most] for start in range(0, len(items), most)]
        filled = [[*part, *([part[0]] * (fewest - len(part)))] for part in parts]
        return filled if fewest else [*filled, []]

    def _objects(self, schema: Schema) -> list[Any]:
        members = {
            name: values
            for name, member in schema.get("properties", {}).items()
            if self._may_be_there(member) and (values := self.of(member))
        }
        if not members:
            return [{}] if "properties" in schema else self._free_form(schema)
        needed = {*schema.get("required", ())}
        full = [
            {name: _nth(values, turn) for name, values in members.items()}
            for turn in range(max(map(len, members.values())))
        ]
        if self.direction == "answer" or int(schema.get("minProperties", 0)):
            return full
        return [*full, {name: value for name, value in full[0].items() if name in needed}]

    def _may_be_there(self, member: Schema) -> bool:
        return self.direction == "answer" or not self.document.resolved(member).get("readOnly", False)

    def _free_form(self, schema: Schema) -> list[Any]:
        values = schema.get("additionalProperties", True)
        return [{"name": value} for value in (_ANYTHING if isinstance(values, bool) else self.of(values))]


def _nth(values: Sequence[Any], turn: int) -> Any:
    """The value of this turn; where there are fewer, they come again."""
    return values[turn % len(values)] if values else ABSENT


def _texts(schema: Schema) -> Iterator[str]:
    if "format" in schema:
        yield from _TEXTS[schema["format"]]
        return
    shortest, longest = int(schema.get("minLength", 1)), schema.get("maxLength")
    pattern = ecma_to_python(schema.get("pattern", ""))
    lengths = dict.fromkeys([max(shortest, 3 if longest is None else min(3, longest)), shortest, longest])
    yield from (text for n in lengths if n is not None and pattern.search(text := "a" * n))


def _numbers(kind: str, schema: Schema) -> Iterator[int | float]:
    lowest, highest = _BOUNDS.get(str(schema.get("format")), (-1, 1))
    yield schema.get("minimum", lowest)
    yield schema.get("maximum", max(highest, schema.get("minimum", highest)))
    if kind == "number":
        yield schema.get("minimum", 0) + 0.5
