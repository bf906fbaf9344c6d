"""The specs say what the facts say; each systematic difference is a rule; anything else is found."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from contract_tests.facts import upstream
from contract_tests.facts.__main__ import catalog, main, reports
from contract_tests.facts.compare import Report, compare
from contract_tests.facts.systematic import RULES
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

_WHY = "Differs on purpose, for a reason that a test gives."
Change = Callable[[Any], None]

_SMALL = """
plane: data
api_version: '1'
host: '{app}.example.com'
base_path: /api
produces: [application/json]
api_version_param: {in: query, wire: api-version, type: string, required: true}
default_response: {schema: Error, headers: {x-ms-error-code: {type: string}}}
operations:
- id: Users_Update
  method: PATCH
  path: /users/{userId}
  path_params: {user_id: {type: string, required: true, max_length: 48, wire: userId}}
  query: {}
  headers: {}
  body: {schema: {type: object}, required: true, content_type: application/json}
  responses: {'200': User, default: Error}
  pageable: null
  long_running: null
schemas:
  Error:
    <<: &plain {type: object, extends: [], discriminator: null, discriminator_value: null, required: []}
    additional_properties: null
    props: {code: {type: string}}
  User:
    <<: *plain
    additional_properties: null
    discriminator: kind
    required: [kind]
    props: {kind: {type: string}, id: {type: string, read_only: true}}
  Person:
    <<: *plain
    additional_properties: null
    extends: [User]
    discriminator_value: person
    required: [mail]
    props: {mail: {type: string}, token: {type: string}}
  Robot:
    <<: *plain
    additional_properties: null
    extends: [User]
    discriminator_value: robot
    props: {level: {type: string, enum: [low, high], enum_name: Level, extensible_enum: false}}
"""


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _level() -> dict[str, Any]:
    return {"type": "string", "enum": ["low", "high"], "x-ms-enum": {"name": "Level", "modelAsString": True}}


def _branch(value: str, required: list[str], **members: Any) -> dict[str, Any]:
    properties = {"kind": {"type": "string", "const": value}, **members}
    own = {"type": "object", "required": ["kind", *required], "properties": properties}
    return {"allOf": [_ref("UserBase"), own]}


def _error(**more: Any) -> dict[str, Any]:
    return {
        "headers": {"x-ms-error-code": {"schema": {"type": "string"}}},
        "content": {"application/json": {"schema": _ref("Error")}},
        **more,
    }


def _small() -> dict[str, Any]:
    """A spec that says what `_SMALL` says, in the curated form."""
    mapping = {"person": "#/components/schemas/Person", "robot": "#/components/schemas/Robot"}
    kinds = {
        "type": "string",
        "enum": ["person", "robot"],
        "x-ms-enum": {"name": "UserType", "modelAsString": True},
    }
    secret = {"type": "string", "x-ms-secret": True}
    patch = {"kind": kinds, "mail": {"type": ["string", "null"]}, "token": secret, "level": _level()}
    schemas = {
        "Error": {"type": "object", "properties": {"code": {"type": "string"}}},
        "User": {
            "oneOf": [_ref("Person"), _ref("Robot")],
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        },
        "UserBase": {"type": "object", "properties": {"id": {"type": "string", "readOnly": True}}},
        "Person": _branch("person", ["mail"], mail={"type": "string"}, token=secret),
        "Robot": _branch("robot", [], level=_level()),
        "UserPatch": {"type": "object", "properties": patch},
    }
    operation = {
        "operationId": "Users_Update",
        "parameters": [
            {"name": "userId", "in": "path", "required": True, "schema": {"type": "string", "maxLength": 48}},
            {
                "name": "api-version",
                "in": "query",
                "required": True,
                "schema": {"type": "string", "enum": ["1"]},
            },
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("UserPatch")}}},
        "responses": {
            "200": {"content": {"application/json": {"schema": _ref("User")}}},
            "404": _error(**{"x-iotc-evidence": {"grade": "R", "source": "docs"}}),
            "default": _error(),
        },
    }
    return {
        "info": {"version": "1"},
        "servers": [{"url": "https://{app}.example.com/api"}],
        "paths": {"/users/{userId}": {"patch": operation}},
        "components": {"schemas": schemas},
    }


def _compared(change: Change = lambda document: None) -> Report:
    document = copy.deepcopy(_small())
    change(document)
    return compare(Facts(yaml.safe_load(_SMALL)), Written(document))


def _at(*keys: Any, value: Any = None, remove: bool = False) -> Change:
    def change(document: Any) -> None:
        for key in keys[:-1]:
            document = document[key]
        if remove:
            del document[keys[-1]]
        else:
            document[keys[-1]] = value

    return change


def _moved(path: str, method: str) -> Change:
    """The one operation under another path and method."""

    def change(document: Any) -> None:
        document["paths"] = {path: {method: document["paths"]["/users/{userId}"]["patch"]}}

    return change


_JSON = ("content", "application/json")
_OPERATION = ("paths", "/users/{userId}", "patch")
_SCHEMAS = ("components", "schemas")
_LEVEL = (*_SCHEMAS, "Robot", "allOf", 1, "properties", "level")
_PERSON = (*_SCHEMAS, "Person", "allOf", 1, "properties")


@pytest.fixture(scope="module")
def every_report() -> list[Report]:
    return reports()


def test_every_spec_of_the_catalog_says_what_the_facts_say(every_report: list[Report]) -> None:
    assert [str(one) for report in every_report for one in [*report.unexplained, *report.idle]] == []


def test_a_curated_spec_differs_by_the_rules_alone() -> None:
    report = _compared()
    assert (report.unexplained, report.deviations, report.idle) == ([], [], [])


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("api-version-enum", _at(*_OPERATION, "parameters", 1, "schema", "enum", value=["1", "2"])),
        ("pinned-tag", _at(*_PERSON, "kind", "const", value="human")),
        ("union-base", _at(*_SCHEMAS, "UserBase", "properties", "id", "readOnly", value=False)),
        (
            "open-enum",
            _at(
                *_SCHEMAS,
                "Robot",
                "allOf",
                1,
                "properties",
                "level",
                "x-ms-enum",
                "modelAsString",
                value=False,
            ),
        ),
        ("secret-mark", _at(*_PERSON, "token", "x-ms-secret", remove=True)),
        ("error-status", _at(*_OPERATION, "responses", "404", "headers", remove=True)),
        (
            "patch-body",
            _at(*_OPERATION, "requestBody", *_JSON, "schema", value=_ref("User")),
        ),
        ("patch-members", _at(*_SCHEMAS, "UserPatch", "properties", "mail", remove=True)),
        ("patch-tag", _at(*_SCHEMAS, "UserPatch", "properties", "kind", "enum", value=["person"])),
    ],
)
def test_a_rule_asks_for_exactly_what_it_says(rule: str, change: Change) -> None:
    assert rule in {one.rule for one in _compared(change).unexplained}


def test_a_patch_may_not_clear_what_the_resource_requires() -> None:
    facts = yaml.safe_load(_SMALL)
    facts["schemas"]["Thing"] = {**facts["schemas"]["Error"], "required": ["code"]}
    document = _small()
    document["components"]["schemas"]["Thing"] = {
        **document["components"]["schemas"]["Error"],
        "required": ["code"],
    }
    nullable = {"type": "object", "properties": {"code": {"type": ["string", "null"]}}}
    document["components"]["schemas"]["ThingPatch"] = nullable
    found = compare(Facts(facts), Written(document)).unexplained
    assert [one.key[-1] for one in found] == ["nullable"]


def test_a_property_patch_must_refuse_the_metadata() -> None:
    facts, document = yaml.safe_load(_SMALL), _small()
    facts["schemas"]["Bag"] = {**facts["schemas"]["Error"], "props": {}, "additional_properties": True}
    free = {"type": "object", "additionalProperties": True}
    document["components"]["schemas"] |= {"Bag": free, "BagPatch": free}
    assert [one.rule for one in compare(Facts(facts), Written(document)).unexplained] == ["patch-metadata"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_needed_by_the_specs(rule: Any, every_report: list[Report]) -> None:
    assert any(report.by_rule[rule.id] for report in every_report)


@pytest.mark.parametrize(
    ("place", "change"),
    [
        ("method", _moved("/users/{userId}", "put")),
        ("path", _moved("/people/{userId}", "patch")),
        ("maxLength", _at(*_OPERATION, "parameters", 0, "schema", "maxLength", remove=True)),
        ("maxLength", _at(*_OPERATION, "parameters", 0, "schema", "maxLength", value=49)),
        ("pattern", _at(*_OPERATION, "parameters", 0, "schema", "pattern", value="^a$")),
        ("path userId", _at(*_OPERATION, "parameters", 0, remove=True)),
        ("required", _at(*_OPERATION, "requestBody", "required", value=False)),
        (
            "media types",
            _at(*_OPERATION, "requestBody", "content", "text/plain", value={"schema": _ref("UserPatch")}),
        ),
        ("200", _at(*_OPERATION, "responses", "200", remove=True)),
        ("201", _at(*_OPERATION, "responses", "201", value={})),
        ("default", _at(*_OPERATION, "responses", "default", remove=True)),
        ("x-ms-error-code", _at(*_OPERATION, "responses", "default", "headers", remove=True)),
        (
            "pageable",
            _at(*_OPERATION, "x-ms-pageable", value={"itemName": "value", "nextLinkName": "nextLink"}),
        ),
        ("long running", _at(*_OPERATION, "x-ms-long-running-operation", value=True)),
        ("Error", _at(*_SCHEMAS, "Error", remove=True)),
        ("Fresh", _at(*_SCHEMAS, "Fresh", value={"type": "object"})),
        ("type", _at(*_PERSON, "mail", "type", value="integer")),
        ("format", _at(*_PERSON, "mail", "format", value="email")),
        ("multipleOf", _at(*_PERSON, "mail", "multipleOf", value=2)),
        ("nullable", _at(*_PERSON, "mail", "type", value=["string", "null"])),
        ("mail", _at(*_SCHEMAS, "Person", "allOf", 1, "required", value=["kind"])),
        ("enum", _at(*_LEVEL, "enum", value=["low", "high", "top"])),
        ("enumName", _at(*_LEVEL, "x-ms-enum", "name", value="Height")),
        ("robot", _at(*_SCHEMAS, "User", "discriminator", "mapping", "robot", remove=True)),
        ("tag", _at(*_SCHEMAS, "User", "discriminator", "propertyName", value="type")),
        ("default", _at(*_PERSON, "mail", "default", value="a@example.com")),
        ("additionalProperties", _at(*_SCHEMAS, "Error", "additionalProperties", value=False)),
        ("host", _at("servers", 0, "url", value="http://{app}.example.com/api")),
        ("version", _at("info", "version", value="2")),
    ],
)
def test_any_other_difference_is_found(place: str, change: Change) -> None:
    assert place in {part for one in _compared(change).unexplained for part in one.key}


def test_a_status_without_evidence_is_not_excused() -> None:
    change = _at(*_OPERATION, "responses", "404", "x-iotc-evidence", remove=True)
    assert {one.key[3] for one in _compared(change).unexplained} == {"404"}


def test_a_deviation_at_the_place_explains_it() -> None:
    def change(document: Any) -> None:
        mail = document["components"]["schemas"]["Person"]["allOf"][1]["properties"]["mail"]
        mail |= {"format": "email", "x-iotc-deviation": _WHY}
        document["components"]["schemas"]["UserPatch"]["properties"]["mail"]["x-iotc-deviation"] = _WHY
        document["components"]["schemas"]["UserPatch"]["properties"]["mail"]["format"] = "email"

    report = _compared(change)
    assert (report.unexplained, len(report.deviations)) == ([], 2)


def test_a_deviation_elsewhere_does_not() -> None:
    def change(document: Any) -> None:
        person = document["components"]["schemas"]["Person"]["allOf"][1]["properties"]
        person["mail"]["format"] = "email"
        person["token"]["x-iotc-deviation"] = _WHY

    assert not _compared(change).ok


def test_a_deviation_of_an_operation_excuses_paging_only() -> None:
    def change(document: Any) -> None:
        operation = document["paths"].pop("/users/{userId}")["patch"]
        operation["x-iotc-deviation"] = _WHY
        document["paths"]["/people/{userId}"] = {"patch": operation}

    assert "path" in {one.key[-1] for one in _compared(change).unexplained}


def test_a_deviation_that_nothing_needs_is_named() -> None:
    report = _compared(_at(*_PERSON, "mail", "x-iotc-deviation", value=_WHY))
    assert report.idle == ["schemas > Person > props > mail"]


def test_inheritance_is_flattened_before_comparing() -> None:
    def change(document: Any) -> None:
        person = document["components"]["schemas"]["Person"]["allOf"][1]
        person["properties"]["id"] = {"type": "string", "readOnly": True}
        document["components"]["schemas"]["Person"] = person

    assert _compared(change).ok


def test_facts_with_a_key_nobody_knows_are_refused() -> None:
    facts = yaml.safe_load(_SMALL)
    facts["schemas"]["Error"]["props"]["code"]["maxLenght"] = 3
    with pytest.raises(ValueError, match="maxLenght"):
        Facts(facts).places()


def test_two_branches_that_share_a_value_stay_visible() -> None:
    facts = yaml.safe_load(_SMALL)
    facts["schemas"]["Robot"]["discriminator_value"] = "person"
    assert Facts(facts).places()[("schemas", "User", "union", "value", "person")] == ("Person", "Robot")


def test_the_command_fails_for_a_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = _compared(_at("info", "version", value="2"))
    monkeypatch.setattr("contract_tests.facts.__main__.reports", lambda: [broken])
    assert main([]) == 1
    assert "document > version: expected 1, the spec says 2" in capsys.readouterr().out


def test_the_command_is_content_with_the_specs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], every_report: list[Report]
) -> None:
    monkeypatch.setattr("contract_tests.facts.__main__.reports", lambda: every_report)
    assert main(["-v"]) == 0
    assert "patch-body" in capsys.readouterr().out


def test_a_version_without_facts_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = {"plane": "data-plane", "version": "2099-01-01", "document": "data-plane/2022-07-31.yaml"}
    monkeypatch.setattr("contract_tests.facts.__main__.catalog", lambda: [entry])
    assert main([]) == 2
    said = capsys.readouterr().err
    assert "facts/data-plane/2099-01-01.yaml: no facts of data-plane/2099-01-01; facts/README.md" in said


def test_each_version_of_the_catalog_has_its_facts() -> None:
    named = {f"{entry['plane']}/{entry['version']}" for entry in catalog()}
    kept = {f"{path.parent.name}/{path.stem}" for path in upstream.HERE.glob("*/*.yaml")}
    assert kept == named


@pytest.mark.parametrize("folder", ["facts", "witnesses"])
def test_the_second_source_stands_alone(folder: str) -> None:
    files = sorted((upstream.HERE.parent / folder).glob("*.py"))
    imported = {
        name
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in _imports(node)
    }
    assert files
    assert not imported & {"codegen", "iotcentral", "iotcentral_rest"}


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [str(node.module).partition(".")[0]] if isinstance(node, ast.ImportFrom) else []
