"""Whether the steps of a job fit the device templates they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from iotcentral.emulator import models
from iotcentral.emulator.dtdl.schemas import value_faults
from iotcentral.emulator.models import PropertyKind
from iotcentral.emulator.store import State

__all__ = ["Capability", "faults", "find"]

_PROPERTY_KINDS = {"property": PropertyKind.WRITABLE, "cloudProperty": PropertyKind.CLOUD}
_REFERENCES = {
    "deviceTemplateMigration": ("template", "deviceTemplates"),
    "deviceManifestMigration": ("manifest", "deploymentManifests"),
}


class Capability(msgspec.Struct, frozen=True):
    """What the path of a step leads to in a capability model."""

    component: str | None
    name: str
    interface: Any


def find(model: Any, path: str) -> Capability | None:
    """Answer the place of `member` or `component.member`; `None` without such a component."""
    component, dot, name = path.partition(".")
    if not dot:
        return Capability(None, path, model)
    entry = models.components(model).get(component)
    return Capability(component, name, models.interface_of(entry)) if entry else None


def faults(state: State, data: Sequence[Mapping[str, Any]]) -> list[str]:
    """List what the steps name that is not there, or what does not fit it."""
    return [fault for number, step in enumerate(data) for fault in _step_faults(state, step, number)]


def _step_faults(state: State, step: Mapping[str, Any], number: int) -> Iterator[str]:
    where = f".data[{number}]"
    if step["type"] in _REFERENCES:
        member, kind = _REFERENCES[step["type"]]
        if state.get(kind, step[member]) is None:
            yield f"{where}.{member} should exist in this application"
        return
    template = state.get("deviceTemplates", step["target"])
    if template is None:
        yield f"{where}.target should be the id of a device template of this application"
        return
    found = find(template["capabilityModel"], step["path"])
    if found is None or not _has(found, step["type"]):
        yield f"{where}.path should be a {_words(step['type'])} of the device template"
    elif step["type"] in _PROPERTY_KINDS and step.get("value") is not None:
        schema = models.properties(found.interface)[found.name].schema
        yield from value_faults(schema, step["value"], ("data", number, "value"))


def _has(found: Capability, kind: str) -> bool:
    if kind == "command":
        return found.name in models.commands(found.interface)
    known = models.properties(found.interface).get(found.name)
    return known is not None and known.kind is _PROPERTY_KINDS[kind]


def _words(kind: str) -> str:
    return {"property": "writable property", "cloudProperty": "cloud property"}.get(kind, kind)
