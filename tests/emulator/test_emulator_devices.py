"""Devices, credentials and components (dossier 6.1 to 6.4)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest

from tests.emulator.harness import TEMPLATE, Service, template


def test_put_of_an_empty_body_gives_the_defaults(service: Service) -> None:
    created = service.ok("PUT", "/devices/d1", {})
    etag = created.pop("etag")
    assert created == {
        "id": "d1",
        "displayName": "d1",
        "simulated": False,
        "enabled": True,
        "provisioned": False,
    }
    assert service.ok("GET", "/devices/d1") == created | {"etag": etag}


def test_put_on_an_existing_device_is_200_and_resets_what_is_left_out(device: Service) -> None:
    device.ok("PATCH", "/devices/t1", {"displayName": "Hall", "enabled": False})
    replaced = device.ok("PUT", "/devices/t1", {"simulated": True})
    assert (replaced["displayName"], replaced["enabled"], replaced["simulated"]) == ("t1", True, True)
    assert "template" not in replaced


@pytest.mark.parametrize("unknown", ["dtmi:contoso:Thermostat;1", "none", ""])
@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_template_must_be_a_templates_own_id(device: Service, method: str, unknown: str) -> None:
    assert device.call(method, "/devices/t1", {"template": unknown}).status == 400


def test_patch_merges(device: Service) -> None:
    before = device.ok("GET", "/devices/t1")
    after = device.ok("PATCH", "/devices/t1", before | {"displayName": "Hall"})
    assert after == before | {"displayName": "Hall", "etag": after["etag"]}
    assert after["etag"] != before["etag"]


def test_null_takes_the_template_away(device: Service) -> None:
    assert "template" not in device.ok("PATCH", "/devices/t1", {"template": None})


def test_unknown_organization_is_400(service: Service) -> None:
    assert service.call("PUT", "/devices/d1", {"organizations": ["none"]}).status == 400


def test_root_device_has_no_organizations(service: Service) -> None:
    assert "organizations" not in service.ok("PUT", "/devices/d1", {"organizations": []})


def test_etag_is_unpadded_base64_of_quoted_tags(service: Service) -> None:
    created = service.ok("PUT", "/devices/d1", {})["etag"]
    changed = service.ok("PATCH", "/devices/d1", {"enabled": False})["etag"]
    members = [json.loads(base64.urlsafe_b64decode(etag + "==")) for etag in (created, changed)]
    assert [list(member) for member in members] == [["header", "data"], ["header"]]
    assert members[0]["header"].startswith('"')


def test_device_is_gone_after_delete(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    service.ok("DELETE", "/devices/d1")
    assert service.call("GET", "/devices/d1").code == "NotFound"
    assert service.ok("GET", "/devices") == {"value": []}


def test_list_shows_devices_by_id_without_etags(service: Service) -> None:
    for id in ("b", "B", "a"):
        service.ok("PUT", f"/devices/{id}", {})
    listed = service.ok("GET", "/devices")["value"]
    assert [device["id"] for device in listed] == ["B", "a", "b"]
    assert all("etag" not in device for device in listed)


def test_ids_mind_upper_and_lower_case(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    assert service.call("GET", "/devices/D1").status == 404


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {}),
        ("DELETE", "", None),
        ("GET", "/credentials", None),
        ("GET", "/components", None),
        ("GET", "/properties", None),
        ("PUT", "/properties", {}),
        ("PATCH", "/components/pump/properties", {}),
    ],
)
def test_unknown_device_is_404(service: Service, method: str, path: str, body: object) -> None:
    assert service.call(method, f"/devices/none{path}", body).status == 404


def test_credentials_hold_the_id_scope_and_keys_derived_from_the_group(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    got = service.ok("GET", "/devices/d1/credentials")
    application = service.emulator.engine._applications.at("demo")
    group = [application.primary_group_key, application.secondary_group_key]
    derived = [base64.b64encode(hmac.new(key, b"d1", hashlib.sha256).digest()).decode() for key in group]
    assert got["idScope"].startswith("0ne")
    assert list(got["symmetricKey"].values()) == derived
    assert service.ok("GET", "/devices/d1/credentials") == got


def test_components_are_those_of_the_template(device: Service) -> None:
    listed = device.ok("GET", "/devices/t1/components")
    assert listed == {"value": [{"@type": "Component", "name": "pump", "displayName": "Pump"}]}


def test_unassigned_device_has_no_components(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    assert service.ok("GET", "/devices/d1/components") == {"value": []}


def test_devices_of_a_template_survive_its_replacement(device: Service) -> None:
    device.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    assert device.ok("GET", "/devices/t1")["template"] == TEMPLATE
    assert device.ok("GET", "/devices/t1/components") == {"value": []}
