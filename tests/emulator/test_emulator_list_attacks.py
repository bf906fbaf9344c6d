"""Conditions and orders of lists that mean no good: any bytes are answered, and a text is only a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, quote_from_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.emulator.coverage import coverage
from tests.emulator.harness import Service, every_document, new_emulator, template
from tests.emulator.test_emulator_injection import ATTACKS

_PARAMETERS = ("filter", "$filter", "orderby", "$orderby", "maxpagesize", "$top", "expand", "$skiptoken")
_SERVED = {(label, id) for label, table in coverage().items() for id, served in table.items() if served}
_ASKED = [
    ("/" + "/".join((*document.base, *operation.segments)), document.version, name)
    for document in every_document()
    for operation in document.operations.values()
    if operation.paged
    and (f"{document.plane}/{document.version}", operation.id) in _SERVED
    and "{" not in "".join(operation.segments)
    for name in sorted(operation.query_parameters.keys() & set(_PARAMETERS))
]
_WORDS = """
    ( ) , ' '' " \\ eq ne lt ge and or not contains indexof true null desc asc displayName '@id' id enabled
    1 -1 1e999 9999999999999999999999 0x1 . .. $ % + * ; -- /* \x00 \ufeff \u202e é 😀
"""
_SOUP = st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(lambda words: quote(" ".join(words)))
_BYTES = st.binary(max_size=40).map(quote_from_bytes)
_DEEP = (
    "(" * 50_000 + "id eq 'a'" + ")" * 50_000,
    "not " * 50_000 + "enabled eq true",
    "(" * 33 + "id eq 'a'" + ")" * 33,
    " and ".join(["id eq 'a'"] * 10_000),
    "contains(" * 10_000,
)
_CONDITIONS = [asked for asked in _ASKED if asked[2].endswith("filter")]


@pytest.fixture(scope="module")
def things() -> Iterator[Service]:
    """Two devices, templates and groups."""
    with new_emulator() as emulator:
        service = Service(emulator)
        for id in ("a", "b"):
            service.ok("PUT", f"/devices/{id}", {"displayName": id})
            service.ok("PUT", f"/deviceTemplates/{id}", template(displayName=id))
            group = {"displayName": id, "filter": "SELECT * FROM devices"}
            service.ok("PUT", f"/deviceGroups/{id}", group)
        yield service


def _ask(service: Service, path: str, version: str, name: str, value: str) -> tuple[int, bytes]:
    """Ask a list something; the emulator checks its answer against the contract by itself."""
    token = f"Bearer {service.token}" if path.startswith("/api/v1") else service.token
    url = f"https://demo.azureiotcentral.com{path}?api-version={version}&{quote(name)}={value}"
    answer = service.send("GET", url, [("Authorization", token)])
    return answer.status, answer.response.body


@pytest.mark.parametrize(("path", "version", "name"), _ASKED)
def test_any_bytes_are_answered(things: Service, path: str, version: str, name: str) -> None:
    @settings(max_examples=scaled(60))
    @given(_SOUP | _BYTES)
    def holds(value: str) -> None:
        status, body = _ask(things, path, version, name, value)
        assert status in (200, 400)
        assert status == 200 or list(json.loads(body)["error"])[:2] == ["code", "message"]

    holds()


@pytest.mark.parametrize(("path", "version", "name"), _CONDITIONS)
@pytest.mark.parametrize("text", _DEEP, ids=["parentheses", "not", "33", "and", "contains"])
def test_condition_that_nests_too_deep_or_never_ends_is_400(
    things: Service, path: str, version: str, name: str, text: str
) -> None:
    assert _ask(things, path, version, name, quote(text))[0] == 400


@pytest.mark.parametrize(("path", "version", "name"), _CONDITIONS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_text_in_a_condition_is_only_a_text(
    things: Service, path: str, version: str, name: str, attack: str
) -> None:
    doubled = attack.replace("'", "''")
    status, body = _ask(things, path, version, name, quote(f"displayName eq '{doubled}'"))
    assert (status, *json.loads(body).values()) == (200, [])


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("version", ["2022-06-30-preview", "2022-10-31-preview"])
def test_device_named_like_an_attack_is_found_by_its_name_alone(attack: str, version: str) -> None:
    with new_emulator() as emulator:
        service = Service(emulator)
        service.ok("PUT", "/devices/a", {"displayName": attack})
        service.ok("PUT", "/devices/b", {})
        doubled = quote(f"displayName eq '{attack.replace(chr(39), chr(39) * 2)}'")
        name = "filter" if version.startswith("2022-10") else "$filter"
        status, body = _ask(service, "/api/devices", version, name, doubled)
        assert (status, [device["id"] for device in json.loads(body)["value"]]) == (200, ["a"])
