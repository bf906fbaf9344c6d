"""Long lines at a terminal: broken between words, the rest of a line set in deeper than its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

__all__ = ["fitted"]

_DEEPER = 2
_NARROWEST = 30
"""Columns that are left for words, however deep a line is set in."""
_WORD = re.compile(r"\s*\S+")


def fitted(console: Console, line: Text, hang: int | None = None) -> Iterator[Text]:
    """Yield a line as the lines of a terminal; as it is where there is none, for other programs to read.

    A word wider than the terminal stays whole, so that it can be copied.

    Args:
        console: where it will stand.
        line: may begin with spaces.
        hang: columns the second and further lines are set in; a little more than the first by default.

    """
    if not console.is_terminal:
        yield line
        return
    lead = len(line.plain) - len(line.plain.lstrip())
    deep = lead + _DEEPER if hang is None else hang
    breaks = _breaks(line.plain, console.width, max(_NARROWEST, console.width - deep))
    for number, part in enumerate(line.divide(breaks)):
        part.rstrip()
        part.pad_left(deep if number else 0)
        yield part


def _breaks(text: str, width: int, rest: int) -> list[int]:
    """Where a text is broken so that the first part fits `width` columns and the others `rest`."""
    breaks, begin, room = list[int](), 0, width
    for word in _WORD.finditer(text):
        if begin < word.start() and cell_len(text[begin : word.end()]) > room:
            begin, room = word.end() - len(word[0].lstrip()), rest
            breaks.append(begin)
    return breaks
