"""What an export holds: all there is of an application, and what belongs to none."""

from __future__ import annotations

from typing import Any

import msgspec

__all__ = ["StoredApplication", "StoredClock", "StoredOperation", "StoredTimer"]


class StoredTimer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that is to happen."""

    kind: str
    id: str
    due: int
    """Milliseconds since the epoch."""


class StoredOperation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the control plane is working on."""

    id: str
    status: str
    until: int
    """Milliseconds since the epoch."""


class StoredClock(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a steered clock differs from the one it goes by."""

    ahead: int = 0
    """Microseconds it is ahead."""
    frozen: int | None = None
    """Microseconds since the epoch at which it stands still."""


class StoredApplication(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """All there is of one application, its keys included."""

    id: str
    id_scope: str
    primary_group_key: bytes
    secondary_group_key: bytes
    link_key: bytes
    documents: dict[str, dict[str, dict[str, Any]]]
    """By kind and id."""
    lookups: dict[str, dict[str, str]] = {}
    """What documents are also found by, by kind and id."""
    timers: list[StoredTimer] = []
