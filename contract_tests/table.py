"""The coverage table: one row an operation, one narrow cell a status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rich.table import Table

from contract_tests.coverage import Outcome
from contract_tests.reading.document import catalog, load
from contract_tests.reading.operations import operations

__all__ = ["LEGEND", "Row", "Summary", "markdown", "rich_table", "rows", "summary"]

MARKS: Mapping[str, str] = {"answer": "a", "recording": "r", "server": "s"}
LEGEND = """\
request     yes: calls drawn from the document were sent by the client and judged
by status   a: such answers were read by the client    r: seen in a recording    s: given by the emulator
            -: not checked    blank: not documented
emulator    not served: it answers 501 there, which is no check"""


@dataclass(frozen=True)
class Row:
    """What was checked of one operation."""

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


def rows(outcome: Outcome, served: Iterable[str]) -> list[Row]:
    """The rows of every version in the catalog, in the order of the documents."""
    known = set(served)
    documents = [load(entry.plane, entry.version) for entry in catalog()]
    return [
        Row(
            operation.id,
            operation.id in known,
            outcome.checks["request", operation.id, None] > 0,
            {
                status: _marks(outcome, operation.id, status, operation.id in known)
                for status in operation.responses
            },
        )
        for document in documents
        for operation in operations(document).values()
    ]


def _marks(outcome: Outcome, operation: str, status: int, served: bool) -> str:
    seen = (
        kind for kind in MARKS if outcome.checks[kind, operation, status] and (served or kind != "server")
    )
    return "".join(MARKS[kind] for kind in seen) or "-"


def summary(outcome: Outcome, table: list[Row]) -> Summary:
    return Summary(
        operations=len(table),
        checks=sum(outcome.checks.values()),
        broken=len(outcome.findings),
        not_served=sum(not row.served for row in table),
    )


def statuses(table: list[Row]) -> list[int]:
    return sorted({status for row in table for status in row.cells})


def rich_table(table: list[Row]) -> Table:
    """The table for a terminal."""
    out = Table(title="What was checked", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("operation", "request", *map(str, statuses(table)), "emulator"):
        out.add_column(heading, no_wrap=True)
    for row in table:
        out.add_row(*_texts(row, statuses(table)))
    return out


def _texts(row: Row, columns: list[int]) -> list[str]:
    cells = [row.cells.get(status, "") for status in columns]
    return [row.operation, "yes" if row.request else "-", *cells, "" if row.served else "not served"]


def markdown(table: list[Row], closing: Summary) -> str:
    """The table for a step summary or a file."""
    headings = ["operation", "request", *map(str, statuses(table)), "emulator"]
    lines = [headings, ["---"] * len(headings), *(_texts(row, statuses(table)) for row in table)]
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"# Contract\n\n{closing}\n\n```text\n{LEGEND}\n```\n\n{text}\n"
