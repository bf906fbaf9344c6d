"""A request and an answer as they stand on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["Answer", "Exchange", "Headers", "Request"]

Headers = tuple[tuple[str, str], ...]


def values_of(headers: Headers, name: str) -> list[str]:
    return [value for key, value in headers if key.lower() == name.lower()]


@dataclass(frozen=True)
class Request:
    """What a client sends: the whole URL, undecoded."""

    method: str
    url: str
    headers: Headers = ()
    body: bytes | None = None

    @property
    def path(self) -> str:
        return urlsplit(self.url).path

    @property
    def query(self) -> str:
        return urlsplit(self.url).query

    @property
    def origin(self) -> tuple[str, str]:
        """Scheme and host with port, lower case, the scheme's own port left out."""
        parts = urlsplit(self.url)
        usual = {"https": 443, "http": 80}.get(parts.scheme.lower())
        port = "" if parts.port in (None, usual) else f":{parts.port}"
        return parts.scheme.lower(), f"{(parts.hostname or '').lower()}{port}"

    def header(self, name: str) -> str | None:
        return next(iter(values_of(self.headers, name)), None)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        return next(iter(values_of(self.headers, name)), None)


@dataclass(frozen=True)
class Exchange:
    request: Request
    answer: Answer
    where: str = ""


def media_type_of(header: str | None) -> str | None:
    """The type of a `Content-Type` without its parameters, lower case."""
    return None if header is None else header.split(";", 1)[0].strip().lower()
