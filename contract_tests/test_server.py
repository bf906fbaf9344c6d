"""schemathesis against the strict emulator, in process, on every plane: single calls, and calls in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from contract_tests.coverage import Kind, Ledger
from contract_tests.matrix import SAMPLE, Target
from contract_tests.profiles import active
from contract_tests.reading import Answer, Document, Exchange, Request, demand, load
from contract_tests.reading.closed import closed
from contract_tests.reading.document import defaults, documents
from contract_tests.reading.exchanges import judge_reply
from contract_tests.reading.operations import operations
from contract_tests.stateful.links import linked, links
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.coverage import coverage

ACCEPTED = ["2xx", "3xx", 401, 403, 404, 409, 429, "5xx"]
"""What schemathesis takes for an allowed request by itself."""
EXPECTATIONS = yaml.safe_load((Path(__file__).parent / "server_expectations.yaml").read_text("utf-8"))
SERVED = {label: {id for id, served in table.items() if served} for label, table in coverage().items()}


class Front:
    """The emulator of the running test, behind one ASGI application that the schemas know from the start."""

    def __init__(self) -> None:
        self.emulator: Emulator | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with Emulator() if self.emulator is None else nullcontext(self.emulator) as emulator:
            await emulator.asgi()(scope, receive, send)


FRONT = Front()
BACKGROUND = timedelta(minutes=5)
"""Longer than anything goes on in the background."""
APPLICATION = (
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}"
    "/providers/Microsoft.IoTCentral/iotApps/{resourceName}"
)


def fresh() -> Emulator:
    """The same application with the same token every time; the emulator checks its answers as well.

    It refuses all that the contract forbids: the usual one forgives what the service does, so that it says
    nothing of what a document makes of a fault.
    """
    return Emulator(
        requests="strict",
        clock=ManualClock(),
        randomness=SeededRandomness("server"),
        check_answers=True,
        admin_bearer="an administrator's Entra token",
    )


with fresh() as first:
    AUTHORIZATION: Mapping[str, str] = {
        "data-plane": first.token,
        "reference-v1": f"Bearer {first.token}",
        "control-plane": f"Bearer {first.bearer}",
    }


def settings_of(document: Document) -> dict[str, Any]:
    """Positive and negative data; what real semantics refuse is data, with its reason, not code."""
    own = [
        {
            "include-operation-id": operation,
            "checks": {"positive_data_acceptance": {"expected-statuses": [*ACCEPTED, *entry["statuses"]]}},
        }
        for operation, entry in EXPECTATIONS[document.plane].items()
        if operation in operations(document)
    ]
    # `include()` beside own operations is not heeded; what is not served is therefore turned off here.
    left = sorted(set(operations(document)) - SERVED[document.label])
    off = [{"include-operation-id": left, "enabled": False}] if left else []
    generation = {"mode": "all", "allow-extra-parameters": False}
    return {"generation": generation, "operations": [*own, *off]}


def schema_of(document: Document) -> Any:
    """The document as schemathesis reads it, with the token of its plane.

    Cases are made while tests are collected, before there is an emulator; its tokens are known by then.
    """
    schema = schemathesis.openapi.from_dict(
        closed(linked(document)), config=SchemathesisConfig.from_dict(settings_of(document))
    )
    schema.app = FRONT

    @schema.auth(refresh_interval=None)
    class Token:
        def get(self, _case: Any, _context: Any) -> str:
            return AUTHORIZATION[document.plane]

        def set(self, case: Any, data: str, _context: Any) -> None:
            case.headers["Authorization"] = data

    return schema


@pytest.fixture(autouse=True)
def emulator() -> Iterator[Emulator]:
    with fresh() as made:
        assert made.token == AUTHORIZATION["data-plane"]
        FRONT.emulator = made
        yield made
        FRONT.emulator = None


def limited(document: Document, factor: int = 1, **options: Any) -> settings:
    """How much is drawn: in full for the default version of a plane, a sample for the others."""
    full = active().everything or document.label in defaults()
    count = active().server if full else min(SAMPLE, active().server)
    return settings(
        max_examples=count * factor, suppress_health_check=list(HealthCheck), deadline=None, **options
    )


def check_answer(document: Document, case: Any, response: Any, ledger: Ledger, *kinds: Kind) -> None:
    """The reading's own judgement beside the checks of schemathesis; `kinds` are what it is a check of."""
    headers = tuple((name, value) for name, values in response.headers.items() for value in values)
    request = Request(response.request.method, response.request.url)
    demand(judge_reply(document, Exchange(request, Answer(response.status_code, headers, response.content))))
    operation = operations(document)[case.operation.definition.raw["operationId"]]
    for kind in kinds:
        ledger.note(kind, Target(document, operation), response.status_code)


def single_calls(document: Document) -> Callable[..., None]:
    """A test for every operation of a document, each over an emulator of its own."""

    @schema_of(document).parametrize()
    @limited(document)
    def test(case: Any, ledger: Ledger) -> None:
        response = case.call()
        case.validate_response(response)
        check_answer(document, case, response, ledger, "server")

    return test  # type: ignore[no-any-return]


test_the_data_plane_1_0 = single_calls(load("data-plane", "1.0"))
test_the_data_plane_2022_05_31 = single_calls(load("data-plane", "2022-05-31"))
test_the_data_plane_2022_06_30_preview = single_calls(load("data-plane", "2022-06-30-preview"))
test_the_data_plane_2022_07_31 = single_calls(load("data-plane", "2022-07-31"))
test_the_data_plane_2022_10_31_preview = single_calls(load("data-plane", "2022-10-31-preview"))
test_the_control_plane_2021_06_01 = single_calls(load("control-plane", "2021-06-01"))
test_the_control_plane_2021_11_01_preview = single_calls(load("control-plane", "2021-11-01-preview"))
test_the_reference_v1 = single_calls(load("reference-v1", "2022-07-31"))


@pytest.mark.parametrize("label", SERVED)
def test_many_calls_keep_the_contract(label: str, ledger: Ledger) -> None:
    """Ids that one call answers go into the next: created, read, changed, deleted, asked for once more."""
    document = load(*label.split("/"))

    class Machine(schema_of(document).as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            FRONT.emulator = fresh()
            assert FRONT.emulator.token == AUTHORIZATION["data-plane"]

        def teardown(self) -> None:
            if FRONT.emulator is not None:
                FRONT.emulator.close()

        def validate_response(self, response: Any, case: Any, **options: Any) -> None:
            super().validate_response(response, case, **options)
            check_answer(document, case, response, ledger, "server", "sequence")
            if response.status_code == 202 and FRONT.emulator is not None:
                # What was accepted, a deletion among it, is done when the next call comes.
                FRONT.emulator.steering.clock.advance(BACKGROUND)

    Machine.run(settings=limited(document, 4, stateful_step_count=12))


@pytest.mark.parametrize("plane", AUTHORIZATION)
def test_every_exception_for_the_server_names_a_served_operation_and_a_reason(plane: str) -> None:
    served = {id for label, ids in SERVED.items() if label.startswith(f"{plane}/") for id in ids}
    for operation, entry in EXPECTATIONS[plane].items():
        assert operation in served
        assert len(entry["reason"]) > 20


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.label)
def test_what_is_created_under_an_id_is_linked_to_all_that_goes_by_that_id(document: Document) -> None:
    found = {(link.source, link.target) for link in links(document)}
    known = operations(document).values()
    paths = {one.id: one.path for one in known}
    made = [one for one in known if one.method == "PUT" and one.path.endswith("}")]
    for one in made:
        below = {one.path, *(other.path for other in known if other.path.startswith(f"{one.path}/"))}
        on_it = {id for id, path in paths.items() if path in below and "{" not in path[len(one.path) :]}
        assert {target for source, target in found if source == one.id} >= on_it - {one.id}
    assert made


def test_a_link_carries_every_path_value_of_the_call_before() -> None:
    document = load("control-plane", "2021-06-01")
    links_of_create = linked(document)["paths"][APPLICATION]["put"]["responses"]["200"]["links"]
    assert links_of_create["Apps_Get"] == {
        "operationId": "Apps_Get",
        "parameters": {
            f"path.{name}": f"$request.path.{name}"
            for name in ("subscriptionId", "resourceGroupName", "resourceName")
        },
    }
