"""The report for a reader at a terminal: counts first, then what breaks; styled where rich is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import TextIO

from iotcentral.contract.diff.collect import Difference
from iotcentral.contract.diff.ownership import RULE
from iotcentral.contract.diff.report import Report
from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, DOCUMENTATION, Impact
from iotcentral.contract.diff.table import RULES

__all__ = ["as_text", "counted", "reach", "write_text"]

_FEW = 3
_MANY = 8
_STYLES: dict[str, str] = {
    BREAKING: "bold red",
    COMPATIBLE: "bold green",
    DOCUMENTATION: "bold",
    "head": "bold",
}
Line = tuple[str, str]
"""A style and a line."""


def as_text(report: Report) -> str:
    """Return the report as plain text."""
    return "".join(f"{text}\n" for _, text in _lines(report))


def write_text(report: Report, stream: TextIO) -> None:
    """Write the report; with colours if the stream is a terminal and rich is installed."""
    if not stream.isatty() or importlib.util.find_spec("rich") is None:
        stream.write(as_text(report))
        return
    from rich.console import Console
    from rich.text import Text

    from iotcentral.contract.report.wrapping import fitted

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for style, text in _lines(report):
        for part in fitted(console, Text(text, style=_STYLES.get(style, ""))):
            console.print(part)


def counted(numbers: dict[Impact, int]) -> str:
    """Return the numbers of differences by class in words."""
    return ", ".join(f"{number} {impact}" for impact, number in numbers.items())


def reach(operations: tuple[str, ...]) -> str:
    """Return which operations a change reaches: their number and the first few."""
    if len(operations) <= 1:
        return "".join(operations)
    more = ", …" if len(operations) > _FEW else ""
    return f"{len(operations)} operations: {', '.join(operations[:_FEW])}{more}"


def _lines(report: Report) -> Iterator[Line]:
    yield "head", f"{report.old} -> {report.new}"
    yield "", ""
    yield from (("", line) for line in _summary(report))
    for impact in (BREAKING, COMPATIBLE):
        yield from _impact(report, impact)
    yield from _documentation(report)


def _summary(report: Report) -> Iterator[str]:
    for title, changed, told in (
        ("operations", report.operations, ""),
        ("schemas", report.schemas, "published by the service"),
        ("own schemas", report.own_schemas, f"added by this project: {RULE}"),
    ):
        counts = f"{len(changed.added)} added, {len(changed.removed)} removed"
        yield f"  {title:<12} {counts:<22} ({changed.before} -> {changed.after}) {told}".rstrip()
    yield f"  {'for callers':<12} {counted(report.counts('caller'))}"
    yield f"  {'for servers':<12} {counted(report.counts('server'))}"
    yield f"  {'SemVer step':<12} {report.semver or 'none'}"


def _impact(report: Report, impact: Impact) -> Iterator[Line]:
    found = report.by_rule(impact)
    yield "", ""
    yield impact, f"{impact.upper()} for callers: {sum(map(len, found.values()))}"
    for rule, differences in found.items():
        yield "", ""
        yield "head", f"{rule} ({len(differences)}), for servers {RULES[rule].server}"
        yield "", f"  Python: {RULES[rule].effect}"
        for each in differences:
            yield from (("", line) for line in _difference(each))


def _difference(each: Difference) -> Iterator[str]:
    yield f"  - {each.sentence}"
    pointer = each.new_pointer if each.new_pointer is not None else each.old_pointer
    where = "old" if each.new_pointer is None else "new"
    if len(each.operations) > 1 or (each.schema is not None and each.operations):
        reached = reach(each.operations)
        yield f"      {where} {pointer}" + (f"; reaches {reached}" if reached else "")


def _documentation(report: Report) -> Iterator[Line]:
    found = report.by_rule(DOCUMENTATION)
    yield "", ""
    yield DOCUMENTATION, f"DOCUMENTATION: {sum(map(len, found.values()))}"
    for rule, differences in found.items():
        names = [each.schema or reach(each.operations) or each.sentence for each in differences]
        more = f", … ({len(names) - _MANY} more)" if len(names) > _MANY else ""
        yield "", f"  {rule} ({len(names)}): {', '.join(names[:_MANY])}{more}"
