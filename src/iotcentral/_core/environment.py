"""Application, subscription and credential from environment variables."""

from __future__ import annotations

from collections.abc import Mapping

from iotcentral._core.auth import BearerToken
from iotcentral.errors import InvalidRequest

__all__ = ["from_environment", "management_from_environment", "require_subscription"]

SUBDOMAIN = "IOTC_SUBDOMAIN"
API_TOKEN = "IOTC_API_TOKEN"  # noqa: S105 - the name of a variable
BEARER_TOKEN = "IOTC_BEARER_TOKEN"  # noqa: S105
SUBSCRIPTION = "AZURE_SUBSCRIPTION_ID"


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


def management_from_environment(environment: Mapping[str, str]) -> tuple[BearerToken, str | None]:
    """Return credential and subscription; raises InvalidRequest if there is no Entra token."""
    bearer_token = environment.get(BEARER_TOKEN, "")
    if not bearer_token:
        text = f"set {BEARER_TOKEN} to an Entra token for https://management.azure.com"
        raise _missing(f"{text}: API tokens belong to one application", BEARER_TOKEN)
    return BearerToken(bearer_token), environment.get(SUBSCRIPTION) or None


def require_subscription(subscription_id: str | None) -> str:
    """Return a subscription that a client was made with; raises InvalidRequest when there is none."""
    if subscription_id is None:
        raise _missing(f"give the client a subscription_id, or set {SUBSCRIPTION} for from_env", SUBSCRIPTION)
    return subscription_id


def _missing(message: str, variable: str) -> InvalidRequest:
    return InvalidRequest(message, argument=variable, rule="environment")
