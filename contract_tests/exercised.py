"""How much of the contract a run exercised: figures by version, what is left, and whether it is enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.table import Table

from contract_tests.coverage import Outcome
from contract_tests.reading.document import Document, documents
from contract_tests.reading.operations import operations
from contract_tests.reading.places import KINDS, universe
from contract_tests.reading.violations import Violation

__all__ = ["ENOUGH", "Figure", "Figures", "as_json", "exercised", "lines", "short_of"]

ENOUGH: Mapping[str, float] = {"operations": 1.0, "statuses": 1.0, "keywords": 0.99}
"""The share of each kind that has to be exercised; of the other kinds the figure alone is told."""

_EXERCISING = ("request", "answer", "recording")
"""The kinds of check that exercise operations and statuses; what the emulator happens to answer does not."""


@dataclass(frozen=True)
class Figure:
    """What was exercised of one kind, such as the keywords of a version."""

    exercised: int
    left: tuple[str, ...]

    @property
    def whole(self) -> int:
        return self.exercised + len(self.left)

    @property
    def share(self) -> float:
        return self.exercised / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.exercised} of {self.whole}"


Figures = Mapping[str, Mapping[str, Figure]]
"""By version, and there by kind."""


def exercised(outcome: Outcome) -> Figures:
    """Version to kind to figure, in the order of the catalog."""
    return {document.label: dict(_of(document, outcome)) for document in documents()}


def _of(document: Document, outcome: Outcome) -> Iterator[tuple[str, Figure]]:
    checked = {check[1:] for check, count in outcome.checks.items() if count and check[0] in _EXERCISING}
    sent = {check[1:3] for check, count in outcome.checks.items() if count and check[0] == "request"}
    calls = {id: (document.label, id) in sent for id in operations(document)}
    answers = {
        f"{id} {status}": (document.label, id, status) in checked
        for id, operation in operations(document).items()
        for status in operation.responses
    }
    yield "operations", _figure(calls)
    yield "statuses", _figure(answers)
    bits = outcome.places.get(document.label, 0)
    for kind in KINDS:
        places = {str(p): bool(bits >> n & 1) for p, n in universe(document).items() if p.kind == kind}
        yield kind, _figure(places)


def _figure(found: Mapping[str, bool]) -> Figure:
    return Figure(sum(found.values()), tuple(name for name, there in found.items() if not there))


def short_of(figures: Figures) -> Iterator[Violation]:
    """A finding for each figure that is below what is enough."""
    for label, kinds in figures.items():
        for kind, enough in ENOUGH.items():
            if kinds[kind].share < enough:
                left = ", ".join(kinds[kind].left[:5])
                message = f"{kinds[kind]} {kind} are exercised; {enough:.0%} are asked for; not: {left}"
                yield Violation("coverage", message, document=label)


def lines(figures: Figures) -> Table:
    """A line a version for the terminal."""
    out = Table(title="What of the contract was exercised", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    kinds = next(iter(figures.values())).keys()
    for heading in ("version", *kinds):
        out.add_column(heading, no_wrap=True, justify="left" if heading == "version" else "right")
    for label, found in figures.items():
        out.add_row(label, *(str(found[kind]) for kind in kinds))
    return out


def as_json(figures: Figures) -> dict[str, Any]:
    """For a file: the figures, and by name what was not exercised."""
    return {
        label: {
            kind: {"exercised": one.exercised, "of": one.whole, "left": list(one.left)}
            for kind, one in kinds.items()
        }
        for label, kinds in figures.items()
    }
