"""JSON to models and back, without losing what the contract does not name.

The strict C decoder goes first and is all there is while the service keeps the contract. Only when it refuses
a payload is that read a second time, to plain values; `tolerant.loosen` moves what is new into hidden fields,
and msgspec converts the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar, overload

import msgspec
from msgspec import UNSET, Struct

from iotcentral._core.extras import EXTRAS_FIELD, MARK, UNKNOWN_TAG, Extras
from iotcentral._core.shapes import is_array, is_object
from iotcentral._core.tolerant import loosen
from iotcentral.errors import DecodeError

__all__ = ["decode", "encode", "plain"]

T = TypeVar("T")

_REFUSALS = (msgspec.MsgspecError, ValueError, TypeError, OverflowError, RecursionError)
"""What msgspec raises for a payload: its own errors, and those that leak (bad UTF-8, list as tag, depth)."""

_MARK_BYTES = MARK.encode()


@overload
def decode(kind: type[T], data: bytes | str) -> T: ...
@overload
def decode(kind: Any, data: bytes | str) -> Any: ...
def decode(kind: Any, data: bytes | str) -> Any:
    """Decode JSON to a model, a union of models, or any type msgspec knows.

    Unknown members, enum values and union tags are kept. Raises `DecodeError`, and nothing else, for a
    payload that is not JSON or not of this type.
    """
    try:
        return _decoder(kind)(data)
    except _REFUSALS:
        return _decode_tolerantly(kind, data)


def _decode_tolerantly(kind: Any, data: bytes | str) -> Any:
    try:
        return msgspec.convert(loosen(kind, msgspec.json.decode(data)), kind)
    except _REFUSALS as error:
        # `from None`: a UnicodeDecodeError would carry the whole payload along, secrets included.
        raise DecodeError(_reason(error)) from None


def _reason(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 (byte {error.start})"
    return str(error) or type(error).__name__


@cache
def _decoder(kind: Any) -> Callable[[bytes | str], Any]:
    return msgspec.json.Decoder(kind).decode


def encode(value: Any) -> bytes:
    """Encode a model, or a list or dict of models, without loss."""
    data = msgspec.json.encode(value)
    return msgspec.json.encode(plain(value)) if _MARK_BYTES in data else data


def plain(value: Any) -> Any:
    """Return a lossless copy of a value, made of dict, list and scalars alone, under the wire names."""
    if isinstance(value, Struct):
        return _plain_struct(value)
    if is_object(value):
        return {name: plain(member) for name, member in value.items() if member is not UNSET}
    if is_array(value):
        return [plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _plain_struct(value: Struct) -> dict[str, Any]:
    config = value.__struct_config__
    extras = getattr(value, EXTRAS_FIELD, UNSET)
    if config.tag == UNKNOWN_TAG and isinstance(extras, Extras):
        return {name: plain(member) for name, member in extras.items()}
    members: dict[str, Any] = {config.tag_field: config.tag} if config.tag_field else {}
    for name, wire in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
        member = getattr(value, name)
        if member is not UNSET and name != EXTRAS_FIELD:
            members[wire] = plain(member)
    if isinstance(extras, Extras):
        # A member that came as null and has been set since is no longer null.
        members |= {name: plain(member) for name, member in extras.items() if name not in members}
    return members
