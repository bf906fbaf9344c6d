"""One documented answer: the bodies it may have, what the client and the verifier make of them."""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import Arguments, arguments, async_client, body_of, client, method
from contract_tests.client.transports import json_response
from contract_tests.forward.nodes import Node, nodes
from contract_tests.matrix import Cell, first_answers
from contract_tests.profiles import active
from contract_tests.reading.operations import operation_of
from contract_tests.recordings.cassette import exchanges
from contract_tests.recordings.shipped import library
from contract_tests.strategies.covering import covering
from contract_tests.strategies.minimal import plain_call
from iotcentral import NotFound
from iotcentral._core.transport import Request, Response
from iotcentral.contract.case import open_case
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Where
from iotcentral.contract.policy import load_policy
from iotcentral.contract.rules.answer import judge_answer

__all__ = ["Found", "Subject"]

CASSETTES = Path(__file__).resolve().parents[2] / "cassettes" / "emulator"
RECORDED = 2
"""Recorded bodies of an operation that are changed; at night all."""


class Found(NamedTuple):
    """What the verifier says of one place."""

    rule: str
    pointer: str


class Subject:
    """The client, asked the same each time, with the answer of the moment."""

    def __init__(self, cell: Cell) -> None:
        self.cell = cell
        self._given = _arguments(cell)
        self._response = Response(500)
        self._before: tuple[Any, set[Found]] | None = None
        self._app, self._transport = client(cell.document, lambda _: self._response)

    def bodies(self) -> Iterator[tuple[Any, list[Node]]]:
        """Bodies that come to every place the document names, then recorded ones, each with its places.

        Of what was examined in full under another version a single one.
        """
        document, everything = self.cell.document, active().everything
        for schema in self.cell.response.content.values():
            found = covering(document, schema, "answer")
            if everything or self.cell in first_answers():
                found += _recorded(self.cell)[: None if everything else RECORDED]
            else:
                found = found[:1]
            yield from ((body, list(nodes(document, schema, body))) for body in found)

    def read(self, response: Response) -> Any:
        """What the client answers; of a list the body of its first page. Raises its errors."""
        self._response = response
        result = method(self._app, self.cell.operation)(*self._given.positional, **self._given.keywords)
        return next(iter(result.pages())).body if self.cell.operation.paging else body_of(result)

    def read_async(self, response: Response) -> Any:
        """The same through the async client."""
        return asyncio.run(self._read_async(response))

    async def _read_async(self, response: Response) -> Any:
        app, _ = async_client(self.cell.document, lambda _: response)
        result = method(app, self.cell.operation)(*self._given.positional, **self._given.keywords)
        if not self.cell.operation.paging:
            return body_of(await result)
        return (await anext(aiter(result.pages()))).body

    @functools.cached_property
    def _request(self) -> Request:
        with suppress(NotFound):
            self.read(json_response(404, {}))
        return self._transport.sent[0]

    def new(self, before: Any, after: Any) -> set[Found]:
        """What the verifier says of a body that it does not say of the one it was made from."""
        if self._before is None or self._before[0] is not before:
            self._before = before, self.judged(json_response(self.cell.status, before))
        return self.judged(json_response(self.cell.status, after)) - self._before[1]

    def judged(self, response: Response) -> set[Found]:
        """What the verifier says of an answer by itself."""
        exchange = Exchange.of(Where("later", 0), self._request, response)
        case = open_case(exchange, library(), load_policy())
        assert case is not None, self._request.url
        return {Found(finding.rule, finding.pointer) for finding in judge_answer(case)}


def _arguments(cell: Cell) -> Arguments:
    call = plain_call(cell.document, cell.operation)
    return arguments(Builder.of(cell.document), cell.operation, call)


def _recorded(cell: Cell) -> list[Any]:
    """Bodies that the operation's own recording has under this status, each once."""
    path = CASSETTES / cell.document.label / f"{cell.operation.id}.yaml"
    found: dict[bytes, Any] = {}
    for exchange in exchanges(path) if path.exists() else ():
        matched = operation_of(cell.document, exchange.request.method, exchange.request.path)
        same = matched is not None and matched[0].id == cell.operation.id
        if same and exchange.answer.status == cell.status:
            found[exchange.answer.body] = json.loads(exchange.answer.body)
    return list(found.values())
