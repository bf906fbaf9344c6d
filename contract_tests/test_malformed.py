"""Any bytes sent to the served emulator are answered, in the service's form, and nothing is logged."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any, BinaryIO
from urllib.parse import quote

import pytest
from hypothesis import strategies as st

from contract_tests.profiles import active, examine
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness
from iotcentral.emulator.documents import load_documents
from iotcentral.emulator.fronts.asgi import AsgiFront
from iotcentral.emulator.fronts.server import serve_in_thread
from iotcentral.emulator.steering.routes import SteeringRoutes

DOCUMENTS = load_documents()
STATUSES = {200, 201, 202, 204, 400, 401, 403, 404, 405, 408, 409, 412, 413, 415, 422, 501}
LOGGERS = ("asyncio", "uvicorn.error", "iotcentral")
DEEP = 5_000
PATIENCE = 0.05
"""Seconds that the server waits for more of a request."""
_FIRST_ERROR = 400


@dataclass
class Served:
    """An emulator over loopback that waits only a moment for the rest of a request."""

    emulator: Emulator
    port: int
    logged: list[str]

    def send(self, request: bytes) -> tuple[int, bytes]:
        """Send bytes on a connection of their own; answer the status and the body that come back."""
        while (answer := self._try(request)) is None:
            pass
        return answer

    def _try(self, request: bytes) -> tuple[int, bytes] | None:
        """Send and answer; `None` when this machine was too slow, so that the server gave up rightly."""
        begun = monotonic()
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            # It may be answered before everything is sent.
            with suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(request)
            if monotonic() - begun >= PATIENCE and _is_closed(connection):
                return None
            with connection.makefile("rb") as file:
                return _answer(file, is_head=request.startswith(b"HEAD "))


def _is_closed(connection: socket.socket) -> bool:
    """Say whether the connection ends without an answer; waits until one of the two has come."""
    try:
        return not connection.recv(1, socket.MSG_PEEK)
    except ConnectionResetError:
        return True


def _answer(file: BinaryIO, *, is_head: bool) -> tuple[int, bytes]:
    status = 100
    while status < 200:
        first = file.readline()
        assert first.startswith(b"HTTP/1.1 "), first
        status = int(first.split()[1])
        headers = dict(_header(line) for line in iter(file.readline, b"\r\n"))
    length = int(headers.get(b"content-length", b"0"))
    return status, b"" if is_head else file.read(length)


def _header(line: bytes) -> tuple[bytes, bytes]:
    name, _, value = line.partition(b":")
    return name.lower(), value.strip()


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what the server logs as a fault."""
    logged: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: logged.append(record.getMessage())  # type: ignore[method-assign]
    for name in LOGGERS:
        logging.getLogger(name).addHandler(handler)
    try:
        yield logged
    finally:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(handler)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    clock, randomness = ManualClock(), SeededRandomness("malformed")
    emulator = Emulator(clock=clock, randomness=randomness, documents=DOCUMENTS, check_answers=True)
    routes = SteeringRoutes(emulator.steering, "loopback")
    front = AsgiFront(emulator.steering, routes, patience=PATIENCE)
    with emulator, serve_in_thread(front, "127.0.0.1", 0) as url, listening() as logged:
        yield Served(emulator, int(url.rpartition(":")[2]), logged)


def paths() -> list[tuple[str, tuple[str, ...], str]]:
    """Method, path template and api-version of every operation, and those of the steering."""
    found = [
        (operation.method, (*document.base, *operation.segments), document.version)
        for document in DOCUMENTS
        for operation in document.operations.values()
    ]
    steering = [
        ("POST", ("_emulator", name, what), "")
        for name, what in (("faults", "1"), ("clock", "freeze"), ("clock", "advance"))
    ]
    return [*found, *steering]


_ODD_TEXT = st.text(max_size=12).map(lambda text: quote(text.encode("utf-8", "surrogatepass")))
_ODD = st.sampled_from(
    ["%", "%00", "%ff", "..", ".", "%2e%2e", "%2F", "a'--", "';DROP%20TABLE%20documents;--", "{}", "$", ""]
)
_ID = st.sampled_from(["a", "b"]) | _ODD | _ODD_TEXT
_QUERY = st.lists(
    st.tuples(
        st.sampled_from(
            ["api-version", "$skiptoken", "filter", "$filter", "orderby", "maxpagesize", "$top", "x"]
        ),
        _ODD_TEXT | st.sampled_from(["AAAA", "-1", "9" * 400, "(" * DEEP, "'", "id%20eq%20'", "%ff"]),
    ),
    max_size=3,
)
_SCALAR = st.sampled_from(
    ["null", "1", "-0", "1e999", "NaN", "9" * 5000, '"a"', '"\\ud800"', "[]", "{}", '"\\u0000"', '"ca310b8d"']
)
_MEMBER = st.sampled_from(
    ["id", "@id", "@type", "roles", "type", "displayName", "template", "capabilityModel", "filter", "status"]
)
_OBJECT = st.dictionaries(_MEMBER, _SCALAR, max_size=5).map(
    lambda members: f"{{{','.join(f'{json.dumps(name)}:{value}' for name, value in members.items())}}}"
)
_BODY = st.one_of(
    st.binary(max_size=60),
    _OBJECT.map(str.encode),
    st.tuples(_OBJECT, st.integers(0, 40)).map(lambda cut: cut[0].encode()[: cut[1]]),
    st.sampled_from([b"[" * DEEP, b'{"a":' * DEEP, b'"' + b"\xff" * 9, b"{}{}", b"\xef\xbb\xbf{}", b""]),
)
_HEADER_VALUE = st.sampled_from(
    ["", "close", "keep-alive, upgrade", "chunked", "gzip, chunked", "-1", "1", "99999999", "100-continue",
     "websocket", "h2c", "a.b.c:99999", "demo.azureiotcentral.com", "http://[", "text/plain",
     "application/json", "application/merge-patch+json; charset=latin-1", "Bearer x", "x" * 3000]
)  # fmt: skip
_HEADER = st.tuples(
    st.sampled_from(
        ["Connection", "Transfer-Encoding", "Content-Length", "Expect", "Upgrade", "Host", "X-Forwarded-Host",
         "X-Forwarded-Proto", "Content-Type", "Authorization", "If-Match", "Origin", "Bad Name", ""]
    ),
    _HEADER_VALUE,
)  # fmt: skip
_METHOD = st.sampled_from(["HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "PATCH", "P\x00T", "PUT /x", ""])


_PROTOCOL = st.sampled_from(["HTTP/1.0", "HTTP/2", "FTP/1.1", ""])
_WRONG = st.sets(st.sampled_from(["method", "start", "query", "header", "length", "protocol"]), max_size=2)


@st.composite
def _request(draw: Any) -> bytes:
    """A request of an operation with odd ids and an odd body, and up to two more things made wrong."""
    method, segments, version = draw(st.sampled_from(paths()))
    wrong = draw(_WRONG)
    path = "/" + "/".join(draw(_ID) if part.startswith("{") else part for part in segments)
    pairs = [("api-version", version), *(draw(_QUERY) if "query" in wrong else [])]
    start = draw(st.sampled_from(["http://demo.example", "//", "*"])) if "start" in wrong else ""
    target = f"{start}{path}?{'&'.join(f'{name}={value}' for name, value in pairs)}"
    body = draw(_BODY)
    headers = [("Host", "127.0.0.1"), ("Authorization", "TOKEN"), ("Content-Type", "application/json")]
    if "length" not in wrong:
        headers.append(("Content-Length", str(len(body))))
    headers += draw(st.lists(_HEADER, min_size=1, max_size=2)) if "header" in wrong else []
    method = draw(_METHOD) if "method" in wrong else method
    protocol = draw(_PROTOCOL) if "protocol" in wrong else "HTTP/1.1"
    lines = [f"{method} {target} {protocol}", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "", ""]).encode() + body


_BYTES = st.one_of(
    st.binary(min_size=1, max_size=80),
    st.sampled_from(
        [b"\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /" * 30_000]
    ),
)


def hold(served: Served, request: bytes) -> None:
    """Send a request and judge the answer: its status is documented, a refusal has the service's body."""
    request = request.replace(b"TOKEN", served.emulator.token.encode(), 1)
    status, body = served.send(request)
    assert status in STATUSES
    if status >= _FIRST_ERROR and not request.startswith(b"HEAD "):
        error = json.loads(body)["error"]
        assert {"code", "message"} <= set(error)
    assert served.logged == []


def test_malformed_requests_are_answered(served: Served) -> None:
    examine(_request(), lambda request: hold(served, request), count=active().malformed)


def test_bytes_that_are_no_http_are_answered_or_end_the_connection(served: Served) -> None:
    def end(sent: bytes) -> None:
        try:
            hold(served, sent)
        except AssertionError as failed:
            # Blank lines before a request are none, so that there is nothing to answer.
            if sent.strip(b"\r\n") or served.logged:
                raise failed from None

    examine(_BYTES, end, count=max(20, active().malformed // 10))


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"GET /api/roles HT", 408),
        (b"GET /api/roles?api-version=2022-07-31 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{", 408),
        (b"GET /api/roles HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        (b"\x00\x01\x02\r\n\r\n", 400),
        (b"GET /api/roles HTTP/1.1\r\n\r\n", 400),
    ],
    ids=["half a line", "half a body", "no chunk", "no text", "no host"],
)
def test_what_does_not_come_to_an_end_is_ended(served: Served, sent: bytes, status: int) -> None:
    found, body = served.send(sent)
    assert found == status
    assert list(json.loads(body)["error"]) == ["code", "message", "requestId", "time"]


def test_after_all_that_the_emulator_still_works(served: Served) -> None:
    with served.emulator.client() as app:
        assert [role.display_name for role in app.roles.list()] == ["Builder", "Operator", "Administrator"]
