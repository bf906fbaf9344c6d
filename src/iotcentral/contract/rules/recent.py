"""What the rules remember of a recording, bounded: however long it is, memory stays the same.

To forget costs findings that would need the forgotten, never makes up one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["LISTINGS", "RESOURCES", "Recent"]

Key = TypeVar("Key")
Value = TypeVar("Value")

RESOURCES = 2_000
"""Resources of one kind remembered at a time."""
LISTINGS = 250
"""Lists, and walks through lists, remembered at a time."""


class Recent(dict[Key, Value], Generic[Key, Value]):
    """A mapping of the last `most` keys put into it; the one put in first goes first."""

    def __init__(self, most: int, forgot: Callable[[Value], None] | None = None) -> None:
        super().__init__()
        self._most = most
        self._forgot = forgot

    def put(self, key: Key, value: Value) -> None:
        """Set a value; its key counts as the newest."""
        self.pop(key, None)
        self[key] = value
        if len(self) > self._most:
            oldest = self.pop(next(iter(self)))
            if self._forgot is not None:
                self._forgot(oldest)
