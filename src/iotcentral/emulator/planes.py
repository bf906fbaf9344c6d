"""The planes an emulator answers for, and which of them a request is meant for."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec

from iotcentral.emulator.targets import Target

__all__ = ["CONTROL_PLANE", "DATA_PLANE", "REFERENCE", "at_home", "plane_of"]

DATA_PLANE = "data-plane"
CONTROL_PLANE = "control-plane"
REFERENCE = "reference-v1"

_MANAGEMENT = "management.azure.com"
_MANAGEMENT_PATH = re.compile(r"/(subscriptions|providers/microsoft\.iotcentral)(/|\Z)", re.IGNORECASE)
_REFERENCE_PATH = re.compile(r"/api/v1(/|\Z)")
_PORT = re.compile(r":[0-9]*\Z")


def plane_of(target: Target) -> str:
    """Tell the plane by host and path.

    A host name with a subdomain is an application's, except Azure Resource Manager's own; hosts without one
    (`localhost`, addresses) are both, and the path decides.
    """
    host = _PORT.sub("", target.host)
    if host == _MANAGEMENT or (_is_bare(host) and _MANAGEMENT_PATH.match(target.path)):
        return CONTROL_PLANE
    return REFERENCE if _REFERENCE_PATH.match(target.path) else DATA_PLANE


def at_home(target: Target, address: str | None, is_application: Callable[[str], bool]) -> Target:
    """Answer a target at the emulator's own public address as one at a host without a subdomain.

    Where the address begins with the name of an application it stays that application's, except for the
    paths of the control plane.
    """
    host = _PORT.sub("", target.host)
    if address is None or host != urlsplit(address).hostname:
        return target
    if is_application(host.partition(".")[0]) and not _MANAGEMENT_PATH.match(target.path):
        return target
    return msgspec.structs.replace(target, host="localhost")


def _is_bare(host: str) -> bool:
    return "." not in host or host.startswith("[") or not host.strip("0123456789.")
