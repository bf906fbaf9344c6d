"""What is made on a live server when writes are allowed: what costs nothing, tells nobody, acts on nothing.

Not made, though a version may be able to: users (they are sent mail), jobs, commands and scheduled jobs (they
act on devices), destinations and exports (they send data out), enrollment groups and attestations (they let
devices in), dashboards (people see them), the storage of file uploads (there is but one), applications (they
cost).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

__all__ = ["Made", "Thing", "things"]

_NAME = {"displayName": "Made by iotcentral verify"}
_CHANGED = {"displayName": "Changed by iotcentral verify"}


@dataclass(slots=True)
class Made:
    """What has been made so far."""

    paths: set[str] = field(default_factory=set[str])
    role: str | None = None
    """A role of the application that an API token can be given."""


class Thing(NamedTuple):
    """One resource to make, change and remove."""

    path: str
    """Path template of its operations."""
    values: tuple[str, ...]
    """Values of the path, in order."""
    body: Callable[[Made], Mapping[str, Any] | None]
    """What to make it of; None when what it needs is not there."""
    change: Mapping[str, Any] = _CHANGED
    properties: Mapping[str, Any] = {}
    """Values to write to the properties of a device that has the template."""


def things(unique: str) -> Iterator[Thing]:
    """Yield everything that can be made, in the order in which one needs the other.

    Args:
        unique: a text of letters and digits that stands in no id of anybody else.

    """
    one, below, template = f"verify-{unique}", f"verify-{unique}-below", f"dtmi:iotcentral:verify{unique};1"
    link, relationship = (
        "/devices/{deviceId}/relationships/{relationshipId}",
        partial(_relationship, one, below),
    )
    yield Thing("/organizations/{organizationId}", (one,), _plain)
    yield Thing("/deviceTemplates/{deviceTemplateId}", (template,), partial(_template, unique))
    for id in (one, below):
        body = partial(_device, template)
        yield Thing("/devices/{deviceId}", (id,), body, properties={"target": 21.5})
    yield Thing(link, (one, one), relationship, {"target": below})
    yield Thing("/deviceGroups/{deviceGroupId}", (one,), partial(_group, template))
    yield Thing("/apiTokens/{tokenId}", (one,), _token)


def _plain(_: Made) -> Mapping[str, Any]:
    return _NAME


def _template(unique: str, _: Made) -> Mapping[str, Any]:
    contents = [
        {"@type": "Telemetry", "name": "temperature", "schema": "double"},
        {"@type": "Property", "name": "target", "schema": "double", "writable": True},
    ]
    id = f"dtmi:iotcentral:verify{unique}Model;1"
    return {
        "@type": ["ModelDefinition", "DeviceModel"],
        **_NAME,
        "@context": ["dtmi:iotcentral:context;2", "dtmi:dtdl:context;2"],
        "capabilityModel": {"@id": id, "@type": "Interface", "contents": contents},
    }


def _device(template: str, made: Made) -> Mapping[str, Any]:
    return {**_NAME, "template": template} if _path_of_template(template) in made.paths else _NAME


def _relationship(source: str, target: str, made: Made) -> Mapping[str, Any] | None:
    there = made.paths.issuperset((f"/devices/{source}", f"/devices/{target}"))
    return {"source": source, "target": target} if there else None


def _group(template: str, made: Made) -> Mapping[str, Any] | None:
    condition = " ".join(("SELECT * FROM devices WHERE", f'$template = "{template}"'))
    return {**_NAME, "filter": condition} if _path_of_template(template) in made.paths else None


def _token(made: Made) -> Mapping[str, Any] | None:
    return None if made.role is None else {"roles": [{"role": made.role}]}


def _path_of_template(id: str) -> str:
    return f"/deviceTemplates/{id}"
