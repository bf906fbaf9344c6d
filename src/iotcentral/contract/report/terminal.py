"""The report for a reader at a terminal: findings by file and operation, then one closing line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from iotcentral.contract.findings import Finding
from iotcentral.contract.outcome import Report
from iotcentral.contract.report.words import closing_line, counted, printable, rule_texts

__all__ = ["closing_line", "write_report"]

_STYLES = {"broken": "bold red", "drift": "yellow"}
_BROKEN = "broken: what was sent or answered is not what the api-version promises; exit code 1."
_DRIFT = (
    "drift: spec and service have moved apart; reported, and no breach in traffic that is not this "
    "project's: exit code 0. `--sealed` makes it count as broken."
)


def write_report(report: Report, stream: TextIO) -> None:
    """Write the findings, what their rules say, the notes and the closing line."""
    console = Console(file=stream, highlight=False, soft_wrap=True)
    for file, found in groupby(_ordered(report), key=lambda each: each.where.file):
        console.print(_text(file, style="bold"))
        for (operation, status), group in groupby(found, key=lambda each: (each.operation, each.status)):
            console.print(_text(f"  {operation or '(no operation)'} {_status(status)}", style="cyan"))
            for finding in group:
                for said in _lines(report, finding):
                    console.print(said)
        console.print()
    for line in (*_repeated(report), *_legend(report)):
        console.print(Text(line, style="dim"))
    for note in (*report.notes, *(report.baseline.notes() if report.baseline else ())):
        console.print(_text(f"note: {note}", style="dim"))
    console.print(_text(closing_line(report), style=_STYLES["broken"] if report.count("broken") else "green"))


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def _ordered(report: Report) -> list[Finding]:
    def key(each: Finding) -> tuple[str, str, int, int, str, str]:
        where = each.where
        return where.file, each.operation, each.status or 0, where.interaction, each.rule, each.pointer

    return sorted(report.findings, key=key)


def _status(status: int | None) -> str:
    return "→ no answer recorded" if status is None else f"→ {status}"


def _lines(report: Report, finding: Finding) -> Iterator[Text]:
    verdict = report.verdict(finding.verdict)
    head = Text("    ")
    head.append(f"{verdict:<7}", style=_STYLES[verdict])
    head.append(f"{finding.rule}  ", style="bold")
    head.append(printable(finding.pointer) or "(whole)", style="magenta")
    place = "" if report.compared else f"  [interaction {finding.where.interaction}]"
    yield head.append(printable(f"  {finding.message}{place}"))
    if finding.spec:
        said = f": {finding.text}" if finding.text else ""
        yield _text(f"           spec {finding.version} {finding.spec}{said}", style="dim")


def _repeated(report: Report) -> Iterator[str]:
    for (rule, operation, status, _), number in sorted(report.repeated.items(), key=str):
        place = f"{operation or '(no operation)'} {_status(status)}"
        yield f"and {counted(number, 'more finding')} of {rule} at {place}"


def _legend(report: Report) -> Iterator[str]:
    texts = rule_texts(report)
    if not texts:
        return
    yield "What the rules say:"
    wide = max(map(len, texts))
    yield from (f"  {rule:<{wide}}  {text}".rstrip() for rule, text in texts.items())
    if report.count("broken"):
        yield _BROKEN
    if report.count("drift"):
        yield _DRIFT
    yield ""
