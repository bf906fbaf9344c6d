"""What documents say of an operation, texts apart: equal in two versions, it need not be examined twice."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any

from contract_tests.reading.document import Document, Schema, schema_name
from contract_tests.reading.operations import Operation

__all__ = ["of_answer", "of_request"]

_TEXTS = frozenset({"description", "title", "example", "examples"})
_NAMED = frozenset({"properties", "mapping"})
"""Keywords whose members have names of the service's own, `description` among them."""


def of_request(document: Document, operation: Operation) -> str:
    """A text that two operations share only if the same requests are allowed to both."""
    parameters = [
        (p.name, p.location, p.required, p.spoken, _bare(p.schema))
        for p in operation.parameters
        if p.name != "api-version"
    ]
    body = {media: _whole(document, schema) for media, schema in operation.body.items()}
    return _text(operation, document.plane, parameters, body, operation.body_required)


def of_answer(document: Document, operation: Operation, status: int) -> str:
    """A text that two answers share only if they are of the same operation and may hold the same."""
    response = operation.responses[status]
    content = {media: _whole(document, schema) for media, schema in response.content.items()}
    return _text(operation, document.plane, status, content, response.always)


def _text(operation: Operation, *parts: Any) -> str:
    return json.dumps([operation.id, operation.method, operation.path, *parts], sort_keys=True)


def _whole(document: Document, schema: Schema) -> Any:
    """A schema with every schema it leads to."""
    names = sorted(_reached(document, json.dumps(_bare(schema))))
    return [_bare(schema), {name: _bare(document.schemas[name]) for name in names}]


@functools.cache
def _reached(document: Document, schema: str) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(_references(json.loads(schema)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(document.schemas[name])
    return frozenset(found)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("$ref"), str):
            yield schema_name(node["$ref"])
        for child in node.values():
            yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _bare(node: Any, *, named: bool = False) -> Any:
    """A schema without what is only told to readers."""
    if isinstance(node, list):
        return [_bare(child) for child in node]
    if not isinstance(node, Mapping):
        return node
    return {
        name: _bare(child, named=not named and name in _NAMED)
        for name, child in node.items()
        if named or not (name in _TEXTS or (name.startswith("x-iotc-") and name != "x-iotc-always"))
    }
