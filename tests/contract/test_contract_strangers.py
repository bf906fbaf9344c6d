"""`iotcentral verify server` and servers that lead elsewhere, or speak no TLS that can be trusted."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from io import StringIO
from itertools import count
from typing import Any

import pytest
import trustme
from msgspec.structs import replace

from iotcentral import Sources
from iotcentral.emulator import Emulator, Fault
from tests.contract.test_contract_verify_server import GA, answering, run, serving

CONTROL = ("--api-version", "control-plane/2021-06-01", "--subscription", "s")


def json_answer(value: Any) -> Any:
    return answering("200 OK\r\nContent-Type: application/json", json.dumps(value).encode())


@pytest.mark.parametrize("operation", ["Devices_List", "Devices_ListComponents", "Jobs_GetDevices"])
@pytest.mark.parametrize(
    "link",
    [
        "{other}/api/devices?api-version=2022-07-31",
        "{url}@evil.example/api/devices?api-version=2022-07-31",
        "//evil.example/api/devices?api-version=2022-07-31",
        "{url}.evil.example/api/devices",
    ],
    ids=["port", "credentials", "no-scheme", "longer-host"],
)
def test_a_link_to_another_host_is_not_followed_however_deep(operation: str, link: str) -> None:
    with Emulator() as emulator, emulator.serve() as url, serving(answering("200 OK")) as other:
        leading = {"value": [{"id": "d1"}], "nextLink": link.format(other=other.url, url=url)}
        plain = {"value": [{"id": "d1"}]}
        for name, body in {"Devices_List": plain, "Jobs_List": plain, operation: leading}.items():
            emulator.steering.faults.add(Fault(operation=name, status=200, body=body))
        before = len(emulator.steering.calls.all())
        code, out, _ = run(url, *GA, "--emulator", token=emulator.token)
        asked = [call.operation for call in emulator.steering.calls.all()[before:]]
        assert (code, "paging.link-" in out, other.received) == (1, True, [])
        assert asked.count("Devices_ListComponents") == 1


AWKWARD = ["..", ".", "", "a/b", "../../secrets", "https://evil.example/x", "a?b=c", "a#b", "a%2Fb", "a\nb"]


def test_an_id_is_one_segment_whatever_it_says() -> None:
    page = {"value": [{"id": id, "name": "n"} for id in AWKWARD]}
    with serving(json_answer(page)) as server:
        run(server.url, *GA, "--items", "100", "--max-requests", "120")
    targets = {head.split(b" ")[1].decode() for head in server.received}
    assert all(target.startswith("/api/") and "api-version=2022-07-31" in target for target in targets)
    assert "/api/devices/a%2Fb?api-version=2022-07-31" in targets
    assert not any("/../" in target or "//" in target or "evil.example/" in target for target in targets)


@pytest.mark.parametrize(
    "id",
    [
        "https://evil.example/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps/a",
        "//evil.example/subscriptions/s/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps/a",
        "/subscriptions/other/resourceGroups/g/providers/Microsoft.IoTCentral/iotApps/a",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/a",
        5,
        None,
    ],
)
def test_an_id_of_another_place_is_not_gone_to(id: Any) -> None:
    with serving(json_answer({"value": [{"id": id, "name": "a"}]})) as server:
        run(server.url, *CONTROL, environment={"IOTC_BEARER_TOKEN": "t"})
    assert not any(b"/iotApps/" in head or b"other" in head or b"evil" in head for head in server.received)
    assert server.received


@pytest.fixture
def encrypted() -> Iterator[tuple[str, list[bytes]]]:
    """A server whose certificate nobody trusts, and what it was sent."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    received: list[bytes] = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            try:
                received.append(context.wrap_socket(connection, server_side=True).recv(1 << 16))
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{listener.getsockname()[1]}", received
        thread.join(5)


def test_a_certificate_that_nobody_trusts_exits_2_and_gets_no_token(
    encrypted: tuple[str, list[bytes]],
) -> None:
    url, received = encrypted
    code, _, err = run(url, *GA)
    assert (code, "the certificate of the server is not trusted" in err) == (2, True), err
    assert not any(b"Authorization" in sent for sent in received)


def test_a_server_that_speaks_no_tls_exits_2_and_gets_no_token() -> None:
    with serving(answering("200 OK")) as server:
        code, _, err = run(server.url.replace("http:", "https:"), *GA)
    assert (code, "no TLS with it" in err) == (2, True), err
    assert not any(b"Authorization" in sent for sent in server.received)


class Terminal(StringIO):
    """A terminal that says when something was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written = threading.Event()

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written.set()
        return super().write(text)


def test_a_terminal_shows_what_is_being_asked() -> None:
    terminal, moments = Terminal(), count(0.0, 2.0)

    def play(connection: socket.socket) -> None:
        assert terminal.written.wait(20)
        answering("401 Unauthorized")(connection)

    sources = replace(Sources(), monotonic=lambda: next(moments), sleep=lambda _: None)
    with serving(play) as server:
        run(server.url, *GA, sources=sources, err=terminal)
    assert f", GET {server.url}/api/" in terminal.getvalue()
