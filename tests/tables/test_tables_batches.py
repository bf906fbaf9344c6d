"""Streams of batches: one schema, one batch in memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

import iotcentral.models as m
from iotcentral import tables
from iotcentral.errors import PagingError
from tests.tables.reading import cells


def numbers(count: int, read: list[int] | None = None) -> Iterator[dict[str, Any]]:
    for number in range(count):
        if read is not None:
            read.append(number)
        yield {"n": number}


def test_the_rows_come_in_batches_of_the_size_asked_for() -> None:
    reader = tables.to_arrow_batches(numbers(5), batch_size=2)
    assert [batch.column(0).to_pylist() for batch in reader] == [[0, 1], [2, 3], [4]]


def test_no_row_past_the_batch_is_read() -> None:
    read: list[int] = []
    reader = tables.to_arrow_batches(numbers(100, read), batch_size=10)
    assert len(read) == 10
    reader.read_next_batch()
    reader.read_next_batch()
    assert len(read) == 20


def test_an_empty_list_of_a_known_model_has_the_schema_of_a_full_one() -> None:
    empty = tables.to_arrow_batches([], model=m.Device)
    full = tables.to_arrow_batches([m.Device(id="a")])
    assert empty.schema.equals(full.schema, check_metadata=True)
    assert (empty.read_all().num_rows, full.read_all().num_rows) == (0, 1)


@pytest.mark.parametrize(
    ("later", "said"),
    [
        ({"n": 1.5}, "column 'n', row 1: 1.5 is no int"),
        ({"n": 1, "x": 2}, "row 1 has 'x', which the first batch had not: give schema="),
    ],
    ids=["another kind", "another column"],
)
def test_what_the_first_batch_does_not_allow_is_refused_by_name(later: dict[str, Any], said: str) -> None:
    reader = tables.to_arrow_batches([{"n": 0}, later], batch_size=1)
    with pytest.raises(ValueError, match=said):
        reader.read_all()


def test_a_schema_chooses_columns_and_types() -> None:
    schema = pa.schema([("x", pa.float64()), ("a.b", pa.string()), ("$ts", pa.timestamp("us", "UTC"))])
    rows = [{"x": 1}, {"a": {"b": "c"}, "other": 1}, {"$ts": "2020-01-01T00:00:00Z", "x": 0.5}]
    reader = tables.to_arrow_batches(rows, batch_size=1, schema=schema)
    assert reader.schema.equals(schema)
    table = reader.read_all()
    assert table["x"].to_pylist() == [1.0, None, 0.5]
    assert table["a.b"].to_pylist() == [None, "c", None]


def test_a_schema_of_types_that_are_not_made_here_is_refused() -> None:
    with pytest.raises(ValueError, match="column 'x': decimal"):
        tables.to_arrow_batches([], schema=pa.schema([("x", pa.decimal128(5))]))


@pytest.mark.parametrize("size", [0, -1])
def test_a_batch_has_at_least_one_row(size: int) -> None:
    with pytest.raises(ValueError, match="batch_size must be at least 1"):
        tables.to_arrow_batches([], batch_size=size)


def test_an_error_of_the_list_comes_through_as_it_is() -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield {"n": 1}
        raise PagingError("loop", operation_id="Devices_List")

    reader = tables.to_arrow_batches(broken(), batch_size=1)
    with pytest.raises(PagingError, match="Devices_List: loop"):
        reader.read_all()


def test_a_stream_and_a_table_hold_the_same() -> None:
    devices = [m.Device(id=str(number), enabled=number % 2 == 0) for number in range(7)]
    assert cells(tables.to_arrow_batches(devices, batch_size=3).read_all()) == cells(tables.to_arrow(devices))
