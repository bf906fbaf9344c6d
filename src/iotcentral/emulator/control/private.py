"""Private endpoint connections of an application, and what a private network needs to reach it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from iotcentral.emulator import lifecycle
from iotcentral.emulator.control.background import DURATION, begin
from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.control.faults import resource_not_found
from iotcentral.emulator.control.resources import Resource
from iotcentral.emulator.replies import Problem, Reply

KIND = "privateEndpointConnections"
GROUP = "iotApp"

_TYPE = "Microsoft.IoTCentral/IoTApps"
_PREFIXES = ("iotc", "iothub-ns", "saas-dps")
_ZONES = (
    "privatelink.azureiotcentral.com",
    "privatelink.azure-devices.net",
    "privatelink.servicebus.windows.net",
    "privatelink.azure-devices-provisioning.net",
)
_UPDATE = "updatePrivateEndpointConnection"
_DELETE = "deletePrivateEndpointConnection"
_UNDECIDED = {"status": "Pending", "description": "", "actionsRequired": "None"}


def private_endpoint_connections_list(call: ControlCall) -> Reply:
    """List all connections of an application."""
    shown = shown_connections(call, call.resource())
    return _whole(call, [(found["name"], found) for found in shown])


def private_endpoint_connections_get(call: ControlCall) -> Reply:
    """Answer one connection."""
    resource = call.resource()
    found = _found(call, resource)
    if found is None:
        raise _not_found(call)
    return Reply(200, call.shown("PrivateEndpointConnection", _shown(resource, found)))


def private_endpoint_connections_create(call: ControlCall) -> Reply:
    """Approve or reject a connection.

    The endpoint's own side is not emulated, so a name that is not there yet makes the connection as well.
    """
    resource = call.resource()
    earlier = _found(call, resource) or _new(call)
    decided: dict[str, Any] = call.body.get("properties", {}).get("privateLinkServiceConnectionState", {})
    state = {name: decided.get(name, value) for name, value in earlier["state"].items()}
    connection = earlier | {"state": state}
    _keep(call, resource, connection)
    headers = begin(call, 200, _UPDATE, resource.body["location"], lifecycle.UPDATING)
    return Reply(200, call.shown("PrivateEndpointConnection", _shown(resource, connection)), headers)


def private_endpoint_connections_delete(call: ControlCall) -> Reply:
    """Remove a connection in the background; one that is not there is a success."""
    resource = call.resource()
    found = _found(call, resource)
    if found is None:
        return Reply(204)
    _keep(call, resource, found | lifecycle.running(lifecycle.DELETING, call.now + DURATION))
    return Reply(202, headers=begin(call, 202, _DELETE, resource.body["location"], lifecycle.DELETING))


def private_links_list(call: ControlCall) -> Reply:
    """List the groups that private endpoints can connect to: one."""
    return _whole(call, [(GROUP, call.shown("PrivateLinkResource", _link(call.resource())))])


def private_links_get(call: ControlCall) -> Reply:
    """Answer the one group with its DNS names."""
    link = _link(call.resource())
    if call.path["groupId"] != GROUP:
        raise _not_found(call)
    return Reply(200, call.shown("PrivateLinkResource", link))


def shown_connections(call: ControlCall, resource: Resource) -> list[dict[str, Any]]:
    """Write the connections of an application, in the order of their names."""
    if "PrivateEndpointConnection" not in call.document.schemas:
        return []
    found = call.state_of(resource).all(KIND)
    return [
        call.shown("PrivateEndpointConnection", _shown(resource, connection))
        for _, connection in found
        if not lifecycle.is_gone(connection, call.now)
    ]


def _whole(call: ControlCall, items: list[tuple[str, Any]]) -> Reply:
    """Answer a list that has no link to more."""
    return Reply(200, {"value": [item for _, item in items]})


def _found(call: ControlCall, resource: Resource) -> dict[str, Any] | None:
    name = call.path["privateEndpointConnectionName"]
    connection = call.state_of(resource).get(KIND, name.lower())
    return None if connection is None or lifecycle.is_gone(connection, call.now) else connection


def _new(call: ControlCall) -> dict[str, Any]:
    group = f"/subscriptions/{call.path['subscriptionId']}/resourceGroups/{call.path['resourceGroupName']}"
    name = call.path["privateEndpointConnectionName"]
    endpoint = f"{group}/providers/Microsoft.Network/privateEndpoints/{name}"
    return {"name": name, "endpoint": endpoint, "state": dict(_UNDECIDED)}


def _keep(call: ControlCall, resource: Resource, connection: Mapping[str, Any]) -> None:
    call.state_of(resource).put(KIND, connection["name"].lower(), dict(connection))


def _not_found(call: ControlCall) -> Problem:
    return resource_not_found(call.path["resourceGroupName"], call.path["resourceName"])


def _shown(resource: Resource, connection: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{resource.body['id']}/{KIND}/{connection['name']}",
        "name": connection["name"],
        "type": f"{_TYPE}/{KIND}",
        "properties": {
            "groupIds": [GROUP],
            "privateEndpoint": {"id": connection["endpoint"]},
            "privateLinkServiceConnectionState": connection["state"],
        },
    }


def _link(resource: Resource) -> dict[str, Any]:
    own = uuid.UUID(resource.application.id)
    members = [f"{prefix}-{uuid.uuid5(own, prefix)}" for prefix in _PREFIXES]
    return {
        "id": f"{resource.body['id']}/privateLinkResources/{GROUP}",
        "name": GROUP,
        "type": f"{_TYPE}/privateLinkResources",
        "properties": {
            "groupId": GROUP,
            "requiredMembers": [resource.application.name, *members],
            "requiredZoneNames": list(_ZONES),
        },
    }
