"""The tree of organizations (dossier 1.3, 8.2)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.emulator import organizations
from tests.emulator.harness import ORG_ADMIN, ORG_OPERATOR, ORG_VIEWER, Service

_PATH = "/organizations"


def test_no_organization_is_there_at_first(service: Service) -> None:
    assert service.ok("GET", _PATH) == {"value": []}


def test_first_level_has_no_parent_and_no_etag(service: Service) -> None:
    created = service.ok("PUT", f"{_PATH}/north", {"displayName": "North"})
    assert created == {"id": "north", "displayName": "North"}
    assert service.ok("GET", f"{_PATH}/north") == created


def test_name_left_out_is_the_id(service: Service) -> None:
    assert service.ok("PUT", f"{_PATH}/north", {}) == {"id": "north", "displayName": "north"}


def test_list_is_flat(tree: Service) -> None:
    listed = tree.ok("GET", _PATH)["value"]
    assert [(each["id"], each.get("parent")) for each in listed] == [
        ("north", None),
        ("oslo", "north"),
        ("port", "oslo"),
        ("south", None),
    ]


def test_organization_roles_come_with_the_first_organization(service: Service) -> None:
    before = {role["id"] for role in service.ok("GET", "/roles")["value"]}
    service.ok("PUT", f"{_PATH}/north", {})
    after = {role["id"] for role in service.ok("GET", "/roles")["value"]}
    assert after - before == {ORG_ADMIN, ORG_OPERATOR, ORG_VIEWER}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize("parent", ["none", "north", "port"])
def test_parent_must_exist_and_not_lie_below(tree: Service, method: str, parent: str) -> None:
    answer = tree.call(method, f"{_PATH}/north", {"parent": parent})
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert ".parent" in answer.sentence


def test_tree_is_five_levels_deep_at_most(tree: Service) -> None:
    tree.ok("PUT", f"{_PATH}/quay", {"parent": "port"})
    tree.ok("PUT", f"{_PATH}/crane", {"parent": "quay"})
    assert tree.call("PUT", f"{_PATH}/hook", {"parent": "crane"}).status == 400


def test_move_that_makes_the_tree_too_deep_is_refused(tree: Service) -> None:
    tree.ok("PUT", f"{_PATH}/coast", {"parent": "south"})
    assert tree.call("PATCH", f"{_PATH}/north", {"parent": "coast"}).status == 200
    assert tree.call("PATCH", f"{_PATH}/oslo", {"parent": "north", "displayName": "O"}).status == 200
    tree.ok("PUT", f"{_PATH}/west", {})
    assert tree.call("PATCH", f"{_PATH}/south", {"parent": "west"}).status == 400


def test_patch_renames_and_null_moves_to_the_first_level(tree: Service) -> None:
    assert tree.ok("PATCH", f"{_PATH}/oslo", {"displayName": "O"}) == {
        "id": "oslo",
        "displayName": "O",
        "parent": "north",
    }
    assert tree.ok("PATCH", f"{_PATH}/oslo", {"parent": None}) == {"id": "oslo", "displayName": "O"}


def test_no_more_than_two_hundred(service: Service) -> None:
    for number in range(organizations.LIMIT):
        service.ok("PUT", f"{_PATH}/o{number}", {})
    assert service.call("PUT", f"{_PATH}/one-more", {}).status == 400
    service.ok("PUT", f"{_PATH}/o1", {"displayName": "One"})


def test_leaf_goes_before_its_parent(service: Service) -> None:
    service.ok("PUT", f"{_PATH}/north", {})
    service.ok("PUT", f"{_PATH}/oslo", {"parent": "north"})
    answer = service.call("DELETE", f"{_PATH}/north")
    assert (answer.status, answer.code) == (409, "Conflict")
    service.ok("DELETE", f"{_PATH}/oslo")
    service.ok("DELETE", f"{_PATH}/north")
    assert service.call("GET", f"{_PATH}/north").status == 404


_GRANT = [{"role": ORG_VIEWER, "organization": "north"}]
_AT_NORTH: dict[str, tuple[str, dict[str, Any]]] = {
    "device": ("/devices/d", {"organizations": ["north"]}),
    "group": (
        "/deviceGroups/g",
        {"displayName": "g", "filter": "SELECT * FROM devices", "organizations": ["north"]},
    ),
    "token": ("/apiTokens/t", {"roles": _GRANT}),
    "user": ("/users/u", {"type": "email", "email": "a@b.example", "roles": _GRANT}),
}


@pytest.mark.parametrize("content", list(_AT_NORTH))
def test_organization_with_content_stays(service: Service, content: str) -> None:
    path, body = _AT_NORTH[content]
    service.ok("PUT", f"{_PATH}/north", {})
    service.ok("PUT", path, body)
    assert service.call("DELETE", f"{_PATH}/north").status == 409
    service.ok("DELETE", path)
    service.ok("DELETE", f"{_PATH}/north")


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PATCH", {}), ("DELETE", None)])
def test_unknown_organization_is_404(service: Service, method: str, body: object) -> None:
    assert service.call(method, f"{_PATH}/none", body).status == 404


@st.composite
def trees(draw: st.DrawFn) -> dict[str, str | None]:
    """Trees in which every node hangs below an earlier one or the root."""
    made: dict[str, str | None] = {}
    for number in range(draw(st.integers(1, 12))):
        made[f"o{number}"] = draw(st.sampled_from([None, *made]))
    return made


@given(trees())
def test_what_lies_below_is_what_has_it_among_its_ancestors(made: dict[str, str | None]) -> None:
    for top in made:
        expected = {id for id in made if top in _line(made, id)}
        assert organizations.below(made, [top]) == expected
        deepest = max(organizations.depth_of(made, id) for id in expected)
        assert organizations.height_of(made, top) == deepest - organizations.depth_of(made, top) + 1


def _line(made: dict[str, str | None], id: str | None) -> list[str]:
    return [] if id is None else [id, *_line(made, made[id])]
