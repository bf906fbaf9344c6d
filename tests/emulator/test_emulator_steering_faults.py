"""Steering in process: faults as instructions, met one by one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iotcentral import InternalServerError, models
from iotcentral._core.transport import Request
from iotcentral.emulator import Emulator, Fault
from iotcentral.emulator.fronts.transport import EmulatorTransport
from iotcentral.errors import TransportError
from tests.emulator.arm import APP, arm_emulator
from tests.emulator.harness import HOST, VERSION, ask, new_emulator, statuses


def test_a_fault_is_met_once_and_is_used_up(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(status=503))
    assert statuses(emulator, 3) == [503, 200, 200]
    assert not emulator.steering.faults


def test_faults_are_met_one_by_one_in_their_order(emulator: Emulator) -> None:
    for fault in (Fault(status=503, count=2), Fault(status=500), Fault(status=429)):
        emulator.steering.faults.add(fault)
    assert statuses(emulator, 5) == [503, 503, 500, 429, 200]


def test_a_fault_is_for_its_operation(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(operation="Roles_List", status=500))
    assert statuses(emulator, 2) == [200, 200]
    assert statuses(emulator, 2, "/roles") == [500, 200]


def test_a_fault_without_end_is_met_until_it_is_taken_back(emulator: Emulator) -> None:
    id = emulator.steering.faults.add(Fault(status=500, count=None))
    assert statuses(emulator, 30) == [500] * 30
    assert emulator.steering.faults.remove(id)
    assert statuses(emulator, 1) == [200]


def test_what_is_left_is_told(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(status=500, count=3))
    statuses(emulator, 2)
    (pending,) = emulator.steering.faults
    assert (pending.met, pending.left) == (2, 1)


def test_the_same_seed_meets_the_same_calls() -> None:
    def run(seed: int) -> list[int]:
        with new_emulator() as emulator:
            emulator.steering.faults.add(Fault(status=500, probability=0.5, count=None, seed=seed))
            return statuses(emulator, 40)

    first = run(1)
    assert first == run(1) != run(2)
    assert 10 < first.count(500) < 30


def test_chances_do_not_hang_on_calls_of_other_operations() -> None:
    def run(between: int) -> list[int]:
        with new_emulator() as emulator:
            fault = Fault(operation="Devices_List", status=500, probability=0.5, count=None)
            emulator.steering.faults.add(fault)
            found: list[int] = []
            for _ in range(20):
                statuses(emulator, between, "/roles")
                found += statuses(emulator, 1)
            return found

    assert run(0) == run(2)


def test_a_status_comes_in_place_of_the_operation(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(status=500))
    ask(emulator, "PUT", sent={})
    assert ask(emulator).response.status == 404


@pytest.mark.parametrize(
    ("status", "code"),
    [(429, "TooManyRequests"), (500, "InternalServerError"), (503, "ServiceUnavailable"), (599, "Fault")],
)
def test_an_error_status_has_the_services_body(emulator: Emulator, status: int, code: str) -> None:
    emulator.steering.faults.add(Fault(status=status))
    response = ask(emulator).response
    error = json.loads(response.body)["error"]
    assert list(error) == ["code", "message", "requestId", "time"]
    assert error["code"] == response.header("x-ms-error-code") == code


def test_429_says_when_to_come_again(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(status=429))
    assert ask(emulator).response.header("retry-after") == "1"


def test_body_and_headers_are_as_told(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(status=200, body=["odd"], headers={"X-Odd": "yes"}))
    response = ask(emulator).response
    assert (response.body, response.header("x-odd")) == (b'["odd"]', "yes")


def test_a_connection_dropped_before_leaves_no_effect(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(operation="Devices_Create", drop="before"))
    assert ask(emulator, "PUT", sent={}).is_lost
    assert ask(emulator).response.status == 404


def test_a_connection_dropped_after_leaves_the_effect(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(operation="Devices_Create", drop="after"))
    assert ask(emulator, "PUT", sent={}).is_lost
    assert ask(emulator).response.status == 200


@pytest.mark.parametrize("fault", [Fault(drop="before"), Fault(drop="after"), Fault(truncate=3)])
def test_a_client_in_process_sees_a_broken_connection(emulator: Emulator, fault: Fault) -> None:
    emulator.steering.faults.add(fault)
    transport = emulator.transport()
    url = f"https://{HOST}/api/roles?api-version={VERSION}"
    with pytest.raises(TransportError) as caught:
        transport.send(Request("GET", url, (("Authorization", emulator.token),)))
    assert caught.value.sent


@pytest.mark.parametrize(("timeout", "slept"), [(None, 5.0), (9.0, 5.0), (2.0, 2.0)])
def test_an_answer_in_process_is_late(emulator: Emulator, timeout: float | None, slept: float) -> None:
    naps: list[float] = []
    emulator.steering.faults.add(Fault(delay=5))
    transport = EmulatorTransport(emulator.steering, sleep=naps.append)
    url = f"https://{HOST}/api/roles?api-version={VERSION}"
    request = Request("GET", url, (("Authorization", emulator.token),), timeout=timeout)
    if slept < 5:
        with pytest.raises(TransportError, match="timed out"):
            transport.send(request)
    else:
        assert transport.send(request).status == 200
    assert naps == [slept]


def test_the_client_reads_a_fault_as_the_services_error(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(operation="Devices_Create", status=500, count=None))
    with emulator.client() as app, pytest.raises(InternalServerError):
        app.devices.create("d1", models.Device())


def test_faults_are_for_the_control_plane_too() -> None:
    with arm_emulator() as emulator:
        emulator.steering.faults.add(Fault(operation="Apps_Get", status=503))
        url = f"https://management.azure.com{APP}?api-version=2021-06-01"
        outcome = emulator.steering.answer(
            Request("GET", url, (("Authorization", f"Bearer {emulator.bearer}"),))
        )
        assert outcome.response.status == 503


def test_faults_do_not_count_for_the_rate() -> None:
    with new_emulator(rate_limits=True) as emulator:
        emulator.steering.faults.add(Fault(status=503, count=30))
        assert statuses(emulator, 51) == [503] * 30 + [200] * 20 + [429]


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"body": {}},
        {"delay": 1, "headers": {"a": "b"}},
        {"drop": "before", "status": 500},
        {"drop": "after", "truncate": 1},
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"fault|dropped connection"):
        Fault(**members)
