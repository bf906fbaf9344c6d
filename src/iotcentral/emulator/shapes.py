"""Asking a JSON value what it is, with a type to go on with."""

from __future__ import annotations

from typing import Any, TypeGuard

__all__ = ["as_list", "as_object", "name_of"]


def as_object(value: object) -> dict[str, Any] | None:
    """Answer the value if it is a JSON object."""
    return value if _is_object(value) else None


def as_list(value: object) -> list[Any] | None:
    """Answer the value if it is a JSON array."""
    return value if _is_list(value) else None


def name_of(value: object) -> str:
    """Answer a name that may be a text, texts by language (the first counts), or not there: `""`."""
    if isinstance(value, str):
        return value
    first = next(iter((as_object(value) or {}).values()), "")
    return first if isinstance(first, str) else ""


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
