"""The report for a reader at a terminal: findings by file and operation, then one closing line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from iotcentral.contract.findings import Finding
from iotcentral.contract.verify import Report

__all__ = ["closing_line", "write_report"]

_STYLES = {"broken": "bold red", "drift": "yellow"}


def closing_line(report: Report) -> str:
    """Return the outcome in one line."""
    parts = [
        _count(len({(each.version, each.operation) for each in report.requests}), "operation"),
        _count(report.requests.total() + report.answers.total(), "check"),
        f"{len(report.broken)} broken",
    ]
    if report.drift:
        parts.append(f"{len(report.drift)} drift")
    if report.not_served:
        parts.append(f"{len(report.not_served)} not served")
    if report.elsewhere:
        parts.append(f"{report.elsewhere} to other hosts")
    if report.polls:
        parts.append(f"{_count(report.polls, 'poll')} not judged")
    read = f"{_count(report.interactions, 'interaction')} in {_count(report.recordings, 'recording')}"
    return f"contract: {', '.join(parts)} ({read})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def write_report(report: Report, stream: TextIO) -> None:
    """Write the findings, the notes and the closing line."""
    console = Console(file=stream, highlight=False, soft_wrap=True)
    for file, found in groupby(_ordered(report), key=lambda each: each.where.file):
        console.print(Text(file, style="bold"))
        for (operation, status), group in groupby(found, key=lambda each: (each.operation, each.status)):
            console.print(Text(f"  {operation or '(no operation)'} {_status(status)}", style="cyan"))
            for finding in group:
                for line in _lines(report, finding):
                    console.print(line)
        console.print()
    for note in report.notes:
        console.print(Text(f"note: {note}", style="dim"))
    console.print(Text(closing_line(report), style=_STYLES["broken"] if report.broken else "green"))


def _ordered(report: Report) -> list[Finding]:
    def key(each: Finding) -> tuple[str, str, int, int, str, str]:
        where = each.where
        return where.file, each.operation, each.status or 0, where.interaction, each.rule, each.pointer

    return sorted(report.findings, key=key)


def _status(status: int | None) -> str:
    return "→ no answer recorded" if status is None else f"→ {status}"


def _lines(report: Report, finding: Finding) -> Iterator[Text]:
    verdict = "broken" if report.sealed else finding.verdict
    head = Text("    ")
    head.append(f"{verdict:<7}", style=_STYLES[verdict])
    head.append(f"{finding.rule}  ", style="bold")
    head.append(finding.pointer or "(whole)", style="magenta")
    yield head.append(f"  {finding.message}  [interaction {finding.where.interaction}]")
    if finding.spec:
        said = f": {finding.text}" if finding.text else ""
        yield Text(f"           spec {finding.version} {finding.spec}{said}", style="dim")
