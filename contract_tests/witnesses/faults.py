"""One value that keeps a constraint and one that breaks it, for everything the facts say of a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["UNCHECKED", "Fault", "faults"]

Fault = tuple[str, Any, Any]
"""Keyword of the facts, a value that keeps it, a value that breaks it."""

UNCHECKED = frozenset({"arm-id"})
"""Formats that no text can break: they are names for people."""

_TYPES: Mapping[str, tuple[Any, Any]] = {
    "string": ("one", 7),
    "boolean": (True, "yes"),
    "integer": (7, "seven"),
    "number": (7.5, "seven"),
    "array": ([], "one"),
    "object": ({}, "one"),
}
_FORMATS: Mapping[str, tuple[Any, Any]] = {
    "date-time": ("2022-05-24T22:29:01.1234567Z", "yesterday"),
    "date": ("2022-12-30", "2022-13-30"),
    "date-time-rfc1123": ("Tue, 25 Apr 2023 11:24:53 GMT", "2023-04-25T11:24:53Z"),
    "uuid": ("ca310b8d-2f4a-44e0-a36e-957c202cd8d4", "ca310b8d"),
    "email": ("ada@contoso.com", "ada"),
    "int32": (2147483647, 2147483648),
}


def faults(prop: Mapping[str, Any], usual: Any) -> Iterator[Fault]:
    """What can be wrong with a value of `prop`; `usual` is one that is right."""
    kind = "object" if "ref" in prop else prop.get("type")
    if kind is not None:
        yield "type", usual, _TYPES[kind][1]
    if "enum" in prop:
        yield "enum", prop["enum"][-1], "something-else"
    if prop.get("format") not in {None, *UNCHECKED} and not (prop["format"] == "int32" and "maximum" in prop):
        yield ("format", *_FORMATS[prop["format"]])
    if "minimum" in prop:
        yield "minimum", prop["minimum"], prop["minimum"] - 1
    if "maximum" in prop:
        yield "maximum", prop["maximum"], prop["maximum"] + 1
    yield from _items(prop, usual) if kind == "array" else _text(prop)
    if isinstance(more := prop.get("additional_properties"), Mapping):
        for name, value in usual.items():
            for keyword, holds, breaks in faults(more, value):
                yield f"additional_properties/{keyword}", {name: holds}, {name: breaks}


def _text(prop: Mapping[str, Any]) -> Iterator[Fault]:
    if least := prop.get("min_length"):
        yield "min_length", "a" * least, "a" * (least - 1)
    if "max_length" in prop:
        yield "max_length", "a" * prop["max_length"], "a" * (prop["max_length"] + 1)
    if "pattern" in prop:
        kept, broken = "one", "not one"
        if not re.search(prop["pattern"], kept) or re.search(prop["pattern"], broken):
            raise ValueError(f"no witness is known for the pattern {prop['pattern']}")
        yield "pattern", kept, broken


def _items(prop: Mapping[str, Any], usual: Any) -> Iterator[Fault]:
    """The facts write `min_length` on one array; nothing but the number of its items can be meant."""
    for keyword in {"min_items", "min_length"} & set(prop):
        yield keyword, usual * prop[keyword], usual * (prop[keyword] - 1)
    if "max_items" in prop:
        yield "max_items", usual * prop["max_items"], usual * (prop["max_items"] + 1)
    inside = faults(prop["items"], usual[0]) if usual else [("type", None, 7)]
    for keyword, holds, breaks in inside:
        yield f"items/{keyword}", [holds] if usual else usual, [breaks]
