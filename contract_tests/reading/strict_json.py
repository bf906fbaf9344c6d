"""JSON as RFC 8259 writes it: UTF-8 without a mark, no doubled name, no NaN, no lone surrogate."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

__all__ = ["BadJsonError", "read"]


class BadJsonError(ValueError):
    """The bytes are no JSON that every reader reads alike."""


def read(raw: bytes) -> Any:
    """The value `raw` holds; `BadJsonError` says what is wrong with it."""
    if raw.startswith(b"\xef\xbb\xbf"):
        raise BadJsonError("a byte order mark stands before the JSON")
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except BadJsonError:
        raise
    except UnicodeError as error:
        raise BadJsonError(f"not UTF-8: {error}") from error
    except (ValueError, RecursionError) as error:
        raise BadJsonError(f"not JSON: {error}") from error
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadJsonError(f"the member {name!r} stands twice in one object")
        found[name] = value
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise BadJsonError(f"{name} is no JSON number")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise BadJsonError(f"{text} is larger than a JSON reader can hold")
    return number
