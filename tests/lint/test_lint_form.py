"""Rules on references, order, names, parameters and texts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import Case, breaches, each
from tests.lint.specimen import REMOVED, broken, specimen

_GET = "paths /users/{userId} get"
_USER = "/paths/~1users~1{userId}/get"
_PUT = "paths /devices/{deviceId} put"
_DEVICE = "/paths/~1devices~1{deviceId}/put"
_SCHEMAS = "components schemas"
_TEXT = "The same words, written out in two or more places of the document."
_PLACES = (
    "Error",
    "Device",
    "Key",
    "DeviceCollection",
    "DeviceProperties",
    "User",
    "UserBase",
    "EmailUser",
    "UserPatch",
)
_TWICE = tuple((f"{_SCHEMAS} {name} description", _TEXT) for name in _PLACES)
_UNTAGGED = {"tags": ["Things"], "operationId": "Things_Get", "responses": {}}

BROKEN: list[Case] = [
    (
        "reference/external",
        "/components/schemas/Device/properties/key",
        ((f"{_SCHEMAS} Device properties key $ref", "other.yaml#/Key"),),
    ),
    (
        "reference/target",
        "/components/schemas/Device/properties/key",
        ((f"{_SCHEMAS} Device properties key $ref", "#/components/schemas/Key/properties/primaryKey"),),
    ),
    (
        "reference/dangling",
        "/components/schemas/Device/properties/key",
        ((f"{_SCHEMAS} Device properties key $ref", "#/components/schemas/Nothing"),),
    ),
    (
        "reference/mapping",
        "/components/schemas/User/discriminator/mapping/email",
        ((f"{_SCHEMAS} User discriminator mapping email", "#/components/schemas/Nobody"),),
    ),
    (
        "reference/chain",
        "/components/responses/Failure",
        (("components responses Failure", {"$ref": "#/components/responses/BadRequest"}),),
    ),
    ("reference/unused", "/components/schemas/Left", ((f"{_SCHEMAS} Left", {"type": "object"}),)),
    (
        "reference/unused",
        "/components/schemas/Ring",
        ((f"{_SCHEMAS} Ring", {"allOf": [{"$ref": "#/components/schemas/Ring"}]}),),
    ),
    (
        "reference/unused",
        "/components/schemas/Left",
        ((f"{_SCHEMAS} Left", {"type": "object", "x-iotc-note": "It is shown in no example."}),),
    ),
    ("reference/security", "/security", (("security +", {"other": []}),)),
    (
        "reference/security",
        "/components/securitySchemes/spare",
        (("components securitySchemes spare", {"type": "http"}),),
    ),
    ("form/version", "/openapi", (("openapi", "3.0.3"),)),
    ("form/order", "/webhooks", (("webhooks", {}),)),
    ("form/order", "", (("tags", REMOVED),)),
    ("form/order", "", (("info", REMOVED), ("info", {}))),
    ("form/path-order", "/paths/~1devices/get", (("tags 0 name", "Devices"), ("tags 1 name", "Users"))),
    ("form/tags", _USER, ((f"{_GET} tags", ["Users", "Devices"]),)),
    ("form/tags", _USER, ((f"{_GET} tags", ["People"]),)),
    ("form/tags", _USER, ((f"{_GET} tags", ["Devices"]),)),
    ("form/tags", "/tags/2", (("tags +", {"name": "Jobs"}),)),
    ("form/operation-id", _USER, ((f"{_GET} operationId", "getUser"),)),
    ("form/operation-id", _USER, ((f"{_GET} operationId", "Users_Update"),)),
    ("form/schema-name", "/components/schemas/device_key", ((f"{_SCHEMAS} device_key", {}),)),
    ("form/path", "/paths/~1devices~1/get", (("paths /devices/", {"get": _UNTAGGED}),)),
    ("form/path", _USER, ((f"{_GET} parameters 0 $ref", "#/components/parameters/DeviceId"),)),
    ("form/servers", "/servers", (("servers +", {"url": "https://example.com/api"}),)),
    ("form/servers", "/servers/0/url", (("servers 0 url", "https://{subdomain}.azureiotcentral.com/api"),)),
    ("form/servers", "/servers/0/variables", (("servers 0 variables subdomain", REMOVED),)),
    (
        "form/servers",
        "/servers/0/variables/baseDomain",
        (("servers 0 variables baseDomain default", "contoso.com"),),
    ),
    ("form/servers", "/servers/0/url", (("servers 0 url", "http://management.azure.com"),)),
    ("form/security", "/security", (("security", []),)),
    ("extension/unknown", f"{_USER}/x-ms-mystery", ((f"{_GET} x-ms-mystery", True),)),
    ("extension/place", f"{_USER}/x-iotc-always", ((f"{_GET} x-iotc-always", ["id"]),)),
    ("extension/place", f"{_USER}/x-ms-client-name", ((f"{_GET} x-ms-client-name", "read"),)),
    ("extension/place", f"{_USER}/x-ms-mutability", ((f"{_GET} x-ms-mutability", ["read"]),)),
    (
        "extension/client-name",
        "/components/parameters/UserId/x-ms-client-name",
        (("components parameters UserId x-ms-client-name", "userId"),),
    ),
    (
        "extension/mutability",
        "/components/schemas/Key/x-ms-mutability",
        ((f"{_SCHEMAS} Key x-ms-mutability", ["read", "delete"]),),
    ),
    (
        "extension/mutability",
        "/components/schemas/Key/properties/primaryKey/x-ms-mutability",
        ((f"{_SCHEMAS} Key properties primaryKey x-ms-mutability", "read"),),
    ),
    ("extension/text", f"{_USER}/x-iotc-note", ((f"{_GET} x-iotc-note", "odd"),)),
    ("extension/text", f"{_USER}/x-iotc-deviation", ((f"{_GET} x-iotc-deviation", True),)),
    ("parameter/api-version", _USER, ((f"{_GET} parameters 1", REMOVED),)),
    ("parameter/api-version", _USER, (("components parameters ApiVersion required", False),)),
    ("parameter/api-version", _USER, (("components parameters ApiVersion in", "header"),)),
    (
        "parameter/api-version-value",
        "/components/parameters/ApiVersion",
        (("components parameters ApiVersion schema enum", ["2022-07-31", "1.0"]),),
    ),
    ("parameter/api-version-value", "/components/parameters/ApiVersion", (("info version", "1.0"),)),
    (
        "parameter/api-version-value",
        "/components/parameters/ApiVersion/schema/default",
        (("components parameters ApiVersion schema default", "2022-07-31"),),
    ),
    (
        "parameter/required",
        "/components/parameters/UserId",
        (("components parameters UserId required", False),),
    ),
    (
        "parameter/order",
        _USER,
        (
            (f"{_GET} parameters 0 $ref", "#/components/parameters/ApiVersion"),
            (f"{_GET} parameters 1 $ref", "#/components/parameters/UserId"),
        ),
    ),
    ("parameter/twice", _USER, ((f"{_GET} parameters +", {"$ref": "#/components/parameters/UserId"}),)),
    (
        "parameter/shape",
        "/components/parameters/UserId/explode",
        (("components parameters UserId explode", False),),
    ),
    (
        "parameter/shape",
        "/components/parameters/UserId/schema",
        (("components parameters UserId schema type", "array"),),
    ),
    (
        "parameter/header",
        f"{_USER}/parameters/2",
        (
            (
                f"{_GET} parameters +",
                {"name": "If-Modified", "in": "header", "schema": {"format": "date-time"}},
            ),
        ),
    ),
    (
        "parameter/header",
        f"{_USER}/parameters/2",
        ((f"{_GET} parameters +", {"name": "authorization", "in": "header", "schema": {}}),),
    ),
    ("parameter/header", f"{_USER}/parameters/2", ((f"{_GET} parameters +", {"name": "a", "in": "cookie"}),)),
    (
        "parameter/path-shared",
        "/paths/~1users~1{userId}/parameters",
        (("paths /users/{userId} parameters", [{"$ref": "#/components/parameters/UserId"}]),),
    ),
    ("text/missing", _USER, ((f"{_GET} summary", REMOVED),)),
    ("text/missing", _USER, ((f"{_GET} description", " "),)),
    ("text/missing", f"{_DEVICE}/requestBody", ((f"{_PUT} requestBody description", REMOVED),)),
    ("text/missing", "/components/schemas/Key", ((f"{_SCHEMAS} Key description", REMOVED),)),
    (
        "text/missing",
        "/components/schemas/Device/properties/key",
        ((f"{_SCHEMAS} Device properties key description", REMOVED),),
    ),
    ("text/todo", f"{_USER}/description", ((f"{_GET} description", "TODO say what it does"),)),
    ("text/todo", f"{_USER}/x-iotc-todo", ((f"{_GET} x-iotc-todo", "say what it does"),)),
    ("text/todo", "/components/schemas/Key/x-iotc-note", ((f"{_SCHEMAS} Key x-iotc-note", "TODO find out"),)),
    (
        "text/name-only",
        "/components/schemas/Device/properties/displayName/description",
        ((f"{_SCHEMAS} Device properties displayName description", "The display name of the device."),),
    ),
    (
        "text/name-only",
        "/components/parameters/UserId/description",
        (("components parameters UserId description", "ID of the user"),),
    ),
    ("text/summary", f"{_USER}/description", ((f"{_GET} description", "Get one user."),)),
    ("text/repeated", "/components/schemas/Error/description", _TWICE),
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


_UNUSED = "Upstream declares it and nothing refers to it."


@pytest.mark.parametrize(
    ("id", "changes"),
    [
        ("reference/unused", ((f"{_SCHEMAS} Left", {"x-iotc-note": _UNUSED}),)),
        ("reference/unused", ((f"{_SCHEMAS} Left", {"x-iotc-deviation": f"It stays. {_UNUSED}"}),)),
        (
            "reference/unused",
            (
                (
                    f"{_SCHEMAS} Left",
                    {"allOf": [{"$ref": "#/components/schemas/Part"}], "x-iotc-note": _UNUSED},
                ),
                (f"{_SCHEMAS} Part", {"type": "object"}),
            ),
        ),
        ("form/schema-name", ((f"{_SCHEMAS} createdByType", {}),)),
        ("extension/unknown", (("components parameters UserId x-ms-client-name", "user"),)),
        ("extension/place", (("components parameters UserId x-ms-client-name", "user"),)),
        ("extension/client-name", (("components parameters UserId x-ms-client-name", "user_2"),)),
        ("extension/place", ((f"{_SCHEMAS} Key x-ms-mutability", ["read"]),)),
        ("extension/place", ((f"{_SCHEMAS} Key properties primaryKey x-ms-mutability", ["read"]),)),
        ("extension/mutability", ((f"{_SCHEMAS} Key x-ms-mutability", ["create", "read"]),)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_rules_excuse_is_not_named(id: str, changes: tuple[tuple[str, Any], ...]) -> None:
    assert breaches(id, *changes) == []


def test_two_equal_texts_among_many_are_allowed() -> None:
    assert breaches("text/repeated", *_TWICE[:2]) == []


def test_the_control_plane_has_its_own_server() -> None:
    server = {"url": "https://management.azure.com", "description": "All of Azure."}
    assert breaches("form/servers", ("servers", [server])) == []


@pytest.mark.parametrize("place", ["example", "default", "enum"])
def test_values_are_not_read_as_parts_of_the_document(place: str) -> None:
    value: Any = {"x-odd": 1, "$ref": "elsewhere.yaml"}
    change = (f"{_SCHEMAS} Key properties primaryKey {place}", [value] if place == "enum" else value)
    assert breaches("extension/unknown", change) == breaches("reference/external", change) == []


def test_a_member_may_be_called_like_a_keyword() -> None:
    member = {"type": "string", "description": "Shows how it is done."}
    assert breaches("extension/unknown", (f"{_SCHEMAS} Key properties example", member)) == []


def test_changes_do_not_reach_the_next_test() -> None:
    broken(("openapi", "2.0"))
    assert specimen()["openapi"] == "3.1.0"
