"""Reading Arrow tables back into plain rows, without the code that made them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pyarrow as pa

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
UNITS = {"ns": 10**9, "us": 10**6}


def cells(table: pa.Table) -> list[dict[str, Any]]:
    """Return the rows as plain values: timestamps as exact seconds since 1970, no nulls."""
    columns = {field.name: column(table[field.name], field) for field in table.schema}
    return [
        {name: values[number] for name, values in columns.items() if values[number] is not None}
        for number in range(table.num_rows)
    ]


def column(values: pa.ChunkedArray, field: pa.Field) -> list[Any]:
    return [value(each, field) for each in values]


def value(scalar: pa.Scalar, field: pa.Field) -> Any:
    if not scalar.is_valid:
        return None
    kind = field.type
    if pa.types.is_timestamp(kind):
        return Fraction(scalar.cast(pa.int64()).as_py(), UNITS[kind.unit])
    if pa.types.is_list(kind):
        return [value(item, kind.value_field) for item in scalar.values]
    if pa.types.is_struct(kind):
        members = {member.name: value(scalar[member.name], member) for member in kind}
        return {name: member for name, member in members.items() if member is not None}
    if b"iotcentral.encoding" in (field.metadata or {}):
        return json.loads(scalar.as_py())
    return scalar.as_py()


def seconds(text: str) -> Fraction:
    """Return an RFC 3339 date-time, read another way than the client does: exact seconds since 1970."""
    date, _, rest = text.replace("t", "T").replace("z", "Z").partition("T")
    clock, sign, offset = rest, "+", "00:00"
    for mark in ("Z", "+", "-"):
        if mark in rest:
            clock, _, tail = rest.partition(mark)
            sign, offset = ("+", "00:00") if mark == "Z" else (mark, tail)
    whole, _, digits = clock.partition(".")
    moment = datetime.fromisoformat(f"{date}T{whole}+00:00") - EPOCH
    hours, minutes = map(int, offset.split(":"))
    shift = timedelta(hours=hours, minutes=minutes) * (1 if sign == "+" else -1)
    return Fraction((moment - shift) // timedelta(seconds=1)) + (
        Fraction(int(digits), 10 ** len(digits)) if digits else 0
    )


def without_nulls(row: Any) -> Any:
    """Return a value without null members and empty objects, which a table cannot tell from absent ones."""
    if isinstance(row, dict):
        kept = {name: without_nulls(member) for name, member in row.items()}
        return {name: member for name, member in kept.items() if member is not None and member != {}}
    return row
