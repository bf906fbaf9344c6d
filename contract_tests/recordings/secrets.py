"""Nothing secret in a cassette: what is taken out when one is written, and what a scan refuses to find."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["AUTHORIZATION", "BEARER", "PLACEHOLDERS", "found_secrets", "scrubbed", "scrubbed_json"]

PLACEHOLDERS: Mapping[str, str] = {
    "token": "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=0",
    "primaryKey": "RkFLRS1QUklNQVJZLUtFWQ==",
    "secondaryKey": "RkFLRS1TRUNPTkRBUlktS0VZ",
    "endorsementKey": "RkFLRS1FTkRPUlNFTUVOVC1LRVk=",
    "connectionString": "DefaultEndpointsProtocol=https;AccountName=fake;AccountKey=RkFLRQ==",
    "clientSecret": "fake-client-secret",
}
"""Wire name to the text that stands for the secret: obviously made up, and still what the schema allows."""

AUTHORIZATION = "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=0"
BEARER = "Bearer FAKE"

_MASKED = re.compile(r"\*{3,}")
_SUSPICIOUS = (
    re.compile(r"sig=(?!FAKE\b)[A-Za-z0-9%+/]{8,}"),
    re.compile(r"AccountKey=(?!RkFLRQ==|\*)[A-Za-z0-9+/=]{4,}"),
    re.compile(r"SharedAccessKey=(?!RkFLR)[A-Za-z0-9+/=]{4,}"),
    re.compile(r"[Bb]earer\s+(?!FAKE\b)[A-Za-z0-9._-]{16,}"),
    re.compile(r"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"),
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
)
_LONG_KEY = re.compile(r"(?<![A-Za-z0-9+/~])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])")
"""256 bits in base64: what a device key looks like; with `~` before them they are a template's etag."""


def scrubbed(value: Any) -> Any:
    """`value` with every secret member replaced; a masked one stays as the service masked it."""
    if isinstance(value, Mapping):
        return {name: _member(name, member) for name, member in value.items()}
    return [scrubbed(item) for item in value] if isinstance(value, list) else value


def _member(name: str, value: Any) -> Any:
    if name in PLACEHOLDERS and isinstance(value, str) and not _MASKED.search(value):
        return PLACEHOLDERS[name]
    return scrubbed(value)


def scrubbed_json(body: bytes) -> bytes:
    """A JSON body without its secrets; anything else as it is."""
    try:
        value = json.loads(body)
    except ValueError:
        return body
    return json.dumps(scrubbed(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def found_secrets(text: str) -> Iterator[str]:
    """Whatever in `text` looks like a secret and is not one of our placeholders, shortened."""
    for pattern in (*_SUSPICIOUS, _LONG_KEY):
        for match in pattern.finditer(text):
            yield f"{match.group()[:24]}…"
