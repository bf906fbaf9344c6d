"""Certificates, the system's trust store, and proxies of the environment, on loopback."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral, Sources, TransportError
from tests.core.fakes import TOKEN

trustme = pytest.importorskip("trustme")

NAME = "contoso.azureiotcentral.com"


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.seen.append(self.headers["Host"])  # type: ignore[attr-defined]
        body = b'{"id":"a"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.seen: list[str] = []
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that does not trust us hangs up; that is no error of the server's."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Proxy(threading.Thread):
    """A proxy that knows CONNECT, and leads every name to one port of this machine."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self._port = port
        self.asked: list[str] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.start()

    def run(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._tunnel, args=(client,), daemon=True).start()

    def _tunnel(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._port)) as server:
            self.asked.append(client.recv(65536).split(b"\r\n")[0].decode())
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
            back.start()
            self._pump(client, server)
            back.join(5)

    @staticmethod
    def _pump(source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()


@pytest.fixture(scope="module")
def authority() -> Any:
    return trustme.CA()


@pytest.fixture
def server(authority: Any) -> Iterator[Server]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(NAME).configure_cert(context)
    with Server(context) as found:
        thread = threading.Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture
def ca_file(authority: Any, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return path


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def no_sleep(seconds: float) -> None:
    pass


SOURCES = Sources(sleep=lambda seconds: None, async_sleep=no_sleep)


def get(application: str = "contoso", **options: Any) -> str:
    with IotCentral(application, TOKEN, sources=SOURCES, **options) as app:
        return str(app.devices.get("a").id)


def get_async(application: str = "contoso", **options: Any) -> str:
    async def run() -> str:
        async with AsyncIotCentral(application, TOKEN, sources=SOURCES, **options) as app:
            return str((await app.devices.get("a")).id)

    return asyncio.run(run())


both = pytest.mark.parametrize("get", [get, get_async], ids=["sync", "async"])


@both
@pytest.mark.parametrize("kind", ["path", "text", "context"])
def test_an_own_authority_is_trusted(server: Server, ca_file: Path, get: Any, kind: str) -> None:
    verify: Any = {"path": ca_file, "text": str(ca_file)}.get(kind)
    if kind == "context":
        verify = ssl.create_default_context(cafile=ca_file)
    assert get(verify=verify, connect_to=f"127.0.0.1:{server.port}") == "a"
    assert server.seen == [NAME]


@both
def test_the_name_in_the_certificate_counts(authority: Any, ca_file: Path, server: Server, get: Any) -> None:
    with pytest.raises(TransportError) as caught:
        get("fabrikam", verify=ca_file, connect_to=f"127.0.0.1:{server.port}")
    assert (caught.value.sent, caught.value.permanent, server.seen) == (False, True, [])


@both
def test_an_authority_nobody_named_is_not_trusted_and_not_tried_again(server: Server, get: Any) -> None:
    with pytest.raises(TransportError) as caught:
        get(connect_to=f"127.0.0.1:{server.port}")
    assert (caught.value.sent, caught.value.permanent, caught.value.attempts) == (False, True, 1)


@both
def test_the_trust_store_of_the_system_is_used(
    server: Server, ca_file: Path, get: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    assert get(connect_to=f"127.0.0.1:{server.port}") == "a"


@both
@pytest.mark.parametrize("content", [None, b"", b"no certificate"])
def test_certificates_that_cannot_be_read_are_refused(
    tmp_path: Path, get: Any, content: bytes | None
) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InvalidRequest) as caught:
        get(verify=path)
    assert (caught.value.argument, caught.value.rule) == ("verify", "certificates")


@pytest.mark.parametrize("verify", [False, 7])
def test_verification_cannot_be_switched_off(verify: Any) -> None:
    with pytest.raises(InvalidRequest):
        get(verify=verify)


def test_certificates_are_nothing_to_a_transport_that_was_given(ca_file: Path) -> None:
    with pytest.raises(InvalidRequest) as caught:
        get(verify=ca_file, transport=object())
    assert caught.value.argument == "verify"


@pytest.fixture
def proxy(server: Server) -> Iterator[Proxy]:
    found = Proxy(server.port)
    yield found
    found.close()


@both
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_used(
    proxy: Proxy, ca_file: Path, get: Any, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, proxy.url)
    assert get(verify=ca_file) == "a"
    assert proxy.asked == [f"CONNECT {NAME}:443 HTTP/1.1"]


@both
@pytest.mark.parametrize("exception", [NAME, ".azureiotcentral.com", "a.example, *.azureiotcentral.com", "*"])
def test_no_proxy_names_what_goes_direct(
    server: Server,
    ca_file: Path,
    get: Any,
    exception: str,
    proxy: Proxy,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.setenv("NO_PROXY", exception)
    lead_here(monkeypatch)
    assert get(f"https://{NAME}:{server.port}", verify=ca_file) == "a"
    assert (proxy.asked, server.seen) == ([], [f"{NAME}:{server.port}"])


def lead_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve every name to this machine; no test asks a name server."""

    def resolve(host: Any, port: Any, *args: Any, **kwargs: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(port)))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@both
def test_a_proxy_that_is_not_there_means_that_nothing_was_sent(
    get: Any, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    with pytest.raises(TransportError) as caught:
        get(verify=ca_file, retries=None)
    assert caught.value.sent is False
