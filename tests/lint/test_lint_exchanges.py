"""Rules on bodies, patches, answers, retries, paging and examples."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import Case, breaches, each
from tests.lint.specimen import REMOVED

_GET = "paths /users/{userId} get"
_USER = "/paths/~1users~1{userId}/get"
_PATCH = "paths /users/{userId} patch"
_CHANGE = "/paths/~1users~1{userId}/patch"
_PUT = "paths /devices/{deviceId} put"
_DEVICE = "/paths/~1devices~1{deviceId}/put"
_LIST = "paths /devices get"
_DEVICES = "/paths/~1devices/get"
_SCHEMAS = "components schemas"
_MERGE = "requestBody content application/merge-patch+json"
_JSON = "content application/json"
_ARM = "https://management.azure.com"
_V1 = "https://{subdomain}.{baseDomain}/api/v1"
_ERROR = {"description": "Refused.", "x-iotc-evidence": {"grade": "X", "source": "ours"}}
_IF_MATCH = {"name": "If-Match", "in": "header", "schema": {"type": "string"}}

BROKEN: list[Case] = [
    (
        "body/media-type",
        f"{_DEVICE}/requestBody/content/application~1merge-patch+json",
        ((f"{_PUT} {_MERGE}", {"schema": {"$ref": "#/components/schemas/Device"}}),),
    ),
    (
        "body/media-type",
        f"{_USER}/responses/200/content/text~1plain",
        ((f"{_GET} responses 200 content text/plain", {"schema": {"type": "string"}}),),
    ),
    (
        "body/one-schema",
        f"{_CHANGE}/requestBody/content",
        ((f"{_PATCH} {_MERGE} schema $ref", "#/components/schemas/Device"),),
    ),
    (
        "body/one-schema",
        f"{_USER}/responses/200/content",
        ((f"{_GET} responses 200 {_JSON} schema", REMOVED),),
    ),
    ("body/required", f"{_DEVICE}/requestBody", ((f"{_PUT} requestBody required", REMOVED),)),
    (
        "body/required",
        f"{_DEVICE}/requestBody",
        ((f"{_PUT} requestBody required", False), (f"{_PUT} operationId", "Commands_Trigger")),
    ),
    ("body/required", f"{_USER}/requestBody", ((f"{_GET} requestBody", {"required": True, "content": {}}),)),
    (
        "body/named",
        f"{_USER}/responses/200/content/application~1json/schema",
        ((f"{_GET} responses 200 {_JSON} schema", {"type": "object"}),),
    ),
    ("body/no-content", f"{_USER}/responses", ((f"{_GET} responses 200", REMOVED),)),
    ("body/no-content", f"{_USER}/responses/204", ((f"{_GET} responses 204", {"content": {}}),)),
    ("body/empty-valid", f"{_DEVICE}/responses/200", ((f"{_SCHEMAS} Device x-iotc-always", REMOVED),)),
    (
        "body/empty-valid",
        "/paths/~1devices~1{deviceId}~1properties/patch/responses/202",
        ((f"{_SCHEMAS} DeviceProperties x-iotc-note", REMOVED),),
    ),
    (
        "always/members",
        "/components/schemas/Device/x-iotc-always",
        ((f"{_SCHEMAS} Device x-iotc-always", ["id", "colour"]),),
    ),
    (
        "always/members",
        "/components/schemas/Device/x-iotc-always",
        ((f"{_SCHEMAS} Device x-iotc-always", []),),
    ),
    (
        "always/evidence",
        "/components/schemas/Device/x-iotc-always",
        ((f"{_SCHEMAS} Device x-iotc-evidence", REMOVED),),
    ),
    (
        "patch/named",
        f"{_CHANGE}/requestBody/content/application~1merge-patch+json/schema",
        ((f"{_PATCH} {_MERGE} schema $ref", "#/components/schemas/Device"),),
    ),
    (
        "patch/named",
        f"{_CHANGE}/requestBody/content/application~1merge-patch+json/schema",
        ((f"{_PATCH} {_MERGE} schema $ref", "#/components/schemas/DevicePropertiesPatch"),),
    ),
    ("patch/required", "/components/schemas/UserPatch", ((f"{_SCHEMAS} UserPatch required", ["level"]),)),
    (
        "patch/read-only",
        "/components/schemas/UserPatch/properties/id",
        ((f"{_SCHEMAS} UserPatch properties id", {"type": "string"}),),
    ),
    (
        "patch/members",
        "/components/schemas/UserPatch/properties/colour",
        ((f"{_SCHEMAS} UserPatch properties colour", {"type": "string"}),),
    ),
    ("patch/members", "/components/schemas/GhostPatch", ((f"{_SCHEMAS} GhostPatch", {"type": "object"}),)),
    (
        "patch/complete",
        "/components/schemas/UserPatch",
        ((f"{_SCHEMAS} UserPatch properties email", REMOVED),),
    ),
    (
        "patch/default",
        "/components/schemas/UserPatch/properties/email/default",
        ((f"{_SCHEMAS} UserPatch properties email default", "a@contoso.com"),),
    ),
    (
        "patch/null",
        "/components/schemas/UserPatch/properties/level",
        ((f"{_SCHEMAS} UserPatch x-iotc-note", REMOVED),),
    ),
    (
        "patch/metadata",
        "/components/schemas/DevicePropertiesPatch",
        ((f"{_SCHEMAS} DevicePropertiesPatch propertyNames", REMOVED),),
    ),
    ("errors/missing", f"{_USER}/responses", ((f"{_GET} responses 429", REMOVED),)),
    ("errors/missing", f"{_USER}/responses", ((f"{_GET} responses 400", REMOVED),)),
    ("errors/missing", f"{_DEVICE}/responses", ((f"{_PUT} responses 400", REMOVED),)),
    ("errors/missing", f"{_DEVICE}/responses", ((f"{_PUT} operationId", "EnrollmentGroups_Create"),)),
    ("errors/missing", f"{_DEVICE}/responses", ((f"{_PUT} operationId", "Jobs_Create"),)),
    ("errors/missing", f"{_CHANGE}/responses", ((f"{_PATCH} parameters +", _IF_MATCH),)),
    ("errors/unfounded", f"{_DEVICE}/responses/409", ((f"{_PUT} responses 409", _ERROR),)),
    ("errors/unfounded", f"{_DEVICES}/responses/400", ((f"{_LIST} responses 400", _ERROR),)),
    ("errors/if-match", f"{_CHANGE}/responses/412", ((f"{_PATCH} responses 412", _ERROR),)),
    ("errors/default", f"{_USER}/responses", ((f"{_GET} responses default", REMOVED),)),
    ("errors/default", f"{_USER}/responses", (("info version", "1.0"),)),
    (
        "errors/evidence",
        f"{_USER}/responses/400",
        (("components responses BadRequest x-iotc-evidence", REMOVED),),
    ),
    (
        "evidence/shape",
        "/components/responses/BadRequest/x-iotc-evidence",
        (("components responses BadRequest x-iotc-evidence grade", "Z"),),
    ),
    (
        "evidence/shape",
        "/components/responses/BadRequest/x-iotc-evidence",
        (("components responses BadRequest x-iotc-evidence", "TODO"),),
    ),
    (
        "evidence/shape",
        "/components/responses/BadRequest/x-iotc-evidence",
        (("components responses BadRequest x-iotc-evidence source", ""),),
    ),
    (
        "errors/schema",
        f"{_USER}/responses/400",
        ((f"components responses BadRequest {_JSON} schema $ref", "#/components/schemas/Key"),),
    ),
    ("errors/schema", f"{_USER}/responses/400", (("components responses BadRequest content", REMOVED),)),
    ("errors/code-header", f"{_USER}/responses/400", (("components responses BadRequest headers", REMOVED),)),
    ("errors/code-header", f"{_USER}/responses/400", (("info version", "1.0"),)),
    ("errors/status", f"{_USER}/responses/4XX", ((f"{_GET} responses 4XX", _ERROR),)),
    ("retry/missing", _USER, ((f"{_GET} x-iotc-retry", REMOVED),)),
    ("retry/missing", _USER, ((f"{_GET} x-iotc-retry", "always"),)),
    ("retry/class", _USER, ((f"{_GET} x-iotc-retry", "once"),)),
    ("retry/class", _DEVICE, ((f"{_PUT} operationId", "ApiTokens_Create"),)),
    ("retry/class", _CHANGE, ((f"{_PATCH} x-iotc-retry", "safe"),)),
    ("retry/class", _DEVICE, ((f"{_PUT} x-iotc-retry", "once"),)),
    ("retry/class", _DEVICE, (("servers 0 url", _V1),)),
    ("retry/class", _DEVICE, (("servers 0 url", _ARM), (f"{_PUT} operationId", "Apps_CreateOrUpdate"))),
    ("retry/class", _CHANGE, (("servers 0 url", _ARM), (f"{_PATCH} operationId", "Apps_Update"))),
    ("paging/members", f"{_DEVICES}/x-ms-pageable", ((f"{_LIST} x-ms-pageable itemName", "items"),)),
    ("paging/members", f"{_DEVICES}/x-ms-pageable", ((f"{_LIST} x-ms-pageable itemName", "nextLink"),)),
    ("paging/members", f"{_DEVICES}/x-ms-pageable", ((f"{_LIST} x-ms-pageable nextLinkName", "next"),)),
    ("paging/members", f"{_DEVICES}/x-ms-pageable", ((f"{_LIST} x-ms-pageable nextLinkName", REMOVED),)),
    ("paging/members", f"{_DEVICES}/x-ms-pageable", ((f"{_LIST} x-ms-pageable itemName", REMOVED),)),
    ("paging/unmarked", _DEVICES, ((f"{_LIST} x-ms-pageable", REMOVED),)),
    ("long-running/options", _DEVICE, ((f"{_PUT} x-ms-long-running-operation-options", {}),)),
    ("long-running/options", _DEVICE, ((f"{_PUT} x-ms-long-running-operation", "yes"),)),
    ("example/missing", f"{_DEVICE}/requestBody", ((f"{_PUT} requestBody {_JSON} example", REMOVED),)),
    ("example/missing", f"{_USER}/responses/200", ((f"{_GET} responses 200 {_JSON} example", REMOVED),)),
    (
        "example/invalid",
        f"{_DEVICE}/requestBody/content/application~1json/example/displayName",
        ((f"{_PUT} requestBody {_JSON} example displayName", 7),),
    ),
    (
        "example/invalid",
        f"{_USER}/responses/200/content/application~1json/example/level",
        ((f"{_GET} responses 200 {_JSON} example level", "huge"),),
    ),
    (
        "example/invalid",
        f"{_DEVICE}/requestBody/content/application~1json/example/displayName",
        ((f"{_SCHEMAS} Device properties displayName format", "date-time"),),
    ),
    (
        "example/read-only",
        f"{_DEVICE}/requestBody/content/application~1json/example/id",
        ((f"{_PUT} requestBody {_JSON} example id", "t1"),),
    ),
    (
        "example/read-only",
        f"{_DEVICE}/requestBody/content/application~1json/example/key/primaryKey",
        (
            (f"{_SCHEMAS} Key properties primaryKey readOnly", True),
            (f"{_PUT} requestBody {_JSON} example key", {"primaryKey": "a2V5"}),
        ),
    ),
    (
        "example/always",
        f"{_DEVICE}/responses/200/content/application~1json/example",
        ((f"{_PUT} responses 200 {_JSON} example", {"id": "t1"}),),
    ),
    (
        "example/always",
        f"{_DEVICES}/responses/200/content/application~1json/example/value/0",
        ((f"{_LIST} responses 200 {_JSON} example value 0 id", REMOVED),),
    ),
    (
        "example/always",
        f"{_DEVICE}/responses/200/content/application~1json/example",
        ((f"{_PUT} responses 200 x-iotc-always", ["key"]),),
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


_NOTE = "Nothing shows what it answers (grade X)."


@pytest.mark.parametrize(
    ("id", "changes"),
    [
        (
            "body/empty-valid",
            ((f"{_SCHEMAS} Device x-iotc-always", REMOVED), (f"{_SCHEMAS} Device x-iotc-note", _NOTE)),
        ),
        (
            "body/empty-valid",
            ((f"{_SCHEMAS} Device x-iotc-always", REMOVED), (f"{_SCHEMAS} Device required", ["id"])),
        ),
        (
            "body/empty-valid",
            (
                (f"{_SCHEMAS} Device x-iotc-always", REMOVED),
                (f"{_PUT} responses 200 x-iotc-note", _NOTE),
            ),
        ),
        (
            "patch/complete",
            (
                (f"{_SCHEMAS} UserPatch properties email", REMOVED),
                (f"{_SCHEMAS} UserPatch x-iotc-deviation", "An address never changes (dossier)."),
            ),
        ),
        (
            "errors/unfounded",
            ((f"{_PUT} responses 409", {**_ERROR, "x-iotc-evidence": {"grade": "C", "source": "IMIG"}}),),
        ),
        (
            "errors/unfounded",
            ((f"{_PUT} operationId", "DeviceTemplates_Remove"), (f"{_PUT} responses 409", _ERROR)),
        ),
        ("errors/if-match", ((f"{_PATCH} parameters +", _IF_MATCH), (f"{_PATCH} responses 412", _ERROR))),
        ("retry/class", ((f"{_PUT} operationId", "Jobs_Create"), (f"{_PUT} x-iotc-retry", "once"))),
        ("retry/class", (("servers 0 url", _V1), (f"{_PUT} x-iotc-retry", "once"))),
        (
            "retry/class",
            (
                ("servers 0 url", _ARM),
                (f"{_PUT} operationId", "Apps_CreateOrUpdate"),
                (f"{_PUT} x-iotc-retry", "once"),
            ),
        ),
        (
            "body/required",
            (
                ("servers 0 url", _V1),
                (f"{_PUT} operationId", "Commands_Trigger"),
                (f"{_PUT} requestBody required", False),
            ),
        ),
        ("paging/members", ((f"{_LIST} x-ms-pageable nextLinkName", None),)),
        ("errors/missing", ((f"{_GET} responses 400", REMOVED), (f"{_GET} parameters 0", REMOVED))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_rules_excuse_is_not_named(id: str, changes: tuple[tuple[str, Any], ...]) -> None:
    excused = [pointer for pointer in breaches(id, *changes) if _DEVICE in pointer or _USER in pointer]
    assert excused == []
