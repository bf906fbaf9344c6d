"""Why a recording could not be read."""

from __future__ import annotations

__all__ = ["LARGEST", "RecordingError", "TooLargeError"]

LARGEST = 32 * 1024 * 1024
"""Characters one interaction may have in a recording, and bytes its bodies may have unpacked."""


class RecordingError(Exception):
    """A recording is broken or of no known format; the text says where and what."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class TooLargeError(Exception):
    """One interaction is larger than any of the service's."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size

    def __str__(self) -> str:
        return f"it is larger than {LARGEST // 1024**2} MB, no answer of the service is; take it out"
