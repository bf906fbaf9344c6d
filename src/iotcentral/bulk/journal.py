"""The file that makes an interrupted run resumable: one line an item that is done, on the disk before told.

A line is JSON. The first names the action and the application; after it `{"begin": key}` before an item is
sent for the first time and `{"done": key}` once the service has confirmed it. `done` is forced to the disk.
A last line that was cut off is dropped: its item is done again.
"""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO

import msgspec

from iotcentral._core.shapes import is_object
from iotcentral.errors import InvalidRequest

__all__ = ["Journal"]

_FORMAT = 1


class Journal:
    """What is known of the items of one action; for several threads."""

    def __init__(self, path: str | Path, action: str, application: str) -> None:
        self._head = {"journal": _FORMAT, "action": action, "application": application}
        self._path = Path(path)
        self._lock = Lock()
        self._begun: set[int] = set()
        self._done: set[int] = set()
        self._file = self._open()

    def is_done(self, key: str) -> bool:
        """Whether an earlier run has finished an item."""
        return int(key, 16) in self._done

    def was_begun(self, key: str) -> bool:
        """Whether an earlier run may have sent an item."""
        return int(key, 16) in self._begun

    def begin(self, key: str) -> None:
        """Note that an item is about to be sent."""
        self._write({"begin": key})

    def done(self, key: str) -> None:
        """Note that an item is done; returns when that cannot be lost any more."""
        self._write({"done": key})
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _write(self, record: dict[str, Any]) -> None:
        with self._lock:
            self._file.write(msgspec.json.encode(record) + b"\n")
            self._file.flush()

    def _open(self) -> BinaryIO:
        try:
            file = self._path.open("a+b")
        except OSError as error:
            raise self._refused(f"cannot be opened: {type(error).__name__}") from error
        try:
            self._load(file)
        except BaseException:
            file.close()
            raise
        return file

    def _load(self, file: BinaryIO) -> None:
        """Read what is there, line by line, and cut off a last line that was not written to its end."""
        file.seek(0)
        whole = 0
        for line in file:
            if not line.endswith(b"\n"):
                break
            self._take(line, first=whole == 0)
            whole += len(line)
        file.truncate(whole)
        file.seek(0, os.SEEK_END)
        if whole == 0:
            file.write(msgspec.json.encode(self._head) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def _take(self, line: bytes, *, first: bool) -> None:
        try:
            record: Any = msgspec.json.decode(line)
        except msgspec.DecodeError:
            record = None
        if first:
            self._check_head(record)
            return
        if not is_object(record):
            raise self._refused("holds a line that is none of a journal")
        for name, keys in (("begin", self._begun), ("done", self._done)):
            if isinstance(key := record.get(name), str):
                keys.add(int(key, 16))

    def _check_head(self, record: Any) -> None:
        if not is_object(record) or record.get("journal") != _FORMAT:
            raise self._refused("is another file: give the path of a new one")
        if record != self._head:
            raise self._refused(f"is one of {record.get('action')} at {record.get('application')}")

    def _refused(self, message: str) -> InvalidRequest:
        return InvalidRequest(f"{self._path.name} {message}", argument="journal", rule="journal")
