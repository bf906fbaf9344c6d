"""DTDL schemas: their own form, and which JSON values fit them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from iotcentral.emulator.dtdl.vocabulary import COMPLEX, NAMED_SCHEMAS, is_reference, listed, types_of
from iotcentral.emulator.shapes import as_list, as_object
from iotcentral.emulator.wording import place

__all__ = ["check_schema", "kind_of_schema", "value_faults"]

_Path = tuple[str | int, ...]
_Faults = Iterator[str]

_MEMBER_LISTS = {"Enum": "enumValues", "Object": "fields"}
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?\Z")
_RANGES = {"integer": 2**31, "long": 2**63}


def kind_of_schema(schema: Any) -> str | None:
    """Answer a primitive's name or the type of a complex schema; `None` if it cannot be told."""
    if isinstance(schema, str):
        return None if is_reference(schema) else schema
    found = [name for name in types_of(as_object(schema) or {}) if name in COMPLEX]
    return found[0] if found else None


def check_schema(schema: Any, path: _Path) -> _Faults:
    """Yield what is wrong with a schema: an unknown name, or the parts of a complex one."""
    if isinstance(schema, str):
        if schema not in NAMED_SCHEMAS and not is_reference(schema):
            yield f"{place(path)} should be a DTDL schema"
        return
    node = as_object(schema)
    kind = kind_of_schema(node)
    if node is None:
        yield f"{place(path)} should be string,object"
    elif kind is None:
        yield f"{place((*path, '@type'))} should be one of {', '.join(sorted(COMPLEX))}"
    else:
        yield from _check_complex(kind, node, path)


def _check_complex(kind: str, node: Mapping[str, Any], path: _Path) -> _Faults:
    if kind in _MEMBER_LISTS:
        yield from _check_members(node, _MEMBER_LISTS[kind], path)
    elif kind == "Array" and "elementSchema" in node:
        yield from check_schema(node["elementSchema"], (*path, "elementSchema"))
    elif kind == "Map":
        inner = as_object(node.get("mapValue")) or {}
        if "schema" in inner:
            yield from check_schema(inner["schema"], (*path, "mapValue", "schema"))


def _check_members(node: Mapping[str, Any], name: str, path: _Path) -> _Faults:
    members = as_list(node.get(name, []))
    if members is None:
        yield f"{place((*path, name))} should be array"
        return
    seen: set[str] = set()
    for number, member in enumerate(members):
        where, entry = (*path, name, number), as_object(member)
        if entry is None:
            yield f"{place(where)} should be object"
            continue
        own = entry.get("name")
        if not isinstance(own, str):
            yield f"{place(where)} should have required property 'name'"
        elif own in seen:
            yield f"{place((*where, 'name'))} should NOT be a duplicate"
        else:
            seen.add(own)
        if "schema" in entry:
            yield from check_schema(entry["schema"], (*where, "schema"))


def value_faults(schema: Any, value: Any, path: _Path) -> _Faults:
    """Yield why a JSON value does not fit a schema; anything fits a schema that is not known here."""
    kind = kind_of_schema(schema)
    if kind in _FITS:
        if not _FITS[kind](value):
            yield f"{place(path)} should be {kind}"
    elif kind in COMPLEX:
        yield from _complex_faults(kind, as_object(schema) or {}, value, path)


def _complex_faults(kind: str, node: Mapping[str, Any], value: Any, path: _Path) -> _Faults:
    if kind == "Enum":
        allowed = [(as_object(entry) or {}).get("enumValue") for entry in listed(node.get("enumValues"))]
        if not any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in allowed):
            yield f"{place(path)} should be equal to one of the allowed values"
    elif kind == "Array":
        yield from _array_faults(node, value, path)
    else:
        yield from _member_faults(kind, node, value, path)


def _array_faults(node: Mapping[str, Any], value: Any, path: _Path) -> _Faults:
    items = as_list(value)
    if items is None:
        yield f"{place(path)} should be array"
    for number, item in enumerate(items or ()):
        yield from value_faults(node.get("elementSchema"), item, (*path, number))


def _member_faults(kind: str, node: Mapping[str, Any], value: Any, path: _Path) -> _Faults:
    members = as_object(value)
    if members is None:
        yield f"{place(path)} should be object"
        return
    any_member = (as_object(node.get("mapValue")) or {}).get("schema")
    fields = [as_object(field) or {} for field in listed(node.get("fields"))]
    schemas = {str(field.get("name")): field.get("schema") for field in fields}
    for name, inner in members.items():
        if kind == "Object" and name not in schemas and schemas:
            yield f"{place((*path, name))} should be a field of the schema"
        else:
            schema = any_member if kind == "Map" else schemas.get(name)
            yield from value_faults(schema, inner, (*path, name))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(kind: str) -> Callable[[Any], bool]:
    bound = _RANGES[kind]
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and -bound <= value < bound


def _parses(read: Callable[[str], Any], shape: str) -> Callable[[Any], bool]:
    pattern = re.compile(shape)

    def fits(value: Any) -> bool:
        if not isinstance(value, str) or not pattern.match(value):
            return False
        try:
            read(value.upper())
        except ValueError:
            return False
        return True

    return fits


def _has_numbers(required: tuple[str, ...]) -> Callable[[Any], bool]:
    def fits(value: Any) -> bool:
        members = as_object(value)
        return (
            members is not None
            and all(name in members for name in required)
            and all(_is_number(inner) for inner in members.values())
        )

    return fits


_FITS: Mapping[str | None, Callable[[Any], bool]] = MappingProxyType(
    {
        "boolean": lambda value: isinstance(value, bool),
        "date": _parses(date.fromisoformat, r"\d{4}-\d\d-\d\d\Z"),
        "dateTime": _parses(datetime.fromisoformat, r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d"),
        "double": _is_number,
        "duration": lambda value: isinstance(value, str) and _DURATION.match(value) is not None,
        "float": _is_number,
        "geopoint": _has_numbers(("lat", "lon")),
        "integer": _is_whole("integer"),
        "long": _is_whole("long"),
        "string": lambda value: isinstance(value, str),
        "time": _parses(time.fromisoformat, r"[Tt]?\d\d:\d\d"),
        "vector": _has_numbers(("x", "y", "z")),
    }
)
