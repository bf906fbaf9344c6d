"""schemathesis against the emulator, in process: examples, coverage, fuzzing and stateful."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from contract_tests.coverage import Ledger
from contract_tests.matrix import Target
from contract_tests.profiles import active
from contract_tests.reading import Answer, Exchange, Request, demand, load
from contract_tests.reading.exchanges import judge_reply
from contract_tests.reading.operations import operations
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.coverage import coverage

DOCUMENT = load()
ACCEPTED = ["2xx", "3xx", 401, 403, 404, 409, 429, "5xx"]
"""What schemathesis takes for an allowed request by itself."""
SERVED = sorted(id for id, served in coverage()[f"data-plane/{DOCUMENT.version}"].items() if served)


class Front:
    """The emulator of the running test, behind one ASGI application that the schema knows from the start."""

    def __init__(self) -> None:
        self.emulator: Emulator | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        with Emulator() if self.emulator is None else nullcontext(self.emulator) as emulator:
            await emulator.asgi()(scope, receive, send)


EXPECTATIONS = yaml.safe_load((Path(__file__).parent / "server_expectations.yaml").read_text("utf-8"))


def config() -> SchemathesisConfig:
    """Positive and negative data; what real semantics refuse is data, with its reason, not code."""
    checks = {name: {"enabled": entry["enabled"]} for name, entry in EXPECTATIONS["checks"].items()}
    own = [
        {
            "include-operation-id": operation,
            "checks": {"positive_data_acceptance": {"expected-statuses": [*ACCEPTED, *entry["statuses"]]}},
        }
        for operation, entry in EXPECTATIONS["operations"].items()
    ]
    # `include()` beside own operations is not heeded; what is not served is therefore turned off here.
    off = {"include-operation-id": sorted(set(operations(DOCUMENT)) - set(SERVED)), "enabled": False}
    generation = {"mode": "all", "allow-extra-parameters": False}
    return SchemathesisConfig.from_dict(
        {"generation": generation, "checks": checks, "operations": [*own, off]}
    )


def fresh() -> Emulator:
    """The same application with the same token every time; the emulator checks its answers as well."""
    return Emulator(clock=ManualClock(), randomness=SeededRandomness("server"), check_answers=True)


FRONT = Front()
SCHEMA = schemathesis.openapi.from_dict(dict(DOCUMENT.raw), config=config())
SCHEMA.app = FRONT
with fresh() as first:
    TOKEN = first.token


@SCHEMA.auth(refresh_interval=None)
class Token:
    """Cases are made while tests are collected, before there is an emulator; its token is known by then."""

    def get(self, _case: Any, _context: Any) -> str:
        return TOKEN

    def set(self, case: Any, data: str, _context: Any) -> None:
        case.headers["Authorization"] = data


@pytest.fixture(autouse=True)
def emulator() -> Iterator[Emulator]:
    with fresh() as made:
        assert made.token == TOKEN
        FRONT.emulator = made
        yield made
        FRONT.emulator = None


LIMITED = settings(max_examples=active().server, suppress_health_check=list(HealthCheck), deadline=None)


def check_answer(case: Any, response: Any, ledger: Ledger) -> None:
    """The reading's own judgement beside the checks of schemathesis."""
    headers = tuple((name, value) for name, values in response.headers.items() for value in values)
    request = Request(response.request.method, response.request.url)
    demand(judge_reply(DOCUMENT, Exchange(request, Answer(response.status_code, headers, response.content))))
    operation = operations(DOCUMENT)[case.operation.definition.raw["operationId"]]
    ledger.note("server", Target(DOCUMENT, operation), response.status_code)


@SCHEMA.parametrize()
@LIMITED
def test_the_emulator_keeps_the_contract(case: Any, ledger: Ledger) -> None:
    response = case.call()
    case.validate_response(response)
    check_answer(case, response, ledger)


def test_the_emulator_keeps_the_contract_over_many_calls(ledger: Ledger) -> None:
    """Ids that one call answers go into the next: created, read, changed, deleted, asked for once more."""

    class Machine(SCHEMA.as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            FRONT.emulator = fresh()
            assert FRONT.emulator.token == TOKEN

        def teardown(self) -> None:
            if FRONT.emulator is not None:
                FRONT.emulator.close()

        def validate_response(self, response: Any, case: Any, **options: Any) -> None:
            super().validate_response(response, case, **options)
            check_answer(case, response, ledger)

    Machine.run(settings=settings(LIMITED, max_examples=active().server * 4, stateful_step_count=12))


def test_every_exception_for_the_server_names_a_served_operation_and_a_reason() -> None:
    for operation, entry in EXPECTATIONS["operations"].items():
        assert operation in SERVED
        assert len(entry["reason"]) > 20
