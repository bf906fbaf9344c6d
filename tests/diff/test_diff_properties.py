"""What holds for any two documents: no difference to itself, the same backwards, nothing overlooked."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.contract.diff import compare
from iotcentral.contract.pointers import child, follow
from tests.diff.backwards import signatures
from tests.diff.specimen import SIZE, Edits, Json, edited, ref
from tests.diff.test_diff_rules import CASES

NAMES = ("Sent", "Answered", "Shared")
KEYS = st.sampled_from(("id", "kept", "value", "colour"))

LEAVES = st.sampled_from(
    (
        {},
        {"type": "string"},
        {"type": ["string", "null"]},
        {"type": "string", "format": "date", "maxLength": 4},
        {"type": "string", "readOnly": True},
        {"type": "string", "enum": ["a", "b"], "x-ms-enum": {"name": "Kind", "modelAsString": True}},
        {"type": "string", "enum": ["b"], "default": "b"},
        {"const": "a"},
        {"type": "number", "minimum": 1},
        {"type": "integer", "maximum": 9, "x-ms-secret": True},
        *(ref(name) for name in NAMES),
    )
)


def _wrapped(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    return st.one_of(
        inner.map(lambda schema: {"type": "array", "items": schema}),
        inner.map(lambda schema: {"anyOf": [schema, {"type": "null"}]}),
        inner.map(lambda schema: {"type": "object", "additionalProperties": schema}),
        _objects(inner),
    )


@st.composite
def _objects(draw: st.DrawFn, members: st.SearchStrategy[Json]) -> Json:
    properties = draw(st.dictionaries(KEYS, members, max_size=4))
    found: Json = {"type": "object", "properties": properties, "required": draw(st.lists(KEYS, unique=True))}
    if draw(st.booleans()):
        found["x-iotc-always"] = draw(st.lists(KEYS, unique=True))
    return found


SCHEMAS = st.recursive(LEAVES, _wrapped, max_leaves=4)
ROOTS = st.one_of(
    _objects(SCHEMAS),
    st.lists(st.sampled_from(("Cat", "Dog", *NAMES)), unique=True, min_size=1).map(
        lambda names: {
            "oneOf": [ref(name) for name in names],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {name.lower(): ref(name)["$ref"] for name in names},
            },
        }
    ),
    st.sampled_from(NAMES).map(lambda name: {"allOf": [ref(name)]}),
)


@st.composite
def documents(draw: st.DrawFn) -> Json:
    """The specimen with schemas of all sorts."""
    edits: Edits = {f"/components/schemas/{name}": draw(ROOTS) for name in NAMES}
    return edited({**edits, f"{SIZE}/schema": draw(LEAVES), f"{SIZE}/required": draw(st.booleans())})


@settings(max_examples=scaled(50))
@given(documents())
def test_a_document_does_not_differ_from_itself(document: Json) -> None:
    assert compare(document, copy.deepcopy(document)).differences == ()


@settings(max_examples=scaled(80))
@given(documents(), documents())
def test_backwards_everything_is_the_opposite(old: Json, new: Json) -> None:
    assert signatures(compare(old, new)) == signatures(compare(new, old), turned=True)


@settings(max_examples=scaled(50))
@given(documents(), documents())
def test_every_pointer_leads_somewhere(old: Json, new: Json) -> None:
    for each in compare(old, new).differences:
        for document, pointer in ((old, each.old_pointer), (new, each.new_pointer)):
            if pointer is not None:
                follow(document, pointer)


@pytest.mark.parametrize("rule", CASES)
def test_every_case_is_the_opposite_backwards(rule: str) -> None:
    old, new = edited(CASES[rule].before), edited(CASES[rule].after)
    forward, backward = compare(old, new), compare(new, old)
    if "operation-id-renamed" in {rule}:
        assert len(forward.differences) == len(backward.differences)
    else:
        assert signatures(forward) == signatures(backward, turned=True)


FULL = edited(
    {
        "/components/schemas/Sent/properties/value": {
            "type": "array",
            "minItems": 1,
            "maxItems": 3,
            "items": {
                "type": "string",
                "format": "date",
                "pattern": "^2",
                "default": "2000-01-01",
                "examples": ["2022-07-31"],
                "x-ms-secret": True,
            },
        },
        "/components/schemas/Answered/properties/value": {
            "type": "string",
            "enum": ["a", "b"],
            "x-ms-enum": {"name": "Kind", "modelAsString": True},
        },
        "/components/schemas/Shared": {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]},
            },
            "x-iotc-note": "Two kinds.",
        },
    }
)
NAMES_OF_THE_VERSION = (
    "/info/title",
    "/info/version",
    "/openapi",
    "/components/parameters/ApiVersion/schema/enum",
)
UNUSED = ("/components/schemas/OtherError", "/components/securitySchemes", "/servers/0/variables")
GROUPS = ("/tags/0/name",)  # The groups of methods are those that operations name.


def _leaves(node: Any, pointer: str) -> Iterator[str]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    below = [leaf for key, value in inside for leaf in _leaves(value, child(pointer, key))]
    yield from below or ([pointer] if not isinstance(node, (dict, list)) else [])


def _visible(pointer: str) -> bool:
    """References are not changed one by one, and a discriminator's branches stand twice."""
    references = "$ref" in pointer or "/discriminator/mapping/" in pointer
    return not references and not pointer.startswith((*NAMES_OF_THE_VERSION, *UNUSED, *GROUPS))


def _other(value: Any) -> Any:
    return {bool: lambda: not value, int: lambda: value + 1, str: lambda: f"{value}x"}[type(value)]()


@pytest.mark.parametrize("pointer", [each for each in _leaves(FULL, "") if _visible(each)])
def test_no_change_of_a_single_value_is_overlooked(pointer: str) -> None:
    changed = copy.deepcopy(FULL)
    parent, _, last = pointer.rpartition("/")
    holder = follow(changed, parent)
    key = int(last) if isinstance(holder, list) else last.replace("~1", "/").replace("~0", "~")
    holder[key] = _other(holder[key])
    assert compare(FULL, changed).differences
