"""The built-in roles and what each may do; the table is our reading of the documentation's prose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from iotcentral.emulator.store import State

__all__ = ["ADMINISTRATOR", "BUILDER", "OPERATOR", "allowed", "assignable_roles", "roles_of", "visible_roles"]

ADMINISTRATOR = "ca310b8d-2f4a-44e0-a36e-957c202cd8d4"
BUILDER = "344138e9-8de4-4497-8c54-5237e96d6aaf"
OPERATOR = "ae2c9854-393b-4f97-8c42-479d70ce626e"

_APPLICATION_ROLES = {ADMINISTRATOR: "Administrator", BUILDER: "Builder", OPERATOR: "Operator"}
_ORGANIZATION_ROLES = {
    "c495eb57-eb18-489e-9802-62c474e5645c": "Org Admin",
    "b4935647-30e4-4ed3-9074-dcac66c2f8ef": "Org Operator",
    "84cc62c1-dabe-49d3-b16e-8b291232b285": "Org Viewer",
}

_EVERYBODY = frozenset(_APPLICATION_ROLES)
_BUILDERS = frozenset({ADMINISTRATOR, BUILDER})
_ADMINISTRATORS = frozenset({ADMINISTRATOR})

# Tag of the operation to who may read and who may write; what is not listed is the administrators'.
_PERMISSIONS = {
    "DeviceTemplates": (_EVERYBODY, _BUILDERS),
    "Devices": (_EVERYBODY, _EVERYBODY),
}


def visible_roles(state: State) -> list[tuple[str, dict[str, Any]]]:
    """List the roles there are, by id; the organization roles come with the first organization."""
    roles = _APPLICATION_ROLES | (_ORGANIZATION_ROLES if state.after("organizations", None, 1) else {})
    return [(id, {"id": id, "displayName": roles[id]}) for id in sorted(roles)]


def assignable_roles(state: State, *, organization: bool) -> frozenset[str]:
    """Answer which roles may be granted at an organization or, without one, for the whole application."""
    visible = {id for id, _ in visible_roles(state)}
    return frozenset(visible & set(_ORGANIZATION_ROLES if organization else _APPLICATION_ROLES))


def roles_of(assignments: Iterable[dict[str, Any]]) -> frozenset[str]:
    """Answer the roles held for the whole application."""
    return frozenset(grant["role"] for grant in assignments if "organization" not in grant)


def allowed(tag: str, method: str, roles: frozenset[str]) -> bool:
    """Say whether holders of the roles may call an operation of that tag."""
    readers, writers = _PERMISSIONS.get(tag, (_ADMINISTRATORS, _ADMINISTRATORS))
    return bool(roles & (readers if method == "GET" else writers))
