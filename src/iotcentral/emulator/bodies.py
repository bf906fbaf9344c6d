"""Reading JSON bodies as the service does, refusing what no JSON text may hold."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.shapes import as_object

__all__ = ["DEPTH_LIMIT", "merge_patch", "read_json", "write_json"]

DEPTH_LIMIT = 64
"""Arrays and objects may lie this deep in each other; deeper bodies are refused."""

# A string is taken whole, an unfinished one to the end of the body, so that no byte is looked at twice.
_STRING_OR_BRACKET = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[{\]}]', re.DOTALL)
_EXACT = 2**53


def read_json(body: bytes, *, unique: bool = False) -> Any:
    """Parse a body; whole numbers written as `80.0` become `80`, as the service writes them.

    With `unique` no object may have a member twice; otherwise the last one counts.

    Raises:
        Problem: 400 `InvalidBody` when the bytes are not UTF-8 JSON, hold NaN, infinities or lone
            surrogates, or nest too deep.

    """
    _check_depth(body)
    try:
        value = json.loads(
            body.decode("utf-8"),
            parse_float=_number,
            parse_int=_whole,
            parse_constant=_refuse,
            object_pairs_hook=_once if unique else None,
        )
        # Writing finds the lone surrogates that no UTF-8 text can hold.
        write_json(value)
    except (ValueError, RecursionError):
        raise invalid_body("should be valid JSON") from None
    return value


def write_json(value: Any) -> bytes:
    """Write a JSON value compactly, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def merge_patch(target: Any, patch: Any) -> Any:
    """Apply a JSON Merge Patch (RFC 7396): objects merge, null removes, all else replaces."""
    changes = as_object(patch)
    if changes is None:
        return patch
    merged = dict(as_object(target) or {})
    for name, value in changes.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def _check_depth(body: bytes) -> None:
    if body.count(b"[") + body.count(b"{") <= DEPTH_LIMIT:
        return
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(body):
        mark = found.group()
        depth += (mark in b"[{") - (mark in b"]}")
        if depth > DEPTH_LIMIT:
            raise invalid_body(f"should NOT nest deeper than {DEPTH_LIMIT} levels")


def _number(text: str) -> int | float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return int(value) if value.is_integer() and abs(value) <= _EXACT else value


def _whole(text: str) -> int | float:
    value = int(text)
    return value if -(2**63) <= value < 2**64 else _number(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise invalid_body("should NOT have a member twice")
    return members


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
