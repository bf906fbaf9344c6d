"""A second engine, jsonschema, says the same as jsonschema-rs of every schema and instance of the suite."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from contract_tests.reading import Document
from contract_tests.reading.document import Schema, documents
from contract_tests.reading.operations import operations
from contract_tests.reading.validators import is_rfc1123, validator
from contract_tests.reading.views import Direction, view
from contract_tests.strategies.breaking import MISSING, breaks
from contract_tests.strategies.covering import covering

KNOWN: dict[str, str] = (
    yaml.safe_load((Path(__file__).parent / "engine_differences.yaml").read_text("utf-8")) or {}
)
SIDES: tuple[Direction, ...] = ("request", "answer")
NO_JSON = {"not-a-number", "infinite", "lone-surrogate", "wrong-item-type"}
"""Faults whose values no JSON text can have."""

MOST = 40
"""Faults of one value; what lies deeper is in the schema of its own name."""


@functools.cache
def referee(document: Document, direction: Direction, schema: str) -> Any:
    seen = view(document, direction, sealed=True)
    formats = jsonschema.FormatChecker()
    formats.checks("date-time-rfc1123")(lambda value: not isinstance(value, str) or is_rfc1123(value))
    return jsonschema.Draft202012Validator(
        {**seen.of(json.loads(schema)), "$defs": seen.definitions}, format_checker=formats
    )


def instances(document: Document, schema: Schema, direction: Direction) -> Iterator[tuple[str, Any]]:
    """What is allowed, and the same with one place made wrong, each with its fault."""
    for number, value in enumerate(covering(document, schema, direction)):
        yield "allowed", value
        for one in islice(breaks(document, schema, value), MOST) if number < 2 else ():
            if one.fault not in NO_JSON and not (isinstance(one.value, float) and math.isnan(one.value)):
                yield one.fault, changed(value, one.path, one.value)


def changed(value: Any, path: tuple[str | int, ...], new: Any) -> Any:
    """A copy of `value` with one place set, or taken out."""
    copied: Any = json.loads(json.dumps(value))
    place: Any = copied
    for step in path[:-1]:
        place = place[step]
    if new is MISSING:
        del place[path[-1]]
    else:
        place[path[-1]] = new
    return copied


def schemas(document: Document) -> Iterator[tuple[Direction, Schema]]:
    """Every named schema on both sides of the wire, and every schema of a parameter."""
    yield from ((direction, schema) for schema in document.schemas.values() for direction in SIDES)
    for operation in operations(document).values():
        for parameter in operation.parameters:
            # The values of a parameter are made wrong inside an object, as those of a body are.
            yield "request", {"type": "object", "properties": {parameter.name: parameter.schema}}


@functools.cache
def differences(document: Document) -> tuple[tuple[str, str], ...]:
    """The fault and the value of what the engines judge differently."""
    return tuple(_differences(document))


def _differences(document: Document) -> Iterator[tuple[str, str]]:
    for direction, schema in schemas(document):
        fast = validator(document, schema, direction, sealed=True)
        slow = referee(document, direction, json.dumps(schema, sort_keys=True))
        for fault, instance in instances(document, schema, direction):
            if fast.is_valid(instance) != slow.is_valid(instance):
                yield fault, f"{direction} {instance}"


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.label)
def test_two_engines_judge_alike_but_for_what_is_known(document: Document) -> None:
    unknown = {place: fault for fault, place in differences(document) if fault not in KNOWN}
    assert unknown == {}


def test_every_known_difference_is_still_there() -> None:
    assert {fault for document in documents() for fault, _ in differences(document)} == set(KNOWN)
