"""JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from iotcentral._core.shapes import is_array, is_object
from iotcentral._tables.kinds import Path
from iotcentral._tables.rows import at

__all__ = ["CsvWriter", "compact", "write_json", "write_json_array", "write_json_line"]

_CONTROLS = re.compile(r"[\x7f-\x9f]")
"""Control characters JSON may hold as they are, and a terminal would obey."""


def _dumped(value: Any, stream: TextIO, indent: int | None) -> str:
    # A stream that cannot hold a character would write something that is no JSON.
    ascii_only = not (stream.encoding or "utf-8").lower().startswith("utf")
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def compact(value: Any) -> str:
    """Return JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_json(value: Any, stream: TextIO) -> None:
    """Write one value, indented."""
    stream.write(_dumped(value, stream, 2) + "\n")


def write_json_line(value: Any, stream: TextIO) -> None:
    """Write one value on a line of its own."""
    stream.write(_dumped(value, stream, None) + "\n")


def write_json_array(rows: Iterable[Any], stream: TextIO) -> None:
    """Write an array while its items come; nothing before the first one has come."""
    opening = "[\n"
    for row in rows:
        text = "\n".join(f"  {line}" for line in _dumped(row, stream, 2).split("\n"))
        stream.write(opening + text)
        opening = ",\n"
    stream.write("[]\n" if opening == "[\n" else "\n]\n")


class CsvWriter:
    """Rows under fixed columns."""

    def __init__(self, columns: Sequence[Path], stream: TextIO) -> None:
        self._columns = columns
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow([".".join(path) for path in columns])

    def write(self, row: Any) -> None:
        """Write one row."""
        self._writer.writerow([_cell(at(row, path)) for path in self._columns])


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return compact(value) if is_object(value) or is_array(value) else value
