"""The smallest value of a schema, the same every time: for tests that look at something else."""

from __future__ import annotations

from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.reading.operations import Operation, always_of
from contract_tests.strategies.calls import ABSENT, Call
from contract_tests.strategies.drawing import merged

__all__ = ["plain_call", "smallest"]

_TEXTS = {
    "date-time": "2024-01-01T00:00:00Z",
    "date": "2024-01-01",
    "date-time-rfc1123": "Mon, 01 Jan 2024 00:00:00 GMT",
    "duration": "PT1H",
    "email": "a@b.example",
}


def smallest(document: Document, schema: Schema, *, answer: bool = False) -> Any:
    """A value with what is required and nothing else; an answer also has what is always there."""
    schema = merged(document, schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if "discriminator" in schema:
        return smallest(
            document, {"$ref": next(iter(schema["discriminator"]["mapping"].values()))}, answer=answer
        )
    if "anyOf" in schema:
        return smallest(document, schema["anyOf"][0], answer=answer)
    kind = schema.get("type", "object")
    return _of_kind(document, schema, kind[0] if isinstance(kind, list) else kind, answer)


def _of_kind(document: Document, schema: Schema, kind: str, answer: bool) -> Any:
    if kind == "object":
        needed = [*schema.get("required", ()), *(always_of(schema) if answer else ())]
        members = schema.get("properties", {})
        hidden = {name for name in members if not answer and document.resolved(members[name]).get("readOnly")}
        return {
            name: smallest(document, members[name], answer=answer)
            for name in needed
            if name in members.keys() - hidden
        }
    if kind == "array":
        return [smallest(document, schema["items"], answer=answer) for _ in range(schema.get("minItems", 0))]
    if kind == "string":
        return _TEXTS.get(str(schema.get("format")), "abc")
    return True if kind == "boolean" else schema.get("minimum", 1)


def plain_call(document: Document, operation: Operation) -> Call:
    """A call with the smallest values that the document allows."""
    path = {p.name: smallest(document, p.schema) for p in operation.of("path")}
    bodies = [smallest(document, schema) for schema in operation.body.values()]
    return Call(operation.id, path, {}, {}, body=bodies[0] if bodies else ABSENT)
