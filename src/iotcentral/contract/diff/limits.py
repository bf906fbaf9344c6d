"""Limits of a value: which of two is tighter."""

from __future__ import annotations

from typing import Any

from iotcentral.contract.values import is_array

__all__ = ["LIMITS", "relation"]

_UPPER = frozenset({"maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"})
_LOWER = frozenset({"minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties"})
_COUNTS = frozenset({"minLength", "minItems", "minProperties"})
_PRESENT = frozenset({"pattern", "propertyNames", "not", "multipleOf", "contains", "dependentRequired"})

LIMITS = (*sorted(_UPPER), *sorted(_LOWER), *sorted(_PRESENT), "uniqueItems", "x-ms-mutability")
"""Every keyword that limits a value."""


def relation(keyword: str, before: Any, after: Any) -> str | None:
    """Return `tightened`, `loosened`, `changed` (neither), or `None` where both limits allow the same."""
    if keyword == "uniqueItems":
        before, after = before or None, after or None
    if keyword in _COUNTS:
        before, after = before or None, after or None
    if before == after:
        return None
    if before is None or after is None:
        return "tightened" if before is None else "loosened"
    if keyword in _UPPER:
        return "tightened" if after < before else "loosened"
    if keyword in _LOWER:
        return "tightened" if after > before else "loosened"
    return _subset(before, after) if keyword == "x-ms-mutability" else "changed"


def _subset(before: Any, after: Any) -> str | None:
    old, new = (set(value) if is_array(value) else {value} for value in (before, after))
    if old == new:
        return None
    return "tightened" if new < old else "loosened" if old < new else "changed"
