"""Whether a name can be had, for a resource or as a subdomain."""

from __future__ import annotations

from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.replies import Reply

ADVICE = "Try other variations of the name"
NAME_IN_USE = "The resource name is in use"
SUBDOMAIN_IN_USE = "The subdomain is in use"


def apps_check_name_availability(call: ControlCall) -> Reply:
    """Tell whether a resource name is free; names are taken once for all subscriptions and groups."""
    return _verdict(NAME_IN_USE if call.resources.is_named(call.body["name"]) else None)


def apps_check_subdomain_availability(call: ControlCall) -> Reply:
    """Tell whether a subdomain is free."""
    return _verdict(SUBDOMAIN_IN_USE if call.resources.has_subdomain(call.body["name"]) else None)


def _verdict(reason: str | None) -> Reply:
    if reason is None:
        return Reply(200, {"nameAvailable": True})
    return Reply(200, {"nameAvailable": False, "reason": reason, "message": ADVICE})
