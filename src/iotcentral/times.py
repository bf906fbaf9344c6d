"""Date-times keep the text the service sent; these two functions go between text and `datetime`."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import NewType

__all__ = ["Timestamp", "format_time", "parse_time"]

Timestamp = NewType("Timestamp", str)
"""RFC 3339 text as it came or goes, for example `2023-07-07T17:05:08.407Z`."""

_RFC3339 = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:([Zz])|([+-])(\d\d):(\d\d))", re.ASCII
)


def parse_time(text: str) -> datetime:
    """Read an RFC 3339 date-time as an aware `datetime`.

    Digits past the microsecond are cut off (the service sends seven); a leap second becomes the first moment
    of the next minute. Raises ValueError for any other text, one without an offset included.
    """
    match = _RFC3339.fullmatch(text)
    if match is None:
        raise ValueError(f"not an RFC 3339 date-time with an offset: {text!r}")
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    leap = second == 60
    moment = datetime(year, month, day, hour, minute, 59 if leap else second, tzinfo=_offset(match))
    if leap:
        return moment + timedelta(seconds=1)
    return moment.replace(microsecond=int((match[7] or "")[:6].ljust(6, "0")))


def _offset(match: re.Match[str]) -> timezone:
    if match[8]:
        return UTC
    offset = timedelta(hours=int(match[10]), minutes=int(match[11]))
    return timezone(-offset if match[9] == "-" else offset)


def format_time(moment: datetime) -> Timestamp:
    """Write an aware `datetime` as RFC 3339 text in UTC, with milli- or microseconds only if there are any.

    Raises ValueError for a naive one: the service would have to guess its offset.
    """
    if moment.utcoffset() is None:
        raise ValueError("a datetime without a time zone: add one, for example tzinfo=datetime.UTC")
    moment = moment.astimezone(UTC)
    digits = moment.microsecond
    unit = "microseconds" if digits % 1000 else "milliseconds" if digits else "seconds"
    return Timestamp(moment.replace(tzinfo=None).isoformat(timespec=unit) + "Z")
