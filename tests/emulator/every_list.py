"""Every list of the data plane: where it is, and how items come to it and go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.emulator.harness import (
    ADMINISTRATOR,
    ALIVE,
    EVERYTHING,
    MODULE,
    SENSOR,
    TEMPLATE,
    Service,
    group_filter,
    interface,
    template,
)
from tests.emulator.test_emulator_jobs import job

Change = Callable[[Service, str], object]

IDS = ("a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2")
_GRANTS = {"roles": [{"role": ADMINISTRATOR}]}


def _nothing(*_: object) -> None:
    """Leave the list as it is: it has what it has."""


@dataclass(frozen=True)
class Listing:
    """One list, with what it needs and what changes it."""

    path: str
    add: Change = _nothing
    drop: Change = _nothing
    prepare: Callable[[Service], object] = _nothing
    key: str = "id"
    newest_first: bool = False


def _put(path: str, **body: Any) -> Change:
    return lambda service, id: service.ok("PUT", path.format(id), body)


def _delete(path: str) -> Change:
    return lambda service, id: service.call("DELETE", path.format(id))


def _stored(path: str, body: dict[str, Any], **options: Any) -> Listing:
    """A list whose items are made and dropped below it."""
    return Listing(path, _put(path + "/{}", **body), _delete(path + "/{}"), **options)


def _add_user(service: Service, id: str) -> None:
    service.ok("PUT", f"/users/{id}", {"type": "email", "email": f"{id}@example.com"} | _GRANTS)


def _add_job(service: Service, id: str) -> None:
    """Make a job; one that is there stays, for jobs are made once."""
    if service.call("GET", f"/jobs/{id}").status == 404:
        service.ok("PUT", f"/jobs/{id}", job())


def _next_run(service: Service, _: str) -> None:
    service.advance(timedelta(days=1))


def _organization(service: Service) -> None:
    """Have the roles of organizations, which come with the first."""
    service.ok("PUT", "/organizations/north", {"displayName": "North"})


def _two_devices(service: Service) -> None:
    for id in "st":
        service.ok("PUT", f"/devices/{id}", {})


def _group(service: Service) -> None:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
    service.ok("PUT", "/deviceGroups/g", {"displayName": "G", "filter": group_filter()})


def _job_over_devices(service: Service) -> None:
    _group(service)
    for id in IDS:
        service.ok("PUT", f"/devices/{id}", {"template": TEMPLATE})
    service.ok("PUT", "/jobs/j", job())


def _schedule(service: Service) -> None:
    _group(service)
    schedule = {"start": "2024-01-01T12:00:00Z", "recurrence": "daily"}
    service.ok("PUT", "/scheduledJobs/s", job(schedule=schedule))


def _spoken_to(service: Service) -> None:
    """Have a simulated device of which every command has run."""
    _group(service)
    service.ok("PUT", "/devices/s", {"template": TEMPLATE, "simulated": True})
    service.wait(ALIVE)
    for command in HISTORIES.values():
        service.ok("POST", command, {})


def _component(name: str) -> dict[str, Any]:
    return {"@type": "Component", "name": name, "schema": interface()}


def _module(name: str, *contents: Any) -> dict[str, Any]:
    return {"@type": ["Relationship", "EdgeModule"], "name": name, "target": [interface(*contents)]}


def _in_module(parts: list[Any]) -> list[Any]:
    return [_module("m", *parts)]


def _parts_of(path: str, part: Callable[[str], Any], whole: Callable[[list[Any]], list[Any]]) -> Listing:
    """A list of what the template of the device `t` has by name."""

    def write(service: Service, names: set[str]) -> None:
        contents = whole([part(name) for name in sorted(names, reverse=True)])
        service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*contents))

    def names(service: Service) -> set[str]:
        return {item["name"] for page in service.pages(path) for item in page}

    def prepare(service: Service) -> None:
        write(service, set())
        service.ok("PUT", "/devices/t", {"template": TEMPLATE})

    return Listing(
        path,
        lambda service, id: write(service, names(service) | {id}),
        lambda service, id: write(service, names(service) - {id}),
        prepare,
        key="name",
    )


HISTORIES = {
    "Devices_GetCommandHistory": "/devices/s/commands/reboot",
    "Devices_GetComponentCommandHistory": f"/devices/s/components/{SENSOR['name']}/commands/calibrate",
    "Devices_GetModuleCommandHistory": f"/devices/s/modules/{MODULE['name']}/commands/reboot",
    "Devices_GetModuleComponentCommandHistory": (
        f"/devices/s/modules/{MODULE['name']}/components/{SENSOR['name']}/commands/calibrate"
    ),
}
"""Lists of one item at most."""

LISTS = {
    "ApiTokens_List": _stored("/apiTokens", _GRANTS),
    "Users_List": Listing("/users", _add_user, _delete("/users/{}")),
    "Roles_List": Listing("/roles", prepare=_organization),
    "Organizations_List": _stored("/organizations", {"displayName": "O"}),
    "DeviceTemplates_List": _stored("/deviceTemplates", template(), key="@id"),
    "Devices_List": _stored("/devices", {}),
    "DeviceGroups_List": _stored("/deviceGroups", {"displayName": "G", "filter": "SELECT * FROM devices"}),
    "DeviceGroups_GetDevices": Listing(
        "/deviceGroups/g/devices",
        _put("/devices/{}", template=TEMPLATE),
        _delete("/devices/{}"),
        prepare=_group,
    ),
    "Devices_ListRelationships": _stored(
        "/devices/s/relationships", {"source": "s", "target": "t"}, prepare=_two_devices
    ),
    "Devices_ListComponents": _parts_of("/devices/t/components", _component, list),
    "Devices_ListModules": _parts_of("/devices/t/modules", _module, list),
    "Devices_ListModuleComponents": _parts_of("/devices/t/modules/m/components", _component, _in_module),
    "Jobs_List": Listing("/jobs", _add_job, prepare=_group),
    "Jobs_GetDevices": Listing("/jobs/j/devices", prepare=_job_over_devices),
    "ScheduledJobs_List": _stored(
        "/scheduledJobs", job(schedule={"start": "2030-01-01T00:00:00Z"}), prepare=_group
    ),
    "ScheduledJobs_ListJobs": Listing(
        "/scheduledJobs/s/jobs", _next_run, prepare=_schedule, key="displayName", newest_first=True
    ),
} | {id: Listing(path, prepare=_spoken_to) for id, path in HISTORIES.items()}
"""By operation."""
