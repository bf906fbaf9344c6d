import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral import UNSET, InvalidRequest
from iotcentral._core.descriptor import Operation, Parameter
from iotcentral._core.request import build_request
from iotcentral.filters import Condition, device, device_template
from tests.core.fakes import settings

OLD, NEW = "2022-06-30-preview", "2022-10-31-preview"


@pytest.mark.parametrize("operator", ["eq", "ne", "lt", "le", "gt", "ge"])
@pytest.mark.parametrize("version", [OLD, NEW])
def test_text_is_compared(operator: str, version: str) -> None:
    assert getattr(device.display_name, operator)("Hall").text(version) == f"displayName {operator} 'Hall'"


@pytest.mark.parametrize("operator", ["eq", "ne"])
@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false")])
def test_flags_are_bare(operator: str, value: bool, text: str) -> None:
    assert getattr(device.enabled, operator)(value).text(NEW) == f"enabled {operator} {text}"


@pytest.mark.parametrize(
    ("condition", "old", "new"),
    [
        (
            device.display_name.contains("x"),
            "indexof(displayName, 'x') ge 0",
            "contains(displayName, 'x')",
        ),
        (
            device.display_name.lacks("x"),
            "indexof(displayName, 'x') lt 0",
            "contains(displayName, 'x') eq false",
        ),
        (device_template.id.eq("dtmi:a:b;1"), "'@id' eq 'dtmi:a:b;1'", "'@id' eq 'dtmi:a:b;1'"),
    ],
)
def test_each_preview_has_its_spelling(condition: Condition, old: str, new: str) -> None:
    assert (condition.text(OLD), condition.text("1.1-preview"), condition.text(NEW)) == (old, old, new)


A, B, C, D = (device.id.eq(name) for name in "abcd")


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (A & B, "a and b"),
        (A | B, "a or b"),
        (A & B & C, "a and b and c"),
        (A | B & C, "a or b and c"),
        ((A | B) & C, "a and c or b and c"),
        (A & (B | C), "a and b or a and c"),
        ((A | B) & (C | D), "a and c or a and d or b and c or b and d"),
        ((A & B) | (C & D), "a and b or c and d"),
    ],
)
def test_no_parentheses_are_needed(condition: Condition, text: str) -> None:
    assert condition.text(NEW) == re.sub(r"\b([abcd])\b", r"id eq '\1'", text)


def unquoted(text: str) -> str:
    """Read one quoted text by OData's rule; fails if anything is left over."""
    match = re.fullmatch(r"id eq '((?:[^']|'')*)'", text, re.DOTALL)
    assert match is not None
    return match[1].replace("''", "'")


TORTURE = [
    "",
    "'",
    "''",
    "' or '1' eq '1",
    "a' and enabled eq true or id eq 'b",
    'say "hi"',
    "back\\slash'",
    "100%&=+?#",
    "naïve \u2013 機器 🌡",
    " spaces ",
    "eq ne and or ()",
    "\u2018curly\u2019",
]


@pytest.mark.parametrize("version", [OLD, NEW])
@pytest.mark.parametrize("value", TORTURE)
def test_quotes_cannot_be_left(value: str, version: str) -> None:
    assert unquoted(device.id.eq(value).text(version)) == value


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_as_it_went_in(value: str) -> None:
    assert unquoted(device.id.eq(value).text(NEW)) == value
    assert device.id.contains(value).text(NEW) == f"contains(id, {device.id.eq(value).text(NEW)[6:]})"


@pytest.mark.parametrize("value", ["a\nb", "\0", "\x7f", "\ud800", 7, None, True])
def test_what_cannot_be_quoted_is_refused(value: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        device.id.eq(value)
    assert caught.value.argument == "filter"


@pytest.mark.parametrize("value", [1, "true", None])
def test_a_flag_is_compared_with_a_flag(value: Any) -> None:
    with pytest.raises(InvalidRequest):
        device.enabled.eq(value)


@pytest.mark.parametrize("version", ["2022-07-31", "1.0", ""])
def test_a_version_without_filters_is_named(version: str) -> None:
    with pytest.raises(InvalidRequest, match="2022-10-31-preview") as caught:
        A.text(version)
    assert caught.value.rule == "version"


@pytest.mark.parametrize("use", [bool, lambda one: one and B, lambda one: not one])
def test_a_filter_has_no_truth_value(use: Any) -> None:
    with pytest.raises(TypeError, match=r"use `&` and `\|`"):
        use(A)


def test_a_filter_that_grows_beyond_reason_is_refused() -> None:
    many = device.id.eq("0")
    for number in range(1, 40):
        many |= device.id.eq(str(number))
    with pytest.raises(InvalidRequest, match="multiplied out"):
        many & many


def test_the_order_of_a_list_is_written_by_its_field() -> None:
    assert (device.display_name.ascending(), device.display_name.descending()) == (
        "displayName",
        "displayName desc",
    )


@pytest.mark.parametrize(
    ("name", "version", "sent"),
    [
        ("$filter", OLD, "$filter=indexof%28displayName%2C%20%27a%26b%27%29%20ge%200"),
        ("filter", NEW, "filter=contains%28displayName%2C%20%27a%26b%27%29"),
    ],
)
def test_a_list_writes_a_filter_in_the_spelling_of_its_version(name: str, version: str, sent: str) -> None:
    parameter = Parameter(name, "filter", "query", False, {"type": "string"})
    listing: Operation[Any] = Operation(
        id="Devices_List",
        plane="data-plane",
        version=version,
        method="GET",
        path="/devices",
        parameters=(parameter,),
        success={200: Any},
    )
    request = build_request(listing, (device.display_name.contains("a&b"),), UNSET, {}, settings())
    assert request.url.split("?")[1] == f"api-version={version}&{sent}"


def test_a_filter_shows_itself() -> None:
    assert (str(A), repr(A)) == ("id eq 'a'", "Condition(\"id eq 'a'\")")
