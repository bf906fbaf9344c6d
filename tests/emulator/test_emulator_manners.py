"""`service` forgives what `strict` refuses: each row of the table, both ways, on both planes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from iotcentral.emulator.manners import Rule
from tests.emulator.arm import APP, GROUP, Arm, arm_emulator, body
from tests.emulator.harness import TEMPLATE, Service, new_emulator, template

PREVIEW = "2022-10-31-preview"
MODEL = template(**{"@id": TEMPLATE})
TWICE = b'{"enabled":true,"enabled":false}'
PATCHED = {"raw": b"[]", "media_type": "application/json-patch+json"}

# What breaks the rule, then the status in the service's way and in the strict way.
CASES: list[tuple[Rule, str, dict[str, Any], int, int]] = [
    (Rule.UNDECLARED_MEMBER, "PUT /devices/d", {"body": {"color": "red"}}, 200, 400),
    (Rule.READ_ONLY_MEMBER, "PUT /devices/d", {"body": {"provisioned": True}}, 200, 400),
    (Rule.READ_ONLY_MEMBER, f"PUT /deviceTemplates/{TEMPLATE}", {"body": MODEL}, 200, 400),
    (Rule.REPEATED_MEMBER, "PUT /devices/d", {"raw": TWICE}, 200, 400),
    (Rule.UNDECLARED_QUERY, "GET /devices", {"query": "api-version=2022-07-31&x=1"}, 200, 400),
    (Rule.QUERY_VALUE, "GET /users", {"query": f"api-version={PREVIEW}&maxpagesize=101"}, 200, 400),
    (
        Rule.REPEATED_QUERY,
        "GET /devices",
        {"query": "api-version=2022-07-31&api-version=2022-07-31"},
        200,
        400,
    ),
    (Rule.UNDECLARED_BODY, "GET /devices", {"raw": b"{}"}, 200, 400),
    (Rule.MEDIA_TYPE, "PATCH /scheduledJobs/none", {"body": {}}, 404, 415),
    (Rule.JSON_PATCH, "PATCH /devices/d", PATCHED, 400, 415),
    (Rule.METHOD, "POST /devices/d", {}, 404, 405),
]


@pytest.fixture
def strict() -> Iterator[Service]:
    with new_emulator(requests="strict") as emulator:
        yield Service(emulator)


@pytest.fixture
def strict_arm() -> Iterator[Arm]:
    with arm_emulator(requests="strict") as emulator:
        yield Arm(emulator)


@pytest.mark.parametrize(("rule", "line", "sent", "forgiven", "_"), CASES)
def test_service_manners_forgive(
    service: Service, rule: Rule, line: str, sent: dict[str, Any], forgiven: int, _: int
) -> None:
    method, path = line.split()
    assert service.call(method, path, **sent).status == forgiven, rule


@pytest.mark.parametrize(("rule", "line", "sent", "_", "refused"), CASES)
def test_strict_manners_refuse(
    strict: Service, rule: Rule, line: str, sent: dict[str, Any], _: int, refused: int
) -> None:
    method, path = line.split()
    assert strict.call(method, path, **sent).status == refused, rule


def test_every_row_of_the_table_has_a_case() -> None:
    assert {rule for rule, *_ in CASES} | {Rule.NO_MEDIA_TYPE} == set(Rule)


def _without_media_type(service: Service) -> int:
    url = "https://demo.azureiotcentral.com/api/devices/d?api-version=2022-07-31"
    return service.send("PUT", url, [("Authorization", service.token)], b"{}").status


def test_a_body_without_media_type_is_json_or_refused(service: Service, strict: Service) -> None:
    assert (_without_media_type(service), _without_media_type(strict)) == (200, 415)


def test_405_names_the_methods_of_the_path(strict: Service) -> None:
    answer = strict.call("POST", "/devices/d")
    assert answer.code == "MethodNotAllowed"
    assert answer.response.header("allow") == "DELETE, GET, PATCH, PUT"


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ({"color": "red"}, "should NOT have additional properties: 'color'"),
        ({"id": "x"}, "should NOT have read-only properties: 'id'"),
    ],
)
def test_a_refused_member_is_named(strict: Service, sent: dict[str, Any], named: str) -> None:
    assert named in strict.call("PUT", "/devices/d", sent).sentence


def test_a_refused_parameter_is_named(strict: Service) -> None:
    answer = strict.call("GET", "/devices", query="api-version=2022-07-31&colour=red")
    assert ".colour is not a parameter of this operation" in answer.sentence


def test_strict_follows_its_own_links() -> None:
    with new_emulator(requests="strict", page_size=2) as emulator:
        service = Service(emulator)
        for number in range(5):
            service.ok("PUT", f"/devices/d{number}", {})
        assert [len(page) for page in service.pages("/devices")] == [2, 2, 1]


def test_strict_takes_what_the_version_declares(strict: Service) -> None:
    created = strict.ok("PUT", "/devices/d", {"displayName": "D", "enabled": True})
    patch = {"displayName": "E"}
    strict.ok("PATCH", "/devices/d", patch, media_type="application/merge-patch+json")
    assert strict.ok("GET", "/devices/d")["displayName"] == "E"
    assert created["id"] == "d"


def test_control_plane_has_the_same_manners(arm: Arm, strict_arm: Arm) -> None:
    sent = body(colour="red")
    assert (arm.call("PUT", APP, sent).status, strict_arm.call("PUT", APP, sent).status) == (201, 400)


def test_control_plane_answers_405_with_allow(strict_arm: Arm) -> None:
    answer = strict_arm.call("DELETE", GROUP)
    assert (answer.status, answer.response.header("allow")) == (405, "GET")


def test_control_plane_sets_up_an_application_in_the_strict_way(strict_arm: Arm) -> None:
    assert strict_arm.ok("PUT", APP, body())["properties"]["subdomain"] == "north"
