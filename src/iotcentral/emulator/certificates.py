"""Certificates as callers send them: base64 of a PEM text; what is read from one is its thumbprint."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

__all__ = ["thumbprint"]

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----")
_SEQUENCE = 0x30
_HEADER = 4


def thumbprint(text: str) -> str | None:
    """Answer the SHA-1 of a certificate as 40 upper-case digits; `None` for what is no certificate."""
    content = _decoded(text.encode())
    found = _PEM.search(content or text.encode())
    encoded = _decoded(found.group(1)) if found else content
    if not encoded or len(encoded) <= _HEADER or encoded[0] != _SEQUENCE:
        return None
    return hashlib.sha1(encoded, usedforsecurity=False).hexdigest().upper()


def _decoded(text: bytes) -> bytes | None:
    try:
        return base64.b64decode(b"".join(text.split()), validate=True)
    except binascii.Error:
        return None
