"""What nobody knows of the service, as switches: one table of the open points the emulator has to decide."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Choices"]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """The emulator's answers to open questions (grade X); the defaults are what seems most likely."""

    conflict_code: str = "Conflict"
    """Error code of a 409; none has been recorded."""
    if_match_everywhere: bool = False
    """Enforce `If-Match` on every PUT, PATCH and DELETE, not only on the PATCHes that declare it."""
    body_etag: bool = False
    """Refuse a write whose body carries another `etag` than the resource has, with 412."""
    template_in_use: Literal[400, 409] = 409
    """Status for deleting a device template that devices use."""
    unreachable_device: Literal[404, 408, 504] = 404
    """Status for a command to a device that is not connected."""
    denied_create: Literal[403, 409] = 403
    """Status for creating an application where that is denied, as by the service of today."""
    undeclared_members: Literal["ignore", "refuse"] = "ignore"
    """What becomes of body members the api-version does not declare."""

    def statuses(self) -> frozenset[int]:
        """Answer the statuses these choices bring that a contract document may not name."""
        enforced = {412} if self.if_match_everywhere or self.body_etag else set[int]()
        return frozenset({self.template_in_use, self.unreachable_device, *enforced})
