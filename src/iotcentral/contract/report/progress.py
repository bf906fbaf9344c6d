"""A sign of life on standard error for work that takes over two seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

__all__ = ["Progress"]


class Progress:
    """Writes a line when work has gone on for `every` seconds, and again each time as long."""

    def __init__(self, clock: Callable[[], float], stream: TextIO, every: float = 2.0) -> None:
        self._clock = clock
        self._stream = stream
        self._every = every
        self._next = clock() + every

    def __call__(self, done: int) -> None:
        """Report the number of interactions done so far."""
        now = self._clock()
        if now >= self._next:
            self._next = now + self._every
            self._stream.write(f"verify: {done:,} interactions\n")
            self._stream.flush()
