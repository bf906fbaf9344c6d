"""The report as Markdown for the step summary of GitHub Actions."""

from __future__ import annotations

import re

from iotcentral.contract.findings import Finding
from iotcentral.contract.outcome import Report
from iotcentral.contract.report.words import closing_line, printable, rule_texts

__all__ = ["as_markdown"]

_MOST = 200
"""Findings in the table; GitHub refuses a summary over 1 MiB."""
_LONG = 300
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~<>@-])")


def as_markdown(report: Report) -> str:
    """Return the report in GitHub's Markdown: the outcome, a table of findings, what their rules say."""
    mark = "❌ broken" if report.count("broken") else "✅ kept"
    lines = [f"## Contract of Azure IoT Central: {mark}", "", _escaped(closing_line(report)), ""]
    found = sorted(
        report.findings, key=lambda each: (report.verdict(each.verdict), each.operation, each.rule)
    )
    if found:
        lines += ["| | rule | operation | status | pointer | finding | where |", "| --- " * 7 + "|"]
        lines += [_row(report, each) for each in found[:_MOST]]
        left = len(found) - _MOST + report.repeated.total() if len(found) > _MOST else report.repeated.total()
        lines += ["", *([f"and {left} more", ""] if left > 0 else [])]
        lines += ["<details><summary>What the rules say</summary>", ""]
        lines += [f"- **{_escaped(rule)}**: {_escaped(text)}" for rule, text in rule_texts(report).items()]
        lines += ["", "</details>", ""]
    notes = [*report.notes, *(report.baseline.notes() if report.baseline else ())]
    lines += [f"- {_escaped(note)}" for note in notes]
    return "\n".join(lines).rstrip() + "\n"


def _row(report: Report, finding: Finding) -> str:
    cells = (
        report.verdict(finding.verdict),
        finding.rule,
        finding.operation or "(no operation)",
        "" if finding.status is None else str(finding.status),
        finding.pointer or "(whole)",
        finding.message,
        str(finding.where),
    )
    return f"| {' | '.join(_escaped(each) for each in cells)} |"


def _escaped(text: str) -> str:
    joined = " ".join(text.split())
    short = joined if len(joined) <= _LONG else joined[: _LONG - 1] + "…"
    return _SPECIAL.sub(r"\\\1", printable(short)).replace("\\<", "&lt;").replace("\\>", "&gt;")
