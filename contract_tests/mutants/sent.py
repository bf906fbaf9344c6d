"""What the client sends for a call with everything an operation takes: the places of mutants of requests."""

from __future__ import annotations

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
from contract_tests.strategies.calls import Call
from contract_tests.strategies.minimal import plain_call
from contract_tests.strategies.whole import whole_call

__all__ = ["Sent", "places", "rebuilt", "with_header", "with_query"]


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
