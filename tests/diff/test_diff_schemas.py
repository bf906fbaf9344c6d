"""How schemas are followed: directions, bases, sharing, recursion, renaming."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.diff import Difference
from tests.diff.specimen import (
    ANSWERED,
    GET,
    GONE,
    PATCH,
    PUT,
    SENT,
    SIZE,
    Edits,
    content,
    difference,
    ref,
    rules,
)

SHARED = "/components/schemas/Shared"
SCHEMAS = "/components/schemas"
TEXT = {"type": "string"}


def found(before: Edits, after: Edits, rule: str) -> list[Difference]:
    return [each for each in difference(before, after).differences if each.rule == rule]


def one(before: Edits, after: Edits, rule: str) -> Difference:
    (only,) = found(before, after, rule)
    return only


@pytest.mark.parametrize(
    ("pointer", "caller"), [(f"{SENT}/required", "compatible"), (f"{ANSWERED}/required", "breaking")]
)
def test_a_member_that_may_be_missing_breaks_readers_and_frees_senders(pointer: str, caller: str) -> None:
    (only,) = difference({}, {pointer: []}).differences
    assert only.caller == caller


def test_an_enum_value_added_to_an_answer_is_compatible_for_callers_and_servers() -> None:
    place = f"{ANSWERED}/properties/value"
    only = one({place: {"enum": ["a"]}}, {place: {"enum": ["a", "b"]}}, "answer-enum-value-added")
    assert (only.caller, only.server) == ("compatible", "compatible")


def test_a_change_of_a_shared_schema_is_reported_once_for_each_direction() -> None:
    report = difference({}, {f"{SHARED}/properties/colour": TEXT})
    assert [each.rule for each in report.differences] == ["request-property-added", "answer-property-added"]


def test_a_change_names_every_operation_that_it_reaches() -> None:
    only = one({}, {f"{ANSWERED}/properties/colour": TEXT}, "answer-property-added")
    assert only.operations == ("Things_List", "Things_Get", "Things_Create")


def test_a_change_of_a_shared_parameter_is_reported_once_with_its_operations() -> None:
    only = one({}, {"/components/parameters/ThingId/schema/maxLength": 9}, "parameter-limit-tightened")
    assert only.operations == ("Things_Get", "Things_Create", "Things_Update")


def test_a_change_of_a_shared_answer_is_reported_once_with_its_operations() -> None:
    only = one({}, {"/components/responses/NotFound/headers": {}}, "error-header-removed")
    assert len(only.operations) == 4


@pytest.mark.parametrize("rule", ["request-property-added", "request-property-removed"])
def test_a_read_only_member_does_not_count_in_requests(rule: str) -> None:
    locked: Edits = {f"{SHARED}/properties/id": {"type": "string", "readOnly": True}}
    assert found({}, locked, rule) == found(locked, {}, rule) == []


def test_a_member_that_refers_to_a_read_only_one_does_not_carry_it_into_requests() -> None:
    base: Edits = {f"{SENT}/properties/cat": {**ref("Cat"), "readOnly": True}}
    report = difference(base, {**base, f"{SCHEMAS}/Cat/properties/name": TEXT})
    assert rules(report) == {"uncarried-schema-changed"}


def a_base(*names: str, **members: Any) -> Edits:
    """Schemas that are built on `Base`."""
    base = {f"{SCHEMAS}/Kind": {"type": "object", "properties": members}}
    return {**base, **{f"{SCHEMAS}/{name}": {"allOf": [ref("Kind")]} for name in names}}


def test_a_change_of_a_base_is_reported_once_for_all_that_are_built_on_it() -> None:
    names = ("Answered", "Shared")
    only = one(a_base(*names), a_base(*names, colour=TEXT), "answer-property-added")
    assert (only.schema, set(only.schemas)) == ("Kind", set(names))


def test_a_change_of_a_base_with_one_heir_is_reported_for_the_heir() -> None:
    only = one(a_base("Answered"), a_base("Answered", colour=TEXT), "answer-property-added")
    assert (only.schema, only.new_pointer) == ("Answered", f"{SCHEMAS}/Kind/properties/colour")


def test_members_that_move_into_a_base_are_no_difference_in_the_contract() -> None:
    members = {"kept": TEXT, "id": {"type": "string", "readOnly": True}, "free": TEXT, "value": TEXT}
    base: Edits = {f"{SCHEMAS}/Kind": {"type": "object", "required": ["kept"], "properties": members}}
    moved: Edits = {**base, f"{ANSWERED}": {"allOf": [ref("Kind")], "x-iotc-always": ["id"]}}
    assert not rules(difference(base, moved)) - {"schema-text-changed"}


def test_nullable_may_be_written_as_anyof_or_as_a_list_of_types() -> None:
    place = f"{SENT}/properties/value"
    forms: list[Any] = [{"anyOf": [TEXT, {"type": "null"}]}, {"type": ["string", "null"]}]
    assert not difference({place: forms[0]}, {place: forms[1]}).differences


def test_a_reference_with_null_beside_it_is_the_same_model_nullable() -> None:
    place = f"{SENT}/properties/value"
    nullable = {"anyOf": [ref("Cat"), {"type": "null"}]}
    assert rules(difference({place: ref("Cat")}, {place: nullable})) == {"request-nullable-added"}


def recursive(**members: Any) -> Edits:
    properties = {"next": ref("Answered"), "list": {"type": "array", "items": ref("Answered")}, **members}
    return {ANSWERED: {"type": "object", "properties": properties}}


def test_a_schema_that_holds_itself_is_compared_once() -> None:
    report = difference(recursive(), recursive(colour=TEXT))
    assert [each.rule for each in report.differences] == ["answer-property-added"]


def test_two_schemas_that_take_each_others_place_are_compared_once() -> None:
    def under(name: str, **members: Any) -> Edits:
        tree = {"type": "object", "properties": {"below": {"type": "array", "items": ref(name)}, **members}}
        return {f"{SCHEMAS}/{name}": tree, f"{ANSWERED}/properties/value": ref(name)}

    report = difference(under("Tree"), under("Wood", colour=TEXT))
    added = [each for each in report.differences if each.rule == "answer-property-added"]
    assert [(each.schema, each.member) for each in added] == [("Wood", "colour")]
    assert {"schema-added", "schema-removed", "answer-model-changed"} <= rules(report)


def test_a_base_that_holds_itself_ends() -> None:
    loop: Edits = {f"{SCHEMAS}/Kind": {"allOf": [ref("Kind")]}, ANSWERED: {"allOf": [ref("Kind")]}}
    assert not difference(loop, loop).differences


def test_a_named_schema_in_place_of_an_unnamed_one_is_compared_inside() -> None:
    place = f"{ANSWERED}/properties/value"
    plain = {"type": "object", "properties": {"lives": {"type": "string"}}}
    assert rules(difference({place: plain}, {place: ref("Cat")})) >= {
        "answer-model-changed",
        "answer-type-changed",
    }


def test_items_and_values_of_maps_are_compared() -> None:
    place = f"{SENT}/properties/value"
    nested = [
        {"type": "array", "items": {"additionalProperties": {"type": kind}}} for kind in ("string", "boolean")
    ]
    only = one({place: nested[0]}, {place: nested[1]}, "request-type-changed")
    assert only.member == "value[].*"


def test_the_same_operation_under_another_id_keeps_its_other_differences() -> None:
    report = difference({}, {f"{GET}/operationId": "Things_Read", f"{GET}/x-iotc-retry": "once"})
    assert rules(report) == {"operation-id-renamed", "retry-tightened"}


def test_the_value_of_the_version_parameter_is_not_a_difference() -> None:
    other: Edits = {"/components/parameters/ApiVersion/schema/enum": ["2"], "/info/version": "2"}
    assert not difference({}, other).differences


def test_the_default_of_the_version_parameter_is_a_difference() -> None:
    with_default: Edits = {"/components/parameters/ApiVersion/schema/default": "1"}
    assert rules(difference(with_default, {})) == {"parameter-default-removed"}


def test_a_header_that_an_answer_has_is_compared_without_regard_to_case() -> None:
    lower: Edits = {f"{GET}/responses/200/headers": {"etag": {"schema": {"type": "integer"}}}}
    assert rules(difference({}, lower)) == {"answer-type-changed"}


def test_members_always_answered_by_one_operation_are_compared() -> None:
    only = one({}, {f"{GET}/responses/200/x-iotc-always": ["kept"]}, "answer-always-added")
    assert (only.operations, only.schema) == (("Things_Get",), None)


def test_bodies_with_other_media_types_are_still_compared() -> None:
    merge: Edits = {f"{PATCH}/requestBody/content": content(ref("Cat"), "application/merge-patch+json")}
    assert rules(difference({}, merge)) >= {
        "request-media-type-added",
        "request-media-type-removed",
        "request-model-changed",
    }


def test_a_renamed_parameter_keeps_its_argument() -> None:
    named: Edits = {
        f"{SIZE}/name": "maxsize",
        f"{SIZE}/x-ms-client-name": "size",
        f"{SIZE}/schema/maximum": 100,
    }
    report = difference({}, named)
    assert rules(report) == {"parameter-renamed", "parameter-limit-tightened"}


def test_a_patch_schema_that_a_put_uses_too_is_not_the_projects_own() -> None:
    new: Edits = {
        f"{SCHEMAS}/FishPatch": {"type": "object"},
        f"{PUT}/requestBody/content": content(ref("FishPatch")),
    }
    assert "schema-added" in rules(difference({}, new))


def test_a_patch_schema_that_only_patches_reach_is_the_projects_own() -> None:
    new: Edits = {
        f"{SCHEMAS}/FishPatch": {"type": "object", "properties": {"fin": ref("FinPatch")}},
        f"{SCHEMAS}/FinPatch": {"type": "object"},
        f"{PATCH}/requestBody/content": content(ref("FishPatch")),
    }
    assert difference({}, new).own_schemas.added == ("FinPatch", "FishPatch")


def test_a_schema_that_is_gone_from_both_directions_is_not_compared_inside() -> None:
    gone: Edits = {f"{PUT}/requestBody": GONE, f"{SENT}/properties/free/type": "boolean"}
    assert rules(difference({}, gone)) == {"request-body-removed", "uncarried-schema-changed"}
