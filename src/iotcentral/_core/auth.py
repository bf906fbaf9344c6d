"""Credentials, brought to one shape: fetch something, make the `Authorization` header of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from iotcentral._core.endpoint import Endpoint
from iotcentral.errors import InvalidRequest

__all__ = ["MANAGEMENT_SCOPE", "SCOPE", "AsyncCredential", "Authorization", "BearerToken", "Credential"]

SCOPE = "https://apps.azureiotcentral.com/.default"
"""The scope of Entra tokens for the data plane."""

MANAGEMENT_SCOPE = "https://management.azure.com/.default"
"""The scope of Entra tokens for the control plane."""

_API_TOKEN = "SharedAccessSignature "  # noqa: S105


class BearerToken:
    """The text of an Entra access token, for example of `az account get-access-token`; sent as `Bearer …`."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = _checked(text)

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


class _AsyncTokenCredential(Protocol):
    def get_token(self, *scopes: str) -> Awaitable[_AccessToken]: ...


Token = str | BearerToken
Credential = Token | Callable[[], Token] | _TokenCredential
AsyncCredential = Credential | Callable[[], Awaitable[Token]] | _AsyncTokenCredential


class Authorization:
    """What a client knows of its credential. `fetch` may do I/O, or answer an awaitable."""

    __slots__ = ("_constant", "_takes_api_tokens", "fetch")

    def __init__(self, credential: Any, *, scope: str = SCOPE) -> None:
        self._takes_api_tokens = scope == SCOPE
        self._constant: str | None = None
        self.fetch: Callable[[], Any] = self._nothing
        if isinstance(credential, str):
            self._constant = self._api_token(credential)
        elif isinstance(credential, BearerToken):
            self._constant = f"Bearer {credential.text}"
        elif callable(get_token := getattr(credential, "get_token", None)):
            self.fetch = lambda: get_token(scope)
        elif callable(credential):
            self.fetch = credential
        else:
            raise _refused(
                "must be an API token, a BearerToken, a callable, or have a get_token method", "type"
            )

    @staticmethod
    def _nothing() -> None:
        return None

    def __repr__(self) -> str:
        return "Authorization('***')"

    def header(self, fetched: Any) -> str:
        """Return the value of `Authorization` for what `fetch` returned, once awaited."""
        if self._constant is not None:
            return self._constant
        if isinstance(fetched, str) and fetched.startswith(_API_TOKEN):
            return self._api_token(fetched)
        text = fetched.text if isinstance(fetched, BearerToken) else getattr(fetched, "token", fetched)
        return f"Bearer {_checked(text)}"

    def _api_token(self, text: str) -> str:
        if not self._takes_api_tokens:
            raise _refused(
                "is an API token of one application: the control plane takes Entra tokens", "token"
            )
        return _checked(text)


def _checked(text: Any) -> str:
    if not isinstance(text, str):
        raise _refused(f"must give a token as text, not {type(text).__name__}", "type")
    if text[:7].lower() == "bearer ":
        raise _refused(
            "begins with `Bearer `: leave the word out, and wrap an Entra token in BearerToken(…)", "bearer"
        )
    if not text or not text.isascii() or not text.isprintable() or text != text.strip():
        raise _refused("must be printable ASCII on one line, with no space around it", "token")
    return text


def require_privacy(endpoint: Endpoint) -> None:
    """Refuse to send a credential where others can read it."""
    if not endpoint.connect.keeps_secrets:
        raise _refused(f"would go unencrypted to {endpoint.connect.host}: use https", "https")


def _refused(message: str, rule: str) -> InvalidRequest:
    return InvalidRequest(message, argument="credential", rule=rule)
