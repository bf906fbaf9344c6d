"""Every documented status from 400 to 429 is provoked by real state or data, and the client tells which."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import arguments, call_sync, client
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, targets
from contract_tests.reading import Answer, Exchange, demand, judge_request, judge_sequence
from contract_tests.reading.document import read_yaml
from contract_tests.reading.exchanges import judge_reply
from contract_tests.recordings.shipped import judged_as_shipped
from contract_tests.scenarios import attempts
from contract_tests.scenarios.attempts import Attempt, refusals, success, unprovoked
from contract_tests.scenarios.callers import Stages
from contract_tests.scenarios.world import APP
from iotcentral import (
    ApiError,
    BadRequest,
    Conflict,
    Forbidden,
    NotFound,
    PreconditionFailed,
    Throttled,
    Unauthenticated,
    Unprocessable,
)
from iotcentral._core.transport import Response
from iotcentral.emulator.coverage import coverage

RAISED: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthenticated,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    412: PreconditionFailed,
    422: Unprocessable,
    429: Throttled,
}
WORDS: dict[int, frozenset[str]] = {
    400: frozenset({"BadRequest", "InvalidBody", "400.200.006.026"}),
    401: frozenset({"Unauthenticated", "InvalidAuthenticationToken"}),
    403: frozenset({"Forbidden"}),
    404: frozenset({"NotFound", "ResourceNotFound"}),
    409: frozenset({"Conflict"}),
    412: frozenset({"PreconditionFailed"}),
    422: frozenset({"UnprocessableEntity"}),
    429: frozenset({"TooManyRequests"}),
}
"""The service's words for a status, on all planes."""
SERVED = {label: {id for id, served in table.items() if served} for label, table in coverage().items()}
each_served = pytest.mark.parametrize(
    "target", [one for one in targets() if one.operation.id in SERVED[one.document.label]], ids=str
)


@pytest.fixture(scope="module")
def stages() -> Iterator[Stages]:
    made = Stages()
    yield made
    made.close()


Provoked = Callable[[Target], list[tuple[Attempt, Exchange]]]


@pytest.fixture(scope="module")
def provoked(stages: Stages) -> Provoked:
    """What all attempts at a refusal of an operation came to, sent once."""

    @functools.cache
    def send(target: Target) -> list[tuple[Attempt, Exchange]]:
        found = refusals(target, stages.known)
        return [(one, Exchange(*stages.answer(target, one), where=one.name)) for one in found]

    return send


@each_served
def test_a_call_of_the_scenarios_succeeds(target: Target, stages: Stages, ledger: Ledger) -> None:
    attempt = success(target, stages.known)
    request, answer = stages.answer(target, attempt)
    assert answer.status in target.operation.success, answer.body
    exchange = Exchange(request, answer)
    demand([*judge_sequence(target.document, [exchange]), *judged_as_shipped([exchange])])
    ledger.note("server", target, answer.status)


@each_served
def test_every_documented_refusal_is_provoked_or_listed_as_not_provocable(
    target: Target, provoked: Provoked, ledger: Ledger
) -> None:
    listed = unprovoked(target)
    seen: set[int] = set()
    for attempt, exchange in provoked(target):
        if attempt.status in listed:
            assert exchange.answer.status != attempt.status, attempt.name
            continue
        assert exchange.answer.status == attempt.status, (attempt.name, exchange.answer.body)
        demand(judge_reply(target.document, exchange))
        ledger.note("server", target, attempt.status)
        seen.add(attempt.status)
    documented = {status for status in target.operation.errors if status < 500}
    assert documented - seen == listed & documented


@each_served
def test_the_client_tells_a_provoked_refusal_by_class_code_and_headers(
    target: Target, stages: Stages, provoked: Provoked
) -> None:
    given = arguments(Builder.of(target.document), target.operation, success(target, stages.known).call)
    for attempt, exchange in provoked(target):
        answer = exchange.answer
        if answer.status != attempt.status:
            continue  # listed as not provocable, which the test above holds
        speaking, _ = client(target.document, _answering(answer))
        with pytest.raises(RAISED[answer.status]) as raised:
            call_sync(speaking, target.operation, given)
        told, body = raised.value, json.loads(answer.body)["error"]
        assert (told.status, told.operation_id) == (answer.status, target.operation.id)
        assert told.code == body["code"]
        assert told.code in WORDS[answer.status]
        assert told.retry_after == (1 if answer.status == 429 else None)
        assert told.request_id == (body.get("requestId") or answer.header("x-ms-request-id"))
        for name in target.operation.errors[answer.status].headers:
            assert told.headers.get(name.lower()) == answer.header(name)


def _answering(answer: Answer) -> Callable[[object], Response]:
    return lambda _: Response(answer.status, answer.headers, answer.body)


LISTED = read_yaml(attempts.FOLDER / "unprovoked.yaml")


@pytest.mark.parametrize("plane", LISTED)
def test_what_is_listed_as_not_provocable_is_served_and_documented_and_has_a_reason(plane: str) -> None:
    documented: dict[str, set[int]] = {}
    for target in targets():
        if target.document.plane == plane and target.operation.id in SERVED[target.document.label]:
            documented.setdefault(target.operation.id, set()).update(target.operation.errors)
    listed = [(entry["status"], id) for entry in LISTED[plane] for id in entry["operations"]]
    assert len(listed) == len(set(listed))
    assert all(status in documented[id] for status, id in listed)
    assert all(len(entry["reason"]) > 40 for entry in LISTED[plane])


EXPECTED: dict[str, dict[str, Any]] = read_yaml(Path(__file__).with_name("server_expectations.yaml"))


@pytest.mark.parametrize(
    ("plane", "id", "status"),
    [
        (plane, id, status)
        for plane, entries in EXPECTED.items()
        for id, entry in entries.items()
        for status in entry["statuses"]
    ],
)
def test_what_schemathesis_must_forgive_the_server_a_request_that_the_document_allows_meets(
    plane: str, id: str, status: int, provoked: Provoked
) -> None:
    """Real state refuses it, so the expectation is needed; one that nothing calls for any more must go."""
    met = [
        f"{target} {attempt.name}"
        for target in targets()
        if (target.document.plane, target.operation.id) == (plane, id)
        for attempt, exchange in provoked(target)
        if _is_an_administrators(attempt) and exchange.answer.status == status
        if not judge_request(target.document, exchange.request)
    ]
    assert met


def _is_an_administrators(attempt: Attempt) -> bool:
    """As schemathesis calls: nothing but the request itself is refused."""
    return (attempt.caller, attempt.app, attempt.state) == ("administrator", APP, "usual")


def test_every_operation_of_the_scenarios_is_one_of_the_plane() -> None:
    for plane in {target.document.plane for target in targets()}:
        known = {target.operation.id for target in targets() if target.document.plane == plane}
        written: dict[str, Any] = dict(attempts.table(plane)["operations"])
        assert set(written) <= known
