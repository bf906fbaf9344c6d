"""Limits: which of two is tighter, keyword by keyword."""

from __future__ import annotations

from typing import Any

import pytest

from iotcentral.contract.diff.limits import LIMITS, relation
from tests.diff.specimen import SENT, difference

TIGHTER = {
    "maxLength": (9, 8),
    "maximum": (1.5, 1),
    "exclusiveMaximum": (9, 8),
    "maxItems": (2, 1),
    "maxProperties": (2, 1),
    "minLength": (1, 2),
    "minimum": (-1, 0),
    "exclusiveMinimum": (0, 1),
    "minItems": (1, 2),
    "minProperties": (1, 2),
    "pattern": (None, "^a$"),
    "propertyNames": (None, {"not": {"const": "$metadata"}}),
    "not": (None, {"const": "a"}),
    "multipleOf": (None, 2),
    "contains": (None, {"const": "a"}),
    "dependentRequired": (None, {"a": ["b"]}),
    "uniqueItems": (False, True),
    "x-ms-mutability": (["create", "read", "update"], ["create", "read"]),
}


def test_every_limit_has_a_case() -> None:
    assert set(TIGHTER) == set(LIMITS)


@pytest.mark.parametrize("keyword", LIMITS)
def test_a_tighter_limit_is_told_from_a_looser_one(keyword: str) -> None:
    loose, tight = TIGHTER[keyword]
    assert (relation(keyword, loose, tight), relation(keyword, tight, loose)) == ("tightened", "loosened")


@pytest.mark.parametrize("keyword", LIMITS)
def test_a_limit_that_comes_tightens_and_one_that_goes_loosens(keyword: str) -> None:
    limit = TIGHTER[keyword][1]
    assert (relation(keyword, None, limit), relation(keyword, limit, None)) == ("tightened", "loosened")


@pytest.mark.parametrize("keyword", LIMITS)
def test_the_same_limit_is_no_difference(keyword: str) -> None:
    limit = TIGHTER[keyword][1]
    assert relation(keyword, limit, limit) is None


@pytest.mark.parametrize("keyword", ["minLength", "minItems", "minProperties"])
def test_a_least_count_of_zero_is_no_limit(keyword: str) -> None:
    assert relation(keyword, None, 0) is None


@pytest.mark.parametrize(
    ("keyword", "before", "after"),
    [("pattern", "a", "b"), ("x-ms-mutability", ["create"], ["update"]), ("multipleOf", 2, 3)],
)
def test_limits_that_cannot_be_ordered_have_changed(keyword: str, before: Any, after: Any) -> None:
    assert relation(keyword, before, after) == "changed"


@pytest.mark.parametrize("keyword", LIMITS)
def test_a_finding_names_the_keyword_and_both_values(keyword: str) -> None:
    loose, tight = TIGHTER[keyword]
    place = f"{SENT}/properties/value"
    (found,) = difference({place: {keyword: loose} if loose else {}}, {place: {keyword: tight}}).differences
    assert (found.rule, found.keyword) == ("request-limit-tightened", keyword)
    assert (found.before, found.after) == (loose or None, tight)
