"""`iotcentral verify server URL`: against the emulator over loopback, and servers that misbehave."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from itertools import count

import pytest
from msgspec.structs import replace

from iotcentral import Sources
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World, main
from iotcentral.emulator import Emulator

TOKEN = "SharedAccessSignature sr=x&sig=TopSecretSig&skn=n&se=4102444800000"
GA = ("--api-version", "2022-07-31")


def run(
    *arguments: str,
    token: str = TOKEN,
    sources: Sources | None = None,
    environment: dict[str, str] | None = None,
    err: StringIO | None = None,
) -> tuple[int, str, str]:
    """Run the command; answer its exit code and what it writes, to `err` if it raises after that."""
    out, err = StringIO(), err or StringIO()
    still = sources or replace(Sources(), sleep=lambda seconds: None)
    given = environment or ({"IOTC_API_TOKEN": token} if token else {})
    world = World(Surroundings(given, StringIO(), out, err, still, lambda: 80), unique=lambda: "abc")
    return main(["server", *arguments], world), out.getvalue(), err.getvalue()


@dataclass
class Server:
    """Answers each connection with the same bytes and keeps what was sent to it."""

    url: str
    received: list[bytes] = field(default_factory=list[bytes])


Play = Callable[[socket.socket], None]


@contextmanager
def serving(play: Play) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(f"http://127.0.0.1:{listener.getsockname()[1]}")

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    server.received.append(connection.recv(1 << 16))
                    try:
                        play(connection)
                    except OSError:
                        continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def answering(head: str, body: bytes = b"") -> Play:
    text = f"HTTP/1.1 {head}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return lambda connection: connection.sendall(text.encode() + body)


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")


def hang(connection: socket.socket) -> None:
    connection.recv(1)  # until the other side gives up


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n")
    while True:
        connection.sendall(b" " * (1 << 20))


@pytest.mark.parametrize(
    ("play", "said"),
    [
        (reset, "no whole answer"),
        (hang, "no answer within 0.3 seconds"),
        (endless, "larger than 32 MB"),
        (answering("200 OK\r\nContent-Length: 50", b"{"), "no whole answer"),
        (lambda connection: connection.sendall(b"SSH-2.0-x\r\n"), "no whole answer"),
        (answering("302 Found\r\nLocation: https://evil.example/api"), "redirects to https://evil.example"),
        (answering("401 Unauthorized"), "refuses the token"),
    ],
    ids=["reset", "hang", "endless", "lengths", "no-http", "redirect", "401"],
)
def test_a_server_that_misbehaves_exits_2_and_says_how(play: Play, said: str) -> None:
    with serving(play) as server:
        timeout = "0.3" if play is hang else "30"
        code, out, err = run(server.url, *GA, "--timeout", timeout)
    assert (code, out) == (2, "")
    assert said in err
    assert "TopSecretSig" not in err


def test_an_answer_that_drips_without_end_is_given_up_by_the_clock() -> None:
    moments = count(0.0, 5.0)
    sources = replace(Sources(), monotonic=lambda: next(moments), sleep=lambda seconds: None)
    with serving(endless) as server:
        code, _, err = run(server.url, *GA, "--timeout", "20", sources=sources)
    assert (code, "has no end after 20 seconds" in err) == (2, True)


def test_the_token_does_not_follow_a_redirect_or_a_link_to_another_host() -> None:
    with serving(answering("200 OK")) as other:
        page = f'{{"value": [], "nextLink": "{other.url}/api/apiTokens?api-version=2022-07-31"}}'.encode()
        body = answering("200 OK\r\nContent-Type: application/json", page)
        for play in (answering(f"307 Temporary Redirect\r\nLocation: {other.url}/api"), body):
            with serving(play) as server:
                run(server.url, *GA)
                assert b"TopSecretSig" in server.received[0]
        assert other.received == []


def test_a_link_to_another_host_is_broken() -> None:
    page = b'{"value": [], "nextLink": "https://evil.example/api/apiTokens?api-version=2022-07-31"}'
    with serving(answering("200 OK\r\nContent-Type: application/json", page)) as server:
        code, out, _ = run(server.url, *GA)
    assert (code, "broken paging.link-host  /nextLink" in out) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "token", "said"),
    [
        (("http://contoso.example", *GA), TOKEN, "plain http"),
        (("ftp://x", *GA), TOKEN, "no address of an application"),
        (("https://contoso.example/api", *GA), TOKEN, "no address of an application"),
        (("https://contoso.example", "--api-version", "2031-01-01"), TOKEN, "there are 1.0"),
        (("https://contoso.example", *GA, "--emulator"), TOKEN, "--emulator is for a server on this machine"),
        (("https://contoso.example", *GA), "", "set one of IOTC_API_TOKEN"),
        (("https://contoso.example", *GA), "a\nb", "characters that no header can carry"),
    ],
)
def test_wrong_arguments_exit_2_and_nothing_is_sent(
    arguments: tuple[str, ...], token: str, said: str
) -> None:
    code, _, err = run(*arguments, token=token)
    assert (code, said in err) == (2, True), err


@pytest.fixture
def emulator() -> Iterator[tuple[Emulator, str]]:
    with Emulator() as started, started.serve() as url:
        yield started, url


def test_the_emulator_is_only_read_and_keeps_the_contract(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator
    with started.client() as app:
        before = list(app.devices.list())
        code, out, err = run(url, *GA, "--emulator", token=started.token)
        assert (code, err) == (0, ""), out
        assert f"with {url}" in out
        assert list(app.devices.list()) == before


def test_a_device_that_is_there_already_is_not_touched(emulator: tuple[Emulator, str]) -> None:
    from iotcentral.models import Device

    started, url = emulator
    with started.client() as app:
        app.devices.create("verify-abc", Device(display_name="Mine"))
        code, _, err = run(url, *GA, "--emulator", "--allow-writes", token=started.token)
        assert (code, "nothing was written" in err) == (2, True)
        assert app.devices.get("verify-abc").display_name == "Mine"


def test_no_more_than_twenty_requests_begin_in_a_second(emulator: tuple[Emulator, str]) -> None:
    started, url = emulator
    slept: list[float] = []
    sources = replace(Sources(), monotonic=lambda: 0.0, sleep=slept.append)
    run(url, *GA, "--emulator", "--allow-writes", token=started.token, sources=sources)
    assert slept
    assert slept[0] == 1.0
