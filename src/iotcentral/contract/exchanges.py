"""One request and its answer as they were recorded, whatever format they came from."""

from __future__ import annotations

import functools
import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

import msgspec

from iotcentral.contract.findings import Where

if TYPE_CHECKING:
    from iotcentral._core import transport

__all__ = ["MISSING", "Answer", "Exchange", "Request", "named_twice", "parse_json"]


class _Missing:
    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""What a body that is no JSON text reads as; a JSON `null` reads as `None`."""

Headers = tuple[tuple[str, str], ...]


def parse_json(body: bytes) -> Any:
    """Return the JSON value of a body, or `MISSING`; no byte order mark, NaN or trailing text is taken."""
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return MISSING


def named_twice(body: bytes) -> list[str]:
    """Return the members that one object of a JSON text names more than once; no two readers agree."""
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        counted = Counter(name for name, _ in pairs)
        found.extend(name for name, count in counted.items() if count > 1)

    json.loads(body, object_pairs_hook=look)
    return found


def _all(headers: Headers, name: str) -> list[str]:
    return [value for key, value in headers if key.lower() == name]


@dataclass(frozen=True, kw_only=True)
class _Message:
    headers: Headers
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first value of a header, its name in any case, or `None`."""
        found = _all(self.headers, name.lower())
        return found[0] if found else None

    @property
    def media_type(self) -> str | None:
        """The Content-Type without its parameters, in lower case."""
        value = self.header("content-type")
        return value.split(";")[0].strip().lower() if value is not None else None

    @functools.cached_property
    def json(self) -> Any:
        """The body as JSON, or `MISSING` when it is empty or no JSON text."""
        return parse_json(self.body)


@dataclass(frozen=True, kw_only=True)
class Request(_Message):
    """A request as sent; `body` is empty for none."""

    method: str
    url: str

    @functools.cached_property
    def split(self) -> SplitResult:
        """The URL in parts, nothing decoded."""
        return urlsplit(self.url)

    @functools.cached_property
    def query(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the query, decoded, in order."""
        return tuple(parse_qsl(self.split.query, keep_blank_values=True))


@dataclass(frozen=True, kw_only=True)
class Answer(_Message):
    """An answer as received."""

    status: int


@dataclass(frozen=True)
class Exchange:
    """A request, its answer if one was recorded, and where both stand."""

    where: Where
    request: Request
    answer: Answer | None

    @classmethod
    def of(cls, where: Where, request: transport.Request, response: transport.Response) -> Exchange:
        """Return the exchange of a request and response as a transport of the client has them."""
        sent = Request(
            headers=request.headers, body=request.body or b"", method=request.method, url=request.url
        )
        got = Answer(headers=response.headers, body=response.body, status=response.status)
        return cls(where, sent, got)
