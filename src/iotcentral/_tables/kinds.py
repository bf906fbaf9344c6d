"""What a column or member holds, and the columns a model has: read from annotations, without data."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import UnsetType

from iotcentral._core.extras import EXTRAS_FIELD, UNKNOWN_TAG
from iotcentral._core.model import Model, UnknownVariant
from iotcentral.times import Timestamp

__all__ = ["Column", "Kind", "ListOf", "Record", "Scalar", "columns", "item_kind", "merged", "union_of"]


class Scalar(StrEnum):
    """A value without parts."""

    TEXT = "text"
    BOOL = "bool"
    INT = "int"
    NUMBER = "number"
    TIME = "time"
    JSON = "json"
    """Anything: kept as the text of its JSON."""
    NOTHING = "nothing"
    """Only absent values were seen."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items are of one kind."""

    item: Kind


@dataclass(frozen=True, slots=True)
class Record:
    """An object with known members, in the order of the contract."""

    members: tuple[tuple[str, Kind], ...]


Kind = Scalar | ListOf | Record
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in a row, and what it is."""

    path: Path
    kind: Kind

    @property
    def name(self) -> str:
        """The path, joined by dots."""
        return ".".join(self.path)


_SCALARS: Mapping[Any, Scalar] = {
    Timestamp: Scalar.TIME,
    str: Scalar.TEXT,
    bool: Scalar.BOOL,
    int: Scalar.INT,
    float: Scalar.NUMBER,
}


@cache
def item_kind(annotation: Any) -> Kind:
    """Return the kind of a model, a union of models, or any annotation a model's member may have."""
    return _kind(annotation, ())


def columns(kind: Kind) -> tuple[Column, ...]:
    """Return the columns of a record, objects inside it flattened; none for any other kind."""
    return tuple(_columns(kind, ())) if isinstance(kind, Record) else ()


def _columns(record: Record, path: Path) -> Iterator[Column]:
    for name, kind in record.members:
        if isinstance(kind, Record):
            yield from _columns(kind, (*path, name))
        else:
            yield Column((*path, name), kind)


def union_of(model: type[Model]) -> Any:
    """Return the union a class is a branch of, as its module names it; the class itself if there is none.

    A list of users may begin with any kind of user: its columns must not depend on which.
    """
    module = sys.modules[model.__module__]
    for value in vars(module).values():
        branches = get_args(value) if isinstance(value, UnionType) else ()
        if model in branches and any(_is_unknown(branch) for branch in branches):
            return value
    return model


def _kind(annotation: Any, above: tuple[Any, ...]) -> Kind:
    scalar = _scalar(annotation)
    if scalar is not None:
        return scalar
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _choice([each for each in arguments if each not in (NoneType, UnsetType)], above)
    if origin is list:
        return ListOf(_kind(arguments[0], above))
    if _is_model(annotation) and annotation not in above:
        return _record(annotation, (*above, annotation))
    return Scalar.JSON


def _scalar(annotation: Any) -> Scalar | None:
    if get_origin(annotation) is Literal or (isinstance(annotation, type) and issubclass(annotation, Enum)):
        return Scalar.TEXT
    return _SCALARS.get(annotation)


def _choice(branches: list[Any], above: tuple[Any, ...]) -> Kind:
    kinds = [_kind(each, above) for each in branches if not _is_unknown(each)]
    result: Kind = kinds[0] if kinds else Scalar.JSON
    for kind in kinds[1:]:
        result = merged(result, kind)
    return result


def merged(one: Kind, other: Kind) -> Kind:
    """Return the kind that holds values of both."""
    if isinstance(one, Record) and isinstance(other, Record):
        members: dict[str, Kind] = dict(one.members)
        for name, kind in other.members:
            members[name] = merged(members[name], kind) if name in members else kind
        return Record(tuple(members.items()))
    if {one, other} == {Scalar.INT, Scalar.NUMBER}:
        return Scalar.NUMBER
    return one if one == other else Scalar.JSON


def _record(model: type[Model], above: tuple[Any, ...]) -> Kind:
    hints = get_type_hints(model)
    tag = model.__struct_config__.tag_field
    members: dict[str, Kind] = {tag: Scalar.TEXT} if tag else {}
    for name, wire in zip(model.__struct_fields__, model.__struct_encode_fields__, strict=True):
        if name != EXTRAS_FIELD:
            members[wire] = _kind(hints[name], above)
    return Record(tuple(members.items())) if members else Scalar.JSON


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Model)


def _is_unknown(annotation: Any) -> bool:
    return (
        isinstance(annotation, type)
        and issubclass(annotation, UnknownVariant)
        and annotation.__struct_config__.tag == UNKNOWN_TAG
    )
