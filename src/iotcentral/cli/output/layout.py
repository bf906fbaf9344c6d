"""Which columns a table shows and how wide they are, decided by its first rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from iotcentral._core.shapes import is_array, is_object
from iotcentral._tables.kinds import Path
from iotcentral._tables.rows import at
from iotcentral.cli.output.text import compact

__all__ = ["Layout", "cell_text", "held", "layout", "widened"]

GAP = 2
LARGEST = 60
SMALLEST = 10
_FIRST = ("id", "@id", "$id", "displayName")
_LAST = "etag"
"""A member nobody reads: the first to go when room is short."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns shown, with their widths."""

    columns: tuple[tuple[Path, int], ...]


def cell_text(value: Any) -> str:
    """Return a value as a cell shows it, on one line, with control characters visible."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_array(value) and not any(is_object(item) or is_array(item) for item in value):
        text = ", ".join(map(str, value))
    else:
        text = compact(value) if is_object(value) or is_array(value) else str(value)
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def layout(
    columns: Sequence[Path], rows: Sequence[Any], room: int | None, measure: Callable[[str], int]
) -> Layout:
    """Lay out the columns that hold anything in these rows; `room` is `None` when it is unlimited.

    Ids and names stand first, lists and objects last. The first column keeps its width longest; the rest
    shrink evenly, then the last ones go.
    """
    used = sorted(held(columns, rows) or columns, key=lambda path: _rank(path, rows))
    widths = {path: _width(path, rows, measure) for path in used}
    if room is None:
        return Layout(tuple(widths.items()))
    widths = {path: min(width, LARGEST) for path, width in widths.items()}
    while not _fitted(widths, room) and len(widths) > 1:
        widths.popitem()
    return Layout(tuple(_shrunk(widths, room).items()))


def widened(
    found: Layout, rows: Sequence[Any], room: int | None, measure: Callable[[str], int]
) -> dict[Path, int]:
    """Return the widths for further rows under the same columns: never narrower than room demands."""
    widths = {path: max(width, _width(path, rows, measure)) for path, width in found.columns}
    if room is None:
        return widths
    return _shrunk({path: min(width, LARGEST) for path, width in widths.items()}, room)


def _rank(path: Path, rows: Sequence[Any]) -> int:
    """Return where a column stands: its place among the first, in the middle, or at the end."""
    if len(path) == 1 and path[0] in _FIRST:
        return _FIRST.index(path[0])
    if path[-1] == _LAST:
        return len(_FIRST) + 2
    values = (at(row, path) for row in rows)
    has_parts = any(is_object(value) or (is_array(value) and any(map(is_object, value))) for value in values)
    return len(_FIRST) + has_parts


def held(columns: Sequence[Path], rows: Sequence[Any]) -> list[Path]:
    """Return the columns that hold anything in these rows."""
    return [path for path in columns if any(at(row, path) not in (None, "", [], {}) for row in rows)]


def _width(path: Path, rows: Sequence[Any], measure: Callable[[str], int]) -> int:
    texts = [".".join(path), *(cell_text(at(row, path)) for row in rows)]
    return max(map(measure, texts))


def _total(widths: dict[Path, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _fitted(widths: dict[Path, int], room: int) -> bool:
    """Whether the columns fit once all but the first are as narrow as they may be."""
    first, *rest = widths.values()
    return first + sum(min(width, SMALLEST) + GAP for width in rest) <= room


def _shrunk(widths: dict[Path, int], room: int) -> dict[Path, int]:
    """Take from the widest column after the first until all fit; from the first one if it is alone."""
    result = dict(widths)
    first = next(iter(result))
    while _total(result) > room:
        path = max(
            (each for each in result if each != first or len(result) == 1), key=lambda each: result[each]
        )
        result[path] -= 1
        if result[path] <= 1:
            break
    return result
