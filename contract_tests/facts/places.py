"""One flat form for facts and specs: a key for every place, and what stands there.

A key is a tuple such as `("schemas", "Device", "props", "id", "readOnly")`. Both readers write this form, so
comparing is a comparison of two dictionaries, and a fact that only one side has cannot be overlooked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["Key", "Places", "frozen", "show", "under"]

Key = tuple[str, ...]
Places = dict[Key, Any]


def frozen(value: Any) -> Any:
    """A JSON value that can be compared and hashed; lists as tuples, objects as sorted pairs."""
    if isinstance(value, Mapping):
        return tuple(sorted((str(key), frozen(child)) for key, child in value.items()))
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def under(places: Places, *prefix: str) -> Places:
    """The places below a key, with the keys that they have there."""
    return {key[len(prefix) :]: value for key, value in places.items() if key[: len(prefix)] == prefix}


def show(key: Key) -> str:
    """A key for people."""
    return " > ".join(key)
