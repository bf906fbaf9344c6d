"""A world that stands still: a clock that moves only by sleeping, faults that are consumed one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from iotcentral import Sources
from iotcentral._core.auth import Authorization
from iotcentral._core.descriptor import Operation
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.session import Session
from iotcentral._core.transport import Request, Response
from iotcentral.errors import TransportError
from iotcentral_rest.versions import VERSIONS
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, settings

START = 1767225600.0
"""2026-01-01T00:00:00Z."""


class World:
    """Clock, sleep and randomness; `waits` are the sleeps so far."""

    def __init__(self, randomness: float = 0.5) -> None:
        self.time = 0.0
        self.waits: list[float] = []
        self.sources = Sources(
            now=lambda: START + self.time,
            monotonic=lambda: self.time,
            random=lambda: randomness,
            sleep=self.sleep,
            async_sleep=self.async_sleep,
        )

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.waits.append(seconds)
        self.time += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def session(self, credential: Any = TOKEN, **options: Any) -> Session:
        return Session(Authorization(credential, sources=self.sources), sources=self.sources, **options)


def sync_driver(transport: FakeTransport, session: Session) -> SyncDriver:
    return SyncDriver(settings(), session, transport)


def async_driver(answers: Any, session: Session) -> tuple[AsyncDriver, FakeTransport]:
    transport = AsyncFakeTransport(answers)
    return AsyncDriver(settings(), session, transport), transport.sync


def fault(written: Any) -> Response | Exception:
    """What a fault of a table is on the wire."""
    if written == "not-sent":
        return TransportError("refused", sent=False)
    if written == "may-have-arrived":
        return TransportError("broken", sent=True)
    if written == "permanent":
        return TransportError("closed", sent=False, permanent=True)
    if isinstance(written, int):
        return Response(written)
    headers = tuple((name, value) for name, value in written.items() if name != "status")
    return Response(written["status"], headers)


class Faults:
    """Answers of a transport, consumed one by one; `left` must be empty at the end."""

    def __init__(self, answers: Iterable[Response | Exception]) -> None:
        self.left = list(answers)
        self.requests: list[Request] = []

    def __call__(self, request: Request) -> Response:
        self.requests.append(request)
        found = self.left.pop(0)
        if isinstance(found, Exception):
            raise found
        return found


def generated_operations() -> Iterator[Operation[Any]]:
    """Every operation of every generated version."""
    for version in VERSIONS:
        package = import_module(f"iotcentral_rest.{version.package}.operations")
        for module in iter_modules(package.__path__):
            found = vars(import_module(f"{package.__name__}.{module.name}"))
            yield from (value for value in found.values() if isinstance(value, Operation))
