"""Operators on answers: the members of a body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from contract_tests.mutants.answer_forms import encoded
from contract_tests.mutants.members import Member, holders, members, types_of
from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.tapes import Spot
from contract_tests.witnesses.pointers import ABSENT, put
from iotcentral.contract.pointers import child

__all__ = ["OPERATORS", "body_with", "schema_pointer"]


def schema_pointer(spot: Spot) -> str | None:
    """The schema of the answer's body."""
    documented = spot.case.documented
    if documented is None or not documented.media_types or not isinstance(spot.answer.json, dict):
        return None
    return next(iter(documented.media_types.values()))


def body_with(spot: Spot, pointer: str, value: Any) -> Mutant:
    """The answer with another value at a pointer of its body."""
    body = put({"body": spot.answer.json}, f"/body{pointer}", value)["body"]
    return Mutant(pointer, replace(spot.answer, body=encoded(body)))


def known(spot: Spot) -> list[Member]:
    schema = schema_pointer(spot)
    return members(spot.case, schema, spot.answer.json) if schema is not None else []


def each(
    where: Callable[[Member], bool], become: Callable[[Member], Any]
) -> Callable[[Spot], Iterator[Mutant]]:
    """Change each member that `where` holds for into what `become` makes of it."""

    def change(spot: Spot) -> Iterator[Mutant]:
        for member in known(spot):
            if where(member):
                yield body_with(spot, member.pointer, become(member))

    return change


def of_type(name: str) -> Callable[[Member], bool]:
    """Whether a member has one type, and only that (or null)."""
    return lambda member: set(types_of(member.schema)) - {"null"} == {name} and not member.is_tag


def enumerated(member: Member) -> bool:
    return "enum" in member.schema and isinstance(member.value, str) and not member.is_tag


def bounded(member: Member) -> bool:
    return isinstance(member.value, int) and bool({"minimum", "maximum"} & set(member.schema))


def out_of_bounds(member: Member) -> int:
    limit = member.schema.get("maximum", member.schema.get("minimum", 0))
    return int(limit) + (1 if "maximum" in member.schema else -1)


def other_case(member: Member) -> str:
    changed = str(member.value).swapcase()
    return changed if changed not in member.schema["enum"] else "Nothing-Of-That-Name"


def not_null(member: Member) -> bool:
    types = types_of(member.schema)
    return member.required and bool(types) and "null" not in types


def renamed(change: Callable[[str], str]) -> Callable[[Spot], Iterator[Mutant]]:
    def mutate(spot: Spot) -> Iterator[Mutant]:
        for member in known(spot):
            other = change(member.name)
            if not member.shape.open and other not in member.shape.members:
                body = put({"body": spot.answer.json}, f"/body{member.pointer}", ABSENT)
                parent = member.pointer.rpartition("/")[0]
                body = put(body, child(f"/body{parent}", other), member.value)
                yield Mutant(member.pointer, replace(spot.answer, body=encoded(body["body"])))

    return mutate


def added(spot: Spot) -> Iterator[Mutant]:
    schema = schema_pointer(spot)
    if schema is not None:
        for shape, _, where in holders(spot.case, schema, spot.answer.json):
            if not shape.open:
                yield body_with(spot, f"{where}/surprise", 1)


def without_always(spot: Spot) -> Iterator[Mutant]:
    documented = spot.case.documented
    of_answer = documented.always if documented is not None else ()
    for member in known(spot):
        top = member.pointer.count("/") == 1
        if (member.always or (top and member.name in of_answer)) and not member.required:
            yield body_with(spot, member.pointer, ABSENT)


OPERATORS = (
    Operator("S07", "text answered as a number", ("answer.type",), each(of_type("string"), lambda _: 7)),
    Operator(
        "S08",
        "number answered as a text",
        ("answer.type",),
        each(
            lambda m: (
                bool({"integer", "number"} & set(types_of(m.schema))) and "string" not in types_of(m.schema)
            ),
            lambda m: str(m.value),
        ),
    ),
    Operator("S09", "list answered as an object", ("answer.type",), each(of_type("array"), lambda _: {})),
    Operator("S10", "object answered as a list", ("answer.type",), each(of_type("object"), lambda _: [])),
    Operator(
        "S11",
        "enum value that nobody names",
        ("answer.enum",),
        each(enumerated, lambda _: "nothing of that name"),
    ),
    Operator(
        "S12",
        "required member removed",
        ("answer.required",),
        each(lambda m: m.required and not m.is_tag, lambda _: ABSENT),
    ),
    Operator(
        "S13",
        "date-time without an offset",
        ("answer.format",),
        each(lambda m: m.schema.get("format") == "date-time", lambda _: "2022-05-24T22:29:01"),
    ),
    Operator("S14", "member that nobody names", ("answer.unknown-member",), added),
    Operator("S15", "member in lower case", ("answer.unknown-member", "answer.required"), renamed(str.lower)),
    Operator("S16", "member missing that is always answered", ("always.missing",), without_always),
    Operator(
        "S21",
        "union with a tag nobody names",
        ("answer.union-tag",),
        each(lambda m: m.is_tag, lambda _: "nothing"),
    ),
    Operator(
        "S22",
        "union with a tag of a wrong type",
        ("answer.type", "answer.union-tag"),
        each(lambda m: m.is_tag, lambda _: 5),
    ),
    Operator(
        "S23", "union without its tag", ("answer.required",), each(lambda m: m.is_tag, lambda _: ABSENT)
    ),
    Operator("S53", "enum value in another case", ("answer.enum",), each(enumerated, other_case)),
    Operator(
        "S54",
        "boolean answered as a text",
        ("answer.type",),
        each(of_type("boolean"), lambda m: str(m.value).lower()),
    ),
    Operator("S55", "number outside its limits", ("answer.limit",), each(bounded, out_of_bounds)),
    Operator(
        "S56", "null for a required member", ("answer.type", "answer.enum"), each(not_null, lambda _: None)
    ),
    Operator(
        "S57",
        "member in snake case",
        ("answer.unknown-member", "answer.required"),
        renamed(lambda name: "".join(f"_{c.lower()}" if c.isupper() else c for c in name)),
    ),
)
