"""Type guards for values of any type, where `isinstance` leaves checkers with unknown parts."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, TypeGuard

__all__ = ["is_array", "is_awaitable", "is_object"]


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[Any, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_awaitable(value: object) -> TypeGuard[Awaitable[Any]]:
    """Whether a value has to be awaited."""
    return isinstance(value, Awaitable)
