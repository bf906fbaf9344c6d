"""The built-in roles and what each may do; the table is our reading of the documentation's prose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from iotcentral.emulator.documents import Operation
from iotcentral.emulator.store import State

__all__ = [
    "ADMINISTRATOR",
    "APPLICATION_ROLES",
    "BUILDER",
    "OPERATOR",
    "ORG_ADMIN",
    "ORG_OPERATOR",
    "ORG_VIEWER",
    "assignable_roles",
    "holders",
    "roles_of",
    "visible_roles",
]

ADMINISTRATOR = "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"
BUILDER = "344138e9-8de4-4497-8c54-5237e96d6aaf"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"
ORG_ADMIN = "c495eb57-eb18-489e-9802-62c474e5645c"
ORG_OPERATOR = "b4935647-30e4-4ed3-9074-dcac66c2f8ef"
ORG_VIEWER = "84cc62c1-dabe-49d3-b16e-8b291232b285"

APPLICATION_ROLES = {ADMINISTRATOR: "Administrator", BUILDER: "Builder", OPERATOR: "Operator"}
_ORGANIZATION_ROLES = {ORG_ADMIN: "Org Admin", ORG_OPERATOR: "Org Operator", ORG_VIEWER: "Org Viewer"}

_EVERYBODY = frozenset({*APPLICATION_ROLES, *_ORGANIZATION_ROLES})
_BUILDERS = frozenset({ADMINISTRATOR, BUILDER})
_ADMINISTRATORS = frozenset({ADMINISTRATOR})
_PEOPLE_ADMINISTRATORS = frozenset({ADMINISTRATOR, ORG_ADMIN})
_EDITORS = frozenset({*APPLICATION_ROLES, ORG_ADMIN})
_HANDS_ON = _EDITORS | {ORG_OPERATOR}

# Tag of the operation to who may read and who may write; what is not listed is the administrators'.
_PERMISSIONS = {
    "Application": (_EVERYBODY, _ADMINISTRATORS),
    "Commands": (_EVERYBODY, _HANDS_ON),
    "Dashboards": (_EVERYBODY, _HANDS_ON),
    "DeploymentManifests": (_EVERYBODY, _BUILDERS),
    "DeviceGroups": (_EVERYBODY, _HANDS_ON),
    "DeviceTemplates": (_EVERYBODY, _BUILDERS),
    "Devices": (_EVERYBODY, _EDITORS),
    "Jobs": (_EVERYBODY, _EDITORS),
    "Properties": (_EVERYBODY, _EDITORS),
    "Organizations": (_EVERYBODY, _PEOPLE_ADMINISTRATORS),
    "Query": (_EVERYBODY, _EVERYBODY),
    "Roles": (_PEOPLE_ADMINISTRATORS, _ADMINISTRATORS),
    "ScheduledJobs": (_EVERYBODY, _EDITORS),
    "Telemetry": (_EVERYBODY, _EDITORS),
    "Users": (_PEOPLE_ADMINISTRATORS, _PEOPLE_ADMINISTRATORS),
}
# Where one operation differs from its tag: keys are for who connects devices; adding a device and running
# its commands is also for the operators of an organization.
_EXCEPTIONS = {
    "Devices_Create": _HANDS_ON,
    "Devices_GetAttestation": _HANDS_ON,
    "Devices_GetCredentials": _HANDS_ON,
    "Devices_RunCommand": _HANDS_ON,
    "Devices_RunComponentCommand": _HANDS_ON,
    "Devices_RunModuleCommand": _HANDS_ON,
    "Devices_RunModuleComponentCommand": _HANDS_ON,
}


def visible_roles(state: State) -> list[tuple[str, dict[str, Any]]]:
    """List the roles there are, by id; the organization roles come with the first organization."""
    roles = APPLICATION_ROLES | (_ORGANIZATION_ROLES if state.after("organizations", None, 1) else {})
    return [(id, {"id": id, "displayName": roles[id]}) for id in sorted(roles)]


def assignable_roles(state: State, *, organization: bool) -> frozenset[str]:
    """Answer which roles may be granted at an organization or, without one, for the whole application."""
    visible = {id for id, _ in visible_roles(state)}
    return frozenset(visible & set(_ORGANIZATION_ROLES if organization else APPLICATION_ROLES))


def roles_of(assignments: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Answer the roles held for the whole application."""
    return frozenset(grant["role"] for grant in assignments if "organization" not in grant)


def holders(operation: Operation) -> frozenset[str]:
    """Answer the roles that may call an operation."""
    if operation.id in _EXCEPTIONS:
        return _EXCEPTIONS[operation.id]
    readers, writers = _PERMISSIONS.get(operation.tag, (_ADMINISTRATORS, _ADMINISTRATORS))
    return readers if operation.method == "GET" else writers
