"""Device groups (dossier 8.1)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.harness import TEMPLATE, Service, group_filter, new_emulator, template

_PATH = "/deviceGroups/g"
_BODY = {"displayName": "G", "filter": group_filter()}


def _ids(answer: Any) -> list[str]:
    return [item["id"] for item in answer["value"]]


def _members(service: Service, *conditions: str) -> list[str]:
    service.ok("PUT", _PATH, {"displayName": "G", "filter": group_filter(*conditions)})
    return _ids(service.ok("GET", f"{_PATH}/devices"))


def test_group_is_created_read_changed_and_deleted(service: Service) -> None:
    created = service.ok("PUT", _PATH, _BODY | {"description": "d"})
    assert created.pop("etag").startswith('"')
    assert created == {"id": "g", "description": "d"} | _BODY
    changed = service.ok("PATCH", _PATH, {"description": None, "displayName": "H"})
    assert {**changed, "etag": ""} == {"id": "g", "etag": ""} | _BODY | {"displayName": "H"}
    assert service.ok("GET", "/deviceGroups") == {"value": [changed]}
    service.ok("DELETE", _PATH)
    assert service.call("GET", _PATH).status == 404


def test_filter_is_kept_as_sent_and_its_template_need_not_exist(service: Service) -> None:
    text = 'select * FROM devices where $template = "no such  template"'
    assert service.ok("PUT", _PATH, _BODY | {"filter": text})["filter"] == text
    assert service.ok("GET", f"{_PATH}/devices") == {"value": []}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_bad_filter_is_refused_with_the_position(service: Service, method: str) -> None:
    service.ok("PUT", _PATH, _BODY)
    answer = service.call(method, _PATH, _BODY | {"filter": "SELECT * FROM devices WHERE $x = 1"})
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert "Unknown member '$x' at position 29" in answer.sentence


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((), ["real", "sim"]),
        (("$provisioned = true",), ["sim"]),
        (("$simulated = false",), ["real"]),
        (('$id = "real"',), ["real"]),
        (('CONTAINS($displayName, "IM")',), ["sim"]),
        (('customer = "Contoso"',), ["real"]),
        (("pump.speed = 3",), ["sim"]),
        (("target = 21",), ["sim"]),
        (("NOT target = 21",), ["real"]),
        (("nothing = 1",), []),
    ],
)
def test_membership_follows_the_conditions(
    fleet: Service, conditions: tuple[str, ...], expected: list[str]
) -> None:
    fleet.ok("PATCH", "/devices/real/properties", {"customer": "Contoso", "target": 21})
    fleet.ok("PATCH", "/devices/sim/properties", {"target": 21, "pump": {"speed": 3}})
    fleet.wait(2)
    assert _members(fleet, *conditions) == expected


def test_membership_is_that_of_the_moment_of_reading(fleet: Service) -> None:
    assert _members(fleet, "$simulated = true") == ["sim"]
    fleet.ok("PATCH", "/devices/real", {"simulated": True})
    assert _ids(fleet.ok("GET", f"{_PATH}/devices")) == ["real", "sim"]
    fleet.ok("PATCH", "/devices/sim", {"template": None})
    assert _ids(fleet.ok("GET", f"{_PATH}/devices")) == ["real"]


def test_device_without_a_template_is_in_no_group(fleet: Service) -> None:
    fleet.ok("PUT", "/devices/bare", {})
    fleet.ok("PUT", _PATH, _BODY | {"filter": "SELECT * FROM devices"})
    assert _ids(fleet.ok("GET", f"{_PATH}/devices")) == ["real", "sim"]


def test_members_are_full_records_without_etags(fleet: Service) -> None:
    fleet.ok("PUT", _PATH, _BODY)
    [real, _] = fleet.ok("GET", f"{_PATH}/devices")["value"]
    assert real == {name: value for name, value in fleet.ok("GET", "/devices/real").items() if name != "etag"}


@pytest.mark.parametrize("text", [group_filter(), "SELECT * FROM devices"])
def test_members_come_in_pages(text: str) -> None:
    with new_emulator(page_size=4) as emulator:
        service = Service(emulator)
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
        for number in range(10):
            service.ok("PUT", f"/devices/d{number}", {"template": TEMPLATE})
        service.ok("PUT", _PATH, _BODY | {"filter": text})
        pages = [[item["id"] for item in page] for page in service.pages(f"{_PATH}/devices")]
    assert pages == [[f"d{n}" for n in range(4)], [f"d{n}" for n in range(4, 8)], ["d8", "d9"]]


@pytest.mark.parametrize("named", ["Thermostat", None])
def test_every_template_brings_a_group_of_its_devices(service: Service, named: str | None) -> None:
    sent = template() if named else {n: v for n, v in template().items() if n != "displayName"}
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", sent)
    service.ok("PUT", "/devices/d", {"template": TEMPLATE})
    [group] = service.ok("GET", "/deviceGroups")["value"]
    assert group["displayName"] == f"{named or TEMPLATE} - All devices"
    assert group["filter"] == f'SELECT * FROM devices WHERE $template = "{TEMPLATE}"'
    assert len(group["id"]) == 36
    assert _ids(service.ok("GET", f"/deviceGroups/{group['id']}/devices")) == ["d"]


def test_automatic_group_goes_with_its_template_and_is_not_made_twice(service: Service) -> None:
    for _ in range(2):
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    assert len(service.ok("GET", "/deviceGroups")["value"]) == 1
    service.ok("DELETE", f"/deviceTemplates/{TEMPLATE}")
    assert service.ok("GET", "/deviceGroups") == {"value": []}


@pytest.mark.parametrize("id", ['a"b', "a\\", "a' OR $id = 'x", 'x" OR $provisioned = false OR $id = "'])
def test_odd_template_id_cannot_change_the_automatic_filter(service: Service, id: str) -> None:
    from urllib.parse import quote

    service.ok("PUT", f"/deviceTemplates/{quote(id, safe='')}", template())
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    service.ok("PUT", "/devices/own", {"template": id})
    service.ok("PUT", "/devices/other", {"template": TEMPLATE})
    groups = service.ok("GET", "/deviceGroups")["value"]
    found = sorted(_ids(service.ok("GET", f"/deviceGroups/{group['id']}/devices")) for group in groups)
    assert found == [["other"], ["own"]]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "", None), ("PATCH", "", {}), ("DELETE", "", None), ("GET", "/devices", None)],
)
def test_unknown_group_is_404(service: Service, method: str, path: str, body: object) -> None:
    assert service.call(method, f"{_PATH}{path}", body).status == 404
