"""A line on a terminal that says how far a run is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from iotcentral.bulk.plan import BulkProgress

__all__ = ["Bar", "bar_on"]

_CELLS = 24
_PAUSE = 0.1
"""Seconds between two drawings: a terminal need not be asked 500 times a second."""


class Bar:
    """Draws the counts it is called with over one another, and at the end leaves the last of them."""

    def __init__(self, stream: TextIO, monotonic: Callable[[], float]) -> None:
        self._stream = stream
        self._monotonic = monotonic
        self._started = monotonic()
        self._drawn: float | None = None
        self._last: BulkProgress | None = None

    def __call__(self, counts: BulkProgress) -> None:
        """Take counts in, and draw them if it is time."""
        self._last = counts
        now = self._monotonic()
        if self._drawn is None or now - self._drawn >= _PAUSE:
            self._drawn = now
            self._draw(counts)

    def close(self) -> None:
        """Draw what came last, and go on below it."""
        if self._last is not None:
            self._draw(self._last)
            self._stream.write("\n")
            self._stream.flush()

    def _draw(self, counts: BulkProgress) -> None:
        self._stream.write(f"\r\x1b[2K{text_of(counts, self._monotonic() - self._started)}")
        self._stream.flush()


def text_of(counts: BulkProgress, seconds: float) -> str:
    """Return the line for some counts."""
    passed = counts.done + counts.failed + counts.skipped
    if counts.total:
        filled = min(_CELLS, _CELLS * passed // counts.total)
        head = f"[{'#' * filled}{'.' * (_CELLS - filled)}] {passed:,} of {counts.total:,}"
    else:
        head = f"{passed:,}"
    named = (("failed", counts.failed), ("done before", counts.skipped))
    notes = "".join(f", {count:,} {name}" for name, count in named if count)
    return f"{head}{notes}, {int(seconds) // 60}:{int(seconds) % 60:02}"


def bar_on(stream: TextIO | None, monotonic: Callable[[], float]) -> Bar | None:
    """Return a bar for a terminal; `None` for a stream that is none, or not there at all."""
    return Bar(stream, monotonic) if stream is not None and stream.isatty() else None
