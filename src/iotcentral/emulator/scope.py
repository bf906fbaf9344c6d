"""What of an application a caller sees, and where one operation may act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from iotcentral.emulator import organizations
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.replies import forbidden, not_found
from iotcentral.emulator.roles import holders, roles_of
from iotcentral.emulator.store import State

__all__ = ["Scope", "scope_of"]


class Scope(msgspec.Struct, frozen=True):
    """The organizations of a caller; `None` stands for the whole application, the root included."""

    visible: frozenset[str] | None
    """Where the caller sees anything at all."""
    allowed: frozenset[str] | None
    """Where the caller's roles allow the operation at hand."""
    home: str | None
    """The organization of what the caller creates without naming one; `None` is the root."""

    def check(self, organization: str | None) -> None:
        """Refuse to act on something of that organization.

        Raises:
            Problem: 404 for what the caller does not see, 403 for what it sees and may not do.

        """
        if not _holds(self.visible, organization):
            raise not_found()
        if not _holds(self.allowed, organization):
            raise forbidden()

    def check_place(self, organization: str | None) -> None:
        """Refuse to put something into an organization, with 403."""
        if not _holds(self.allowed, organization):
            raise forbidden()

    def sees(self, organization: str | None) -> bool:
        """Say whether the caller sees what belongs to that organization."""
        return _holds(self.visible, organization)


def scope_of(state: State, operation: Operation, grants: Iterable[Mapping[str, Any]]) -> Scope:
    """Answer where a caller with these role assignments may call an operation.

    Raises:
        Problem: 403 when none of the roles allows it anywhere.

    """
    held = [dict(grant) for grant in grants]
    able = [grant for grant in held if grant["role"] in holders(operation)]
    if not able:
        raise forbidden()
    home = None if roles_of(able) else able[0]["organization"]
    return Scope(visible=_reach(state, held), allowed=_reach(state, able), home=home)


def _reach(state: State, grants: list[dict[str, Any]]) -> frozenset[str] | None:
    if roles_of(grants):
        return None
    tree = organizations.parents(state)
    return organizations.below(tree, (grant["organization"] for grant in grants))


def _holds(reach: frozenset[str] | None, organization: str | None) -> bool:
    return reach is None or organization in reach
