"""Date-times as whole nanoseconds since 1970, which keeps the seven digits the service sends."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from iotcentral.times import parse_time

__all__ = ["nanoseconds"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_FRACTION = re.compile(r"\.(\d+)")


def nanoseconds(text: str) -> int:
    """Return an RFC 3339 date-time as nanoseconds since 1970 in UTC; digits past the ninth are cut off.

    Raises ValueError for any other text.
    """
    moment = parse_time(text)
    fraction = _FRACTION.search(text)
    leap = fraction is not None and text[fraction.start() - 2 : fraction.start()] == "60"
    digits = "" if fraction is None or leap else fraction[1]
    return (moment - _EPOCH) // _SECOND * 10**9 + int(digits[:9].ljust(9, "0"))
