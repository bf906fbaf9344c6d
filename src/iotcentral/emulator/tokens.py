"""API tokens: issuing `SharedAccessSignature …` texts and checking them against the clock and the state."""

from __future__ import annotations

import base64
import hmac
from datetime import timedelta
from typing import Any
from urllib.parse import quote, unquote

from iotcentral.emulator.replies import unauthenticated
from iotcentral.emulator.sources import Makers, millisecond_time, milliseconds, signature
from iotcentral.emulator.store import Application, State

__all__ = ["KIND", "authenticate", "belongs_to", "issue", "token_text"]

KIND = "apiTokens"
LIFETIME = timedelta(days=365)

_SCHEME = "SharedAccessSignature "


def issue(
    application: Application,
    state: State,
    makers: Makers,
    id: str,
    roles: list[dict[str, Any]],
    expires: int | None = None,
) -> tuple[dict[str, Any], str]:
    """Keep a new token and answer its document and its text; an earlier token of the id is void.

    `expires` is in milliseconds since the epoch; left out, the token lasts a year.
    """
    if expires is None:
        expires = milliseconds(makers.clock() + LIFETIME)
    document = {
        "roles": roles,
        "expiry": millisecond_time(expires),
        "expires": expires,
        "key": makers.randomness(32).hex(),
    }
    state.put(KIND, id, document)
    return document, token_text(application, id, document)


def token_text(application: Application, id: str, document: dict[str, Any]) -> str:
    """Write the text a client sends as its whole `Authorization` header."""
    signed = base64.b64encode(_signature(application, id, document)).decode()
    expires = document["expires"]
    return f"{_SCHEME}sr={application.id}&sig={quote(signed, safe='')}&skn={quote(id, safe='')}&se={expires}"


def authenticate(
    application: Application, state: State, makers: Makers, authorization: str | None
) -> list[dict[str, Any]]:
    """Answer the role assignments of the token in an `Authorization` header.

    Raises:
        Problem: 401 for a missing, malformed, foreign, forged, deleted or expired token.

    """
    parts = _parts(authorization or "")
    id = parts.get("skn", "")
    document = state.get(KIND, id)
    if document is None or parts.get("sr") != application.id or parts.get("se") != str(document["expires"]):
        raise unauthenticated()
    signed = base64.b64encode(_signature(application, id, document))
    if not hmac.compare_digest(signed, parts.get("sig", "").encode()):
        raise unauthenticated()
    if document["expires"] <= milliseconds(makers.clock()):
        raise unauthenticated()
    roles: list[dict[str, Any]] = document["roles"]
    return roles


def belongs_to(application: Application, authorization: str) -> bool:
    """Say whether an `Authorization` header holds an API token of the application, valid or not."""
    return _parts(authorization).get("sr") == application.id


def _signature(application: Application, id: str, document: dict[str, Any]) -> bytes:
    return signature(bytes.fromhex(document["key"]), application.id, id, str(document["expires"]))


def _parts(authorization: str) -> dict[str, str]:
    if not authorization.startswith(_SCHEME):
        return {}
    pairs = (pair.partition("=") for pair in authorization.removeprefix(_SCHEME).split("&"))
    return {name: unquote(value) for name, _, value in pairs}
