"""The result of a comparison, before it is written in any form."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec

from iotcentral.contract.diff.collect import Difference
from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, DOCUMENTATION, Impact, SemVer

__all__ = ["IMPACTS", "Changed", "Report"]

IMPACTS: tuple[Impact, ...] = (BREAKING, COMPATIBLE, DOCUMENTATION)
_STEPS: tuple[SemVer, ...] = ("major", "minor", "patch")


class Changed(msgspec.Struct, frozen=True):
    """How many of a kind there are in either version, and which came and went; names in order."""

    before: int
    after: int
    added: tuple[str, ...]
    removed: tuple[str, ...]


class Report(msgspec.Struct, frozen=True):
    """What differs between two versions."""

    old: str
    new: str
    operations: Changed
    """By operation id: one that is only renamed counts as removed and added."""
    schemas: Changed
    """Schemas that the service publishes."""
    own_schemas: Changed
    """Schemas that this project adds (see `ownership.RULE`)."""
    differences: tuple[Difference, ...]

    @property
    def semver(self) -> SemVer | None:
        """The step a package owes its users for all differences together, `None` where there are none."""
        steps = {each.semver for each in self.differences}
        return next((step for step in _STEPS if step in steps), None)

    def counts(self, side: Literal["caller", "server"]) -> dict[Impact, int]:
        """Return the number of differences by class, for one side."""
        found = Counter(each.caller if side == "caller" else each.server for each in self.differences)
        return {impact: found[impact] for impact in IMPACTS}

    def by_rule(self, impact: Impact) -> dict[str, list[Difference]]:
        """Return the differences of one class for callers, by rule; rules in order of their ids."""
        found: dict[str, list[Difference]] = {}
        for each in sorted(self.differences, key=_order):
            if each.caller == impact:
                found.setdefault(each.rule, []).append(each)
        return found


def _order(each: Difference) -> tuple[str, str, str, str, str]:
    return (
        each.rule,
        each.schema or "",
        each.member,
        each.sentence,
        each.new_pointer or each.old_pointer or "",
    )
