"""Pages of lists (dossier 4.1, 13 points 10 and 11, 14 points 1 and 4)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from tests.emulator.harness import (
    ADMINISTRATOR,
    HOST,
    TEMPLATE,
    VERSION,
    Service,
    interface,
    new_emulator,
    template,
)

_IDS = st.sampled_from([f"{letter}{number}" for letter in "abcAB" for number in range(6)])


def _names(count: int) -> list[str]:
    return [f"n{number:03d}" for number in range(count)]


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (25, [25]), (26, [25, 1]), (50, [25, 25])])
def test_page_holds_twenty_five_and_the_last_has_no_link(
    service: Service, count: int, sizes: list[int]
) -> None:
    for id in _names(count):
        service.ok("PUT", f"/devices/{id}", {})
    pages = list(service.pages("/devices"))
    assert [len(page) for page in pages] == sizes
    assert [device["id"] for page in pages for device in page] == _names(count)


def test_page_size_is_at_most_a_hundred() -> None:
    with new_emulator(page_size=1000) as emulator:
        service = Service(emulator)
        for id in _names(101):
            service.ok("PUT", f"/devices/{id}", {})
        assert [len(page) for page in service.pages("/devices")] == [100, 1]


@pytest.mark.parametrize(
    ("path", "item", "body", "key"),
    [
        ("/apiTokens", "/apiTokens/{}", {"roles": [{"role": ADMINISTRATOR}]}, "id"),
        ("/users", "/users/{}", {"type": "adGroup", "tenantId": "t", "objectId": "o"}, "id"),
        ("/deviceTemplates", "/deviceTemplates/{}", template(), "@id"),
        ("/devices", "/devices/{}", {}, "id"),
    ],
)
def test_every_list_is_paged_by_id(path: str, item: str, body: dict[str, object], key: str) -> None:
    with new_emulator(page_size=2) as emulator:
        service = Service(emulator)
        grants = {"roles": [{"role": ADMINISTRATOR}]} if path == "/users" else {}
        for id in _names(5):
            service.ok("PUT", item.format(id), body | grants)
        listed = [entry[key] for page in service.pages(path) for entry in page]
        assert listed == sorted(listed)
        assert set(_names(5)) <= set(listed)


def test_roles_and_components_are_paged() -> None:
    with new_emulator(page_size=2) as emulator:
        service = Service(emulator)
        parts = [{"@type": "Component", "name": name, "schema": interface()} for name in _names(3)]
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*parts))
        service.ok("PUT", "/devices/a%2Fb", {"template": TEMPLATE})
        pages = list(service.pages("/devices/a%2Fb/components"))
        assert [[part["name"] for part in page] for page in pages] == [["n000", "n001"], ["n002"]]
        assert [len(page) for page in service.pages("/roles")] == [2, 1]


@settings(max_examples=scaled(60))
@given(
    st.sets(_IDS),
    st.integers(1, 7),
    st.lists(st.lists(st.tuples(st.sampled_from(["PUT", "DELETE"]), _IDS), max_size=4), max_size=12),
)
def test_items_that_stay_are_answered_once_while_others_come_and_go(
    present: set[str], page_size: int, changes: list[list[tuple[str, str]]]
) -> None:
    with new_emulator(page_size=page_size) as emulator:
        service = Service(emulator)
        for id in present:
            service.ok("PUT", f"/devices/{id}", {})
        stayed, ever, seen = set(present), set(present), list[str]()
        between = iter(changes)
        for page in service.pages("/devices"):
            seen += [device["id"] for device in page]
            for method, id in next(between, []):
                service.call(method, f"/devices/{id}", {} if method == "PUT" else None)
                ever.add(id)
                if method == "DELETE":
                    stayed.discard(id)
        assert seen == sorted(set(seen))
        assert stayed <= set(seen) <= ever


@pytest.fixture
def linked() -> Iterator[Service]:
    """A service whose lists of devices and templates have a second page."""
    with new_emulator(page_size=1) as emulator:
        service = Service(emulator)
        for id in ("a", "b"):
            service.ok("PUT", f"/devices/{id}", {})
            service.ok("PUT", f"/deviceTemplates/{id}", template())
        yield service


def test_link_is_absolute_with_version_and_token(linked: Service) -> None:
    link = urlsplit(linked.ok("GET", "/devices")["nextLink"])
    assert (link.scheme, link.netloc, link.path) == ("https", HOST, "/api/devices")
    query = parse_qs(link.query)
    assert (list(query), query["api-version"]) == (["api-version", "$skiptoken"], [VERSION])


def test_link_takes_the_version_a_second_time(linked: Service) -> None:
    link = linked.ok("GET", "/devices")["nextLink"]
    assert linked.follow(f"{link}&api-version={VERSION}").status == 200


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ({"Host": "demo.localhost:81"}, "http://demo.localhost:81"),
        (
            {"Host": "inner", "X-Forwarded-Host": "demo.example.com", "X-Forwarded-Proto": "https"},
            "https://demo.example.com",
        ),
        ({"Host": "localhost:1", "X-Forwarded-Host": "demo.a.b, proxy"}, "http://demo.a.b"),
        ({"Host": "localhost:1", "X-Forwarded-Proto": "gopher"}, "http://localhost:1"),
    ],
)
def test_link_starts_with_what_the_caller_can_reach(
    linked: Service, headers: dict[str, str], base: str
) -> None:
    sent = [("Authorization", linked.token), *headers.items()]
    page = linked.send("GET", f"http://10.0.0.1:9/api/devices?api-version={VERSION}", sent)
    assert page.json["nextLink"].startswith(f"{base}/api/devices?")


def test_link_starts_with_the_external_url_if_there_is_one() -> None:
    with new_emulator(page_size=1, external_url="https://iot.example/") as emulator:
        link = Service(emulator).ok("GET", "/roles")["nextLink"]
    assert link.startswith("https://iot.example/api/roles?")


def _token(service: Service, path: str = "/devices") -> str:
    return str(parse_qs(urlsplit(service.ok("GET", path)["nextLink"]).query)["$skiptoken"][0])


@pytest.mark.parametrize("end", [0, 1, -1, -2, -3])
def test_tampered_token_is_400(linked: Service, end: int) -> None:
    token = _token(linked)
    other = "A" if token[end] != "A" else "B"
    broken = token[:end] + other + (token[end + 1 :] if end != -1 else "")
    query = f"api-version={VERSION}&$skiptoken={broken}"
    assert linked.call("GET", "/devices", query=query).status == 400


@pytest.mark.parametrize("token", ["", "x", "%00", "e30=", "é", "A" * 200])
def test_made_up_token_is_400(linked: Service, token: str) -> None:
    query = f"api-version={VERSION}&$skiptoken={token}"
    assert linked.call("GET", "/devices", query=query).status == 400


def test_token_of_another_list_is_400(linked: Service) -> None:
    query = f"api-version={VERSION}&$skiptoken={_token(linked, '/deviceTemplates')}"
    assert linked.call("GET", "/devices", query=query).status == 400


def test_two_tokens_are_400(linked: Service) -> None:
    query = f"api-version={VERSION}&$skiptoken={_token(linked)}&$skiptoken=x"
    assert linked.call("GET", "/devices", query=query).status == 400
