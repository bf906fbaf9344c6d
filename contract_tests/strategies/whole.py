"""A call with everything that an operation takes, with values that the facts give."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

from contract_tests.matrix import Target
from contract_tests.reading.operations import Parameter
from contract_tests.strategies.calls import Call
from contract_tests.strategies.minimal import plain_call, smallest
from contract_tests.witnesses.reading import given_exchanges

__all__ = ["whole_call"]

TEMPLATE = "dtmi:contoso:thermostat;1"


def whole_call(target: Target) -> Call:
    """A call with every parameter, and the body that the facts give; one member is null if it may be."""
    document, operation = target.document, target.operation
    plain = plain_call(document, operation)
    query = {one.name: _value(target, one) for one in operation.of("query") if one.name != "api-version"}
    header = {one.name: '"one"' for one in operation.of("header")}
    path = {name: _path_value(target, name, value) for name, value in plain.path.items()}
    found = given_exchanges(document.plane, document.version).get(f"request {operation.id}")
    body = found.parts.get("body", plain.body) if found is not None else plain.body
    return replace(plain, path=path, query=query, header=header, body=_with_null(target, copy.deepcopy(body)))


def _path_value(target: Target, name: str, value: str) -> str:
    """An id that needs care in a path, where the operation is free to take it."""
    schema = next(one.schema for one in target.operation.of("path") if one.name == name)
    return TEMPLATE if not {"pattern", "maxLength", "enum", "format"} & set(schema) else value


def _value(target: Target, parameter: Parameter) -> Any:
    value = smallest(target.document, parameter.schema)
    return "id eq 'a b'" if parameter.name in ("filter", "$filter") and value == "abc" else value


def _with_null(target: Target, body: Any) -> Any:
    """A PATCH with one member of the body to be cleared."""
    media = next(iter(target.operation.body.items()), None)
    if target.operation.method != "PATCH" or media is None or not isinstance(body, dict):
        return body
    schema = target.document.resolved(media[1])
    for name, member in schema.get("properties", {}).items():
        named = member.get("type", ())
        if "null" in named and not isinstance(named, str) and name in body:
            return {**body, name: None}
    return body
