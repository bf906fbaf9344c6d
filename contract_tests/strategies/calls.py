"""Calls of an operation: path, query and header values and a body, all drawn from the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Document
from contract_tests.reading.operations import Operation, Parameter
from contract_tests.strategies.choices import Choices, Make, drawn
from contract_tests.strategies.conditions import list_parameter
from contract_tests.strategies.drawing import Drawing
from contract_tests.strategies.scalars import header_text

__all__ = ["ABSENT", "Call", "calls"]

ABSENT: Any = "(no body)"


@dataclass(frozen=True)
class Call:
    """One call as JSON values under their wire names."""

    operation_id: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    header: Mapping[str, Any]
    body: Any = ABSENT

    @property
    def has_body(self) -> bool:
        return self.body is not ABSENT


def calls(document: Document, operation: Operation) -> st.SearchStrategy[Call]:
    """Calls of `operation` that the document allows."""
    drawing = Drawing(document, "request")
    bodies = [drawing.making(schema) for schema in list(operation.body.values())[:1]]
    if not operation.body_required:
        bodies.append(lambda _: ABSENT)
    path, header = _values(drawing, operation.of("path")), _values(drawing, operation.of("header"))
    query = _query(drawing, operation)

    def make(choices: Choices) -> Call:
        given = path(choices), query(choices), header(choices)
        return Call(operation.id, *given, body=choices.one_of(bodies)(choices))

    found: st.SearchStrategy[Call] = drawn(make)
    return found


def _query(drawing: Drawing, operation: Operation) -> Make:
    """Values of the query; conditions and orders of lists are drawn as the service can read them."""
    given = {p.name: p for p in operation.of("query") if p.name != "api-version"}
    own = {name: list_parameter(drawing.document, operation, name) for name in given}
    plain = _values(drawing, [p for name, p in given.items() if own[name] is None])
    lists = [(name, values) for name, values in own.items() if values is not None]

    def make(choices: Choices) -> Any:
        return plain(choices) | {name: choices.draw(values) for name, values in lists if choices.below(2)}

    return make


def _values(drawing: Drawing, parameters: list[Parameter]) -> Make:
    """Values by name; what need not be there is so half of the time."""
    makes = [(p.name, p.required, _making(drawing, p)) for p in parameters]
    return lambda choices: {
        name: make(choices) for name, required, make in makes if required or choices.below(2)
    }


def _making(drawing: Drawing, parameter: Parameter) -> Make:
    """What makes values of a parameter that its place can carry: a path value is a segment of its own."""
    schema = drawing.document.resolved(parameter.schema)
    if parameter.location == "header" and schema == {"type": "string"}:
        return header_text
    if parameter.location != "path":
        return drawing.making(schema)
    values = drawing.making({**schema, "minLength": max(1, schema.get("minLength", 0))})
    return lambda choices: _segment(values(choices))


def _segment(value: Any) -> Any:
    """A path's value, other than the two that mean another path."""
    return value.replace(".", "-") if value in (".", "..") else value
