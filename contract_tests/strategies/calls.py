"""Calls of an operation: path, query and header values and a body, all drawn from the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Document
from contract_tests.reading.operations import Operation, Parameter
from contract_tests.strategies.conditions import list_parameter
from contract_tests.strategies.drawing import Drawing
from contract_tests.strategies.scalars import header_texts

__all__ = ["ABSENT", "Call", "calls", "parameter_values"]

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
    bodies = [drawing.of(schema) for schema in list(operation.body.values())[:1]]
    if not operation.body_required:
        bodies.append(st.just(ABSENT))
    return st.builds(
        Call,
        operation_id=st.just(operation.id),
        path=_values(drawing, operation.of("path")),
        query=_query(drawing, operation),
        header=_values(drawing, operation.of("header")),
        body=st.one_of(bodies),
    )


def _query(drawing: Drawing, operation: Operation) -> st.SearchStrategy[dict[str, Any]]:
    """Values of the query; conditions and orders of lists are drawn as the service can read them."""
    given = {p.name: p for p in operation.of("query") if p.name != "api-version"}
    own = {name: list_parameter(drawing.document, operation, name) for name in given}
    plain = _values(drawing, [p for name, p in given.items() if own[name] is None])
    lists = st.fixed_dictionaries({}, optional={name: one for name, one in own.items() if one is not None})
    return st.builds(lambda some, others: {**some, **others}, plain, lists)


def _values(drawing: Drawing, parameters: list[Parameter]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {p.name: parameter_values(drawing, p) for p in parameters if p.required},
        optional={p.name: parameter_values(drawing, p) for p in parameters if not p.required},
    )


def parameter_values(drawing: Drawing, parameter: Parameter) -> st.SearchStrategy[Any]:
    """Values of one parameter that its place in a request can carry: a path value is a segment of its own."""
    if parameter.location == "header" and parameter.schema == {"type": "string"}:
        return header_texts()
    values = drawing.of(parameter.schema)
    if parameter.location != "path":
        return values
    return values.filter(lambda value: value not in ("", ".", ".."))
