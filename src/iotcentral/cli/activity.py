"""A sign of life on a terminal for work that takes over two seconds."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from iotcentral.cli.exits import one_line

__all__ = ["Activity", "Below", "Ticker"]


class Activity:
    """One line that says what is going on, shown after `patience` seconds without output and then kept up."""

    def __init__(
        self, label: str, stream: TextIO, clock: Callable[[], float], *, patience: float = 2.0
    ) -> None:
        self._label = label
        self._stream = stream
        self._clock = clock
        self._patience = patience
        self._start = self._quiet_since = clock()
        self._shown = False
        self._items = 0
        self._word = ""
        self._lock = threading.Lock()

    def tick(self) -> None:
        """Show the line, or bring it up to date, if it is time."""
        with self._lock:
            now = self._clock()
            if now - self._quiet_since >= self._patience:
                items = f", {self._items:,} items" if self._items else ""
                word = f", {self._word}" if self._word else ""
                self._stream.write(f"\r\x1b[2K{self._label} … {now - self._start:.0f} s{items}{word}")
                self._stream.flush()
                self._shown = True

    def count(self) -> None:
        """Count one item."""
        self._items += 1

    def tell(self, word: str) -> None:
        """Take in how the work stands, in the service's word."""
        self._word = one_line(word)

    def clear(self) -> None:
        """Take the line away: output follows, or the work is done."""
        with self._lock:
            self._quiet_since = self._clock()
            if self._shown:
                self._stream.write("\r\x1b[2K")
                self._stream.flush()
                self._shown = False


class Below(io.TextIOBase):
    """A terminal as an output that takes the line away before it writes."""

    def __init__(self, activity: Activity, stream: TextIO) -> None:
        self._activity = activity
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override] # the base says it is an attribute
        """The terminal's encoding."""
        return self._stream.encoding

    def isatty(self) -> bool:
        """Whether it is a terminal, which it is."""
        return self._stream.isatty()

    def write(self, text: str, /) -> int:
        """Write below what has been written before."""
        self._activity.clear()
        return self._stream.write(text)

    def flush(self) -> None:
        """Pass on what is kept back."""
        self._stream.flush()


class Ticker:
    """Ticks an activity twice a second from a thread while the block runs, if somebody can see it."""

    def __init__(self, activity: Activity, *, seen: bool, pause: float = 0.5) -> None:
        self._activity = activity
        self._seen = seen
        self._pause = pause
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="iotcentral-activity", daemon=True)

    def __enter__(self) -> Self:
        if self._seen:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._seen:
            self._thread.join()
        self._activity.clear()

    def _run(self) -> None:
        while not self._done.wait(self._pause):
            self._activity.tick()
