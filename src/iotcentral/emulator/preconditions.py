"""`If-Match` and the `etag` of a body: writes that hold only for the state the caller has read."""

from __future__ import annotations

import re
from typing import Any

from iotcentral.emulator.calls import Call
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.replies import precondition_failed
from iotcentral.emulator.shapes import as_object

__all__ = ["check_preconditions"]

# Tag of the operation to the kind of its documents and the path parameter that names one.
_RESOURCES = {
    "Dashboards": ("dashboards", "dashboardId"),
    "DeploymentManifests": ("deploymentManifests", "deploymentManifestId"),
    "Destinations": ("destinations", "destinationId"),
    "DeviceGroups": ("deviceGroups", "deviceGroupId"),
    "DeviceTemplates": ("deviceTemplates", "deviceTemplateId"),
    "Devices": ("devices", "deviceId"),
    "EnrollmentGroups": ("enrollmentGroups", "enrollmentGroupId"),
    "Exports": ("exports", "exportId"),
    "FileUploads": ("fileUploads", ""),
    "Organizations": ("organizations", "organizationId"),
    "ScheduledJobs": ("scheduledJobs", "scheduledJobId"),
    "Users": ("users", "userId"),
}
_VERBS = frozenset({"Create", "Update", "Remove"})
_ONLY = "default"
_TAG = re.compile(r'\s*((?:W/)?"(?:[^"\\]|\\.)*"|[^,"\s]+)\s*(?:,|\Z)')


def check_preconditions(call: Call) -> None:
    """Refuse a write whose `If-Match` (or, by choice, body `etag`) is not that of the resource.

    What the caller cannot see, or is not there, is left to the handler to refuse.

    Raises:
        Problem: 412.

    """
    tag, _, verb = call.operation.id.partition("_")
    if verb not in _VERBS or tag not in _RESOURCES:
        return
    kind, parameter = _RESOURCES[tag]
    current = call.state.get(kind, call.path[parameter] if parameter else _ONLY)
    if current is None and verb != "Create":
        return
    if current is not None and not call.scope.sees(place_of(current)):
        return
    if call.if_match is not None and not _matches(call.if_match, current):
        raise precondition_failed(call.choices.precondition_code)
    sent = (as_object(call.body) or {}).get("etag")
    if call.choices.body_etag and current is not None and sent not in (None, current.get("etag")):
        raise precondition_failed(call.choices.precondition_code)


def _matches(header: str, current: dict[str, Any] | None) -> bool:
    if current is None:
        return False
    if header.strip() == "*":
        return True
    etag = current.get("etag")
    # A client may send the etag of a body as it stands, or quoted as HTTP wants it.
    return etag is not None and any(found in (etag, f'"{etag}"') for found in _TAG.findall(header))
