"""The JSON Schema formats that are asserted before a request is sent."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

__all__ = ["FORMATS"]

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII)
_EMAIL = re.compile(r"[^\s@(),:;<>\[\]\\]+@[A-Za-z0-9][A-Za-z0-9.-]*", re.ASCII)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_date(text: str) -> bool:
    """RFC 3339 `full-date`: a day the calendar has."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1] + (month == 2 and isleap(year))


def is_date_time(text: str) -> bool:
    """RFC 3339 `date-time`: with an offset; a 60th second only where UTC can have one."""
    match = _TIME.fullmatch(text, 10)
    if match is None or not is_date(text[:10]):
        return False
    hour, minute, second = int(match[1]), int(match[2]), int(match[3])
    off_hour, off_minute = int(match[5] or 0), int(match[6] or 0)
    if hour > 23 or minute > 59 or second > 60 or off_hour > 23 or off_minute > 59:
        return False
    offset = (off_hour * 60 + off_minute) * (-1 if match[4] == "-" else 1)
    return second < 60 or (hour * 60 + minute - offset) % 1440 == 1439


def _within(bits: int) -> Callable[[Any], bool]:
    limit = 1 << (bits - 1)
    return lambda value: not isinstance(value, int) or -limit <= value < limit


def _text(check: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: not isinstance(value, str) or check(value)


FORMATS: Mapping[str, Callable[[Any], bool]] = MappingProxyType(
    {
        "date": _text(is_date),
        "date-time": _text(is_date_time),
        "email": _text(lambda text: _EMAIL.fullmatch(text) is not None),
        "int32": _within(32),
        "int64": _within(64),
    }
)
"""Format to its check; a format that is not here is not asserted."""
