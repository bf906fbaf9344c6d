"""What a condition says of a resource."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from iotcentral.emulator.language.syntax import All, Comparison, Condition, Contains, Either, Place

__all__ = ["Read", "holds", "members_of"]

Read = Callable[[str], Any]
"""Answers the value of a member; `None` for one that is not set."""

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def holds(condition: Condition, read: Read) -> bool:
    """Say whether a condition holds; one on a member that is not set, or of another kind, does not."""
    match condition:
        case Comparison():
            return _compares(read(condition.member), condition.operator, condition.value)
        case Contains():
            value = read(condition.member)
            return isinstance(value, str) and condition.text.casefold() in value.casefold()
        case Place():
            value = read(condition.member)
            at = value.casefold().find(condition.text.casefold()) if isinstance(value, str) else -1
            return _compares(at, condition.operator, condition.value)
        case All():
            return all(holds(part, read) for part in condition.conditions)
        case Either():
            return any(holds(part, read) for part in condition.conditions)
        case _:
            return not holds(condition.condition, read)


def members_of(condition: Condition) -> frozenset[str]:
    """Answer the members a condition speaks of."""
    match condition:
        case Comparison() | Contains() | Place():
            return frozenset({condition.member})
        case All() | Either():
            return frozenset(member for part in condition.conditions for member in members_of(part))
        case _:
            return members_of(condition.condition)


def _compares(value: Any, sign: str, wanted: Any) -> bool:
    if _kind(value) != _kind(wanted) or value is None:
        return False
    if sign in ("=", "!="):
        return bool((value == wanted) == (sign == "="))
    return not isinstance(value, bool) and _ORDERS[sign](value, wanted)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, int | float) else type(value).__name__
