import warnings
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral._core.formats import FORMATS
from iotcentral._core.limits import check, refuses_name
from iotcentral.times import parse_time


def rule(value: Any, schema: dict[str, Any]) -> str | None:
    problem = check(value, schema)
    return problem.rule if problem else None


def accepts(value: Any, schema: dict[str, Any]) -> bool:
    """The second opinion: a validator of other people, with formats asserted."""
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(value)


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("^a$", "a", True),
        ("^a$", "a\n", False),
        (r"^\$$", "$", True),
        (r"^[$]$", "$", True),
        (r"^\d+$", "12", True),
        (r"^\d+$", "١٢", False),
        (r"^\w+$", "é", False),
        (r"^(?<name>a)$", "a", True),
        (r"^(?<!b)a$", "a", True),
        ("^[a-zA-Z0-9-_]*$", "a-_9", True),
        ("^[a-zA-Z0-9-_]*$", "a.b", False),
        ("^[a-zA-Z0-9-_.]*$", "..", True),
        ("^(?!-)[a-z0-9-]{1,48}[a-z0-9]$", "-a", False),
        ("b", "abc", True),
    ],
)
def test_patterns_mean_what_they_mean_in_ecmascript(pattern: str, text: str, fits: bool) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert (rule(text, {"pattern": pattern}) is None) is fits


SCHEMAS = [
    {"type": "integer"},
    {"type": "number", "minimum": 0, "exclusiveMaximum": 5},
    {"type": "number", "exclusiveMinimum": 0, "maximum": 5},
    {"type": "number", "multipleOf": 0.25},
    {"type": ["string", "null"], "minLength": 1, "maxLength": 2},
    {"type": "boolean"},
    {"const": 1},
    {"const": True},
    {"enum": [0, "a", None]},
    {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": True},
    {"type": "object", "minProperties": 1, "maxProperties": 1},
]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-6, 6)
    | st.sampled_from([0.25, 0.5, 4.99, 5.5])
    | st.text(max_size=3)
)


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
@given(
    value=SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(max_size=1), SCALARS, max_size=2)
)
def test_limits_agree_with_another_validator(schema: dict[str, Any], value: Any) -> None:
    assert (rule(value, schema) is None) is accepts(value, schema)


DATES = st.from_regex(r"(0000|0001|1900|2000|202[34])-[01]\d-[0-3]\d", fullmatch=True)
TIMES = st.from_regex(
    r"[Tt ]([01]\d|2[0-4]):([0-5]\d|60):([0-5]\d|6[01])(\.\d{1,9})?(Z|z||[+-]([01]\d|2[0-4]):[0-6]\d)",
    fullmatch=True,
)


@pytest.mark.parametrize("name", ["date", "date-time"])
@given(text=DATES | st.builds(str.__add__, DATES, TIMES) | st.text(max_size=12))
def test_formats_agree_with_another_validator(name: str, text: str) -> None:
    assert FORMATS[name](text) is accepts(text, {"format": name})


@given(st.builds(str.__add__, DATES.filter(lambda day: day[:4] != "0000"), TIMES))
def test_every_date_time_that_may_be_sent_can_be_parsed(text: str) -> None:
    if FORMATS["date-time"](text):
        assert parse_time(text).utcoffset() is not None


@pytest.mark.parametrize(
    ("value", "fits"), [(2**31 - 1, True), (2**31, False), (-(2**31), True), (-(2**31) - 1, False)]
)
def test_int32_has_32_bits(value: int, fits: bool) -> None:
    assert FORMATS["int32"](value) is fits


def test_a_format_nobody_asserts_lets_everything_pass() -> None:
    assert rule("x", {"format": "date-time-rfc1123"}) is None


@pytest.mark.parametrize(
    ("name", "schema", "refused"),
    [
        ("a", {"not": {"const": "a"}}, True),
        ("b", {"not": {"const": "a"}}, False),
        ("a", {"pattern": "^b$"}, True),
        ("b", {"pattern": "^b$", "maxLength": 1}, False),
        ("a", {"enum": ["b"]}, True),
    ],
)
def test_names_of_members_are_checked_like_text(name: str, schema: dict[str, Any], refused: bool) -> None:
    assert refuses_name(name, schema) is refused


@pytest.mark.parametrize("text", ["*****", "a*****b"])
def test_a_mask_counts_in_a_secret_only(text: str) -> None:
    assert rule(text, {"type": "string", "x-ms-secret": True}) == "masked-secret"
    assert rule(text, {"type": "string"}) is None


@pytest.mark.parametrize("text", ["AccountKey=*****", "x;accountkey=***", "SharedAccessKey=*****;y"])
def test_a_masked_key_counts_everywhere(text: str) -> None:
    assert rule(text, {"type": "string"}) == "masked-secret"
