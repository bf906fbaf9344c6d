"""What a fleet company does, from an application to a job over 300 devices, over HTTP and nothing else.

The application, its devices and its callers are made once; every test reads what the steps before it left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.emulator.arm import APP, BEARER, PREVIEW, arm_emulator, body
from tests.emulator.harness import (
    ADMINISTRATOR,
    EVERYTHING,
    OPERATOR,
    ORG_VIEWER,
    TEMPLATE,
    WRITABLE,
    group_filter,
    template,
)
from tests.emulator.wire import MANAGEMENT, Wire

COUNT = 300
DEPOT = "depot"
TRUCKS = [f"truck-{number:03}" for number in range(COUNT)]
SIMULATED, ABSENT = TRUCKS[0], TRUCKS[1]
GRANTS = {
    "administrator": {"role": ADMINISTRATOR},
    "operator": {"role": OPERATOR},
    "viewer": {"role": ORG_VIEWER, "organization": DEPOT},
}
JOB = {
    "displayName": "Colder",
    "group": "trucks",
    "organizations": [DEPOT],
    "batch": {"type": "number", "value": 100},
    "data": [{"type": "property", "target": TEMPLATE, "path": "target", "value": 4}],
}


@dataclass(frozen=True)
class Company:
    """The callers of one application, by what they are, and who steers the machine it runs on."""

    callers: dict[str, Wire]
    machine: Wire

    def __getitem__(self, name: str) -> Wire:
        return self.callers[name]

    def wait(self, seconds: float) -> None:
        self.machine.ok("POST", "/_emulator/clock/advance?", {"seconds": seconds})


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    """An application made on the control plane, with three callers, a template, 300 devices and a group."""
    with arm_emulator(http_steering="loopback") as emulator, emulator.serve() as url:
        owner = Wire(url, "north.azureiotcentral.com", f"Bearer {BEARER}")
        machine = Wire(url, url.removeprefix("http://"))
        callers = {"owner": owner, "management": Wire(url, MANAGEMENT, f"Bearer {BEARER}", PREVIEW)}
        made = Company(callers, machine)
        _make_application(made)
        owner.ok("PUT", f"/api/organizations/{DEPOT}", {"displayName": "Depot"})
        for name, grant in GRANTS.items():
            token = owner.ok("PUT", f"/api/apiTokens/{name}", {"roles": [grant]})["token"]
            callers[name] = owner.holding(token)
        _make_fleet(callers["administrator"])
        yield made
        for caller in (*callers.values(), machine):
            caller.close()


def _make_application(company: Company) -> None:
    started = company["management"].call("PUT", APP, body())
    assert (started.status, started.json["properties"]["provisioningState"]) == (201, "Creating")
    company.wait(10)
    status = started.headers["azure-asyncoperation"].partition(MANAGEMENT)[2]
    assert company["management"].ok("GET", status) == {"status": "Succeeded"}


def _make_fleet(administrator: Wire) -> None:
    administrator.ok("PUT", f"/api/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
    for id in TRUCKS:
        truck = {"template": TEMPLATE, "organizations": [DEPOT], "simulated": id == SIMULATED}
        administrator.ok("PUT", f"/api/devices/{id}", truck)
    group = {"displayName": "Trucks", "filter": group_filter(), "organizations": [DEPOT]}
    administrator.ok("PUT", "/api/deviceGroups/trucks", group)
    administrator.ok("PUT", "/api/jobs/standing", JOB)


@pytest.mark.parametrize("name", ["administrator", "operator", "viewer"])
def test_all_devices_are_listed_once_over_the_pages(company: Company, name: str) -> None:
    assert [device["id"] for device in company[name].all("/api/devices")] == TRUCKS


def test_the_group_has_every_device(company: Company) -> None:
    found = company["viewer"].all("/api/deviceGroups/trucks/devices")
    assert [device["id"] for device in found] == TRUCKS


def test_a_property_job_shows_its_progress_until_every_device_has_the_wish(company: Company) -> None:
    operator = company["operator"]
    made = operator.ok("PUT", "/api/jobs/colder", JOB)
    seen = [(made["status"], made["progress"]["completed"])]
    while seen[-1][0] in ("pending", "running"):
        company.wait(1)
        job = company["viewer"].ok("GET", "/api/jobs/colder")
        seen.append((job["status"], job["progress"]["completed"]))
        assert sum(job["progress"][part] for part in ("pending", "completed", "failed")) == COUNT
    completed = [count for _, count in seen]
    assert seen[0] == ("pending", 0)
    assert seen[-1] == ("complete", COUNT)
    assert completed == sorted(completed)
    assert any(0 < count < COUNT for count in completed)
    treated = operator.all("/api/jobs/colder/devices")
    assert [entry["id"] for entry in treated] == TRUCKS
    assert {entry["status"] for entry in treated} == {"completed"}
    wish = operator.ok("GET", f"/api/devices/{TRUCKS[-1]}/properties")["$metadata"]["target"]
    assert wish["desiredValue"] == 4


def test_a_command_is_answered_by_the_device_that_is_there(company: Company) -> None:
    company.wait(10)
    operator, path = company["operator"], f"/api/devices/{SIMULATED}/commands/reboot"
    said = operator.call("POST", path, {"request": 5})
    assert said.status == 201
    assert (said.json["request"], said.json["responseCode"]) == (5, 200)
    assert company["viewer"].ok("GET", path)["value"] == [said.json]
    away = operator.call("POST", f"/api/devices/{ABSENT}/commands/reboot", {"request": 5})
    assert (away.status, away.code) == (404, "NotFound")


ACTIONS: dict[str, tuple[str, str, Any, int, int]] = {
    "a token": ("PUT", "/api/apiTokens/more", {"roles": [GRANTS["operator"]]}, 403, 403),
    "the tokens": ("GET", "/api/apiTokens", None, 403, 403),
    "a user": (
        "PUT",
        "/api/users/u",
        {"type": "email", "email": "a@b.example", "roles": [GRANTS["operator"]]},
        403,
        403,
    ),
    "an organization": ("PUT", "/api/organizations/south", {"displayName": "South"}, 403, 403),
    "a template": ("PUT", f"/api/deviceTemplates/{TEMPLATE}", template(*EVERYTHING), 403, 403),
    "a template's change": ("PATCH", f"/api/deviceTemplates/{TEMPLATE}", {"displayName": "T"}, 403, 403),
    "a template's end": ("DELETE", f"/api/deviceTemplates/{TEMPLATE}", None, 403, 403),
    "the template": ("GET", f"/api/deviceTemplates/{TEMPLATE}", None, 200, 200),
    "a device": ("PUT", f"/api/devices/{ABSENT}", {"template": TEMPLATE, "organizations": [DEPOT]}, 200, 403),
    "a device's change": ("PATCH", f"/api/devices/{ABSENT}", {"displayName": "Lorry"}, 200, 403),
    "a device's keys": ("GET", f"/api/devices/{ABSENT}/credentials", None, 200, 403),
    "a wish": ("PATCH", f"/api/devices/{ABSENT}/properties", {WRITABLE["name"]: 5}, 202, 403),
    "a group": (
        "PUT",
        "/api/deviceGroups/some",
        {"displayName": "Some", "filter": group_filter(), "organizations": [DEPOT]},
        200,
        403,
    ),
    "a job": ("PUT", "/api/jobs/again", JOB, 200, 403),
    "a job's stop": ("POST", "/api/jobs/standing/stop", None, 204, 403),
    "a command": ("POST", f"/api/devices/{SIMULATED}/commands/reboot", {"request": 1}, 201, 403),
}


@pytest.mark.parametrize("action", list(ACTIONS))
def test_the_same_actions_are_refused_where_the_roles_say_so(company: Company, action: str) -> None:
    method, path, sent, *expected = ACTIONS[action]
    company.wait(10)
    heard = [company[name].call(method, path, sent) for name in ("operator", "viewer")]
    assert [answer.status for answer in heard] == expected
    assert {answer.code for answer in heard if answer.status >= 400} <= {"Forbidden"}


@pytest.mark.parametrize("name", ["administrator", "operator", "viewer"])
def test_no_api_token_makes_applications(company: Company, name: str) -> None:
    with company["management"].holding(company[name].credential) as caller:
        assert caller.call("PUT", APP, body()).status == 401


def test_a_refused_token_is_none(company: Company) -> None:
    ids = [token["id"] for token in company["administrator"].all("/api/apiTokens")]
    assert ids == sorted([*GRANTS])
