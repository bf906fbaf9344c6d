"""Every rule of the policy: exchanges that break it and only it, and their nearest neighbours that do not."""

from __future__ import annotations

import pytest

from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.policy import load_policy
from tests.contract import cases_control, cases_ordered, cases_single, cases_specimen, cases_versions
from tests.contract.examples import judged, only

TABLES = (cases_single.CASES, cases_ordered.CASES, cases_versions.CASES, cases_control.CASES)
CASES = {rule: [case for table in TABLES for case in table.get(rule, ())] for rule in load_policy().rules}
BROKEN = [
    pytest.param(rule, pointer, broken, id=f"{rule}-{n}")
    for rule, cases in CASES.items()
    for n, (pointer, broken, _) in enumerate(cases)
    if broken
]
KEPT = [
    pytest.param(kept, id=f"{rule}-{n}")
    for rule, cases in CASES.items()
    for n, (_, _, kept) in enumerate(cases)
    if kept
]


@pytest.mark.parametrize(("rule", "pointer", "exchanges"), BROKEN)
def test_a_breach_is_reported_by_its_rule_alone(rule: str, pointer: str, exchanges: list[Exchange]) -> None:
    finding = only(judged(*exchanges))
    assert (finding.rule, finding.pointer) == (rule, pointer)


@pytest.mark.parametrize("exchanges", KEPT)
def test_the_nearest_neighbour_keeps_the_contract(exchanges: list[Exchange]) -> None:
    assert judged(*exchanges).findings == []


@pytest.mark.parametrize("rule", load_policy().rules)
def test_every_rule_of_the_policy_has_a_breach_and_a_neighbour_that_keeps_it(rule: str) -> None:
    cases = [*CASES[rule], *cases_specimen.CASES.get(rule, ())]
    assert any(broken for _, broken, _ in cases)
    assert any(kept for _, _, kept in cases)


def test_every_case_is_of_a_rule_of_the_policy() -> None:
    named = {rule for table in (*TABLES, cases_specimen.CASES) for rule in table}
    assert named == set(load_policy().rules)
