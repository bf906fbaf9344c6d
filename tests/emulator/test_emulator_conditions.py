"""The conditions and orders of lists: the grammar, its errors, what it says of a value (dossier 4.3)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.emulator.language.conditions import (
    CONTAINS,
    INDEX_OF,
    Dialect,
    Order,
    parse_condition,
    parse_order,
)
from iotcentral.emulator.language.evaluation import holds
from iotcentral.emulator.language.lexer import LanguageError
from iotcentral.emulator.language.syntax import All, Comparison, Condition, Contains, Either, Not, Place

_MEMBERS = ("id", "displayName", "enabled", "@id")
_EVERYTHING = Dialect(frozenset(_MEMBERS), frozenset({CONTAINS, INDEX_OF}))
_SIGNS = {"=": "eq", "!=": "ne", ">": "gt", ">=": "ge", "<": "lt", "<=": "le"}

_NUMBERS = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False, width=32)
_MEMBER = st.sampled_from(_MEMBERS)
_TESTS: st.SearchStrategy[Condition] = (
    st.builds(Comparison, _MEMBER, st.sampled_from(list(_SIGNS)), st.text() | st.booleans() | _NUMBERS)
    | st.builds(Contains, _MEMBER, st.text())
    | st.builds(Place, _MEMBER, st.text(), st.sampled_from(list(_SIGNS)), _NUMBERS)
)


def _several(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(parts, min_size=2, max_size=4).map(tuple)


_CONDITIONS = st.recursive(
    _TESTS,
    lambda parts: (
        st.builds(Not, parts) | st.builds(All, _several(parts)) | st.builds(Either, _several(parts))
    ),
    max_leaves=8,
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _member(name: str) -> str:
    return _quoted(name) if name.startswith("@") else name


def _value(value: object) -> str:
    return _quoted(value) if isinstance(value, str) else str(value).lower()


def _written(condition: Condition) -> str:
    match condition:
        case Comparison():
            return f"{_member(condition.member)} {_SIGNS[condition.operator]} {_value(condition.value)}"
        case Contains():
            return f"contains({_member(condition.member)}, {_quoted(condition.text)})"
        case Place():
            place = f"indexof({_member(condition.member)}, {_quoted(condition.text)})"
            return f"{place} {_SIGNS[condition.operator]} {_value(condition.value)}"
        case Not():
            return f"not ({_written(condition.condition)})"
        case All():
            return " and ".join(f"({_written(part)})" for part in condition.conditions)
        case Either():
            return " or ".join(f"({_written(part)})" for part in condition.conditions)


@given(_CONDITIONS)
def test_what_is_written_is_read_back(condition: Condition) -> None:
    assert parse_condition(_written(condition), _EVERYTHING) == condition


@given(st.text())
def test_any_text_is_read_or_refused_at_a_position(text: str) -> None:
    for whole in (text, "id eq " + text, "id eq 'x' and " + text, "contains(id, " + text):
        assert 0 <= _refused_at(whole) <= len(whole) + 1


def _refused_at(text: str, dialect: Dialect = _EVERYTHING) -> int:
    """The position of the error, 0 for a condition that is right."""
    try:
        parse_condition(text, dialect)
    except LanguageError as error:
        return error.position or -1
    return 0


@pytest.mark.parametrize(
    ("text", "position", "sentence"),
    [
        ("", 1, "Expected a member (@id, displayName, enabled, id), found the end"),
        ("colour eq 'red'", 1, "found 'colour'"),
        ("@id eq 'x'", 1, "Unexpected character '@'"),
        ("'id' eq 'x'", 1, "found 'id'"),
        ("id is 'x'", 4, "Expected a comparison (eq, ne, gt, ge, lt, le), found 'is'"),
        ("id eq", 6, "Expected a value, found the end"),
        ("id eq red", 7, "Expected a value, found 'red'"),
        ("id eq 'x", 7, 'Unexpected character "\'"'),
        ('id eq "x"', 7, "Unexpected character '\"'"),
        ("id eq 'x' id", 11, "Expected and, or or the end, found 'id'"),
        ("contains(id 'x')", 13, "Expected ,, found 'x'"),
        ("contains(id, 5)", 14, "Expected a string, found '5'"),
        ("contains(id, 'x') eq 1", 22, "Expected true or false, found '1'"),
        ("indexof(id, 'x')", 17, "Expected a comparison"),
        ("indexof(id, 'x') ge 'y'", 21, "Expected a number, found 'y'"),
        ("not " * 40 + "enabled eq true", 129, "Conditions nest too deep"),
        (" and ".join(["enabled eq true"] * 101), 2001, "More than 100 conditions"),
        ("id eq 1" + "0" * 64, 7, "Expected a value"),
    ],
)
def test_error_says_what_was_expected_and_where(text: str, position: int, sentence: str) -> None:
    with pytest.raises(LanguageError, match=rf"at position {position}$") as refused:
        parse_condition(text, _EVERYTHING)
    assert sentence in str(refused.value)


@pytest.mark.parametrize("function", [CONTAINS, INDEX_OF])
def test_each_version_has_its_own_function(function: str) -> None:
    text = "contains(id, 'x')" if function == CONTAINS else "indexof(id, 'x') ge 0"
    own, other = (
        Dialect(frozenset({"id"}), frozenset(f)) for f in ({function}, {CONTAINS, INDEX_OF} - {function})
    )
    assert (_refused_at(text, own), _refused_at(text, other)) == (0, 1)


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("RoomThermostat", "contains(id, 'thermo')", True),
        ("Hall", "contains(id, 'thermo')", False),
        ("Hall", "contains(id, 'ALL') eq true", True),
        ("Hall", "contains(id, 'all') eq false", False),
        ("Hall", "contains(id, 'x') eq false", True),
        ("Hall", "contains(id, 'all') ne true", False),
        ("Hall", "contains(id, 'all') ne false", True),
        ("Hall", "indexof(id, 'h') eq 0", True),
        ("Hall", "indexof(id, 'll') ge 2", True),
        ("Hall", "indexof(id, 'x') lt 0", True),
        (None, "indexof(id, '') ge 0", False),
        ("it's", "id eq 'it''s'", True),
        ("b", "id gt 'a' and id lt 'c'", True),
        ("b", "ID EQ 'b' OR id EQ 'c'", True),
        (True, "id eq TRUE", True),
        (None, "id ne 'a'", False),
    ],
)
def test_condition_holds_for_what_it_says(value: Any, text: str, expected: bool) -> None:
    assert holds(parse_condition(text, _EVERYTHING), {"id": value}.get) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id", Order("id", False)),
        ("id asc", Order("id", False)),
        (" ID  DESC ", Order("id", True)),
        ("'@id' desc", Order("@id", True)),
    ],
)
def test_order_goes_upwards_unless_it_says_desc(text: str, expected: Order) -> None:
    assert parse_order(text, _EVERYTHING) == expected


@pytest.mark.parametrize(
    ("text", "position"), [("", 1), ("size", 1), ("id down", 4), ("id desc, enabled", 8), ("id asc desc", 8)]
)
def test_order_that_cannot_be_read_is_refused_at_a_position(text: str, position: int) -> None:
    with pytest.raises(LanguageError, match=rf"at position {position}$"):
        parse_order(text, _EVERYTHING)
