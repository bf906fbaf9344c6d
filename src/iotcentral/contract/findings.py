"""What the rules report: one `Finding` a fault, precise enough to be found again and accepted by name."""

from __future__ import annotations

from typing import Literal

import msgspec

__all__ = ["Finding", "Target", "Verdict", "Where"]

Target = Literal["own", "foreign"]
"""Whose traffic is judged: our emulator, documents and recordings, or others' recordings and live apps."""

Verdict = Literal["broken", "drift"]
"""Whether a finding breaks the contract or only shows that spec and world have moved apart."""


class Where(msgspec.Struct, frozen=True, order=True):
    """The place of an exchange: the recording's path and the index of the interaction in it, from 0."""

    file: str
    interaction: int

    def __str__(self) -> str:
        return f"{self.file}#{self.interaction}"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One fault.

    `rule` is an id of `policy.yaml`; `operation` is empty when the request matches none; `status` is `None`
    when no answer was recorded; `pointer` leads into the body the rule speaks of.
    """

    rule: str
    operation: str
    status: int | None
    pointer: str
    message: str
    where: Where
    version: str = ""
    """Plane and api-version, for example `data-plane/2022-07-31`."""
    spec: str = ""
    """JSON pointer into the contract document: the line of the spec that says so."""
    text: str = ""
    """What the spec says there, in words."""
    verdict: Verdict = "broken"
