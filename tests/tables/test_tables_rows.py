"""Rows nobody declared: query answers and device properties."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral import tables
from tests.tables.reading import cells, seconds, without_nulls

QUIET = settings(max_examples=scaled(60))
NAMES = st.sampled_from(["a", "b", "pump.speed", "$id", "@x", "Ä", ""])
NUMBERS = st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False))
SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, st.text(max_size=5))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=3)),
    max_leaves=5,
)
ROWS = st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=5)


def flat(row: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in row.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
    return found


def types(rows: Any, **options: Any) -> dict[str, Any]:
    return {field.name: field.type for field in tables.to_arrow(rows, **options).schema}


@QUIET
@given(ROWS)
def test_every_value_is_in_its_cell(rows: list[dict[str, Any]]) -> None:
    table = tables.to_arrow(rows)
    wanted = [flat(without_nulls(row)) for row in rows]
    assert cells(table) == (wanted if table.num_columns else [])  # Arrow has no rows without columns


@QUIET
@given(ROWS, st.integers(1, 3))
def test_batches_of_the_schema_of_a_table_hold_its_rows(rows: list[dict[str, Any]], size: int) -> None:
    table = tables.to_arrow(rows)
    reader = tables.to_arrow_batches(rows, batch_size=size, schema=table.schema)
    assert cells(reader.read_all()) == cells(table)


@QUIET
@given(ROWS)
def test_columns_stand_in_the_order_they_were_first_seen(rows: list[dict[str, Any]]) -> None:
    seen = dict.fromkeys(name for row in rows for name in flat(row))
    assert tables.to_arrow(rows).schema.names == list(seen)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, None, 2], pa.int64()),
        ([1, 2.5], pa.float64()),
        ([True, None], pa.bool_()),
        (["a"], pa.string()),
        ([None], pa.null()),
        ([[1, 2], []], pa.list_(pa.int64())),
        ([["a"], [None]], pa.list_(pa.string())),
        ([2**63 - 1], pa.int64()),
    ],
)
def test_a_column_of_one_kind_keeps_its_type(values: list[Any], kind: Any) -> None:
    assert types([{"x": value} for value in values]) == {"x": kind}


@pytest.mark.parametrize(
    "values",
    [[1, "a"], [True, 1], [2**63 + 1], [2**53 + 1, 0.5], [[1], 2], [[[1]]], [[1, "a"]], [[{"a": 1}]]],
    ids=str,
)
def test_a_mixture_is_json_without_loss(values: list[Any]) -> None:
    table = tables.to_arrow([{"x": value} for value in values])
    assert table.schema.field("x").metadata == {b"iotcentral.encoding": b"json"}
    assert cells(table) == [{"x": value} for value in values]


def test_a_query_answer_gives_its_rows() -> None:
    answer = {
        "results": [
            {"$id": "a", "$ts": "2021-09-10T12:59:52.015Z", "temperature": 20},
            {"$id": "b", "$ts": "2021-09-10T12:59:52.96Z", "temperature": 20.5, "pump.speed": 3},
            {"$ts": "2021-09-10T12:59:53Z"},
        ]
    }
    table = tables.to_arrow(answer)
    assert types(answer) == {
        "$id": pa.string(),
        "$ts": pa.timestamp("ns", "UTC"),
        "temperature": pa.float64(),
        "pump.speed": pa.int64(),
    }
    assert [row["$ts"] for row in cells(table)] == [seconds(row["$ts"]) for row in answer["results"]]
    assert cells(table)[2].keys() == {"$ts"}


def test_an_answer_without_rows_is_an_empty_table() -> None:
    assert tables.to_arrow({"results": []}).num_rows == 0


PROPERTIES = {
    "$metadata": {
        "targetTemperature": {
            "lastUpdateTime": "2021-08-10T15:09:37.1234567Z",
            "desiredValue": 80,
            "desiredVersion": 3,
        }
    },
    "targetTemperature": 80,
    "location": {"lat": 1.5, "lon": 2},
    "pump": {"$metadata": {"speed": {"ackCode": 200}}, "speed": 3},
}


def test_device_properties_have_dotted_names_and_no_metadata() -> None:
    assert cells(tables.to_arrow(PROPERTIES)) == [
        {"targetTemperature": 80, "location.lat": 1.5, "location.lon": 2, "pump.speed": 3}
    ]


def test_their_metadata_come_on_request_with_all_seven_digits() -> None:
    (row,) = cells(tables.to_arrow([PROPERTIES], metadata=True))
    assert row["$metadata.targetTemperature.lastUpdateTime"] == seconds("2021-08-10T15:09:37.1234567Z")
    assert row["$metadata.targetTemperature.desiredValue"] == 80
    assert row["pump.$metadata.speed.ackCode"] == 200


MOMENTS = st.builds(
    lambda moment, digits, offset: (
        f"{moment.replace(microsecond=0).isoformat()}{'.' if digits else ''}{digits}{offset}"
    ),
    st.datetimes(),
    st.text("0123456789", max_size=9),
    st.sampled_from(["Z", "+02:00", "-11:30"]),
)


@QUIET
@given(st.lists(MOMENTS, min_size=1, max_size=4))
def test_a_date_time_keeps_what_its_unit_holds(texts: list[str]) -> None:
    table = tables.to_arrow([{"$ts": text} for text in texts])
    scale = {"ns": 10**9, "us": 10**6}[table.schema.field("$ts").type.unit]
    exact = [seconds(text) for text in texts]
    assert [row["$ts"] for row in cells(table)] == [
        Fraction(math.floor(each * scale), scale) for each in exact
    ]
    if all(-(2**63) <= each * 10**9 < 2**63 for each in exact):
        assert scale == 10**9


def test_further_columns_are_date_times_by_name() -> None:
    rows = [{"built": "2020-01-01T00:00:00Z", "note": "2020-01-01T00:00:00Z"}]
    assert types(rows, timestamps=["built"]) == {"built": pa.timestamp("ns", "UTC"), "note": pa.string()}


def test_text_that_is_no_date_time_names_column_and_row() -> None:
    rows = [{"built": "2020-01-01T00:00:00Z"}, {"built": "yesterday"}]
    with pytest.raises(ValueError, match=r"column 'built', row 1: .*'yesterday'"):
        tables.to_arrow(rows, timestamps=["built"])


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("us", pa.timestamp("us", "UTC")), ("ns", pa.timestamp("ns", "UTC")), ("text", pa.string())],
)
def test_the_unit_can_be_chosen(unit: Any, kind: Any) -> None:
    assert types([{"$ts": "2020-01-01T00:00:00Z"}], unit=unit) == {"$ts": kind}


def test_a_date_nanoseconds_do_not_reach_is_refused_by_name_when_they_are_asked_for() -> None:
    with pytest.raises(ValueError, match=r"column '\$ts', row 0: .* use unit='us'"):
        tables.to_arrow([{"$ts": "0001-01-01T00:00:00Z"}], unit="ns")


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two columns would be called 'a\.b'"):
        tables.to_arrow([{"a.b": 1, "a": {"b": 2}}])


@pytest.mark.parametrize("items", [7, "text", [1], None])
def test_what_has_no_rows_is_refused(items: Any) -> None:
    with pytest.raises(TypeError):
        tables.to_arrow(items)
