"""A small contract with constructs no present version has, and the breaches only it can show."""

from __future__ import annotations

from typing import Any

from iotcentral.contract.compiled import compile_contract
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.library import Library
from tests.contract.examples import exchange

OK: dict[str, Any] = {
    "200": {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}},
    }
}
MARK = {"ETag": {"required": True, "schema": {"type": "string", "minLength": 3}}}
MARKED = {"200": {**OK["200"], "headers": MARK}}
SCHEMAS: dict[str, Any] = {
    "T": {
        "type": "object",
        "description": "A thing.",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "count": {"type": "integer", "format": "int32"},
            "parent": {"anyOf": [{"$ref": "#/components/schemas/T"}, {"type": "null"}]},
            "shape": {"$ref": "#/components/schemas/Shape"},
            "free": {"type": "object"},
            "word": {"not": {"const": "no"}},
        },
    },
    "Shape": {
        "oneOf": [{"$ref": "#/components/schemas/Round"}, {"$ref": "#/components/schemas/Square"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"round": "#/components/schemas/Round", "square": "#/components/schemas/Square"},
        },
    },
    "Round": {
        "type": "object",
        "required": ["type", "radius"],
        "properties": {"type": {"const": "round"}, "radius": {"type": "number"}},
    },
    "Square": {"type": "object", "required": ["type"], "properties": {"type": {"const": "square"}}},
}
SIZE = {"name": "maxpagesize", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}}
NEED = {"name": "scope", "in": "query", "required": True, "schema": {"type": "string"}}
MATCH = {"name": "If-Match", "in": "header", "required": True, "schema": {"type": "string", "minLength": 3}}
API = {"name": "api-version", "in": "query", "required": True, "schema": {"enum": ["2022-07-31"]}}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
BODY = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}}}
DOCUMENT: dict[str, Any] = {
    "info": {"version": "2022-07-31"},
    "servers": [{"url": "https://{s}.{d}/api", "variables": {"d": {"default": "azureiotcentral.com"}}}],
    "paths": {
        "/ts/{id}": {
            "parameters": [API, ID],
            "get": {"operationId": "T_Get", "parameters": [NEED, SIZE], "responses": OK},
            "put": {"operationId": "T_Put", "parameters": [MATCH], "requestBody": BODY, "responses": MARKED},
        },
        "/ts": {"get": {"operationId": "T_List", "responses": OK, "x-ms-pageable": {"nextLinkName": "next"}}},
    },
    "components": {"schemas": SCHEMAS},
}
CONTRACT = compile_contract(DOCUMENT)
LIBRARY = Library.of([CONTRACT])
T = "/components/schemas/T"
QUERY = "?api-version=2022-07-31&scope=a"


def get(query: str, answer: dict[str, Any] | None = None) -> Exchange:
    return exchange(f"GET /ts/a{query}", 200, answer or {"id": "a"})


def put(sent: str = '"1"', got: str | None = '"1"') -> Exchange:
    return exchange("PUT /ts/a", 200, {"id": "a"}, body={}, sent={"If-Match": sent}, got={"ETag": got})


# rule: pointer, exchanges that each break it, exchanges that each do not
CASES: dict[str, list[tuple[str, list[Exchange], list[Exchange]]]] = {
    "request.query-missing": [("", [get("?api-version=2022-07-31")], [get(QUERY)])],
    "request.query-value": [
        (
            "",
            [get(QUERY + "&maxpagesize=0"), get(QUERY + "&maxpagesize=many")],
            [get(QUERY + "&maxpagesize=100")],
        )
    ],
    "request.header": [("", [put(""), put("a")], [put()])],
    "answer.header": [("", [put(got=None), put(got="a")], [put()])],
    "answer.schema": [
        ("/word", [get(QUERY, {"id": "a", "word": "no"})], [get(QUERY, {"id": "a", "word": "yes"})])
    ],
}
