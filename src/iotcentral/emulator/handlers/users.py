"""Users: people, service principals and groups, each with roles; one administrator always stays."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import check_grants
from iotcentral.emulator.organizations import grants_at
from iotcentral.emulator.paging import answer_page
from iotcentral.emulator.replies import Reply, bad_request, forbidden, invalid_body, not_found
from iotcentral.emulator.roles import ADMINISTRATOR, roles_of

_KIND = "users"


def users_list(call: Call) -> Reply:
    """List the users with a role where the caller may see them, of the kinds the api-version knows."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = call.state.matching(_KIND, after, limit, lambda _, user: _is_visible(call, user))
        return [(id, _shown(call, id, user)) for id, user in found]

    return answer_page(call, rows)


def users_get(call: Call) -> Reply:
    """Answer one user."""
    return Reply(200, _shown(call, call.path["userId"], _existing(call)))


def users_create(call: Call) -> Reply:
    """Create or replace a user."""
    if call.state.get(_KIND, call.path["userId"]) is not None:
        _check_change(call, _existing(call))
    return _keep(call, call.members(_branch(call)))


def users_update(call: Call) -> Reply:
    """Merge members into a user; its type stays."""
    user = _existing(call)
    _check_change(call, user)
    if call.body.get("type", user["type"]) != user["type"]:
        raise invalid_body(".type should be equal to constant")
    merged = merge_patch(user, call.members("UserPatch"))
    if faults := call.errors("User", merged):
        raise invalid_body(*faults)
    return _keep(call, merged)


def users_remove(call: Call) -> Reply:
    """Drop a user."""
    _check_change(call, _existing(call))
    call.state.remove(_KIND, call.path["userId"])
    _check_administrator(call)
    return Reply(204)


def _branch(call: Call) -> str:
    mapping: dict[str, str] = call.document.schemas["User"]["discriminator"]["mapping"]
    return mapping[call.body["type"]].rpartition("/")[2]


def _existing(call: Call) -> dict[str, Any]:
    user = call.state.get(_KIND, call.path["userId"])
    if user is None or not _is_visible(call, user):
        raise not_found()
    return user


def _is_visible(call: Call, user: dict[str, Any]) -> bool:
    allowed = call.scope.allowed
    return (allowed is None or bool(grants_at(user) & allowed)) and call.can_say("User", user)


def _check_change(call: Call, user: dict[str, Any]) -> None:
    """Refuse to change a user who also has roles out of the caller's reach."""
    allowed = call.scope.allowed
    if allowed is not None and not grants_at(user) <= allowed:
        raise forbidden()


def _shown(call: Call, id: str, user: dict[str, Any]) -> dict[str, Any]:
    return call.shown("User", {"id": id} | user)


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
    return Reply(200, _shown(call, id, user))


def _check_administrator(call: Call) -> None:
    """Refuse the change just made if it leaves no administrator; the engine takes it back."""
    if not any(ADMINISTRATOR in roles_of(user["roles"]) for _, user in call.state.all(_KIND)):
        raise bad_request("There must be at least one administrator.")
