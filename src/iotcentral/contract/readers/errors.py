"""Why a recording could not be read."""

from __future__ import annotations

__all__ = ["RecordingError"]


class RecordingError(Exception):
    """A recording is broken or of no known format; the text says where and what."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
