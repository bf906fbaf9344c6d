"""Edge modules and their components, and the four places where properties stand (dossier 6.4)."""

from __future__ import annotations

import pytest

from tests.emulator.harness import Service

_PLACES = {
    "device": ("", "target"),
    "component": ("/components/sensor", "interval"),
    "module": ("/modules/filterModule", "target"),
    "module component": ("/modules/filterModule/components/sensor", "interval"),
}


def test_modules_are_listed_without_those_of_the_runtime(fleet: Service) -> None:
    [module] = fleet.ok("GET", "/devices/sim/modules")["value"]
    assert module == {
        "@type": ["Relationship", "EdgeModule"],
        "name": "filterModule",
        "displayName": "Filter",
    }


def test_components_of_a_module_are_listed(fleet: Service) -> None:
    [component] = fleet.ok("GET", "/devices/sim/modules/filterModule/components")["value"]
    assert component == {"@type": "Component", "name": "sensor"}


@pytest.mark.parametrize("path", ["/modules", "/components"])
def test_unassigned_device_has_none(service: Service, path: str) -> None:
    service.ok("PUT", "/devices/d", {})
    assert service.ok("GET", f"/devices/d{path}") == {"value": []}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize("where", list(_PLACES))
def test_writable_property_of_a_device_never_seen_shows_its_wish(
    fleet: Service, where: str, method: str
) -> None:
    path, name = _PLACES[where]
    answer = fleet.call(method, f"/devices/real{path}/properties", {name: 5})
    assert (answer.status, answer.json) == (202, {"$metadata": {name: {"desiredValue": 5}}})
    shown = fleet.ok("GET", f"/devices/real{path}/properties")
    assert shown["$metadata"][name]["desiredValue"] == 5
    assert name not in shown


def test_properties_of_the_places_do_not_touch_each_other(fleet: Service) -> None:
    for number, (path, name) in enumerate(_PLACES.values()):
        fleet.ok("PATCH", f"/devices/real{path}/properties", {name: number})
    for number, (path, name) in enumerate(_PLACES.values()):
        shown = fleet.ok("GET", f"/devices/real{path}/properties")
        assert shown["$metadata"][name]["desiredValue"] == number
    fleet.ok("PUT", "/devices/real/properties", {})
    assert fleet.ok("GET", "/devices/real/properties") == {"$metadata": {}}
    module = fleet.ok("GET", "/devices/real/modules/filterModule/properties")
    assert module["$metadata"]["target"]["desiredValue"] == 2
    assert module["sensor"]["$metadata"]["interval"]["desiredValue"] == 3


def test_put_on_a_module_drops_what_it_does_not_name_components_included(fleet: Service) -> None:
    path = "/devices/real/modules/filterModule/properties"
    fleet.ok("PATCH", path, {"target": 1, "sensor": {"interval": 2}})
    fleet.ok("PUT", path, {"sensor": {"interval": 3}})
    shown = fleet.ok("GET", path)
    assert shown["$metadata"] == {}
    assert shown["sensor"]["$metadata"]["interval"]["desiredValue"] == 3


@pytest.mark.parametrize("body", [{"interval": 1}, {"pump": {"speed": 1}}, {"target": "hot"}])
def test_value_in_the_wrong_place_of_a_module_is_invalid_body(fleet: Service, body: object) -> None:
    answer = fleet.call("PATCH", "/devices/real/modules/filterModule/properties", body)
    assert (answer.status, answer.code) == (400, "InvalidBody")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/modules/none/properties"),
        ("PATCH", "/modules/none/properties"),
        ("PUT", "/modules/none/components/sensor/properties"),
        ("GET", "/modules/filterModule/components/none/properties"),
        ("GET", "/modules/none/components"),
        ("GET", "/modules/$edgeAgent/properties"),
        ("GET", "/modules/none/commands/reboot"),
        ("POST", "/modules/filterModule/components/none/commands/calibrate"),
        ("GET", "/modules/none/telemetry/temperature"),
    ],
)
def test_unknown_module_or_component_is_404(fleet: Service, method: str, path: str) -> None:
    body = None if method == "GET" else {}
    assert fleet.call(method, f"/devices/sim{path}", body).status == 404
