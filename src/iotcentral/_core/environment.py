"""Application and credential from environment variables."""

from __future__ import annotations

from collections.abc import Mapping

from iotcentral._core.auth import BearerToken
from iotcentral.errors import InvalidRequest

__all__ = ["from_environment"]

SUBDOMAIN = "IOTC_SUBDOMAIN"
API_TOKEN = "IOTC_API_TOKEN"  # noqa: S105 - the name of a variable
BEARER_TOKEN = "IOTC_BEARER_TOKEN"  # noqa: S105


def from_environment(environment: Mapping[str, str]) -> tuple[str, str | BearerToken]:
    """Return application and credential; raises InvalidRequest naming the variable that is missing."""
    application = environment.get(SUBDOMAIN, "")
    if not application:
        raise _missing(f"set {SUBDOMAIN} to the application's subdomain or URL", SUBDOMAIN)
    api_token, bearer_token = environment.get(API_TOKEN, ""), environment.get(BEARER_TOKEN, "")
    if api_token and bearer_token:
        raise _missing(f"set one of {API_TOKEN} and {BEARER_TOKEN}, not both", BEARER_TOKEN)
    if not api_token and not bearer_token:
        raise _missing(f"set {API_TOKEN}, or {BEARER_TOKEN} for an Entra token", API_TOKEN)
    return application, api_token or BearerToken(bearer_token)


def _missing(message: str, variable: str) -> InvalidRequest:
    return InvalidRequest(message, argument=variable, rule="environment")
