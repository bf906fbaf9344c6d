"""Roles: built in, read-only."""

from __future__ import annotations

from iotcentral.emulator.calls import Call
from iotcentral.emulator.paging import answer_page, rows_of
from iotcentral.emulator.replies import Reply, not_found
from iotcentral.emulator.roles import visible_roles


def roles_list(call: Call) -> Reply:
    """List the roles, by id."""
    return answer_page(call, rows_of(visible_roles(call.state)))


def roles_get(call: Call) -> Reply:
    """Answer one role."""
    role = dict(visible_roles(call.state)).get(call.path["roleId"])
    if role is None:
        raise not_found()
    return Reply(200, role)
