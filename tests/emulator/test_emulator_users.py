"""Users (dossier 1.1, 1.2, 8.3)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.harness import ADMINISTRATOR, OPERATOR, Service

_ROLES = [{"role": OPERATOR}]
_USERS: dict[str, dict[str, Any]] = {
    "email": {"type": "email", "roles": _ROLES, "email": "ann@contoso.com"},
    "servicePrincipal": {"type": "servicePrincipal", "roles": _ROLES, "tenantId": "t", "objectId": "o"},
    "adGroup": {"type": "adGroup", "roles": _ROLES, "tenantId": "t", "objectId": "o"},
}


def _owner(service: Service) -> dict[str, Any]:
    owner: dict[str, Any]
    [owner] = service.ok("GET", "/users")["value"]
    return owner


def test_first_user_is_an_administrator_by_email(service: Service) -> None:
    owner = _owner(service)
    assert (owner["type"], owner["roles"]) == ("email", [{"role": ADMINISTRATOR}])


@pytest.mark.parametrize("kind", list(_USERS))
def test_user_is_created_and_read_back(service: Service, kind: str) -> None:
    created = service.ok("PUT", "/users/u1", _USERS[kind])
    assert created == {"id": "u1"} | _USERS[kind]
    assert service.ok("GET", "/users/u1") == created
    assert created in service.ok("GET", "/users")["value"]


def test_email_is_stored_in_lower_case(service: Service) -> None:
    created = service.ok("PUT", "/users/u1", _USERS["email"] | {"email": "Ann@Contoso.COM"})
    assert created["email"] == "ann@contoso.com"


def test_email_is_unique(service: Service) -> None:
    service.ok("PUT", "/users/u1", _USERS["email"])
    answer = service.call("PUT", "/users/u2", _USERS["email"] | {"email": "ANN@contoso.com"})
    assert (answer.status, answer.code) == (400, "InvalidBody")


def test_put_on_the_same_id_replaces(service: Service) -> None:
    service.ok("PUT", "/users/u1", _USERS["email"])
    assert service.ok("PUT", "/users/u1", _USERS["adGroup"]) == {"id": "u1"} | _USERS["adGroup"]


def test_patch_with_type_and_roles_changes_the_roles(service: Service) -> None:
    service.ok("PUT", "/users/u1", _USERS["email"])
    changed = service.ok("PATCH", "/users/u1", {"type": "email", "roles": [{"role": ADMINISTRATOR}]})
    assert changed == {"id": "u1"} | _USERS["email"] | {"roles": [{"role": ADMINISTRATOR}]}


def test_patch_cannot_change_the_type(service: Service) -> None:
    service.ok("PUT", "/users/u1", _USERS["email"])
    assert service.call("PATCH", "/users/u1", _USERS["adGroup"]).status == 400


def test_patch_ignores_members_of_other_types(service: Service) -> None:
    service.ok("PUT", "/users/u1", _USERS["adGroup"])
    assert service.ok("PATCH", "/users/u1", {"id": "echo", "objectId": "p"})["objectId"] == "p"


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_one_administrator_always_stays(service: Service, method: str) -> None:
    owner = _owner(service)
    body = None if method == "DELETE" else owner | {"roles": _ROLES}
    assert service.call(method, f"/users/{owner['id']}", body).status == 400
    assert _owner(service) == owner


def test_administrator_may_go_when_another_one_stays(service: Service) -> None:
    owner = _owner(service)
    service.ok("PUT", "/users/u1", _USERS["email"] | {"roles": [{"role": ADMINISTRATOR}]})
    service.ok("DELETE", f"/users/{owner['id']}")
    assert service.call("GET", f"/users/{owner['id']}").status == 404


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PATCH", {}), ("DELETE", None)])
def test_unknown_user_is_404(service: Service, method: str, body: object) -> None:
    assert service.call(method, "/users/none", body).status == 404
