"""Tables for a reader, by rich; long lists come in parts that keep the columns of the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from iotcentral._tables.kinds import Path
from iotcentral._tables.rows import at, flat
from iotcentral.cli.output.layout import GAP, Layout, cell_text, held, layout, widened

__all__ = ["TableWriter", "write_members"]

_UNLIMITED = 1_000_000


class TableWriter:
    """Writes rows under columns laid out by the first rows."""

    def __init__(
        self, columns: Sequence[Path], rows: Sequence[Any], stream: TextIO, room: int | None
    ) -> None:
        self._console = _console(stream, room)
        self._stream = stream
        self._room = room
        self.layout: Layout = layout(columns, rows, room, cell_len)
        self._heading = True
        shown = {path for path, _ in self.layout.columns}
        self._others = [path for path in columns if path not in shown]
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> list[str]:
        """Names of the columns that hold something and are not shown."""
        return list(self._missing)

    def write(self, rows: Sequence[Any]) -> None:
        """Write rows, under a heading the first time."""
        table = Table(
            box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=self._heading, header_style="bold"
        )
        for number, (path, width) in enumerate(widened(self.layout, rows, self._room, cell_len).items()):
            table.add_column(
                Text(".".join(path)),
                width=width,
                no_wrap=number > 0,
                overflow="ellipsis" if number else "fold",
            )
        for row in rows:
            table.add_row(*(Text(cell_text(at(row, path))) for path, _ in self.layout.columns))
        _print(table, self._console, self._stream)
        self._heading = False
        self._missing |= {".".join(path): None for path in held(self._others, rows)}


def write_members(value: dict[str, Any], stream: TextIO, room: int | None) -> None:
    """Write one object, a line a member, objects inside it under dotted names."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for path, member in flat(value, metadata=True).items():
        table.add_row(Text(".".join(path)), Text(cell_text(member)))
    _print(table, _console(stream, room), stream)


def _print(table: Table, console: Console, stream: TextIO) -> None:
    """Write a table without the spaces rich fills its lines up with."""
    with console.capture() as captured:
        console.print(table)
    stream.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().split("\n")[:-1]))


def _console(stream: TextIO, room: int | None) -> Console:
    return Console(file=stream, width=room or _UNLIMITED, highlight=False, markup=False, emoji=False)
