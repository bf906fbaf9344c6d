"""What a verification leaves: findings, what was checked, and where it was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from iotcentral.contract.baseline import Baseline
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Finding, Target, Verdict, Where
from iotcentral.contract.masking import (
    masked_body,
    masked_headers,
    masked_message,
    masked_pointer,
    masked_url,
)

__all__ = ["KEPT", "Aspect", "Check", "Evidence", "Message", "Report", "Source"]

KEPT = 100
"""Findings of one rule at one operation and status that are kept; the others are counted."""

Aspect = Literal["paging", "stateful"]
"""What else than the two messages alone was judged."""

Kind = tuple[str, str, int | None, str]


class Check(msgspec.Struct, frozen=True, order=True):
    """What was checked: one cell of the table operation by status. `status` is `None` for a request alone."""

    version: str
    operation: str
    status: int | None


class Message(msgspec.Struct, frozen=True):
    """One message as a report may show it: secrets masked, long bodies cut."""

    line: str
    """Method and URL of a request, status of an answer."""
    headers: tuple[tuple[str, str], ...]
    body: str


class Evidence(msgspec.Struct, frozen=True):
    """The exchange a finding speaks of."""

    request: Message
    answer: Message | None

    @classmethod
    def of(cls, exchange: Exchange) -> Evidence:
        """Return what a report shows of an exchange."""
        sent, got = exchange.request, exchange.answer
        line = f"{sent.method} {masked_url(sent.url)}"
        return cls(
            Message(line, masked_headers(sent.headers), masked_body(sent.body)),
            None
            if got is None
            else Message(str(got.status), masked_headers(got.headers), masked_body(got.body)),
        )


class Source(msgspec.Struct, frozen=True, order=True):
    """Where traffic comes from: `live`, `emulator`, `documented`, or the name of another target."""

    target: str
    date: str = ""
    """Day it was recorded, `YYYY-MM-DD`, where that is known."""


@dataclass(slots=True)
class Report:
    """The outcome of a verification."""

    target: Target
    sealed: bool
    findings: list[Finding] = field(default_factory=list[Finding])
    """The first `KEPT` of each kind, without those the baseline accepts."""
    repeated: Counter[Kind] = field(default_factory=Counter[Kind])
    """How many more there are, by rule, operation, status and verdict."""
    requests: Counter[Check] = field(default_factory=Counter[Check])
    """Requests judged, by operation and the status they got."""
    answers: Counter[Check] = field(default_factory=Counter[Check])
    """Answers judged; those of operations the emulator does not serve are not among them."""
    aspects: Counter[tuple[Check, Aspect]] = field(default_factory=Counter[tuple[Check, Aspect]])
    """Answers judged as pages of a list, or against earlier exchanges of the recording."""
    sources: dict[Check, set[Source]] = field(default_factory=dict[Check, set[Source]])
    """Where each was seen."""
    evidence: dict[Where, Evidence] = field(default_factory=dict[Where, Evidence])
    """The exchanges that findings speak of."""
    baseline: Baseline | None = None
    recordings: int = 0
    interactions: int = 0
    elsewhere: int = 0
    """Interactions with other hosts, not judged."""
    polls: int = 0
    """Questions after long-running work, at URLs that an answer gave; no contract describes them."""
    not_served: Counter[str] = field(default_factory=Counter[str])
    """Answers 501, by contract and operation: not served, hence not checked."""
    server: str = ""
    """The server asked, where it was one."""
    compared: str = ""
    """For a contract document: what it was compared with."""
    notes: list[str] = field(default_factory=list[str])
    _kinds: Counter[Kind] = field(default_factory=Counter[Kind])

    @property
    def judged(self) -> int:
        """Interactions that were judged."""
        return self.interactions - self.elsewhere - self.polls

    @property
    def broken(self) -> list[Finding]:
        """The findings that break the contract: with `sealed`, drift as well."""
        return [each for each in self.findings if self.sealed or each.verdict == "broken"]

    @property
    def drift(self) -> list[Finding]:
        """The findings that are reported and leave the contract kept."""
        return [] if self.sealed else [each for each in self.findings if each.verdict == "drift"]

    def count(self, verdict: Verdict) -> int:
        """Return how many findings there are of a verdict, those not kept among them."""
        kept = self.broken if verdict == "broken" else self.drift
        more = (number for kind, number in self.repeated.items() if self.verdict(kind[3]) == verdict)
        return len(kept) + sum(more)

    def verdict(self, verdict: str) -> str:
        """Return how a verdict counts in this report."""
        return "broken" if self.sealed else verdict

    def add(self, found: Iterable[Finding], exchange: Exchange | None = None) -> None:
        """Take findings that are weighed; of those kept the exchange is kept as well."""
        for finding in found:
            if self.baseline is None or not self.baseline.accepts(finding):
                self._add(finding, exchange)

    def _add(self, finding: Finding, exchange: Exchange | None) -> None:
        kind = finding.rule, finding.operation, finding.status, finding.verdict
        self._kinds[kind] += 1
        if self._kinds[kind] > KEPT:
            self.repeated[kind] += 1
            return
        shown = masked_pointer(finding.pointer)
        message = masked_message(finding.message, finding.pointer)
        self.findings.append(msgspec.structs.replace(finding, pointer=shown, message=message))
        if exchange is not None and exchange.where not in self.evidence:
            self.evidence[exchange.where] = Evidence.of(exchange)
