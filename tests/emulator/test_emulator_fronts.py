"""The ways in: the client's transports, ASGI, and the process over loopback."""

from __future__ import annotations

import asyncio
import http.client
import json
import signal
import subprocess
import sys
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, IotCentral, NotFound, models
from iotcentral.emulator import Emulator
from iotcentral.emulator.documents import load_documents
from iotcentral.emulator.gate import BODY_LIMIT
from tests.emulator.harness import VERSION, Service, new_emulator


def test_client_works_in_process(emulator: Emulator) -> None:
    with emulator.client() as app:
        app.devices.create("a/b", models.Device(display_name="Hall"))
        assert [device.id for device in app.devices.list()] == ["a/b"]
        with pytest.raises(NotFound, match="requested resource"):
            app.devices.get("none")


def test_async_client_works_in_process(emulator: Emulator) -> None:
    async def run() -> list[object]:
        async with emulator.async_client() as app:
            await app.devices.create("d1", models.Device())
            return [device.display_name async for device in app.devices.list()]

    assert asyncio.run(run()) == ["d1"]


def test_client_follows_pages_over_loopback() -> None:
    with (
        new_emulator(page_size=2) as emulator,
        emulator.serve() as url,
        IotCentral(url, emulator.token, sources=emulator.sources()) as app,
    ):
        for number in range(5):
            app.devices.create(f"d{number}", models.Device())
        assert [device.id for device in app.devices.list()] == [f"d{n}" for n in range(5)]


def test_public_name_is_kept_when_connecting_elsewhere() -> None:
    async def run(url: str, token: str) -> list[object]:
        async with AsyncIotCentral("demo", token, connect_to=url, sources=emulator.sources()) as app:
            return [role.display_name async for role in app.roles.list()]

    with new_emulator(page_size=2) as emulator, emulator.serve() as url:
        assert asyncio.run(run(url, emulator.token)) == ["Builder", "Operator", "Administrator"]


def _asgi(emulator: Emulator, scope: dict[str, Any], *received: dict[str, Any]) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []
    messages = iter(received)

    async def receive() -> dict[str, Any]:
        return next(messages)

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(emulator.asgi()(scope, receive, send))
    return sent


def _scope(emulator: Emulator, method: str, raw_path: bytes) -> dict[str, Any]:
    headers = [(b"host", b"demo.example"), (b"authorization", emulator.token.encode())]
    query = f"api-version={VERSION}".encode()
    return {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": "/wrong",
        "raw_path": raw_path,
        "query_string": query,
        "headers": headers,
        "server": ("127.0.0.1", 1),
    }


@pytest.mark.parametrize(
    ("raw", "id"), [(b"a%2Fb", "a/b"), (b"dtmi:a;1", "dtmi:a;1"), ("é".encode(), "é"), (b"%252e", "%2e")]
)
def test_asgi_routes_on_the_raw_path(emulator: Emulator, raw: bytes, id: str) -> None:
    parts: list[dict[str, Any]] = [
        {"type": "http.request", "body": b"{", "more_body": True},
        {"type": "http.request", "body": b"}"},
    ]
    start, body = _asgi(emulator, _scope(emulator, "PUT", b"/api/devices/" + raw), *parts)
    assert start["status"] == 200
    assert json.loads(body["body"])["id"] == id


def test_asgi_stops_reading_a_body_over_the_limit(emulator: Emulator) -> None:
    part = {"type": "http.request", "body": b" " * BODY_LIMIT, "more_body": True}
    start, _ = _asgi(emulator, _scope(emulator, "PUT", b"/api/devices/d"), part, part)
    assert start["status"] == 413
    assert (b"connection", b"close") in start["headers"]


def test_asgi_leaves_a_caller_that_has_gone(emulator: Emulator) -> None:
    assert _asgi(emulator, _scope(emulator, "GET", b"/api/devices"), {"type": "http.disconnect"}) == []


def test_asgi_lifespan_starts_and_stops(emulator: Emulator) -> None:
    steps = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = _asgi(emulator, {"type": "lifespan"}, *steps)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]


def test_asgi_refuses_websockets(emulator: Emulator) -> None:
    assert _asgi(emulator, {"type": "websocket"}) == [{"type": "websocket.close"}]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM to send")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_process_prints_one_line_serves_and_stops(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "iotcentral.emulator", "--port", "0", "--app", "contoso"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            line = json.loads(process.stdout.readline())
            assert set(line) == {"url", "app", "token", "api_versions", "bearer", "apps"}
            assert line["app"] == "contoso"
            assert line["api_versions"] == [document.version for document in load_documents("data-plane")]
            connection = http.client.HTTPConnection(line["url"].removeprefix("http://"), timeout=10)
            path = f"/api/devices?api-version={VERSION}"
            connection.request("GET", path, headers={"Authorization": line["token"]})
            response = connection.getresponse()
            assert (response.status, json.loads(response.read())) == (200, {"value": []})
            assert len(response.headers.get_all("date") or []) == 1
            assert response.headers["server"] is None
            connection.close()
            process.send_signal(number)
            rest = process.communicate(timeout=10)
        finally:
            process.kill()
    assert (process.returncode, rest) == (0, (b"", b""))


def test_port_in_use_is_said_in_one_line() -> None:
    with new_emulator() as emulator, emulator.serve() as url:
        command = [sys.executable, "-m", "iotcentral.emulator", "--port", url.rpartition(":")[2]]
        done = subprocess.run(command, capture_output=True, timeout=20, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("iotcentral.emulator: 127.0.0.1:")
    assert done.stderr.count("\n") == 1


def test_served_emulator_answers_the_same_state_as_the_transport() -> None:
    with new_emulator() as emulator, emulator.serve() as url:
        Service(emulator).ok("PUT", "/devices/d1", {})
        connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
        path = f"/api/devices/d1?api-version={VERSION}"
        connection.request("GET", path, headers={"Authorization": emulator.token})
        assert connection.getresponse().status == 200
        connection.close()
