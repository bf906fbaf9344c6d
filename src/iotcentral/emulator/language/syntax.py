"""What a condition says, in whichever language it was written."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

__all__ = ["All", "Comparison", "Condition", "Contains", "Either", "Not", "Place", "Value"]

Value: TypeAlias = str | int | float | bool


class Comparison(msgspec.Struct, frozen=True, tag=True):
    """A member compared with a value."""

    member: str
    operator: str
    """One of `= != < <= > >=`."""
    value: Value


class Contains(msgspec.Struct, frozen=True, tag=True):
    """A text that is somewhere in a member's, upper and lower case being the same."""

    member: str
    text: str


class Place(msgspec.Struct, frozen=True, tag=True):
    """Where a text begins in a member's, counted from 0 and -1 for nowhere, compared with a number."""

    member: str
    text: str
    operator: str
    value: int | float


class Not(msgspec.Struct, frozen=True, tag=True):
    """The opposite of a condition."""

    condition: Condition


class All(msgspec.Struct, frozen=True, tag=True):
    """Conditions that hold together."""

    conditions: tuple[Condition, ...]


class Either(msgspec.Struct, frozen=True, tag=True):
    """Conditions of which one holds."""

    conditions: tuple[Condition, ...]


Condition: TypeAlias = Comparison | Contains | Place | Not | All | Either
