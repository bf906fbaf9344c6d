"""Simulated devices: provisioning, acknowledgement, commands, telemetry (dossier 6.1, 6.4 to 6.6)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from iotcentral.emulator.telemetry import PERIOD
from tests.emulator.harness import ALIVE, REBOOT, TEMPERATURE, TEMPLATE, WRITABLE, Service, template

_OFFLINE = "Could not connect to device in order to send command."
_COMMANDS = {
    "device": "/commands/reboot",
    "component": "/components/sensor/commands/calibrate",
    "module": "/modules/filterModule/commands/reboot",
    "module component": "/modules/filterModule/components/sensor/commands/calibrate",
}
_TELEMETRY = {
    "device": "/telemetry/temperature",
    "component": "/components/sensor/telemetry/humidity",
    "module": "/modules/filterModule/telemetry/temperature",
    "module component": "/modules/filterModule/components/sensor/telemetry/humidity",
}
each_command = pytest.mark.parametrize("path", list(_COMMANDS.values()), ids=list(_COMMANDS))
each_telemetry = pytest.mark.parametrize("path", list(_TELEMETRY.values()), ids=list(_TELEMETRY))


@pytest.fixture
def ready(service: Service) -> Service:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(WRITABLE, TEMPERATURE, REBOOT))
    return service


def _provisioned(service: Service, id: str = "d") -> bool:
    return bool(service.ok("GET", f"/devices/{id}")["provisioned"])


def test_simulated_device_is_provisioned_some_seconds_after_creation(ready: Service) -> None:
    assert not ready.ok("PUT", "/devices/d", {"template": TEMPLATE, "simulated": True})["provisioned"]
    ready.wait(1)
    assert not _provisioned(ready)
    ready.wait(ALIVE)
    assert _provisioned(ready)


@pytest.mark.parametrize(
    "body",
    [
        {"template": TEMPLATE},
        {"simulated": True},
        {"template": TEMPLATE, "simulated": True, "enabled": False},
    ],
)
def test_device_that_cannot_live_is_not_provisioned(ready: Service, body: dict[str, Any]) -> None:
    ready.ok("PUT", "/devices/d", body)
    ready.wait(60)
    assert not _provisioned(ready)
    ready.ok("PATCH", "/devices/d", {"template": TEMPLATE, "simulated": True, "enabled": True})
    ready.wait(ALIVE)
    assert _provisioned(ready)


def test_device_deleted_before_it_is_provisioned_stays_deleted(ready: Service) -> None:
    ready.ok("PUT", "/devices/d", {"template": TEMPLATE, "simulated": True})
    ready.ok("DELETE", "/devices/d")
    ready.wait(ALIVE)
    assert ready.call("GET", "/devices/d").status == 404


def test_writes_in_between_do_not_put_off_the_provisioning(ready: Service) -> None:
    ready.ok("PUT", "/devices/d", {"template": TEMPLATE, "simulated": True})
    for _ in range(3):
        ready.wait(2)
        ready.ok("PATCH", "/devices/d", {"displayName": "x"})
    assert _provisioned(ready)


def test_replacing_keeps_provisioned(fleet: Service) -> None:
    assert fleet.ok("PUT", "/devices/sim", {})["provisioned"] is True


def test_simulated_device_acknowledges_what_it_is_asked_to_take(fleet: Service) -> None:
    fleet.ok("PATCH", "/devices/sim/properties", {"target": 21, "pump": {"speed": 3}})
    fleet.ok("PATCH", "/devices/sim/modules/filterModule/properties", {"target": 22})
    assert "target" not in fleet.ok("GET", "/devices/sim/properties")
    fleet.wait(2)
    shown = fleet.ok("GET", "/devices/sim/properties")
    assert (shown["target"], shown["pump"]["speed"]) == (21, 3)
    metadata = shown["$metadata"]["target"]
    assert metadata["ackVersion"] == metadata["desiredVersion"] == 1
    assert (metadata["ackCode"], metadata["ackDescription"]) == (200, "completed")
    assert fleet.ok("GET", "/devices/sim/modules/filterModule/properties")["target"] == 22


@pytest.mark.parametrize("method", ["PATCH", "PUT"])
@pytest.mark.parametrize("place", ["", "/modules/filterModule"])
def test_reported_value_stays_until_the_new_wish_is_acknowledged(
    fleet: Service, place: str, method: str
) -> None:
    path = f"/devices/sim{place}/properties"
    fleet.ok("PATCH", path, {"target": 21})
    fleet.wait(2)
    fleet.ok(method, path, {"target": 25})
    shown = fleet.ok("GET", path)
    metadata = shown["$metadata"]["target"]
    assert (shown["target"], metadata["desiredValue"]) == (21, 25)
    assert metadata["ackVersion"] == metadata["desiredVersion"] - 1


def test_device_that_is_not_connected_acknowledges_when_it_is(ready: Service) -> None:
    ready.ok("PUT", "/devices/d", {"template": TEMPLATE, "simulated": True})
    ready.ok("PATCH", "/devices/d/properties", {"target": 21})
    ready.wait(3)
    assert "target" not in ready.ok("GET", "/devices/d/properties")
    ready.wait(ALIVE)
    assert ready.ok("GET", "/devices/d/properties")["target"] == 21


@each_command
def test_connected_device_answers_a_command_with_an_echo(fleet: Service, path: str) -> None:
    answer = fleet.call("POST", f"/devices/sim{path}", {"request": {"delay": 5}, "responseTimeout": 10})
    assert answer.status == 201
    assert (answer.json["request"], answer.json["responseCode"]) == ({"delay": 5}, 200)
    assert fleet.ok("GET", f"/devices/sim{path}") == {"value": [answer.json]}


def test_response_has_the_shape_of_the_template(fleet: Service) -> None:
    root = fleet.ok("POST", "/devices/sim/commands/reboot", {})
    assert list(root["response"]) == ["ok"]
    assert "response" not in fleet.ok("POST", "/devices/sim/components/sensor/commands/calibrate", {})
    assert "request" not in root


@each_command
def test_history_holds_the_last_run_alone(fleet: Service, path: str) -> None:
    assert fleet.ok("GET", f"/devices/sim{path}") == {"value": []}
    for number in range(3):
        fleet.ok("POST", f"/devices/sim{path}", {"request": number})
    [last] = fleet.ok("GET", f"/devices/sim{path}")["value"]
    assert last["request"] == 2
    assert fleet.ok("GET", f"/devices/real{path}") == {"value": []}


@each_command
def test_device_that_is_not_connected_is_404(fleet: Service, path: str) -> None:
    answer = fleet.call("POST", f"/devices/real{path}", {"connectionTimeout": 30})
    assert (answer.status, answer.code, answer.sentence) == (404, "NotFound", _OFFLINE)


@pytest.mark.parametrize("change", [{"enabled": False}, {"simulated": False}])
def test_device_that_is_stopped_does_not_answer(fleet: Service, change: object) -> None:
    fleet.ok("PATCH", "/devices/sim", change)
    assert fleet.call("POST", "/devices/sim/commands/reboot", {}).sentence == _OFFLINE


def test_command_queued_for_offline_devices_has_no_response(service: Service) -> None:
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(REBOOT | {"durable": True}))
    service.ok("PUT", "/devices/d", {"template": TEMPLATE})
    answer = service.call("POST", "/devices/d/commands/reboot", {"request": 1})
    assert (answer.status, sorted(answer.json)) == (201, ["id", "request"])


@pytest.mark.parametrize(("method", "body"), [("GET", None), ("POST", {})])
def test_unknown_command_is_404(fleet: Service, method: str, body: object) -> None:
    assert fleet.call(method, "/devices/sim/commands/none", body).status == 404


@pytest.mark.parametrize(
    "body", [{"connectionTimeout": 31}, {"responseTimeout": 4}, {"responseTimeout": "5"}]
)
def test_timeout_out_of_bounds_is_400(fleet: Service, body: object) -> None:
    assert fleet.call("POST", "/devices/sim/commands/reboot", body).status == 400


def test_history_goes_with_the_device(fleet: Service) -> None:
    fleet.ok("POST", "/devices/sim/commands/reboot", {})
    fleet.ok("DELETE", "/devices/sim")
    fleet.ok("PUT", "/devices/sim", {"template": TEMPLATE})
    assert fleet.ok("GET", "/devices/sim/commands/reboot") == {"value": []}


@each_telemetry
def test_last_value_moves_on_with_the_clock(fleet: Service, path: str) -> None:
    first = fleet.ok("GET", f"/devices/sim{path}")
    assert isinstance(first["value"], float | int)
    assert re.fullmatch(r"2024-01-01T00:00:05\.000Z", first["timestamp"])
    fleet.wait(PERIOD.total_seconds() - 2)
    assert fleet.ok("GET", f"/devices/sim{path}") == first
    fleet.wait(2)
    second = fleet.ok("GET", f"/devices/sim{path}")
    assert second["timestamp"] == "2024-01-01T00:00:15.000Z"
    assert second["value"] != first["value"]


@each_telemetry
def test_telemetry_never_sent_is_404(fleet: Service, path: str) -> None:
    assert fleet.call("GET", f"/devices/real{path}").code == "NotFound"


@pytest.mark.parametrize("name", ["none", "target", "humidity"])
def test_unknown_telemetry_is_404(fleet: Service, name: str) -> None:
    assert fleet.call("GET", f"/devices/sim/telemetry/{name}").status == 404


@pytest.mark.parametrize("change", [{"enabled": False}, {"simulated": False}])
def test_stopped_device_keeps_its_last_value(fleet: Service, change: object) -> None:
    fleet.ok("PATCH", "/devices/sim", change)
    last = fleet.ok("GET", "/devices/sim/telemetry/temperature")
    fleet.wait(300)
    assert fleet.ok("GET", "/devices/sim/telemetry/temperature") == last
    fleet.ok("PATCH", "/devices/sim", {"enabled": True, "simulated": True})
    fleet.wait(1)
    assert fleet.ok("GET", "/devices/sim/telemetry/temperature")["timestamp"] > last["timestamp"]


def test_two_runs_of_the_same_device_speak_the_same(fleet: Service) -> None:
    one = fleet.ok("GET", "/devices/sim/telemetry/temperature")
    assert fleet.ok("GET", "/devices/sim/telemetry/temperature") == one
