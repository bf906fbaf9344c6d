"""For each rule on schemas: a fragment before and after, where it is sent, answered or a parameter's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.diff.cases_operations import Case
from tests.diff.specimen import ANSWERED, SENT, SIZE, Edits, ref, specimen

Schema = dict[str, Any]


class Fragment(NamedTuple):
    """A schema before and after, and a pair that does not show the rule."""

    before: Schema
    after: Schema
    quiet: tuple[Schema, Schema]


TEXT: Schema = {"type": "string"}
LISTED: Schema = {"type": "string", "enum": ["a", "b"]}
OPEN: Schema = {**LISTED, "x-ms-enum": {"name": "Kind", "modelAsString": True}}
CLOSED: Schema = {**LISTED, "x-ms-enum": {"name": "Kind", "modelAsString": False}}
OTHER_CLASS: Schema = {**LISTED, "x-ms-enum": {"name": "Sort", "modelAsString": True}}


def turned(rule: str, opposite: str, looser: Schema, tighter: Schema, quiet: Schema) -> dict[str, Fragment]:
    """From the first schema to the second shows one rule, and back the opposite one."""
    return {
        rule: Fragment(looser, tighter, (looser, quiet)),
        opposite: Fragment(tighter, looser, (quiet, looser)),
    }


VALUES: dict[str, Fragment] = {
    **turned(
        "type-widened",
        "type-narrowed",
        {"type": "integer"},
        {"type": "number"},
        {"type": ["integer"], "description": "Whole."},
    ),
    "type-changed": Fragment(TEXT, {"type": "boolean"}, (TEXT, {"type": ["string", "null"]})),
    **turned("format-added", "format-removed", TEXT, {**TEXT, "format": "date"}, {**TEXT, "pattern": "-"}),
    "format-changed": Fragment(
        {**TEXT, "format": "date"}, {**TEXT, "format": "uuid"}, (TEXT, {**TEXT, "format": "date"})
    ),
    **turned("limit-tightened", "limit-loosened", TEXT, {**TEXT, "minLength": 1}, {**TEXT, "minLength": 0}),
    "limit-changed": Fragment(
        {**TEXT, "pattern": "a"}, {**TEXT, "pattern": "b"}, (TEXT, {**TEXT, "pattern": "b"})
    ),
    **turned(
        "enum-value-removed",
        "enum-value-added",
        {"type": "string", "enum": ["a", "b", "c"]},
        LISTED,
        {"type": "string", "enum": ["c", "b", "a"]},
    ),
    **turned("enum-introduced", "enum-dropped", TEXT, LISTED, {**TEXT, "examples": ["a", "b"]}),
    **turned("enum-closed", "enum-opened", OPEN, CLOSED, OTHER_CLASS),
    "enum-class-renamed": Fragment(OPEN, OTHER_CLASS, (OPEN, CLOSED)),
    **turned("nullable-added", "nullable-removed", TEXT, {"type": ["string", "null"]}, {"type": ["string"]}),
    **turned("default-added", "default-removed", TEXT, {**TEXT, "default": "a"}, {**TEXT, "examples": ["a"]}),
    "default-changed": Fragment(
        {**TEXT, "default": "a"}, {**TEXT, "default": "b"}, (TEXT, {**TEXT, "default": "b"})
    ),
    **turned(
        "secret-added", "secret-removed", TEXT, {**TEXT, "x-ms-secret": True}, {**TEXT, "x-ms-secret": False}
    ),
    "model-changed": Fragment(ref("Cat"), ref("Dog"), (ref("Cat"), {**ref("Cat"), "description": "A cat."})),
}

OBJECT: Schema = specimen()["components"]["schemas"]["Sent"]


def an_object(*required: str, without: str = "", **members: Schema) -> Schema:
    """The object of the specimen, with members that must be there and others."""
    properties = {name: each for name, each in {**OBJECT["properties"], **members}.items() if name != without}
    return {**OBJECT, "required": ["kept", *required], "properties": properties}


def a_union(*tags: str, name: str = "kind") -> Schema:
    known = {"cat": "Cat", "dog": "Dog"}
    return {
        "oneOf": [ref(known[tag]) for tag in tags],
        "discriminator": {"propertyName": name, "mapping": {tag: ref(known[tag])["$ref"] for tag in tags}},
    }


LOCKED: Schema = {"type": "string", "readOnly": True}
WITH_READ_ONLY = an_object(colour=LOCKED)

MEMBERS: dict[str, Fragment] = {
    "property-added": Fragment(OBJECT, an_object(colour=TEXT), (OBJECT, an_object("colour", colour=TEXT))),
    "property-required-added": Fragment(
        OBJECT, an_object("colour", colour=TEXT), (OBJECT, an_object(colour=TEXT))
    ),
    "property-removed": Fragment(OBJECT, an_object(without="free"), (OBJECT, an_object("free"))),
    **turned(
        "property-became-required",
        "property-became-optional",
        OBJECT,
        an_object("free"),
        an_object(colour=TEXT),
    ),
    **turned(
        "read-only-added",
        "read-only-removed",
        an_object(colour=TEXT),
        WITH_READ_ONLY,
        an_object(colour={**TEXT, "readOnly": False}),
    ),
    **turned(
        "branch-added",
        "branch-removed",
        a_union("cat"),
        a_union("cat", "dog"),
        {**a_union("cat"), "description": "dog"},
    ),
    "discriminator-changed": Fragment(
        a_union("cat"), a_union("cat", name="sort"), (a_union("cat"), a_union("cat", "dog"))
    ),
    **turned(
        "additional-opened",
        "additional-closed",
        {**OBJECT, "additionalProperties": False},
        {**OBJECT, "additionalProperties": True},
        {**OBJECT, "additionalProperties": False, "title": "x"},
    ),
}

PLACES = {
    "request": f"{SENT}/properties/value",
    "answer": f"{ANSWERED}/properties/value",
    "parameter": f"{SIZE}/schema",
}
WHOLE = {"request": SENT, "answer": ANSWERED}


def _cases(fragments: dict[str, Fragment], places: dict[str, str]) -> Iterator[tuple[str, Case]]:
    for suffix, (before, after, quiet) in fragments.items():
        for direction, pointer in places.items():
            quiet_edits = ({pointer: quiet[0]}, {pointer: quiet[1]})
            way = "answer" if direction == "answer" else "request"
            inside = {f"{way}-property-added", f"{way}-property-removed"} if suffix == "model-changed" else ()
            also = frozenset[str](inside)
            yield f"{direction}-{suffix}", Case({pointer: before}, {pointer: after}, quiet_edits, also)


ALWAYS = f"{ANSWERED}/x-iotc-always"
FISH = "/components/schemas/Fish"
FISH_PATCH = "/components/schemas/FishPatch"
NONE: Edits = {}


def _both(rule: str, opposite: str, edits: Edits, quiet: Edits) -> dict[str, Case]:
    return {rule: Case(NONE, edits, (NONE, quiet)), opposite: Case(edits, NONE, (quiet, NONE))}


OTHERS: dict[str, Case] = {
    **_both(
        "answer-always-added",
        "answer-always-removed",
        {ALWAYS: ["id", "free"]},
        {f"{SENT}/x-iotc-always": ["id"]},
    ),
    **_both("schema-added", "schema-removed", {FISH: {"type": "object"}}, {FISH_PATCH: {"type": "object"}}),
    **_both(
        "own-schema-added", "own-schema-removed", {FISH_PATCH: {"type": "object"}}, {FISH: {"type": "object"}}
    ),
    "uncarried-schema-changed": Case(
        NONE,
        {"/components/schemas/Cat/properties/lives/type": "string"},
        (NONE, {f"{ANSWERED}/properties/free/type": "boolean"}),
    ),
    "schema-text-changed": Case(
        NONE, {f"{SENT}/properties/free/description": "Text."}, (NONE, {f"{SENT}/x-iotc-note": "N"})
    ),
    "schema-example-changed": Case(
        NONE, {f"{SENT}/properties/free/examples": ["a"]}, (NONE, {f"{SENT}/title": "a"})
    ),
    "schema-note-changed": Case(
        NONE, {f"{SENT}/properties/free/x-iotc-note": "N."}, (NONE, {f"{SENT}/title": "N."})
    ),
    "schema-mark-changed": Case(
        NONE, {f"{SENT}/x-ms-azure-resource": True}, (NONE, {f"{SENT}/title": "resource"})
    ),
}

CASES: dict[str, Case] = {**dict(_cases(VALUES, PLACES)), **dict(_cases(MEMBERS, WHOLE)), **OTHERS}
