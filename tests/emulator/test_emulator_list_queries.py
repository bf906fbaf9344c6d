"""Page sizes, filters and orders, as each version has them (dossier 4.2, 4.3, 13 points 12 and 13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from tests.emulator.harness import ADMINISTRATOR, TEMPLATE, VERSION, Answer, Service, new_emulator, template

_OLD, _NEW = "2022-06-30-preview", "2022-10-31-preview"
_WORDS = {_OLD: ("$top", "$filter", "$orderby"), _NEW: ("maxpagesize", "filter", "orderby")}
_STRANGE = pytest.mark.parametrize(
    ("version", "words"),
    [(VERSION, (*_WORDS[_OLD], *_WORDS[_NEW])), (_OLD, _WORDS[_NEW]), (_NEW, _WORDS[_OLD])],
)
_PREVIEWS = pytest.mark.parametrize("version", [_OLD, _NEW])


def _list(service: Service, path: str, **asked: str) -> Answer:
    """Ask for a list in the words of the service's version: size, condition, order."""
    words = dict(zip(("size", "condition", "order"), _WORDS[service.version], strict=True))
    query = "".join(f"&{quote(words[name])}={quote(value)}" for name, value in asked.items())
    return service.call("GET", path, query=f"api-version={service.version}{query}")


def _pages(service: Service, path: str, **asked: str) -> Iterator[list[Any]]:
    page = _list(service, path, **asked).json
    yield page["value"]
    while "nextLink" in page:
        page = service.follow(page["nextLink"]).json
        yield page["value"]


def _ids(service: Service, path: str = "/devices", **asked: str) -> list[str]:
    key = "@id" if path == "/deviceTemplates" else "id"
    return [item[key] for page in _pages(service, path, **asked) for item in page]


@pytest.fixture
def hall(service: Service, version: str) -> Service:
    """Five devices in two organizations; the names are not in the order of the ids."""
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    service.ok("PUT", "/organizations/north", {"displayName": "North"})
    for id, name, members in (
        ("a", "Room Thermostat", {"template": TEMPLATE}),
        ("b", "hall", {"enabled": False}),
        ("c", "Hall", {"organizations": ["north"]}),
        ("d", "Attic's", {}),
        ("e", "thermostat", {"template": TEMPLATE, "enabled": False}),
    ):
        service.ok("PUT", f"/devices/{id}", {"displayName": name} | members)
    return service.at(version)


@_PREVIEWS
@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("id eq 'a' or id eq 'd'", ["a", "d"]),
        ("displayName eq 'Hall'", ["c"]),
        ("displayName ne 'Hall' and id gt 'b'", ["d", "e"]),
        ("displayName eq 'Attic''s'", ["d"]),
        ("Enabled ne true", ["b", "e"]),
        ("provisioned eq true", []),
        ("simulated eq false", ["a", "b", "c", "d", "e"]),
        (f"template eq '{TEMPLATE}' and enabled eq false", ["e"]),
        ("scopes eq 'north'", ["c"]),
        ("type eq 'GatewayDevice' or type eq 'EdgeDevice'", []),
        ("id le 'b' and (enabled eq false or id eq 'z')", ["b"]),
        ("not enabled eq true", ["b", "e"]),
        ("id eq ''' OR 1=1 --'", []),
    ],
)
def test_filter_keeps_what_the_condition_takes(hall: Service, condition: str, expected: list[str]) -> None:
    assert _ids(hall, condition=condition) == expected


@pytest.mark.parametrize(
    ("version", "condition"),
    [
        (_OLD, "indexof(displayName, 'THERMO') ge 0"),
        (_NEW, "contains(displayName, 'THERMO')"),
        (_NEW, "contains(displayName, 'thermo') eq true"),
    ],
)
def test_part_of_a_name_is_found_in_each_versions_words(hall: Service, condition: str) -> None:
    assert _ids(hall, condition=condition) == ["a", "e"]


@_PREVIEWS
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("displayName", ["d", "b", "c", "a", "e"]),
        ("displayName asc", ["d", "b", "c", "a", "e"]),
        ("DisplayName DESC", ["e", "a", "c", "b", "d"]),
    ],
)
@pytest.mark.parametrize("size", ["1", "2", "100"])
def test_order_is_that_of_the_names_whatever_the_page_size(
    hall: Service, order: str, expected: list[str], size: str
) -> None:
    assert _ids(hall, order=order, size=size) == expected


@_PREVIEWS
def test_filter_order_and_size_go_together(hall: Service) -> None:
    asked = {"condition": "enabled eq true", "order": "displayName desc", "size": "2"}
    assert [[item["id"] for item in page] for page in _pages(hall, "/devices", **asked)] == [
        ["a", "c"],
        ["d"],
    ]


@_PREVIEWS
def test_links_carry_what_was_asked(hall: Service, version: str) -> None:
    link = _list(hall, "/devices", condition="id gt ''", order="displayName", size="1").json["nextLink"]
    query = parse_qs(urlsplit(link).query)
    size, condition, order = _WORDS[version]
    assert set(query) == {"api-version", size, condition, order, "$skiptoken"}
    assert (query[size], query[condition], query[order]) == (["1"], ["id gt ''"], ["displayName"])


@_PREVIEWS
@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("'@id' eq 'dtmi:b;1'", ["dtmi:b;1"]),
        ("displayName eq 'Pompe'", ["dtmi:c;1"]),
        ("capabilityModelId eq 'dtmi:contoso:Thermostat;1'", ["dtmi:b;1", "dtmi:c;1"]),
        ("capabilityModelId eq 'x'", []),
    ],
)
def test_templates_are_filtered_by_their_own_members(
    service: Service, version: str, condition: str, expected: list[str]
) -> None:
    service.ok("PUT", "/deviceTemplates/dtmi:b;1", template())
    service.ok("PUT", "/deviceTemplates/dtmi:c;1", template(displayName={"fr": "Pompe", "en": "Pump"}))
    assert _ids(service.at(version), "/deviceTemplates", condition=condition) == expected


@_PREVIEWS
def test_templates_are_ordered_by_the_first_of_their_names(service: Service, version: str) -> None:
    for id, name in (
        ("dtmi:a;1", "Valve"),
        ("dtmi:b;1", {"fr": "Pompe", "en": "Wheel"}),
        ("dtmi:c;1", "Arm"),
    ):
        service.ok("PUT", f"/deviceTemplates/{id}", template(displayName=name))
    expected = ["dtmi:c;1", "dtmi:b;1", "dtmi:a;1"]
    assert _ids(service.at(version), "/deviceTemplates", order="displayName") == expected


@_PREVIEWS
def test_groups_are_filtered_and_ordered(service: Service, version: str) -> None:
    for id, name in (("g1", "Zone"), ("g2", "Area"), ("g3", "Zone")):
        sent = {"displayName": name, "description": id * 2, "filter": "SELECT * FROM devices"}
        service.ok("PUT", f"/deviceGroups/{id}", sent)
    asked = {"condition": "displayName eq 'Zone' or description eq 'g2g2'", "order": "displayName desc"}
    assert _ids(service.at(version), "/deviceGroups", **asked) == ["g3", "g1", "g2"]


@_PREVIEWS
@pytest.mark.parametrize("path", ["/devices", "/deviceTemplates", "/deviceGroups"])
@pytest.mark.parametrize(
    ("condition", "position"), [("", 1), ("colour eq 'red'", 1), ("displayName is 'x'", 13)]
)
def test_filter_that_cannot_be_read_is_400_at_its_position(
    service: Service, version: str, path: str, condition: str, position: int
) -> None:
    answer = _list(service.at(version), path, condition=condition)
    assert (answer.status, answer.code) == (400, "BadRequest")
    assert f"'{_WORDS[version][1]}'" in answer.sentence
    assert f"at position {position}" in answer.sentence


@_PREVIEWS
@pytest.mark.parametrize("order", ["", "id", "displayName down", "displayName, id"])
def test_order_that_cannot_be_read_is_400(service: Service, version: str, order: str) -> None:
    answer = _list(service.at(version), "/devices", order=order)
    assert (answer.status, answer.code) == (400, "BadRequest")
    assert f"'{_WORDS[version][2]}'" in answer.sentence


@_PREVIEWS
@pytest.mark.parametrize("path", ["/devices", "/deviceGroups/g/devices"])
@pytest.mark.parametrize(("size", "pages"), [("1", [1] * 4), ("3", [3, 1]), ("004", [4]), ("9" * 30, [4])])
def test_size_is_how_many_items_a_page_has_at_most(
    service: Service, version: str, path: str, size: str, pages: list[int]
) -> None:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    service.ok("PUT", "/deviceGroups/g", {"displayName": "g", "filter": "SELECT * FROM devices"})
    for id in "abcd":
        service.ok("PUT", f"/devices/{id}", {"template": TEMPLATE})
    assert [len(page) for page in _pages(service.at(version), path, size=size)] == pages


@_PREVIEWS
def test_no_page_has_more_than_a_hundred(service: Service, version: str) -> None:
    for number in range(101):
        service.ok("PUT", f"/devices/{number:03}", {})
    assert [len(page) for page in _pages(service.at(version), "/devices", size="1000")] == [100, 1]


@_PREVIEWS
@pytest.mark.parametrize("size", ["0", "00", "-1", "1.5", "x", "", "٣"])
def test_size_below_one_is_400(service: Service, version: str, size: str) -> None:
    answer = _list(service.at(version), "/devices", size=size)
    assert answer.status == 400
    assert f"'{_WORDS[version][0]}'" in answer.sentence


@pytest.mark.parametrize(
    ("path", "put", "body"),
    [
        ("/users", "/users/{}", {"type": "adGroup", "tenantId": "t", "objectId": "o"}),
        ("/scheduledJobs", None, None),
        ("/jobs", None, None),
    ],
)
def test_lists_that_only_have_a_page_size_have_it_in_the_newest_preview(
    service: Service, path: str, put: str | None, body: dict[str, Any] | None
) -> None:
    for id in "abc" if put and body else "":
        grants = {"roles": [{"role": ADMINISTRATOR}]}
        service.ok("PUT", str(put).format(id), {**(body or {}), **grants})
    everything = service.ok("GET", path)["value"]
    pages = list(_pages(service.at(_NEW), path, size="1"))
    assert [item["id"] for page in pages for item in page] == [item["id"] for item in everything]
    assert all(len(page) <= 1 for page in pages)


@_STRANGE
def test_words_of_another_version_are_ignored(service: Service, version: str, words: tuple[str, ...]) -> None:
    for id in "ab":
        service.ok("PUT", f"/devices/{id}", {})
    asked = "".join(f"&{quote(word)}=1" for word in words)
    answer = service.call("GET", "/devices", query=f"api-version={version}{asked}")
    assert [device["id"] for device in answer.json["value"]] == ["a", "b"]


@_STRANGE
def test_strict_manners_refuse_words_of_another_version(version: str, words: tuple[str, ...]) -> None:
    with new_emulator(requests="strict") as emulator:
        for word in words:
            query = f"api-version={version}&{quote(word)}=1"
            assert Service(emulator).call("GET", "/devices", query=query).status == 400


@_PREVIEWS
@pytest.mark.parametrize(
    "change", [{"condition": "id gt 'b'"}, {"order": "displayName desc"}, {"order": "displayName"}]
)
def test_token_of_another_question_is_400(hall: Service, version: str, change: dict[str, str]) -> None:
    link = _list(hall, "/devices", condition="id gt 'a'", size="1").json["nextLink"]
    token = parse_qs(urlsplit(link).query)["$skiptoken"][0]
    asked = {"condition": "id gt 'a'", "size": "1"} | change
    words = dict(zip(("size", "condition", "order"), _WORDS[version], strict=True))
    query = "".join(f"&{quote(words[name])}={quote(value)}" for name, value in asked.items())
    answer = hall.call("GET", "/devices", query=f"api-version={version}{query}&$skiptoken={quote(token)}")
    assert answer.status == 400


@_PREVIEWS
def test_size_may_change_from_page_to_page(hall: Service, version: str) -> None:
    link = _list(hall, "/devices", size="1").json["nextLink"]
    size = quote(_WORDS[version][0], safe="")
    rest = hall.follow(link.replace(f"{size}=1", f"{size}=9")).json
    assert [item["id"] for item in rest["value"]] == ["b", "c", "d", "e"]


_NAMES = st.text(st.sampled_from("aAbBß'İ "), max_size=3)
_DEVICES = st.dictionaries(
    st.sampled_from([f"{letter}{number}" for letter in "abAB" for number in range(4)]),
    st.tuples(_NAMES, st.booleans()),
)
_CHANGES = st.lists(st.lists(st.tuples(st.sampled_from("abAB"), st.booleans()), max_size=3), max_size=10)


@settings(max_examples=scaled(40))
@given(_DEVICES, _NAMES, st.booleans(), st.integers(1, 5), _CHANGES, st.sampled_from([_OLD, _NEW]))
def test_devices_that_stay_are_answered_once_and_in_order_while_others_come_and_go(
    devices: dict[str, tuple[str, bool]],
    part: str,
    descending: bool,
    size: int,
    changes: list[list[tuple[str, bool]]],
    version: str,
) -> None:
    with new_emulator() as emulator:
        service = Service(emulator)
        for id, (name, enabled) in devices.items():
            service.ok("PUT", f"/devices/{id}", {"displayName": name, "enabled": enabled})
        names, stayed, seen = {id: name for id, (name, _) in devices.items()}, set(devices), list[str]()
        between = iter(changes)
        asked = {
            "condition": f"displayName ge '{part.replace(chr(39), chr(39) * 2)}' and enabled eq true",
            "order": "displayName desc" if descending else "displayName",
            "size": str(size),
        }
        for page in _pages(service.at(version), "/devices", **asked):
            assert len(page) <= size
            seen += [device["id"] for device in page]
            for letter, arrives in next(between, []):
                id = f"{letter}9" if arrives else f"{letter}1"
                if arrives:
                    service.call("PUT", f"/devices/{id}", {"displayName": letter, "enabled": True})
                    names[id] = letter
                else:
                    service.call("DELETE", f"/devices/{id}")
                    stayed.discard(id)
        wanted = {id for id in stayed if devices[id][1] and devices[id][0] >= part}
        assert wanted <= set(seen)
        assert seen == sorted(set(seen), key=lambda id: (names[id].casefold(), id), reverse=descending)
