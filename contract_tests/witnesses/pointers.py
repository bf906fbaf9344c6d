"""Read and change what stands at a JSON pointer."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

__all__ = ["ABSENT", "found", "put", "tokens"]

ABSENT: Any = "(absent)"
"""In place of a value: there is none, the place is taken out."""


def tokens(pointer: str) -> list[str]:
    """The names and indexes of a pointer, unescaped."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def found(parts: Any, pointer: str) -> Any:
    """What stands at a pointer; raises LookupError where nothing does."""
    for token in tokens(pointer):
        parts = parts[int(token) if isinstance(parts, list) else token]
    return parts


def put(parts: Mapping[str, Any], pointer: str, value: Any) -> dict[str, Any]:
    """A copy of `parts` with `value` at a pointer, or with that place taken out."""
    changed = copy.deepcopy(dict(parts))
    place = found(changed, pointer.rpartition("/")[0])
    last = tokens(pointer)[-1]
    key: Any = int(last) if isinstance(place, list) else last
    if value == ABSENT:
        place.pop(key, None) if isinstance(place, dict) else place.pop(key)
    else:
        place[key] = value
    return changed
