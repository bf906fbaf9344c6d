"""The coverage table: one row an operation, one narrow cell a status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.table import Table

from contract_tests.coverage import Outcome
from contract_tests.reading.document import catalog, load
from contract_tests.reading.operations import operations

__all__ = [
    "LEGEND",
    "Row",
    "Served",
    "Summary",
    "by_version",
    "markdown",
    "overview",
    "rich_table",
    "rows",
    "summary",
]

MARKS: Mapping[str, str] = {"answer": "a", "recording": "r", "server": "s"}
LEGEND = """\
request     yes: calls drawn from the document were sent by the client and judged
by status   a: such answers were read by the client    r: seen in a recording    s: given by the emulator
            -: not checked    blank: not documented
emulator    not served: it answers 501 there, which is no check"""


Served = tuple[str, str]
"""Version (`plane/version`) and id of an operation the emulator serves."""


@dataclass(frozen=True)
class Row:
    """What was checked of one operation."""

    version: str
    operation: str
    served: bool
    request: bool
    cells: Mapping[int, str]
    """Documented status to its marks."""


@dataclass(frozen=True)
class Summary:
    """The numbers of the closing line."""

    operations: int
    checks: int
    broken: int
    not_served: int

    def __str__(self) -> str:
        return (
            f"contract: {self.operations} operations, {self.checks} checks, {self.broken} broken, "
            f"{self.not_served} not served"
        )


def rows(outcome: Outcome, served: Iterable[Served]) -> list[Row]:
    """The rows of every version in the catalog, in the order of the documents."""
    known = set(served)
    documents = [load(entry.plane, entry.version) for entry in catalog()]
    return [
        Row(
            document.label,
            operation.id,
            (document.label, operation.id) in known,
            outcome.checks["request", document.label, operation.id, None] > 0,
            {
                status: _marks(
                    outcome, (document.label, operation.id), status, (document.label, operation.id) in known
                )
                for status in operation.responses
            },
        )
        for document in documents
        for operation in operations(document).values()
    ]


def _marks(outcome: Outcome, place: Served, status: int, served: bool) -> str:
    seen = (kind for kind in MARKS if outcome.checks[(kind, *place, status)] and (served or kind != "server"))
    return "".join(MARKS[kind] for kind in seen) or "-"


def summary(outcome: Outcome, table: list[Row]) -> Summary:
    return Summary(
        operations=len(table),
        checks=sum(outcome.checks.values()),
        broken=len(set(outcome.findings)),
        not_served=sum(not row.served for row in table),
    )


def statuses(table: list[Row]) -> list[int]:
    return sorted({status for row in table for status in row.cells})


def by_version(table: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each version, in the order of the catalog."""
    found: dict[str, list[Row]] = {}
    for row in table:
        found.setdefault(row.version, []).append(row)
    return found


def overview(table: list[Row], outcome: Outcome) -> Table:
    """A line a version: how many operations, checks, and not served."""
    out = Table(title="What was checked, by version", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("version", "operations", "checks", "served by the emulator"):
        out.add_column(heading, no_wrap=True, justify="left" if heading == "version" else "right")
    for version, own in by_version(table).items():
        checks = sum(count for check, count in outcome.checks.items() if check[1] == version)
        served = sum(row.served for row in own)
        out.add_row(version, str(len(own)), str(checks), f"{served} of {len(own)}")
    return out


def rich_table(version: str, table: list[Row]) -> Table:
    """The table of one version for a terminal."""
    out = Table(title=version, title_justify="left", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("operation", "request", *map(str, statuses(table)), "emulator"):
        out.add_column(heading, no_wrap=True)
    for row in table:
        out.add_row(*_texts(row, statuses(table)))
    return out


def _texts(row: Row, columns: list[int]) -> list[str]:
    cells = [row.cells.get(status, "") for status in columns]
    return [row.operation, "yes" if row.request else "-", *cells, "" if row.served else "not served"]


def markdown(table: list[Row], closing: Summary) -> str:
    """The tables for a step summary or a file, a version at a time."""
    parts = [f"# Contract\n\n{closing}\n\n```text\n{LEGEND}\n```\n"]
    for version, own in by_version(table).items():
        headings = ["operation", "request", *map(str, statuses(own)), "emulator"]
        lines = [headings, ["---"] * len(headings), *(_texts(row, statuses(own)) for row in own)]
        text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        parts.append(f"\n## {version}\n\n{text}\n")
    return "".join(parts)
