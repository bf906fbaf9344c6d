"""Values outside the spec's limits are refused before anything is sent, with the place named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from contract_tests.client.arguments import Builder
from contract_tests.client.calling import Arguments, arguments, call_sync, client, with_body
from contract_tests.client.transports import as_read
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target, each_operation
from contract_tests.profiles import active, examine
from contract_tests.reading import Violation, demand, load
from contract_tests.reading.requests import body_of
from contract_tests.reading.validators import pointer
from contract_tests.strategies import Drawing
from contract_tests.strategies.breaking import Break, breaks, scalar_breaks
from contract_tests.strategies.calls import Call, calls
from contract_tests.strategies.minimal import plain_call
from contract_tests.strategies.request_form import request_form
from contract_tests.strategies.whole import whole_call
from iotcentral import InvalidRequest, models


def refused(target: Target, given: Arguments, fault: str, place: str) -> list[Violation]:
    """What is wrong if the client does not refuse `given`, or only after it sent something."""
    operation = target.operation
    app, transport = client(target.document)
    what = "is sent"
    try:
        call_sync(app, operation, given)
    except InvalidRequest:
        what = "" if not transport.sent else "is refused too late"
    except Exception as error:
        what = "is sent" if transport.sent else f"gives {type(error).__name__}, not InvalidRequest"
    return [Violation(f"refusal.{fault}", f"{fault} {what}", operation.id, pointer=place)] if what else []


def broken_calls(target: Target) -> st.SearchStrategy[tuple[Call, Break]]:
    """Drawn calls, each with one way to make its body wrong."""
    schema = next(iter(target.operation.body.values()))

    def with_fault(call: Call) -> st.SearchStrategy[tuple[Call, Break]]:
        ways = list(breaks(target.document, schema, call.body)) if call.has_body else []
        return st.tuples(st.just(call), st.sampled_from(ways)) if ways else st.nothing()

    return calls(target.document, target.operation).flatmap(with_fault)


@each_operation(lambda operation: bool(operation.body))
def test_a_body_with_one_fault_is_refused(target: Target, ledger: Ledger) -> None:
    builder, schema = Builder.of(target.document), next(iter(target.operation.body.values()))

    def check(case: tuple[Call, Break]) -> None:
        call, fault = case
        whole = builder.broken(builder.build(schema, call.body), fault)
        given = with_body(target.operation, arguments(builder, target.operation, call), whole)
        demand(refused(target, given, fault.fault, f"/body{pointer(list(fault.path))}"))
        ledger.note("request", target)

    examine(broken_calls(target), check, count=target.cases(active().requests))


@each_operation(lambda operation: bool(operation.body))
def test_each_fault_of_a_body_with_everything_is_refused(target: Target, ledger: Ledger) -> None:
    builder, schema = Builder.of(target.document), next(iter(target.operation.body.values()))
    call = whole_call(target)
    ways = {fault.fault: fault for fault in breaks(target.document, schema, call.body)}
    for name, fault in ways.items():
        whole = builder.broken(builder.build(schema, call.body), fault)
        given = with_body(target.operation, arguments(builder, target.operation, call), whole)
        demand(refused(target, given, name, f"/body{pointer(list(fault.path))}"))
        ledger.note("request", target)


@each_operation(lambda operation: bool(operation.of("path")))
def test_a_path_value_outside_its_limits_is_refused(target: Target, ledger: Ledger) -> None:
    builder = Builder.of(target.document)
    for position, parameter in enumerate(target.operation.of("path")):
        for fault, wrong in scalar_breaks(parameter.schema, "abc"):
            given = arguments(builder, target.operation, plain_call(target.document, target.operation))
            given.positional[position] = wrong
            demand(refused(target, given, fault, f"/path/{parameter.name}"))
            ledger.note("request", target)


@each_operation(lambda operation: bool(operation.body))
def test_read_only_members_never_reach_the_wire(target: Target, ledger: Ledger) -> None:
    """A resource that was read may be written back: what the service alone writes is left out."""
    builder = Builder.of(target.document)
    schema = next(iter(target.operation.body.values()))
    plain = plain_call(target.document, target.operation)

    def check(body: Any) -> None:
        app, transport = client(target.document)
        given = arguments(builder, target.operation, plain)
        given = with_body(target.operation, given, builder.build(schema, body))
        try:
            call_sync(app, target.operation, given)
        except Exception:
            (request,) = transport.sent
        expected = request_form(target.document, schema, body)
        sent = body_of(as_read(request))
        wrong = [Violation("wire.read-only", f"{sent} is sent for {body}", target.operation.id)]
        demand(wrong if sent != expected else [])
        ledger.note("request", target)

    examine(Drawing(target.document, "answer").of(schema), check, count=target.cases(active().answers))


MASKED = "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=*****;EndpointSuffix=core.windows.net"


@pytest.mark.parametrize("masked", [MASKED, "AccountKey=*****"])
def test_a_masked_secret_is_not_written_back(masked: str) -> None:
    app, transport = client(load())
    with pytest.raises(InvalidRequest, match=r"connection_?[sS]tring"):
        app.file_uploads.create(models.FileUpload(connection_string=masked, container="c"))
    assert transport.sent == []
