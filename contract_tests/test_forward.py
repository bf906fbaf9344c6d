"""Answers of a later service: what is added is kept, what breaks the contract is named and refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from contract_tests.client.outcome import ERROR_CLASSES, lossless
from contract_tests.client.transports import json_response
from contract_tests.coverage import Ledger
from contract_tests.forward.edits import Edit, edited, pointer
from contract_tests.forward.nodes import Node
from contract_tests.forward.subject import Found, Subject
from contract_tests.forward.table import ADDITIONS, BREACHES, WHOLE, Addition, Breach, WholeBreach
from contract_tests.matrix import Cell, cells, each_answer, first_answers
from contract_tests.profiles import active
from contract_tests.reading import Violation, demand
from contract_tests.reading.document import defaults
from contract_tests.reading.equality import first_difference
from contract_tests.strategies.minimal import smallest
from iotcentral import IotCentralError
from iotcentral._core.model import Model
from iotcentral._core.transport import Response
from iotcentral.contract.policy import load_policy

PLACES = 2
"""Places of each body at which a breach is made; at night all."""


def has_body(cell: Cell) -> bool:
    return cell.status < 300 and bool(cell.response.content)


def at_all_places(addition: Addition, places: Iterable[Node]) -> list[Edit]:
    """The edits of an addition in one body; inside a place that is changed as a whole nothing else is."""
    found: list[Edit] = []
    changed: list[tuple[str | int, ...]] = []
    for node in places:
        if addition.nested or not any(node.path[: len(path)] == path for path in changed):
            edits = list(addition.edits(node))
            found += edits
            changed += [node.path] if edits else []
    return found


def at_some_places(breach: Breach, places: Iterable[Node]) -> list[tuple[Node, Edit]]:
    """A breach, once a place: at the outermost and the innermost of them; at night at all that differ."""
    found = [(node, edit) for node in places for edit in breach.edits(node)]
    if active().everything:
        return list({node.likeness: (node, edit) for node, edit in found}.values())
    return found if len(found) <= PLACES else [found[0], found[-1]]


def later_answers(subject: Subject) -> Iterator[tuple[Addition, list[Edit], Any, Any]]:
    """Every addition made in every body: the addition, where, the body before and the body after."""
    for body, places in subject.bodies():
        for addition in ADDITIONS:
            if edits := at_all_places(addition, places):
                yield addition, edits, body, edited(body, edits)


def broken_answers(subject: Subject) -> Iterator[tuple[Breach, Node, Edit, Any, Any]]:
    """Every breach made in every body, one place at a time."""
    for body, places in subject.bodies():
        for breach in BREACHES:
            for node, edit in at_some_places(breach, places):
                yield breach, node, edit, body, edited(body, [edit])


def lost(read: Callable[[Response], Any], cell: Cell, body: Any) -> str | None:
    """What the client refuses or loses of a body; None where all of it comes back out."""
    try:
        model = read(json_response(cell.status, body))
    except IotCentralError as error:
        return f"refused: {error}"
    written = [lossless(model)]
    if isinstance(model, Model):
        written += [model.to_dict(), json.loads(model.to_json())]
    places = (first_difference(body, value) for value in written)
    return next((f"lost at {place}" for place in places if place is not None), None)


def fail(cell: Cell, rule: str, text: str) -> None:
    demand([Violation(rule, text, cell.operation.id, cell.status)])


@each_answer(has_body)
def test_the_client_keeps_what_a_later_service_adds(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    for addition, _, _, later in later_answers(subject):
        if wrong := lost(subject.read, cell, later):
            fail(cell, "forward.lost", f"{addition.name}: {wrong}")
        ledger.note("answer", cell, cell.status)


@each_answer(lambda cell: has_body(cell) and cell.document.label in defaults() and cell in first_answers())
def test_the_async_client_keeps_it_too(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    body, places = next(subject.bodies())
    for addition in ADDITIONS:
        if wrong := lost(subject.read_async, cell, edited(body, at_all_places(addition, places))):
            fail(cell, "forward.lost", f"{addition.name}: {wrong}")
        ledger.note("answer", cell, cell.status)


@each_answer(has_body)
def test_the_verifier_names_what_a_later_service_adds_and_nothing_else(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    for addition, edits, body, later in later_answers(subject):
        found = subject.new(body, later)
        expected = {Found(addition.rule, pointer(edit.path)) for edit in edits if addition.rule}
        if found != expected:
            fail(cell, "forward.judged", f"{addition.name}: {sorted(found ^ expected)[:3]}")
        ledger.note("answer", cell, cell.status)


@each_answer(has_body)
def test_the_client_refuses_what_its_types_cannot_hold_and_keeps_the_rest(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    for breach, node, edit, _, broken in broken_answers(subject):
        if breach.client is None:
            continue
        wrong = lost(subject.read, cell, broken)
        if (wrong or "kept").startswith("refused") != breach.client(node) or (wrong or "").startswith("lost"):
            fail(cell, "forward.client", f"{breach.name} at {pointer(edit.path)}: {wrong or 'kept'}")
        ledger.note("answer", cell, cell.status)


@each_answer(has_body)
def test_the_verifier_names_each_breach(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    for breach, _, edit, body, broken in broken_answers(subject):
        found = subject.new(body, broken)
        if breach.rule not in {one.rule for one in found}:
            fail(cell, "forward.unnoticed", f"{breach.name} at {pointer(edit.path)}: {found}")
        ledger.note("answer", cell, cell.status)


def answer_of(breach: WholeBreach, cell: Cell) -> Response:
    """The smallest answer there is, broken as a whole."""
    schema = next(iter(cell.response.content.values()))
    body = json.dumps(smallest(cell.document, schema, answer=True)).encode()
    headers = (("content-type", breach.media_type),)
    return Response(breach.status or cell.status, headers, breach.body(body))


@each_answer(has_body)
def test_an_answer_broken_as_a_whole_is_refused_and_named(cell: Cell, ledger: Ledger) -> None:
    subject = Subject(cell)
    for breach in WHOLE:
        answer = answer_of(breach, cell)
        if breach.rule not in {one.rule for one in subject.judged(answer)}:
            fail(cell, "forward.unnoticed", breach.name)
        has_begun = cell.status == 202 and not answer.body  # the result is read later
        if not has_begun and refuses(subject, answer) != breach.refused:
            fail(cell, "forward.client", breach.name)
        ledger.note("answer", cell, cell.status)


def refuses(subject: Subject, answer: Response) -> bool:
    try:
        subject.read(answer)
    except IotCentralError:
        return True
    return False


def is_first_error(cell: Cell) -> bool:
    return cell.status == min(cell.operation.errors, default=0) and bool(cell.response.content)


@each_answer(is_first_error)
def test_a_later_error_raises_its_class_and_is_drift(cell: Cell, ledger: Ledger) -> None:
    subject, schema = Subject(cell), next(iter(cell.response.content.values()))
    details = smallest(cell.document, schema, answer=True)["error"]
    body = {"error": {**details, "code": "AddedLater", "addedLater": [2**64]}, "addedLater": {}}
    answer = json_response(cell.status, body)
    with pytest.raises(ERROR_CLASSES[cell.status]) as caught:
        subject.read(answer)
    assert (caught.value.code, json.loads(caught.value.body)) == ("AddedLater", body)
    rules = {found.rule for found in subject.judged(answer)}
    assert {load_policy().verdict(rule, "foreign") for rule in rules} == {"drift"}, rules
    ledger.note("answer", cell, cell.status)


@pytest.mark.parametrize("rule", sorted({addition.rule for addition in ADDITIONS if addition.rule}))
def test_an_addition_is_drift_in_anybodys_answers_and_broken_in_our_own(rule: str) -> None:
    policy = load_policy()
    assert (policy.verdict(rule, "foreign"), policy.verdict(rule, "own")) == ("drift", "broken")


@pytest.mark.parametrize("rule", sorted({breach.rule for breach in (*BREACHES, *WHOLE)}))
def test_a_breach_is_broken_whoever_answers(rule: str) -> None:
    policy = load_policy()
    assert (policy.verdict(rule, "foreign"), policy.verdict(rule, "own")) == ("broken", "broken")


def test_every_row_of_the_tables_is_made_somewhere() -> None:
    made: set[str] = set()
    for cell in filter(has_body, cells()):
        if len(made) == len(ADDITIONS) + len(BREACHES):
            return
        for _, places in Subject(cell).bodies():
            made |= {row.name for row in (*ADDITIONS, *BREACHES) if any(any(row.edits(p)) for p in places)}
    assert {row.name for row in (*ADDITIONS, *BREACHES)} - made == set()
