"""Columns as Arrow: types, values, record batches. The only module that imports pyarrow."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any, Literal

from iotcentral._core.shapes import is_array, is_object
from iotcentral._tables.kinds import Column, Kind, ListOf, Record, Scalar
from iotcentral._tables.moments import nanoseconds

__all__ = ["Unit", "array", "columns_of", "need", "schema_of"]

Unit = Literal["auto", "ns", "us", "text"]
"""How date-times are kept: `auto` is `ns`, or `us` in a column with a date that nanoseconds do not reach."""

JSON_MARK = {"iotcentral.encoding": "json"}
_INT64 = range(-(2**63), 2**63)


class _TooFarError(ValueError):
    """A date outside 1677 to 2262."""


def need(module: str, package: str) -> Any:
    """Import a library of the extra; raises ImportError that says what to install.

    Typed as Any: pyarrow and pandas bring no annotations.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ImportError(f"this needs {module}: pip install {package}") from None


def _arrow() -> Any:
    return need("pyarrow", "'iotcentral[arrow]'")


def _type(kind: Kind, unit: Unit) -> Any:
    pa = _arrow()
    if isinstance(kind, ListOf):
        return pa.list_(_field("item", kind.item, unit))
    if isinstance(kind, Record):
        return pa.struct([_field(name, member, unit) for name, member in kind.members])
    if kind == Scalar.TIME:
        return pa.string() if unit == "text" else pa.timestamp("us" if unit == "us" else "ns", "UTC")
    return {
        Scalar.BOOL: pa.bool_(),
        Scalar.INT: pa.int64(),
        Scalar.NUMBER: pa.float64(),
        Scalar.NOTHING: pa.null(),
    }.get(kind, pa.string())


def _field(name: str, kind: Kind, unit: Unit) -> Any:
    return _arrow().field(name, _type(kind, unit), metadata=JSON_MARK if kind == Scalar.JSON else None)


def schema_of(columns: Sequence[Column], units: Sequence[Unit]) -> Any:
    """Return the Arrow schema of columns; raises ValueError when two would have one name."""
    (name, times), *_ = Counter(column.name for column in columns).most_common(1) or [("", 0)]
    if times > 1:
        raise ValueError(f"two columns would be called {name!r}")
    fields = [_field(each.name, each.kind, unit) for each, unit in zip(columns, units, strict=True)]
    return _arrow().schema(fields)


def columns_of(schema: Any) -> tuple[list[Column], list[Unit]]:
    """Return the columns an Arrow schema asks for; raises ValueError for a type that is not made here."""
    columns = [Column(tuple(field.name.split(".")), _kind(field)) for field in schema]
    units: list[Unit] = [_unit(field.type) for field in schema]
    return columns, units


def _unit(kind: Any) -> Unit:
    return "us" if _arrow().types.is_timestamp(kind) and kind.unit == "us" else "ns"


def _kind(field: Any) -> Kind:
    pa, kind = _arrow(), field.type
    if pa.types.is_list(kind):
        return ListOf(_kind(kind.value_field))
    if pa.types.is_struct(kind):
        return Record(tuple((member.name, _kind(member)) for member in kind))
    if pa.types.is_string(kind):
        return Scalar.JSON if b"iotcentral.encoding" in (field.metadata or {}) else Scalar.TEXT
    if pa.types.is_timestamp(kind) and kind.unit in ("us", "ns") and kind.tz == "UTC":
        return Scalar.TIME
    known = {
        pa.bool_(): Scalar.BOOL,
        pa.int64(): Scalar.INT,
        pa.float64(): Scalar.NUMBER,
        pa.null(): Scalar.NOTHING,
    }
    if kind not in known:
        raise ValueError(
            f"column {field.name!r}: {kind} is none of bool, int64, double, string, "
            "timestamp[ns|us, UTC], list, struct"
        )
    return known[kind]


def array(column: Column, values: Iterable[Any], unit: Unit, first_row: int = 0) -> tuple[Any, Unit]:
    """Return the Arrow array of a column's values and the unit it came to.

    Raises ValueError naming the column and the row of a value that does not fit.
    """
    rows = list(values)
    try:
        return _array(column, rows, "ns" if unit == "auto" else unit, first_row)
    except _TooFarError:
        if unit != "auto":
            raise
        return _array(column, rows, "us", first_row)


def _array(column: Column, rows: list[Any], unit: Unit, first_row: int) -> tuple[Any, Unit]:
    converted: list[Any] = []
    for number, value in enumerate(rows, first_row):
        try:
            converted.append(_value(column.kind, value, unit))
        except ValueError as error:
            raise type(error)(f"column {column.name!r}, row {number}: {error}") from None
    return _arrow().array(converted, type=_type(column.kind, unit)), unit


def _value(kind: Kind, value: Any, unit: Unit) -> Any:
    if value is None:
        return None
    if isinstance(kind, ListOf):
        return [_value(kind.item, item, unit) for item in _checked(value, kind, is_array)]
    if isinstance(kind, Record):
        row = _checked(value, kind, is_object)
        return {name: _value(member, row.get(name), unit) for name, member in kind.members}
    if kind == Scalar.JSON:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if kind == Scalar.TIME and unit != "text":
        return _moment(_checked(value, kind, _FITS[Scalar.TEXT]), unit)
    return _plain(kind, _checked(value, kind, _FITS[kind]))


def _plain(kind: Scalar, value: Any) -> Any:
    return float(value) if kind == Scalar.NUMBER else value


def _moment(text: str, unit: Unit) -> int:
    moment = nanoseconds(text)
    if unit == "us":
        return moment // 1000
    if moment not in _INT64:
        raise _TooFarError(f"{text} is out of the reach of nanoseconds: use unit='us'")
    return moment


def _checked(value: Any, kind: Kind, fits: Callable[[Any], bool]) -> Any:
    if not fits(value):
        name = kind.value if isinstance(kind, Scalar) else type(kind).__name__
        raise ValueError(
            f"{value!r:.80} is no {name}, the column's type by the contract, a schema or the first batch"
        )
    return value


def _is_number(value: Any) -> bool:
    """Whether a value is a double, give or take what a double cannot tell apart."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return is_number and (isinstance(value, float) or abs(value) <= sys.float_info.max)


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in _INT64


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_FITS: dict[Scalar, Callable[[Any], bool]] = {
    Scalar.TEXT: _is_text,
    Scalar.TIME: _is_text,
    Scalar.BOOL: lambda value: isinstance(value, bool),
    Scalar.INT: _is_int,
    Scalar.NUMBER: _is_number,
    Scalar.NOTHING: lambda value: False,
}
