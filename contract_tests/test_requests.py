"""What the client sends is what the raw spec allows, and carries exactly the values it was given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync, client
from contract_tests.client.transports import as_read, json_response
from contract_tests.client.wire import differences, sent_by_async, sent_by_sync
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading import Violation, demand, judge_request, load
from contract_tests.reading.exchange import Request
from contract_tests.reading.operations import Operation, decoded, operation_of
from contract_tests.strategies.calls import Call, calls
from contract_tests.strategies.minimal import plain_call
from contract_tests.strategies.whole import whole_call
from iotcentral import RetryPolicy
from iotcentral._core.sources import Sources
from iotcentral.errors import InvalidRequest, NotFound, ServiceUnavailable

TORTURE = (
    "dtmi:contoso:thermostat;1",
    "a/b",
    "/",
    "//evil.example",
    "..",
    ".",
    "",
    "../..",
    "%2e",
    "%2E%2e",
    "%2F",
    "%",
    "%zz",
    "?#&",
    "a?b=c",
    "a#b",
    "a b",
    "a+b",
    "a\\b",
    "a\r\nHost: evil.example",
    "\x00",
    "\t",
    "é",
    "日本語",
    "😀",
    "e\u0301",
    "\u202e",
    "x" * 2000,
    "\ud800",
)
NEVER_A_SEGMENT = ("", ".", "..", "\ud800")


@each_operation()
def test_a_drawn_call_is_sent_as_the_spec_allows_and_as_drawn(target: Target, ledger: Ledger) -> None:
    builder = Builder.of(target.document)

    def check(call: Call) -> None:
        request = sent_by_sync(target, builder, call)
        demand(judge_request(target.document, request))
        demand(differences(target, call, request))
        ledger.note("request", target)

    examine(calls(target.document, target.operation), check, count=target.cases(active().requests))


@each_operation()
def test_a_call_with_everything_is_sent_as_the_spec_allows_and_as_given(
    target: Target, ledger: Ledger
) -> None:
    call = whole_call(target)
    request = sent_by_sync(target, Builder.of(target.document), call)
    demand([*judge_request(target.document, request), *differences(target, call, request)])
    ledger.note("request", target)


@each_operation()
def test_the_async_client_sends_what_the_sync_client_sends(target: Target, ledger: Ledger) -> None:
    builder = Builder.of(target.document)

    def check(call: Call) -> None:
        sync, other = sent_by_sync(target, builder, call), sent_by_async(target, builder, call)
        demand(
            [Violation("wire.async", f"{other} is not {sync}", target.operation.id)] if sync != other else []
        )
        ledger.note("request", target)

    examine(
        calls(target.document, target.operation), check, count=target.cases(max(2, active().requests // 5))
    )


@each_operation(lambda operation: bool(operation.of("path")))
def test_an_awkward_path_value_is_one_segment_or_refused(target: Target, ledger: Ledger) -> None:
    for position, parameter in enumerate(target.operation.of("path")):
        for value in TORTURE:
            demand(tortured(target, position, parameter.name, value))
            ledger.note("request", target)


def tortured(target: Target, position: int, name: str, value: str) -> list[Violation]:
    """What is wrong with `value`: it arrives whole, or is refused where the spec limits it."""
    operation = target.operation
    app, transport = client(target.document)
    given = arguments(Builder.of(target.document), operation, plain_call(target.document, operation))
    given.positional[position] = value
    try:
        call_sync(app, operation, given)
    except InvalidRequest:
        wrong = value not in NEVER_A_SEGMENT and free(operation, position)
        bad = [f"{value!r} is refused though the spec allows it"] if wrong else []
    except NotFound:
        whole = arrived(target, as_read(transport.sent[0]), name) == value and value not in NEVER_A_SEGMENT
        bad = [] if whole else [f"{value!r} is sent as {transport.sent[0].url}"]
    return [Violation("wire.path", message, operation.id, pointer=f"/path/{name}") for message in bad]


def free_texts(operation: Operation) -> list[str]:
    """The query parameters that may be any text."""
    limits = {"pattern", "enum", "format", "maxLength"}
    texts = (one for one in operation.of("query") if one.schema.get("type") == "string")
    return [one.name for one in texts if one.name != "api-version" and not limits & set(one.schema)]


@each_operation(lambda operation: bool(free_texts(operation)))
def test_an_awkward_query_value_arrives_whole(target: Target, ledger: Ledger) -> None:
    plain = plain_call(target.document, target.operation)
    for name in free_texts(target.operation):
        for value in TORTURE[:-1]:
            call = replace(plain, query={name: value})
            demand(differences(target, call, sent_by_sync(target, Builder.of(target.document), call)))
            ledger.note("request", target)


def free(operation: Operation, position: int) -> bool:
    """Whether the spec sets no limit to this path value."""
    return not {"pattern", "maxLength", "enum"} & set(operation.of("path")[position].schema)


def arrived(target: Target, request: Request, name: str) -> str | None:
    found = operation_of(target.document, request.method, request.path)
    same = found is not None and found[0].id == target.operation.id
    return decoded(found[1][name]) if same and found is not None else None


UNMOVED = Sources(now=lambda: 0.0, monotonic=lambda: 0.0, random=lambda: 0.0, sleep=lambda _: None)
"""A clock that stands, so that nobody waits between repeats."""


def unavailable(_: object) -> Any:
    return json_response(503, {"error": {"code": "ServiceUnavailable", "message": "Later."}})


@each_operation()
def test_only_what_has_no_effect_is_sent_again(target: Target, ledger: Ledger) -> None:
    """Without a precondition: what `conditional` repeats only if it was made for one state."""
    app, transport = client(target.document, unavailable, retries=RetryPolicy(), sources=UNMOVED)
    given = arguments(
        Builder.of(target.document), target.operation, plain_call(target.document, target.operation)
    )
    with pytest.raises(ServiceUnavailable):
        call_sync(app, target.operation, given)
    again = len(transport.sent) > 1
    wrong = Violation("wire.repeated", f"{len(transport.sent)} requests", target.operation.id, 503)
    demand([wrong] if again != (target.operation.retry == "safe") else [])
    ledger.note("request", target)


@pytest.mark.parametrize("value", [5, None, 1.5, ["a"], b"abc"])
def test_a_path_value_that_is_no_text_is_refused(value: Any) -> None:
    app, transport = client(load())
    with pytest.raises(InvalidRequest):
        app.devices.get(value)
    assert transport.sent == []
