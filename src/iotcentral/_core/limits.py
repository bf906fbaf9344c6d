"""The JSON Schema keywords that limit one value, each by name; no paths and no recursion here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sized
from functools import cache
from math import isfinite
from operator import ge, gt, le, lt
from types import MappingProxyType
from typing import Any, NamedTuple

from iotcentral._core.formats import FORMATS
from iotcentral._core.model import OpenStrEnum

__all__ = ["KEYWORDS", "Problem", "check", "check_text", "json_type", "refuses_name"]

Schema = Mapping[str, Any]


class Problem(NamedTuple):
    """Why a value is refused. The text never repeats the value: it may be a secret."""

    rule: str
    message: str


class _Rule(NamedTuple):
    holds: Callable[[Any, Any], bool]
    text: str


_NAMES: Mapping[type, str] = MappingProxyType(
    {
        str: "string",
        bool: "boolean",
        int: "integer",
        float: "number",
        list: "array",
        dict: "object",
        type(None): "null",
    }
)


def json_type(value: object) -> str:
    """Return the JSON name of a value's type, or the Python name of a type that JSON lacks."""
    kind = type(value)
    if kind in _NAMES:
        return _NAMES[kind]
    # The bases too: members of enums are text of a class of their own.
    return next((_NAMES[base] for base in kind.__mro__ if base in _NAMES), kind.__name__)


def _types(schema: Schema) -> tuple[str, ...]:
    declared: Any = schema.get("type", ())
    return (declared,) if isinstance(declared, str) else tuple(declared)


def check(value: Any, schema: Schema) -> Problem | None:
    """Return the first limit of `schema` that `value` breaks, looking at this one value alone."""
    actual, allowed = json_type(value), _types(schema)
    if allowed and actual not in allowed and not (actual == "integer" and "number" in allowed):
        return Problem("type", f"must be {' or '.join(allowed)}, not {type(value).__name__}")
    if actual == "number" and not isfinite(value):
        return Problem("number", "must be finite: JSON has neither NaN nor Infinity")
    if actual == "string":
        return check_text(value, secret=schema.get("x-ms-secret") is True) or _broken(value, actual, schema)
    return _broken(value, actual, schema)


def _broken(value: Any, actual: str, schema: Schema) -> Problem | None:
    rules = _RULES.get(actual, _ANY)
    for keyword, limit in schema.items():
        rule = rules.get(keyword)
        if rule is not None and not rule.holds(value, limit):
            return Problem(keyword, rule.text.format(limit))
    return None


_MASKED = re.compile(r"(?:AccountKey|SharedAccessKey|SharedAccessSignature)\s*=\s*\*+", re.IGNORECASE)
_MASK = "*****"


def check_text(text: str, *, secret: bool = False) -> Problem | None:
    """Refuse text that UTF-8 cannot hold, and secrets the service answered in masked form."""
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        return Problem("unicode", "holds half of a surrogate pair, which UTF-8 cannot carry")
    if "*" in text and ((secret and _MASK in text) or _MASKED.search(text)):
        return Problem(
            "masked-secret", "is a secret masked by the service: give the real one, or leave it unset"
        )
    return None


def refuses_name(name: str, schema: Schema) -> bool:
    """Whether a `propertyNames` schema refuses a member's name."""
    unwanted: Schema | None = schema.get("not")
    return check(name, schema) is not None or (unwanted is not None and not refuses_name(name, unwanted))


_IN_PYTHON: Mapping[str, str] = MappingProxyType({"$": r"\Z", "(?<": "(?P<"})


@cache
def _ecma(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of JSON Schema: ASCII classes, `$` is the very end, `(?<name>` names a group."""
    parts: list[str] = re.findall(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(?![=!])|.", pattern, re.DOTALL)
    return re.compile("".join(_IN_PYTHON.get(part, part) for part in parts), re.ASCII)


def _same(value: Any, other: Any) -> bool:
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def _one_of(value: Any, values: list[Any]) -> bool:
    # A value that only a decode can have made may go back to where it came from.
    unknown = isinstance(value, OpenStrEnum) and not value.is_known
    return unknown or any(_same(value, other) for other in values)


def _at_least(value: Sized, limit: int) -> bool:
    return len(value) >= limit


def _at_most(value: Sized, limit: int) -> bool:
    return len(value) <= limit


def _matches(text: str, pattern: str) -> bool:
    return _ecma(pattern).search(text) is not None


def _format(value: Any, name: str) -> bool:
    return name not in FORMATS or FORMATS[name](value)


def _multiple(value: float, step: float) -> bool:
    from fractions import Fraction  # rarely needed, and slow to import

    return Fraction(str(value)) % Fraction(str(step)) == 0


def _unique(items: list[Any], wanted: bool) -> bool:
    return not wanted or not any(_same(item, other) for n, item in enumerate(items) for other in items[:n])


_ANY: Mapping[str, _Rule] = MappingProxyType(
    {
        "enum": _Rule(_one_of, "must be one of {}"),
        "const": _Rule(_same, "must be {}"),
        "format": _Rule(_format, "must be a valid {}"),
    }
)
_STRING: Mapping[str, _Rule] = MappingProxyType(
    {
        "minLength": _Rule(_at_least, "must have at least {} characters"),
        "maxLength": _Rule(_at_most, "must have at most {} characters"),
        "pattern": _Rule(_matches, "must match {}"),
    }
)
_NUMBER: Mapping[str, _Rule] = MappingProxyType(
    {
        "minimum": _Rule(ge, "must be at least {}"),
        "maximum": _Rule(le, "must be at most {}"),
        "exclusiveMinimum": _Rule(gt, "must be more than {}"),
        "exclusiveMaximum": _Rule(lt, "must be less than {}"),
        "multipleOf": _Rule(_multiple, "must be a multiple of {}"),
    }
)
_ARRAY: Mapping[str, _Rule] = MappingProxyType(
    {
        "minItems": _Rule(_at_least, "must have at least {} items"),
        "maxItems": _Rule(_at_most, "must have at most {} items"),
        "uniqueItems": _Rule(_unique, "must not hold an item twice"),
    }
)
_OBJECT: Mapping[str, _Rule] = MappingProxyType(
    {
        "minProperties": _Rule(_at_least, "must have at least {} members"),
        "maxProperties": _Rule(_at_most, "must have at most {} members"),
    }
)
_RULES: Mapping[str, Mapping[str, _Rule]] = MappingProxyType(
    {
        "string": {**_ANY, **_STRING},
        "integer": {**_ANY, **_NUMBER},
        "number": {**_ANY, **_NUMBER},
        "array": {**_ANY, **_ARRAY},
        "object": {**_ANY, **_OBJECT},
    }
)
KEYWORDS = frozenset(keyword for rules in _RULES.values() for keyword in rules)
"""Keywords checked here; a test holds the specs to these and to those the walk of a body knows."""
