"""Asking a live application: what is asked, how fast, and what is done when the server misbehaves.

Only what the operations of the version name is asked, below one origin; a redirect is never followed and a
link to another host neither, so that the credential reaches nobody else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx2

from iotcentral._core.endpoint import Endpoint, origin_of
from iotcentral._core.limiter import Window
from iotcentral.contract.compiled import VERSION_PARAMETER, CompiledOperation, Contract
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Where
from iotcentral.contract.readers.errors import LARGEST
from iotcentral.contract.rules.echo import ID_NAMES
from iotcentral.contract.values import is_array, is_object

__all__ = ["Limits", "Probe", "ProbeError"]

_RATE = 20
"""Requests a second the service takes of all callers of an application together."""
_AGENT = "iotcentral-verify/1"


class ProbeError(Exception):
    """The server cannot be asked any further; the text says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked, and how long an answer may take."""

    items: int = 10
    pages: int = 20
    timeout: float = 30.0
    """Seconds for a whole answer."""


@dataclass(slots=True)
class Probe:
    """Asks one application and yields every exchange."""

    endpoint: Endpoint
    credential: str
    contract: Contract
    client: httpx2.Client
    monotonic: Callable[[], float]
    sleep: Callable[[float], None]
    limits: Limits = Limits()
    _rate: Window = field(default_factory=lambda: Window(_RATE))
    _asked: int = 0

    def reads(self) -> Iterator[Exchange]:
        """Ask every list, then what stands below the first of its items."""
        for operation in self._gets(""):
            yield from self._walk(operation)

    def writes(self, id: str) -> Iterator[Exchange]:
        """Create, change and remove one device of this id; it is removed whatever happens.

        Raises:
            ProbeError: there is a device of this id already.

        """
        path = f"/devices/{quote(id, safe='')}"
        before = self.ask("GET", path)
        yield before
        if before.answer is None or before.answer.status != 404:
            raise ProbeError(f"there may be a device {id!r} already: nothing was written")
        try:
            yield self.ask("PUT", path, {"displayName": "Made by iotcentral verify"})
            yield self.ask("GET", path)
            yield self.ask("PATCH", path, {"displayName": "Changed by iotcentral verify"})
            yield self.ask("GET", path)
        finally:
            removed = self.ask("DELETE", path)
        yield removed
        yield self.ask("GET", path)

    def ask(self, method: str, path: str, body: Any = None) -> Exchange:
        """Send one request below the base path, when its turn has come.

        Raises:
            ProbeError: no whole answer came, it redirects, or it refuses the credential.

        """
        url = f"{self.endpoint.connect.url}{self.endpoint.base_path}{path}?{self._version}"
        return self._send(method, url, body)

    @property
    def _version(self) -> str:
        return f"{VERSION_PARAMETER}={quote(self.contract.version, safe='')}"

    def _gets(self, below: str) -> Iterator[CompiledOperation]:
        """Return the reads that need nothing but a path: whole ones, or those of one item of a list."""
        for each in self.contract.operations.values():
            needs = [
                name for name, one in each.at("query").items() if one.required and name != VERSION_PARAMETER
            ]
            head, brace, rest = each.path.removeprefix(below).partition("{")
            fits = (head == "/" and rest.count("{") == 0) if below else not brace
            if each.method == "GET" and not needs and fits and each.path.startswith(below):
                yield each

    def _walk(self, operation: CompiledOperation) -> Iterator[Exchange]:
        """Yield the pages of a list, then the reads below its first items."""
        exchange = self.ask("GET", operation.path)
        yield exchange
        found: list[str] = []
        for _ in range(self.limits.pages):
            body = exchange.answer.json if exchange.answer and exchange.answer.status == 200 else None
            if operation.pages is None or not is_object(body):
                break
            found += _ids(body.get(operation.pages.items))
            link = body.get(operation.pages.next_link or "")
            if not isinstance(link, str) or not self.endpoint.owns(origin_of(link)):
                break
            exchange = self._send("GET", link, None)
            yield exchange
        for id in found[: self.limits.items]:
            for each in self._gets(operation.path):
                yield self.ask("GET", re.sub(r"\{[^}]*\}", quote(id, safe=""), each.path))

    def _send(self, method: str, url: str, body: Any) -> Exchange:
        headers = {"Authorization": self.credential, "Accept": "application/json", "User-Agent": _AGENT}
        content = b"" if body is None else json.dumps(body).encode()
        if content:
            media = "application/merge-patch+json" if method == "PATCH" else "application/json"
            headers["Content-Type"] = media
        self._take_turn()
        answer = self._answer(method, url, headers, content)
        where = Where(self.endpoint.public.url, self._asked)
        self._asked += 1
        sent = Request(headers=tuple(headers.items()), body=content, method=method, url=url)
        return Exchange(where, sent, answer)

    def _take_turn(self) -> None:
        pause = self._rate.reserve(self.monotonic())
        if pause > 0:
            self.sleep(pause)

    def _answer(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> Answer:
        place = f"{method} {url.partition('?')[0]}"
        until = self.monotonic() + self.limits.timeout
        try:
            with self.client.stream(
                method, url, headers=headers, content=content, timeout=self.limits.timeout
            ) as got:
                _refuse(place, got)
                body = bytearray()
                for chunk in got.iter_bytes(1 << 16):
                    body += chunk
                    if len(body) > LARGEST:
                        raise ProbeError(
                            f"{place}: the answer is larger than {LARGEST // 1024**2} MB, and goes on"
                        )
                    if self.monotonic() > until:
                        raise ProbeError(
                            f"{place}: the answer has no end after {self.limits.timeout:g} seconds"
                        )
        except httpx2.TimeoutException as error:
            raise ProbeError(f"{place}: no answer within {self.limits.timeout:g} seconds") from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise ProbeError(f"{place}: no whole answer: {error or type(error).__name__}") from error
        return Answer(headers=tuple(got.headers.multi_items()), body=bytes(body), status=got.status_code)


def _refuse(place: str, got: httpx2.Response) -> None:
    if 300 <= got.status_code < 400:
        origin = origin_of(got.headers.get("location", ""))
        to = origin.url if origin else "another address"
        raise ProbeError(f"{place}: redirects to {to}; not followed, the token was not sent there")
    if got.status_code == 401:
        raise ProbeError(f"{place}: the server refuses the token (401)")


def _ids(items: Any) -> Iterator[str]:
    for item in items if is_array(items) else ():
        names = [item[name] for name in ID_NAMES if name in item] if is_object(item) else []
        yield from (name for name in names[:1] if isinstance(name, str) and name not in ("", ".", ".."))
