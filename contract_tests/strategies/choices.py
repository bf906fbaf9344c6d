"""Decisions read from drawn bytes: a draw of Hypothesis makes dozens, for one each would cost most of a case.

A zero decides for what is smallest, as does all after the last byte: values shrink as the bytes do, and those
of schemas that are inside themselves end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

__all__ = ["Choices", "Make", "drawn"]

_CHUNK = 64
_MOST_CHUNKS = 24
_BYTES = st.binary(min_size=_CHUNK, max_size=_CHUNK)

Value = TypeVar("Value")


class Choices:
    """What decides about one value, in the order of the decisions."""

    __slots__ = ("_at", "_draw", "_left", "_raw")

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self._draw = draw
        self._raw = b""
        self._at = 0
        self._left = _MOST_CHUNKS

    def take(self, count: int) -> bytes:
        """The next bytes."""
        end = self._at + count
        while end > len(self._raw):
            self._raw, end, self._at = self._raw[self._at :] + self._more(), end - self._at, 0
        found = self._raw[self._at : end]
        self._at = end
        return found

    def _more(self) -> bytes:
        if not self._left:
            return bytes(_CHUNK)
        self._left -= 1
        found: bytes = self._draw(_BYTES)
        return found

    def below(self, bound: int) -> int:
        """A number from 0 on that is less than `bound`."""
        count = 1 if bound <= 256 else (bound.bit_length() + 15) // 8
        return int.from_bytes(self.take(count), "big") * bound >> 8 * count

    def one_of(self, values: Sequence[Value]) -> Value:
        """One of some values; the first is the smallest."""
        return values[self.below(len(values))]

    def draw(self, strategy: st.SearchStrategy[Value]) -> Value:
        """What another strategy draws, for values that are seldom wanted."""
        found: Value = self._draw(strategy)
        return found


Make = Callable[[Choices], Any]
"""Makes a value as the choices say."""


@st.composite
def drawn(draw: st.DrawFn, make: Make) -> Any:
    """What `make` makes."""
    return make(Choices(draw))
