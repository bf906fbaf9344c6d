"""How far an application that came into being through the control plane is in its life."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["CREATING", "DELETING", "RESOURCE", "SUCCEEDED", "UPDATING", "is_gone", "progress", "running"]

RESOURCE = "resource"
"""Kind of the one document with what the control plane keeps of an application."""

CREATING = "Creating"
UPDATING = "Updating"
DELETING = "Deleting"
SUCCEEDED = "Succeeded"

_RUNNING = "running"


def running(status: str, until: int) -> dict[str, Any]:
    """Write that an operation is under way until a moment, in milliseconds since the epoch."""
    return {_RUNNING: {"status": status, "until": until}}


def progress(body: Mapping[str, Any], now: int) -> str:
    """Answer the provisioning state at a moment."""
    operation: Mapping[str, Any] | None = body.get(_RUNNING)
    return operation["status"] if operation and now < operation["until"] else SUCCEEDED


def is_gone(body: Mapping[str, Any], now: int) -> bool:
    """Say whether the deletion has come to its end."""
    operation: Mapping[str, Any] | None = body.get(_RUNNING)
    return bool(operation and operation["status"] == DELETING and operation["until"] <= now)
