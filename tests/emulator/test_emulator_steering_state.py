"""Steering in process: reset, snapshots, and the calls that were seen."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from iotcentral import NotFound
from iotcentral._core.transport import Request
from iotcentral.emulator import Emulator, Fault
from tests.emulator.arm import APP, Arm, arm_emulator, body
from tests.emulator.harness import HOST, VERSION, Service, ask, new_emulator, statuses


def test_a_snapshot_is_restored_as_often_as_wanted(service: Service) -> None:
    steering = service.emulator.steering
    service.ok("PUT", "/devices/d1", {"displayName": "before"})
    snapshot = steering.snapshot()
    for _ in range(2):
        service.ok("PUT", "/devices/d1", {"displayName": "after"})
        service.ok("PUT", "/devices/d2", {})
        steering.restore(snapshot)
        assert service.ok("GET", "/devices/d1")["displayName"] == "before"
        assert service.call("GET", "/devices/d2").status == 404


def test_a_snapshot_is_restored_into_a_file(tmp_path: Any) -> None:
    with new_emulator(state=tmp_path / "s.db") as emulator:
        snapshot = emulator.steering.snapshot()
        Service(emulator).ok("PUT", "/devices/d1", {})
        emulator.steering.restore(snapshot)
        assert Service(emulator).call("GET", "/devices/d1").status == 404
        Service(emulator).ok("PUT", "/devices/d2", {})
    with new_emulator(state=tmp_path / "s.db") as emulator:
        assert [each["id"] for each in Service(emulator).ok("GET", "/devices")["value"]] == ["d2"]


def test_after_a_reset_only_the_administrators_token_is_there(service: Service) -> None:
    service.ok("PUT", "/devices/d1", {})
    other = service.with_role("ca310b8d-2f4a-44e0-a36e-957c202cd8d4")
    service.emulator.steering.reset()
    assert service.ok("GET", "/devices")["value"] == []
    assert len(service.ok("GET", "/users")["value"]) == 1
    assert other.call("GET", "/devices").status == 401


def test_after_a_reset_the_applications_id_and_keys_are_the_same(service: Service) -> None:
    def credentials() -> Any:
        service.ok("PUT", "/devices/d1", {})
        return service.ok("GET", "/devices/d1/credentials")

    before = credentials()
    service.emulator.steering.reset()
    assert credentials() == before


def test_after_a_reset_applications_of_the_control_plane_are_gone() -> None:
    with arm_emulator() as emulator:
        arm = Arm(emulator)
        arm.ok("PUT", APP, body())
        emulator.steering.reset()
        assert arm.call("GET", APP).status == 404
        assert arm.application("north").status == 404


def test_after_a_reset_clock_faults_calls_and_timers_are_as_at_first(fleet: Service) -> None:
    steering = fleet.emulator.steering
    before = steering.clock()
    fleet.ok("PUT", "/devices/late", {"simulated": True})
    steering.clock.freeze(before + timedelta(days=1))
    steering.faults.add(Fault(status=500))
    ask(fleet.emulator)
    steering.reset()
    assert steering.clock() < before
    assert (len(steering.faults), steering.calls.all()) == (0, [])
    fleet.wait(1000)
    assert fleet.ok("GET", "/devices")["value"] == []


def test_a_reset_starts_the_rate_anew() -> None:
    with new_emulator(rate_limits=True) as emulator:
        statuses(emulator, 20)
        emulator.steering.reset()
        assert statuses(emulator, 1) == [200]


_ANY = Request("GET", f"https://{HOST}/")
with new_emulator() as _one:
    _PROCESSED = _one.engine.process(_ANY)


def test_a_call_is_told_with_what_it_was_taken_for(emulator: Emulator) -> None:
    ask(emulator, "PUT", sent={"displayName": "D"})
    (call,) = emulator.steering.calls.all()
    assert (call.number, call.method, call.path) == (1, "PUT", "/api/devices/d1")
    assert (call.application, call.api_version, call.operation) == ("demo", VERSION, "Devices_Create")
    assert (call.status, call.fault, call.at) == (200, False, "2024-01-01T00:00:00.000Z")


def test_a_call_of_no_operation_is_told_too(emulator: Emulator) -> None:
    ask(emulator, path="/nothing")
    (call,) = emulator.steering.calls.all()
    assert (call.path, call.operation, call.status) == ("/api/nothing", None, 404)


def test_a_dropped_call_has_no_status(emulator: Emulator) -> None:
    emulator.steering.faults.add(Fault(drop="after"))
    ask(emulator, path="/roles")
    (call,) = emulator.steering.calls.all()
    assert (call.status, call.fault) == (None, True)


def test_a_client_in_process_is_seen(emulator: Emulator) -> None:
    with emulator.client() as app, pytest.raises(NotFound):
        app.devices.get("d1")
    assert [call.operation for call in emulator.steering.calls.all()] == ["Devices_Get"]


def test_nothing_secret_is_kept(service: Service) -> None:
    secret = "s3cret"
    emulator = service.emulator
    for query in (f"sig={secret}", f"%24skiptoken={secret}", f"api-version={VERSION}"):
        url = f"https://{HOST}/api/fileUploads?{query}"
        headers = (("Authorization", f"Bearer {secret}"), ("X-Secret", secret))
        sent = json.dumps({"connectionString": secret}).encode()
        emulator.steering.answer(Request("PUT", url, headers, sent))
    kept = repr(emulator.steering.calls.all())
    assert secret not in kept
    assert emulator.token.partition("sig=")[2] not in kept
    assert "'sig': '***'" in kept


def test_the_last_ten_thousand_calls_are_kept() -> None:
    with new_emulator() as emulator:
        emulator.engine.process = lambda request, instead: _PROCESSED  # type: ignore[method-assign]
        for _ in range(10_001):
            emulator.steering.answer(_ANY)
        calls = emulator.steering.calls.all()
    assert (len(calls), calls[0].number, calls[-1].number) == (10_000, 2, 10_001)
