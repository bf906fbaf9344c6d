"""Organizations: a tree of five levels below the root, removed leaf first and only when empty."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import organizations as tree_of
from iotcentral.emulator import tokens
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.paging import answer_page
from iotcentral.emulator.replies import Reply, bad_request, conflict, invalid_body, not_found

_KIND = tree_of.KIND
_SCHEMA = "Organization"


def organizations_list(call: Call) -> Reply:
    """List the organizations the caller sees; the root is none."""
    within = call.scope.allowed

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = call.state.matching(_KIND, after, limit, lambda id, _: within is None or id in within)
        return [(id, _shown(call, id, body)) for id, body in found]

    return answer_page(call, rows)


def organizations_get(call: Call) -> Reply:
    """Answer one organization."""
    id = call.path["organizationId"]
    return Reply(200, _shown(call, id, _existing(call)))


def organizations_create(call: Call) -> Reply:
    """Create an organization, or replace its name and place."""
    id = call.path["organizationId"]
    earlier = call.state.get(_KIND, id)
    if earlier is not None:
        call.scope.check(id)
    elif len(call.state.all(_KIND)) >= tree_of.LIMIT:
        raise bad_request(f"There should NOT be more than {tree_of.LIMIT} organizations.")
    return _keep(call, {"displayName": id} | call.members(_SCHEMA), earlier)


def organizations_update(call: Call) -> Reply:
    """Rename an organization or move it, with all below it."""
    earlier = _existing(call)
    return _keep(call, merge_patch(earlier, call.members("OrganizationPatch")), earlier)


def organizations_remove(call: Call) -> Reply:
    """Drop an organization that has nothing below it and nothing in it."""
    id = call.path["organizationId"]
    _existing(call)
    if id in tree_of.parents(call.state).values():
        raise conflict("The organization has child organizations.", call.choices.conflict_code)
    if _has_content(call, id):
        raise conflict("The organization is not empty.", call.choices.conflict_code)
    call.state.remove(_KIND, id)
    return Reply(204)


def _existing(call: Call) -> dict[str, Any]:
    id = call.path["organizationId"]
    organization = call.state.get(_KIND, id)
    if organization is None:
        raise not_found()
    call.scope.check(id)
    return organization


def _keep(call: Call, organization: dict[str, Any], earlier: dict[str, Any] | None) -> Reply:
    id, parent = call.path["organizationId"], organization.get("parent")
    # The place counts where it is new: a caller may rename its own top organization, which hangs elsewhere.
    if earlier is None or earlier.get("parent") != parent:
        _check_parent(call, id, parent, is_new=earlier is None)
    call.state.put(_KIND, id, organization)
    return Reply(200, _shown(call, id, organization))


def _check_parent(call: Call, id: str, parent: str | None, *, is_new: bool) -> None:
    tree = tree_of.parents(call.state)
    if parent is not None and (parent not in tree or not call.scope.sees(parent)):
        raise invalid_body(".parent should be an existing organization")
    call.scope.check_place(parent)
    if not is_new and parent in tree_of.below(tree, [id]):
        raise invalid_body(".parent should NOT be the organization itself or one below it")
    height = 1 if is_new else tree_of.height_of(tree, id)
    if tree_of.depth_of(tree, parent) + height > tree_of.DEPTH_LIMIT:
        raise invalid_body(f".parent should NOT make the tree deeper than {tree_of.DEPTH_LIMIT} levels")


def _has_content(call: Call, id: str) -> bool:
    if call.state.belongs_to(id):
        return True
    holders = [body for kind in ("users", tokens.KIND) for _, body in call.state.all(kind)]
    return any(id in tree_of.grants_at(body) for body in holders)


def _shown(call: Call, id: str, organization: dict[str, Any]) -> dict[str, Any]:
    return call.shown(_SCHEMA, {"id": id} | organization)
