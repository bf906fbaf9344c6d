"""How often a client sends, and how the call ends: one table over every operation of every version."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import (
    Arguments,
    arguments,
    async_client,
    call_async,
    call_sync,
    client,
)
from contract_tests.client.transports import json_response
from contract_tests.matrix import Target, each_operation, targets
from contract_tests.strategies.minimal import plain_call, smallest
from iotcentral import IotCentralError, RetryPolicy, Sources, TransportError
from iotcentral._core.transport import Request, Response

TABLE = yaml.safe_load((Path(__file__).parent / "retry_scenarios.yaml").read_text("utf-8"))
ROWS: list[dict[str, Any]] = TABLE["rows"]
NAMED: list[dict[str, Any]] = TABLE["operations"]
POLICY = RetryPolicy(attempts=4)
START = 1767225600.0
"""2026-01-01T00:00:00Z."""

ERRORS = {
    "not-sent": lambda: TransportError("refused", sent=False),
    "may-have-arrived": lambda: TransportError("broken", sent=True),
    "permanent": lambda: TransportError("closed", sent=False, permanent=True),
}


class World:
    """A clock that moves only by sleeping; randomness is always 0.5."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.sources = Sources(
            now=lambda: START + sum(self.waits),
            monotonic=lambda: sum(self.waits),
            random=lambda: 0.5,
            sleep=self.waits.append,
            async_sleep=self._sleep,
        )

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


class Faults:
    """What the service does, consumed one by one; `left` must be empty at the end."""

    def __init__(self, target: Target, written: Iterable[Any]) -> None:
        self.left = list(written)
        self.sends = 0
        self._target = target

    def __call__(self, _: Request) -> Response:
        self.sends += 1
        written = self.left.pop(0)
        if written == "ok":
            return succeeded(self._target)
        if isinstance(written, str):
            raise ERRORS[written]()
        if isinstance(written, int):
            return Response(written)
        headers = {name: value for name, value in written.items() if name != "status"}
        return Response(written["status"], tuple(headers.items()))


@functools.cache
def succeeded(target: Target) -> Response:
    """The documented success with the least in it."""
    status, response = min(target.operation.success.items())
    for schema in response.content.values():
        return json_response(status, smallest(target.document, schema, answer=True))
    return Response(status)


def name(row: dict[str, Any]) -> str:
    parts = [row.get("operation") or "+".join(row["classes"]), *row.get("methods", ())]
    return " ".join([*parts, row.get("if-match", ""), *(str(fault) for fault in row["faults"])])


def concerns(row: dict[str, Any], target: Target) -> bool:
    """Whether a row speaks of an operation; the class is that of the spec."""
    operation = target.operation
    if "operation" in row:
        return bool(row["operation"] == operation.id)
    takes_etag = any(parameter.name == "If-Match" for parameter in operation.of("header"))
    is_named = operation.retry in row["classes"] and operation.method in row.get(
        "methods", [operation.method]
    )
    return is_named and (takes_etag or "if-match" not in row)


@functools.cache
def smallest_arguments(target: Target) -> Arguments:
    call = plain_call(target.document, target.operation)
    return arguments(Builder.of(target.document), target.operation, call)


def given(target: Target, row: dict[str, Any]) -> Arguments:
    built = smallest_arguments(target)
    etag = {"if_match": row["if-match"]} if "if-match" in row else {}
    kept = {key: value for key, value in built.keywords.items() if key != "if_match"}
    return Arguments(built.positional, {**kept, **etag})


def sync_outcome(target: Target, row: dict[str, Any]) -> dict[str, Any]:
    faults, world = Faults(target, row["faults"]), World()
    app, _ = client(target.document, faults, retries=POLICY, sources=world.sources)
    try:
        call_sync(app, target.operation, given(target, row))
    except IotCentralError as error:
        return seen(row, faults, world, error)
    return seen(row, faults, world, None)


async def async_outcome(target: Target, row: dict[str, Any]) -> dict[str, Any]:
    faults, world = Faults(target, row["faults"]), World()
    app, _ = async_client(target.document, faults, retries=POLICY, sources=world.sources)
    try:
        await call_async(app, target.operation, given(target, row))
    except IotCentralError as error:
        return seen(row, faults, world, error)
    return seen(row, faults, world, None)


def seen(row: dict[str, Any], faults: Faults, world: World, error: Any) -> dict[str, Any]:
    least = row.get("waits", ())
    return {
        "row": name(row),
        "outcome": "ok" if error is None else type(error).__name__,
        "attempts": None if error is None else error.attempts,
        "sends": faults.sends,
        "unused": faults.left,
        "too short": [wait for wait, asked in zip(world.waits, least, strict=False) if wait < asked],
    }


def expected(row: dict[str, Any]) -> dict[str, Any]:
    attempts = None if row["outcome"] == "ok" else row["sends"]
    found = {"outcome": row["outcome"], "attempts": attempts, "sends": row["sends"]}
    return {"row": name(row), **found, "unused": [], "too short": []}


def rows_of(target: Target) -> list[dict[str, Any]]:
    return [row for row in [*ROWS, *NAMED] if concerns(row, target)]


@each_operation()
def test_a_call_is_sent_as_often_as_the_table_says(target: Target) -> None:
    rows = rows_of(target)
    assert [sync_outcome(target, row) for row in rows] == [expected(row) for row in rows]


@each_operation()
def test_an_async_call_is_sent_as_often_as_the_table_says(target: Target) -> None:
    async def outcomes() -> list[dict[str, Any]]:
        return [await async_outcome(target, row) for row in rows_of(target)]

    assert asyncio.run(outcomes()) == [expected(row) for row in rows_of(target)]


def unmet() -> Iterator[str]:
    every = targets()
    yield from (name(row) for row in [*ROWS, *NAMED] if not any(concerns(row, target) for target in every))


def test_every_row_is_met_by_an_operation() -> None:
    assert list(unmet()) == []


@pytest.mark.parametrize("retry", ["safe", "conditional", "once"])
def test_the_table_speaks_of_every_class(retry: str) -> None:
    assert any(target.operation.retry == retry for target in targets())
    assert sum(retry in row["classes"] for row in ROWS) > 10
