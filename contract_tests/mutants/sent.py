"""What the client sends for a call with everything an operation takes: the places of mutants of requests."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, client, method
from contract_tests.client.lists import Pages, items_of
from contract_tests.client.transports import as_read
from contract_tests.client.wire import sent_by_sync
from contract_tests.matrix import Target, targets
from contract_tests.mutants.model import Place
from contract_tests.reading.exchange import Request
from contract_tests.reading.operations import Parameter
from contract_tests.strategies.calls import Call
from contract_tests.strategies.minimal import plain_call, smallest
from contract_tests.witnesses.reading import given_exchanges

__all__ = ["Sent", "places", "rebuilt", "with_header", "with_query"]

TEMPLATE = "dtmi:contoso:thermostat;1"


@dataclass(frozen=True)
class Sent:
    """One call, and the request it leads to; of a list in pages the requests for all its pages too."""

    target: Target
    call: Call
    request: Request
    pages: Sequence[str] = ()
    """The URLs asked for, one page after the other."""
    links: Sequence[str] = ()
    """The links that the pages but the last one gave."""


@functools.cache
def places() -> tuple[Place, ...]:
    """Each operation of each version."""
    return tuple(Place(target.document.label, target.operation.id, sent(target)) for target in targets())


def sent(target: Target) -> Sent:
    call = whole_call(target)
    request = sent_by_sync(target, Builder.of(target.document), call)
    if (target.operation.paging or {}).get("link") is None:
        return Sent(target, call, request)
    app, transport = client(target.document, Pages(target, [items_of(target, 2) for _ in range(3)]))
    plain = arguments(
        Builder.of(target.document), target.operation, plain_call(target.document, target.operation)
    )
    pages = list(method(app, target.operation)(*plain.positional).pages())
    asked = [as_read(one).url for one in transport.sent]
    return Sent(target, call, request, asked, [page.next_link for page in pages[:-1]])


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


def rebuilt(request: Request, **parts: Any) -> Request:
    """The request with another body, as JSON."""
    return replace(request, body=json.dumps(parts["body"]).encode())


def with_query(request: Request, pairs: Sequence[tuple[str, str]]) -> Request:
    """The request with another query."""
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)
    base = request.url.partition("?")[0]
    return replace(request, url=f"{base}?{query}" if query else base)


def with_header(request: Request, name: str, value: str | None) -> Request:
    """The request with another header, or without it."""
    kept = tuple((key, each) for key, each in request.headers if key.lower() != name.lower())
    return replace(request, headers=kept if value is None else (*kept, (name, value)))
