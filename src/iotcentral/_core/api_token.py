"""The text of an API token: its parts, and when it stops being good."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

from iotcentral.errors import InvalidRequest

__all__ = ["SCHEME", "check_expiry", "expiry_of"]

SCHEME = "SharedAccessSignature "

_PARTS = ("sr", "sig", "skn", "se")
_SECONDS_END = 10**11
"""In milliseconds a day of 1973; what is smaller, and no obvious stand-in, was written in seconds."""


def expiry_of(text: str) -> int:
    """Return the expiry in milliseconds since 1970; raises InvalidRequest for text that is no API token."""
    if not text.startswith(SCHEME):
        raise refused(
            "must begin with `SharedAccessSignature `; wrap an Entra token in BearerToken(…)", "token"
        )
    parts = _parts(text.removeprefix(SCHEME))
    for name in _PARTS:
        if not parts.get(name):
            raise refused(f"is an API token without `{name}=`: copy the whole text", "token")
    expiry = parts["se"]
    if not (expiry.isascii() and expiry.isdigit()):
        raise refused("is an API token whose `se` is not a number of milliseconds", "token")
    return int(expiry)


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        if name in parts:
            raise refused(f"is an API token with two `{name}=`", "token")
        parts[name] = unquote(value)
    return parts


def check_expiry(expiry: int, now: float) -> None:
    """Raise InvalidRequest, rule `expired`, when the time of a token is over; `now` in seconds since 1970."""
    if expiry > now * 1000:
        return
    if expiry < _SECONDS_END and expiry > now:
        raise refused(
            "has its `se` in seconds: is it a token of IoT Hub? IoT Central's has milliseconds", "token"
        )
    raise refused(f"expired at {_moment(expiry)}: make a new API token", "expired")


def _moment(milliseconds: int) -> str:
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def refused(message: str, rule: str) -> InvalidRequest:
    """Return the error of a credential that cannot be used."""
    return InvalidRequest(message, argument="credential", rule=rule)
