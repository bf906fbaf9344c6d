"""Calling a served emulator over HTTP, as clients of any language do; every answer is checked inside."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self
from urllib.parse import urlsplit

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator
from tests.emulator.answers import check_answer
from tests.emulator.harness import VERSION

MANAGEMENT = "management.azure.com"


@dataclass(frozen=True)
class Heard:
    """An answer as it came over the connection."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def code(self) -> str:
        return str(self.json["error"]["code"])


class Wire:
    """One caller of a served emulator: a host name to ask for, a credential, a connection that stays."""

    def __init__(self, url: str, host: str, credential: str = "", version: str = VERSION) -> None:
        self.url, self.host, self.credential, self.version = url, host, credential, version
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)

    def call(self, method: str, path: str, sent: Any = None, **headers: str) -> Heard:
        """Send a request; a path without a query gets the caller's api-version."""
        target = path if "?" in path else f"{path}?api-version={self.version}"
        content = None if sent is None else json.dumps(sent).encode()
        return self.send(method, target, content, "application/json" if content else "", **headers)

    def send(
        self,
        method: str,
        target: str,
        content: bytes | None,
        media_type: str = "application/json",
        **headers: str,
    ) -> Heard:
        """Send these bytes to just this target; headers are named with underscores."""
        given = {"Host": self.host, "Authorization": self.credential, "Content-Type": media_type}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        headers = {name: value for name, value in given.items() if value}
        self._connection.request(method, target, content, headers)
        answer = self._connection.getresponse()
        heard = Heard(answer.status, answer.headers, answer.read())
        asked = Request(method, f"http://{given['Host']}{target}", tuple(headers.items()), content)
        check_answer(asked, Response(heard.status, tuple(heard.headers.items()), heard.body))
        return heard

    def ok(self, method: str, path: str, sent: Any = None, **headers: str) -> Any:
        """Send a request that is to succeed and answer its body."""
        heard = self.call(method, path, sent, **headers)
        assert heard.status < 300, heard.body
        return heard.json if heard.body else None

    def all(self, path: str) -> list[Any]:
        """Answer all items of a list, page by page, at the address the links name."""
        page = self.ok("GET", path)
        items = list(page["value"])
        while "nextLink" in page:
            link = urlsplit(page["nextLink"])
            assert link.netloc == self.host
            page = self.ok("GET", f"{link.path}?{link.query}")
            items += page["value"]
        return items

    def holding(self, credential: str) -> Wire:
        """Another caller of the same host."""
        return Wire(self.url, self.host, credential, self.version)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


@dataclass(frozen=True)
class Served:
    """Callers of a served emulator: its application's data plane, and the control plane."""

    emulator: Emulator
    app: Wire
    management: Wire

    def wait(self, seconds: float) -> None:
        self.emulator.steering.clock.advance(timedelta(seconds=seconds))
