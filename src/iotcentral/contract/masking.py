"""Secrets taken out of what a report shows: bodies, headers, URLs and the texts of findings.

Names decide first (the fixed list of the service's secrets), then what a value looks like, so that a secret
in an unexpected place, in broken JSON or in half a body is masked as well.
"""

from __future__ import annotations

import json
import re
from typing import Any

from iotcentral.contract.exchanges import Headers, parse_json
from iotcentral.contract.values import is_array, is_object

__all__ = [
    "MASK",
    "masked_body",
    "masked_headers",
    "masked_message",
    "masked_pointer",
    "masked_text",
    "masked_url",
]

MASK = "*****"
_NAMES = (
    *("authorization", "clientSecret", "connectionString", "endorsementKey", "password", "primaryKey"),
    *("secondaryKey", "sharedAccessKey", "accountKey", "secret", "token", "accessToken", "refreshToken"),
    *("sasUri", "sasToken", "apiKey", "privateKey", "verificationCode"),
)
_SECRET = frozenset(name.lower() for name in _NAMES)
_HEADER_VALUES = "headercustomizations"
"""Headers an export sends to a webhook: the values are secrets."""
_NAMED = re.compile(
    rf"""(?P<open>\\*["'])(?P<name>{"|".join(_NAMES)})(?P=open)(?P<colon>\s*:\s*)"""
    r"""(?:(?P<quote>\\*["'])(?:(?!(?P=quote)).)*(?:(?P=quote))?|[^\s,}\]"'{\[]+)""",
    re.IGNORECASE | re.DOTALL,
)
_LOOKS = (
    re.compile(r"(?i)(SharedAccessSignature\s+)[^\s\"',}<>]+"),
    re.compile(r"(?i)\b(Bearer\s+)[A-Za-z0-9._~+/=-]{8,}"),
    re.compile(r"(?i)\b(Basic\s+)[A-Za-z0-9+/=]{8,}"),
    re.compile(r"(?i)\b((?:AccountKey|SharedAccessKey|Password|Pwd)=)[^;\s\"',}<>]+"),
    re.compile(r"(?i)([?&;](?:sig|token|code|key|access_token|api[-_]?key)=)[^&;\s\"',}<>]+"),
    re.compile(r"()\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?"),
    re.compile(r"()-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL),
    re.compile(r"()(?<![A-Za-z0-9+/~=_-])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])"),  # 256 bits: a device key
    re.compile(r"()(?<![A-Za-z0-9+/~=_-])[A-Za-z0-9+/]{86}==(?![A-Za-z0-9+/=])"),  # 512 bits: a storage key
)
_SHOWN_HEADERS = frozenset(
    (
        *("accept", "allow", "content-encoding", "content-length", "content-type", "date", "etag"),
        *("azure-asyncoperation", "host", "if-match", "if-none-match", "location", "retry-after"),
        *("server", "user-agent", "x-ms-client-request-id", "x-ms-error-code", "x-ms-request-id"),
    )
)


def masked_text(text: str) -> str:
    """Return a text with everything that is or looks like a secret masked."""
    text = _NAMED.sub(lambda m: f"{m['open']}{m['name']}{m['open']}{m['colon']}{_quoted(m['quote'])}", text)
    for pattern in _LOOKS:
        text = pattern.sub(rf"\g<1>{MASK}", text)
    return text


def _quoted(quote: str | None) -> str:
    return f"{quote or ''}{MASK}{quote or ''}"


def masked_message(message: str, pointer: str) -> str:
    """Return the message of a finding; of a secret member it may say everything but the value."""
    named = any(part.lower() in _SECRET for part in pointer.split("/"))
    return re.sub(r"\"[^\"]*\"|'[^']*'", f"'{MASK}'", masked_text(message)) if named else masked_text(message)


def masked_pointer(pointer: str) -> str:
    """Return a JSON pointer; a name in it may be a secret where a client mixed up name and value."""
    parts = (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/"))
    return "/".join(masked_text(part).replace("~", "~0").replace("/", "~1") for part in parts)


def masked_url(url: str) -> str:
    """Return a URL without credentials: those before the host, and parameters that are secrets by name."""
    return masked_text(re.sub(r"(?<=://)[^/@?#]*@", f"{MASK}@", url))


def masked_headers(headers: Headers) -> Headers:
    """Return headers as a report shows them: the values of those not known to be harmless are masked."""
    return tuple(
        (name, masked_text(value) if name.lower() in _SHOWN_HEADERS else MASK)
        for name, value in headers
        if not name.startswith(":")
    )


def masked_body(body: bytes, most: int = 2_000) -> str:
    """Return the beginning of a body as text, laid out if it is JSON, its secrets masked."""
    laid_out = _laid_out(body) if len(body) <= most * 100 else None
    text = body[: most * 8].decode("utf-8", "backslashreplace") if laid_out is None else laid_out
    text = masked_text(text)
    return text if len(text) <= most else f"{text[:most]}\n… ({len(body):,} bytes in all)"


def _laid_out(body: bytes) -> str | None:
    value = parse_json(body)
    if not is_object(value) and not is_array(value):
        return None
    try:
        return json.dumps(_masked(value), indent=2, ensure_ascii=False)
    except RecursionError:
        return None


def _masked(value: Any, *, headers: bool = False) -> Any:
    if is_object(value):
        return {name: _member(name, each, headers=headers) for name, each in value.items()}
    return [_masked(each, headers=headers) for each in value] if is_array(value) else value


def _member(name: str, value: Any, *, headers: bool) -> Any:
    inside = headers or name.lower() == _HEADER_VALUES
    is_secret = name.lower() in _SECRET or (headers and name.lower() == "value")
    if is_secret and isinstance(value, str) and value:
        return MASK
    return _masked(value, headers=inside)
