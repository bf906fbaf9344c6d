"""From rows to columns: which columns a batch has, and the Arrow batches of a stream of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from iotcentral._core.codec import plain
from iotcentral._core.model import Model
from iotcentral._core.shapes import is_object
from iotcentral._tables.arrow import Unit, array, schema_of
from iotcentral._tables.kinds import Column, Kind, Path, Record, Scalar, columns, item_kind, union_of
from iotcentral._tables.moments import nanoseconds
from iotcentral._tables.rows import METADATA, Cells, at, flat, infer, strangers

__all__ = ["Batch", "Options", "Plan", "batches", "plan_of"]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller may choose."""

    metadata: bool
    unknown: bool
    timestamps: Collection[str]
    unit: Unit


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How rows become columns."""

    kind: Kind | None
    """The record of typed rows; `None` for rows whose members nobody declared."""
    columns: Sequence[Column]
    units: Sequence[Unit]
    options: Options
    declared: int
    """How many of the columns, the first ones, come from the contract or from the caller."""


class Batch(msgspec.Struct, frozen=True):
    """Rows, made plain, with the number of the first one."""

    rows: list[dict[str, Any]]
    first: int


def batches(items: Iterator[Any], size: int) -> Iterator[Batch]:
    """Cut a stream of models or plain objects into batches of plain rows, without reading ahead."""
    first = 0
    while rows := [_row(item) for item in islice(items, size)]:
        yield Batch(rows, first)
        first += len(rows)


def _row(item: Any) -> dict[str, Any]:
    row = plain(item) if isinstance(item, Model) else item
    if not is_object(row):
        raise TypeError(f"a row must be a model or an object, not {type(item).__name__}")
    return row


def kind_of(model: Any, first: Any) -> Kind | None:
    """Return the record of the rows, from the model the caller names or from the first item."""
    if model is None and isinstance(first, Model):
        model = union_of(type(first))
    kind = None if model is None else item_kind(model)
    return kind if isinstance(kind, Record) else None


def plan_of(kind: Kind | None, batch: Batch, options: Options) -> Plan:
    """Return how this batch, and those after it, become columns."""
    known = [] if kind is None else [_timed(column, options) for column in columns(kind)]
    cells = [_loose_cells(row, kind, options) for row in batch.rows]
    found = [*known, *(_column(path, cells, options) for path in _paths(cells))]
    units: list[Unit] = [options.unit] * len(found)
    return Plan(kind=kind, columns=found, units=units, options=options, declared=len(known))


def _timed(column: Column, options: Options) -> Column:
    is_time = column.kind == Scalar.TEXT and column.name in options.timestamps
    return Column(column.path, Scalar.TIME) if is_time else column


def _loose_cells(row: dict[str, Any], kind: Kind | None, options: Options) -> Cells:
    """Return the cells no contract declares: all of a plain row, or the unknown members of a model."""
    if kind is None:
        return flat(row, metadata=options.metadata)
    return strangers(row, kind) if options.unknown else {}


def _paths(cells: Iterable[Cells]) -> list[Path]:
    """Return all paths in the order they were first seen."""
    return list(dict.fromkeys(path for row in cells for path in row))


def _column(path: Path, cells: list[Cells], options: Options) -> Column:
    column = infer(path, (row.get(path) for row in cells))
    if column.name in options.timestamps:
        return Column(path, Scalar.TIME)
    texts = [row[path] for row in cells if row.get(path) is not None]
    is_time = _names_a_time(path) and column.kind == Scalar.TEXT and all(map(_is_time, texts))
    return Column(path, Scalar.TIME) if is_time else column


def _names_a_time(path: Path) -> bool:
    """Whether the service keeps a date-time there: `$ts` of queries, `lastUpdateTime` of properties."""
    return path == ("$ts",) or (METADATA in path and path[-1] == "lastUpdateTime")


def _is_time(text: str) -> bool:
    try:
        nanoseconds(text)
    except ValueError:
        return False
    return True


def arrays(plan: Plan, batch: Batch) -> tuple[list[Any], Plan]:
    """Return the arrays of a batch, and the plan with the units they came to."""
    read = _named if plan.kind is None and plan.declared else _placed
    made = [
        array(column, read(plan, number, batch), unit, batch.first)
        for number, (column, unit) in enumerate(zip(plan.columns, plan.units, strict=True))
    ]
    return [values for values, _ in made], msgspec.structs.replace(plan, units=[unit for _, unit in made])


def _named(plan: Plan, number: int, batch: Batch) -> Iterator[Any]:
    """Yield the values of a column a caller named; a name with dots may be a path, or a key that has dots."""
    column = plan.columns[number]
    for row in batch.rows:
        value = at(row, column.path)
        if value is None and len(column.path) > 1:
            cells = flat(row, metadata=True)
            value = next((cells[path] for path in cells if ".".join(path) == column.name), None)
        yield None if is_object(value) and not isinstance(column.kind, Record) else value


def _placed(plan: Plan, number: int, batch: Batch) -> Iterator[Any]:
    """Yield the values of a column; an object where others hold a value has columns of its own."""
    path, inferred = plan.columns[number].path, number >= plan.declared
    for row in batch.rows:
        value = at(row, path)
        yield None if inferred and is_object(value) else value


def refuse_news(plan: Plan, batch: Batch) -> None:
    """Refuse cells a later batch has and the first one had not; they would be lost."""
    known = {column.path for column in plan.columns}
    for number, row in enumerate(batch.rows, batch.first):
        for path, value in _loose_cells(row, plan.kind, plan.options).items():
            if path not in known and value is not None:
                raise ValueError(
                    f"row {number} has {'.'.join(path)!r}, which the first batch had not: "
                    f"give schema=, or a larger batch_size"
                )


def arrow_schema(plan: Plan) -> Any:
    """Return the Arrow schema of a plan."""
    return schema_of(plan.columns, plan.units)
