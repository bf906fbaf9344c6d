"""Steering over HTTP: the routes below `/_emulator/`, who may call them, and faults on a real connection."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator
from iotcentral.emulator.steering.routes import SteeringRoutes
from tests.emulator.harness import HOST, VERSION, Service, new_emulator

LOOPBACK = "127.0.0.1"


class Steerer:
    """A test of another language: it steers over HTTP, here without the network."""

    def __init__(self, emulator: Emulator, reach: Any = "loopback") -> None:
        self.routes = SteeringRoutes(emulator.steering, reach)

    def ask(
        self,
        method: str,
        path: str,
        sent: Any = None,
        *,
        raw: bytes | None = None,
        peer: str | None = LOOPBACK,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> Response | None:
        content = json.dumps(sent).encode() if raw is None and sent is not None else raw
        return self.routes.answer(
            Request(method, f"http://localhost/_emulator{path}", headers, content), peer
        )

    def ok(self, method: str, path: str, sent: Any = None) -> Any:
        response = self.ask(method, path, sent)
        assert response is not None
        assert response.status < 300, response.body
        return json.loads(response.body) if response.body else None

    def status(self, method: str, path: str, sent: Any = None, **options: Any) -> int | None:
        response = self.ask(method, path, sent, **options)
        return response.status if response else None


@pytest.fixture
def steerer(emulator: Emulator) -> Steerer:
    return Steerer(emulator)


def test_what_there_is_is_shown(steerer: Steerer) -> None:
    clock = {"now": "2024-01-01T00:00:00.000Z", "frozen": False}
    assert steerer.ok("GET", "/") == {"clock": clock, "faults": 0, "calls": 0, "snapshots": []}


def test_a_clock_is_frozen_moved_on_and_let_go(steerer: Steerer) -> None:
    steerer.ok("POST", "/clock/freeze", {"at": "2030-01-01T01:00:00+01:00"})
    assert steerer.ok("POST", "/clock/advance", {"seconds": 1.5}) == {
        "now": "2030-01-01T00:00:01.500Z",
        "frozen": True,
    }
    steerer.ok("POST", "/clock/resume")
    assert steerer.ok("GET", "/clock")["frozen"] is False


def test_a_clock_is_frozen_where_it_stands(steerer: Steerer) -> None:
    assert steerer.ok("POST", "/clock/freeze") == {"now": "2024-01-01T00:00:00.000Z", "frozen": True}


def test_snapshots_are_taken_listed_restored_and_dropped(service: Service, steerer: Steerer) -> None:
    id = steerer.ok("POST", "/snapshots")["id"]
    service.ok("PUT", "/devices/d1", {})
    assert steerer.ok("GET", "/snapshots") == {"value": [{"id": id}]}
    steerer.ok("POST", f"/snapshots/{id}/restore")
    assert service.call("GET", "/devices/d1").status == 404
    steerer.ok("DELETE", f"/snapshots/{id}")
    assert steerer.status("POST", f"/snapshots/{id}/restore") == 404


def test_reset_empties_the_applications(service: Service, steerer: Steerer) -> None:
    service.ok("PUT", "/devices/d1", {})
    id = steerer.ok("POST", "/snapshots")["id"]
    steerer.ok("POST", "/reset")
    assert service.ok("GET", "/devices")["value"] == []
    assert steerer.status("DELETE", f"/snapshots/{id}") == 404


def test_faults_are_added_listed_and_taken_back(emulator: Emulator, steerer: Steerer) -> None:
    sent = [{"operation": "Devices_Get", "status": 503, "count": 2}, {"delay": 1}]
    added = steerer.ok("POST", "/faults", sent)
    assert [each["id"] for each in added["value"]] == ["1", "2"]
    listed = steerer.ok("GET", "/faults")["value"]
    assert listed[0] == {
        "id": "1",
        "fault": sent[0],
        "met": 0,
        "left": 2,
    }
    steerer.ok("DELETE", "/faults/1")
    assert steerer.status("DELETE", "/faults/1") == 404
    steerer.ok("DELETE", "/faults")
    assert len(emulator.steering.faults) == 0


def test_one_fault_needs_no_list(emulator: Emulator, steerer: Steerer) -> None:
    steerer.ok("POST", "/faults", {"drop": "after"})
    assert [each.fault.drop for each in emulator.steering.faults] == ["after"]


def test_calls_are_told_and_forgotten(emulator: Emulator, steerer: Steerer) -> None:
    url = f"https://{HOST}/api/roles?api-version={VERSION}"
    emulator.steering.answer(Request("GET", url, (("Authorization", emulator.token),)))
    (call,) = steerer.ok("GET", "/calls")["value"]
    assert (call["operation"], call["status"], call["query"]) == ("Roles_List", 200, {"api-version": VERSION})
    steerer.ok("DELETE", "/calls")
    assert steerer.ok("GET", "/calls") == {"value": []}


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("/faults", {}, "a fault has a status, a delay, a drop or a truncate - at `$[0]`"),
        ("/faults", {"status": 199}, "Expected `int` >= 200 - at `$[0].status`"),
        ("/faults", {"stauts": 500}, "Object contains unknown field `stauts` - at `$[0]`"),
        ("/faults", {"operation": "Devices_Git", "status": 500}, "no version has an operation 'Devices_Git'"),
        ("/faults", {"status": 500, "headers": {"a": "b\r\nc: d"}}, "regex"),
        ("/faults", 5, "Expected `object`, got `int` - at `$[0]`"),
        ("/clock/advance", {}, "Object missing required field `seconds`"),
        ("/clock/advance", {"seconds": -1}, "Expected `float` >= 0"),
        ("/clock/advance", {"seconds": 1e300}, "."),
        ("/clock/advance", {"seconds": 1e12}, "the clock shows moments from 1970 to 8999"),
        ("/clock/freeze", {"at": "2030-01-01T00:00:00"}, "needs a time zone"),
        ("/clock/freeze", {"at": "yesterday"}, "Invalid RFC3339"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    steerer: Steerer, path: str, sent: Any, said: str
) -> None:
    response = steerer.ask("POST", path, sent)
    assert response is not None
    error = json.loads(response.body)["error"]
    assert (response.status, list(error)) == (400, ["code", "message", "requestId", "time"])
    assert said in error["message"]


def test_of_several_faults_none_is_added_when_one_is_wrong(emulator: Emulator, steerer: Steerer) -> None:
    wrong = [{"status": 500}, {"operation": "None_Such", "status": 500}]
    assert steerer.status("POST", "/faults", wrong) == 400
    assert len(emulator.steering.faults) == 0


@pytest.mark.parametrize("raw", [b"\xff", b"{", b"[" * 100_000, b" " * (4 * 1024 * 1024 + 1)])
def test_any_bytes_are_refused_in_the_services_form(steerer: Steerer, raw: bytes) -> None:
    assert steerer.status("POST", "/faults", raw=raw) in (400, 413)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/reset", 405), ("PUT", "/clock", 405), ("GET", "/faults/%ff", 404)],
)
def test_other_routes_and_methods_are_refused(steerer: Steerer, method: str, path: str, status: int) -> None:
    assert steerer.status(method, path) == status


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_steer(steerer: Steerer, peer: str) -> None:
    assert steerer.status("GET", "/clock", peer=peer) == 200


@pytest.mark.parametrize("peer", ["10.0.0.1", "2001:db8::1", "::ffff:10.0.0.1", None, "somebody"])
def test_other_machines_may_not(steerer: Steerer, peer: str | None) -> None:
    assert steerer.ask("GET", "/clock", peer=peer) is None


@pytest.mark.parametrize(
    "header",
    [
        ("Origin", "https://evil.example"),
        ("Host", "evil.example"),
        ("Host", "localhost.evil.example"),
        ("X-Forwarded-For", "10.0.0.1"),
        ("Forwarded", "for=10.0.0.1"),
    ],
)
def test_web_pages_and_what_a_proxy_passes_on_may_not(steerer: Steerer, header: tuple[str, str]) -> None:
    assert steerer.ask("POST", "/reset", headers=(header,)) is None


def test_anywhere_means_anybody(emulator: Emulator) -> None:
    steerer = Steerer(emulator, "anywhere")
    assert steerer.status("GET", "/clock", peer="10.0.0.1", headers=(("Host", "emulator:80"),)) == 200


def test_unless_asked_for_nobody_may(emulator: Emulator) -> None:
    assert Steerer(emulator, "off").ask("GET", "/clock") is None


@pytest.mark.parametrize("path", ["x", "-reset"])
def test_only_what_is_below_the_prefix_is_steering(steerer: Steerer, path: str) -> None:
    assert steerer.ask("GET", path) is None


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Emulator, str]]:
    with new_emulator(http_steering="loopback") as emulator, emulator.serve() as url:
        yield emulator, url.removeprefix("http://")


def steer(address: str, method: str, path: str, sent: Any = None) -> Any:
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request(method, f"/_emulator{path}", None if sent is None else json.dumps(sent))
    body = connection.getresponse().read()
    connection.close()
    return json.loads(body) if body else None


def roles(served: tuple[Emulator, str]) -> bytes:
    """Ask for the roles over a bare connection and read until it is closed."""
    emulator, address = served
    host, _, port = address.partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        lines = [
            f"GET /api/roles?api-version={VERSION} HTTP/1.1",
            f"Host: {address}",
            f"Authorization: {emulator.token}",
            "Connection: close",
        ]
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        received = b""
        while part := connection.recv(65536):
            received += part
    return received


@pytest.mark.parametrize("drop", ["before", "after"])
def test_a_connection_is_dropped_without_an_answer(served: tuple[Emulator, str], drop: str) -> None:
    steer(served[1], "POST", "/faults", {"operation": "Roles_List", "drop": drop})
    assert roles(served) == b""
    assert roles(served).startswith(b"HTTP/1.1 200 ")


def test_a_body_is_cut_where_it_is_meant_to_be(served: tuple[Emulator, str]) -> None:
    steer(served[1], "POST", "/faults", {"truncate": 12})
    head, _, body = roles(served).partition(b"\r\n\r\n")
    length = next(line for line in head.splitlines() if line.lower().startswith(b"content-length"))
    assert len(body) == 12 < int(length.partition(b":")[2])


def test_a_status_is_met_over_http(served: tuple[Emulator, str]) -> None:
    steer(served[1], "POST", "/faults", {"status": 503, "headers": {"Retry-After": "7"}})
    answer = roles(served)
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b"Retry-After: 7" in answer.title()


def test_a_late_answer_comes(served: tuple[Emulator, str]) -> None:
    steer(served[1], "POST", "/faults", {"delay": 0.01})
    assert roles(served).startswith(b"HTTP/1.1 200 ")


def test_a_served_emulator_without_steering_shows_none() -> None:
    with new_emulator() as emulator, emulator.serve() as url:
        answer = steer(url.removeprefix("http://"), "GET", "/clock")
    assert answer["error"]["code"] == "NotFound"
