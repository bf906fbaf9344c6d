"""Devices: create-or-replace, merge, properties at the root and in components, credentials."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import models, twins
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import unknown_organizations
from iotcentral.emulator.keys import device_key
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.replies import Reply, invalid_body, not_found

_KIND = "devices"
_COMPONENT_MEMBERS = ("@id", "@type", "name", "displayName", "description", "comment")


def devices_list(call: Call) -> Reply:
    """List the devices, without their etags."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = call.state.after(_KIND, after, limit)
        return [(id, {"id": id} | {n: v for n, v in body.items() if n != "etag"}) for id, body in found]

    return answer_page(call, rows)


def devices_get(call: Call) -> Reply:
    """Answer one device."""
    return Reply(200, {"id": call.path["deviceId"]} | _existing(call))


def devices_create(call: Call) -> Reply:
    """Create or replace a device; what the body leaves out gets its default, `provisioned` stays."""
    id = call.path["deviceId"]
    earlier = call.state.get(_KIND, id)
    defaults = {"displayName": id, "simulated": False, "enabled": True}
    kept = {"provisioned": earlier["provisioned"] if earlier else False}
    return _keep(call, defaults | call.members("Device") | kept, created=earlier is None)


def devices_update(call: Call) -> Reply:
    """Merge members into a device."""
    merged = merge_patch(_existing(call), call.members("DevicePatch"))
    return _keep(call, merged, created=False)


def devices_remove(call: Call) -> Reply:
    """Drop a device and its properties."""
    _existing(call)
    call.state.remove(_KIND, call.path["deviceId"])
    call.state.remove(twins.KIND, call.path["deviceId"])
    return Reply(204)


def devices_get_credentials(call: Call) -> Reply:
    """Answer the id scope and the keys derived from the default group's keys."""
    _existing(call)
    id, application = call.path["deviceId"], call.application
    keys = {
        "primaryKey": device_key(application.primary_group_key, id),
        "secondaryKey": device_key(application.secondary_group_key, id),
    }
    return Reply(200, {"idScope": application.id_scope, "symmetricKey": keys})


def devices_list_components(call: Call) -> Reply:
    """List the components that the device's template gives it."""
    found = models.components(_model(call))
    items = [
        (name, {member: entry[member] for member in _COMPONENT_MEMBERS if member in entry})
        for name, entry in found.items()
    ]
    return answer_page(call, rows_of(items))


def devices_get_properties(call: Call) -> Reply:
    """Answer all properties: the root's, and an object for each component that has some."""
    return Reply(200, twins.shown(_twin(call), _model(call)))


def devices_update_properties(call: Call) -> Reply:
    """Change the given properties at the root and in components."""
    return _write_properties(call, twins.changed(_twin(call), _model(call), call.body, call.makers.clock()))


def devices_replace_properties(call: Call) -> Reply:
    """Set the given properties and unset all others the cloud has set, at the root and in components."""
    return _write_properties(call, twins.replaced(_twin(call), _model(call), call.body, call.makers.clock()))


def devices_get_component_properties(call: Call) -> Reply:
    """Answer the properties of one component."""
    interface = _component(call)
    return Reply(200, twins.shown_component(_twin(call), interface, call.path["componentName"]))


def devices_update_component_properties(call: Call) -> Reply:
    """Change the given properties of one component."""
    name, interface = call.path["componentName"], _component(call)
    return _write_properties(
        call, twins.changed_component(_twin(call), interface, name, call.body, call.makers.clock())
    )


def devices_replace_component_properties(call: Call) -> Reply:
    """Set the given properties of one component and unset its others."""
    name, interface = call.path["componentName"], _component(call)
    return _write_properties(
        call, twins.replaced_component(_twin(call), interface, name, call.body, call.makers.clock())
    )


def _existing(call: Call) -> dict[str, Any]:
    device = call.state.get(_KIND, call.path["deviceId"])
    if device is None:
        raise not_found()
    return device


def _keep(call: Call, device: dict[str, Any], *, created: bool) -> Reply:
    id, template = call.path["deviceId"], device.get("template")
    if template is not None and call.state.get("deviceTemplates", template) is None:
        raise invalid_body(".template should be the id of a device template of this application")
    if unknown_organizations(call, device.get("organizations", [])):
        raise invalid_body(".organizations should name existing organizations")
    if not device.get("organizations"):
        device.pop("organizations", None)
    device["etag"] = call.makers.device_etag(created=created)
    call.state.put(_KIND, id, device, lookup=template)
    return Reply(200, {"id": id} | device)


def _model(call: Call) -> Any:
    """Answer the capability model of the device's template; `None` for an unassigned device."""
    template = _existing(call).get("template")
    found = call.state.get("deviceTemplates", template) if template is not None else None
    return found["capabilityModel"] if found else None


def _component(call: Call) -> Any:
    """Answer the interface of the component in the path."""
    component = models.components(_model(call)).get(call.path["componentName"])
    if component is None:
        raise not_found()
    return models.interface_of(component)


def _twin(call: Call) -> twins.Twin:
    return call.state.get(twins.KIND, call.path["deviceId"]) or twins.empty()


def _write_properties(call: Call, outcome: tuple[twins.Twin, dict[str, Any]]) -> Reply:
    """Keep a changed twin and answer the echo of what was written."""
    twin, echo = outcome
    call.state.put(twins.KIND, call.path["deviceId"], twin)
    return Reply(202, echo)
