"""Transports that answer from a list or a function, and callers over them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from iotcentral._core.auth import Authorization
from iotcentral._core.drivers import AsyncDriver, SyncDriver
from iotcentral._core.endpoint import locate
from iotcentral._core.request import Settings
from iotcentral._core.schemas import Schemas
from iotcentral._core.session import Session
from iotcentral._core.transport import Request, Response
from tests.core.sample import DOCUMENT, AsyncDevicesOperations, DevicesOperations

TOKEN = "SharedAccessSignature sr=1&sig=s%3D&skn=t&se=4102444800000"
HOST = "https://contoso.azureiotcentral.com"

Answer = Callable[[Request], Response]


def answer(body: Any = None, status: int = 200, **headers: str) -> Response:
    """A JSON answer; bytes go as they are."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(status, (("Content-Type", "application/json"), *named), content)


class FakeTransport:
    """Answers each request with the next of its answers, or with what its function returns."""

    def __init__(self, answers: Answer | Iterable[Response | Exception]) -> None:
        self.requests: list[Request] = []
        self._answer = answers if callable(answers) else None
        self._left = iter(()) if callable(answers) else iter(answers)
        self.closed = False

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        found = self._answer(request) if self._answer else next(self._left)
        if isinstance(found, Exception):
            raise found
        return found

    def close(self) -> None:
        self.closed = True


class AsyncFakeTransport:
    def __init__(self, answers: Answer | Iterable[Response | Exception]) -> None:
        self.sync = FakeTransport(answers)

    async def send(self, request: Request) -> Response:
        return self.sync.send(request)

    async def close(self) -> None:
        self.sync.close()


def settings(
    application: str = "contoso", connect_to: str | None = None, timeout: float | None = 60.0
) -> Settings:
    schemas = Schemas(DOCUMENT)
    return Settings(
        endpoint=locate(application, connect_to),
        schemas=lambda plane, version: schemas,
        user_agent="tests/1",
        timeout=timeout,
    )


def devices(transport: Any, credential: Any = TOKEN, connect_to: str | None = None) -> DevicesOperations:
    return DevicesOperations(
        SyncDriver(settings(connect_to=connect_to), Session(Authorization(credential)), transport)
    )


def async_devices(
    transport: Any, credential: Any = TOKEN, connect_to: str | None = None
) -> AsyncDevicesOperations:
    driver = AsyncDriver(settings(connect_to=connect_to), Session(Authorization(credential)), transport)
    return AsyncDevicesOperations(driver)
