"""What the steps of a job do to one device."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from iotcentral.emulator import commands, fleet, models, twins
from iotcentral.emulator.jobs.targets import find
from iotcentral.emulator.places import locate
from iotcentral.emulator.replies import Problem
from iotcentral.emulator.sources import moment_of
from iotcentral.emulator.world import World

__all__ = ["treat"]

Step = Mapping[str, Any]


def treat(world: World, device_id: str, data: Sequence[Step]) -> bool:
    """Do every step to a device, as far as they go; false when one fails or the device is gone."""
    return all(_EFFECTS[step["type"]](world, device_id, step) for step in data)


def _set_property(world: World, device_id: str, step: Step) -> bool:
    """Write what the cloud wants; the device counts as done before it acknowledges."""
    device = _target(world, device_id, step)
    found = find(fleet.model_of(world, device), step["path"]) if device else None
    if device is None or found is None:
        return False
    twin, now, values = fleet.twin_of(world, device_id), moment_of(world.now), {found.name: step.get("value")}
    try:
        if found.component is None:
            twin, _ = twins.changed(twin, found.interface, values, now)
        else:
            twin, _ = twins.changed_component(twin, found.interface, found.component, values, now)
    except Problem:
        # The template has changed since the job was made.
        return False
    fleet.keep_twin(world, device_id, device, twin)
    return True


def _run_command(world: World, device_id: str, step: Step) -> bool:
    device = _target(world, device_id, step)
    found = find(fleet.model_of(world, device), step["path"]) if device else None
    if device is None or found is None or found.name not in models.commands(found.interface):
        return False
    place = locate(world, device_id, device, None, found.component)
    if place is None or not commands.answers(place, found.name):
        return False
    commands.run(world, place, found.name, {"request": step["value"]} if "value" in step else {})
    return True


def _migrate_template(world: World, device_id: str, step: Step) -> bool:
    device = world.state.get(fleet.KIND, device_id)
    if device is None or world.state.get("deviceTemplates", step["template"]) is None:
        return False
    fleet.keep(world, device_id, device | {"template": step["template"]}, created=False)
    return True


def _migrate_manifest(world: World, device_id: str, step: Step) -> bool:
    device = world.state.get(fleet.KIND, device_id)
    manifest = world.state.get("deploymentManifests", step["manifest"])
    if device is None or manifest is None:
        return False
    carried = {"id": step["manifest"]} | manifest
    fleet.keep(world, device_id, device | {"deploymentManifest": carried}, created=False)
    return True


def _target(world: World, device_id: str, step: Step) -> dict[str, Any] | None:
    """Answer the device if it has the template that the step is for."""
    device = world.state.get(fleet.KIND, device_id)
    return device if device is not None and device.get("template") == step["target"] else None


_EFFECTS: Mapping[str, Callable[[World, str, Step], bool]] = MappingProxyType(
    {
        "cloudProperty": _set_property,
        "command": _run_command,
        "deviceManifestMigration": _migrate_manifest,
        "deviceTemplateMigration": _migrate_template,
        "property": _set_property,
    }
)
