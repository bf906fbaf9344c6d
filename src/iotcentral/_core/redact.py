"""What may be shown of requests and answers: allow-lists for headers and query, bodies without secrets."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from iotcentral._core.shapes import is_array, is_object

__all__ = ["redact_body", "redact_content", "redact_headers", "redact_text", "redact_url"]

MASK = "***"
_LONGEST = 4096
"""Characters of a body that are shown."""

_HEADERS = frozenset(
    {
        "accept",
        "content-encoding",
        "content-length",
        "content-type",
        "date",
        "etag",
        "if-match",
        "retry-after",
        "retry-after-ms",
        "traceparent",
        "user-agent",
        "x-ms-client-request-id",
        "x-ms-correlation-request-id",
        "x-ms-error-code",
        "x-ms-request-id",
        "x-ms-retry-after-ms",
    }
)
_QUERY = frozenset({"api-version", "maxpagesize", "$top", "%24top", "orderby", "$orderby", "expand"})
_SECRET_MEMBERS = frozenset(
    {
        "accesstoken",
        "accountkey",
        "clientsecret",
        "connectionstring",
        "endorsementkey",
        "password",
        "primarykey",
        "secondarykey",
        "sharedaccesskey",
        "sharedaccesssignature",
        "token",
    }
)
_BELOW_SECRET = frozenset({"authorization", "headercustomizations"})
"""Members below which every `value` is a secret: those of webhooks."""

_PATTERNS = (
    re.compile(r"(?<=SharedAccessSignature )[^\s\"']+", re.IGNORECASE),
    re.compile(r"(?<=Bearer )[^\s\"']+", re.IGNORECASE),
    re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"),
    re.compile(r"(?<=AccountKey=)[^;&\s\"']+", re.IGNORECASE),
    re.compile(r"(?<=SharedAccessKey=)[^;&\s\"']+", re.IGNORECASE),
    re.compile(r"(?<=SharedAccessSignature=)[^;\s\"']+", re.IGNORECASE),
    re.compile(r"(?<=Password=)[^;&\s\"']+", re.IGNORECASE),
    re.compile(r"(?<=\bsig=)[^&;\s\"']+", re.IGNORECASE),
    # Keys of 32 and of 64 bytes, wherever they stand: those of devices, groups, hubs and storage accounts.
    re.compile(r"(?<![\w+/])(?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)(?![\w+/=])"),
)
_MEMBER = re.compile(
    r"""(["'](?:{})["']\s*:\s*["'])[^"']+""".format("|".join(sorted(_SECRET_MEMBERS))), re.IGNORECASE
)
"""A secret member in text that is not JSON: cut off, or quoted by a message."""


def redact_text(text: str) -> str:
    """Return text without tokens, keys, and the keys of connection strings."""
    text = _MEMBER.sub(rf"\1{MASK}", text)
    for pattern in _PATTERNS:
        text = pattern.sub(MASK, text)
    return text


def redact_headers(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return headers with the values of all that are not on the allow-list masked."""
    return {name: value if name.lower() in _HEADERS else MASK for name, value in headers}


def redact_url(url: str) -> str:
    """Return a URL with the values of all query parameters that are not on the allow-list masked."""
    parts = urlsplit(url)
    pairs = (pair.partition("=") for pair in parts.query.split("&") if pair)
    query = "&".join(
        f"{name}={value if name.lower() in _QUERY else MASK}" if mark else name for name, mark, value in pairs
    )
    return parts._replace(query=query, fragment="").geturl()


def redact_body(body: bytes | None) -> str:
    """Return a body for a log: JSON without its secrets, other text without what looks like one."""
    shown = redact_content(body or b"").decode("utf-8", "replace")
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}… ({len(shown)} characters)"


def redact_content(body: bytes) -> bytes:
    """Return a body without its secrets; one that has none stays as it is, byte for byte."""
    try:
        read: Any = msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        # Latin-1 gives every byte back as it came, and all that is looked for is ASCII.
        return redact_text(body.decode("latin-1")).encode("latin-1")
    masked = _masked(read, below=False)
    return body if masked == read else msgspec.json.encode(masked)


def _masked(value: Any, *, below: bool) -> Any:
    if is_object(value):
        return {name: _member(str(name), member, below=below) for name, member in value.items()}
    if is_array(value):
        return [_masked(item, below=below) for item in value]
    return redact_text(value) if isinstance(value, str) else value


def _member(name: str, value: Any, *, below: bool) -> Any:
    lower = name.lower()
    is_secret = lower in _SECRET_MEMBERS or (below and lower == "value")
    if is_secret and not is_object(value) and not is_array(value) and value is not None:
        return MASK
    if lower in _BELOW_SECRET and isinstance(value, str):
        return MASK
    return _masked(value, below=below or lower in _BELOW_SECRET)
