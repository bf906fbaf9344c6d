"""For each rule on documents, operations and messages: edits that show it alone, and near ones without it."""

from __future__ import annotations

from typing import Any, NamedTuple

from tests.diff.specimen import (
    GET,
    GONE,
    LIST,
    MERGE_PATCH,
    PATCH,
    PUT,
    SIZE,
    THING,
    Edits,
    content,
    ref,
    specimen,
)


class Case(NamedTuple):
    """Edits before and after that show a rule; `quiet` are the nearest neighbours that do not."""

    before: Edits
    after: Edits
    quiet: tuple[Edits, Edits]
    also: frozenset[str] = frozenset()
    """Rules that cannot but show as well: what differs inside two models."""


NEW_GET = {"operationId": "Things_Peek", "tags": ["Things"], "parameters": [], "responses": {}}
PEEK = "/paths/~1peek"
PLAIN_GET = specimen()["paths"]["/things/{thingId}"]["get"]
IF_MATCH = {"name": "If-Match", "in": "header", "required": False, "schema": {"type": "string"}}
ETAG = {"name": "ETag", "in": "header", "required": False, "schema": {"type": "string"}}
COLOUR: dict[str, Any] = {"name": "colour", "in": "query", "required": False, "schema": {"type": "string"}}
NEEDED = {**COLOUR, "required": True}
PARAMETERS = f"{LIST}/parameters"
KEPT = specimen()["paths"]["/things"]["get"]["parameters"]
BODY = {"required": True, "content": content(ref("Sent"))}
LOOSE_BODY = {**BODY, "required": False}
JSON = "/requestBody/content/application~1json"
MERGE = "/requestBody/content/application~1merge-patch+json"
OK, NOT_FOUND = f"{GET}/responses/200", "/components/responses/NotFound"
LRO = "x-ms-long-running-operation"
VIA = f"{GET}/{LRO}-options"
NONE: Edits = {}
ERROR_ANSWER = {"description": "Slow down.", "content": content(ref("Error"))}


def both(
    rule: str, opposite: str, edits: Edits, quiet: tuple[Edits, Edits], base: Edits = NONE
) -> dict[str, Case]:
    """An edit that shows one rule, and taken back the opposite one."""
    return {
        rule: Case(base, {**base, **edits}, quiet),
        opposite: Case({**base, **edits}, base, quiet),
    }


def moved(edits: Edits) -> Edits:
    """The GET of a thing somewhere else."""
    return {f"{THING}/get": GONE, **edits}


DOCUMENT = {
    **both(
        "security-added",
        "security-removed",
        {"/security": [{"token": []}, {"other": []}]},
        ({}, {"/components/securitySchemes/other": {"type": "http"}}),
    ),
    "server-changed": Case(
        {},
        {"/servers/0/url": "https://elsewhere.example.com/api"},
        ({}, {"/servers/0/variables/subdomain/default": "b"}),
    ),
    "document-text-changed": Case({}, {"/info/description": "Other."}, ({}, {"/info/title": "Other"})),
    "document-note-changed": Case({}, {"/info/x-iotc-source": {"commit": "1"}}, ({}, {"/info/version": "2"})),
    "document-mark-changed": Case({}, {"/info/x-other": 1}, ({}, {"/x-other": 1})),
    "document-example-changed": Case({}, {"/info/x-ms-examples": {}}, ({}, {"/info/version": "2"})),
}

OPERATIONS = {
    **both(
        "operation-added", "operation-removed", {PEEK: {"get": NEW_GET}}, ({}, {PEEK: {"parameters": []}})
    ),
    "operation-id-renamed": Case(
        {}, {f"{GET}/operationId": "Things_Read"}, ({}, {f"{GET}/summary": "Things_Read"})
    ),
    "operation-method-changed": Case(
        {}, moved({f"{THING}/post": PLAIN_GET}), ({}, {f"{THING}/post": NEW_GET})
    ),
    "operation-path-changed": Case(
        {},
        moved({"/paths/~1stuff~1{thingId}": {"get": PLAIN_GET}}),
        ({}, moved({"/paths/~1things~1{id}": {"get": PLAIN_GET}})),
    ),
    "operation-group-changed": Case({}, {f"{GET}/tags": ["Stuff"]}, ({}, {f"{GET}/summary": "Stuff"})),
    **both(
        "operation-deprecated",
        "operation-deprecation-lifted",
        {f"{GET}/deprecated": True},
        ({}, {f"{GET}/deprecated": False}),
    ),
    **both(
        "paging-added",
        "paging-removed",
        {f"{GET}/x-ms-pageable": {"nextLinkName": "nextLink"}},
        ({}, {f"{GET}/x-ms-list": True}),
    ),
    "paging-changed": Case(
        {},
        {f"{LIST}/x-ms-pageable/nextLinkName": "next"},
        ({}, {f"{LIST}/x-ms-pageable": {"nextLinkName": "nextLink", "itemName": "value"}}),
    ),
    **both(
        "long-running-added", "long-running-removed", {f"{GET}/{LRO}": True}, ({}, {f"{GET}/{LRO}": False})
    ),
    "long-running-options-changed": Case(
        {f"{GET}/{LRO}": True, VIA: {"final-state-via": "location"}},
        {f"{GET}/{LRO}": True, VIA: {"final-state-via": "original-uri"}},
        ({}, {f"{GET}/{LRO}": True}),
    ),
    **both(
        "retry-loosened",
        "retry-tightened",
        {f"{PUT}/x-iotc-retry": "safe"},
        ({}, {f"{PUT}/x-ms-retry": "safe"}),
    ),
    **both(
        "if-match-added",
        "if-match-removed",
        {PARAMETERS: [*KEPT, IF_MATCH]},
        ({}, {PARAMETERS: [*KEPT, ETAG]}),
    ),
    "operation-text-changed": Case({}, {f"{GET}/summary": "Read"}, ({}, {f"{GET}/x-iotc-note": "Read"})),
    "operation-example-changed": Case(
        {}, {f"{PUT}{JSON}/example": {"kept": "a"}}, ({}, {f"{PUT}/requestBody/description": "a"})
    ),
    "operation-note-changed": Case(
        {}, {f"{GET}/x-iotc-note": "Seen."}, ({}, {f"{GET}/description": "Seen."})
    ),
    "operation-mark-changed": Case({}, {f"{GET}/x-ms-other": 1}, ({}, {f"{GET}/description": "1"})),
}

PARAMETER_RULES = {
    "parameter-required-added": Case({}, {PARAMETERS: [*KEPT, NEEDED]}, ({}, {PARAMETERS: [*KEPT, COLOUR]})),
    "parameter-optional-added": Case({}, {PARAMETERS: [*KEPT, COLOUR]}, ({}, {PARAMETERS: [*KEPT, NEEDED]})),
    "parameter-removed": Case({PARAMETERS: [*KEPT, COLOUR]}, {}, ({}, {PARAMETERS: [KEPT[1], KEPT[0]]})),
    **both(
        "parameter-became-required",
        "parameter-became-optional",
        {f"{SIZE}/required": True},
        ({}, {f"{SIZE}/required": GONE}),
    ),
    "parameter-place-changed": Case({}, {f"{SIZE}/in": "header"}, ({}, {f"{SIZE}/description": "header"})),
    "parameter-renamed": Case({}, {f"{SIZE}/name": "$size"}, ({}, {f"{SIZE}/name": "length"})),
    "path-parameter-renamed": Case(
        {},
        {
            "/paths/~1things~1{id}": specimen()["paths"]["/things/{thingId}"],
            THING: GONE,
            "/components/parameters/ThingId/name": "id",
        },
        ({}, {f"{SIZE}/name": "$size"}),
    ),
    "argument-renamed": Case(
        {}, {f"{SIZE}/x-ms-client-name": "page_size"}, ({}, {f"{SIZE}/x-ms-client-name": "size"})
    ),
    "parameter-form-changed": Case({}, {f"{SIZE}/explode": False}, ({}, {f"{SIZE}/description": "form"})),
    "shared-text-changed": Case(
        {}, {f"{SIZE}/description": "How many."}, ({}, {f"{SIZE}/x-iotc-note": "Many."})
    ),
    "shared-note-changed": Case({}, {f"{SIZE}/x-iotc-note": "Seen."}, ({}, {f"{SIZE}/description": "Seen."})),
    "shared-mark-changed": Case(
        {}, {f"{SIZE}/x-ms-parameter-location": "method"}, ({}, {f"{SIZE}/description": "m"})
    ),
    "shared-example-changed": Case({}, {f"{SIZE}/example": 7}, ({}, {f"{SIZE}/description": "7"})),
}

BODIES = {
    "request-body-required-added": Case(
        {}, {f"{GET}/requestBody": BODY}, ({}, {f"{GET}/requestBody": LOOSE_BODY})
    ),
    "request-body-optional-added": Case(
        {}, {f"{GET}/requestBody": LOOSE_BODY}, ({}, {f"{GET}/requestBody": BODY})
    ),
    "request-body-removed": Case(
        {}, {f"{PUT}/requestBody": GONE}, ({}, {f"{PUT}/requestBody/required": False})
    ),
    **both(
        "request-body-became-optional",
        "request-body-became-required",
        {f"{PUT}/requestBody/required": False},
        ({}, {f"{PUT}/requestBody/description": "Needed."}),
    ),
    **both(
        "request-media-type-added",
        "request-media-type-removed",
        {f"{PATCH}{MERGE}": content(ref("Shared"), MERGE_PATCH)[MERGE_PATCH]},
        ({}, {f"{PATCH}{JSON}/example": {}}),
    ),
}

ANSWERS = {
    **both(
        "success-status-added",
        "success-status-removed",
        {f"{GET}/responses/204": {"description": "Empty."}},
        ({}, {f"{GET}/responses/429": {"description": "Empty."}}),
    ),
    **both(
        "answer-body-added",
        "answer-body-removed",
        {f"{PATCH}/responses/202/content": content(ref("Shared"))},
        ({}, {f"{PATCH}/responses/202/description": "Shared."}),
    ),
    **both(
        "answer-media-type-added",
        "answer-media-type-removed",
        {f"{OK}/content/text~1json": {"schema": ref("Answered")}},
        ({}, {f"{OK}/description": "text/json"}),
    ),
    **both(
        "answer-header-added",
        "answer-header-removed",
        {f"{OK}/headers/Location": {"schema": {"type": "string"}}},
        ({}, {f"{OK}/headers": {"etag": {"schema": {"type": "string"}}}}),
    ),
    **both(
        "error-status-added",
        "error-status-removed",
        {f"{GET}/responses/429": ERROR_ANSWER},
        ({}, {f"{GET}/responses/default": ERROR_ANSWER}),
    ),
    **both(
        "error-default-added",
        "error-default-removed",
        {f"{GET}/responses/default": ERROR_ANSWER},
        ({}, {f"{GET}/responses/429": ERROR_ANSWER}),
    ),
    **both(
        "error-body-removed",
        "error-body-added",
        {f"{NOT_FOUND}/content": GONE},
        ({}, {f"{NOT_FOUND}/description": "Gone."}),
    ),
    **both(
        "error-media-type-added",
        "error-media-type-removed",
        {f"{NOT_FOUND}/content/text~1json": {"schema": ref("Error")}},
        ({}, {f"{NOT_FOUND}/description": "text"}),
    ),
    "error-schema-changed": Case(
        {},
        {f"{NOT_FOUND}/content": content(ref("OtherError"))},
        ({}, {f"{OK}/content": content(ref("Shared"))}),
    ),
    **both(
        "error-header-added",
        "error-header-removed",
        {f"{NOT_FOUND}/headers/Date": {"schema": {"type": "string"}}},
        ({}, {f"{OK}/headers/Date": {"schema": {"type": "string"}}}),
    ),
}

CASES: dict[str, Case] = {**DOCUMENT, **OPERATIONS, **PARAMETER_RULES, **BODIES, **ANSWERS}
