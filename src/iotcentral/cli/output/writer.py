"""One answer to one output: chooses the format, limits lists, keeps memory constant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Literal, TextIO

from iotcentral._core.shapes import is_array, is_object
from iotcentral._tables.kinds import Kind, Path, columns
from iotcentral._tables.rows import flat, strangers
from iotcentral.cli.output.layout import cell_text
from iotcentral.cli.output.text import CsvWriter, write_json, write_json_array, write_json_line

__all__ = ["FIRST_ROWS", "Format", "Writer"]

Format = Literal["table", "json", "jsonl", "csv"]
FIRST_ROWS = 100
"""Rows that decide the columns, and that a table shows unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes plain values to a stream."""

    format: Format
    stream: TextIO
    room: int | None
    """Columns of the terminal, `None` when the output is none."""
    note: Callable[[str], None]

    def one(self, value: Any, kind: Kind | None) -> None:
        """Write a single answer; `None` writes nothing."""
        rows = _rows_within(value)
        if value is None:
            return
        if self.format == "json":
            write_json(value, self.stream)
        elif rows is not None:
            self.many(iter(rows), None, None)
        elif self.format == "jsonl":
            write_json_line(value, self.stream)
        elif self.format == "csv":
            self._csv(iter([value if is_object(value) else {"value": value}]), kind)
        else:
            self._members(value)

    def many(self, rows: Iterator[Any], kind: Kind | None, limit: int | None) -> None:
        """Write a list while it is read, at most `limit` items of it."""
        shown = rows if limit is None else islice(rows, limit)
        if self.format == "json":
            write_json_array(shown, self.stream)
        elif self.format == "jsonl":
            for row in shown:
                write_json_line(row, self.stream)
                self.stream.flush()
        elif self.format == "csv":
            self._csv(shown, kind)
        else:
            self._table(shown, kind)

    def _members(self, value: Any) -> None:
        from iotcentral.cli.output.table import write_members

        if is_object(value):
            write_members(value, self.stream, self.room)
        else:
            self.stream.write(cell_text(value) + "\n")

    def _csv(self, rows: Iterator[Any], kind: Kind | None) -> None:
        head = list(islice(rows, FIRST_ROWS))
        paths = _paths(head, kind)
        writer = CsvWriter(paths, self.stream)
        lost: dict[str, None] = {}
        for number, row in enumerate(chain(head, rows)):
            writer.write(row)
            if number >= FIRST_ROWS:
                lost |= {".".join(path): None for path in _loose(row, kind) if path not in paths}
        if lost:
            self.note(f"not in the columns, which the first {FIRST_ROWS} rows decide: {', '.join(lost)}")

    def _table(self, rows: Iterator[Any], kind: Kind | None) -> None:
        from iotcentral.cli.output.table import TableWriter

        head = list(islice(rows, FIRST_ROWS))
        if not head:
            self.note("nothing found")
            return
        writer = TableWriter(_paths(head, kind), head, self.stream, self.room)
        writer.write(head)
        while more := list(islice(rows, FIRST_ROWS)):
            writer.write(more)
        if writer.missing:
            self.note(f"not shown: {', '.join(writer.missing)}; -o json shows everything")


def _rows_within(value: Any) -> list[Any] | None:
    """Return the rows of an answer that is all rows, as that of a query is: `{"results": […]}`."""
    rows = value.get("results") if is_object(value) and len(value) == 1 else None
    return rows if is_array(rows) and all(map(is_object, rows)) else None


def _paths(rows: list[Any], kind: Kind | None) -> list[Path]:
    """Return the columns of the contract, then those seen besides."""
    known = [] if kind is None else [column.path for column in columns(kind)]
    return list(dict.fromkeys(chain(known, *(_loose(row, kind) for row in rows))))


def _loose(row: Any, kind: Kind | None) -> list[Path]:
    found = flat(row, metadata=True) if kind is None else strangers(row, kind)
    return list(found)
