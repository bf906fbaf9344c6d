"""What a client may be told besides its application and its credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from iotcentral._core.limiter import RateLimiter
from iotcentral._core.retry import RetryPolicy
from iotcentral._core.sources import Sources
from iotcentral._core.transport import AsyncTransport, Transport
from iotcentral._core.watch import OnRequest, OnResponse

if TYPE_CHECKING:
    from pathlib import Path
    from ssl import SSLContext

__all__ = ["AsyncClientOptions", "ClientOptions", "CommonOptions"]


class CommonOptions(TypedDict, total=False):
    """Options of every client."""

    connect_to: str | None
    """An address to send everything to (`127.0.0.1:8080`, a URL); the service sees the public name."""
    timeout: float | None
    """Seconds for connecting (10 at most), sending and reading, each; `None` waits for ever. Default: 60."""
    retries: RetryPolicy | None
    """How failed requests are repeated; `None` repeats nothing. Default: `RetryPolicy()`."""
    rate_limit: RateLimiter | None
    """Keeps this side within the service's rates; share one between clients of an application."""
    verify: SSLContext | str | Path | None
    """CA certificates to trust, a file, a folder or a context. Default: the system's trust store."""
    on_request: OnRequest | None
    """Called before each send, without the credential; may return another request to the same host."""
    on_response: OnResponse | None
    """Called with each answer and its request, also with those that are repeated."""
    sources: Sources | None
    """Clock, sleep and randomness."""


class ClientOptions(CommonOptions, total=False):
    """Options of a client."""

    transport: Transport | None
    """Replaces httpx2; whoever made it closes it."""


class AsyncClientOptions(CommonOptions, total=False):
    """Options of a client for `async` callers."""

    transport: AsyncTransport | None
    """Replaces httpx2; whoever made it closes it."""
