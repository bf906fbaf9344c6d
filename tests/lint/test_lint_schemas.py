"""Rules on unions, enums, secrets and the limits of the generator."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import Case, breaches, each
from tests.lint.specimen import REMOVED

_S = "components schemas"
_P = "/components/schemas"
_EMAIL = f"{_S} EmailUser allOf 1"
_TEXT = {"type": "string", "description": "Some words."}
_LEVEL = f"{_S} UserBase properties level"

BROKEN: list[Case] = [
    ("union/discriminator", f"{_P}/User", ((f"{_S} User discriminator", REMOVED),)),
    ("union/discriminator", f"{_P}/User", ((f"{_S} User discriminator mapping", {}),)),
    ("union/discriminator", f"{_P}/User", ((f"{_S} User oneOf 0", {"type": "object"}),)),
    ("union/discriminator", f"{_P}/Key", ((f"{_S} Key discriminator", {"propertyName": "type"}),)),
    ("union/mapping", f"{_P}/User/discriminator", ((f"{_S} User oneOf 1", REMOVED),)),
    ("union/mapping", f"{_P}/User/discriminator", ((f"{_S} User discriminator mapping email", REMOVED),)),
    ("union/pinned", f"{_P}/EmailUser", ((f"{_EMAIL} properties type const", REMOVED),)),
    ("union/pinned", f"{_P}/EmailUser", ((f"{_EMAIL} properties type const", "mail"),)),
    ("union/pinned", f"{_P}/EmailUser", ((f"{_EMAIL} required", ["email"]),)),
    ("union/distinct", f"{_P}/User", ((f"{_EMAIL} properties type const", "servicePrincipal"),)),
    ("union/read-only-tag", f"{_P}/EmailUser", ((f"{_EMAIL} properties type readOnly", True),)),
    ("enum/open", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} x-ms-enum", REMOVED),)),
    ("enum/open", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} x-ms-enum modelAsString", False),)),
    ("enum/open", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} x-ms-enum name", ""),)),
    ("enum/open", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} enum", [1, 2]),)),
    ("enum/open", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} enum", ["low", "low"]),)),
    ("enum/name", f"{_P}/UserPatch/properties/level/anyOf/0", ((f"{_LEVEL} enum", ["low", "high", "none"]),)),
    (
        "secret/missing",
        f"{_P}/Key/properties/primaryKey",
        ((f"{_S} Key properties primaryKey x-ms-secret", REMOVED),),
    ),
    ("secret/type", f"{_P}/Device/properties/key", ((f"{_S} Device properties key x-ms-secret", True),)),
    (
        "secret/type",
        f"{_P}/Key/properties/primaryKey",
        ((f"{_S} Key properties primaryKey x-ms-secret", "yes"),),
    ),
    ("generator/property-clash", f"{_P}/Device", ((f"{_S} Device properties display_name", _TEXT),)),
    ("generator/property-clash", f"{_P}/EmailUser", ((f"{_EMAIL} properties Level", _TEXT),)),
    ("generator/property-name", f"{_P}/Key/properties/toDict", ((f"{_S} Key properties toDict", _TEXT),)),
    ("generator/enum-clash", f"{_P}/UserBase/properties/level", ((f"{_LEVEL} enum", ["blob-x", "blob_x"]),)),
    (
        "generator/parameter-clash",
        "/paths/~1users~1{userId}/get",
        (("paths /users/{userId} get parameters +", {"name": "user-id", "in": "query"}),),
    ),
    (
        "generator/parameter-clash",
        "/paths/~1users~1{userId}/get",
        (("paths /users/{userId} get parameters +", {"name": "body", "in": "query"}),),
    ),
    (
        "generator/parameter-clash",
        "/paths/~1users~1{userId}/get",
        (
            (
                "paths /users/{userId} get parameters +",
                {"name": "b", "in": "query", "x-ms-client-name": "user_id"},
            ),
        ),
    ),
    (
        "generator/method-clash",
        "/paths/~1users~1{userId}/patch",
        (
            ("paths /users/{userId} get operationId", "Users_Remove"),
            ("paths /users/{userId} patch operationId", "Users_Delete"),
        ),
    ),
    ("generator/class-name", f"{_P}/Any", ((f"{_S} Any", {"type": "object"}),)),
    ("generator/class-name", f"{_P}/UserLevel", ((f"{_S} UserLevel", {"type": "object"}),)),
    ("generator/class-name", f"{_P}/DEVICE", ((f"{_S} DEVICE", {"type": "object"}),)),
    ("generator/all-of", f"{_P}/EmailUser/allOf", ((f"{_S} EmailUser allOf +", {"type": "object"}),)),
    ("generator/all-of", f"{_P}/EmailUser/allOf", ((f"{_EMAIL}", {"type": "string"}),)),
    (
        "generator/all-of",
        f"{_P}/UserBase/allOf",
        ((f"{_S} UserBase allOf", [{"$ref": "#/components/schemas/EmailUser"}]),),
    ),
    (
        "generator/any-of",
        f"{_P}/UserPatch/properties/level/anyOf",
        ((f"{_S} UserPatch properties level anyOf 1", {"type": "integer"}),),
    ),
    (
        "generator/any-of",
        f"{_P}/UserPatch/properties/level/anyOf",
        (
            (
                f"{_S} UserPatch properties level anyOf",
                [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "integer"}}],
            ),
        ),
    ),
    (
        "generator/type",
        f"{_P}/Key/properties/primaryKey/type",
        ((f"{_S} Key properties primaryKey type", ["string", "integer"]),),
    ),
    (
        "generator/type",
        f"{_P}/DeviceCollection/properties/value",
        ((f"{_S} DeviceCollection properties value items", REMOVED),),
    ),
    ("generator/object-type", f"{_P}/Key", ((f"{_S} Key type", REMOVED),)),
    ("generator/keyword", f"{_P}/Key/nullable", ((f"{_S} Key nullable", True),)),
    ("generator/keyword", f"{_P}/Key/if", ((f"{_S} Key if", {}),)),
    (
        "generator/nesting",
        f"{_P}/Error/properties/error",
        ((f"{_S} Error properties error properties", {"code": _TEXT}),),
    ),
    (
        "generator/operation-key",
        "/paths/~1devices/get/callbacks",
        (("paths /devices get callbacks", {}),),
    ),
    (
        "generator/operation-key",
        "/paths/~1devices/get/responses/200/links",
        (("paths /devices get responses 200 links", {}),),
    ),
    (
        "generator/pattern",
        "/components/parameters/UserId/schema/pattern",
        (("components parameters UserId schema pattern", "[a-z]+"),),
    ),
    (
        "generator/pattern",
        "/components/parameters/UserId/schema/pattern",
        (("components parameters UserId schema pattern", r"^\d+$"),),
    ),
]


@each(BROKEN)
def test_a_breach_is_named_with_its_pointer(
    id: str, pointer: str, changes: tuple[tuple[str, Any], ...]
) -> None:
    assert pointer in breaches(id, *changes)


@each(BROKEN)
def test_what_keeps_the_rule_is_not_named(
    id: str, pointer: str, changes: tuple[tuple[str, Any], ...]
) -> None:
    assert breaches(id) == []


def test_a_schema_that_is_the_enum_of_its_name_is_allowed() -> None:
    values = {"type": "string", "enum": ["a"], "x-ms-enum": {"name": "Letter", "modelAsString": True}}
    assert breaches("generator/class-name", (f"{_S} Letter", values)) == []


@pytest.mark.parametrize("null", [[], [{"type": "null"}]])
def test_a_text_may_be_by_language_instead(null: list[dict[str, str]]) -> None:
    text = [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}]
    assert breaches("generator/any-of", (f"{_S} UserPatch properties level anyOf", [*text, *null])) == []


def test_parameters_are_told_apart_by_the_names_given_to_them() -> None:
    parameter = {"name": "user-id", "in": "query", "x-ms-client-name": "other_id"}
    assert breaches("generator/parameter-clash", ("paths /users/{userId} get parameters +", parameter)) == []


@pytest.mark.parametrize("wire", ["@id", "$metadata", "type", "filter"])
def test_names_that_python_can_tell_apart_are_allowed(wire: str) -> None:
    assert breaches("generator/property-clash", (f"{_S} Device properties {wire}", _TEXT)) == []


def test_a_nullable_secret_still_needs_its_mark() -> None:
    changes = (
        (f"{_S} Key properties primaryKey type", ["string", "null"]),
        (f"{_S} Key properties primaryKey x-ms-secret", REMOVED),
    )
    assert breaches("secret/missing", *changes) == [f"{_P}/Key/properties/primaryKey"]


def test_a_tag_value_that_spells_a_secret_is_no_secret() -> None:
    token = {"type": "object", "description": "Says how to sign in."}
    assert breaches("secret/missing", (f"{_S} Key properties token", token)) == []
