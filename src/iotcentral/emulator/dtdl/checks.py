"""What is wrong with a capability model, in the wording of the service's validator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral.emulator.dtdl.schemas import check_schema, kind_of_schema
from iotcentral.emulator.dtdl.vocabulary import (
    CAPABILITIES,
    RESERVED_TELEMETRY,
    SEMANTIC_SCHEMAS,
    listed,
    types_of,
)
from iotcentral.emulator.shapes import as_list, as_object
from iotcentral.emulator.wording import place

__all__ = ["CAPABILITY_LIMIT", "model_faults"]

CAPABILITY_LIMIT = 300
"""Capabilities of one template, those of components and inherited interfaces included."""

_Path = tuple[str | int, ...]
_Faults = Iterator[str]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*\Z")
_NAME_PATTERN = "^[a-zA-Z0-9][a-zA-Z0-9_]*$"
_NAME_LENGTH = 64
_TEXT_LENGTHS = {"displayName": 64, "description": 512, "comment": 512}
_ADDED_NUMBERS = ("minValue", "maxValue", "decimalPlaces")


def model_faults(model: Any) -> list[str]:
    """List what is wrong with a template's capability model; every fault names its place."""
    path: _Path = ("capabilityModel",)
    faults = list(_interface(model, path))
    if not faults and _count(model) > CAPABILITY_LIMIT:
        faults = [f"{place(path)} should NOT have more than {CAPABILITY_LIMIT} capabilities"]
    return faults


def _interface(node: Any, path: _Path) -> _Faults:
    interface = as_object(node)
    if interface is None:
        yield f"{place(path)} should be object"
        return
    yield from _texts(interface, path)
    yield from _extends(interface, path)
    contents = interface.get("contents", [])
    entries = as_list(contents)
    if entries is None:
        yield f"{place((*path, 'contents'))} should be array"
        return
    for number, entry in enumerate(entries):
        yield from _capability(entry, (*path, "contents", number))
    yield from _duplicates(entries, (*path, "contents"))


def _extends(interface: Mapping[str, Any], path: _Path) -> _Faults:
    is_list = as_list(interface.get("extends")) is not None
    for number, parent in enumerate(listed(interface.get("extends"))):
        where = (*path, "extends", number) if is_list else (*path, "extends")
        if not isinstance(parent, str):
            yield from _interface(parent, where)


def _capability(node: Any, path: _Path) -> _Faults:
    entry = as_object(node)
    if entry is None:
        yield f"{place(path)} should be object"
        return
    types = types_of(entry)
    if not set(types) & set(CAPABILITIES):
        yield f"{place((*path, '@type'))} should be one of {', '.join(CAPABILITIES)}"
        return
    yield from _name(entry, types, path)
    yield from _texts(entry, path)
    yield from _body(entry, types, path)


def _name(entry: Mapping[str, Any], types: list[str], path: _Path) -> _Faults:
    where, name = place((*path, "name")), entry.get("name")
    if "name" not in entry:
        yield f"{place(path)} should have required property 'name'"
    elif not isinstance(name, str):
        yield f"{where} should be string"
    elif "Telemetry" in types and name in RESERVED_TELEMETRY:
        yield f"{where} should NOT be a reserved name"
    # Modules are called as their deployment manifest calls them.
    elif "Relationship" not in types and not _NAME.match(name):
        yield f'{where} should match pattern "{_NAME_PATTERN}"'
    elif len(name) > _NAME_LENGTH:
        yield f"{where} should NOT be longer than {_NAME_LENGTH} characters"


def _body(entry: Mapping[str, Any], types: list[str], path: _Path) -> _Faults:
    if "Relationship" in types:
        for number, target in enumerate(listed(entry.get("target"))):
            if not isinstance(target, str):
                yield from _interface(target, (*path, "target", number))
    elif "Command" in types:
        for side in ("request", "response"):
            if side in entry:
                yield from _argument(entry[side], (*path, side))
    elif "schema" not in entry:
        yield f"{place(path)} should have required property 'schema'"
    elif "Component" in types:
        if not isinstance(entry["schema"], str):
            yield from _interface(entry["schema"], (*path, "schema"))
    else:
        yield from check_schema(entry["schema"], (*path, "schema"))
        yield from _additions(entry, types, path)


def _argument(node: Any, path: _Path) -> _Faults:
    argument = as_object(node)
    if argument is None:
        yield f"{place(path)} should be object"
    elif "schema" in argument:
        yield from check_schema(argument["schema"], (*path, "schema"))


def _additions(entry: Mapping[str, Any], types: list[str], path: _Path) -> _Faults:
    schema = kind_of_schema(entry["schema"])
    for semantic in types:
        wanted = SEMANTIC_SCHEMAS.get(semantic)
        if wanted is not None and schema is not None and schema not in wanted:
            yield f"{place((*path, 'schema'))} should be {','.join(sorted(wanted))} for type {semantic}"
    if not isinstance(entry.get("writable", False), bool):
        yield f"{place((*path, 'writable'))} should be boolean"
    if "Property" in types:
        yield from _limits(entry, path)


def _limits(entry: Mapping[str, Any], path: _Path) -> _Faults:
    numbers = {name: entry[name] for name in _ADDED_NUMBERS if name in entry}
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{place((*path, name))} should be number"
            return
    if "minValue" in numbers and numbers["minValue"] > numbers.get("maxValue", numbers["minValue"]):
        yield f"{place((*path, 'minValue'))} should be <= {numbers['maxValue']}"
    if numbers.get("decimalPlaces", 0) < 0:
        yield f"{place((*path, 'decimalPlaces'))} should be >= 0"


def _texts(entry: Mapping[str, Any], path: _Path) -> _Faults:
    """Check names and descriptions for people: a text, or one for each language."""
    for name, longest in _TEXT_LENGTHS.items():
        value = entry.get(name, "")
        by_language = as_object(value)
        where = place((*path, name))
        for text in [value] if by_language is None else by_language.values():
            if not isinstance(text, str):
                yield f"{where} should be string"
            elif len(text) > longest:
                yield f"{where} should NOT be longer than {longest} characters"


def _duplicates(entries: list[Any], path: _Path) -> _Faults:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        name = (as_object(entry) or {}).get("name")
        if isinstance(name, str):
            if name in seen:
                yield f"{place((*path, number, 'name'))} should NOT be a duplicate"
            seen.add(name)


def _count(node: Any) -> int:
    """Count the capabilities of an interface that was found to be right."""
    interface = as_object(node)
    if interface is None:
        return 0
    inherited = sum(_count(parent) for parent in listed(interface.get("extends")))
    entries = [as_object(entry) or {} for entry in listed(interface.get("contents"))]
    inner = sum(_count(part) for entry in entries for part in _interfaces_in(entry))
    own = sum(1 for entry in entries if not {"Component", "Relationship"} & set(types_of(entry)))
    return own + inherited + inner


def _interfaces_in(entry: Mapping[str, Any]) -> list[Any]:
    types = types_of(entry)
    if "Relationship" in types:
        return listed(entry.get("target"))
    return [entry.get("schema")] if "Component" in types else []
