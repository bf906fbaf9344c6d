"""Device properties at the root and in components (dossier 6.4, 14 point 8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.emulator.harness import TEMPLATE, Service, interface, template

_PATH = "/devices/t1/properties"
_PUMP = "/devices/t1/components/pump/properties"


def _wish(value: Any, version: int = 1, time: str = "2024-01-01T00:00:00.0000000Z") -> dict[str, Any]:
    return {"desiredValue": value, "desiredVersion": version, "lastUpdateTime": time}


def test_properties_never_set_are_absent(device: Service) -> None:
    assert device.ok("GET", _PATH) == {"$metadata": {}}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_write_is_accepted_with_an_echo_of_the_desired_values(device: Service, method: str) -> None:
    answer = device.call(method, _PATH, {"target": 21.5, "pump": {"speed": 3}})
    assert answer.status == 202
    assert answer.json == {
        "$metadata": {"target": {"desiredValue": 21.5}},
        "pump": {"$metadata": {"speed": {"desiredValue": 3}}},
    }


def test_unacknowledged_wish_shows_only_under_metadata(device: Service) -> None:
    device.ok("PATCH", _PATH, {"target": 21.5})
    assert device.ok("GET", _PATH) == {"$metadata": {"target": _wish(21.5)}}


def test_update_time_has_seven_decimals_of_the_clock(device: Service) -> None:
    device.advance(timedelta(microseconds=1_234_567))
    device.ok("PATCH", _PATH, {"target": 1})
    shown = device.ok("GET", _PATH)["$metadata"]["target"]
    assert shown["lastUpdateTime"] == "2024-01-01T00:00:01.2345670Z"


def test_cloud_property_is_a_plain_value(device: Service) -> None:
    device.ok("PATCH", _PATH, {"customer": "Contoso"})
    assert device.ok("GET", _PATH) == {"$metadata": {}, "customer": "Contoso"}


def test_patch_keeps_what_it_does_not_name(device: Service) -> None:
    device.ok("PATCH", _PATH, {"target": 1, "customer": "Contoso"})
    device.ok("PATCH", _PATH, {"target": 2})
    assert device.ok("GET", _PATH) == {"$metadata": {"target": _wish(2, 2)}, "customer": "Contoso"}


def test_put_drops_what_it_does_not_name_components_included(device: Service) -> None:
    device.ok("PATCH", _PATH, {"target": 1, "customer": "Contoso", "pump": {"speed": 3}})
    device.ok("PUT", _PATH, {"target": 2})
    assert device.ok("GET", _PATH) == {"$metadata": {"target": _wish(2, 2)}}


def test_null_in_a_patch_unsets(device: Service) -> None:
    device.ok("PATCH", _PATH, {"target": 1, "customer": "Contoso"})
    device.ok("PATCH", _PATH, {"target": None, "customer": None})
    assert device.ok("GET", _PATH) == {"$metadata": {}}


def test_metadata_read_is_ignored_when_put_back(device: Service) -> None:
    device.ok("PUT", _PATH, {"customer": "Contoso", "pump": {"speed": 3}})
    read = device.ok("GET", _PATH)
    device.ok("PUT", _PATH, read)
    assert device.ok("GET", _PATH) == {"$metadata": {}, "customer": "Contoso"}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize(
    ("path", "body", "named"),
    [
        (_PATH, {"highest": 9}, ".highest"),
        (_PATH, {"speed": 9}, ".speed"),
        (_PATH, {"no such": 9}, "['no such']"),
        (_PATH, {"pump": 9}, ".pump"),
        (_PATH, {"pump": {"target": 9}}, ".pump.target"),
        (_PUMP, {"target": 9}, ".target"),
        (_PUMP, {"pump": {"speed": 9}}, ".pump"),
    ],
)
def test_value_in_the_wrong_place_is_invalid_body(
    device: Service, method: str, path: str, body: object, named: str
) -> None:
    answer = device.call(method, path, body)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert f"\n\n{named} should be " in answer.sentence
    assert device.ok("GET", _PATH) == {"$metadata": {}}


def test_component_properties_are_the_same_at_both_routes(device: Service) -> None:
    assert device.call("PATCH", _PUMP, {"speed": 4}).json == {"$metadata": {"speed": {"desiredValue": 4}}}
    shown = {"$metadata": {"speed": _wish(4)}}
    assert device.ok("GET", _PUMP) == shown
    assert device.ok("GET", _PATH) == {"$metadata": {}, "pump": shown}


def test_put_of_component_properties_leaves_the_root_alone(device: Service) -> None:
    device.ok("PATCH", _PATH, {"customer": "Contoso", "pump": {"speed": 3}})
    device.ok("PUT", _PUMP, {})
    assert device.ok("GET", _PATH) == {"$metadata": {}, "customer": "Contoso"}


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PUT", {}), ("PATCH", {})])
def test_unknown_component_is_404(device: Service, method: str, body: object) -> None:
    assert device.call(method, "/devices/t1/components/none/properties", body).status == 404


def test_unassigned_device_takes_no_property(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    assert service.call("PATCH", "/devices/d1/properties", {"any": 1}).status == 400
    assert service.ok("GET", "/devices/d1/properties") == {"$metadata": {}}


def test_object_values_merge_in_a_patch_and_are_replaced_by_a_put(service: Service) -> None:
    limits = {"@type": "Map", "mapKey": {"name": "k", "schema": "string"}}
    sent = template({"@type": "Property", "name": "limits", "schema": limits, "writable": True})
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", sent)
    service.ok("PUT", "/devices/t1", {"template": TEMPLATE})
    service.ok("PATCH", _PATH, {"limits": {"a": 1, "b": {"c": 2}}})
    service.ok("PATCH", _PATH, {"limits": {"b": {"c": None, "d": 3}}})
    desired = service.ok("GET", _PATH)["$metadata"]["limits"]["desiredValue"]
    assert desired == {"a": 1, "b": {"d": 3}}
    service.ok("PUT", _PATH, {"limits": {"x": 1}})
    assert service.ok("GET", _PATH)["$metadata"]["limits"]["desiredValue"] == {"x": 1}


def test_properties_of_a_deleted_device_are_gone(device: Service) -> None:
    device.ok("PATCH", _PATH, {"customer": "Contoso"})
    device.ok("DELETE", "/devices/t1")
    device.ok("PUT", "/devices/t1", {"template": TEMPLATE})
    assert device.ok("GET", _PATH) == {"$metadata": {}}


def test_inherited_properties_are_the_interfaces_own(device: Service) -> None:
    inherited = {"@type": "Property", "name": "inherited", "schema": "string", "writable": True}
    sent = template()
    sent["capabilityModel"]["extends"] = interface(inherited)
    device.ok("PUT", f"/deviceTemplates/{TEMPLATE}", sent)
    device.ok("PATCH", _PATH, {"inherited": "x"})


@pytest.mark.parametrize("version", ["2022-06-30-preview", "2022-10-31-preview"])
@pytest.mark.parametrize("path", ["/devices/t1/properties", "/devices/t1/components/pump/properties"])
def test_unmodeled_lets_a_call_reach_what_the_template_does_not_declare(
    device: Service, version: str, path: str
) -> None:
    caller, sent = device.at(version), {"strange": {"any": [1]}}
    unmodeled = f"api-version={version}&unmodeled=true"
    assert caller.call("PATCH", path, sent).status == 400
    written = caller.ok("PATCH", path, sent, query=unmodeled)
    assert written["$metadata"]["strange"] == {"desiredValue": {"any": [1]}}
    assert "strange" in caller.ok("GET", path, query=unmodeled)["$metadata"]
    for query in (f"api-version={version}", f"api-version={version}&unmodeled=false"):
        assert "strange" not in caller.ok("GET", path, query=query)["$metadata"]


def test_unmodeled_keeps_what_the_template_declares_to_its_kind(device: Service) -> None:
    caller, query = device.at("2022-10-31-preview"), "api-version=2022-10-31-preview&unmodeled=true"
    assert caller.call("PATCH", "/devices/t1/properties", {"highest": 1.5}, query=query).status == 400
    assert caller.call("PATCH", "/devices/t1/properties", {"target": "x"}, query=query).status == 400
    assert caller.ok("PUT", "/devices/t1/properties", {"target": 1.5, "new": 1}, query=query)["$metadata"]


def test_versions_without_the_switch_do_not_know_unmodeled(device: Service) -> None:
    query = f"api-version={device.version}&unmodeled=true"
    assert device.call("PATCH", "/devices/t1/properties", {"strange": 1}, query=query).status == 400
