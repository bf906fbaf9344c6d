"""The report as JUnit XML: one test case for each operation and status, failed where a finding breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from iotcentral.contract.findings import Finding
from iotcentral.contract.outcome import Check, Report
from iotcentral.contract.report.words import rule_text

__all__ = ["as_junit"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, however written."""


def as_junit(report: Report) -> bytes:
    """Return the report as JUnit XML (UTF-8): a suite for each contract, drift as output of its case."""
    cells = _cells(report)
    versions = sorted({cell.version for cell in cells})
    suites = [_suite(report, version, cells) for version in versions]
    failures = sum(_is_broken(report, found) for found in cells.values())
    head = f'<testsuites name="iotcentral" tests="{len(cells)}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"]).encode()


def _cells(report: Report) -> dict[Check, list[Finding]]:
    """Return every cell that was checked, with its findings; those of no operation have a cell as well."""
    cells: dict[Check, list[Finding]] = {check: [] for check in report.requests}
    for finding in report.findings:
        check = Check(finding.version, finding.operation, finding.status)
        cells.setdefault(check, []).append(finding)
    return dict(sorted(cells.items(), key=lambda each: (*_names(each[0]), str(each[0].version))))


def _suite(report: Report, version: str, cells: dict[Check, list[Finding]]) -> str:
    mine = {cell: found for cell, found in cells.items() if cell.version == version}
    failures = sum(_is_broken(report, found) for found in mine.values())
    skipped = sum(_is_skipped(report, cell) for cell in mine)
    counts = f'tests="{len(mine)}" failures="{failures}" errors="0" skipped="{skipped}"'
    cases = "\n".join(_case(report, cell, found) for cell, found in mine.items())
    return f'<testsuite name="{_attribute(version or "(no version)")}" {counts}>\n{cases}\n</testsuite>'


def _case(report: Report, cell: Check, found: list[Finding]) -> str:
    operation, status = _names(cell)
    name = f'classname="{_attribute(f"{cell.version}.{operation}")}" name="{_attribute(status)}"'
    return f"<testcase {name}>{''.join(_outcome(report, cell, found))}</testcase>"


def _outcome(report: Report, cell: Check, found: list[Finding]) -> Iterator[str]:
    broken = [each for each in found if report.verdict(each.verdict) == "broken"]
    drift = [each for each in found if report.verdict(each.verdict) == "drift"]
    if broken:
        first = broken[0]
        kind, message = _attribute(first.rule), _attribute(f"{first.pointer or '(whole)'}: {first.message}")
        yield f'<failure type="{kind}" message="{message}">{_text(broken)}</failure>'
    elif _is_skipped(report, cell):
        yield '<skipped message="not served by the emulator"/>'
    if drift:
        yield f"<system-out>{_text(drift)}</system-out>"


def _names(cell: Check) -> tuple[str, str]:
    status = "request alone" if cell.status is None else str(cell.status)
    return cell.operation or "(no operation)", status


def _is_broken(report: Report, found: list[Finding]) -> bool:
    return any(report.verdict(each.verdict) == "broken" for each in found)


def _is_skipped(report: Report, cell: Check) -> bool:
    return bool(report.requests[cell]) and cell.status == 501 and not report.answers[cell]


def _text(found: list[Finding]) -> str:
    return escape(_clean("\n".join(f"{_line(each)}" for each in found)), quote=False)


def _line(finding: Finding) -> str:
    spec = f"\n    spec {finding.version} {finding.spec}: {finding.text}" if finding.spec else ""
    head = f"{finding.verdict} {finding.rule} {finding.pointer or '(whole)'}: {finding.message}"
    return f"{head} [{finding.where}]\n    {rule_text(finding.rule)}{spec}"


def _attribute(text: str) -> str:
    return escape(_clean(text)).replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
