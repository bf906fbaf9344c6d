"""Strings, numbers and free-form JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Schema
from contract_tests.strategies.patterns import matching

__all__ = ["any_json", "header_texts", "integers", "names", "numbers", "strings"]

_USUAL_LENGTH = 16
_JSON_INTEGERS = (-(2**63), 2**63 - 1)
_BOUNDS = {"int32": (-(2**31), 2**31 - 1), "int64": _JSON_INTEGERS}

characters = st.characters(codec="utf-8")


def strings(schema: Schema) -> st.SearchStrategy[str]:
    """Strings of a schema with `type: string`."""
    shortest, longest = int(schema.get("minLength", 0)), schema.get("maxLength")
    if "format" in schema:
        return _FORMATS[schema["format"]]
    if "pattern" in schema:
        return matching(schema["pattern"], shortest, longest)
    usual = shortest + _USUAL_LENGTH
    drawn = st.text(characters, min_size=shortest, max_size=usual if longest is None else min(usual, longest))
    return drawn if longest is None else st.one_of(drawn, st.just("x" * longest))


def header_texts() -> st.SearchStrategy[str]:
    """Texts that a header can carry: printable ASCII on one line, no space around it."""
    return st.from_regex(r"[!-~]([ -~]{0,14}[!-~])?", fullmatch=True)


def names() -> st.SearchStrategy[str]:
    """Member names of free-form objects, those that need care among them."""
    awkward = st.sampled_from(
        ["@id", "@type", "$metadata", "id", "type", "value", "a/b", "a~b", "", " ", "é", "nextLink"]
    )
    return st.one_of(st.text(characters, max_size=8), awkward)


def integers(schema: Schema) -> st.SearchStrategy[int]:
    """Integers of a schema with `type: integer`."""
    lowest, highest = _BOUNDS.get(str(schema.get("format")), _JSON_INTEGERS)
    return st.integers(
        max(lowest, schema.get("minimum", lowest)), min(highest, schema.get("maximum", highest))
    )


def numbers(schema: Schema) -> st.SearchStrategy[int | float]:
    """Integers and finite floats of a schema with `type: number`."""
    lowest, highest = schema.get("minimum"), schema.get("maximum")
    floats = st.floats(lowest, highest, allow_nan=False, allow_infinity=False)
    return st.one_of(integers(schema), floats)


def any_json() -> st.SearchStrategy[Any]:
    """Any JSON value, a few members deep."""
    scalars = st.one_of(
        st.none(), st.booleans(), integers({}), numbers({}), st.text(characters, max_size=_USUAL_LENGTH)
    )
    return st.recursive(
        scalars,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names(), inner, max_size=3)),
        max_leaves=6,
    )


def _date_times() -> st.SearchStrategy[str]:
    """RFC 3339 texts as services write them: no fraction or up to nine digits, `Z` or an offset."""
    moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30))
    fractions = st.one_of(st.just(""), st.from_regex(r"\.[0-9]{1,9}", fullmatch=True))
    offsets = st.one_of(st.just("Z"), st.from_regex(r"[+-](0[0-9]|1[0-3]):[0-5][0-9]", fullmatch=True))
    return st.builds(
        lambda moment, fraction, offset: f"{moment.replace(microsecond=0).isoformat()}{fraction}{offset}",
        moments,
        fractions,
        offsets,
    )


def _rfc1123() -> st.SearchStrategy[str]:
    moments = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
    return moments.map(lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S GMT"))


_FORMATS: dict[str, st.SearchStrategy[str]] = {
    "date-time": _date_times(),
    "date": st.dates().map(lambda day: day.isoformat()),
    "date-time-rfc1123": _rfc1123(),
    "duration": st.from_regex(r"P([1-9][0-9]?D|T[1-9][0-9]?H([1-9]M)?|[1-9]W|1Y2M3DT4H5M6S)", fullmatch=True),
    "uuid": st.uuids().map(str),
    "email": st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.example", fullmatch=True),
    "arm-id": st.from_regex(r"/subscriptions/[0-9a-f-]{1,8}/resourceGroups/[A-Za-z]{1,8}", fullmatch=True),
    "uri": st.from_regex(r"https://[a-z]{1,8}\.example/[a-z]{0,8}", fullmatch=True),
}
