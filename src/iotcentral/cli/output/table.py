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
from iotcentral.cli.output.layout import GAP, Layout, cell_text, layout

__all__ = ["TableWriter", "write_members"]

_UNLIMITED = 1_000_000


class TableWriter:
    """Writes rows under columns laid out by the first rows."""

    def __init__(
        self, columns: Sequence[Path], rows: Sequence[Any], stream: TextIO, room: int | None
    ) -> None:
        self._console = _console(stream, room)
        self.layout: Layout = layout(columns, rows, room, cell_len)
        self._heading = True

    def write(self, rows: Sequence[Any]) -> None:
        """Write rows, under a heading the first time."""
        table = Table(
            box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=self._heading, header_style="bold"
        )
        for number, (path, width) in enumerate(self.layout.columns):
            table.add_column(
                Text(".".join(path)),
                width=width,
                no_wrap=number > 0,
                overflow="ellipsis" if number else "fold",
            )
        for row in rows:
            table.add_row(*(Text(cell_text(at(row, path))) for path, _ in self.layout.columns))
        self._console.print(table)
        self._heading = False


def write_members(value: dict[str, Any], stream: TextIO, room: int | None) -> None:
    """Write one object, a line a member, objects inside it under dotted names."""
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for path, member in flat(value, metadata=True).items():
        table.add_row(Text(".".join(path)), Text(cell_text(member)))
    _console(stream, room).print(table)


def _console(stream: TextIO, room: int | None) -> Console:
    return Console(file=stream, width=room or _UNLIMITED, highlight=False, markup=False, emoji=False)
