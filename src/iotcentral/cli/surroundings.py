"""What a command touches besides its arguments: environment, streams, clock, network."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from typing import TextIO

from iotcentral._core.sources import Sources
from iotcentral._core.transport import Transport

__all__ = ["Surroundings"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything a command may read, write or ask."""

    environment: Mapping[str, str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO
    sources: Sources
    """Clock, sleep and randomness."""
    columns: Callable[[], int]
    """Width of the terminal."""
    transport: Transport | None = None
    """Replaces HTTP."""

    @classmethod
    def of_process(cls) -> Surroundings:
        """Return those of this process."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(
                stream, TextIOWrapper
            ):  # a terminal that lacks a character shows its escape instead
                stream.reconfigure(errors="backslashreplace")
        return cls(
            os.environ,
            sys.stdin,
            sys.stdout,
            sys.stderr,
            Sources(),
            lambda: shutil.get_terminal_size().columns,
        )

    def say(self, text: str) -> None:
        """Write a line to standard error."""
        self.stderr.write(f"iotcentral: {text}\n")
        self.stderr.flush()
