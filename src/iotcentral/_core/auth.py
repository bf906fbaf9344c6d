"""Credentials, brought to one shape: fetch something, make the `Authorization` header of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from iotcentral._core.api_token import SCHEME, check_expiry, expiry_of, refused
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.shapes import is_awaitable
from iotcentral._core.sources import Sources
from iotcentral._core.token_cache import TokenCache, require_plain

__all__ = [
    "MANAGEMENT_SCOPE",
    "SCOPE",
    "AsyncCredential",
    "Authorization",
    "BearerToken",
    "Credential",
    "require_privacy",
]

SCOPE = "https://apps.azureiotcentral.com/.default"
"""The scope of Entra tokens for the data plane."""

MANAGEMENT_SCOPE = "https://management.azure.com/.default"
"""The scope of Entra tokens for the control plane."""

_BEARER = "Bearer "


class BearerToken:
    """The text of an Entra access token, for example of `az account get-access-token`; sent as `Bearer …`."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = _checked(text)
        if text.startswith(SCHEME):
            raise refused("is an API token: give its text as it is, without BearerToken", "bearer")

    @property
    def text(self) -> str:
        """The token itself."""
        return self._text

    def __repr__(self) -> str:
        return "BearerToken('***')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BearerToken) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self._text)


class _AccessToken(Protocol):
    @property
    def token(self) -> str: ...


class _TokenCredential(Protocol):
    """The credentials of azure-identity."""

    def get_token(self, *scopes: str) -> _AccessToken: ...


class _TokenInfoCredential(Protocol):
    """The same, in the newer form of azure-core."""

    def get_token_info(self, *scopes: str) -> _AccessToken: ...


class _AsyncTokenCredential(Protocol):
    def get_token(self, *scopes: str) -> Awaitable[_AccessToken]: ...


class _AsyncTokenInfoCredential(Protocol):
    def get_token_info(self, *scopes: str) -> Awaitable[_AccessToken]: ...


Token = str | BearerToken
Credential = Token | Callable[[], Token] | _TokenCredential | _TokenInfoCredential
AsyncCredential = (
    Credential | Callable[[], Awaitable[Token]] | _AsyncTokenCredential | _AsyncTokenInfoCredential
)


class Authorization:
    """What a client knows of its credential.

    Tokens of azure-identity's kind are cached and renewed ahead of expiry; a callable is asked for each
    request and keeps what it likes.
    """

    __slots__ = ("_ask", "_cache", "_constant", "_expiry", "_now", "_takes_api_tokens")

    def __init__(self, credential: Any, *, scope: str = SCOPE, sources: Sources | None = None) -> None:
        self._now = (Sources() if sources is None else sources).now
        self._takes_api_tokens = scope == SCOPE
        self._constant: str | None = None
        self._expiry: int | None = None
        self._ask: Callable[[], Any] | None = None
        self._cache: TokenCache | None = None
        if isinstance(credential, str):
            self._constant = self._api_token(_checked(credential))
            self._expiry = expiry_of(credential)
        elif isinstance(credential, BearerToken):
            self._constant = _BEARER + credential.text
        else:
            self._take_source(credential, scope)

    def _take_source(self, credential: Any, scope: str) -> None:
        for name in ("get_token_info", "get_token"):
            if callable(get_token := getattr(credential, name, None)):
                self._cache = TokenCache(lambda: get_token(scope), self._now)
                return
        if not callable(credential):
            raise refused(
                "must be an API token, a BearerToken, a callable, or have a get_token method", "type"
            )
        self._ask = credential

    def __repr__(self) -> str:
        return "Authorization('***')"

    def fetch(self) -> Any:
        """Return what `header` needs; may block. Raises InvalidRequest for a credential that is async."""
        if self._cache is not None:
            return self._cache.get()
        return require_plain(self._ask()) if self._ask is not None else None

    async def fetch_async(self) -> Any:
        """Return the same to a task."""
        if self._cache is not None:
            return await self._cache.get_async()
        fetched = self._ask() if self._ask is not None else None
        return await fetched if is_awaitable(fetched) else fetched

    def header(self, fetched: Any) -> str:
        """Return the value of `Authorization`; raises InvalidRequest for a token that is none or expired."""
        if self._constant is not None:
            if self._expiry is not None:
                check_expiry(self._expiry, self._now())
            return self._constant
        if isinstance(fetched, str) and fetched.startswith(SCHEME):
            return self._api_token(_checked(fetched))
        text = fetched.text if isinstance(fetched, BearerToken) else getattr(fetched, "token", fetched)
        return _BEARER + _checked(text)

    def refused(self, header: str) -> None:
        """Forget a cached token that the service has answered 401 to."""
        if self._cache is not None:
            self._cache.forget(header.removeprefix(_BEARER))

    def _api_token(self, text: str) -> str:
        if not self._takes_api_tokens:
            raise refused(
                "is an API token of one application, or text like one; "
                "for the control plane wrap an Entra token in BearerToken(…)",
                "token",
            )
        check_expiry(expiry_of(text), self._now())
        return text


def _checked(text: Any) -> str:
    if not isinstance(text, str):
        raise refused(f"must give a token as text, not {type(text).__name__}", "type")
    if text[:7].lower() == "bearer ":
        raise refused(
            "begins with `Bearer `: leave the word out, and wrap an Entra token in BearerToken(…)", "bearer"
        )
    if not text or not text.isascii() or not text.isprintable() or text != text.strip():
        raise refused("must be printable ASCII on one line, with no space around it", "token")
    return text


def require_privacy(endpoint: Endpoint) -> None:
    """Refuse to send a credential where others can read it."""
    if not endpoint.connect.keeps_secrets:
        raise refused(f"would go unencrypted to {endpoint.connect.host}: use https", "https")
