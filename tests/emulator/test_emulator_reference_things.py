"""The documented-only surface: telemetry by POST, commands with ids of their own, single properties."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulator.harness import ORG_VIEWER, TEMPLATE, Service, template
from tests.emulator.reference import Reference

_QUEUED = {"@type": "Command", "name": "wake", "durable": True}
_OPEN_REQUEST = {
    "@type": "Command",
    "name": "move",
    "request": {
        "name": "where",
        "schema": {"@type": "Object", "fields": [{"name": "x", "schema": "integer"}]},
    },
}
_FIRMWARE = {"@type": "Property", "name": "firmwareVersion", "schema": "string", "writable": True}
_LIMITS = {
    "@type": "Property",
    "name": "limits",
    "writable": True,
    "schema": {
        "@type": "Object",
        "fields": [{"name": "low", "schema": "double"}, {"name": "high", "schema": "double"}],
    },
}
_FIELD = {"@type": "Telemetry", "name": "timestamp", "schema": "string"}


@pytest.fixture
def things(fleet: Service) -> Reference:
    """A caller of the surface, with `sim`, a simulated device that is alive, and `real`, which is not."""
    return Reference(fleet)


def _telemetry(things: Reference, device: str, name: str, component: str = "") -> Any:
    path = f"/components/{component}" if component else ""
    answer = things.service.call("GET", f"/devices/{device}{path}/telemetry/{name}")
    return (answer.json["value"], answer.json["timestamp"]) if answer.status == 200 else None


def _retemplated(things: Reference, *contents: Any, device: str = "real") -> None:
    other = TEMPLATE.replace(";1", ";2")
    things.service.ok("PUT", f"/deviceTemplates/{other}", template(*contents))
    things.service.ok("PATCH", f"/devices/{device}", {"template": other})


def test_telemetry_becomes_the_last_value_of_the_data_plane(things: Reference) -> None:
    assert _telemetry(things, "real", "temperature") is None
    answer = things.call("POST", "/devices/real/telemetry", {"temperature": 25.5})
    assert (answer.status, answer.response.body) == (204, b"")
    assert _telemetry(things, "real", "temperature") == (25.5, "2024-01-01T00:00:06.000Z")


def test_event_carries_its_own_time(things: Reference) -> None:
    sent = {"temperature": 25.5, "timestamp": "2023-10-26T15:05:10Z"}
    things.ok("POST", "/devices/real/telemetry", sent)
    assert _telemetry(things, "real", "temperature") == (25.5, "2023-10-26T15:05:10.000Z")
    assert things.ok("GET", "/devices/real")["lastSeen"] == "2023-10-26T15:05:10.000Z"


def test_event_that_comes_late_does_not_become_the_last_value(things: Reference) -> None:
    things.ok("POST", "/devices/real/telemetry", {"temperature": 2})
    things.ok("POST", "/devices/real/telemetry", {"temperature": 1, "timestamp": "2023-10-26T15:05:10Z"})
    assert _telemetry(things, "real", "temperature") == (2, "2024-01-01T00:00:06.000Z")


def test_last_of_two_events_of_one_moment_counts(things: Reference) -> None:
    things.ok("POST", "/devices/real/telemetry", {"temperature": 1})
    things.ok("POST", "/devices/real/telemetry", {"temperature": 2})
    assert _telemetry(things, "real", "temperature") == (2, "2024-01-01T00:00:06.000Z")


def test_simulated_device_speaks_on_after_an_event(things: Reference) -> None:
    things.ok("POST", "/devices/sim/telemetry", {"temperature": 1000.5})
    assert _telemetry(things, "sim", "temperature")[0] == 1000.5
    things.service.wait(20)
    assert _telemetry(things, "sim", "temperature")[0] != 1000.5


def test_telemetry_of_a_component_goes_under_its_name(things: Reference) -> None:
    things.ok("POST", "/devices/real/telemetry", {"temperature": 1, "sensor": {"humidity": 60.2}})
    assert _telemetry(things, "real", "humidity", "sensor") == (60.2, "2024-01-01T00:00:06.000Z")
    assert _telemetry(things, "real", "humidity") is None


def test_template_may_have_a_telemetry_called_timestamp(things: Reference) -> None:
    _retemplated(things, _FIELD)
    things.ok("POST", "/devices/real/telemetry", {"timestamp": "any text"})
    assert _telemetry(things, "real", "timestamp") == ("any text", "2024-01-01T00:00:06.000Z")


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ({"temperature": "warm"}, ".temperature should be double"),
        ({"colour": "red"}, ".colour should be a telemetry of the device template"),
        ({"target": 5}, ".target should be a telemetry of the device template"),
        ({"sensor": {"humidity": "wet"}}, ".sensor.humidity should be double"),
        ({"sensor": {"colour": 1}}, ".sensor.colour should be a telemetry of the device template"),
        ({"sensor": 5}, ".sensor should be a telemetry of the device template"),
        ({"timestamp": "yesterday"}, '.timestamp should match format "date-time"'),
        ({"timestamp": 5}, '.timestamp should match format "date-time"'),
        ([], "should be object"),
        (None, "should be object"),
    ],
)
def test_event_that_the_template_has_not_so_is_400(things: Reference, sent: Any, named: str) -> None:
    answer = things.call("POST", "/devices/real/telemetry", sent)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert named in answer.json["error"]["message"]


def test_refused_event_leaves_nothing(things: Reference) -> None:
    assert things.call("POST", "/devices/real/telemetry", {"temperature": 1, "colour": 2}).status == 400
    assert _telemetry(things, "real", "temperature") is None


def test_device_without_a_template_may_send_anything(things: Reference) -> None:
    things.ok("PUT", "/devices/bare", {})
    assert things.call("POST", "/devices/bare/telemetry", {"anything": {"at": ["all"]}}).status == 204
    assert things.ok("GET", "/devices/bare")["lastSeen"] == "2024-01-01T00:00:06.000Z"


def test_device_that_is_shut_out_sends_nothing(things: Reference) -> None:
    things.ok("PATCH", "/devices/real", {"enabled": False})
    assert things.call("POST", "/devices/real/telemetry", {"temperature": 1}).status == 403
    assert _telemetry(things, "real", "temperature") is None


def test_device_never_heard_of_has_no_last_seen(things: Reference) -> None:
    assert "lastSeen" not in things.ok("GET", "/devices/real")
    assert things.ok("GET", "/devices/sim")["lastSeen"] == "2024-01-01T00:00:06.000Z"
    assert all("lastSeen" not in device for device in things.ok("GET", "/devices")["devices"])


@pytest.mark.parametrize(
    ("method", "path", "sent"),
    [
        ("POST", "/telemetry", {}),
        ("POST", "/commands/reboot", None),
        ("GET", "/commands/x/status", None),
        ("GET", "/properties/target", None),
        ("PATCH", "/properties/target", {"value": 1}),
    ],
)
def test_parts_of_a_device_that_is_not_there_are_404(
    reference: Reference, method: str, path: str, sent: Any
) -> None:
    assert reference.call(method, f"/devices/none{path}", sent).status == 404


def _trigger(things: Reference, name: str = "reboot", sent: Any = None, device: str = "sim") -> str:
    answer = things.ok("POST", f"/devices/{device}/commands/{name}", sent)
    assert answer == {"commandId": answer["commandId"], "status": "Pending"}
    return str(answer["commandId"])


def _status(things: Reference, id: str, device: str = "sim") -> Any:
    return things.ok("GET", f"/devices/{device}/commands/{id}/status")


def test_command_is_pending_and_then_completed_with_what_the_device_said(things: Reference) -> None:
    id = _trigger(things, sent={"delay": 5})
    assert _status(things, id) == {"commandId": id, "status": "Pending"}
    things.service.wait(1)
    done = _status(things, id)
    assert (done["commandId"], done["status"]) == (id, "Completed")
    assert done["result"].startswith('{"ok":')
    assert done["completedTime"] == "2024-01-01T00:00:07.000Z"
    things.service.wait(60)
    assert _status(things, id) == done


def test_command_shows_in_the_history_of_the_data_plane(things: Reference) -> None:
    _trigger(things, sent={"delay": 5})
    things.service.wait(1)
    [run] = things.service.ok("GET", "/devices/sim/commands/reboot")["value"]
    assert (run["request"], run["responseCode"]) == (5, 200)


def test_commands_triggered_twice_have_two_ids(things: Reference) -> None:
    assert _trigger(things, sent={"delay": 1}) != _trigger(things, sent={"delay": 1})


def test_command_waits_for_its_device(things: Reference) -> None:
    id = _trigger(things, sent={"delay": 5}, device="real")
    things.service.wait(3600)
    assert _status(things, id, "real")["status"] == "Pending"
    things.ok("PATCH", "/devices/real", {"simulated": True})
    things.service.wait(10)
    assert _status(things, id, "real")["status"] == "Completed"


def test_queued_command_needs_no_device_and_has_a_sentence_for_a_result(things: Reference) -> None:
    _retemplated(things, _QUEUED)
    id = _trigger(things, "wake", device="real")
    things.service.wait(1)
    assert _status(things, id, "real")["result"] == "The command was completed."


def test_command_whose_template_has_changed_goes_on_waiting(things: Reference) -> None:
    id = _trigger(things, sent={"delay": 5})
    _retemplated(things, _QUEUED, device="sim")
    things.service.wait(10)
    assert _status(things, id)["status"] == "Pending"
    assert things.service.call("GET", "/devices").status == 200


@pytest.mark.parametrize("sent", [{"where": {"x": 3}}, {"x": 3}])
def test_arguments_are_the_request_or_its_fields(things: Reference, sent: Any) -> None:
    _retemplated(things, _OPEN_REQUEST, device="sim")
    _trigger(things, "move", sent)
    things.service.wait(1)
    [run] = things.service.ok("GET", "/devices/sim/commands/move")["value"]
    assert run["request"] == {"x": 3}


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        (None, "should have required property 'delay'"),
        ({}, "should have required property 'delay'"),
        ({"delay": "soon"}, ".delay should be integer"),
        ([], "should be object"),
    ],
)
def test_arguments_that_do_not_fit_the_command_are_400(things: Reference, sent: Any, named: str) -> None:
    answer = things.call("POST", "/devices/sim/commands/reboot", sent)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert named in answer.json["error"]["message"]


def test_arguments_of_a_command_without_a_request_go_along(things: Reference) -> None:
    _retemplated(things, {"@type": "Command", "name": "blink"}, device="sim")
    _trigger(things, "blink")
    things.service.wait(1)
    [run] = things.service.ok("GET", "/devices/sim/commands/blink")["value"]
    assert "request" not in run
    _trigger(things, "blink", {"times": 3})
    things.service.wait(1)
    [run] = things.service.ok("GET", "/devices/sim/commands/blink")["value"]
    assert run["request"] == {"times": 3}


def test_fields_that_do_not_fit_the_command_are_400(things: Reference) -> None:
    _retemplated(things, _OPEN_REQUEST, device="sim")
    answer = things.call("POST", "/devices/sim/commands/move", {"x": "left"})
    assert ".x should be integer" in answer.json["error"]["message"]


@pytest.mark.parametrize("name", ["none", "target", "calibrate"])
def test_command_that_the_root_of_the_template_has_not_is_404(things: Reference, name: str) -> None:
    assert things.call("POST", f"/devices/sim/commands/{name}").status == 404


def test_command_belongs_to_its_device(things: Reference) -> None:
    id = _trigger(things, sent={"delay": 5})
    assert things.call("GET", f"/devices/real/commands/{id}/status").status == 404
    assert things.call("GET", "/devices/sim/commands/other/status").status == 404


def test_command_is_shown_to_those_who_see_its_device(things: Reference) -> None:
    for organization in ("north", "south"):
        things.service.ok("PUT", f"/organizations/{organization}", {"displayName": organization})
    things.service.ok("PATCH", "/devices/sim", {"organizations": ["north"]})
    id = _trigger(things, sent={"delay": 5})
    for organization, status in (("north", 200), ("south", 404)):
        caller = Reference(things.service.with_role(ORG_VIEWER, organization))
        assert caller.call("GET", f"/devices/sim/commands/{id}/status").status == status


def test_commands_go_with_their_device(things: Reference) -> None:
    id = _trigger(things, sent={"delay": 5})
    things.ok("DELETE", "/devices/sim")
    things.ok("PUT", "/devices/sim", {"template": TEMPLATE, "simulated": True})
    things.service.wait(10)
    assert things.call("GET", f"/devices/sim/commands/{id}/status").status == 404


def test_property_is_the_wish_until_the_device_has_reported_it(things: Reference) -> None:
    path = "/devices/sim/properties/target"
    assert things.call("GET", path).status == 404
    assert things.ok("PATCH", path, {"value": 21.5}) == {"value": 21.5}
    assert things.ok("GET", path) == {"value": 21.5}
    things.service.wait(1)
    assert things.ok("GET", path) == {"value": 21.5, "lastReportedTime": "2024-01-01T00:00:07.000Z"}


def test_report_of_one_property_leaves_the_time_of_the_others(things: Reference) -> None:
    path = "/devices/sim/properties/target"
    things.ok("PATCH", path, {"value": 21.5})
    things.service.wait(1)
    reported = things.ok("GET", path)
    things.service.wait(60)
    things.service.ok("PATCH", "/devices/sim/components/pump/properties", {"speed": 3})
    things.service.wait(1)
    assert things.ok("GET", path) == reported


def test_property_of_the_data_plane_is_the_same(things: Reference) -> None:
    things.ok("PATCH", "/devices/real/properties/target", {"value": 21.5})
    desired = things.service.ok("GET", "/devices/real/properties")["$metadata"]["target"]["desiredValue"]
    assert desired == 21.5
    things.service.ok("PATCH", "/devices/real/properties", {"target": 19})
    assert things.ok("GET", "/devices/real/properties/target") == {"value": 19}


def test_answer_of_an_update_is_the_new_wish_with_the_time_of_the_last_report(things: Reference) -> None:
    path = "/devices/sim/properties/target"
    things.ok("PATCH", path, {"value": 21.5})
    things.service.wait(1)
    reported = things.ok("GET", path)
    things.service.wait(60)
    assert things.ok("PATCH", path, {"value": 22}) == reported | {"value": 22}
    assert things.ok("GET", path) == reported


def test_cloud_property_is_a_plain_value(things: Reference) -> None:
    path = "/devices/real/properties/customer"
    assert things.ok("PATCH", path, {"value": "Contoso"}) == {"value": "Contoso"}
    assert things.ok("GET", path) == {"value": "Contoso"}
    assert things.service.ok("GET", "/devices/real/properties")["customer"] == "Contoso"


def test_objects_merge_and_the_whole_is_answered(things: Reference) -> None:
    _retemplated(things, _LIMITS)
    path = "/devices/real/properties/limits"
    things.ok("PATCH", path, {"value": {"low": 1}})
    assert things.ok("PATCH", path, {"value": {"high": 9}}) == {"value": {"low": 1, "high": 9}}
    assert things.ok("GET", path) == {"value": {"low": 1, "high": 9}}


def test_null_takes_the_value_away(things: Reference) -> None:
    path = "/devices/real/properties/customer"
    things.ok("PATCH", path, {"value": "Contoso"})
    assert things.ok("PATCH", path, {"value": None}) == {"value": None}
    assert things.call("GET", path).status == 404


@pytest.mark.parametrize(
    ("name", "sent", "named"),
    [
        ("target", {"value": "warm"}, ".target should be double"),
        ("highest", {"value": 5}, ".highest should be a writable or cloud property"),
        ("target", {}, "should have required property 'value'"),
        ("target", [], "should be object"),
        ("target", None, "should be object"),
    ],
)
def test_value_that_cannot_be_set_is_400(things: Reference, name: str, sent: Any, named: str) -> None:
    answer = things.call("PATCH", f"/devices/real/properties/{name}", sent)
    assert (answer.status, answer.code) == (400, "InvalidBody")
    assert named in answer.json["error"]["message"]


@pytest.mark.parametrize("name", ["none", "pump", "temperature", "$metadata"])
@pytest.mark.parametrize(("method", "sent"), [("GET", None), ("PATCH", {"value": 1})])
def test_what_is_no_property_of_the_root_is_404(things: Reference, name: str, method: str, sent: Any) -> None:
    assert things.call(method, f"/devices/real/properties/{name}", sent).status == 404


def test_firmware_version_is_the_property_of_that_name(things: Reference) -> None:
    assert "firmwareVersion" not in things.ok("GET", "/devices/sim")
    _retemplated(things, _FIRMWARE, device="sim")
    things.ok("PATCH", "/devices/sim/properties/firmwareVersion", {"value": "1.2.0"})
    things.service.wait(10)
    assert things.ok("GET", "/devices/sim")["firmwareVersion"] == "1.2.0"
