"""Texts of a `format`, as services write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from contract_tests.strategies.choices import Choices, Make

__all__ = ["FORMATS"]

_FIRST, _DAYS = datetime(1, 1, 2), (datetime(9999, 12, 30) - datetime(1, 1, 2)).days
_EPOCH, _DAYS_OF_HTTP = datetime(1970, 1, 1, tzinfo=UTC), (date(2100, 1, 1) - date(1970, 1, 1)).days
_SECONDS = 24 * 60 * 60


def _moment(choices: Choices, first: datetime, days: int) -> datetime:
    return first + timedelta(days=choices.below(days), seconds=choices.below(_SECONDS))


def _date_time(choices: Choices) -> str:
    """RFC 3339: no fraction or up to nine digits, `Z` or an offset."""
    moment = _moment(choices, _FIRST, _DAYS + 1)
    digits = choices.below(10) if choices.below(2) else 0
    fraction = f".{choices.below(10**digits):0{digits}}" if digits else ""
    offset = "Z"
    if choices.below(2):
        sign, hours, minutes = choices.one_of("+-"), choices.below(14), choices.below(60)
        offset = f"{sign}{hours:02}:{minutes:02}"
    return f"{moment.isoformat()}{fraction}{offset}"


def _date(choices: Choices) -> str:
    return date.fromordinal(1 + choices.below(date.max.toordinal())).isoformat()


def _rfc1123(choices: Choices) -> str:
    return _moment(choices, _EPOCH, _DAYS_OF_HTTP).strftime("%a, %d %b %Y %H:%M:%S GMT")


def _uuid(choices: Choices) -> str:
    return str(UUID(bytes=choices.take(16)))


def _like(pattern: str) -> Make:
    texts = st.from_regex(pattern, fullmatch=True)
    return lambda choices: choices.draw(texts)


FORMATS: Mapping[str, Make] = {
    "date-time": _date_time,
    "date": _date,
    "date-time-rfc1123": _rfc1123,
    "uuid": _uuid,
    "duration": _like(r"P([1-9][0-9]?D|T[1-9][0-9]?H([1-9]M)?|[1-9]W|1Y2M3DT4H5M6S)"),
    "email": _like(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.example"),
    "arm-id": _like(r"/subscriptions/[0-9a-f-]{1,8}/resourceGroups/[A-Za-z]{1,8}"),
    "uri": _like(r"https://[a-z]{1,8}\.example/[a-z]{0,8}"),
}
