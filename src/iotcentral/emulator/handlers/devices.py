"""Devices: create-or-replace, merge, credentials, components and modules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from iotcentral.emulator import fleet, models
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.dtdl.vocabulary import types_of
from iotcentral.emulator.grants import belonging
from iotcentral.emulator.handlers.device_attestation import shown_attestation
from iotcentral.emulator.keys import device_key
from iotcentral.emulator.list_query import Fields
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.paging import answer_page, answer_stored, rows_of
from iotcentral.emulator.places import device_of, place_in
from iotcentral.emulator.replies import Reply, invalid_body

_SCHEMA = "Device"
_ENTRY_MEMBERS = ("@id", "@type", "name", "displayName", "description", "comment")
_EXPANDED = "deploymentManifest"
_FIELDS: Fields = MappingProxyType(
    {
        "id": lambda id, _: id,
        "displayName": lambda _, device: device.get("displayName"),
        "template": lambda _, device: device.get("template"),
        "type": lambda _, device: next(iter(device.get("type", ())), None),
        "scopes": lambda _, device: place_of(device),
        "enabled": lambda _, device: device.get("enabled"),
        "provisioned": lambda _, device: device.get("provisioned"),
        "simulated": lambda _, device: device.get("simulated"),
    }
)


def devices_list(call: Call) -> Reply:
    """List the devices, without their etags."""

    def show(id: str, device: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in _listed(call, id, device).items() if name != "etag"}

    return answer_stored(call, fleet.KIND, _SCHEMA, show, fields=_FIELDS)


def devices_get(call: Call) -> Reply:
    """Answer one device."""
    return _answer(call, device_of(call))


def devices_create(call: Call) -> Reply:
    """Create or replace a device; what the body leaves out gets its default, `provisioned` stays."""
    id = call.path["deviceId"]
    earlier = call.state.get(fleet.KIND, id)
    if earlier is not None:
        device_of(call)
        call.scope_for("Devices_Update").check(place_of(earlier))
    sent = call.members(_SCHEMA)
    if earlier is not None and sent.get("type", earlier.get("type")) != earlier.get("type"):
        raise invalid_body(".type should NOT be changed")
    defaults = {"displayName": id, "simulated": False, "enabled": True}
    kept = call.undeclared(_SCHEMA, earlier) | {"provisioned": bool(earlier and earlier["provisioned"])}
    kept |= {name: earlier[name] for name in ("type",) if earlier and name in earlier}
    return _keep(call, defaults | sent | kept, earlier)


def devices_update(call: Call) -> Reply:
    """Merge members into a device."""
    earlier = device_of(call)
    return _keep(call, merge_patch(earlier, call.members("DevicePatch")), earlier)


def devices_remove(call: Call) -> Reply:
    """Drop a device and all that belongs to it."""
    device_of(call)
    fleet.remove(call.world, call.path["deviceId"])
    return Reply(204)


def devices_get_credentials(call: Call) -> Reply:
    """Answer the id scope with the device's own attestation, or the keys derived from the default group's."""
    device_of(call)
    id, application = call.path["deviceId"], call.application
    credentials: dict[str, Any] = {"idScope": application.id_scope}
    own = call.state.get(fleet.ATTESTATIONS, id)
    if own is None:
        credentials["symmetricKey"] = {
            "primaryKey": device_key(application.primary_group_key, id),
            "secondaryKey": device_key(application.secondary_group_key, id),
        }
    else:
        credentials |= {name: value for name, value in shown_attestation(own).items() if name != "type"}
    return Reply(200, call.shown("DeviceCredentials", credentials))


def devices_list_components(call: Call) -> Reply:
    """List the components that the device's template gives it."""
    return _list_entries(call, models.components(place_in(call).root))


def devices_list_modules(call: Call) -> Reply:
    """List the edge modules that the device's template gives it."""
    return _list_entries(call, models.modules(fleet.model_of(call.world, device_of(call))))


def devices_list_module_components(call: Call) -> Reply:
    """List the components of an edge module."""
    return _list_entries(call, models.components(place_in(call).root))


def _list_entries(call: Call, entries: Mapping[str, Mapping[str, Any]]) -> Reply:
    items = [
        (name, {member: entry[member] for member in _ENTRY_MEMBERS if member in entry} | _types(entry))
        for name, entry in entries.items()
    ]
    return answer_page(call, rows_of(items))


def _types(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Write a module's types in the form the service has for them."""
    types = types_of(entry)
    return {"@type": ["Relationship", "EdgeModule"]} if "Relationship" in types else {}


def _keep(call: Call, device: dict[str, Any], earlier: dict[str, Any] | None) -> Reply:
    id, template = call.path["deviceId"], device.get("template")
    if template is not None and call.state.get("deviceTemplates", template) is None:
        raise invalid_body(".template should be the id of a device template of this application")
    device = belonging(call, device, earlier)
    return _answer(call, fleet.keep(call.world, id, device, created=earlier is None))


def _answer(call: Call, device: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, _listed(call, call.path["deviceId"], device)))


def _listed(call: Call, id: str, device: dict[str, Any]) -> dict[str, Any]:
    """Answer a device with its id; its deployment manifest shows only where it is asked for."""
    hidden = () if call.target.single("expand") == _EXPANDED else (_EXPANDED,)
    return {"id": id} | {name: value for name, value in device.items() if name not in hidden}
