"""Calls of the public client, sync and async, from calls under wire names."""

from __future__ import annotations

import asyncio
import inspect
from dataclasses import dataclass
from typing import Any

from contract_tests.client.arguments import Builder
from contract_tests.client.names import attribute_of, method_of, snake
from contract_tests.client.transports import Answering, AsyncListening, Listening, not_found
from contract_tests.reading.operations import Operation
from contract_tests.strategies.calls import Call
from iotcentral import AsyncIotCentral, IotCentral

__all__ = ["Arguments", "arguments", "async_client", "call_async", "call_sync", "client", "method"]

APPLICATION = "https://contoso.azureiotcentral.com"
TOKEN = "SharedAccessSignature sr=00000000-0000-0000-0000-000000000000&sig=FAKE&skn=fake&se=4102444800000"


@dataclass
class Arguments:
    """What is written between the parentheses of a call."""

    positional: list[Any]
    keywords: dict[str, Any]


def client(answering: Answering = not_found) -> tuple[IotCentral, Listening]:
    """A client of the public package that sends nothing, and where its requests can be seen."""
    transport = Listening(answering)
    return IotCentral(APPLICATION, TOKEN, transport=transport, retries=None), transport


def async_client(answering: Answering = not_found) -> tuple[AsyncIotCentral, AsyncListening]:
    """The same for the async client."""
    transport = AsyncListening(answering)
    return AsyncIotCentral(APPLICATION, TOKEN, transport=transport, retries=None), transport


def arguments(builder: Builder, operation: Operation, call: Call) -> Arguments:
    """The call's values as the client's arguments: path values and body in order, the rest by name."""
    positional = [
        builder.build(parameter.schema, call.path[parameter.name]) for parameter in operation.of("path")
    ]
    if call.has_body:
        positional.append(builder.build(next(iter(operation.body.values())), call.body))
    schemas = {p.name: p.schema for p in operation.parameters if p.location != "path"}
    given = {**call.query, **call.header}
    keywords = {snake(name): builder.build(schemas[name], value) for name, value in given.items()}
    return Arguments(positional, keywords)


def method(app: Any, operation_id: str) -> Any:
    """The bound method of a client for an operation, found by the rule for names."""
    return getattr(getattr(app, attribute_of(operation_id)), method_of(operation_id))


def call_sync(app: IotCentral, operation: Operation, given: Arguments) -> Any:
    """What the call answers; for a list the bodies of all its pages."""
    result = method(app, operation.id)(*given.positional, **given.keywords)
    return [page.body for page in result.pages()] if operation.paging else result


async def call_async(app: AsyncIotCentral, operation: Operation, given: Arguments) -> Any:
    """The same through the async client."""
    result = method(app, operation.id)(*given.positional, **given.keywords)
    if operation.paging:
        return [page.body async for page in result.pages()]
    return await result if inspect.isawaitable(result) else result


def run_async(app: AsyncIotCentral, operation: Operation, given: Arguments) -> Any:
    return asyncio.run(call_async(app, operation, given))
