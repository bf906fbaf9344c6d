"""Checks of capability models and of values against them (dossier 7)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.emulator.dtdl.checks import model_faults
from iotcentral.emulator.dtdl.samples import sample
from iotcentral.emulator.dtdl.schemas import value_faults
from tests.emulator.harness import COMPONENT, EVERYTHING, TEMPLATE, WRITABLE, Service, interface, template

_PATH = f"/deviceTemplates/{TEMPLATE}"


def _property(schema: Any, *types: str, **members: Any) -> dict[str, Any]:
    return {"@type": ["Property", *types], "name": "p", "schema": schema} | members


def _telemetry(name: Any = "t", schema: Any = "double", *types: str) -> dict[str, Any]:
    return {"@type": ["Telemetry", *types], "name": name, "schema": schema}


_ENUM = {"@type": "Enum", "valueSchema": "integer", "enumValues": [{"name": "a", "enumValue": 1}]}
_TOO_LONG = "n" * 65

_REFUSED: list[tuple[Any, str]] = [
    (5, " should be object"),
    ({"name": "x"}, "['@type'] should be one of Command, Component, Property, Relationship, Telemetry"),
    ({"@type": "Interface", "name": "x"}, "['@type'] should be one of"),
    ({"@type": "Telemetry", "schema": "double"}, " should have required property 'name'"),
    (_telemetry(5), ".name should be string"),
    (_telemetry("_x"), '.name should match pattern "^[a-zA-Z0-9][a-zA-Z0-9_]*$"'),
    (_telemetry("a-b"), ".name should match pattern"),
    (_telemetry("ä"), ".name should match pattern"),
    (_telemetry(""), ".name should match pattern"),
    (_telemetry("x\n"), ".name should match pattern"),
    (_telemetry(_TOO_LONG), ".name should NOT be longer than 64 characters"),
    ({"@type": "Telemetry", "name": "t"}, " should have required property 'schema'"),
    ({"@type": "Property", "name": "t"}, " should have required property 'schema'"),
    ({"@type": "Component", "name": "t"}, " should have required property 'schema'"),
    (_property("number"), ".schema should be a DTDL schema"),
    (_property(5), ".schema should be string,object"),
    (_property({"@type": "Tuple"}), ".schema['@type'] should be one of Array, Enum, Map, Object"),
    (_property({"@type": "Array", "elementSchema": "x"}), ".schema.elementSchema should be a DTDL schema"),
    (_property({"@type": "Map", "mapValue": {"schema": "x"}}), ".schema.mapValue.schema should be a DTDL"),
    (_property({"@type": "Object", "fields": {}}), ".schema.fields should be array"),
    (_property({"@type": "Object", "fields": [5]}), ".schema.fields[0] should be object"),
    (
        _property({"@type": "Object", "fields": [{}]}),
        ".schema.fields[0] should have required property 'name'",
    ),
    (
        _property({"@type": "Object", "fields": [{"name": "a"}] * 2}),
        ".schema.fields[1].name should NOT be a duplicate",
    ),
    (
        _property({"@type": "Object", "fields": [{"name": "a", "schema": "x"}]}),
        ".schema.fields[0].schema should",
    ),
    (_property("double", writable="yes"), ".writable should be boolean"),
    (_property("double", minValue="1"), ".minValue should be number"),
    (_property("double", minValue=2, maxValue=1), ".minValue should be <= 1"),
    (_property("double", decimalPlaces=-1), ".decimalPlaces should be >= 0"),
    (_property("double", displayName="n" * 65), ".displayName should NOT be longer than 64 characters"),
    (_property("double", displayName={"en": "n" * 65}), ".displayName should NOT be longer than 64"),
    (_property("double", displayName=5), ".displayName should be string"),
    (_property("double", description="n" * 513), ".description should NOT be longer than 512 characters"),
    (_telemetry("t", "double", "State"), ".schema should be Enum for type State"),
    (
        _telemetry("t", "boolean", "Event"),
        ".schema should be double,float,integer,long,string for type Event",
    ),
    (_property("vector", "Location"), ".schema should be geopoint for type Location"),
    (_property("geopoint", "VelocityVector"), ".schema should be vector for type VelocityVector"),
    (_property("double", "AccelerationVector"), ".schema should be vector for type AccelerationVector"),
    ({"@type": "Command", "name": "c", "request": "x"}, ".request should be object"),
    (
        {"@type": "Command", "name": "c", "response": {"schema": "x"}},
        ".response.schema should be a DTDL schema",
    ),
    (COMPONENT | {"schema": interface(_telemetry("_x"))}, ".schema.contents[0].name should match pattern"),
    (COMPONENT | {"schema": 5}, ".schema should be object"),
    ({"@type": ["Relationship", "EdgeModule"], "name": "m", "target": [5]}, ".target[0] should be object"),
    *[
        (_telemetry(name), ".name should NOT be a reserved name")
        for name in ("EventEnqueuedUtcTime", "EventProcessedUtcTime", "PartitionId", "EventHub", "User")
    ],
    (_telemetry("$metadata"), ".name should NOT be a reserved name"),
    (_telemetry("$version"), ".name should NOT be a reserved name"),
]


@pytest.mark.parametrize(("entry", "fault"), _REFUSED)
def test_model_that_breaks_a_rule_is_invalid_body(service: Service, entry: Any, fault: str) -> None:
    answer = service.call("PUT", _PATH, template(WRITABLE, entry))
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert f"\n\n.capabilityModel.contents[1]{fault}" in answer.sentence
    assert service.call("GET", _PATH).status == 404


@pytest.mark.parametrize("model", [{"contents": {}}, {"extends": 5}, {"extends": [{"contents": {}}]}])
def test_contents_are_a_list_of_interfaces(service: Service, model: Any) -> None:
    assert service.call("PUT", _PATH, template() | {"capabilityModel": model}).status == 400


def test_name_is_used_once_in_an_interface(service: Service) -> None:
    answer = service.call("PUT", _PATH, template(WRITABLE, WRITABLE))
    assert ".capabilityModel.contents[1].name should NOT be a duplicate" in answer.sentence
    service.ok("PUT", _PATH, template(WRITABLE, COMPONENT | {"schema": interface(WRITABLE)}))


def test_patch_is_checked_as_well(service: Service) -> None:
    service.ok("PUT", _PATH, template(WRITABLE))
    patch = {"capabilityModel": {"contents": [_telemetry("_x")]}}
    assert service.call("PATCH", _PATH, patch).status == 400


@pytest.mark.parametrize(
    "entry",
    [
        _telemetry("User1"),
        {"@type": "Property", "name": "User", "schema": "string"},
        _telemetry("n" * 64),
        _telemetry("t", _ENUM, "State"),
        _telemetry("t", "geopoint", "Location"),
        _telemetry("t", "dtmi:contoso:Thing;1", "State"),
        _property("vector", "AccelerationVector", displayName={"en": "A", "de": "B"}),
        _property({"@type": "Array", "elementSchema": _ENUM}, "Unheard", unit="degreeCelsius"),
        {"@type": "Component", "name": "c", "schema": "dtmi:contoso:Thing;1"},
        {"@type": ["Relationship", "EdgeModule"], "name": "$edge-Hub", "target": []},
        {"@type": "Relationship", "name": "r", "target": "dtmi:contoso:Thing;1"},
    ],
)
def test_model_within_the_rules_is_kept(service: Service, entry: Any) -> None:
    kept = service.ok("PUT", _PATH, template(entry))["capabilityModel"]["contents"]
    assert kept == [entry]


def test_three_hundred_capabilities_are_enough(service: Service) -> None:
    def sent(count: int) -> Any:
        inner = interface(*(_telemetry(f"i{n}") for n in range(100)))
        return template(COMPONENT | {"schema": inner}, *(_telemetry(f"t{n}") for n in range(count - 100)))

    service.ok("PUT", _PATH, sent(300))
    answer = service.call("PUT", _PATH, sent(301))
    assert ".capabilityModel should NOT have more than 300 capabilities" in answer.sentence


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "name", "schema", "contents", "extends", "target", "fields", "request"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_models_of_any_shape_are_checked_without_a_fault(model: Any) -> None:
    faults = model_faults(model)
    assert faults or isinstance(model, dict)
    assert all(fault.startswith(".capabilityModel") for fault in faults)


_VALUES: list[tuple[Any, Any, Any]] = [
    ("boolean", True, "true"),
    ("date", "2024-02-29", "2023-02-29"),
    ("dateTime", "2024-01-01T00:00:00Z", "2024-01-01"),
    ("double", 1.5, True),
    ("duration", "PT5M", "P"),
    ("float", 1, "1"),
    ("integer", 5, 1.5),
    ("integer", -(2**31), 2**31),
    ("long", 2**40, 2**63),
    ("string", "", None),
    ("time", "12:00:00", "25:00"),
    ("geopoint", {"lat": 1, "lon": 2}, {"lat": "north"}),
    ("vector", {"x": 1, "y": 2, "z": 3}, [1, 2, 3]),
    (_ENUM, 1, True),
    ({"@type": "Array", "elementSchema": "integer"}, [1, 2], [1, "2"]),
    ({"@type": "Map", "mapValue": {"name": "v", "schema": "double"}}, {"a": 1}, {"a": "1"}),
    ({"@type": "Object", "fields": [{"name": "a", "schema": "double"}]}, {"a": 1}, {"a": "1"}),
    ({"@type": "Object", "fields": [{"name": "a", "schema": "double"}]}, {}, {"b": 1}),
    ("dtmi:contoso:Thing;1", [None], None),
]


@pytest.mark.parametrize(("schema", "right", "wrong"), _VALUES)
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_property_takes_values_of_its_schema(
    service: Service, method: str, schema: Any, right: Any, wrong: Any
) -> None:
    entry = {"@type": "Property", "name": "v", "schema": schema, "writable": True}
    service.ok("PUT", _PATH, template(entry, COMPONENT | {"schema": interface(entry)}))
    service.ok("PUT", "/devices/d", {"template": TEMPLATE})
    for body, where in (({"v": right}, ".v"), ({"pump": {"v": right}}, ".pump.v")):
        service.ok(method, "/devices/d/properties", body)
        broken = json.loads(json.dumps(body).replace(json.dumps(right), json.dumps(wrong)))
        if wrong is None:
            continue
        answer = service.call(method, "/devices/d/properties", broken)
        assert (answer.status, answer.code) == (400, "InvalidBody")
        assert f"\n\n{where}" in answer.sentence


_SCHEMAS = st.recursive(
    st.sampled_from(
        ["boolean", "date", "dateTime", "double", "duration", "float", "integer", "long", "string", "time"]
    )
    | st.sampled_from(["geopoint", "vector"])
    | st.lists(st.integers(0, 9), min_size=1, unique=True).map(
        lambda values: {"@type": "Enum", "enumValues": [{"name": f"n{v}", "enumValue": v} for v in values]}
    ),
    lambda inner: st.one_of(
        inner.map(lambda schema: {"@type": "Array", "elementSchema": schema}),
        inner.map(lambda schema: {"@type": ["Map"], "mapValue": {"name": "v", "schema": schema}}),
        st.lists(inner, max_size=3).map(
            lambda schemas: {
                "@type": "Object",
                "fields": [{"name": f"f{n}", "schema": schema} for n, schema in enumerate(schemas)],
            }
        ),
    ),
    max_leaves=6,
)


@given(_SCHEMAS, st.integers())
def test_made_up_values_fit_their_schema(schema: Any, seed: int) -> None:
    value = sample(schema, "device", seed)
    assert list(value_faults(schema, value, ())) == []
    assert sample(schema, "device", seed) == value


@given(_JSON, _JSON)
def test_any_value_is_checked_against_any_schema_without_a_fault(schema: Any, value: Any) -> None:
    assert all(isinstance(fault, str) for fault in value_faults(schema, value, ("v",)))


def test_everything_the_other_tests_use_is_a_right_model() -> None:
    assert model_faults(interface(*EVERYTHING)) == []
