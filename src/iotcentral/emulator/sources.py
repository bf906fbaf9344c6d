"""Where the engine's time, randomness and made-up values come from; all of it is passed in.

With a `ManualClock` and a `SeededRandomness` two runs of the same calls give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

__all__ = [
    "Clock",
    "Makers",
    "ManualClock",
    "Randomness",
    "SeededRandomness",
    "http_time",
    "millisecond_time",
    "milliseconds",
    "moment_of",
    "parse_milliseconds",
    "signature",
    "system_clock",
    "system_randomness",
    "twin_time",
]

Clock = Callable[[], datetime]
"""Answers the present moment, with a time zone."""

Randomness = Callable[[int], bytes]
"""Answers that many random bytes."""

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def system_clock() -> datetime:
    """Answer the machine's time in UTC."""
    return datetime.now(UTC)


def system_randomness(count: int) -> bytes:
    """Answer bytes of the operating system's random source."""
    return os.urandom(count)


class ManualClock:
    """A clock that moves only when told to."""

    def __init__(self, start: datetime = datetime(2024, 1, 1, tzinfo=UTC)) -> None:
        self._now = start

    def __call__(self) -> datetime:
        """Answer the moment the clock stands at."""
        return self._now

    def advance(self, step: timedelta) -> None:
        """Move the clock on by `step`."""
        self._now += step


class SeededRandomness:
    """An endless stream of bytes that is the same for the same seed; for tests and recordings only."""

    def __init__(self, seed: str | int = 0) -> None:
        self._key = str(seed).encode()
        self._calls = 0

    def __call__(self, count: int) -> bytes:
        """Answer the next `count` bytes of the stream."""
        self._calls += 1
        return hashlib.shake_256(self._key + b"/" + str(self._calls).encode()).digest(count)


def http_time(moment: datetime) -> str:
    """Write a moment as the `Date` header and the `time` of error bodies do (RFC 1123, GMT)."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def milliseconds(moment: datetime) -> int:
    """Answer the milliseconds since the epoch, as the `se` part of API tokens has them."""
    return (moment - _EPOCH) // _MILLISECOND


def moment_of(milliseconds_since_epoch: int) -> datetime:
    """Answer the moment that many milliseconds after the epoch."""
    return _EPOCH + milliseconds_since_epoch * _MILLISECOND


def millisecond_time(milliseconds_since_epoch: int) -> str:
    """Write milliseconds since the epoch as the service writes an `expiry`: `2023-07-07T17:05:08.407Z`."""
    moment = moment_of(milliseconds_since_epoch)
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def parse_milliseconds(text: str) -> int | None:
    """Read an RFC 3339 date-time; `None` for one that no calendar of ours has (year 0, second 60)."""
    try:
        return milliseconds(datetime.fromisoformat(text.upper()).astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def twin_time(moment: datetime) -> str:
    """Write a moment with the seven decimals of device twins: `2021-08-10T15:09:37.1234560Z`."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "0Z"


class Makers:
    """Makes what the service makes up itself: request ids, etags, keys, GUIDs."""

    def __init__(self, clock: Clock, randomness: Randomness) -> None:
        self.clock = clock
        self.randomness = randomness

    def request_id(self) -> str:
        """Make the id of one failed request: eight characters of `[0-9a-z]`."""
        return "".join(_ALPHABET[byte % 36] for byte in self.randomness(8))

    def guid(self) -> str:
        """Make a random GUID."""
        return str(uuid.UUID(bytes=self.randomness(16), version=4))

    def quoted_tag(self) -> str:
        """Make the hexadecimal tag of the service's store, quotes inside: `"7502ac89-0000-0300-…"`."""
        return f'"{uuid.UUID(bytes=self.randomness(16))}"'

    def fixed_tag(self, *parts: str) -> str:
        """Make a tag like `quoted_tag`, always the same for the same texts."""
        return f'"{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts))}"'

    def device_etag(self, *, created: bool) -> str:
        """Make a device's etag: unpadded base64 of a small JSON object of quoted tags."""
        parts = {"header": self.quoted_tag()} | ({"data": self.quoted_tag()} if created else {})
        text = json.dumps(parts, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(text).rstrip(b"=").decode()

    def content_etag(self, content: Any) -> str:
        """Make a device template's etag, a hash of its content: `"~<44 characters of base64>"`."""
        text = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
        return f'"~{base64.b64encode(hashlib.sha256(text).digest()).decode()}"'


def signature(key: bytes, *parts: str) -> bytes:
    """Sign texts with HMAC-SHA256; the parts cannot run into each other."""
    return hmac.new(key, json.dumps(parts).encode(), hashlib.sha256).digest()
