"""Links between gateways and the devices behind them (dossier 6.7)."""

from __future__ import annotations

import pytest

from tests.emulator.harness import Service, new_emulator

_PATH = "/devices/gateway/relationships"


@pytest.fixture
def house(service: Service) -> Service:
    for id in ("gateway", "a", "b"):
        service.ok("PUT", f"/devices/{id}", {})
    return service


def test_link_is_created_read_changed_and_deleted(house: Service) -> None:
    link = house.ok("PUT", f"{_PATH}/r1", {"id": "r1", "source": "gateway", "target": "a"})
    assert link == {"id": "r1", "source": "gateway", "target": "a"}
    assert house.ok("GET", f"{_PATH}/r1") == link
    assert house.ok("PATCH", f"{_PATH}/r1", {"target": "b"}) == link | {"target": "b"}
    assert house.ok("PUT", f"{_PATH}/r1", {"target": "a"}) == link
    house.ok("DELETE", f"{_PATH}/r1")
    assert house.call("GET", f"{_PATH}/r1").status == 404
    house.ok("GET", "/devices/a")


def test_links_are_listed_at_both_ends(house: Service) -> None:
    one = house.ok("PUT", f"{_PATH}/r1", {"target": "a"})
    two = house.ok("PUT", f"{_PATH}/r2", {"target": "b"})
    assert house.ok("GET", _PATH) == {"value": [one, two]}
    assert house.ok("GET", "/devices/a/relationships") == {"value": [one]}
    assert house.ok("GET", "/devices/a/relationships/r1") == one
    assert house.call("GET", "/devices/a/relationships/r2").status == 404


def test_same_id_under_two_devices_is_two_links(house: Service) -> None:
    house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    house.ok("PUT", "/devices/b/relationships/r", {"target": "a"})
    assert house.ok("GET", f"{_PATH}/r")["source"] == "gateway"
    assert house.ok("GET", "/devices/b/relationships/r")["source"] == "b"


@pytest.mark.parametrize("other", ["gateway", "b"])
def test_a_link_written_at_its_target_is_the_one_of_its_source(house: Service, other: str) -> None:
    one = house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    two = house.ok("PUT", "/devices/a/relationships/r", {"source": other, "target": "a"})
    links = [one] if other == "gateway" else [one, two]
    assert sorted(house.ok("GET", "/devices/a/relationships")["value"], key=str) == sorted(links, key=str)
    assert house.ok("GET", f"/devices/{other}/relationships") == {"value": [two]}


def test_a_link_that_starts_elsewhere_is_no_longer_at_the_device_it_started_from(house: Service) -> None:
    house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    moved = house.ok("PATCH", "/devices/a/relationships/r", {"source": "b"})
    assert moved == {"id": "r", "source": "b", "target": "a"}
    assert house.ok("GET", _PATH) == {"value": []}
    assert house.ok("GET", "/devices/b/relationships") == {"value": [moved]}


def test_a_link_does_not_take_the_place_of_another(house: Service) -> None:
    one = house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    two = house.ok("PUT", "/devices/b/relationships/r", {"target": "gateway"})
    answer = house.call("PATCH", "/devices/b/relationships/r", {"source": "gateway", "target": "b"})
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert house.ok("GET", _PATH) == {"value": [two, one]}


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_link_has_two_ends(house: Service, end: str) -> None:
    house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    assert house.call("PATCH", f"{_PATH}/r", {end: None}).status == 400
    assert house.call("PUT", f"{_PATH}/r", {"target": "a", end: None}).status == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize(
    "body",
    [
        {"target": "none"},
        {"source": "none", "target": "a"},
        {"source": "b", "target": "a"},
        {"target": "gateway"},
    ],
)
def test_ends_are_devices_one_of_them_the_paths(house: Service, method: str, body: object) -> None:
    house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    answer = house.call(method, f"{_PATH}/r", body)
    assert (answer.status, answer.code) == (400, "InvalidBody")


def test_target_is_needed(house: Service) -> None:
    assert house.call("PUT", f"{_PATH}/r", {}).status == 400


@pytest.mark.parametrize("gone", ["gateway", "a"])
def test_links_go_with_either_device(house: Service, gone: str) -> None:
    house.ok("PUT", f"{_PATH}/r", {"target": "a"})
    house.ok("DELETE", f"/devices/{gone}")
    other = "a" if gone == "gateway" else "gateway"
    assert house.ok("GET", f"/devices/{other}/relationships") == {"value": []}


def test_links_come_in_pages() -> None:
    with new_emulator(page_size=2) as emulator:
        service = Service(emulator)
        for id in ("gateway", *(f"d{n}" for n in range(5))):
            service.ok("PUT", f"/devices/{id}", {})
        for number in range(5):
            service.ok("PUT", f"{_PATH}/r{number}", {"target": f"d{number}"})
        pages = [[link["id"] for link in page] for page in service.pages(_PATH)]
    assert pages == [["r0", "r1"], ["r2", "r3"], ["r4"]]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/devices/none/relationships", None),
        ("PUT", "/devices/none/relationships/r", {"target": "a"}),
        ("GET", f"{_PATH}/none", None),
        ("PATCH", f"{_PATH}/none", {}),
        ("DELETE", f"{_PATH}/none", None),
    ],
)
def test_unknown_device_or_link_is_404(house: Service, method: str, path: str, body: object) -> None:
    assert house.call(method, path, body).status == 404
