"""What the client makes of every documented answer, and of answers nobody documented."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from itertools import product
from typing import Any

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import Arguments, arguments, async_client, body_of, client, method
from contract_tests.client.outcome import ERROR_CLASSES, lossless, stray_members
from contract_tests.client.transports import json_response
from contract_tests.coverage import Ledger
from contract_tests.matrix import Cell, Target, each_answer, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading import Violation, demand
from contract_tests.reading.equality import first_difference
from contract_tests.strategies import Drawing
from contract_tests.strategies.breaking import MISSING, breaks
from contract_tests.strategies.minimal import plain_call, smallest
from contract_tests.witnesses.reading import given_exchanges
from iotcentral import IotCentralError
from iotcentral._core.transport import Response


def plain_arguments(cell: Cell | Target) -> Arguments:
    call = plain_call(cell.document, cell.operation)
    return arguments(Builder.of(cell.document), cell.operation, call)


def decoded(cell: Cell | Target, response: Response, given: Arguments) -> Any:
    """What the client answers; of a list the body of its first page."""
    app, _ = client(cell.document, lambda _: response)
    result = method(app, cell.operation)(*given.positional, **given.keywords)
    return next(iter(result.pages())).body if cell.operation.paging else body_of(result)


async def decoded_async(cell: Cell, response: Response, given: Arguments) -> Any:
    app, _ = async_client(cell.document, lambda _: response)
    result = method(app, cell.operation)(*given.positional, **given.keywords)
    if not cell.operation.paging:
        return body_of(await result)
    async for page in result.pages():
        return page.body
    return None


def round_trip(cell: Cell, given: Arguments, body: Any) -> Any:
    """Decode and encode `body` as the answer of `cell`; every value must still be there."""
    answered = decoded(cell, json_response(cell.status, body), given)
    place = first_difference(body, lossless(answered))
    lost = Violation(
        "answer.lossless", f"{body} became {answered}", cell.operation.id, cell.status, place or ""
    )
    demand([lost] if place is not None else [])
    return answered


@each_answer(lambda cell: cell.status < 300 and bool(cell.response.content))
def test_a_documented_answer_survives_decoding_and_encoding(cell: Cell, ledger: Ledger) -> None:
    given = plain_arguments(cell)

    def check(body: Any) -> None:
        stray = list(stray_members(round_trip(cell, given, body)))
        lost = Violation("answer.unread", f"{stray} are not read", cell.operation.id, cell.status)
        demand([lost] if stray else [])
        ledger.note("answer", cell, cell.status)

    for schema in cell.response.content.values():
        for always in (True, False):
            drawn = Drawing(cell.document, "answer", always=always).of(schema)
            examine(drawn, check, count=cell.cases(active().answers))


SURPLUS = {
    "surplus": {"at": "2022-05-24T22:29:01+02:00", "number": 2**40, "list": [2, 1], "none": None},
    "$metadata": {"surplus": {"desiredValue": 1, "desiredVersion": 2}},
}


@each_answer(lambda cell: cell.status < 300 and bool(cell.response.content))
def test_an_answer_with_every_member_the_facts_name_survives(cell: Cell, ledger: Ledger) -> None:
    """Also with a member of a later version, of values that are easily lost."""
    for given in given_exchanges(cell.document.plane, cell.document.version).values():
        same = given.side == "answer" and given.operation == cell.operation.id
        if same and given.parts["status"] == cell.status and isinstance(given.parts.get("body"), dict):
            round_trip(cell, plain_arguments(cell), {**given.parts["body"], **SURPLUS})
            ledger.note("answer", cell, cell.status)


@each_answer(lambda cell: cell.status < 300 and bool(cell.response.content))
def test_what_no_schema_names_survives_as_well(cell: Cell, ledger: Ledger) -> None:
    given = plain_arguments(cell)

    def check(body: Any) -> None:
        round_trip(cell, given, body)
        ledger.note("answer", cell, cell.status)

    for schema in cell.response.content.values():
        drawn = Drawing(cell.document, "answer", always=False, unknown=True).of(schema)
        examine(drawn, check, count=cell.cases(active().answers))


@each_answer(lambda cell: cell.status < 300)
def test_the_async_client_reads_what_the_sync_client_reads(cell: Cell, ledger: Ledger) -> None:
    given = plain_arguments(cell)
    bodies = [smallest(cell.document, schema, answer=True) for schema in cell.response.content.values()]
    response = json_response(cell.status, bodies[0]) if bodies else Response(cell.status)
    assert asyncio.run(decoded_async(cell, response, given)) == decoded(cell, response, given)
    ledger.note("answer", cell, cell.status)


@each_answer(lambda cell: cell.status < 300 and not cell.response.content)
def test_an_answer_without_a_body_is_none(cell: Cell, ledger: Ledger) -> None:
    assert decoded(cell, Response(cell.status), plain_arguments(cell)) is None
    ledger.note("answer", cell, cell.status)


@each_operation()
def test_a_documented_error_raises_its_class_with_its_fields(target: Target, ledger: Ledger) -> None:
    given = plain_arguments(target)
    for status, response in target.operation.errors.items():
        raises_its_class(Cell(target.document, target.operation, status, response), given, ledger)


def raises_its_class(cell: Cell, given: Arguments, ledger: Ledger) -> None:
    def check(body: Any) -> None:
        with pytest.raises(ERROR_CLASSES[cell.status]) as caught:
            decoded(cell, json_response(cell.status, body), given)
        error, details = caught.value, body["error"]
        expected = [details["code"], details["message"], details.get("requestId"), details.get("time")]
        carried = [error.code, error.message, error.request_id, error.time]
        wrong = Violation("answer.error", f"{carried} for {expected}", cell.operation.id, cell.status)
        demand([wrong] if [text or None for text in carried] != [text or None for text in expected] else [])
        assert (error.status, error.operation_id) == (cell.status, cell.operation.id)
        ledger.note("answer", cell, cell.status)

    for schema in cell.response.content.values():
        examine(
            Drawing(cell.document, "answer").of(schema),
            check,
            count=cell.cases(max(2, active().answers // 4)),
        )


GARBAGE: dict[str, bytes] = {
    "empty": b"",
    "blank": b"  \n",
    "html": b"<html><body>Bad gateway</body></html>",
    "truncated": b'{"value": [{"id": "a',
    "null": b"null",
    "array": b"[]",
    "number": b"5",
    "text": b'"text"',
    "two values": b"{}{}",
    "byte order mark": b"\xef\xbb\xbf{}",
    "no utf-8": b'{"id": "\xff"}',
    "utf-16": '{"id": "a"}'.encode("utf-16"),
    "lone surrogate": b'{"id": "\\ud800"}',
    "too large a number": b'{"id": 1e400}',
    "deep": b'{"id":' + b"[" * 100_000,
    "tag of a wrong type": b'{"type": {"a": []}, "value": [{"type": []}]}',
    "value of a wrong type": b'{"value": "none", "id": [], "error": "text", "roles": 5, "data": {}}',
    "error of a wrong type": b'{"error": {"code": 5, "message": [], "requestId": {}, "time": null}}',
}
ODD_STATUSES = (100, 199, 202, 203, 206, 299, 301, 302, 304, 307, 402, 404, 418, 499, 500, 502, 504, 599)


@each_operation()
def test_an_unreadable_answer_is_one_of_our_errors(target: Target, ledger: Ledger) -> None:
    given = plain_arguments(target)
    for body, status in product(GARBAGE.values(), (*target.operation.success, 404, 502)):
        only_our_errors(target, Response(status, (("content-type", "text/html"),), body), given)
        ledger.note("answer", target)


def only_our_errors(target: Target, response: Response, given: Arguments) -> None:
    try:
        decoded(target, response, given)
    except IotCentralError:
        return
    except Exception as error:
        raw = f"{type(error).__name__} for {response.body[:60]!r}"
        demand([Violation("answer.raw-error", raw, target.operation.id, response.status)])
    readable = response.status in target.operation.success and _may_be_read(target, response)
    unread = Violation("answer.unnoticed", f"{response.body[:60]!r}", target.operation.id, response.status)
    demand([] if readable else [unread])


def _may_be_read(target: Target, response: Response) -> bool:
    """Whether the body could be what the operation answers: an object, or anything where there is no body."""
    if not target.operation.success[response.status].content:
        return True
    if target.operation.long_running and response.status == 202 and not response.body:
        return True  # the operation has begun; its result is read later, where the headers say
    try:
        return isinstance(json.loads(response.body), dict)
    except (ValueError, RecursionError):
        return False


@each_operation()
def test_an_undocumented_status_is_one_of_our_errors(target: Target, ledger: Ledger) -> None:
    given = plain_arguments(target)
    for status in ODD_STATUSES:
        if status not in target.operation.success:
            with pytest.raises(IotCentralError) as caught:
                decoded(target, json_response(status, {"value": []}), given)
            assert getattr(caught.value, "status", None) == status
            ledger.note("answer", target)


@each_answer(lambda cell: cell.status < 300 and bool(cell.response.content))
def test_a_wrongly_typed_answer_is_read_or_one_of_our_errors(cell: Cell, ledger: Ledger) -> None:
    given = plain_arguments(cell)
    target = Target(cell.document, cell.operation)

    def check(schema: Any, body: Any) -> None:
        for fault in list(breaks(cell.document, schema, body))[:8]:
            if fault.value is MISSING or "surrogate" in fault.fault or fault.fault == "wrong-item-type":
                continue
            wrong = _with(body, fault.path, fault.value)
            only_our_errors(target, json_response(cell.status, wrong), given)
            ledger.note("answer", cell, cell.status)

    for schema in cell.response.content.values():
        drawn = Drawing(cell.document, "answer").of(schema)
        examine(drawn, partial(check, schema), count=cell.cases(max(2, active().answers // 2)))


def _with(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of `body` with one place replaced."""
    if not path:
        return value
    copied = dict(body) if isinstance(body, dict) else list(body)
    there: Any = copied
    there[path[0]] = _with(body[path[0]] if len(path) > 1 else None, path[1:], value)
    return copied
