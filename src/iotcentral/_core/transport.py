"""What goes to a transport and what comes back: the only surface between this package and the network."""

from __future__ import annotations

from typing import Protocol

import msgspec

__all__ = ["AsyncTransport", "Request", "Response", "Transport"]


class Request(msgspec.Struct, frozen=True):
    """One HTTP request, ready to be sent as it stands."""

    method: str
    url: str
    """Whole URL, already percent-encoded; a transport must not change, merge or normalise it."""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    timeout: float | None = None
    """Seconds for each of connecting, sending and reading; `None` waits for ever."""

    def __repr__(self) -> str:
        # The headers hold the credential, the body may hold keys.
        return f"Request({self.method} {self.url})"


class Response(msgspec.Struct, frozen=True):
    """One HTTP response, its body read to the end and decoded from its content encoding."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def header(self, name: str) -> str | None:
        """Return the first header of this name, in any case of letters."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def __repr__(self) -> str:
        return f"Response({self.status}, {len(self.body)} bytes)"


class Transport(Protocol):
    """Sends one request; raises `TransportError` if no answer comes. Used from several threads at once."""

    def send(self, request: Request) -> Response:
        """Send a request and return the answer, whatever its status; redirects are answers too."""
        ...

    def close(self) -> None:
        """Free connections; may be called more than once."""
        ...


class AsyncTransport(Protocol):
    """The same for `async` callers."""

    async def send(self, request: Request) -> Response:
        """Send a request and return the answer, whatever its status; redirects are answers too."""
        ...

    async def close(self) -> None:
        """Free connections; may be called more than once."""
        ...
