"""Lists, query answers and device properties as Arrow, pandas and Polars; needs `iotcentral[arrow]`.

    from iotcentral import tables

    devices = tables.to_pandas(app.devices.list())
    answer = app.at("2022-10-31-preview").query.run(QueryRequest(query="SELECT …"))
    readings = tables.to_polars(answer)

Columns carry the wire names. Those of models come from the contract, in its order, whatever the rows hold;
objects inside are flattened with dotted names (`attestation.type`), date-times are timestamps in UTC, numbers
doubles, and free-form members the text of their JSON.

Rows without a contract (query answers, properties) get their columns in the order of appearance; objects
inside are flattened here too. Truth values, integers, numbers, text and lists of these keep their type, a
column of integers and numbers is of numbers, and any other mixture is JSON text. The metadata of a field of
JSON says `iotcentral.encoding: json`. Absent and null are both null, and an empty object leaves no trace.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from iotcentral._core.model import Model
from iotcentral._tables.arrow import Unit, columns_of, need
from iotcentral._tables.build import (
    Batch,
    Options,
    Plan,
    arrays,
    arrow_schema,
    batches,
    kind_of,
    plan_of,
    refuse_news,
)
from iotcentral._tables.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

ArrowTable = Any
"""A `pyarrow.Table`; pyarrow brings no annotations."""

ArrowBatches = Any
"""A `pyarrow.RecordBatchReader`: iterable of record batches, with a `schema`."""

ArrowSchema = Any
"""A `pyarrow.Schema`."""

__all__ = ["Rows", "to_arrow", "to_arrow_batches", "to_pandas", "to_polars"]

Rows = Iterable[Model] | Iterable[Mapping[str, Any]] | Mapping[str, Any] | Model
"""A pager, a list of models or objects, a query's answer, or one model or object (a single row)."""


def to_arrow(
    items: Rows,
    *,
    model: Any = None,
    metadata: bool = False,
    unknown: bool = False,
    timestamps: Collection[str] = (),
    unit: Unit = "auto",
) -> ArrowTable:
    """Return all rows as one Arrow table.

    Args:
        items: a pager, a list, or a query's answer.
        model: the model, or union of models, of the rows, for example `User`; by default that of the first
            item, or what a pager says. It gives a table its columns where a plain list may be empty.
        metadata: keep the `$metadata` of device properties, as columns of their own.
        unknown: keep members the contract does not name, after those it does.
        timestamps: further columns, by name, whose texts are date-times, besides `$ts` and `lastUpdateTime`.
        unit: of date-times. `auto` is nanoseconds, or microseconds in a column with a date outside 1677 to
            2262; `ns` and `us` choose; `text` keeps the text.

    Raises:
        ImportError: pyarrow is not installed.
        ValueError: a value that does not fit its column, with the names of both.

    """
    options = Options(metadata=metadata, unknown=unknown, timestamps=timestamps, unit=unit)
    rows, first = _peek(items)
    (batch,) = list(batches(rows, _ALL)) or [Batch([], 0)]
    plan = plan_of(kind_of(model or _item_type(items), first), batch, options)
    made, plan = arrays(plan, batch)
    return need("pyarrow", _EXTRA).table(made, schema=arrow_schema(plan))


def to_arrow_batches(
    items: Rows,
    *,
    batch_size: int = 1000,
    schema: ArrowSchema | None = None,
    model: Any = None,
    metadata: bool = False,
    unknown: bool = False,
    timestamps: Collection[str] = (),
    unit: Unit = "auto",
) -> ArrowBatches:
    """Return the rows as a stream of Arrow batches, in the memory of one batch.

    The first batch is read now, for the schema of them all; the rest as the stream is. Rows without a
    contract take their columns from that batch or from `schema` (which may leave columns out); typed rows
    always have the same.

    Args:
        items: as for `to_arrow`, and so are the other options.
        batch_size: rows in a batch, at least 1.
        schema: the columns wanted, by dotted name; bool, int64, double, string, timestamps, lists, structs.
        model: see `to_arrow`.
        metadata: see `to_arrow`.
        unknown: see `to_arrow`.
        timestamps: see `to_arrow`.
        unit: see `to_arrow`; `auto` is decided by the first batch.

    Raises:
        ImportError: pyarrow is not installed.
        ValueError: now or while the stream is read, a value or column that the first batch does not allow.

    """
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    options = Options(metadata=metadata, unknown=unknown, timestamps=timestamps, unit=unit)
    rows, first = _peek(items)
    stream = batches(rows, batch_size)
    head = next(stream, Batch([], 0))
    plan = plan_of(kind_of(model or _item_type(items), first), head, options)
    if schema is not None:
        chosen, units = columns_of(schema)
        plan = Plan(kind=plan.kind, columns=chosen, units=units, options=options, declared=len(chosen))
    made, plan = arrays(plan, head)
    pa = need("pyarrow", _EXTRA)
    wanted = arrow_schema(plan)
    later = _later(plan, stream, checked=schema is None)
    everything = chain([made] if head.rows else [], later)
    return pa.RecordBatchReader.from_batches(
        wanted, (pa.record_batch(columns, schema=wanted) for columns in everything)
    )


def to_pandas(
    items: Rows,
    *,
    model: Any = None,
    metadata: bool = False,
    unknown: bool = False,
    timestamps: Collection[str] = (),
    unit: Unit = "auto",
) -> pd.DataFrame:
    """Return all rows as a pandas DataFrame; options and errors are those of `to_arrow`.

    Integers and truth values use pandas' nullable types, so that a gap does not turn them into floats or
    objects.
    """
    pandas, pa = need("pandas", "pandas"), need("pyarrow", _EXTRA)
    table: Any = to_arrow(
        items, model=model, metadata=metadata, unknown=unknown, timestamps=timestamps, unit=unit
    )
    kinds = {
        pa.int64(): pandas.Int64Dtype(),
        pa.bool_(): pandas.BooleanDtype(),
        pa.string(): pandas.StringDtype(),
    }
    frame: pd.DataFrame = table.to_pandas(types_mapper=kinds.get)
    return frame


def to_polars(
    items: Rows,
    *,
    model: Any = None,
    metadata: bool = False,
    unknown: bool = False,
    timestamps: Collection[str] = (),
    unit: Unit = "auto",
) -> pl.DataFrame:
    """Return all rows as a Polars DataFrame; options and errors are those of `to_arrow`."""
    polars = need("polars", "polars")
    frame: pl.DataFrame = polars.from_arrow(
        to_arrow(items, model=model, metadata=metadata, unknown=unknown, timestamps=timestamps, unit=unit)
    )
    return frame


_EXTRA = "'iotcentral[arrow]'"
_ALL = 2**62


def _peek(items: Any) -> tuple[Iterator[Any], Any]:
    """Return the rows and the first of them, `None` when there is none."""
    rows = rows_of(items)
    first = next(rows, None)
    return (chain([first], rows) if first is not None else iter(())), first


def _item_type(items: Any) -> Any:
    """Return what a pager says its items are; `None` for all else."""
    return getattr(items, "item_type", None)


def _later(plan: Plan, stream: Iterator[Batch], *, checked: bool) -> Iterator[list[Any]]:
    for batch in stream:
        if checked:
            refuse_news(plan, batch)
        made, _ = arrays(plan, batch)
        yield made
