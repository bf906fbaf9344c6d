"""Checks on role assignments, shared by API tokens and users."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.calls import Call
from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.roles import assignable_roles

__all__ = ["check_grants", "unknown_organizations"]


def check_grants(call: Call, grants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answer the declared members of role assignments whose roles and organizations exist.

    Application roles are granted without an organization, organization roles with one.

    Raises:
        Problem: 400 naming the assignment.

    """
    for number, grant in enumerate(grants):
        organization = grant.get("organization")
        if organization is not None and unknown_organizations(call, [organization]):
            raise invalid_body(f".roles[{number}].organization should be an existing organization")
        if grant["role"] not in assignable_roles(call.state, organization=organization is not None):
            raise invalid_body(f".roles[{number}].role should be a role that can be assigned there")
    return [{name: grant[name] for name in ("role", "organization") if name in grant} for grant in grants]


def unknown_organizations(call: Call, ids: list[str]) -> list[str]:
    """Answer which of the organizations do not exist."""
    return [id for id in ids if call.state.get("organizations", id) is None]
