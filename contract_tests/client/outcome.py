"""What a call of the public client came to, as plain values the suite can compare."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

import iotcentral
from iotcentral import errors

__all__ = ["ERROR_CLASSES", "lossless", "stray_members"]

ERROR_CLASSES: dict[int, type[errors.ApiError]] = {
    400: errors.BadRequest,
    401: errors.Unauthenticated,
    403: errors.Forbidden,
    404: errors.NotFound,
    409: errors.Conflict,
    412: errors.PreconditionFailed,
    422: errors.Unprocessable,
    429: errors.Throttled,
    500: errors.InternalServerError,
    503: errors.ServiceUnavailable,
}
"""The error class every documented status must raise, written down apart from the client's own table."""


def lossless(value: Any) -> Any:
    """The JSON value of what a call answered, by the public lossless encoding."""
    return json.loads(iotcentral.encode(value))


def stray_members(value: Any) -> Iterator[str]:
    """Names that ended up among the unknown members, at any depth: the contract knew every one of them."""
    if isinstance(value, iotcentral.UnknownVariant):
        yield str(value.type)
    elif isinstance(value, msgspec.Struct):
        yield from iotcentral.unknown_members(value)  # type: ignore[arg-type]
        for name in value.__struct_fields__:
            if not name.startswith("_"):
                yield from stray_members(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from stray_members(item)
