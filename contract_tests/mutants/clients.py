"""Family K: the client's runtime, changed for a while, judged by the client part of the suite."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from contract_tests import test_answers, test_paging, test_refusals, test_requests
from contract_tests.client.arguments import Builder
from contract_tests.client.calling import (
    arguments,
    async_client,
    call_sync,
    client,
    method,
    run_async,
    with_body,
)
from contract_tests.client.lists import Pages, items_of
from contract_tests.client.outcome import lossless
from contract_tests.client.transports import as_read, json_response
from contract_tests.matrix import Target, targets
from contract_tests.mutants import client_operators
from contract_tests.mutants.checks import checks_of, first_kill
from contract_tests.mutants.model import Mutant, Operator, Place, Verdict
from contract_tests.mutants.patching import patched
from contract_tests.mutants.stock import TOOLS, judged_request
from contract_tests.strategies.breaking import breaks, scalar_breaks
from contract_tests.strategies.minimal import plain_call, smallest
from contract_tests.strategies.whole import whole_call
from contract_tests.witnesses.reading import given_exchanges
from iotcentral import RetryPolicy
from iotcentral._core.transport import Response

__all__ = ["Clients"]

MODULES = (test_requests, test_answers, test_paging, test_refusals)


def _visible(change: Callable[[Target], Iterable[Mutant]], target: Target) -> Iterator[Mutant]:
    """The mutants of an operation that has what is broken: somewhere something must come out otherwise."""
    for mutant in change(target):
        before = _trace(target)
        with patched(mutant.changed):
            if _trace(target) != before:
                yield mutant


class Clients:
    """Mutants of the client."""

    operators: Sequence[Operator] = tuple(
        replace(operator, change=functools.partial(_visible, operator.change))
        for operator in client_operators.OPERATORS
    )

    def places(self, operator: Operator) -> Sequence[Place]:
        """Every operation of every version."""
        del operator
        return _places()

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """The first test of the operation that fails."""
        target: Target = place.at
        with patched(mutant.changed):
            return first_kill(checks_of(MODULES, functools.partial(_about, target)), str(target))

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """What is sent for a call with everything, and what is made of answers."""
        before = _trace(place.at)
        with patched(mutant.changed):
            return before, _trace(place.at)

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """What other tools say of the requests that the changed client sends."""
        target: Target = place.at
        app, transport = client(target.document)
        with patched(mutant.changed):
            _quietly(lambda: call_sync(app, target.operation, _given(target)))
        found = [judged_request(target, as_read(one)) for one in transport.sent[:1]]
        return found[0] if found else dict.fromkeys(TOOLS, False)


@functools.cache
def _places() -> tuple[Place, ...]:
    return tuple(Place(target.document.label, target.operation.id, target) for target in targets())


def _about(target: Target, given: Mapping[str, Any]) -> bool:
    """Whether parameters of a test are of an operation."""
    place = given.get("target", given.get("cell"))
    same = place is not None and place.operation.id == target.operation.id
    return same and place is not None and place.document == target.document


def _given(target: Target) -> Any:
    return arguments(Builder.of(target.document), target.operation, whole_call(target))


def _trace(target: Target) -> str:
    """Requests and outcomes, for answers of each kind, sync and async."""
    seen = json.dumps([*_calls(target), *_refusals(target), *_pages(target)], default=str)
    return re.sub(r"0x[0-9a-f]+", "0x", seen)  # where a wrong value stood in memory


def _answers(target: Target) -> Iterator[Response]:
    found = given_exchanges(target.document.plane, target.document.version)
    for given in found.values():
        if given.side == "answer" and given.operation == target.operation.id:
            body = given.parts.get("body")
            known = {**body, **test_answers.SURPLUS} if isinstance(body, dict) else body
            yield (
                json_response(given.parts["status"], known) if given.body else Response(given.parts["status"])
            )


def _calls(target: Target) -> Iterator[Any]:
    for answer in _answers(target):
        for make, perform in ((client, call_sync), (async_client, run_async)):
            app, transport = make(target.document, _answering(answer))
            outcome = _quietly(lambda: perform(app, target.operation, _given(target)))  # noqa: B023
            yield [_sent(transport), outcome]


def _sent(transport: Any) -> list[Any]:
    """What was sent, a body as its value: how it is spaced says nothing."""
    sent = [as_read(one) for one in transport.sent]
    return [[replace(one, body=None), _value(one.body)] for one in sent]


def _value(body: bytes | None) -> Any:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return body


def _answering(answer: Response) -> Callable[[object], Response]:
    return lambda _: answer


def _refusals(target: Target) -> Iterator[Any]:
    """What becomes of values that are refused, of what only answers hold, and of a service that is busy."""
    for given in _wrong(target):
        app, transport = client(target.document)
        outcome = _quietly(lambda: call_sync(app, target.operation, given))  # noqa: B023
        yield [_sent(transport), outcome]
    options = {"retries": RetryPolicy(), "sources": test_requests.UNMOVED}
    app, transport = client(target.document, test_requests.unavailable, **options)
    plain = arguments(
        Builder.of(target.document), target.operation, plain_call(target.document, target.operation)
    )
    yield [_quietly(lambda: call_sync(app, target.operation, plain)), len(transport.sent)]


def _wrong(target: Target) -> Iterator[Any]:
    builder = Builder.of(target.document)
    for position, parameter in enumerate(target.operation.of("path")):
        for value in [wrong for _, wrong in scalar_breaks(parameter.schema, "abc")] + ["a/b?c"]:
            given = _given(target)
            given.positional[position] = value
            yield given
    schema = next(iter(target.operation.body.values()), None)
    if schema is not None:
        body = whole_call(target).body
        for fault in list(breaks(target.document, schema, body))[:5]:
            whole = builder.broken(builder.build(schema, body), fault)
            yield with_body(target.operation, _given(target), whole)
        answered = builder.build(schema, smallest(target.document, schema, answer=True))
        yield with_body(target.operation, _given(target), answered)


def _pages(target: Target) -> Iterator[Any]:
    if (target.operation.paging or {}).get("link") is not None:
        pages = Pages(target, [items_of(target, 2), [], items_of(target, 3)])
        app, _ = client(target.document, pages)
        given = _given(target)
        listed = method(app, target.operation)(*given.positional, **given.keywords)
        yield [_quietly(lambda: list(listed)), pages.asked]


def _quietly(call: Callable[[], Any]) -> Any:
    try:
        answered = call()
        return None if answered is None else lossless(answered)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
