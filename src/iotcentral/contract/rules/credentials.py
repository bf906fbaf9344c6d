"""Whether every request carried credentials, which only a whole recording can tell.

Recorders often remove the Authorization header instead of replacing its value. A recording of somebody else's
in which no request has one was scrubbed that way: nothing can be said, and the report notes it. Where some
requests have one, the others lack it. Our own recordings keep a placeholder, so each request there must have
one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from iotcentral.contract.case import Case
from iotcentral.contract.findings import Finding, Target

__all__ = ["Credentials"]


_MOST = 1_000
"""Findings held back at a time, so that a long recording without credentials costs no memory."""


@dataclass(slots=True)
class Credentials:
    """The requests of one recording that lack credentials, kept until it ends."""

    target: Target
    seen: bool = False
    missing: list[Finding] = field(default_factory=list[Finding])

    def note(self, case: Case) -> None:
        """Take notice of one request."""
        if case.request.header("authorization"):
            self.seen = True
        elif (case.answer is None or case.answer.status != 401) and len(self.missing) < _MOST:
            self.missing.append(
                case.finding("request.authorization", "", "no Authorization header", "/security")
            )

    @property
    def scrubbed(self) -> bool:
        """Whether the recording had its Authorization headers removed."""
        return self.target == "foreign" and not self.seen and bool(self.missing)

    def findings(self) -> Iterator[Finding]:
        """Return the faults, once the recording is read."""
        if not self.scrubbed:
            yield from self.missing
