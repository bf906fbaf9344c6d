"""One state, several api-versions: each says what its own schemas can say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.harness import ORG_VIEWER, TEMPLATE, VERSION, Service, documents, group_filter, template
from tests.emulator.test_emulator_jobs import job

_VERSIONS = [document.version for document in documents()]
_OPERATIONS = {document.version: document.operations for document in documents()}
each_version = pytest.mark.parametrize("version", _VERSIONS)


@pytest.fixture
def rich(tree: Service) -> Service:
    """A state with something of every kind, made with the newest GA version."""
    tree.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    tree.ok("PATCH", "/devices/d-oslo", {"template": TEMPLATE})
    grants = [{"role": ORG_VIEWER, "organization": "oslo"}]
    tree.ok("PUT", "/users/group", {"type": "adGroup", "tenantId": "t", "objectId": "o", "roles": grants})
    tree.ok("PUT", "/users/person", {"type": "email", "email": "a@b.example", "roles": grants})
    tree.ok("PUT", "/apiTokens/t", {"roles": grants})
    return tree


@each_version
@pytest.mark.parametrize(
    "path",
    [
        "/apiTokens",
        "/deviceGroups",
        "/deviceTemplates",
        "/devices",
        "/jobs",
        "/organizations",
        "/roles",
        "/users",
    ],
)
def test_every_list_keeps_to_the_versions_own_schema(rich: Service, version: str, path: str) -> None:
    """The engine checks each answer: types, and no member that the version does not declare."""
    answer = rich.at(version).call("GET", path)
    served = any(
        id.endswith("_List") and operation.segments == (path[1:],)
        for id, operation in _OPERATIONS[version].items()
    )
    assert answer.status == (200 if served else 404)


@each_version
def test_older_version_neither_shows_nor_loses_what_it_has_no_word_for(rich: Service, version: str) -> None:
    caller = rich.at(version)
    declared = (
        "organizations"
        in next(d for d in documents() if d.version == version).schemas["Device"]["properties"]
    )
    shown = caller.ok("GET", "/devices/d-oslo")
    assert ("organizations" in shown) is declared
    body = {"displayName": "x"} | ({"organizations": ["oslo"]} if declared else {})
    caller.ok("PUT", "/devices/d-oslo", body)
    assert rich.at(VERSION).ok("GET", "/devices/d-oslo")["organizations"] == ["oslo"]


@each_version
def test_user_of_a_kind_the_version_does_not_know_is_not_shown(rich: Service, version: str) -> None:
    caller = rich.at(version)
    users: dict[str, Any] = next(d for d in documents() if d.version == version).schemas["User"]
    knows = "adGroup" in users["discriminator"]["mapping"]
    listed = [user["id"] for user in caller.ok("GET", "/users")["value"]]
    assert ("group" in listed) is knows
    assert "person" in listed
    assert caller.call("GET", "/users/group").status == (200 if knows else 404)


@each_version
def test_life_of_a_device_in_every_version(service: Service, version: str) -> None:
    caller = service.at(version)
    caller.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template({"@type": "Command", "name": "c"}))
    caller.ok("PUT", "/devices/d", {"template": TEMPLATE, "simulated": True})
    caller.wait(6)
    assert caller.ok("GET", "/devices/d")["provisioned"] is True
    assert caller.ok("POST", "/devices/d/commands/c", {"request": 1})["request"] == 1
    caller.ok("PUT", "/devices/d/attestation", {"type": "tpm", "tpm": {"endorsementKey": "ZQ=="}})
    assert caller.ok("GET", "/devices/d/credentials")["tpm"] == {"endorsementKey": "ZQ=="}
    caller.ok("DELETE", "/devices/d")


@each_version
def test_newer_resource_in_an_older_version_is_404(service: Service, version: str) -> None:
    for path in ("/jobs", "/organizations", "/scheduledJobs", "/deviceGroups"):
        known = any(operation.segments == (path[1:],) for operation in _OPERATIONS[version].values())
        assert service.at(version).call("GET", path).status == (200 if known else 404)


_WITH_JOBS = [version for version in _VERSIONS if "Jobs_Create" in _OPERATIONS[version]]


@pytest.mark.parametrize("version", _WITH_JOBS)
def test_job_and_schedule_in_every_version_that_has_them(fleet: Service, version: str) -> None:
    caller = fleet.at(version)
    caller.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
    caller.ok("PUT", "/jobs/j", job())
    caller.ok("PUT", "/scheduledJobs/s", job(schedule={"start": "2024-01-01T00:01:00Z"}))
    caller.wait(120)
    assert caller.ok("GET", "/jobs/j")["status"] == "complete"
    assert len(caller.ok("GET", "/jobs/j/devices")["value"]) == 2
    [run] = caller.ok("GET", "/scheduledJobs/s/jobs")["value"]
    assert run["progress"] == {"total": 2, "pending": 0, "completed": 2, "failed": 0}


def test_job_of_a_kind_the_version_does_not_know_is_not_shown(fleet: Service) -> None:
    """Stored as the version that knows the kind would store it; the newest GA version has no such tag."""
    state = fleet.emulator.engine._store.state(fleet.emulator.engine._applications.at("demo"))
    data = [{"type": "deviceManifestMigration", "manifest": "m"}]
    state.put("jobs", "j", {"group": "g", "data": data, "status": "complete"}, lookup="complete")
    assert fleet.ok("GET", "/jobs") == {"value": []}
    assert fleet.call("GET", "/jobs/j").status == 404
