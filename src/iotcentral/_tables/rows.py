"""Rows as plain objects, flattened to columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from iotcentral._core.codec import plain
from iotcentral._core.model import Model
from iotcentral._core.shapes import is_array, is_object
from iotcentral._tables.kinds import Column, Kind, ListOf, Path, Record, Scalar

__all__ = ["METADATA", "Cells", "at", "flat", "infer", "rows_of", "strangers"]

METADATA = "$metadata"
Cells = dict[Path, Any]
_INT64 = range(-(2**63), 2**63)


def rows_of(items: Any) -> Iterator[Any]:
    """Iterate over what is to become rows: a list, a pager, one model, or a query's answer.

    Raises TypeError for what has no rows, an async pager included.
    """
    found = _results(items)
    if found is not None:
        yield from found
    elif isinstance(items, (Model, Mapping)):
        yield items
    elif isinstance(items, Iterable) and not isinstance(items, (str, bytes)):
        yield from items
    elif hasattr(items, "__aiter__"):
        raise TypeError("an async list cannot be read here: pass [item async for item in pager]")
    else:
        raise TypeError(f"not a list, a pager, a model or a query's answer: {type(items).__name__}")


def _results(items: Any) -> list[Any] | None:
    """Return the rows of a query's answer, `{"results": […]}`; `None` for anything else."""
    if isinstance(items, Model):
        items = plain(items)
    if is_object(items) and set(items) == {"results"} and is_array(items["results"]):
        rows: list[Any] = items["results"]
        return rows if all(map(is_object, rows)) else None
    return None


def flat(row: Mapping[str, Any], *, metadata: bool) -> Cells:
    """Return the cells of a plain row by path; objects inside it are flattened, empty ones vanish."""
    return dict(_flat(row, (), metadata))


def _flat(row: Mapping[str, Any], path: Path, metadata: bool) -> Iterator[tuple[Path, Any]]:
    for name, value in row.items():
        if name == METADATA and not metadata:
            continue
        if is_object(value):
            yield from _flat(value, (*path, name), metadata)
        else:
            yield (*path, name), value


def at(row: Any, path: Path) -> Any:
    """Return the value at a path; `None` where the row has none."""
    for name in path:
        if not is_object(row):
            return None
        row = row.get(name)
    return row


def strangers(row: Mapping[str, Any], kind: Kind) -> Cells:
    """Return the cells of a plain model that its record does not name."""
    return dict(_strangers(row, kind, ()))


def _strangers(row: Mapping[str, Any], kind: Kind, path: Path) -> Iterator[tuple[Path, Any]]:
    known = dict(kind.members) if isinstance(kind, Record) else {}
    for name, value in row.items():
        place = (*path, name)
        if name not in known:
            yield from _flat(value, place, True) if is_object(value) else [(place, value)]
        elif isinstance(known[name], Record) and is_object(value):
            yield from _strangers(value, known[name], place)


def infer(path: Path, values: Iterable[Any]) -> Column:
    """Return the column that holds these values without loss; what no Arrow type holds becomes JSON."""
    return Column(path, _inferred([value for value in values if value is not None]))


def _inferred(values: list[Any]) -> Kind:
    kinds: set[type] = {type(value) for value in values}
    if not kinds:
        return Scalar.NOTHING
    if kinds == {bool}:
        return Scalar.BOOL
    if kinds == {str}:
        return Scalar.TEXT
    if kinds == {list}:
        return _inferred_list([item for value in values for item in value])
    if kinds == {int} and all(value in _INT64 for value in values):
        return Scalar.INT
    return Scalar.NUMBER if kinds <= {int, float} and all(map(_exact, values)) else Scalar.JSON


def _inferred_list(items: list[Any]) -> Kind:
    item = _inferred([each for each in items if each is not None])
    return ListOf(item) if isinstance(item, Scalar) and item != Scalar.JSON else Scalar.JSON


def _exact(value: float) -> bool:
    """Whether a number is a double, bit for bit: a larger integer would change silently."""
    try:
        return float(value) == value or value != value
    except OverflowError:
        return False
