"""Which role may call which operation (dossier 1.2): the table, told over again for every operation."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.emulator.documents import Operation
from tests.emulator.harness import (
    ADMINISTRATOR,
    BUILDER,
    OPERATOR,
    ORG_ADMIN,
    ORG_OPERATOR,
    ORG_VIEWER,
    VERSION,
    Service,
    documents,
)

_OPERATIONS = next(document for document in documents() if document.version == VERSION).operations
_ALL = {ADMINISTRATOR, BUILDER, OPERATOR, ORG_ADMIN, ORG_OPERATOR, ORG_VIEWER}
_EDIT = {ADMINISTRATOR, BUILDER, OPERATOR, ORG_ADMIN}
_USE = _EDIT | {ORG_OPERATOR}
_PEOPLE = {ADMINISTRATOR, ORG_ADMIN}
_SECRETS = ("Devices_GetCredentials", "Devices_GetAttestation")


def _expected(operation: Operation) -> set[str]:
    reads = operation.method == "GET"
    if operation.id in (*_SECRETS, "Devices_Create") or operation.id.endswith("Command"):
        return _USE
    by_tag = {
        "ApiTokens": {ADMINISTRATOR},
        "DeviceGroups": _ALL if reads else _USE,
        "DeviceTemplates": _ALL if reads else {ADMINISTRATOR, BUILDER},
        "Devices": _ALL if reads else _EDIT,
        "EnrollmentGroups": {ADMINISTRATOR},
        "FileUploads": {ADMINISTRATOR},
        "Jobs": _ALL if reads else _EDIT,
        "Organizations": _ALL if reads else _PEOPLE,
        "Roles": _PEOPLE,
        "ScheduledJobs": _ALL if reads else _EDIT,
        "Users": _PEOPLE,
    }
    return by_tag[operation.tag]


def _path(operation: Operation) -> str:
    values = {"{organizationId}": "oslo", "{entry}": "primary"}
    return "/" + "/".join(
        values.get(part, "any") if part.startswith("{") else part for part in operation.segments
    )


@pytest.fixture
def callers(tree: Service) -> dict[str, Service]:
    return {
        role: tree.with_role(role, None if role in (ADMINISTRATOR, BUILDER, OPERATOR) else "north")
        for role in sorted(_ALL)
    }


@pytest.mark.parametrize("id", sorted(id for id in _OPERATIONS if not id.startswith("EnrollmentGroups")))
def test_exactly_these_roles_may_call(callers: dict[str, Service], id: str) -> None:
    """With a body that is refused after the roles were looked at, so that nothing is changed."""
    operation = _OPERATIONS[id]
    body: Any = [] if operation.bodies else None
    called = {
        role: caller.call(operation.method, _path(operation), body).status for role, caller in callers.items()
    }
    assert {role for role, status in called.items() if status != 403} == _expected(operation)
