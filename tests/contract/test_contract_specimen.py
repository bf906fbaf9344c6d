"""Constructs no present version has, on a small contract: headers, query parameters, nullable, recursion."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.compiled import Pages, compile_contract
from iotcentral.contract.library import Library
from iotcentral.contract.validators import Validators, is_rfc1123
from iotcentral.contract.verify import verify_exchanges
from tests.contract.examples import exchange

OK = {
    "200": {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/T"}}},
    }
}
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
            "put": {"operationId": "T_Put", "parameters": [MATCH], "requestBody": BODY, "responses": OK},
        },
        "/ts": {"get": {"operationId": "T_List", "responses": OK, "x-ms-pageable": {"nextLinkName": "next"}}},
    },
    "components": {"schemas": SCHEMAS},
}
CONTRACT = compile_contract(DOCUMENT)
LIBRARY = Library.of([CONTRACT])
T = "/components/schemas/T"
QUERY = "?api-version=2022-07-31&scope=a"


def found(exchange_: Any) -> list[tuple[str, str]]:
    report = verify_exchanges([exchange_], library=LIBRARY, target="own")
    return [(each.rule, each.pointer) for each in report.findings]


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("?api-version=2022-07-31", "request.query-missing"),
        (QUERY + "&maxpagesize=0", "request.query-value"),
        (QUERY + "&maxpagesize=many", "request.query-value"),
    ],
)
def test_query_parameters_are_required_and_limited(query: str, rule: str) -> None:
    assert found(exchange(f"GET /ts/a{query}", 200, {"id": "a"})) == [(rule, "")]


def test_query_parameters_within_their_limits_pass() -> None:
    assert found(exchange(f"GET /ts/a{QUERY}&maxpagesize=100", 200, {"id": "a"})) == []


@pytest.mark.parametrize("header", ["", "a"])
def test_a_declared_header_is_required_and_limited(header: str) -> None:
    put = exchange("PUT /ts/a", 200, {"id": "a"}, body={}, sent={"If-Match": header})
    assert found(put) == [("request.header", "")]


def test_a_declared_header_passes() -> None:
    assert found(exchange("PUT /ts/a", 200, {"id": "a"}, body={}, sent={"If-Match": '"1"'})) == []


def test_a_value_refused_for_no_common_reason_is_reported() -> None:
    assert found(exchange(f"GET /ts/a{QUERY}", 200, {"id": "a", "word": "no"})) == [
        ("answer.schema", "/word")
    ]


def test_parameters_of_a_path_belong_to_its_operations() -> None:
    assert set(CONTRACT.operations["T_Get"].at("path")) == {"id"}


def test_paging_names_default_as_in_azure_s_extension() -> None:
    assert CONTRACT.operations["T_List"].pages == Pages("value", "next")


@pytest.mark.parametrize(
    ("value", "kind", "pointer"),
    [
        ({"id": "a", "shape": {"type": "round"}}, "required", "/shape/radius"),
        ({"id": "a", "shape": {"type": "star"}}, "tag", "/shape/type"),
        ({"id": "a", "shape": {}}, "required", "/shape/type"),
        ({"id": "a", "shape": 1}, "type", "/shape"),
        ({"id": "a", "parent": {"id": "b", "count": "x"}}, "type", "/parent/count"),
        ({"id": "a", "count": 2**31}, "limit", "/count"),
        ({"id": "a/b~c", "free": 1}, "type", "/free"),
        ({}, "required", "/id"),
    ],
)
def test_a_fault_names_the_innermost_member(value: Any, kind: str, pointer: str) -> None:
    (fault,) = Validators(DOCUMENT, "answer").faults(T, value)
    assert (fault.kind, fault.pointer) == (kind, pointer)


@pytest.mark.parametrize(
    "value", [{"id": "a", "parent": None}, {"id": "a", "count": 80.0}, {"id": "a", "x": 1}]
)
def test_null_where_nullable_whole_floats_and_unknown_members_are_valid(value: Any) -> None:
    assert Validators(DOCUMENT, "answer").faults(T, value) == []


def test_a_required_member_only_answers_carry_is_not_required_of_a_request() -> None:
    assert Validators(DOCUMENT, "request").faults(T, {}) == []


def test_a_fault_points_at_the_keyword_in_the_spec() -> None:
    (fault,) = Validators(DOCUMENT, "answer").faults(T, {"id": 1})
    assert fault.spec == "/components/schemas/T/properties/id/type"


def test_a_finding_carries_the_words_of_the_spec() -> None:
    report = verify_exchanges([exchange(f"GET /ts/a{QUERY}", 200, {"id": 1})], library=LIBRARY)
    assert report.findings[0].text == "A thing."


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("Tue, 25 Apr 2023 11:24:53 GMT", True),
        ("Mon, 25 Apr 2023 11:24:53 GMT", False),
        ("Tue, 31 Apr 2023 11:24:53 GMT", False),
        ("Tue, 25 Apr 2023 24:00:00 GMT", False),
        ("2023-04-25T11:24:53Z", False),
        ("Tue, 25 Apr 2023 11:24:53 GMT\n", False),
    ],
)
def test_http_dates_are_read_strictly(text: str, valid: bool) -> None:
    assert is_rfc1123(text) is valid
