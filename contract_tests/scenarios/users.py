"""Users of all three kinds."""

from __future__ import annotations

from contract_tests.scenarios.stage import ADMINISTRATOR, BUILDER, OPERATOR, Scenarios, Stage, refused
from iotcentral import BadRequest, NotFound, models

__all__ = ["SCENARIOS"]

TENANT = "11111111-1111-1111-1111-111111111111"


def roles(role: str) -> list[models.RoleAssignment]:
    return [models.RoleAssignment(role=role)]


def kinds_of_users(stage: Stage) -> None:
    users = stage.app.users
    users.create("admin", models.EmailUser(email="admin@example.com", roles=roles(ADMINISTRATOR)))
    users.create(
        "service",
        models.ServicePrincipalUser(
            tenant_id=TENANT, object_id=TENANT.replace("1", "2"), roles=roles(BUILDER)
        ),
    )
    users.create(
        "group",
        models.ADGroupUser(tenant_id=TENANT, object_id=TENANT.replace("1", "3"), roles=roles(OPERATOR)),
    )
    for id in ("admin", "service", "group"):
        users.get(id)
    list(users.list())
    users.update("service", models.UserPatch(roles=roles(OPERATOR)))
    users.delete("group")


def refused_users(stage: Stage) -> None:
    users = stage.app.users
    users.create("admin", models.EmailUser(email="admin@example.com", roles=roles(ADMINISTRATOR)))
    for call in (users.get, users.delete):
        with refused(NotFound):
            call("nobody")
    with refused(NotFound):
        users.update("nobody", models.UserPatch(email="nobody@example.com"))
    with refused(BadRequest):
        users.create("twin", models.EmailUser(email="admin@example.com", roles=roles(BUILDER)))
    with refused(BadRequest):
        users.create("odd", models.EmailUser(email="odd@example.com", roles=roles("no-such-role")))
    with refused(BadRequest):
        users.update("admin", models.UserPatch(type=models.UserType.AD_GROUP))


def many_users(stage: Stage) -> None:
    for number in range(5):
        email = f"user{number}@example.com"
        stage.app.users.create(f"user-{number}", models.EmailUser(email=email, roles=roles(ADMINISTRATOR)))
    list(stage.app.users.list())


SCENARIOS: Scenarios = {"users": kinds_of_users, "users-refused": refused_users, "users-paging": many_users}
