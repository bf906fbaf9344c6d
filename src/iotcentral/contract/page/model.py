"""What the page shows, whoever found it: plain values, nothing escaped yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from iotcentral.contract.findings import Verdict
from iotcentral.contract.outcome import Message
from iotcentral.contract.page.mutants import Mutants
from iotcentral.contract.report.words import VERDICTS

__all__ = ["ASPECTS", "Aspect", "Cell", "Checked", "Page", "PageFinding", "Row", "Version"]

Aspect = Literal["request", "answer", "error", "recording", "paging", "stateful"]

ASPECTS: Mapping[Aspect, tuple[str, str]] = {
    "request": ("q", "the request was judged"),
    "answer": ("a", "a success answer was judged"),
    "error": ("e", "an error answer was judged"),
    "recording": ("r", "seen in a recording"),
    "paging": ("p", "judged as a page of a list"),
    "stateful": ("s", "compared with what happened before"),
}
"""What can be checked of an answer: its letter in the matrix and its meaning."""


class Checked(msgspec.Struct, frozen=True):
    """How often one thing was checked, and on what."""

    count: int = 0
    targets: frozenset[str] = frozenset()
    """`client`, `emulator`, `live`, `documented` or the name of another target."""

    def plus(self, count: int, targets: Iterable[str]) -> Checked:
        """Return the sum of both."""
        return Checked(self.count + count, self.targets | frozenset(targets))


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One operation and status."""

    documented: bool = True
    aspects: Mapping[Aspect, Checked] = {}
    """What was checked; empty for nothing."""
    seen: str | None = None
    """Day it was last seen against the real service; empty for a day not known, `None` for never."""
    broken: int = 0
    drift: int = 0


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One operation."""

    operation: str
    method: str
    path: str
    cells: Mapping[int, Cell]
    request: Cell = Cell()
    """Requests judged that have no answer, or were made without one."""
    not_served: bool = False
    """Whether the emulator answers 501: never a check."""


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """The matrix of one contract, every operation of it."""

    name: str
    rows: tuple[Row, ...]

    @property
    def statuses(self) -> list[int]:
        """The columns."""
        return sorted({status for row in self.rows for status in row.cells})


class PageFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding with everything needed to act on it."""

    verdict: Verdict
    rule: str
    rule_text: str
    version: str = ""
    operation: str = ""
    status: int | None = None
    pointer: str = ""
    message: str
    spec: str = ""
    spec_text: str = ""
    spec_line: str = ""
    """File and line of the spec, where its source is at hand."""
    where: str = ""
    command: str = ""
    """The command that shows it again."""
    request: Message | None = None
    answer: Message | None = None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page."""

    title: str
    closing: str
    """The outcome in one line."""
    is_broken: bool
    versions: tuple[Version, ...] = ()
    findings: tuple[PageFinding, ...] = ()
    verdicts: Mapping[Verdict, str] = msgspec.field(default_factory=lambda: VERDICTS)
    """What the verdicts of the findings mean."""
    more: int = 0
    """Findings counted and not kept."""
    notes: tuple[str, ...] = ()
    mutants: Mutants | None = None
    no_mutants: str = ""
    """What to say in place of scores: how to get them."""
