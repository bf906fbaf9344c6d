"""pandas and Polars get what Arrow has."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pytest

import iotcentral.models as m
from iotcentral import tables

ROWS = [
    {"$ts": "2021-08-10T15:09:37.1234567Z", "n": 2**53 + 1, "on": True, "t": "a", "x": 1.5, "l": [1]},
    {"$ts": "2021-08-10T15:09:38Z"},
]


def test_pandas_keeps_integers_and_truth_values_beside_gaps() -> None:
    frame = tables.to_pandas(ROWS)
    assert {name: str(kind) for name, kind in frame.dtypes.items() if name != "t"} == {
        "$ts": "datetime64[ns, UTC]",
        "n": "Int64",
        "on": "boolean",
        "x": "float64",
        "l": "object",
    }
    assert frame["n"][0] == 2**53 + 1
    assert frame["n"].isna()[1]
    assert frame["t"][0] == "a"
    assert frame["$ts"][0] == pd.Timestamp("2021-08-10T15:09:37.123456700Z")


def test_polars_has_the_same_columns() -> None:
    frame = tables.to_polars(ROWS)
    assert dict(frame.schema) == {
        "$ts": pl.Datetime("ns", "UTC"),
        "n": pl.Int64,
        "on": pl.Boolean,
        "t": pl.String,
        "x": pl.Float64,
        "l": pl.List(pl.Int64),
    }
    assert frame["n"].to_list() == [2**53 + 1, None]


@pytest.mark.parametrize("make", [tables.to_pandas, tables.to_polars])
def test_an_empty_list_of_a_known_model_keeps_its_columns(make: object) -> None:
    assert callable(make)
    assert list(make([], model=m.Device).columns) == tables.to_arrow([], model=m.Device).schema.names
