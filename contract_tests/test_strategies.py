"""The suite's own strategies draw what the reading allows and nothing else."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from hypothesis import Phase, find, settings

from contract_tests.matrix import Cell, Target, each_answer, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading.document import Document, Schema, load
from contract_tests.reading.operations import operations
from contract_tests.reading.places import EVERYTHING, of_body
from contract_tests.reading.validators import schema_violations
from contract_tests.reading.violations import demand
from contract_tests.strategies import Drawing
from contract_tests.strategies.calls import calls
from contract_tests.strategies.patterns import ecma_to_python, matching

AS_FOUND = settings(phases=[Phase.generate], max_examples=500)


@each_operation(lambda operation: bool(operation.body))
def test_drawn_request_bodies_are_valid(target: Target) -> None:
    schema = next(iter(target.operation.body.values()))
    examine(
        calls(target.document, target.operation).filter(lambda call: call.has_body),
        lambda call: demand(schema_violations(target.document, schema, call.body, "request")),
        count=target.cases(active().answers),
    )


@each_answer(lambda cell: cell.status < 300)
def test_drawn_answers_are_valid(cell: Cell) -> None:
    for schema in cell.response.content.values():
        holds = partial(_demand_answer, cell.document, schema)
        examine(Drawing(cell.document, "answer").of(schema), holds, count=cell.cases(active().answers))


def test_answers_without_what_is_always_there_are_drawn_too() -> None:
    document = load()
    found = find(Drawing(document, "answer", always=False).of(document.schemas["Device"]), _is_empty)
    assert found == {}


@pytest.mark.parametrize("name", ["User", "EnrollmentGroup", "DeviceCollection"])
def test_members_no_schema_names_are_drawn_when_asked(name: str) -> None:
    document = load()
    unknown = Drawing(document, "answer", unknown=True).of(document.schemas[name])

    def is_unknown(body: object) -> bool:
        return any(schema_violations(document, document.schemas[name], body, "answer"))

    assert is_unknown(find(unknown, is_unknown, settings=AS_FOUND))


@pytest.mark.parametrize(("pattern", "text"), [("^a$", "a\n"), (r"^\d$", "٣"), (r"^\w$", "é")])
def test_patterns_mean_what_ecma_says(pattern: str, text: str) -> None:
    assert not ecma_to_python(pattern).search(text)
    assert re.search(pattern, text)


def test_a_pattern_reaches_its_greatest_length() -> None:
    longest = find(matching("^[a-zA-Z0-9_-]*$", 0, 255), lambda text: len(text) == 255)
    assert len(longest) == 255


HEAVY = ["Dashboards_Create", "Exports_Create", "Jobs_Create", "ScheduledJobs_Create"]


@pytest.mark.parametrize("id", HEAVY)
def test_calls_drawn_at_random_come_to_every_member_keyword_variant_and_value(id: str) -> None:
    document = load("data-plane", "2022-10-31-preview")
    operation = operations(document)[id]
    ((media, schema),) = operation.body.items()
    left = set(of_body(document, operation, media, EVERYTHING))
    examine(
        Drawing(document, "request").of(schema),
        lambda body: left.difference_update(of_body(document, operation, media, body)),
        count=1000,
    )
    assert not left


SCALARS: list[tuple[Schema, Any]] = [
    ({"type": "string", "maxLength": 128}, "x" * 128),
    ({"type": "string"}, ""),
    ({"type": "integer", "format": "int32"}, 2**31 - 1),
    ({"type": "integer", "minimum": 1, "maximum": 3}, 3),
    ({"type": "integer"}, -(2**63)),
    ({"type": "number", "minimum": 0, "maximum": 100}, 100),
    ({"type": "boolean"}, True),
    ({"type": ["string", "null"]}, None),
    ({"type": "array", "items": {"type": "boolean"}, "maxItems": 2}, [True, True]),
]


@pytest.mark.parametrize(("schema", "value"), SCALARS)
def test_a_value_at_a_limit_is_drawn(schema: Schema, value: Any) -> None:
    assert (
        find(Drawing(load(), "answer").of(schema), lambda drawn: drawn == value, settings=AS_FOUND) == value
    )


@pytest.mark.parametrize("characters", ["\x00", "é", "漢", "\u202e", "\U0001f600"])
def test_awkward_characters_are_drawn(characters: str) -> None:
    texts = Drawing(load(), "answer").of({"type": "string"})
    assert characters in find(texts, lambda text: characters in text, settings=AS_FOUND)


def test_a_call_that_fails_is_shown_small() -> None:
    document = load("data-plane", "2022-10-31-preview")
    drawn = calls(document, operations(document)["Devices_Create"])
    found = find(drawn, lambda call: call.body.get("enabled") is True, settings=settings(max_examples=500))
    assert (found.path, found.body) == ({"deviceId": "a"}, {"enabled": True})


def test_read_only_members_are_never_drawn_for_a_request() -> None:
    document = load()
    drawn = Drawing(document, "request").of(document.schemas["Device"])
    examine(drawn, _has_no_id, count=active().requests)


def _demand_answer(document: Document, schema: Schema, body: object) -> None:
    demand(schema_violations(document, schema, body, "answer"))


def _is_empty(body: object) -> bool:
    return body == {}


def _has_no_id(body: dict[str, object]) -> None:
    assert "id" not in body
