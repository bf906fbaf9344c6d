"""Constructs no present version has, on a small contract: headers, query parameters, nullable, recursion."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.compiled import Pages
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.validators import Validators, is_rfc1123
from iotcentral.contract.verify import verify_exchanges
from tests.contract.cases_specimen import CASES, CONTRACT, DOCUMENT, LIBRARY, QUERY, T
from tests.contract.examples import exchange


def found(exchange_: Any) -> list[tuple[str, str]]:
    report = verify_exchanges([exchange_], library=LIBRARY, target="own")
    return [(each.rule, each.pointer) for each in report.findings]


@pytest.mark.parametrize(
    ("rule", "pointer", "broken"),
    [
        (rule, pointer, each)
        for rule, cases in CASES.items()
        for pointer, broken, _ in cases
        for each in broken
    ],
)
def test_a_breach_is_reported_by_its_rule_alone(rule: str, pointer: str, broken: Exchange) -> None:
    assert found(broken) == [(rule, pointer)]


@pytest.mark.parametrize("kept", [each for cases in CASES.values() for *_, kept in cases for each in kept])
def test_the_nearest_neighbour_keeps_the_contract(kept: Exchange) -> None:
    assert found(kept) == []


def test_parameters_of_a_path_belong_to_its_operations() -> None:
    assert set(CONTRACT.operations["T_Get"].at("path")) == {"id"}


def test_paging_names_default_as_in_azure_s_extension() -> None:
    assert CONTRACT.operations["T_List"].pages == Pages("value", "next")


@pytest.mark.parametrize(
    ("value", "kind", "pointer"),
    [
        ({"id": "a", "shape": {"type": "round"}}, "required", "/shape/radius"),
        ({"id": "a", "shape": {"type": "star"}}, "tag", "/shape/type"),
        ({"id": "a", "shape": {}}, "required", "/shape/type"),
        ({"id": "a", "shape": 1}, "type", "/shape"),
        ({"id": "a", "parent": {"id": "b", "count": "x"}}, "type", "/parent/count"),
        ({"id": "a", "count": 2**31}, "limit", "/count"),
        ({"id": "a/b~c", "free": 1}, "type", "/free"),
        ({}, "required", "/id"),
    ],
)
def test_a_fault_names_the_innermost_member(value: Any, kind: str, pointer: str) -> None:
    (fault,) = Validators(DOCUMENT, "answer").faults(T, value)
    assert (fault.kind, fault.pointer) == (kind, pointer)


@pytest.mark.parametrize(
    "value", [{"id": "a", "parent": None}, {"id": "a", "count": 80.0}, {"id": "a", "x": 1}]
)
def test_null_where_nullable_whole_floats_and_unknown_members_are_valid(value: Any) -> None:
    assert Validators(DOCUMENT, "answer").faults(T, value) == []


def test_a_required_member_only_answers_carry_is_not_required_of_a_request() -> None:
    assert Validators(DOCUMENT, "request").faults(T, {}) == []


def test_a_fault_points_at_the_keyword_in_the_spec() -> None:
    (fault,) = Validators(DOCUMENT, "answer").faults(T, {"id": 1})
    assert fault.spec == "/components/schemas/T/properties/id/type"


def test_a_finding_carries_the_words_of_the_spec() -> None:
    report = verify_exchanges([exchange(f"GET /ts/a{QUERY}", 200, {"id": 1})], library=LIBRARY)
    assert report.findings[0].text == "A thing."


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("Tue, 25 Apr 2023 11:24:53 GMT", True),
        ("Mon, 25 Apr 2023 11:24:53 GMT", False),
        ("Tue, 31 Apr 2023 11:24:53 GMT", False),
        ("Tue, 25 Apr 2023 24:00:00 GMT", False),
        ("2023-04-25T11:24:53Z", False),
        ("Tue, 25 Apr 2023 11:24:53 GMT\n", False),
    ],
)
def test_http_dates_are_read_strictly(text: str, valid: bool) -> None:
    assert is_rfc1123(text) is valid
