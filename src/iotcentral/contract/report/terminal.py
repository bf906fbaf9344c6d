"""The report for a reader at a terminal: findings by file and operation, then one closing line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from iotcentral.contract.findings import Finding
from iotcentral.contract.outcome import Report
from iotcentral.contract.report.words import closing_line, counted, printable, rule_texts, verdict_texts
from iotcentral.contract.report.wrapping import fitted

__all__ = ["closing_line", "write_report"]

_STYLES = {"broken": "bold red", "drift": "yellow"}
_PAGE = (
    "`--html FILE` writes a page with the request, the answer and the command that shows it again for each."
)
_DEEP = 11
"""Columns below which what belongs to a finding begins."""

_NAMED = 5
"""Operations of a long list that are named."""


def write_report(report: Report, stream: TextIO) -> None:
    """Write the findings, what their rules say, the notes and the closing line."""
    console = Console(file=stream, highlight=False, soft_wrap=True)
    for file, found in groupby(_ordered(report), key=lambda each: each.where.file):
        console.print(_text(file, style="bold"))
        for (operation, status), group in groupby(found, key=lambda each: (each.operation, each.status)):
            place = "" if report.compared else f" {_status(status)}"
            console.print(_text(f"  {operation or '(no operation)'}{place}", style="cyan"))
            _print(console, _group(report, group), hang=_DEEP)
        console.print()
    _print(console, (Text(line, style="dim") for line in _repeated(report)))
    _print_legend(console, report)
    notes = (*_not_served(report), *report.notes, *(report.baseline.notes() if report.baseline else ()))
    _print(console, (_text(f"note: {note}", style="dim") for note in notes))
    style = _STYLES["broken"] if report.count("broken") else "green"
    _print(console, [_text(closing_line(report), style=style)])


def _print(console: Console, lines: Iterable[Text], hang: int | None = None) -> None:
    for line in lines:
        for part in fitted(console, line, hang):
            console.print(part)


def _text(text: str, style: str = "") -> Text:
    return Text(printable(text), style=style)


def _ordered(report: Report) -> list[Finding]:
    def key(each: Finding) -> tuple[str, str, int, int, str, str]:
        where = each.where
        return where.file, each.operation, each.status or 0, where.interaction, each.rule, each.pointer

    return sorted(report.findings, key=key)


def _status(status: int | None) -> str:
    return "→ no answer recorded" if status is None else f"→ {status}"


def _group(report: Report, group: Iterable[Finding]) -> Iterator[Text]:
    """Two lines a finding; what the spec says of a place is told once."""
    told = set[str]()
    for finding in group:
        yield _head(report, finding)
        if finding.spec:
            said = f": {finding.text}" if finding.text and finding.spec not in told else ""
            told.add(finding.spec)
            yield _text(f"{' ' * _DEEP}spec {finding.version} {finding.spec}{said}", style="dim")


def _head(report: Report, finding: Finding) -> Text:
    verdict = report.verdict(finding.verdict)
    head = Text("    ")
    head.append(f"{verdict:<7}", style=_STYLES[verdict])
    head.append(f"{finding.rule}  ", style="bold")
    head.append(printable(finding.pointer) or "(whole)", style="magenta")
    place = "" if report.compared else f"  [interaction {finding.where.interaction}]"
    return head.append(printable(f"  {finding.message}{place}"))


def _repeated(report: Report) -> Iterator[str]:
    for (rule, operation, status, _), number in sorted(report.repeated.items(), key=str):
        place = operation or "(no operation)"
        place += "" if report.compared else f" {_status(status)}"
        yield f"and {counted(number, 'more finding')} of {rule} at {place}"


def _not_served(report: Report) -> Iterator[str]:
    if report.not_served:
        names = sorted(report.not_served)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"answered 501, which is no check: {', '.join(names[:_NAMED])}{more}"


def _print_legend(console: Console, report: Report) -> None:
    texts = rule_texts(report)
    if not texts:
        return
    console.print(Text("What the rules say:", style="dim"))
    wide = max(map(len, texts))
    rules = (Text(f"  {rule:<{wide}}  {text}".rstrip(), style="dim") for rule, text in texts.items())
    _print(console, rules, hang=wide + 4)
    said = [f"{verdict}: {text}" for verdict, text in verdict_texts(report).items() if report.count(verdict)]
    hint = [] if report.compared else [_PAGE]
    _print(console, (Text(line, style="dim") for line in (*said, *hint)))
    console.print()
