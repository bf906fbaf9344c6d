"""Users: people, service principals and groups, each with roles; one administrator always stays."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import check_grants
from iotcentral.emulator.paging import answer_page
from iotcentral.emulator.replies import Reply, bad_request, invalid_body, not_found
from iotcentral.emulator.roles import ADMINISTRATOR, roles_of

_KIND = "users"


def users_list(call: Call) -> Reply:
    """List the users."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        return [(id, {"id": id} | user) for id, user in call.state.after(_KIND, after, limit)]

    return answer_page(call, rows)


def users_get(call: Call) -> Reply:
    """Answer one user."""
    return Reply(200, {"id": call.path["userId"]} | _existing(call))


def users_create(call: Call) -> Reply:
    """Create or replace a user."""
    return _keep(call, call.members(_branch(call)))


def users_update(call: Call) -> Reply:
    """Merge members into a user; its type stays."""
    user = _existing(call)
    if call.body.get("type", user["type"]) != user["type"]:
        raise invalid_body(".type should be equal to constant")
    merged = merge_patch(user, call.members("UserPatch"))
    if faults := call.errors("User", merged):
        raise invalid_body(*faults)
    return _keep(call, merged)


def users_remove(call: Call) -> Reply:
    """Drop a user."""
    _existing(call)
    call.state.remove(_KIND, call.path["userId"])
    _check_administrator(call)
    return Reply(204)


def _branch(call: Call) -> str:
    mapping: dict[str, str] = call.document.schemas["User"]["discriminator"]["mapping"]
    return mapping[call.body["type"]].rpartition("/")[2]


def _existing(call: Call) -> dict[str, Any]:
    user = call.state.get(_KIND, call.path["userId"])
    if user is None:
        raise not_found()
    return user


def _keep(call: Call, user: dict[str, Any]) -> Reply:
    id = call.path["userId"]
    user = user | {"roles": check_grants(call, user["roles"])}
    email = user["email"].lower() if user["type"] == "email" else None
    if email is not None:
        user["email"] = email
        if set(call.state.found_by(_KIND, email)) - {id}:
            raise invalid_body(".email should be unique")
    call.state.put(_KIND, id, user, lookup=email)
    _check_administrator(call)
    return Reply(200, {"id": id} | user)


def _check_administrator(call: Call) -> None:
    """Refuse the change just made if it leaves no administrator; the engine takes it back."""
    if not any(ADMINISTRATOR in roles_of(user["roles"]) for _, user in call.state.all(_KIND)):
        raise bad_request("There must be at least one administrator.")
