"""What Azure Resource Manager and the provider refuse, in their codes and sentences."""

from __future__ import annotations

from iotcentral.emulator.replies import Problem

__all__ = [
    "create_denied",
    "deleting",
    "elsewhere",
    "in_use",
    "invalid_name",
    "invalid_sku",
    "missing_token",
    "resource_not_found",
    "wrong_token",
]

_CODES = {403: "Forbidden", 409: "Conflict"}


def missing_token() -> Problem:
    """Answer 401 for a call without a token."""
    return Problem(401, "AuthenticationFailed", "The 'Authorization' header is missing.")


def wrong_token() -> Problem:
    """Answer 401 for a token that is not the administrator's, such as an API token of an application."""
    return Problem(401, "InvalidAuthenticationToken", "The access token is invalid.")


def resource_not_found(group: str, name: str) -> Problem:
    """Answer 404 for an application that is not there."""
    sentence = (
        f"The resource 'Microsoft.IoTCentral/iotApps/{name}' under resource group '{group}' was not found."
    )
    return Problem(404, "ResourceNotFound", sentence)


def invalid_name(name: str) -> Problem:
    """Answer 400 for a name that no application can have."""
    sentence = f"The resource name '{name}' is not 3 to 100 letters, digits and '-', or only digits."
    return Problem(400, "InvalidResourceName", sentence)


def invalid_sku(name: object) -> Problem:
    """Answer 400 for a plan that does not exist; code and sentence are recorded."""
    sentence = f"The sku {name} is invalid, allowed skus are ST0, ST1, ST2"
    return Problem(400, "400.200.006.026", sentence)


def in_use(reason: str, advice: str) -> Problem:
    """Answer 409 for a resource name or subdomain that is taken."""
    return Problem(409, "Conflict", f"{reason}. {advice}")


def elsewhere(name: str, location: str) -> Problem:
    """Answer 409 for an attempt to move an application to another region."""
    sentence = f"The resource '{name}' already exists in location '{location}' and cannot be moved."
    return Problem(409, "InvalidResourceLocation", sentence)


def deleting(name: str) -> Problem:
    """Answer 409 for a change to an application that is being deleted."""
    return Problem(409, "Conflict", f"The resource '{name}' is being deleted.")


def create_denied(status: int, subscription: str) -> Problem:
    """Answer the refusal of new applications; the sentence is that of a notice of 2024, later retracted."""
    sentence = f"Subscription {subscription} is not allowed to create new applications"
    return Problem(status, _CODES[status], sentence)
