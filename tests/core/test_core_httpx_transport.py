import asyncio
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral._core.httpx_transport import AsyncHttpxTransport, HttpxTransport, _arguments
from iotcentral._core.transport import Request, Response
from iotcentral.errors import ApiError, TransportError
from tests.core.fakes import devices


class Handler(BaseHTTPRequestHandler):
    """Answers with what it got; a few paths misbehave."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def handle(self) -> None:
        self.server.connections += 1
        super().handle()

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((self.command, self.path, list(self.headers.items()), body))
        if self.path == "/hang-up":
            self.close_connection = True
            return
        if self.path == "/slow":
            self.server.released.wait(10)
        self.send_response(302 if self.path == "/moved" else 200)
        for name, value in (
            ("Location", "/elsewhere"),
            ("Set-Cookie", "a=b; Path=/"),
            ("X-Two", "1"),
            ("X-Two", "2"),
        ):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_PATCH = do_DELETE = do_POST = answer  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[tuple[str, str, list[tuple[str, str]], bytes]] = []
        self.connections = 0
        self.released = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        found.released.set()
        found.shutdown()
        thread.join()


def send(*requests: Request) -> list[Response]:
    transport = HttpxTransport()
    try:
        return [transport.send(request) for request in requests]
    finally:
        transport.close()


def send_async(*requests: Request) -> list[Response]:
    async def run() -> list[Response]:
        transport = AsyncHttpxTransport()
        try:
            return [await transport.send(request) for request in requests]
        finally:
            await transport.close()

    return asyncio.run(run())


both = pytest.mark.parametrize("send", [send, send_async], ids=["sync", "async"])

TARGETS = [
    "/api/devices/a%2Fb?api-version=2022-07-31",
    "/api/devices/%252e?x",
    "/api/devices/...",
    "/api/devices/dtmi%3Aa%3Bb%3B1",
    "/api/devices/%20%0A%C3%A9",
    "/api?$filter=id%20eq%20%27a%26b%27&$skiptoken=a%2Bb+c&$skiptoken=2",
    "/api?%24top=1&b=%7B%22t%22%3A1%7D",
    "/api/x;y=z/~a",
    "/",
]


@both
@pytest.mark.parametrize("target", TARGETS)
def test_a_url_is_sent_as_it_stands(server: Server, send: Any, target: str) -> None:
    send(Request("GET", server.url + target))
    assert server.seen[0][1] == target


def test_no_id_changes_on_its_way(server: Server) -> None:
    transport = HttpxTransport()
    app = devices(transport, connect_to=server.url)

    @settings(max_examples=scaled(50))
    @given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
    def check(device_id: str) -> None:
        with suppress(ApiError):
            app.delete(device_id)
        before, after = server.seen[-1][1].split("?")[0].rsplit("/", 1)
        assert (before, unquote(after)) == ("/api/devices", device_id)

    check()
    transport.close()


@both
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "POST"])
@pytest.mark.parametrize("body", [None, b"", b'{"a":1}'])
def test_method_and_body_arrive_as_they_are(
    server: Server, send: Any, method: str, body: bytes | None
) -> None:
    (response,) = send(Request(method, server.url, (), body))
    assert (server.seen[0][0], server.seen[0][3], response.body) == (method, body or b"", body or b"")


@both
def test_headers_replace_those_of_the_library(server: Server, send: Any) -> None:
    headers = (
        ("Accept", "application/json"),
        ("User-Agent", "tests/1"),
        ("Host", "contoso.azureiotcentral.com"),
    )
    send(Request("GET", server.url, headers))
    got = dict(server.seen[0][2])
    assert {name: got[name] for name, _ in headers} == dict(headers)
    assert "Content-Type" not in got


@both
def test_a_redirect_is_an_answer(server: Server, send: Any) -> None:
    (response,) = send(Request("GET", server.url + "/moved"))
    assert (response.status, response.header("LOCATION"), len(server.seen)) == (302, "/elsewhere", 1)


@both
def test_cookies_are_not_kept(server: Server, send: Any) -> None:
    send(Request("GET", server.url), Request("GET", server.url))
    assert "Cookie" not in dict(server.seen[1][2])


@both
def test_all_headers_of_an_answer_are_there(server: Server, send: Any) -> None:
    (response,) = send(Request("GET", server.url))
    assert [value for name, value in response.headers if name.lower() == "x-two"] == ["1", "2"]


@both
def test_connections_are_used_again(server: Server, send: Any) -> None:
    send(*[Request("GET", server.url)] * 5)
    assert server.connections == 1


@both
def test_a_proxy_of_the_environment_does_not_see_what_stays_here(
    server: Server, send: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert send(Request("GET", server.url))[0].status == 200


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@both
@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "https://127.0.0.1:{port}/",
        "ftp://127.0.0.1/",
        "http://[::1",
        "http://a:x/",
        "http:///",
    ],
)
def test_what_never_left_says_so(send: Any, url: str) -> None:
    with pytest.raises(TransportError) as caught:
        send(Request("GET", url.format(port=free_port()), timeout=5.0))
    assert caught.value.sent is False


@both
def test_a_connection_that_breaks_may_have_carried_the_request(server: Server, send: Any) -> None:
    with pytest.raises(TransportError) as caught:
        send(Request("GET", server.url + "/hang-up"))
    assert caught.value.sent is True


@both
def test_an_answer_that_does_not_come_in_time_may_have_been_asked_for(server: Server, send: Any) -> None:
    with pytest.raises(TransportError) as caught:
        send(Request("GET", server.url + "/slow", timeout=0.05))
    assert caught.value.sent is True


@both
def test_a_transport_error_shows_neither_query_nor_headers(send: Any) -> None:
    url = f"http://127.0.0.1:{free_port()}/a?$skiptoken=abc"
    with pytest.raises(TransportError) as caught:
        send(Request("GET", url, (("Authorization", "abc"),)))
    assert "abc" not in str(caught.value)


def test_a_closed_transport_sends_nothing(server: Server) -> None:
    transport = HttpxTransport()
    transport.send(Request("GET", server.url))
    transport.close()
    transport.close()
    with pytest.raises(TransportError, match="closed") as caught:
        transport.send(Request("GET", server.url))
    assert (caught.value.sent, len(server.seen)) == (False, 1)


def test_a_closed_async_transport_sends_nothing(server: Server) -> None:
    async def run() -> None:
        transport = AsyncHttpxTransport()
        await transport.send(Request("GET", server.url))
        await transport.close()
        await transport.close()
        with pytest.raises(TransportError, match="closed"):
            await transport.send(Request("GET", server.url))

    asyncio.run(run())
    assert len(server.seen) == 1


@pytest.mark.parametrize(("timeout", "connect"), [(5.0, 5.0), (60.0, 10.0), (None, None)])
def test_the_turn_at_a_connection_is_waited_for_without_an_end(
    timeout: float | None, connect: float | None
) -> None:
    found = _arguments(Request("GET", "https://h/", timeout=timeout))["timeout"].as_dict()
    assert found == {"connect": connect, "read": timeout, "write": timeout, "pool": None}


def test_threads_share_one_transport(server: Server) -> None:
    transport = HttpxTransport()
    with ThreadPoolExecutor(8) as pool:
        bodies = [b"%d" % number for number in range(40)]
        answers = pool.map(lambda body: transport.send(Request("PUT", server.url, (), body)).body, bodies)
        assert list(answers) == bodies
    transport.close()


def test_tasks_share_one_transport(server: Server) -> None:
    bodies = [b"%d" % number for number in range(40)]

    async def run() -> list[Response]:
        transport = AsyncHttpxTransport()
        answers = await asyncio.gather(
            *(transport.send(Request("PUT", server.url, (), body)) for body in bodies)
        )
        await transport.close()
        return answers

    assert [response.body for response in asyncio.run(run())] == bodies
