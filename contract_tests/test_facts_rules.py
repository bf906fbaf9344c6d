"""The systematic differences of the versions beside 2022-07-31, and what the comparer reads in them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from contract_tests.facts import upstream, written
from contract_tests.facts.__main__ import catalog
from contract_tests.facts.beyond import differences
from contract_tests.facts.compare import Report, compare
from contract_tests.facts.places import under
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written
from contract_tests.mutants.spec_places import GONE, Change, spec_with
from contract_tests.reading import Document, documents, load

_WHY = "Differs on purpose, for a reason that a test gives."
_PLAIN: dict[str, Any] = {
    **dict.fromkeys(("discriminator", "discriminator_value", "additional_properties")),
    "type": "object",
    "extends": [],
    "required": [],
    "props": {},
}
_TEXT = {"type": "string"}
_OPEN = {"modelAsString": True}

Schemas = Mapping[str, Any]


def _facts(schemas: Schemas, **operation: Any) -> Facts:
    """Facts of one operation, `Things_Get`, and of schemas that say only what they have beside the usual."""
    stated = {"method": "GET", "path": "/things", "responses": {"200": "Thing"}, **operation}
    empty: dict[str, Any] = {
        **dict.fromkeys(("body", "pageable", "long_running")),
        "path_params": {},
        "query": {},
        "headers": {},
    }
    return Facts(
        {
            "api_version": "1",
            "host": "example.com",
            "base_path": "",
            "produces": ["application/json"],
            "api_version_param": {"in": "query", "wire": "api-version", "type": "string", "required": True},
            "operations": [{"id": "Things_Get", **empty, **stated}],
            "schemas": {name: {**_PLAIN, **schema} for name, schema in {"Thing": {}, **schemas}.items()},
        }
    )


def _spec(schemas: Schemas, **operation: Any) -> dict[str, Any]:
    """The spec of the same; `Thing` is an empty object unless it is given."""
    version = {"name": "api-version", "in": "query", "required": True, "schema": {**_TEXT, "enum": ["1"]}}
    stated = {"responses": {"200": _answer("Thing")}, **operation}
    return {
        "info": {"version": "1"},
        "servers": [{"url": "https://example.com"}],
        "paths": {"/things": {"get": {"operationId": "Things_Get", "parameters": [version], **stated}}},
        "components": {"schemas": {"Thing": {"type": "object"}, **copy.deepcopy(dict(schemas))}},
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(name: str, **more: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": _ref(name)}}, **more}


def _object(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def _compared(facts: Facts, spec: dict[str, Any]) -> Report:
    return compare(facts, Written(spec))


def _places(report: Report) -> set[str]:
    return {" ".join(one.key[1:]) for one in report.unexplained}


_UNION = {"discriminator": "kind", "required": ["kind"], "props": {"kind": _TEXT}}
_ONE = {"extends": ["Tile"], "discriminator_value": "c", "required": ["name"]}


def _tiles(merged: dict[str, Any]) -> dict[str, Any]:
    union = {
        "oneOf": [_ref("Button")],
        "discriminator": {"propertyName": "kind", "mapping": {"c": _ref("Button")["$ref"]}},
    }
    return _spec({"Tile": union, "Button": merged})


_KIND = {"type": "string", "const": "c"}
_BUTTONS = _facts(
    {
        "Tile": _UNION,
        "Command": {**_ONE, "props": {"name": _TEXT, "device": _TEXT}},
        "Button": {
            **_ONE,
            "required": ["name", "group"],
            "props": {"name": _TEXT, "group": _TEXT, "device": {}},
        },
    }
)


def test_schemas_that_share_a_value_are_one_in_the_spec() -> None:
    merged = _object(["kind", "name"], kind=_KIND, name=_TEXT, group=_TEXT, device={})
    assert _compared(_BUTTONS, _tiles(merged)).ok


@pytest.mark.parametrize(
    ("place", "merged"),
    [
        (
            "Button required group",
            _object(["kind", "name", "group"], kind=_KIND, name=_TEXT, group=_TEXT, device={}),
        ),
        ("Button required name", _object(["kind"], kind=_KIND, name=_TEXT, group=_TEXT, device={})),
        (
            "Button props device type",
            _object(["kind", "name"], kind=_KIND, name=_TEXT, group=_TEXT, device=_TEXT),
        ),
        ("Button props group", _object(["kind", "name"], kind=_KIND, name=_TEXT, device={})),
    ],
)
def test_the_one_schema_asks_only_what_all_of_them_ask(place: str, merged: dict[str, Any]) -> None:
    assert place in _places(_compared(_BUTTONS, _tiles(merged)))


_NESTED = _facts({"Tile": {"props": {"format": {"type": "object", "props": {"size": {"type": "number"}}}}}})


def _with_format(**named: Any) -> dict[str, Any]:
    return _spec(
        {"Tile": _object(format=_ref("Format")), "Format": {**_object(**named), "x-iotc-deviation": _WHY}}
    )


def test_an_object_written_inside_a_member_may_be_named() -> None:
    assert _compared(_NESTED, _with_format(size={"type": "number"})).ok


def test_a_named_object_says_what_it_said_inside() -> None:
    report = _compared(_NESTED, _with_format(size={"type": "number", "minimum": 1}))
    assert _places(report) == {"Format props size minimum"}


_STATE = {"type": "string", "enum": ["on"], "enum_name": "State", "extensible_enum": True, "read_only": True}
_STATED = {"type": "string", "enum": ["on"], "x-ms-enum": {"name": "State", **_OPEN}, "readOnly": True}


@pytest.mark.parametrize(("member", "ok"), [({"readOnly": True}, True), ({}, False)])
def test_what_refers_to_a_read_only_enum_is_read_only(member: dict[str, Any], ok: bool) -> None:
    facts = _facts({"State": _STATE, "Thing": {"props": {"state": {"ref": "State"}}}})
    spec = _spec({"State": _STATED, "Thing": _object(state={**_ref("State"), **member})})
    assert _compared(facts, spec).ok is ok


def test_every_error_of_a_source_without_errors_is_the_spec_s_own() -> None:
    evidence = {"x-iotc-evidence": {"grade": "X", "source": "none"}}
    responses = {"200": _answer("Thing"), "404": _answer("Error", **evidence)}
    error = {**_object(code=_TEXT), "x-iotc-deviation": _WHY}
    spec = _spec({"Error": error}, responses=responses)
    assert _compared(_facts({}), spec).ok
    responses["404"] = _answer("Thing", **evidence)
    assert _places(_compared(_facts({}), spec)) == {"Things_Get responses 404 schema"}


def test_a_schema_that_nobody_published_needs_one_deviation() -> None:
    spec = _spec({"Own": _object(["code"], code=_TEXT)})
    assert "Own props code" in _places(_compared(_facts({}), spec))
    spec["components"]["schemas"]["Own"]["x-iotc-deviation"] = _WHY
    assert _compared(_facts({}), spec).ok


def test_the_errors_of_1_0_are_those_of_2022_05_31() -> None:
    first, second = (written.load(f"data-plane/{version}.yaml").places for version in ("1.0", "2022-05-31"))
    for name in ("Error", "ErrorDetails"):
        assert under(first, "schemas", name) == under(second, "schemas", name)


_FORMS = _facts(
    {
        "Tile": _UNION,
        "A": {"extends": ["Tile"], "discriminator_value": "a", "props": {"auth": {"ref": "Thing"}}},
        "B": {"extends": ["Tile"], "discriminator_value": "b", "props": {"auth": {"ref": "Other"}}},
        "Other": {},
    }
)


@pytest.mark.parametrize(("form", "ok"), [({"type": "object"}, True), (_ref("Thing"), False)])
def test_a_member_of_many_forms_is_free_in_the_patch(form: dict[str, Any], ok: bool) -> None:
    kinds = {"type": "string", "enum": ["a", "b"], "x-ms-enum": {"name": "TileType", **_OPEN}}
    mapping = {"a": _ref("A")["$ref"], "b": _ref("B")["$ref"]}
    branches = {
        name: _object(["kind"], kind={**_TEXT, "const": tag}, auth=_ref(of))
        for name, tag, of in (("A", "a", "Thing"), ("B", "b", "Other"))
    }
    union = {"oneOf": [_ref("A"), _ref("B")], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    other = {"type": "object"}
    patch = _object(kind=kinds, auth=form)
    spec = _spec({"Tile": union, **branches, "Other": other, "TilePatch": patch})
    assert _compared(_FORMS, spec).ok is ok


@pytest.mark.parametrize(
    ("schemas", "ok"),
    [
        ({"ThingPatch": _object(part=_ref("PartPatch")), "PartPatch": _object(size=_TEXT)}, True),
        ({"ThingPatch": _object(part=_ref("Part")), "PartPatch": _object(size=_TEXT)}, False),
        ({"ThingPatch": _object(part=_ref("Part"))}, True),
    ],
)
def test_a_patch_refers_to_patches(schemas: dict[str, Any], ok: bool) -> None:
    part = {"props": {"size": _TEXT, "id": {**_TEXT, "read_only": True}}}
    facts = _facts({"Thing": {"props": {"part": {"ref": "Part"}}}, "Part": part})
    spec = _spec(
        {
            "Thing": _object(part=_ref("Part")),
            "Part": _object(size=_TEXT, id={**_TEXT, "readOnly": True}),
            **schemas,
        }
    )
    assert _compared(facts, spec).ok is ok


def test_a_patch_of_the_source_may_take_null_and_say_what_it_lacks() -> None:
    facts = _facts({"ThingPatch": {"props": {"tags": _TEXT}}})
    spec = _spec(
        {"ThingPatch": {**_object(tags={"type": ["string", "null"]}), "x-iotc-deviation": "No `location`."}}
    )
    assert _compared(facts, spec).ok


def test_a_member_that_a_deviation_locks_is_not_patched() -> None:
    facts = _facts({"Thing": {"props": {"id": _TEXT, "name": _TEXT}}})
    locked = {**_TEXT, "readOnly": True, "x-iotc-deviation": _WHY}
    schemas = {"Thing": _object(id=locked, name=_TEXT), "ThingPatch": _object(name=_TEXT)}
    assert _compared(facts, _spec(schemas)).ok


@pytest.mark.parametrize(
    ("place", "facts", "spec"),
    [
        (
            "Things_Get long running options",
            _facts({}, long_running={"enabled": True, "options": None}),
            _spec(
                {},
                **{
                    "x-ms-long-running-operation": True,
                    "x-ms-long-running-operation-options": {"final-state-via": "location"},
                },
            ),
        ),
        (
            "Thing props name mutability",
            _facts({"Thing": {"props": {"name": {**_TEXT, "mutability": ["create", "read"]}}}}),
            _spec({"Thing": _object(name={**_TEXT, "x-ms-mutability": ["read"]})}),
        ),
        (
            "Thing props on default",
            _facts(
                {
                    "Thing": {
                        "props": {"on": {"type": "boolean", "default": False, "default_raw": "false (text)"}}
                    }
                }
            ),
            _spec({"Thing": _object(on={"type": "boolean", "default": False})}),
        ),
        (
            "Thing type",
            _facts({"Thing": {"type": None, "props": {"a": _TEXT}}}),
            _spec({"Thing": _object(a=_TEXT)}),
        ),
        ("Thing source name", _facts({"Thing": {"source_name": "Resource"}}), _spec({})),
        (
            "Things_Get responses 200 media types",
            _facts({}),
            _spec({}, responses={"200": {"content": {"text/json": {"schema": _ref("Thing")}}}}),
        ),
        (
            "Things_Get responses 200 headers ETag type",
            _facts({}),
            _spec({}, responses={"200": _answer("Thing", headers={"ETag": {"schema": _TEXT}})}),
        ),
        (
            "Things_Get parameters query $top minimum",
            _facts({}, query={"$top": {"type": "integer", "required": False, "minimum": 1}}),
            _spec({}, parameters=[{"name": "$top", "in": "query", "schema": {"type": "integer"}}]),
        ),
        (
            "Things_Get parameters header If-Match required",
            _facts({}, headers={"If-Match": {**_TEXT, "required": False}}),
            _spec({}, parameters=[{"name": "If-Match", "in": "header", "required": True, "schema": _TEXT}]),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_other_versions_add_is_compared(place: str, facts: Facts, spec: dict[str, Any]) -> None:
    assert place in _places(_compared(facts, spec))


def test_a_deviation_of_a_header_explains_that_header() -> None:
    header = {"schema": _TEXT, "x-iotc-deviation": _WHY}
    spec = _spec({}, responses={"200": _answer("Thing", headers={"ETag": header})})
    assert _compared(_facts({}), spec).ok


def test_hints_for_a_generator_are_not_compared() -> None:
    hints = {"client_flatten": True, "identifiers": [], "note": "a remark"}
    facts = _facts(
        {"Thing": {"azure_resource": True, "common_type": True, "props": {"a": {**_TEXT, **hints}}}}
    )
    assert _compared(facts, _spec({"Thing": _object(a=_TEXT)})).ok


@pytest.mark.parametrize("entry", catalog(), ids=lambda entry: f"{entry['plane']}-{entry['version']}")
def test_the_facts_have_every_operation(entry: Mapping[str, Any]) -> None:
    assert len(upstream.load(entry["plane"], entry["version"]).operations) == entry["operations"]


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.label)
def test_a_spec_says_of_answers_what_was_written_down_beyond_the_facts(document: Document) -> None:
    assert list(differences(document)) == []


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (("components", "schemas", "App", "x-iotc-always"), "always"),
        (("components", "schemas", "AppProperties", "x-iotc-always"), "always"),
    ],
)
def test_a_spec_that_loses_what_is_always_answered_is_noticed(keys: tuple[str, ...], kind: str) -> None:
    document = load("control-plane", "2021-06-01")
    changed = spec_with(document.raw, Change(keys, GONE))
    found = [each for each, _ in differences(Document("control-plane", "2021-06-01", changed))]
    assert found == [kind]
