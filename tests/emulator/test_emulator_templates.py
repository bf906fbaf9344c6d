"""Device templates (dossier 7, 10 S4, 14)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from iotcentral import InvalidRequest, models
from tests.emulator.harness import CLOUD, TEMPLATE, WRITABLE, Service, documents, interface, template

_PATH = f"/deviceTemplates/{TEMPLATE}"


def test_put_answers_the_template_under_the_id_asked_for(service: Service) -> None:
    created = service.ok("PUT", _PATH, template(WRITABLE))
    assert created["@id"] == TEMPLATE
    assert service.ok("GET", _PATH) == created
    assert service.ok("GET", "/deviceTemplates") == {"value": [created]}


def test_body_id_other_than_the_paths_is_400(service: Service) -> None:
    answer = service.call("PUT", _PATH, template(**{"@id": "dtmi:contoso:other;1"}))
    assert (answer.status, answer.code) == (400, "InvalidBody")


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_body_id_equal_to_the_paths_is_taken(service: Service, method: str) -> None:
    service.ok("PUT", _PATH, template())
    service.ok(method, _PATH, template(**{"@id": TEMPLATE}))


@pytest.mark.parametrize(
    "id", ["dtmi:a:b;1", "dtmi:modelDefinition:x:y", "urn:modelDefinition:x:y", "urn:kmwga2re7:m:t_c:9"]
)
def test_every_form_of_id_is_taken_raw(service: Service, id: str) -> None:
    assert service.ok("PUT", f"/deviceTemplates/{id}", template())["@id"] == id


def test_raw_and_encoded_ids_are_equal(service: Service) -> None:
    created = service.ok("PUT", _PATH, template())
    encoded = TEMPLATE.replace(":", "%3A").replace(";", "%3b")
    assert service.ok("GET", f"/deviceTemplates/{encoded}") == created


def test_second_put_replaces_in_place(service: Service) -> None:
    service.ok("PUT", _PATH, template(WRITABLE, description="old"))
    assert "description" not in service.ok("PUT", _PATH, template())
    assert len(service.ok("GET", "/deviceTemplates")["value"]) == 1


_BY_LANGUAGE = {"displayName": {"en": "Thermostat", "de": "Thermometer"}, "description": {"en": "In rooms"}}
_VERSIONS = [document.version for document in documents()]


@pytest.mark.parametrize("version", _VERSIONS)
def test_name_and_description_may_be_by_language(service: Service, version: str) -> None:
    caller = service.at(version)
    created = caller.ok("PUT", _PATH, template() | _BY_LANGUAGE)
    assert {name: created[name] for name in _BY_LANGUAGE} == _BY_LANGUAGE
    assert caller.ok("GET", _PATH) == created
    assert caller.ok("GET", "/deviceTemplates")["value"] == [created]


def test_languages_merge_and_a_plain_text_replaces_them(service: Service) -> None:
    service.ok("PUT", _PATH, template() | _BY_LANGUAGE)
    changed = service.ok("PATCH", _PATH, {"displayName": {"en": "New"}, "description": "Text"})
    assert changed["displayName"] == {"en": "New", "de": "Thermometer"}
    assert changed["description"] == "Text"
    assert service.ok("PATCH", _PATH, {"description": {"fr": "Salle"}})["description"] == {"fr": "Salle"}
    assert "displayName" not in service.ok("PATCH", _PATH, {"displayName": None})


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize("name", [{"en": 5}, {"en": {}}, ["Thermostat"], 5, True])
def test_name_that_is_no_text_in_any_language_is_400(service: Service, method: str, name: Any) -> None:
    service.ok("PUT", _PATH, template())
    answer = service.call(method, _PATH, template() | {"displayName": name})
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert ".displayName" in answer.sentence


def test_own_client_reads_and_writes_texts_by_language(service: Service) -> None:
    with service.emulator.client() as app:
        app.device_templates.create(
            TEMPLATE,
            models.DeviceTemplate(
                at_type=["ModelDefinition", "DeviceModel"],
                capability_model=interface(),
                display_name=_BY_LANGUAGE["displayName"],
            ),
        )
        [found] = app.device_templates.list()
        assert found.display_name == _BY_LANGUAGE["displayName"]
        app.device_templates.update(TEMPLATE, models.DeviceTemplatePatch(display_name="Plain"))
        assert app.device_templates.get(TEMPLATE).display_name == "Plain"
        with pytest.raises(InvalidRequest, match="displayName"):
            app.device_templates.update(TEMPLATE, models.DeviceTemplatePatch(display_name={"en": 5}))  # type: ignore[dict-item]


def test_etag_is_a_quoted_hash_of_the_content(service: Service) -> None:
    first = service.ok("PUT", _PATH, template())["etag"]
    assert re.fullmatch(r'"~[A-Za-z0-9+/]{43}="', first)
    assert service.ok("PUT", _PATH, template(WRITABLE))["etag"] != first
    assert service.ok("PUT", _PATH, template() | {"etag": "mine"})["etag"] == first


@pytest.mark.parametrize(
    ("entry", "types"),
    [
        ({"@type": "Property", "schema": "double", "decimalPlaces": 1}, ["Property", "NumberValue"]),
        ({"@type": ["Property", "Temperature"], "schema": "double", "minValue": 0}, [..., "NumberValue"]),
        ({"@type": ["Property"], "schema": "integer", "maxValue": 9}, ["Property", "NumberValue"]),
        ({"@type": ["Property", "Cloud"], "schema": "string"}, ["Property", "Cloud", "StringValue"]),
        (
            {"@type": ["Property", "Cloud", "StringValue"], "schema": "dateTime"},
            ["Property", "Cloud", "DateTimeValue"],
        ),
        ({"@type": ["Property", "StringValue", "X"], "schema": "string"}, ["Property", "StringValue", "X"]),
        ({"@type": "Property", "schema": "double", "writable": True}, "Property"),
        ({"@type": ["Telemetry"], "schema": "double", "decimalPlaces": 1}, ["Telemetry"]),
        ({"@type": ["Property", "Cloud"], "schema": {"@type": "Object"}}, ["Property", "Cloud"]),
    ],
)
def test_value_types_follow_the_schema_where_central_adds_something(
    service: Service, entry: dict[str, Any], types: list[Any] | str
) -> None:
    sent = entry | {"name": "p"}
    [got] = service.ok("PUT", _PATH, template(sent))["capabilityModel"]["contents"]
    expected = [*entry["@type"], types[-1]] if types[0] is ... else types
    assert got == sent | {"@type": expected}


def test_value_types_are_normalised_inside_components_and_inherited_interfaces(service: Service) -> None:
    cloud = {"@type": ["Property", "Cloud"], "name": "c", "schema": "string"}
    component = {"@type": "Component", "name": "k", "schema": interface(cloud)}
    sent = template(component)
    sent["capabilityModel"]["extends"] = [interface(cloud)]
    model = service.ok("PUT", _PATH, sent)["capabilityModel"]
    wanted = ["Property", "Cloud", "StringValue"]
    assert model["contents"][0]["schema"]["contents"][0]["@type"] == wanted
    assert model["extends"][0]["contents"][0]["@type"] == wanted


def test_patch_merges_objects_and_replaces_arrays(service: Service) -> None:
    before = service.ok("PUT", _PATH, template(WRITABLE, description="d"))
    patch = {"displayName": "New", "description": None, "capabilityModel": {"contents": [CLOUD]}}
    after = service.ok("PATCH", _PATH, patch)
    model = before["capabilityModel"] | {"contents": [CLOUD]}
    kept = {name: before[name] for name in ("@id", "@type")}
    assert after == kept | {"displayName": "New", "capabilityModel": model, "etag": after["etag"]}
    assert after["etag"] != before["etag"]


def test_what_the_checks_do_not_speak_of_is_kept_as_sent(service: Service) -> None:
    odd = {"extends": "dtmi:x;1", "a": [{}], "contents": [{"@type": "Command", "name": "c", "b": [None, {}]}]}
    sent = template() | {"capabilityModel": odd, "@context": ["dtmi:dtdl:context;2"]}
    created = service.ok("PUT", _PATH, sent)
    assert {name: created[name] for name in sent} == sent
    service.ok("PUT", "/devices/d", {"template": TEMPLATE})
    assert service.ok("GET", "/devices/d/properties") == {"$metadata": {}}
    assert service.ok("GET", "/devices/d/components") == {"value": []}


def test_template_in_use_cannot_be_deleted(device: Service) -> None:
    answer = device.call("DELETE", _PATH)
    assert (answer.status, answer.code) == (409, "Conflict")
    device.ok("DELETE", "/devices/t1")
    device.ok("DELETE", _PATH)
    assert device.call("GET", _PATH).status == 404


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PATCH", {}), ("DELETE", None)])
def test_unknown_template_is_404(service: Service, method: str, body: object) -> None:
    assert service.call(method, _PATH, body).status == 404
