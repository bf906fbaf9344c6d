"""Calls of the public client, sync and async, from calls under wire names."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass
from typing import Any

from contract_tests.client.arguments import Builder
from contract_tests.client.names import attribute_of, method_of, snake
from contract_tests.client.surfaces import speaking, surface_of
from contract_tests.client.transports import Answering, AsyncListening, Listening, not_found
from contract_tests.reading.document import Document
from contract_tests.reading.operations import Operation
from contract_tests.strategies.calls import Call
from iotcentral import AsyncPoller, Poller

__all__ = [
    "Arguments",
    "arguments",
    "async_client",
    "call_async",
    "call_sync",
    "client",
    "method",
    "with_body",
]


@dataclass
class Arguments:
    """What is written between the parentheses of a call."""

    positional: list[Any]
    keywords: dict[str, Any]


def client(document: Document, answering: Answering = not_found, **options: Any) -> tuple[Any, Listening]:
    """A client of the public package that sends nothing, and where its requests can be seen."""
    transport, surface = Listening(answering), surface_of(document)
    return speaking(surface.sync(surface.origin, transport, **options), document), transport


def async_client(
    document: Document, answering: Answering = not_found, **options: Any
) -> tuple[Any, AsyncListening]:
    """The same for the async client."""
    transport, surface = AsyncListening(answering), surface_of(document)
    return speaking(surface.awaited(surface.origin, transport, **options), document), transport


def arguments(builder: Builder, operation: Operation, call: Call) -> Arguments:
    """The call's values as the client's arguments: path values and body in order, the rest by name."""
    positional = [
        builder.build(parameter.schema, call.path[parameter.name]) for parameter in operation.of("path")
    ]
    others = {p.name: p for p in operation.parameters if p.location != "path"}
    keywords = {
        snake(others[name].spoken): builder.build(others[name].schema, value)
        for name, value in {**call.query, **call.header}.items()
    }
    if call.has_body:
        built = builder.build(next(iter(operation.body.values())), call.body)
        return with_body(operation, Arguments(positional, keywords), built)
    return Arguments(positional, keywords)


def with_body(operation: Operation, given: Arguments, body: Any) -> Arguments:
    """The same call with a body: the last argument, by name where the operation can do without it."""
    if not operation.body_required:
        return Arguments(given.positional, {**given.keywords, "body": body})
    return Arguments([*given.positional[: len(operation.of("path"))], body], given.keywords)


def method(app: Any, operation: Operation) -> Any:
    """The bound method of a client for an operation, found by the rule for names."""
    return getattr(getattr(app, attribute_of(operation.id)), method_of(operation))


def call_sync(app: Any, operation: Operation, given: Arguments) -> Any:
    """What the call answers; for a list the bodies of all its pages."""
    result = method(app, operation)(*given.positional, **given.keywords)
    return [page.body for page in result.pages()] if operation.paging else body_of(result)


async def call_async(app: Any, operation: Operation, given: Arguments) -> Any:
    """The same through the async client."""
    result = method(app, operation)(*given.positional, **given.keywords)
    if operation.paging:
        return [page.body async for page in result.pages()]
    return body_of(await result if inspect.isawaitable(result) else result)


def run_async(app: Any, operation: Operation, given: Arguments) -> Any:
    return asyncio.run(call_async(app, operation, given))


def body_of(result: Any) -> Any:
    """What was read from the answer, also of an operation that goes on after it."""
    first = result.first_answer if isinstance(result, Poller | AsyncPoller) else None
    return result if first is None else first.value
