"""Every rule of the policy: exchanges that break it and only it, and their nearest neighbours that do not."""

from __future__ import annotations

import pytest

from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.policy import load_policy
from tests.contract import cases_ordered, cases_single
from tests.contract.examples import judged, only

CASES = {**cases_single.CASES, **cases_ordered.CASES}
# Constructs this version does not have: test_contract_specimen.py shows these.
BY_SPECIMEN = {"request.header", "request.query-missing", "request.query-value", "answer.schema"}
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


def test_every_rule_of_the_policy_has_a_breach_here() -> None:
    shown = {str(param.values[0]) for param in BROKEN}
    assert set(load_policy().rules) == shown | BY_SPECIMEN
