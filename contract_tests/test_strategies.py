"""The suite's own strategies draw what the reading allows and nothing else."""

from __future__ import annotations

import re
from functools import partial

import pytest
from hypothesis import Phase, find, settings

from contract_tests.matrix import Cell, Target, each_answer, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading.document import Document, Schema, load
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
