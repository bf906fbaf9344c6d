"""One request after another to one server: at its pace, no larger than can be held, to no other host.

A redirect is never followed and a link to another host neither, so that the credential reaches nobody else.
"""

from __future__ import annotations

import json
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx2

from iotcentral._core.endpoint import Endpoint, origin_of
from iotcentral._core.limiter import Window
from iotcentral._core.retry_after import retry_after
from iotcentral._core.sources import Sources
from iotcentral._core.transport import Response
from iotcentral.contract.compiled import VERSION_PARAMETER, CompiledOperation, Contract
from iotcentral.contract.exchanges import MISSING, Answer, Exchange, Request
from iotcentral.contract.findings import Where
from iotcentral.contract.readers.errors import LARGEST

__all__ = ["Asker", "Limits", "ProbeError", "path_of"]

_RATE = 20
"""Requests a second the service takes of all callers of an application together."""
_AGENT = "iotcentral-verify/1"
_BUSY = 429
_LONGEST_GUESS = 8.0
"""Seconds waited at most before a repetition when the answer does not say how long."""
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class ProbeError(Exception):
    """The server cannot be asked any further; the text says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked, and how long an answer may take."""

    items: int = 10
    """Items of each list that are read one by one."""
    pages: int = 20
    """Pages of each list."""
    requests: int = 1000
    """Requests of all reading together."""
    timeout: float = 30.0
    """Seconds for a whole answer."""
    patience: float = 60.0
    """Seconds for which a request is repeated that the server is too busy for (429)."""


def path_of(template: str, values: Mapping[str, str]) -> str:
    """Return a path with its placeholders filled, each value one segment."""
    return _PLACEHOLDER.sub(lambda found: quote(values[found[1]], safe=""), template)


@dataclass(slots=True)
class Asker:
    """Asks one server and keeps every exchange until it is taken."""

    endpoint: Endpoint
    credential: str
    contract: Contract
    client: httpx2.Client
    sources: Sources
    limits: Limits = Limits()
    tell: Callable[[str], None] = field(default=lambda _: None)
    """Takes what is being done at the moment, in a few words."""
    asked: int = 0
    """Requests answered so far, repeated ones among them."""
    _kept: list[Exchange] = field(default_factory=list[Exchange])
    _rate: Window = field(default_factory=lambda: Window(_RATE))

    def ask(self, operation: CompiledOperation, values: Mapping[str, str], body: Any = MISSING) -> Answer:
        """Send the request of an operation when its turn has come, again while the server is too busy.

        Raises:
            ProbeError: no whole answer came, it redirects, refuses the credential or stays busy.

        """
        version = f"{VERSION_PARAMETER}={quote(self.contract.version, safe='')}"
        origin, path = self.endpoint.connect.url, path_of(operation.path, values)
        headers: dict[str, str] = {}
        if body is not MISSING and operation.body is not None:
            headers["Content-Type"] = next(iter(operation.body.media_types))
        content = b"" if body is MISSING else json.dumps(body).encode()
        return self._patiently(
            operation.method, f"{origin}{self.endpoint.base_path}{path}?{version}", headers, content
        )

    def follow(self, link: str) -> Answer | None:
        """Read the page a link leads to; None, and nothing is sent, when it leads to another host."""
        return self._patiently("GET", link, {}, b"") if self.endpoint.owns(origin_of(link)) else None

    def taken(self) -> Iterator[Exchange]:
        """Yield the exchanges since the last time, and keep them no longer."""
        while self._kept:
            yield self._kept.pop(0)

    def _patiently(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> Answer:
        until = self.sources.monotonic() + self.limits.patience
        guess = 1.0
        while (answer := self._once(method, url, headers, content)).status == _BUSY:
            said = retry_after(Response(_BUSY, answer.headers, answer.body), self.sources.now())
            pause = guess if said is None else said
            if self.sources.monotonic() + pause > until:
                raise ProbeError(
                    f"{_place(method, url)}: too many requests (429), and the next attempt would be in "
                    f"{pause:g} seconds; given up after {self.limits.patience:g}"
                )
            self.tell(f"waits {pause:g} s, the server is busy (429)")
            self.sources.sleep(pause)
            guess = min(2 * guess, _LONGEST_GUESS)
        return answer

    def _once(self, method: str, url: str, headers: Mapping[str, str], content: bytes) -> Answer:
        pause = self._rate.reserve(self.sources.monotonic())
        if pause > 0:
            self.sources.sleep(pause)
        self.tell(_place(method, url))
        own = {"Authorization": self.credential, "Accept": "application/json", "User-Agent": _AGENT}
        sent = Request(headers=(*own.items(), *headers.items()), body=content, method=method, url=url)
        answer = self._answer(sent)
        self._kept.append(Exchange(Where(self.endpoint.public.url, self.asked), sent, answer))
        self.asked += 1
        return answer

    def _answer(self, sent: Request) -> Answer:
        place, timeout = _place(sent.method, sent.url), self.limits.timeout
        try:
            with self.client.stream(
                sent.method, sent.url, headers=list(sent.headers), content=sent.body, timeout=timeout
            ) as got:
                _refuse(place, got)
                body = self._body(place, got)
        except httpx2.TimeoutException as error:
            raise ProbeError(f"{place}: no answer within {timeout:g} seconds") from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise ProbeError(f"{place}: {_why(error)}") from error
        return Answer(headers=tuple(got.headers.multi_items()), body=body, status=got.status_code)

    def _body(self, place: str, got: httpx2.Response) -> bytes:
        until, body = self.sources.monotonic() + self.limits.timeout, bytearray()
        for chunk in got.iter_bytes(1 << 16):
            body += chunk
            if len(body) > LARGEST:
                raise ProbeError(f"{place}: the answer is larger than {LARGEST // 1024**2} MB, and goes on")
            if self.sources.monotonic() > until:
                raise ProbeError(f"{place}: the answer has no end after {self.limits.timeout:g} seconds")
        return bytes(body)


def _why(error: BaseException) -> str:
    """Say what is wrong with a connection; broken TLS is told from a server that is not there."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLError):
        cause = cause.__cause__ or cause.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"the certificate of the server is not trusted: {cause.verify_message}"
    return f"no TLS with it: {cause.reason}" if cause else f"no whole answer: {error or type(error).__name__}"


def _place(method: str, url: str) -> str:
    return f"{method} {url.partition('?')[0]}"


def _refuse(place: str, got: httpx2.Response) -> None:
    if 300 <= got.status_code < 400:
        origin = origin_of(got.headers.get("location", ""))
        to = origin.url if origin else "another address"
        raise ProbeError(f"{place}: redirects to {to}; not followed, the token was not sent there")
    if got.status_code == 401:
        raise ProbeError(f"{place}: the server refuses the token (401)")
