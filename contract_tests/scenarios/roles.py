"""Roles, which are only read."""

from __future__ import annotations

from contract_tests.scenarios.stage import ADMINISTRATOR, Scenarios, Stage, refused
from iotcentral import NotFound

__all__ = ["SCENARIOS"]


def roles(stage: Stage) -> None:
    list(stage.app.roles.list())
    stage.app.roles.get(ADMINISTRATOR)
    with refused(NotFound):
        stage.app.roles.get("00000000-0000-0000-0000-000000000000")


SCENARIOS: Scenarios = {"roles": roles}
