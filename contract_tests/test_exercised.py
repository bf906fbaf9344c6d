"""Every place of the contract is exercised in every version: drawn samples may miss one, these do not."""

from __future__ import annotations

from collections import Counter

import pytest

from contract_tests.client.arguments import Builder
from contract_tests.client.outcome import ERROR_CLASSES
from contract_tests.client.transports import json_response
from contract_tests.coverage import Ledger, Outcome
from contract_tests.exercised import Figure, exercised, short_of
from contract_tests.matrix import Cell, Target, each_answer, each_operation
from contract_tests.reading import Document, demand, judge_request
from contract_tests.reading.document import documents, load
from contract_tests.reading.operations import operations
from contract_tests.reading.places import Place, of_answer, of_body, of_parameter, universe
from contract_tests.reading.validators import schema_violations
from contract_tests.strategies.calls import Call
from contract_tests.strategies.covering import covering, covering_calls
from contract_tests.test_answers import decoded, plain_arguments, round_trip
from contract_tests.test_requests import differences, sent_by_sync


def places_of_call(target: Target, call: Call) -> set[Place]:
    """Everything a call that was sent came to; `api-version` is sent with each."""
    given = {**call.path, **call.query, **call.header, "api-version": target.document.version}
    found: set[Place] = set()
    for parameter in target.operation.parameters:
        if parameter.name in given:
            found |= of_parameter(target.document, target.operation, parameter, given[parameter.name])
    if call.has_body:
        found |= of_body(target.document, target.operation, next(iter(target.operation.body)), call.body)
    return found


@each_operation()
def test_a_call_to_every_place_of_a_request_is_sent_as_given(target: Target, ledger: Ledger) -> None:
    builder = Builder.of(target.document)
    for call in covering_calls(target.document, target.operation):
        request = sent_by_sync(target, builder, call)
        demand(judge_request(target.document, request))
        demand(differences(target, call, request))
        ledger.note("request", target)
        ledger.saw(target.document, places_of_call(target, call))


@each_answer(lambda cell: cell.status < 300 and bool(cell.response.content))
def test_every_place_of_an_answer_is_read(cell: Cell, ledger: Ledger) -> None:
    given = plain_arguments(cell)
    for schema in cell.response.content.values():
        for body in covering(cell.document, schema, "answer"):
            demand(schema_violations(cell.document, schema, body, "answer"))
            round_trip(cell, given, body)
            ledger.note("answer", cell, cell.status)
            ledger.saw(cell.document, of_answer(cell.document, cell.operation, cell.status, body))


@each_operation()
def test_every_place_of_an_error_is_read(target: Target, ledger: Ledger) -> None:
    given = plain_arguments(target)
    for status, response in target.operation.errors.items():
        for schema in response.content.values():
            for body in covering(target.document, schema, "answer"):
                demand(schema_violations(target.document, schema, body, "answer"))
                with pytest.raises(ERROR_CLASSES[status]):
                    decoded(target, json_response(status, body), given)
                ledger.note("answer", target, status)
                ledger.saw(target.document, of_answer(target.document, target.operation, status, body))


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.label)
def test_nothing_of_a_version_is_left_out(document: Document) -> None:
    seen: set[Place] = set()
    for operation in operations(document).values():
        target = Target(document, operation)
        seen = seen.union(*(places_of_call(target, call) for call in covering_calls(document, operation)))
        for status, response in operation.responses.items():
            for schema in response.content.values():
                for body in covering(document, schema, "answer"):
                    seen |= of_answer(document, operation, status, body)
    assert universe(document).keys() - seen == set()


@pytest.mark.parametrize(
    ("body", "there"),
    [
        ({}, False),
        ({"organizations": ["seattle"]}, True),
        ({"organizations": "seattle"}, False),
    ],
)
def test_a_keyword_counts_only_where_a_value_came_to_it_that_it_limits(body: object, there: bool) -> None:
    document = load()
    create = operations(document)["ScheduledJobs_Create"]
    limit = Place("keywords", "request", "schemas/ScheduledJob/properties/organizations/maxItems")
    assert (limit in universe(document)) is True
    assert (limit in of_body(document, create, "application/json", body)) is there


def test_a_read_only_member_is_no_place_of_a_request() -> None:
    places = {str(place) for place in universe(load())}
    assert "answer schemas/Device/properties/provisioned" in places
    assert "request schemas/Device/properties/provisioned" not in places


def test_a_run_that_checked_nothing_is_short_of_all_that_is_asked_for() -> None:
    found = [v for v in short_of(exercised(Outcome())) if v.document == load().label]
    assert [violation.message.split(" are ")[0] for violation in found] == [
        f"0 of {len(operations(load()))} operations",
        f"0 of {sum(len(one.responses) for one in operations(load()).values())} statuses",
        f"0 of {sum(place.kind == 'keywords' for place in universe(load()))} keywords",
    ]


def test_what_a_ledger_saw_is_counted_and_the_rest_named() -> None:
    document, ledger = load(), Ledger()
    places = [place for place in universe(document) if place.kind == "variants"]
    ledger.saw(document, places[1:])
    figure = exercised(Outcome(Counter(), places=ledger.places))[document.label]["variants"]
    assert figure == Figure(len(places) - 1, (str(places[0]),))
