"""Checks on where things belong: role assignments of tokens and users, organizations of resources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iotcentral.emulator.calls import Call
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.roles import assignable_roles

__all__ = ["belonging", "check_grants"]


def check_grants(call: Call, grants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answer the declared members of role assignments whose roles and organizations exist.

    Application roles are granted without an organization, organization roles with one; a caller of an
    organization grants nothing outside of it.

    Raises:
        Problem: 400 naming the assignment, 403 for one the caller may not make.

    """
    for number, grant in enumerate(grants):
        organization = grant.get("organization")
        if organization is not None and _unknown(call, organization):
            raise invalid_body(f".roles[{number}].organization should be an existing organization")
        if grant["role"] not in assignable_roles(call.state, organization=organization is not None):
            raise invalid_body(f".roles[{number}].role should be a role that can be assigned there")
        call.scope.check_place(organization)
    return [{name: grant[name] for name in ("role", "organization") if name in grant} for grant in grants]


def belonging(call: Call, body: dict[str, Any], earlier: Mapping[str, Any] | None) -> dict[str, Any]:
    """Answer a resource with the organization it is to belong to, checked; none at the root.

    What a caller of an organization makes without naming one belongs to the caller's; replacing keeps it
    where it is.

    Raises:
        Problem: 400 for an organization that does not exist or more than one, 403 for one out of reach.

    """
    named: list[str] = body.get("organizations", [])
    if len(named) > 1:
        raise invalid_body(".organizations should NOT have more than 1 items")
    if not named and call.scope.home is not None:
        at = place_of(earlier) if earlier else call.scope.home
        named = [] if at is None or _is_named(call, body) else [at]
    if any(_unknown(call, organization) for organization in named):
        raise invalid_body(".organizations should name existing organizations")
    call.scope.check_place(named[0] if named else None)
    rest = {name: value for name, value in body.items() if name != "organizations"}
    return rest | ({"organizations": named} if named else {})


def _is_named(call: Call, body: Mapping[str, Any]) -> bool:
    """Say whether the caller spoke of the organization, be it by null."""
    return "organizations" in body or "organizations" in call.body


def _unknown(call: Call, organization: str) -> bool:
    """Say whether there is no such organization, as far as the caller can tell."""
    return call.state.get("organizations", organization) is None or not call.scope.sees(organization)
