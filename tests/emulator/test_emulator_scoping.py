"""What callers at an organization see and may do (dossier 1.3, 1.4)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.harness import (
    OPERATOR,
    ORG_ADMIN,
    ORG_OPERATOR,
    ORG_VIEWER,
    TEMPLATE,
    Service,
    group_filter,
    template,
)

_ROLES = (ORG_ADMIN, ORG_OPERATOR, ORG_VIEWER)


def _ids(answer: Any) -> list[str]:
    return [item["id"] for item in answer["value"]]


@pytest.mark.parametrize("role", _ROLES)
def test_caller_sees_its_node_and_those_below(tree: Service, role: str) -> None:
    caller = tree.with_role(role, "oslo")
    assert _ids(caller.ok("GET", "/devices")) == ["d-oslo", "d-port"]
    assert _ids(caller.ok("GET", "/organizations")) == ["oslo", "port"]
    caller.ok("GET", "/devices/d-port")


@pytest.mark.parametrize("id", ["d-north", "d-south", "d-root", "none"])
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {"displayName": "mine"}),
        ("PUT", "", {"organizations": ["oslo"]}),
        ("DELETE", "", None),
        ("GET", "/properties", None),
        ("GET", "/credentials", None),
        ("GET", "/relationships", None),
        ("GET", "/attestation", None),
        ("GET", "/modules", None),
    ],
)
def test_what_lies_elsewhere_is_404(tree: Service, method: str, path: str, body: object, id: str) -> None:
    caller = tree.with_role(ORG_ADMIN, "oslo")
    if (method, id) == ("PUT", "none"):
        return
    assert caller.call(method, f"/devices/{id}{path}", body).status == 404


def test_caller_with_an_application_role_sees_all(tree: Service) -> None:
    caller = tree.with_role(OPERATOR)
    assert len(_ids(caller.ok("GET", "/devices"))) == 5


def test_roles_of_several_organizations_add_up(tree: Service) -> None:
    grants = [{"role": ORG_VIEWER, "organization": "oslo"}, {"role": ORG_ADMIN, "organization": "south"}]
    token = tree.ok("PUT", "/apiTokens/two", {"roles": grants})["token"]
    caller = Service(tree.emulator, token)
    assert _ids(caller.ok("GET", "/devices")) == ["d-oslo", "d-port", "d-south"]
    caller.ok("PATCH", "/devices/d-south", {"enabled": False})
    assert caller.call("PATCH", "/devices/d-oslo", {"enabled": False}).status == 403


def test_what_a_caller_makes_belongs_to_its_organization(tree: Service) -> None:
    caller = tree.with_role(ORG_ADMIN, "oslo")
    assert caller.ok("PUT", "/devices/new", {})["organizations"] == ["oslo"]
    assert caller.ok("PUT", "/devices/new2", {"organizations": ["port"]})["organizations"] == ["port"]
    assert caller.ok("PUT", "/devices/d-port", {"displayName": "x"})["organizations"] == ["port"]


@pytest.mark.parametrize(
    ("organizations", "status"), [(["south"], 400), (["none"], 400), ([], 403), (["oslo", "port"], 400)]
)
def test_caller_puts_nothing_out_of_its_reach(tree: Service, organizations: list[str], status: int) -> None:
    caller = tree.with_role(ORG_ADMIN, "oslo")
    assert caller.call("PUT", "/devices/new", {"organizations": organizations}).status == status
    assert caller.call("PATCH", "/devices/d-oslo", {"organizations": organizations}).status == status


def test_caller_cannot_lift_anything_to_the_root(tree: Service) -> None:
    caller = tree.with_role(ORG_ADMIN, "oslo")
    assert caller.call("PATCH", "/devices/d-oslo", {"organizations": None}).status == 403
    tree.ok("PATCH", "/devices/d-oslo", {"organizations": None})
    assert caller.call("GET", "/devices/d-oslo").status == 404


def test_operator_of_an_organization_adds_devices_and_changes_none(tree: Service) -> None:
    caller = tree.with_role(ORG_OPERATOR, "oslo")
    caller.ok("PUT", "/devices/new", {})
    assert caller.call("PUT", "/devices/new", {"displayName": "x"}).status == 403
    assert caller.call("PATCH", "/devices/new", {"displayName": "x"}).status == 403


def test_administrator_of_an_organization_builds_below_it(tree: Service) -> None:
    caller = tree.with_role(ORG_ADMIN, "oslo")
    caller.ok("PUT", "/organizations/quay", {"parent": "port"})
    caller.ok("PATCH", "/organizations/oslo", {"displayName": "Own"})
    assert caller.call("PUT", "/organizations/top", {}).status == 403
    assert caller.call("PUT", "/organizations/x1", {"parent": "south"}).status == 400
    assert caller.call("PATCH", "/organizations/oslo", {"parent": None}).status == 403
    assert caller.call("PATCH", "/organizations/south", {"displayName": "x"}).status == 404


def _person(*grants: tuple[str, str]) -> dict[str, Any]:
    roles = [{"role": role, "organization": organization} for role, organization in grants]
    return {"type": "adGroup", "tenantId": "t", "objectId": "o", "roles": roles}


def test_administrator_of_an_organization_sees_and_invites_its_own_users(tree: Service) -> None:
    tree.ok("PUT", "/users/above", _person((ORG_ADMIN, "north")))
    tree.ok("PUT", "/users/both", _person((ORG_VIEWER, "port"), (ORG_VIEWER, "south")))
    caller = tree.with_role(ORG_ADMIN, "oslo")
    caller.ok("PUT", "/users/own", _person((ORG_VIEWER, "port")))
    assert _ids(caller.ok("GET", "/users")) == ["both", "own"]
    assert caller.call("GET", "/users/above").status == 404
    assert caller.call("PUT", "/users/above", _person((ORG_VIEWER, "port"))).status == 404
    assert caller.call("PATCH", "/users/both", _person((ORG_VIEWER, "port"))).status == 403
    assert caller.call("PUT", "/users/new", _person((ORG_VIEWER, "south"))).status == 400
    nowhere = {"type": "adGroup", "tenantId": "t", "objectId": "o", "roles": [{"role": OPERATOR}]}
    assert caller.call("PUT", "/users/new", nowhere).status == 403


@pytest.mark.parametrize(
    "grant",
    [
        {"role": OPERATOR, "organization": "oslo"},
        {"role": ORG_VIEWER},
        {"role": ORG_VIEWER, "organization": "x"},
    ],
)
def test_roles_are_granted_where_they_belong(tree: Service, grant: dict[str, str]) -> None:
    assert tree.call("PUT", "/apiTokens/t", {"roles": [grant]}).status == 400


def test_group_of_an_organization_has_the_devices_of_its_subtree(tree: Service) -> None:
    tree.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template())
    for id in ("d-north", "d-oslo", "d-port", "d-south", "d-root"):
        tree.ok("PATCH", f"/devices/{id}", {"template": TEMPLATE})
    body = {"displayName": "g", "filter": group_filter()}
    tree.ok("PUT", "/deviceGroups/all", body)
    tree.ok("PUT", "/deviceGroups/oslo", body | {"organizations": ["oslo"]})
    assert len(_ids(tree.ok("GET", "/deviceGroups/all/devices"))) == 5
    assert _ids(tree.ok("GET", "/deviceGroups/oslo/devices")) == ["d-oslo", "d-port"]
    caller = tree.with_role(ORG_VIEWER, "port")
    assert caller.call("GET", "/deviceGroups/all").status == 404
    assert caller.call("GET", "/deviceGroups/oslo/devices").status == 404
    upper = tree.with_role(ORG_VIEWER, "north")
    assert _ids(upper.ok("GET", "/deviceGroups")) == ["oslo"]


def test_job_of_an_organization_treats_its_subtree(tree: Service) -> None:
    writable = {"@type": "Property", "name": "target", "schema": "double", "writable": True}
    tree.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(writable))
    for id in ("d-north", "d-port", "d-root"):
        tree.ok("PATCH", f"/devices/{id}", {"template": TEMPLATE})
    tree.ok(
        "PUT", "/deviceGroups/g", {"displayName": "g", "filter": group_filter(), "organizations": ["north"]}
    )
    step = {"type": "property", "target": TEMPLATE, "path": "target", "value": 1}
    body = {"group": "g", "data": [step], "organizations": ["oslo"]}
    tree.ok("PUT", "/jobs/j", body)
    assert _ids(tree.ok("GET", "/jobs/j/devices")) == ["d-port"]
    low = tree.with_role(ORG_ADMIN, "port")
    assert low.call("GET", "/jobs/j").status == 404
    assert low.call("PUT", "/jobs/mine", {"group": "g", "data": [step]}).status == 400
    upper = tree.with_role(ORG_ADMIN, "north")
    assert _ids(upper.ok("GET", "/jobs")) == ["j"]
    assert upper.ok("PUT", "/jobs/k", {"group": "g", "data": [step]})["organizations"] == ["north"]
    assert tree.call("DELETE", "/organizations/port").status == 409
