"""Requests of a caller who tries what should not work: one line each, with what the service answers.

They run over one state that none of them may change but by what it is allowed: see `world`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests.emulator.harness import (
    ADMINISTRATOR,
    BUILDER,
    EVERYTHING,
    OPERATOR,
    ORG_ADMIN,
    ORG_OPERATOR,
    ORG_VIEWER,
    TEMPLATE,
    Service,
    group_filter,
    interface,
    template,
)

WISH = {"type": "property", "target": TEMPLATE, "path": "target", "value": 4}
JOB: dict[str, Any] = {"displayName": "J", "group": "north", "data": [WISH]}
TYPES = ["ModelDefinition", "DeviceModel"]
LATER = {"schedule": {"start": "2030-01-01T00:00:00Z"}}


@pytest.fixture
def world(service: Service) -> dict[str, Service]:
    """Callers by name; organizations north > oslo and south with a device and a group each, and a job.

    `both` may only look in the north, and administers the south.
    """
    for id, above in (("north", {}), ("oslo", {"parent": "north"}), ("south", {})):
        service.ok("PUT", f"/organizations/{id}", {"displayName": id} | above)
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
    for id in ("north", "oslo", "south"):
        service.ok("PUT", f"/devices/{id}", {"template": TEMPLATE, "organizations": [id]})
        group = {"displayName": id, "filter": group_filter(), "organizations": [id]}
        service.ok("PUT", f"/deviceGroups/{id}", group)
    service.ok("PUT", "/jobs/south", JOB | {"group": "south", "organizations": ["south"]})
    service.ok("PUT", "/scheduledJobs/south", JOB | LATER | {"group": "south", "organizations": ["south"]})
    user = {"type": "email", "roles": [{"role": ORG_ADMIN, "organization": "south"}], "email": "a@b.example"}
    service.ok("PUT", "/users/south", user)
    roles = [{"role": ORG_VIEWER, "organization": "north"}, {"role": ORG_ADMIN, "organization": "south"}]
    both = service.ok("PUT", "/apiTokens/both", {"roles": roles})["token"]
    return {
        "admin": service,
        "builder": service.with_role(BUILDER),
        "operator": service.with_role(OPERATOR),
        "north admin": service.with_role(ORG_ADMIN, "north"),
        "oslo admin": service.with_role(ORG_ADMIN, "oslo"),
        "north operator": service.with_role(ORG_OPERATOR, "north"),
        "north viewer": service.with_role(ORG_VIEWER, "north"),
        "both": Service(service.emulator, both),
    }


@dataclass(frozen=True)
class Try:
    """Who asks for what, and the status it gets; 2xx where it is allowed after all."""

    who: str
    method: str
    path: str
    sent: Any
    status: int


ROLES = {
    "builder reads tokens": Try("builder", "GET", "/apiTokens", None, 403),
    "builder makes itself an administrator": Try(
        "builder", "PUT", "/apiTokens/mine", {"roles": [{"role": ADMINISTRATOR}]}, 403
    ),
    "builder reads users": Try("builder", "GET", "/users", None, 403),
    "builder sets up file uploads": Try("builder", "GET", "/fileUploads", None, 403),
    "operator reads roles": Try("operator", "GET", "/roles", None, 403),
    "operator deletes a template": Try("operator", "DELETE", f"/deviceTemplates/{TEMPLATE}", None, 403),
    "operator moves an organization": Try(
        "operator", "PATCH", "/organizations/oslo", {"parent": "south"}, 403
    ),
    "operator deletes a token that is not there": Try("operator", "DELETE", "/apiTokens/none", None, 403),
    "operator sends no JSON where it may not write": Try("operator", "PUT", "/apiTokens/x", [], 403),
    "viewer reads keys": Try("north viewer", "GET", "/devices/north/credentials", None, 403),
    "viewer reads an attestation": Try("north viewer", "GET", "/devices/north/attestation", None, 403),
    "viewer runs a command": Try("north viewer", "POST", "/devices/north/commands/reboot", {}, 403),
    "viewer stops a job it cannot see": Try("north viewer", "POST", "/jobs/south/stop", None, 403),
    "organization's operator makes a job": Try("north operator", "PUT", "/jobs/x", JOB, 403),
    "organization's operator replaces a device": Try("north operator", "PUT", "/devices/north", {}, 403),
    "organization's operator sets a property": Try(
        "north operator", "PATCH", "/devices/north/properties", {"target": 1}, 403
    ),
    "organization's operator adds a device": Try("north operator", "PUT", "/devices/new", {}, 200),
    "organization's operator asks a device that is away": Try(
        "north operator", "POST", "/devices/north/commands/reboot", {"request": 1}, 404
    ),
}

SCOPES = {
    "reads a sibling's device": Try("north admin", "GET", "/devices/south", None, 404),
    "replaces a sibling's device": Try("north admin", "PUT", "/devices/south", {}, 404),
    "deletes a sibling's device": Try("north admin", "DELETE", "/devices/south", None, 404),
    "reads its parent's device": Try("oslo admin", "GET", "/devices/north", None, 404),
    "moves a device to a sibling": Try(
        "north admin", "PATCH", "/devices/north", {"organizations": ["south"]}, 400
    ),
    "moves a device to the root": Try("north admin", "PATCH", "/devices/north", {"organizations": []}, 403),
    "moves a device to the root by null": Try(
        "north admin", "PATCH", "/devices/north", {"organizations": None}, 403
    ),
    "moves a device where it may only look": Try(
        "both", "PATCH", "/devices/south", {"organizations": ["north"]}, 403
    ),
    "changes where it may only look": Try("both", "PATCH", "/devices/north", {"displayName": "x"}, 403),
    "links to a sibling's device": Try(
        "north admin", "PUT", "/devices/north/relationships/r", {"source": "north", "target": "south"}, 400
    ),
    "links from a sibling's device": Try(
        "north admin", "PUT", "/devices/north/relationships/r", {"source": "south", "target": "north"}, 400
    ),
    "reads a sibling's group": Try("north admin", "GET", "/deviceGroups/south/devices", None, 404),
    "makes a job over a sibling's group": Try("north admin", "PUT", "/jobs/x", JOB | {"group": "south"}, 400),
    "makes a job over its parent's group": Try("oslo admin", "PUT", "/jobs/x", JOB, 400),
    "makes a job in a sibling": Try("north admin", "PUT", "/jobs/x", JOB | {"organizations": ["south"]}, 400),
    "reads a sibling's job": Try("north admin", "GET", "/jobs/south", None, 404),
    "reads a sibling's job devices": Try("north admin", "GET", "/jobs/south/devices", None, 404),
    "stops a sibling's job": Try("north admin", "POST", "/jobs/south/stop", None, 404),
    "resumes a sibling's job": Try("north admin", "POST", "/jobs/south/resume", None, 404),
    "reruns a sibling's job": Try("north admin", "PUT", "/jobs/south/rerun/x", None, 404),
    "replaces a sibling's job": Try("north admin", "PUT", "/jobs/south", JOB, 400),
    "reads a sibling's schedule": Try("north admin", "GET", "/scheduledJobs/south/jobs", None, 404),
    "replaces a sibling's schedule": Try("north admin", "PUT", "/scheduledJobs/south", JOB | LATER, 404),
    "makes an organization at the root": Try(
        "north admin", "PUT", "/organizations/more", {"displayName": "M"}, 403
    ),
    "makes an organization in a sibling": Try(
        "north admin", "PUT", "/organizations/more", {"displayName": "M", "parent": "south"}, 400
    ),
    "moves its own organization below itself": Try(
        "north admin", "PATCH", "/organizations/north", {"parent": "oslo"}, 400
    ),
    "lifts an organization to the root": Try(
        "north admin", "PATCH", "/organizations/oslo", {"parent": None}, 403
    ),
    "invites an administrator": Try(
        "north admin",
        "PUT",
        "/users/x",
        {"type": "email", "email": "x@b.example", "roles": [{"role": ADMINISTRATOR}]},
        403,
    ),
    "invites into a sibling": Try(
        "north admin",
        "PUT",
        "/users/x",
        {"type": "email", "email": "x@b.example", "roles": [{"role": ORG_VIEWER, "organization": "south"}]},
        400,
    ),
    "replaces a sibling's user": Try(
        "north admin",
        "PUT",
        "/users/south",
        {"type": "email", "email": "x@b.example", "roles": [{"role": ORG_VIEWER, "organization": "north"}]},
        404,
    ),
}

TEMPLATES = {
    "model taken away": Try("admin", "PATCH", f"/deviceTemplates/{TEMPLATE}", {"capabilityModel": None}, 400),
    "contents made an object": Try(
        "admin", "PATCH", f"/deviceTemplates/{TEMPLATE}", {"capabilityModel": {"contents": {}}}, 400
    ),
    "types of an interface": Try(
        "admin",
        "PUT",
        "/deviceTemplates/dtmi:a:b;1",
        {"@type": ["Interface"], "capabilityModel": interface()},
        400,
    ),
    "types without the definition": Try(
        "admin", "PUT", "/deviceTemplates/dtmi:a:b;1", template() | {"@type": ["DeviceModel"]}, 400
    ),
    "types without a kind of device": Try(
        "admin", "PUT", "/deviceTemplates/dtmi:a:b;1", template() | {"@type": ["ModelDefinition"]}, 400
    ),
    "types patched away": Try(
        "admin", "PATCH", f"/deviceTemplates/{TEMPLATE}", {"@type": ["Interface"]}, 400
    ),
    "types in another order": Try(
        "admin", "PUT", "/deviceTemplates/dtmi:a:b;1", template() | {"@type": TYPES[::-1]}, 200
    ),
    "types of an edge device": Try(
        "admin", "PUT", "/deviceTemplates/dtmi:a:b;1", template() | {"@type": [*TYPES, "EdgeModel"]}, 200
    ),
    "another id in a patch": Try(
        "admin", "PATCH", f"/deviceTemplates/{TEMPLATE}", {"@id": "dtmi:a:b;1"}, 400
    ),
    "end while devices use it": Try("admin", "DELETE", f"/deviceTemplates/{TEMPLATE}", None, 409),
    "device of the model's id": Try(
        "admin", "PUT", "/devices/x", {"template": "dtmi:contoso:Thermostat;1"}, 400
    ),
}

JOBS = {
    "no data": Try("admin", "PUT", "/jobs/x", JOB | {"data": []}, 400),
    "the long name of a step": Try(
        "admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"type": "PropertyJobData"}]}, 400
    ),
    "a portion of nobody": Try(
        "admin", "PUT", "/jobs/x", JOB | {"batch": {"type": "number", "value": 0}}, 400
    ),
    "a threshold below none": Try(
        "admin", "PUT", "/jobs/x", JOB | {"cancellationThreshold": {"type": "number", "value": -1}}, 400
    ),
    "a threshold over all": Try(
        "admin", "PUT", "/jobs/x", JOB | {"cancellationThreshold": {"type": "percentage", "value": 101}}, 400
    ),
    "a threshold of none": Try(
        "admin", "PUT", "/jobs/x", JOB | {"cancellationThreshold": {"type": "number", "value": 0}}, 200
    ),
    "a path too deep": Try("admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"path": "a.b.c"}]}, 422),
    "a reported property": Try("admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"path": "highest"}]}, 422),
    "a cloud property as another": Try(
        "admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"path": "customer"}]}, 422
    ),
    "a value of another schema": Try(
        "admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"value": "hot"}]}, 422
    ),
    "a template that is none": Try(
        "admin", "PUT", "/jobs/x", JOB | {"data": [WISH | {"target": "dtmi:a:b;1"}]}, 422
    ),
    "a job anew": Try("admin", "PUT", "/jobs/south", JOB, 400),
    "a rerun under the job's own id": Try("admin", "PUT", "/jobs/south/rerun/south", None, 400),
    "a rerun under no id": Try("admin", "PUT", "/jobs/south/rerun/a%20b", None, 400),
    "a yearly schedule": Try(
        "admin",
        "PUT",
        "/scheduledJobs/x",
        JOB | {"schedule": {"start": "2030-01-01T00:00:00Z", "recurrence": "yearly"}},
        400,
    ),
    "a schedule of no runs": Try(
        "admin",
        "PUT",
        "/scheduledJobs/x",
        JOB
        | {
            "schedule": {
                "start": "2030-01-01T00:00:00Z",
                "recurrence": "daily",
                "end": {"type": "occurrences", "occurrences": 0},
            }
        },
        400,
    ),
    "a schedule without a zone": Try(
        "admin", "PUT", "/scheduledJobs/x", JOB | {"schedule": {"start": "2030-01-01T00:00:00"}}, 400
    ),
    "a schedule patched away": Try("admin", "PATCH", "/scheduledJobs/south", {"schedule": None}, 400),
}

DEVICES = {
    "attestation without its block": Try(
        "admin", "PUT", "/devices/north/attestation", {"type": "symmetricKey"}, 400
    ),
    "attestation that is not there": Try(
        "admin", "PATCH", "/devices/north/attestation", {"type": "tpm"}, 404
    ),
    "command out of its time": Try(
        "admin", "POST", "/devices/north/commands/reboot", {"request": 1, "responseTimeout": 4}, 400
    ),
    "command of a component at the root": Try("admin", "POST", "/devices/north/commands/calibrate", {}, 404),
    "component made nothing": Try("admin", "PATCH", "/devices/north/properties", {"pump": None}, 400),
    "component's property at the root": Try("admin", "PATCH", "/devices/north/properties", {"speed": 1}, 400),
    "reported property": Try("admin", "PUT", "/devices/north/properties", {"highest": 1}, 400),
    "module of the runtime": Try("admin", "GET", "/devices/north/modules/$edgeAgent/properties", None, 404),
    "component of another module": Try(
        "admin", "GET", "/devices/north/modules/filterModule/components/pump/properties", None, 404
    ),
    "link to itself": Try(
        "admin", "PUT", "/devices/north/relationships/r", {"source": "north", "target": "north"}, 400
    ),
    "two organizations": Try("admin", "PUT", "/devices/x", {"organizations": ["north", "south"]}, 400),
    "enabled made nothing": Try("admin", "PATCH", "/devices/north", {"enabled": None}, 400),
    "uploads patched before they are set up": Try("admin", "PATCH", "/fileUploads", {"container": "c"}, 404),
    "uploads for less than an hour": Try(
        "admin", "PUT", "/fileUploads", {"connectionString": "a", "container": "c", "sasTtl": "PT59M"}, 400
    ),
    "organization with devices": Try("admin", "DELETE", "/organizations/south", None, 409),
    "organization with another below": Try("admin", "DELETE", "/organizations/north", None, 409),
    "token of no role": Try("admin", "PUT", "/apiTokens/x", {"roles": []}, 400),
    "organization's role at the root": Try(
        "admin", "PUT", "/apiTokens/x", {"roles": [{"role": ORG_ADMIN}]}, 400
    ),
    "application's role in an organization": Try(
        "admin", "PUT", "/apiTokens/x", {"roles": [{"role": BUILDER, "organization": "north"}]}, 400
    ),
}

CODES = {
    400: "InvalidBody BadRequest",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    422: "UnprocessableEntity",
}
TABLES = {"roles": ROLES, "scopes": SCOPES, "templates": TEMPLATES, "jobs": JOBS, "devices": DEVICES}
CASES = [
    pytest.param(each, id=f"{name}: {case}") for name, table in TABLES.items() for case, each in table.items()
]


def state(admin: Service) -> list[Any]:
    """Answer all that the hostile requests are after."""
    lists = (
        "devices",
        "deviceTemplates",
        "deviceGroups",
        "jobs",
        "scheduledJobs",
        "organizations",
        "users",
        "apiTokens",
    )
    return [admin.ok("GET", f"/{name}")["value"] for name in lists]


@pytest.mark.parametrize("case", CASES)
def test_what_should_not_work_is_refused_and_changes_nothing(world: dict[str, Service], case: Try) -> None:
    before = state(world["admin"])
    answer = world[case.who].call(case.method, case.path, case.sent)
    assert answer.status == case.status
    if case.status >= 400:
        assert answer.code in CODES[case.status].split()
        assert state(world["admin"]) == before


def test_a_filter_shows_nothing_of_a_sibling(world: dict[str, Service]) -> None:
    caller = world["north viewer"].at("2022-10-31-preview")
    query = "api-version=2022-10-31-preview&filter=scopes%20eq%20'south'%20or%20id%20eq%20'oslo'"
    assert [device["id"] for device in caller.ok("GET", "/devices", query=query)["value"]] == ["oslo"]


def test_a_job_reaches_no_device_where_its_maker_may_only_look(world: dict[str, Service]) -> None:
    world["both"].ok("PUT", "/jobs/x", JOB)
    assert world["admin"].ok("GET", "/jobs/x/devices")["value"] == []


def test_the_links_of_a_list_are_no_way_around_the_scope(world: dict[str, Service]) -> None:
    for number in range(26):
        world["admin"].ok("PUT", f"/devices/n{number:02}", {"organizations": ["south"]})
    link = world["admin"].ok("GET", "/devices")["nextLink"]
    found = world["north admin"].follow(link).json["value"]
    assert [device["id"] for device in found] == ["north", "oslo"]
