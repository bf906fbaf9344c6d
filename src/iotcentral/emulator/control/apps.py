"""Applications: created with a data plane, changed, deleted, listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from iotcentral.emulator import lifecycle
from iotcentral.emulator.control import private, settings
from iotcentral.emulator.control.background import DURATION, begin, in_background
from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.control.faults import create_denied, deleting, elsewhere, in_use
from iotcentral.emulator.control.names import ADVICE, NAME_IN_USE, SUBDOMAIN_IN_USE
from iotcentral.emulator.control.resources import Resource
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.replies import Reply

TYPE = "Microsoft.IoTCentral/IoTApps"

_CREATE = "createOrUpdateIotApplication"
_DELETE = "deleteIotApplication"

Headers = tuple[tuple[str, str], ...]


def apps_list_by_subscription(call: ControlCall) -> Reply:
    """List the applications of a subscription."""
    return _list(call, call.resources.within(call.path["subscriptionId"]))


def apps_list_by_resource_group(call: ControlCall) -> Reply:
    """List the applications of a resource group; every group is taken to exist."""
    group = call.path["resourceGroupName"]
    return _list(call, call.resources.within(call.path["subscriptionId"], group))


def apps_get(call: ControlCall) -> Reply:
    """Answer one application, with its weak ETag."""
    resource = call.resource()
    return Reply(200, _shown(call, resource), _weak(resource))


def apps_create_or_update(call: ControlCall) -> Reply:
    """Create an application whose data plane answers at once, or bring one to the settings given."""
    earlier = call.resources.get(call.key)
    if earlier is None:
        return _create(call)
    wanted = settings.put(call, earlier.body)
    if wanted["location"] != earlier.body["location"]:
        raise elsewhere(earlier.name, earlier.body["location"])
    resource, headers = _change(call, 200, earlier, wanted)
    return Reply(200, _shown(call, resource), headers)


def apps_update(call: ControlCall) -> Reply:
    """Merge members into an application; the version decides whether it ends before the answer."""
    earlier = call.resource()
    status = 202 if in_background(call, 202) else 200
    resource, headers = _change(call, status, earlier, settings.patched(call, earlier.body))
    return Reply(status, _shown(call, resource), headers or _weak(resource))


def apps_delete(call: ControlCall) -> Reply:
    """Delete an application with all it holds, at once or in the background as the version does."""
    resource = call.resources.get(call.key)
    if resource is None:
        return Reply(204)
    if not in_background(call, 202):
        call.resources.remove(resource)
        return Reply(200)
    if lifecycle.progress(resource.body, call.now) != lifecycle.DELETING:
        ending = lifecycle.running(lifecycle.DELETING, call.now + DURATION)
        resource = call.resources.keep(_with(resource, ending))
    headers = begin(call, 202, _DELETE, resource.body["location"], lifecycle.DELETING)
    return Reply(202, headers=headers)


def _create(call: ControlCall) -> Reply:
    """Make a new application.

    Raises:
        Problem: 400, 409 for a taken name or subdomain, 403 where creation is denied.

    """
    name = call.path["resourceName"]
    if call.denies_create:
        raise create_denied(call.choices.denied_create, call.path["subscriptionId"])
    settings.check_name(name)
    wanted = settings.put(call, None)
    subdomain = settings.subdomain_of(wanted["properties"])
    if call.resources.is_named(name):
        raise in_use(NAME_IN_USE, ADVICE)
    if call.resources.has_subdomain(subdomain):
        raise in_use(SUBDOMAIN_IN_USE, ADVICE)
    named = {"id": call.id, "name": name, "etag": call.makers.quoted_tag(), "updated": call.now}
    running, headers = _running(call, 201, lifecycle.CREATING, wanted["location"])
    resource = call.resources.create(call.key, subdomain, named | wanted | running)
    return Reply(201, _shown(call, resource), headers or (("ETag", resource.body["etag"]),))


def _change(
    call: ControlCall, status: int, earlier: Resource, wanted: Mapping[str, Any]
) -> tuple[Resource, Headers]:
    """Keep new settings, at another subdomain if they name one.

    Raises:
        Problem: 400 for a subdomain that cannot be, 409 for a taken one or a deletion under way.

    """
    if lifecycle.progress(earlier.body, call.now) == lifecycle.DELETING:
        raise deleting(earlier.name)
    subdomain = settings.subdomain_of(wanted["properties"])
    resource = earlier
    if subdomain.lower() != earlier.application.name:
        if call.resources.has_subdomain(subdomain):
            raise in_use(SUBDOMAIN_IN_USE, ADVICE)
        resource = call.resources.move(earlier, subdomain)
    running, headers = _running(call, status, lifecycle.UPDATING, wanted["location"])
    changed = {**wanted, "etag": call.makers.quoted_tag(), "updated": call.now, **running}
    return call.resources.keep(_with(resource, changed)), headers


def _running(call: ControlCall, status: int, progress: str, location: str) -> tuple[dict[str, Any], Headers]:
    """Start the operation that a version carries out in the background; nothing in other versions."""
    if not in_background(call, status):
        return {}, ()
    headers = begin(call, status, _CREATE, location, progress)
    return lifecycle.running(progress, call.now + DURATION), headers


def _with(resource: Resource, members: Mapping[str, Any]) -> Resource:
    return msgspec.structs.replace(resource, body={**resource.body, **members})


def _list(call: ControlCall, found: list[Resource]) -> Reply:
    return answer_page(call, rows_of([(resource.key, _shown(call, resource)) for resource in found]))


def _weak(resource: Resource) -> Headers:
    return (("ETag", f"W/{resource.body['etag']}"),)


def _shown(call: ControlCall, resource: Resource) -> dict[str, Any]:
    """Write an application as this version says it."""
    body = resource.body
    properties = {
        "provisioningState": lifecycle.progress(body, call.now),
        "applicationId": resource.application.id,
        **body["properties"],
        "state": "created",
        "privateEndpointConnections": private.shown_connections(call, resource),
    }
    members = {name: body[name] for name in ("id", "name")} | {"type": TYPE}
    members |= {name: body[name] for name in ("location", "tags")}
    members |= {"properties": properties, "sku": body["sku"], "identity": body["identity"]}
    return call.shown("App", members)
