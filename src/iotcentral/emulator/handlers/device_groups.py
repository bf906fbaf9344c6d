"""Device groups: filters that are kept as sent, and evaluated when members are asked for."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from iotcentral.emulator import groups
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import belonging
from iotcentral.emulator.language.filters import parse_filter
from iotcentral.emulator.language.lexer import LanguageError
from iotcentral.emulator.list_query import Fields
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.paging import answer_page, answer_stored
from iotcentral.emulator.replies import Reply, invalid_body, not_found

_SCHEMA = "DeviceGroup"
_FIELDS: Fields = MappingProxyType(
    {
        "id": lambda id, _: id,
        "displayName": lambda _, group: group.get("displayName"),
        "description": lambda _, group: group.get("description"),
    }
)


def device_groups_list(call: Call) -> Reply:
    """List the groups the caller sees, those of the templates included."""
    return answer_stored(call, groups.KIND, _SCHEMA, lambda id, group: {"id": id} | group, fields=_FIELDS)


def device_groups_get(call: Call) -> Reply:
    """Answer one group."""
    return _answer(call, _existing(call))


def device_groups_create(call: Call) -> Reply:
    """Create or replace a group."""
    earlier = call.state.get(groups.KIND, call.path["deviceGroupId"])
    if earlier is not None:
        _existing(call)
    return _keep(call, call.undeclared(_SCHEMA, earlier) | call.members(_SCHEMA), earlier)


def device_groups_update(call: Call) -> Reply:
    """Merge members into a group."""
    earlier = _existing(call)
    return _keep(call, merge_patch(earlier, call.members("DeviceGroupPatch")), earlier)


def device_groups_remove(call: Call) -> Reply:
    """Drop a group; its devices stay."""
    _existing(call)
    call.state.remove(groups.KIND, call.path["deviceGroupId"])
    return Reply(204)


def device_groups_get_devices(call: Call) -> Reply:
    """List the devices that belong to the group now."""
    group, world = _existing(call), call.world

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = groups.members(world, group, after, limit, call.scope.allowed)
        return [(id, call.shown("Device", {"id": id} | _listed(device))) for id, device in found]

    return answer_page(call, rows)


def _existing(call: Call) -> dict[str, Any]:
    group = call.state.get(groups.KIND, call.path["deviceGroupId"])
    if group is None:
        raise not_found()
    call.scope.check(place_of(group))
    return group


def _keep(call: Call, group: dict[str, Any], earlier: dict[str, Any] | None) -> Reply:
    try:
        parse_filter(group["filter"])
    except LanguageError as error:
        raise invalid_body(f".filter should be a device filter: {error}") from None
    group = belonging(call, group, earlier) | {"etag": call.makers.quoted_tag()}
    call.state.put(groups.KIND, call.path["deviceGroupId"], group)
    return _answer(call, group)


def _answer(call: Call, group: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, {"id": call.path["deviceGroupId"]} | group))


def _listed(device: dict[str, Any]) -> dict[str, Any]:
    """Answer a device as lists have it."""
    return {name: value for name, value in device.items() if name not in ("etag", "deploymentManifest")}
