"""How long an answer asks to wait, in all forms that services and gateways write it."""

from __future__ import annotations

import re

from iotcentral._core.transport import Response

__all__ = ["retry_after"]

_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_MILLISECONDS = ("retry-after-ms", "x-ms-retry-after-ms")


def retry_after(response: Response, now: float) -> float | None:
    """Return seconds from `now` (seconds since 1970), never below 0; `None` if the answer does not say.

    `retry-after-ms` and `x-ms-retry-after-ms` are more exact and go first; then `Retry-After`, a number of
    seconds or an HTTP date.
    """
    for name in _MILLISECONDS:
        text = (response.header(name) or "").strip()
        if _NUMBER.fullmatch(text):
            return float(text) / 1000
    text = (response.header("retry-after") or "").strip()
    if _NUMBER.fullmatch(text):
        return float(text)
    return _until(text, now) if text else None


def _until(text: str, now: float) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    from datetime import UTC

    # A date with the zone `-0000` comes without one; HTTP dates are always UTC.
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, aware.timestamp() - now)
