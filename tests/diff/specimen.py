"""A small contract document, and edits of it: a JSON pointer and the value to stand there."""

from __future__ import annotations

import copy
from typing import Any, Final

from iotcentral.contract.diff import Report, compare

Json = dict[str, Any]
Edits = dict[str, Any]

GONE: Final = object()
"""As the value of an edit: nothing stands there."""

MERGE_PATCH = "application/merge-patch+json"
THING = "/paths/~1things~1{thingId}"
GET, PUT, PATCH, LIST = f"{THING}/get", f"{THING}/put", f"{THING}/patch", "/paths/~1things/get"
SENT, ANSWERED = "/components/schemas/Sent", "/components/schemas/Answered"
SIZE = "/components/parameters/Size"


def ref(name: str, kind: str = "schemas") -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def content(schema: Json, kind: str = "application/json") -> Json:
    return {kind: {"schema": schema}}


def specimen() -> Json:
    """Four operations: `Sent` is in requests alone, `Answered` in answers alone, `Shared` in both."""
    errors = {"404": ref("NotFound", "responses")}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Specimen", "version": "1", "description": "A document for tests."},
        "servers": [
            {"url": "https://{subdomain}.example.com/api", "variables": {"subdomain": {"default": "a"}}}
        ],
        "security": [{"token": []}],
        "tags": [{"name": "Things", "description": "What there is."}],
        "paths": {
            "/things": {
                "get": {
                    "operationId": "Things_List",
                    "tags": ["Things"],
                    "summary": "List things",
                    "parameters": [ref("Size", "parameters"), ref("ApiVersion", "parameters")],
                    "responses": {
                        "200": {"description": "A page.", "content": content(ref("Page"))},
                        **errors,
                    },
                    "x-ms-pageable": {"itemName": "value", "nextLinkName": "nextLink"},
                    "x-iotc-retry": "safe",
                }
            },
            "/things/{thingId}": {
                "get": _operation("Things_Get", "safe", {"200": _answer("Answered")}, errors),
                "put": _operation("Things_Create", "once", {"200": _answer("Answered")}, errors, body="Sent"),
                "patch": _operation(
                    "Things_Update",
                    "conditional",
                    {"200": _answer("Shared"), "202": {"description": "Later."}},
                    errors,
                    body="Shared",
                ),
            },
        },
        "components": _components(),
    }


def _operation(id: str, retry: str, answers: Json, errors: Json, body: str = "") -> Json:
    parameters = [ref("ThingId", "parameters"), ref("ApiVersion", "parameters")]
    found: Json = {"operationId": id, "tags": ["Things"], "parameters": parameters, "x-iotc-retry": retry}
    if body:
        found["requestBody"] = {"required": True, "content": content(ref(body))}
    return {**found, "responses": {**answers, **errors}}


def _answer(schema: str) -> Json:
    return {
        "description": "The thing.",
        "headers": {"ETag": {"schema": {"type": "string"}}},
        "content": content(ref(schema)),
    }


def _components() -> Json:
    return {
        "parameters": {
            "ApiVersion": {
                "name": "api-version",
                "in": "query",
                "required": True,
                "schema": {"type": "string", "enum": ["1"]},
            },
            "ThingId": {"name": "thingId", "in": "path", "required": True, "schema": {"type": "string"}},
            "Size": {"name": "size", "in": "query", "required": False, "schema": {"type": "integer"}},
        },
        "responses": {
            "NotFound": {
                "description": "It is not there.",
                "headers": {"x-ms-error-code": {"schema": {"type": "string"}}},
                "content": content(ref("Error")),
            }
        },
        "securitySchemes": {"token": {"type": "apiKey", "in": "header", "name": "Authorization"}},
        "schemas": {
            "Sent": {"type": "object", "required": ["kept"], "properties": _members()},
            "Answered": {
                "type": "object",
                "required": ["kept"],
                "properties": _members(),
                "x-iotc-always": ["id"],
            },
            "Shared": {"type": "object", "properties": {"name": {"type": "string"}}},
            "Page": {
                "type": "object",
                "required": ["value"],
                "properties": {
                    "value": {"type": "array", "items": ref("Answered")},
                    "nextLink": {"type": "string"},
                },
            },
            "Error": {"type": "object", "required": ["code"], "properties": {"code": {"type": "string"}}},
            "OtherError": {
                "type": "object",
                "required": ["code"],
                "properties": {"code": {"type": "string"}},
            },
            "Cat": {"type": "object", "properties": {"lives": {"type": "integer"}}},
            "Dog": {"type": "object", "properties": {"tricks": {"type": "integer"}}},
        },
    }


def _members() -> Json:
    return {
        "id": {"type": "string", "readOnly": True},
        "kept": {"type": "string"},
        "free": {"type": "string", "description": "Any text."},
        "value": {"type": "string"},
    }


def edited(edits: Edits) -> Json:
    """Return the specimen with edits."""
    document = specimen()
    for pointer, value in edits.items():
        _edit(document, pointer, copy.deepcopy(value) if value is not GONE else GONE)
    return document


def _edit(document: Any, pointer: str, value: object) -> None:
    *parents, last = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:])
    for part in parents:
        document = document[int(part)] if isinstance(document, list) else document[part]
    key: Any = int(last) if isinstance(document, list) else last
    if value is GONE:
        del document[key]
    else:
        document[key] = value


def difference(before: Edits, after: Edits) -> Report:
    """Compare two edits of the specimen."""
    return compare(edited(before), edited(after))


def rules(report: Report) -> set[str]:
    return {each.rule for each in report.differences}
