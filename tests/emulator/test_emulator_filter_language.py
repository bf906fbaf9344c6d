"""The filter of device groups: its grammar, its errors, what it says of a value (dossier 8.1)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral.emulator.language.evaluation import holds, members_of
from iotcentral.emulator.language.filters import MEMBERS, Filter, parse_filter, quoted
from iotcentral.emulator.language.lexer import LanguageError
from iotcentral.emulator.language.syntax import All, Comparison, Condition, Contains, Either, Not

_START = "SELECT * FROM devices WHERE "


def _condition(text: str) -> Condition | None:
    return parse_filter(_START + text).condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ('$template = "dtmi:a:b;1"', Comparison("$template", "=", "dtmi:a:b;1")),
        ("$provisioned = true", Comparison("$provisioned", "=", True)),
        ("$SIMULATED == False", Comparison("$simulated", "=", False)),
        ("$id <> 'a'", Comparison("$id", "!=", "a")),
        ('$displayName!="a\\"b"', Comparison("$displayName", "!=", 'a"b')),
        ("target >= -1.5e1", Comparison("target", ">=", -15.0)),
        ("pump.speed<007", Comparison("pump.speed", "<", 7)),
        ('contains($id, "x")', Contains("$id", "x")),
        ("not a = 1", Not(Comparison("a", "=", 1))),
        ("a = 1 and b = 2", All((Comparison("a", "=", 1), Comparison("b", "=", 2)))),
        (
            "a = 1 OR b = 2 AND c = 3",
            Either((Comparison("a", "=", 1), All((Comparison("b", "=", 2), Comparison("c", "=", 3))))),
        ),
        (
            "(a = 1 Or b = 2) aNd c = 3",
            All((Either((Comparison("a", "=", 1), Comparison("b", "=", 2))), Comparison("c", "=", 3))),
        ),
    ],
)
def test_condition_is_read(text: str, condition: Condition) -> None:
    assert _condition(text) == condition


@pytest.mark.parametrize("text", ["select * from devices", "SELECT  *\nFROM\tDevices"])
def test_keywords_are_taken_in_any_case(text: str) -> None:
    assert parse_filter(text) == Filter(None)


@pytest.mark.parametrize(
    ("text", "sentence", "position"),
    [
        ("", "Expected SELECT, found the end", 1),
        ("DELETE FROM devices", "Expected SELECT, found 'DELETE'", 1),
        ("SELECT id FROM devices", "Expected *, found 'id'", 8),
        ("SELECT * FROM templates", "Expected devices, found 'templates'", 15),
        ("SELECT * FROM devices; DROP", "Unexpected character ';'", 22),
        ("SELECT * FROM devices LIMIT", "Expected WHERE or the end, found 'LIMIT'", 23),
        (_START, "Expected a member, found the end", 29),
        (_START + "a", "Expected a comparison, found the end", 30),
        (_START + 'a "b"', "Expected a comparison, found 'b'", 31),
        (_START + "a = ", "Expected a value, found the end", 33),
        (_START + "a = b", "Expected a value, found 'b'", 33),
        (_START + "$other = 1", "Unknown member '$other'", 29),
        (_START + 'a = "b', "Unexpected character '\"'", 33),
        (_START + "a = 1 b", "Expected AND, OR or the end, found 'b'", 35),
        (_START + "(a = 1", "Expected ), found the end", 35),
        (_START + "contains(a, 1)", "Expected a string, found '1'", 41),
        (_START + "(" * 40, "Conditions nest too deep", 61),
        (_START + "not " * 40, "Conditions nest too deep", 157),
        (_START + " and ".join(["a = 1"] * 101), "More than 100 conditions", 1029),
        (_START + "a = " + "9" * 65, f"Expected a value, found '{'9' * 65}'", 33),
    ],
)
def test_error_names_what_was_expected_and_where(text: str, sentence: str, position: int) -> None:
    with pytest.raises(LanguageError) as caught:
        parse_filter(text)
    assert (caught.value.sentence, caught.value.position) == (sentence, position)


_NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,6}(\.[a-z]{1,4})?", fullmatch=True).filter(
    lambda name: name.upper() not in ("NOT", "CONTAINS")
)
_VALUES = st.one_of(st.text(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))
_SINGLES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(
        Comparison,
        st.one_of(st.sampled_from(MEMBERS), _NAMES),
        st.sampled_from(["=", "!=", "<", "<=", ">", ">="]),
        _VALUES,
    ),
    st.builds(Contains, _NAMES, st.text()),
)


def _pairs(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(inner, min_size=2, max_size=3).map(tuple)


_CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    _SINGLES,
    lambda inner: st.one_of(
        st.builds(Not, inner), st.builds(All, _pairs(inner)), st.builds(Either, _pairs(inner))
    ),
    max_leaves=8,
)


def _written(condition: Condition) -> str:
    match condition:
        case Comparison():
            return f"{condition.member} {condition.operator} {_literal(condition.value)}"
        case Contains():
            return f"CONTAINS({condition.member}, {quoted(condition.text)})"
        case Not():
            return f"NOT ({_written(condition.condition)})"
        case All():
            return " AND ".join(f"({_written(part)})" for part in condition.conditions)
        case Either():
            return " OR ".join(f"({_written(part)})" for part in condition.conditions)


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    return str(value).lower()


@given(_CONDITIONS)
def test_what_is_written_is_read_back(condition: Condition) -> None:
    assert _condition(_written(condition)) == condition


@given(_CONDITIONS, st.dictionaries(_NAMES, _VALUES))
def test_every_condition_says_yes_or_no_of_every_device(condition: Condition, values: dict[str, Any]) -> None:
    said = holds(condition, values.get)
    assert holds(Not(condition), values.get) is not said
    assert holds(condition, {name: values.get(name) for name in members_of(condition)}.get) is said


@given(st.text())
def test_any_text_is_read_or_refused_at_a_position(text: str) -> None:
    for whole in (text, _START + text, _START + "a = 1 " + text):
        assert 0 <= _refused_at(whole) <= len(whole) + 1


def _refused_at(text: str) -> int:
    """The position of the error, 0 for a filter that is right."""
    try:
        parse_filter(text)
    except LanguageError as error:
        return error.position or -1
    return 0


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (5, "v = 5.0", True),
        (True, "v = 1", False),
        (True, "v = true", True),
        (False, "v < true", False),
        ("b", 'v > "a"', True),
        ("b", "v > 1", False),
        ("b", "v != 1", False),
        ("b", 'v != "a"', True),
        (None, 'v != "a"', False),
        (None, "NOT v = 1", True),
        ("RoomThermostat", 'CONTAINS(v, "thermo")', True),
        (5, 'CONTAINS(v, "5")', False),
        ({"a": 1}, "v = 1", False),
    ],
)
def test_comparison_holds_for_values_of_one_kind(value: Any, text: str, expected: bool) -> None:
    condition = _condition(text)
    assert condition is not None
    assert holds(condition, {"v": value}.get) is expected
