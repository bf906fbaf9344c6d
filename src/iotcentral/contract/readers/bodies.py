"""Bodies as recorders store them: text, bytes, base64, compressed."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Any

from iotcentral.contract.readers.errors import LARGEST, TooLargeError
from iotcentral.contract.values import is_object

__all__ = ["body_bytes", "decompressed"]


def body_bytes(stored: Any) -> bytes:
    """Return the bytes of a stored body.

    Forms: absent, text, bytes (`!!binary`), `{string: …}` (vcrpy), `{base64_string: …}` and
    `{encoding: base64, string: …}` (betamax and relatives), and JSON kept as a value by some serializers.

    Raises:
        ValueError: a base64 text that is none, or a form not known.

    """
    if stored is None:
        return b""
    if isinstance(stored, bytes):
        return stored
    if isinstance(stored, str):
        return stored.encode("utf-8", "surrogateescape")
    if is_object(stored):
        return _from_mapping(stored)
    raise ValueError(f"a body of type {type(stored).__name__}")


def _from_mapping(stored: dict[Any, Any]) -> bytes:
    if "base64_string" in stored:
        return _unpacked(stored["base64_string"])
    if stored.get("encoding") == "base64":
        return _unpacked(stored.get("string") or "")
    if not stored:
        return b""
    if "string" not in stored:
        raise ValueError(f"a body with the members {', '.join(map(str, stored))}")
    return body_bytes(stored["string"])


def _unpacked(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise ValueError("a body that is no base64 text") from error


def decompressed(body: bytes, encoding: str | None) -> bytes:
    """Return a body without its Content-Encoding; recorders may have removed it and kept the header.

    Raises:
        ValueError: the body is compressed and damaged.
        TooLargeError: it is too large unpacked.

    """
    try:
        if encoding == "gzip" and body.startswith(b"\x1f\x8b"):
            return _inflated(body, zlib.MAX_WBITS | 16)
        if encoding == "deflate" and body[:1] == b"\x78":
            return _inflated(body, zlib.MAX_WBITS)
    except (EOFError, zlib.error) as error:
        raise ValueError(f"a {encoding} body that does not decompress") from error
    return body


def _inflated(body: bytes, window: int) -> bytes:
    unpacked = b""
    while body:  # gzip allows several members, one after the other
        inflater = zlib.decompressobj(window)
        unpacked += inflater.decompress(body, LARGEST + 1 - len(unpacked))
        if len(unpacked) > LARGEST:
            raise TooLargeError(len(unpacked))
        if not inflater.eof:
            raise EOFError
        body = inflater.unused_data
    return unpacked
