"""What is in the application that the calls of the scenarios meet, as the requests that put it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = [
    "DATA_PLANE",
    "MANAGEMENT",
    "SPARE",
    "THERMOSTAT",
    "Put",
    "Step",
    "Wait",
    "component",
    "group",
    "job",
    "module",
    "plant",
    "schedule",
    "template",
]

THERMOSTAT = "dtmi:contoso:thermostat;1"
SPARE = "dtmi:contoso:spare;1"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"
VIEWER = "84cc62c1-dabe-49d3-b16e-8b291232b285"
"""Built-in roles, the same in every application; the viewer's is one of an organization."""


@dataclass(frozen=True)
class Put:
    """One request: what it names is there afterwards."""

    path: str
    body: Any = None
    method: str = "PUT"
    learns: tuple[str | int, ...] | None = None
    """Where in the answer something is that the emulator made up; last, its name from then on."""
    version: str | None = None
    """The api-version, where it is not the default one of its plane."""


@dataclass(frozen=True)
class Wait:
    """The clock moves on, and what is due happens."""

    seconds: float


Step = Put | Wait


def _interface(name: str, *contents: Mapping[str, Any]) -> dict[str, Any]:
    return {"@id": f"dtmi:contoso:{name};1", "@type": "Interface", "contents": list(contents)}


def component(name: str) -> dict[str, Any]:
    """A component with a property, telemetry and a command of its own."""
    contents = (
        {"@type": "Property", "name": "interval", "schema": "integer", "writable": True},
        {"@type": "Telemetry", "name": "humidity", "schema": "double"},
        {"@type": "Command", "name": "calibrate"},
    )
    schema = _interface(name, *contents)
    return {"@type": "Component", "name": name, "displayName": name.title(), "schema": schema}


def module(name: str, *contents: Mapping[str, Any]) -> dict[str, Any]:
    """An edge module of one interface."""
    target = [_interface(name, *contents)]
    return {
        "@type": ["Relationship", "EdgeModule"],
        "name": name,
        "displayName": name.title(),
        "target": target,
    }


_CONTENTS: tuple[dict[str, Any], ...] = (
    {"@type": "Property", "name": "target", "schema": "double", "writable": True},
    {"@type": "Property", "name": "serial", "schema": "string"},
    {"@type": ["Property", "Cloud", "StringValue"], "name": "customer", "schema": "string"},
    {"@type": "Telemetry", "name": "temperature", "schema": "double"},
    {"@type": "Command", "name": "reboot", "request": {"name": "delay", "schema": "integer"}},
)


def template(*contents: Mapping[str, Any], name: str = "Thermostat") -> dict[str, Any]:
    """The body that creates a device template."""
    return {
        "@type": ["ModelDefinition", "DeviceModel"],
        "displayName": name,
        "@context": ["dtmi:iotcentral:context;2", "dtmi:dtdl:context;2"],
        "capabilityModel": _interface(f"{name}Model", *contents),
    }


def group(id: str = THERMOSTAT) -> dict[str, Any]:
    """The body that creates a group of all devices of a template."""
    condition = f'$template = "{id}"'
    return {"displayName": "Thermostats", "filter": " ".join(("SELECT * FROM devices WHERE", condition))}


def job(*data: Mapping[str, Any], **members: Any) -> dict[str, Any]:
    """The body that creates a job; it sets a property unless it is told something else."""
    usual = {"type": "property", "target": THERMOSTAT, "path": "target", "value": 21}
    return {"displayName": "Warm up", "group": "thermostats", "data": list(data) or [usual]} | members


def schedule(start: str, recurrence: str | None = None) -> dict[str, Any]:
    """The body that creates a scheduled job."""
    again = {"recurrence": recurrence} if recurrence else {}
    return job(schedule={"start": start} | again)


def plant(subdomain: str) -> dict[str, Any]:
    """The body that creates an application."""
    properties = {"displayName": subdomain, "subdomain": subdomain}
    return {"location": "westeurope", "sku": {"name": "ST2"}, "properties": properties}


_EMAIL = {"type": "email", "email": "alice@contoso.example", "roles": [{"role": OPERATOR}]}
_KEYS = {"primaryKey": "RkFLRS1QUklNQVJZLUtFWQ==", "secondaryKey": "RkFLRS1TRUNPTkRBUlktS0VZ"}
_STORAGE = "DefaultEndpointsProtocol=https;AccountName=fake;AccountKey=RkFLRQ=="
_REBOOT = {"type": "command", "target": THERMOSTAT, "path": "reboot", "value": 5}
_COMMANDS = (
    ("commands/reboot", 5),
    ("components/sensor/commands/calibrate", None),
    ("modules/filterModule/commands/reboot", 5),
    ("modules/filterModule/components/sensor/commands/calibrate", None),
)


def _places() -> Iterator[Step]:
    yield Put("/organizations/north", {"displayName": "North"})
    yield Put("/organizations/oslo", {"displayName": "Oslo", "parent": "north"})
    yield Put("/organizations/south", {"displayName": "South"})
    yield Put("/users/alice", _EMAIL)
    yield Put("/apiTokens/reader", {"roles": [{"role": OPERATOR}]})
    grant = {"role": VIEWER, "organization": "north"}
    yield Put("/apiTokens/viewer", {"roles": [grant]}, learns=("token", "viewer"))
    yield Put("/fileUploads", {"connectionString": _STORAGE, "container": "uploads"})


def _devices() -> Iterator[Step]:
    sensor = component("sensor")
    contents = (*_CONTENTS, sensor, module("filterModule", *_CONTENTS, sensor))
    yield Put(f"/deviceTemplates/{THERMOSTAT}", template(*contents))
    yield Put(f"/deviceTemplates/{SPARE}", template(name="Spare"))
    yield Put("/devices/sim", {"template": THERMOSTAT, "simulated": True})
    yield Put("/devices/real", {"template": THERMOSTAT})
    yield Put("/devices/bare", {})
    yield Put("/devices/real/attestation", {"type": "symmetricKey", "symmetricKey": _KEYS})
    yield Put("/devices/sim/relationships/link-1", {"source": "sim", "target": "real"})
    yield Put("/deviceGroups/thermostats", group())
    yield Wait(10)
    for path, request in _COMMANDS:
        yield Put(f"/devices/sim/{path}", {} if request is None else {"request": request}, "POST")


def _jobs() -> Iterator[Step]:
    yield Put("/jobs/done", job())
    yield Put("/jobs/failed", job(_REBOOT))
    yield Put("/scheduledJobs/early", schedule("2024-01-01T00:00:20Z"))
    yield Wait(60)
    yield Put("/scheduledJobs/late", schedule("2030-01-01T00:00:00Z"))
    yield Put("/jobs/halted", job())
    yield Put("/jobs/halted/stop", method="POST")
    yield Put("/jobs/going", job())


def _reference() -> Iterator[Step]:
    yield Put("/v1/devices/sim/commands/reboot", {"delay": 5}, "POST", learns=("commandId", "commandId"))


_ADMINISTRATOR = Put("/users", method="GET", learns=("value", 0, "id", "<administrator>"))
"""The user that was there first, and the only one who is an administrator."""
DATA_PLANE: tuple[Step, ...] = (*_places(), *_devices(), *_jobs(), *_reference(), _ADMINISTRATOR)
_GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/factories"
_APPS = f"{_GROUP}/providers/Microsoft.IoTCentral/iotApps"
_AGREED = {"privateLinkServiceConnectionState": {"status": "Approved", "description": "As agreed"}}
MANAGEMENT: tuple[Step, ...] = (
    Put(f"{_APPS}/north-plant", plant("north")),
    Put(f"{_APPS}/south-plant", plant("south")),
    Put(
        f"{_APPS}/north-plant/privateEndpointConnections/north-plant.link",
        {"properties": _AGREED},
        version="2021-11-01-preview",
    ),
    Wait(60),
)
