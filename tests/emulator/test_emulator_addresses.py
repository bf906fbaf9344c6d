"""The emulator's own public address: what links lead to is answered there, on both planes."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from iotcentral.emulator import Emulator
from tests.emulator.arm import APP, BEARER, PREVIEW, Arm, arm_emulator, body
from tests.emulator.harness import Service


def follow(emulator: Emulator, link: str, token: str) -> int:
    return Service(emulator, token).send("GET", link, [("Authorization", token)]).status


@pytest.mark.parametrize(
    "address", ["https://emulator.example:8443", "https://emulator.example", "http://h:1"]
)
def test_links_to_the_public_address_are_answered(address: str) -> None:
    with arm_emulator(external_url=address, page_size=1) as emulator:
        link = Service(emulator).ok("GET", "/roles")["nextLink"]
        assert link.startswith(f"{address}/api/roles?")
        assert follow(emulator, link, emulator.token) == 200


@pytest.mark.parametrize("address", ["https://emulator.example:8443", "https://demo.example"])
@pytest.mark.parametrize("header", ["azure-asyncoperation", "location"])
def test_polling_links_to_the_public_address_are_answered(address: str, header: str) -> None:
    with arm_emulator(external_url=address) as emulator:
        arm = Arm(emulator, PREVIEW)
        arm.ok("PUT", APP, body())
        arm.wait(10)
        link = arm.call("PATCH", APP, {"tags": {"a": "b"}}).response.header(header) or ""
        assert urlsplit(link).netloc == urlsplit(address).netloc
        assert follow(emulator, link, f"Bearer {BEARER}") in (200, 202)


def test_public_address_with_the_name_of_an_application_is_that_application() -> None:
    with arm_emulator(external_url="https://south.example", page_size=1) as emulator:
        arm = Arm(emulator)
        arm.ok("PUT", APP, body(properties={"subdomain": "south"}))
        url = "https://south.example/api/apiTokens?api-version=2022-07-31"
        assert follow(emulator, url, f"Bearer {BEARER}") == 200
        assert follow(emulator, url, emulator.token) == 401


@pytest.mark.parametrize("host", ["other.example", "emulator.example.org", "west.emulator.example"])
def test_other_addresses_are_refused_as_before(host: str) -> None:
    with arm_emulator(external_url="https://emulator.example") as emulator:
        assert follow(emulator, f"https://{host}/api/roles?api-version=2022-07-31", emulator.token) == 404
