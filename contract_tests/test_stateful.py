"""Calls in any order keep the contract and agree with a plain model; a service that lies is found out."""

from __future__ import annotations

import json
import zlib
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from contract_tests.coverage import Ledger
from contract_tests.profiles import active
from contract_tests.reading import Document, load
from contract_tests.reading.document import documents
from contract_tests.stateful import Fleet
from contract_tests.stateful.watching import Lie, Send, honest
from iotcentral._core.transport import Request, Response

DATA_PLANE = [document for document in documents() if document.plane == "data-plane"]
STEPS = 20


def machine_holds(
    document: Document, ledger: Ledger, lie: Lie, *, examples: int, shrink: bool = True
) -> None:
    """Run the machine: the same steps every time, others in every version, random ones in `deep`."""
    machine = partial(Fleet, document, ledger, lie)
    if not active().random:
        machine = seed(zlib.crc32(document.label.encode()))(machine)
    phases = (Phase.generate, Phase.shrink) if shrink else (Phase.generate,)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            derandomize=False,
            database=None,
            deadline=None,
            phases=phases,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("document", DATA_PLANE, ids=lambda document: document.label)
def test_calls_in_any_order_agree_with_a_plain_model(document: Document, ledger: Ledger) -> None:
    machine_holds(document, ledger, honest, examples=active().stateful)


def path_of(request: Request) -> str:
    return request.url.partition("?")[0].partition("/api/")[2]


def forgets_to_delete(kind: str) -> Lie:
    def lie(request: Request, send: Send) -> Response:
        parts = path_of(request).split("/")
        return Response(204) if request.method == "DELETE" and kind == parts[-2] else send(request)

    return lie


def forgets_a_change(request: Request, send: Send) -> Response:
    """Answers a PATCH of a device as if it had been done."""
    if request.method != "PATCH" or not path_of(request).startswith("devices/"):
        return send(request)
    before = send(Request("GET", request.url, request.headers))
    if before.status != 200:
        return before
    changed = {**json.loads(before.body), **json.loads(request.body or b"{}")}
    return Response(200, before.headers, json.dumps(changed).encode())


def members_without_filter(request: Request, send: Send) -> Response:
    """Answers all devices as the members of every group."""
    head, _, tail = request.url.partition("/deviceGroups/")
    if path_of(request).endswith("/devices") and tail:
        return send(Request("GET", f"{head}/devices?{request.url.partition('?')[2]}", request.headers))
    return send(request)


def altered(suffix: str, old: bytes, new: bytes) -> Lie:
    def lie(request: Request, send: Send) -> Response:
        response = send(request)
        if request.method != "GET" or not path_of(request).endswith(suffix):
            return response
        return Response(response.status, response.headers, response.body.replace(old, new))

    return lie


def loses_the_last_item(request: Request, send: Send) -> Response:
    response = send(request)
    body = json.loads(response.body) if response.body else {}
    if request.method != "GET" or len(body.get("value", ())) < 2:
        return response
    shorter = json.dumps({**body, "value": body["value"][:-1]}).encode()
    return Response(response.status, response.headers, shorter)


LIES: dict[str, Lie] = {
    "a device is not deleted": forgets_to_delete("devices"),
    "a group is not deleted": forgets_to_delete("deviceGroups"),
    "a relationship is not deleted": forgets_to_delete("relationships"),
    "a template is not deleted": forgets_to_delete("deviceTemplates"),
    "a device is not changed": forgets_a_change,
    "a group has every device": members_without_filter,
    "a device of a job failed": altered("/devices", b'"status":"completed"', b'"status":"failed"'),
    "a job never ends": altered("jobs", b'"status":"complete"', b'"status":"running"'),
    "a list lacks an item": loses_the_last_item,
    "a status outside the document": altered("jobs", b'"status":"pending"', b'"status":"waiting"'),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_the_machine_finds_a_service_that_lies(lie: Lie) -> None:
    with pytest.raises((AssertionError, BaseExceptionGroup, pytest.fail.Exception)):
        machine_holds(load(), Ledger(), lie, examples=80, shrink=False)
