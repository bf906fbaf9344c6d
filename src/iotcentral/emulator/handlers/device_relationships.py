"""Links between a gateway and the devices behind it, listed at both ends."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import fleet
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.places import device_of
from iotcentral.emulator.replies import Reply, invalid_body, not_found

_SCHEMA = "DeviceRelationship"
_ENDS = ("source", "target")


def devices_list_relationships(call: Call) -> Reply:
    """List the links that start from or lead to the device."""
    device_of(call)
    found = {key: link for end in _ENDS for key, link in _linked(call, end)}
    return answer_page(call, rows_of([(key, _shown(call, link)) for key, link in found.items()]))


def devices_get_relationship(call: Call) -> Reply:
    """Answer one link."""
    return Reply(200, _shown(call, _existing(call)[1]))


def devices_create_relationship(call: Call) -> Reply:
    """Link the device to another one, or point the link elsewhere; either end may be the device."""
    device_of(call)
    device, id = call.path["deviceId"], call.path["relationshipId"]
    return _keep(call, {"source": device} | call.members(_SCHEMA) | {"id": id})


def devices_update_relationship(call: Call) -> Reply:
    """Point the link to another device, or let it start from another one."""
    key, link = _existing(call)
    changed = merge_patch(link, call.members("DeviceRelationshipPatch"))
    if changed["source"] != link["source"]:
        if call.state.get(fleet.RELATIONSHIPS, _key(changed)) is not None:
            raise invalid_body(".source should be a device without a relationship of that id")
        call.state.remove(fleet.RELATIONSHIPS, key)
    return _keep(call, changed)


def devices_remove_relationship(call: Call) -> Reply:
    """Drop the link; the devices stay."""
    call.state.remove(fleet.RELATIONSHIPS, _existing(call)[0])
    return Reply(204)


def _existing(call: Call) -> tuple[str, dict[str, Any]]:
    """Answer the link of that id under the device; else the first one that leads to the device."""
    device_of(call)
    id = call.path["relationshipId"]
    own = fleet.key_of(call.path["deviceId"], id)
    link = call.state.get(fleet.RELATIONSHIPS, own)
    if link is not None:
        return own, link
    for key, other in _linked(call, "target"):
        if other["id"] == id:
            return key, other
    raise not_found()


def _linked(call: Call, end: str) -> list[tuple[str, dict[str, Any]]]:
    return call.state.where(fleet.RELATIONSHIPS, end, call.path["deviceId"])


def _key(link: dict[str, Any]) -> str:
    """Answer where a link is kept: its source and its id tell it, whichever end it is written at."""
    return fleet.key_of(link["source"], link["id"])


def _keep(call: Call, link: dict[str, Any]) -> Reply:
    if "target" not in link:
        raise invalid_body("should have required property 'target'")
    for end in _ENDS:
        if not _is_there(call, link[end]):
            raise invalid_body(f".{end} should be the id of a device of this application")
    if call.path["deviceId"] not in (link["source"], link["target"]):
        raise invalid_body(".source should be the device in the path")
    if link["source"] == link["target"]:
        raise invalid_body(".target should NOT be the source")
    call.state.put(fleet.RELATIONSHIPS, _key(link), link)
    return Reply(200, _shown(call, link))


def _is_there(call: Call, id: str) -> bool:
    device = call.state.get(fleet.KIND, id)
    return device is not None and call.scope.sees(place_of(device))


def _shown(call: Call, link: dict[str, Any]) -> dict[str, Any]:
    return call.shown(_SCHEMA, link)
