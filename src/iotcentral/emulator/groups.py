"""Device groups: who belongs to one at the moment of reading, and the one every template brings along."""

from __future__ import annotations

import uuid
from typing import Any

from iotcentral.emulator import fleet, models, organizations, twins
from iotcentral.emulator.language.evaluation import Read, holds
from iotcentral.emulator.language.filters import Filter, parse_filter, quoted
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.shapes import as_object, name_of
from iotcentral.emulator.world import World

__all__ = ["KIND", "drop_automatic", "make_automatic", "members"]

KIND = "deviceGroups"

_FIELDS = {
    "$displayName": "displayName",
    "$provisioned": "provisioned",
    "$simulated": "simulated",
    "$template": "template",
}


def members(
    world: World,
    group: dict[str, Any],
    after: str | None,
    limit: int,
    within: frozenset[str] | None = None,
) -> list[tuple[str, dict[str, Any]]]:
    """Answer up to `limit` devices of a group after an id, `within` organizations if told.

    A group of an organization has devices of that organization and those below it; a device without a
    template is in no group.
    """
    filter_ = parse_filter(group["filter"])
    reach = _reach(world, group, within)

    def wanted(id: str, device: dict[str, Any]) -> bool:
        return _belongs(world, filter_, id, device)

    return world.state.matching(fleet.KIND, after, limit, wanted, within=reach, lookup=filter_.template)


def make_automatic(world: World, template_id: str, template: dict[str, Any]) -> None:
    """Make the group of all devices of a new template; its id follows from the template's."""
    name = name_of(template.get("displayName")) or template_id
    group = {
        "displayName": f"{name} - All devices",
        "filter": f"SELECT * FROM devices WHERE $template = {quoted(template_id)}",  # noqa: S608 - the service's filter language
        "etag": world.makers.fixed_tag(template_id),
    }
    world.state.put(KIND, _automatic_id(world, template_id), group)


def drop_automatic(world: World, template_id: str) -> None:
    """Drop the group that came with a template."""
    world.state.remove(KIND, _automatic_id(world, template_id))


def _automatic_id(world: World, template_id: str) -> str:
    return str(uuid.uuid5(uuid.UUID(world.application.id), template_id))


def _reach(world: World, group: dict[str, Any], within: frozenset[str] | None) -> frozenset[str] | None:
    place = place_of(group)
    if place is None:
        return within
    own = organizations.below(organizations.parents(world.state), [place])
    return own if within is None else own & within


def _belongs(world: World, filter_: Filter, id: str, device: dict[str, Any]) -> bool:
    if "template" not in device:
        return False
    return filter_.condition is None or holds(filter_.condition, _reader(world, id, device))


def _reader(world: World, id: str, device: dict[str, Any]) -> Read:
    def read(member: str) -> Any:
        if member == "$id":
            return id
        if member in _FIELDS:
            return device.get(_FIELDS[member])
        return _property(world, id, device, member)

    return read


def _property(world: World, id: str, device: dict[str, Any], member: str) -> Any:
    """Answer a plain value: of a property, of a component's, or a field of one that is an object."""
    model, twin = fleet.model_of(world, device), fleet.twin_of(world, id)
    first, *rest = member.split(".")
    if rest and first in models.components(model):
        value = twins.values(twin, model, first).get(rest.pop(0))
    else:
        value = twins.values(twin, model).get(first)
    for name in rest:
        value = (as_object(value) or {}).get(name)
    return value
