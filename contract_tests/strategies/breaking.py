"""Values that were allowed, with one place made wrong: what the client must refuse before sending."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.strategies.drawing import branch_of, merged

__all__ = ["MISSING", "Break", "breaks", "scalar_breaks"]

MISSING: Any = "(left out)"
_LONE_SURROGATE = "\ud800"


@dataclass(frozen=True)
class Break:
    """Put `value` at `path` (wire names and indexes) and the whole is no longer allowed."""

    fault: str
    path: tuple[str | int, ...]
    value: Any


def breaks(document: Document, schema: Schema, value: Any) -> Iterator[Break]:
    """Every way known here to make `value`, which `schema` allows, wrong in one place."""
    yield from _walk(document, schema, value, ())


def _walk(document: Document, schema: Schema, value: Any, path: tuple[str | int, ...]) -> Iterator[Break]:
    schema = merged(document, schema)
    if value is None:
        return
    if "discriminator" in schema:
        branch = branch_of(document, schema["discriminator"], value)
        if branch is not None:
            yield from _walk(document, document.schemas[branch], value, path)
        return
    if "anyOf" in schema:
        inner = next(branch for branch in schema["anyOf"] if branch.get("type") != "null")
        yield from (found for found in _walk(document, inner, value, path) if found.value is not None)
        return
    if isinstance(value, list):
        yield from _array(document, schema, value, path)
    elif isinstance(value, dict):
        yield from _object(document, schema, value, path)
    if path:
        for fault, wrong in scalar_breaks(schema, value):
            yield Break(fault, path, wrong)


def _array(
    document: Document, schema: Schema, value: list[Any], path: tuple[str | int, ...]
) -> Iterator[Break]:
    if schema.get("minItems", 0) > 0:
        yield Break("too-few-items", path, value[: schema["minItems"] - 1])
    if "maxItems" in schema and value:
        yield Break("too-many-items", path, [*value, *(value[:1] * (schema["maxItems"] + 1 - len(value)))])
    for index, item in enumerate(value):
        yield from _walk(document, schema.get("items", {}), item, (*path, index))


def _object(
    document: Document, schema: Schema, value: Mapping[str, Any], path: tuple[str | int, ...]
) -> Iterator[Break]:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        pinned = "const" in properties.get(name, {})
        if name in value and not pinned:
            yield Break("required-left-out", (*path, name), MISSING)
    for name, member in properties.items():
        if name in value and "const" not in member:
            yield from _walk(document, member, value[name], (*path, name))
    refused = schema.get("propertyNames", {}).get("not", {}).get("const")
    if refused is not None:
        yield Break("refused-name", (*path, refused), {})
    others = schema.get("additionalProperties")
    if isinstance(others, Mapping):
        for name, member in value.items():
            if name not in properties:
                yield from _walk(document, others, member, (*path, name))
    elif not properties:
        yield from (Break(*found) for found in _free_form(path))


def _free_form(path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    yield "not-a-number", (*path, "made-up"), math.nan
    yield "infinite", (*path, "made-up"), [math.inf]
    yield "lone-surrogate", (*path, "made-up"), _LONE_SURROGATE


def scalar_breaks(schema: Schema, value: Any) -> Iterator[tuple[str, Any]]:
    """The fault and the wrong value, for a place whose own type and limits are `schema`."""
    names = schema.get("type")
    kinds = names if isinstance(names, list) else [names]
    if names is None:
        return
    if "null" not in kinds:
        yield "null", None
    yield from _by_type(schema, kinds)
    if isinstance(value, str) and "enum" not in schema:
        yield from _texts(schema)
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield from _numbers(schema)


def _by_type(schema: Schema, kinds: list[Any]) -> Iterator[tuple[str, Any]]:
    if "enum" in schema:
        yield "not-in-enum", "made-up-by-the-caller"
    wrong = {
        "string": 5,
        "boolean": "true",
        "integer": "3",
        "number": "3",
        "array": {"a": 1},
        "object": "text",
    }
    kind = next(kind for kind in kinds if kind != "null")
    yield "wrong-type", wrong[kind]
    if kind == "integer":
        yield "not-whole", 5.5
    if kind == "array":
        yield "wrong-item-type", [object]


def _texts(schema: Schema) -> Iterator[tuple[str, Any]]:
    yield "lone-surrogate", _LONE_SURROGATE
    if "maxLength" in schema:
        yield "too-long", "a" * (schema["maxLength"] + 1)
    if schema.get("minLength", 0) > 0:
        yield "too-short", "a" * (schema["minLength"] - 1)
    if "pattern" in schema:
        yield "against-pattern", "what no id is !"
        yield "newline-after-pattern", "ab\n"
    if schema.get("format") in ("date-time", "date"):
        yield "no-date", "the day after tomorrow"
        yield "no-such-day", "2024-02-30T00:00:00Z" if schema["format"] == "date-time" else "2024-02-30"


def _numbers(schema: Schema) -> Iterator[tuple[str, Any]]:
    yield "not-a-number", math.nan
    yield "infinite", -math.inf
    if schema.get("format") == "int32":
        yield "beyond-int32", 2**31
    if "minimum" in schema:
        yield "under-minimum", schema["minimum"] - 1
    if "maximum" in schema:
        yield "over-maximum", schema["maximum"] + 1
