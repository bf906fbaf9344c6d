"""Every rule of the table: documents that show it and it alone, and their nearest neighbours that do not."""

from __future__ import annotations

import pytest

from iotcentral.contract.diff import RULES, Rule
from tests.diff import cases_operations, cases_schemas
from tests.diff.cases_operations import Case
from tests.diff.specimen import difference, rules

CASES: dict[str, Case] = {**cases_operations.CASES, **cases_schemas.CASES}


def test_there_is_a_case_for_every_rule() -> None:
    assert set(CASES) == set(RULES)


@pytest.mark.parametrize("rule", CASES)
def test_a_difference_is_reported_by_its_rule_alone(rule: str) -> None:
    case = CASES[rule]
    assert rules(difference(case.before, case.after)) == {rule} | case.also


@pytest.mark.parametrize("rule", CASES)
def test_the_nearest_neighbour_is_not_reported_by_the_rule(rule: str) -> None:
    assert rule not in rules(difference(*CASES[rule].quiet))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_breaking_for_callers_is_a_major_step_and_nothing_else_is(rule: Rule) -> None:
    assert (rule.caller == "breaking") == (rule.semver == "major")


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_python_users_notice(rule: Rule) -> None:
    assert rule.effect
    assert rule.says.endswith(".")
