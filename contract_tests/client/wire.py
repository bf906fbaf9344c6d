"""What a call of the public client puts on the wire, and where that differs from what the call was given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, async_client, call_sync, client, run_async
from contract_tests.client.surfaces import surface_of
from contract_tests.client.transports import as_read
from contract_tests.matrix import Target
from contract_tests.reading import Violation
from contract_tests.reading.exchange import Request, media_type_of
from contract_tests.reading.operations import decoded, operation_of
from contract_tests.reading.requests import body_of, query_pairs
from contract_tests.strategies.calls import Call
from iotcentral.errors import NotFound

__all__ = ["differences", "sent_by_async", "sent_by_sync", "strayed"]


def sent_by_sync(target: Target, builder: Builder, call: Call) -> Request:
    app, transport = client(target.document)
    with suppress(NotFound):
        call_sync(app, target.operation, arguments(builder, target.operation, call))
    (request,) = transport.sent
    return as_read(request)


def sent_by_async(target: Target, builder: Builder, call: Call) -> Request:
    app, transport = async_client(target.document)
    with suppress(NotFound):
        run_async(app, target.operation, arguments(builder, target.operation, call))
    (request,) = transport.sent
    return as_read(request)


def differences(target: Target, call: Call, request: Request) -> list[Violation]:
    """Where the request on the wire says something else than the call was given (the wire differential)."""
    operation, surface = target.operation, surface_of(target.document)
    found = operation_of(target.document, request.method, request.path)
    if found is None or found[0].id != operation.id:
        return [Violation("wire.operation", f"{request.method} {request.path} is sent", operation.id)]
    query = {**call.query, "api-version": target.document.version}
    headers = {name: request.header(name) for name in call.header}
    media = None if not call.has_body else next(iter(operation.body))
    compared: list[tuple[str, Any, Any]] = [
        ("wire.path", {name: decoded(raw) for name, raw in found[1].items()}, dict(call.path)),
        ("wire.query", dict(query_pairs(request.query)), {k: _as_text(v) for k, v in query.items()}),
        ("wire.header", headers, {name: _as_text(value) for name, value in call.header.items()}),
        ("wire.body", body_of(request) if request.body else None, call.body if call.has_body else None),
        ("wire.media-type", media_type_of(request.header("content-type")), media),
        ("wire.authorization", request.header("authorization"), surface.authorization),
        ("wire.origin", "://".join(request.origin), surface.origin),
    ]
    return [
        Violation(rule, f"{_short(sent)} is sent, {_short(given)} was given", operation.id)
        for rule, sent, given in compared
        if sent != given
    ]


def strayed(operation: str, asked: Sequence[str], links: Sequence[str]) -> list[Violation]:
    """Where a client asked for another page than the link of the one before it leads to, as it stands."""
    return [
        Violation("paging.followed", f"{url} is asked for, the link is {link}", operation)
        for url, link in zip(asked, links, strict=False)
        if url != link
    ]


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 200 else f"{text[:200]}…"
