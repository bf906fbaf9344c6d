"""The application, as the document imagines it can be read."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.applications import ORIGIN
from iotcentral.emulator.calls import Call
from iotcentral.emulator.control.offers import region_name
from iotcentral.emulator.control.settings import DEFAULT_TEMPLATE
from iotcentral.emulator.lifecycle import RESOURCE
from iotcentral.emulator.replies import Reply
from iotcentral.emulator.sources import millisecond_time

_LOCATION = "eastus"


def application_get(call: Call) -> Reply:
    """Answer the application; one that was not created through the control plane has made-up settings."""
    found = call.state.all(RESOURCE)
    resource: dict[str, Any] = found[0][1] if found else {}
    properties: dict[str, Any] = resource.get("properties", {})
    created: int = (call.state.get(ORIGIN, "default") or {}).get("created", 0)
    body = {
        "id": call.application.id,
        "displayName": properties.get("displayName", call.application.name),
        "template": properties.get("template", DEFAULT_TEMPLATE),
        "location": region_name(resource.get("location", _LOCATION)),
        "state": "Running",
        "createdTime": millisecond_time(created),
        "lastUpdatedTime": millisecond_time(resource.get("updated", created)),
    }
    return Reply(200, body)
