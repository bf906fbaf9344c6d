"""When two JSON values are the same: 80 is 80.0, and true is not 1."""

from __future__ import annotations

from typing import Any

__all__ = ["first_difference", "same_json"]


def same_json(one: Any, other: Any) -> bool:
    """Whether the two say the same to every JSON reader."""
    return first_difference(one, other) is None


def first_difference(one: Any, other: Any, pointer: str = "") -> str | None:
    """The JSON pointer of the first place where the two differ; None where nothing does."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in [*one, *(name for name in other if name not in one)]:
            place = f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}"
            if name not in one or name not in other:
                return place
            if (found := first_difference(one[name], other[name], place)) is not None:
                return found
        return None
    if isinstance(one, list) and isinstance(other, list):
        for index, pair in enumerate(zip(one, other, strict=False)):
            if (found := first_difference(*pair, f"{pointer}/{index}")) is not None:
                return found
        return None if len(one) == len(other) else f"{pointer}/{min(len(one), len(other))}"
    same = isinstance(one, bool) == isinstance(other, bool) and one == other
    return None if same else pointer or "/"
