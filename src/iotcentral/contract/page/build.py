"""From the report of a verification to the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from iotcentral.contract.compiled import CompiledOperation, Contract
from iotcentral.contract.findings import Finding
from iotcentral.contract.library import installed
from iotcentral.contract.outcome import Check, Report
from iotcentral.contract.page.model import Aspect, Cell, Checked, Page, PageFinding, Row, Version
from iotcentral.contract.page.mutants import Mutants
from iotcentral.contract.report.words import closing_line, rule_text, verdict_texts

__all__ = ["LIVE", "answered", "aspects_of", "last_seen", "page_of", "version_of_contract"]

LIVE = "live"
"""The target that is the real service."""

CellOf = Callable[[str, int | None, bool], Cell]
"""Operation, status and whether it is documented to a cell."""


def page_of(report: Report, command: Callable[[Finding], str], mutants: Mutants | None = None) -> Page:
    """Return the page of a report.

    Args:
        report: the outcome of a verification.
        command: gives the command line that shows a finding again.
        mutants: scores to show beside it.

    """
    library = installed()
    found = {check.version for check in report.requests} | {each.version for each in report.findings}
    names = [name for name in library.names if name in found]
    contracts = [kit.contract for name in names if (kit := library.kit(*name.split("/")))]
    notes = [*report.notes, *(report.baseline.notes() if report.baseline else ())]
    return Page(
        title="Contract of the Azure IoT Central REST API",
        closing=closing_line(report),
        is_broken=report.count("broken") > 0,
        versions=() if report.compared else tuple(_version(report, each) for each in contracts),
        findings=tuple(_finding(report, each, command(each)) for each in _ordered(report)),
        verdicts=verdict_texts(report),
        more=report.repeated.total(),
        notes=tuple(notes),
        mutants=mutants,
    )


def version_of_contract(contract: Contract, cell: CellOf, extra: Iterable[tuple[str, int]] = ()) -> Version:
    """Return the matrix of a contract: every operation and documented status, and those seen besides."""
    more: dict[str, set[int]] = {}
    for operation, status in extra:
        more.setdefault(operation, set()).add(status)
    rows = (_row(each, cell, more.get(each.id, set())) for each in contract.operations.values())
    return Version(name=contract.name, rows=tuple(rows))


def _row(operation: CompiledOperation, cell: CellOf, seen: set[int]) -> Row:
    statuses = sorted({*operation.answers, *(seen - {501})})
    return Row(
        operation=operation.id,
        method=operation.method,
        path=operation.path,
        cells={status: cell(operation.id, status, status in operation.answers) for status in statuses},
        request=cell(operation.id, None, True),
        not_served=501 in seen and 501 not in operation.answers,
    )


def _version(report: Report, contract: Contract) -> Version:
    tally: Counter[tuple[str, int | None, Any]] = Counter()
    for each in report.findings:
        if each.version == contract.name:
            tally[each.operation, each.status, report.verdict(each.verdict)] += 1

    def cell(operation: str, status: int | None, documented: bool) -> Cell:
        check = Check(contract.name, operation, status)
        return Cell(
            documented=documented,
            aspects=aspects_of(report, check),
            seen=last_seen(report, check),
            broken=tally[operation, status, "broken"],
            drift=tally[operation, status, "drift"],
        )

    seen = {(each.operation, each.status) for each in report.requests if each.version == contract.name}
    return version_of_contract(contract, cell, ((op, status) for op, status in seen if status is not None))


def aspects_of(report: Report, check: Check) -> dict[Aspect, Checked]:
    """Return what a report checked of an operation and status, and where that was seen."""
    requests, answers = report.requests[check], report.answers[check]
    counts: dict[Aspect, int] = {
        "request": requests,
        answered(check.status): answers,
        "recording": 0 if report.server else requests,
        "paging": report.aspects[check, "paging"],
        "stateful": report.aspects[check, "stateful"],
    }
    targets = frozenset(each.target for each in report.sources.get(check, ()))
    return {aspect: Checked(count, targets) for aspect, count in counts.items() if count}


def answered(status: int | None) -> Aspect:
    """Return what an answer of a status is."""
    return "error" if (status or 0) >= 400 else "answer"


def last_seen(report: Report, check: Check) -> str | None:
    """Return the last day something was seen against the real service, empty if unknown; `None` for never."""
    sources = report.sources.get(check, ())
    return max((each.date for each in sources if each.target == LIVE), default=None)


def _ordered(report: Report) -> list[Finding]:
    def key(each: Finding) -> tuple[str, str, str, int, str, str]:
        verdict = report.verdict(each.verdict)
        return verdict, each.version, each.operation, each.status or 0, each.rule, str(each.where)

    return sorted(report.findings, key=key)


def _where(finding: Finding) -> str:
    return f"{finding.where.file}, interaction {finding.where.interaction} (the first is 0)"


def _finding(report: Report, finding: Finding, command: str) -> PageFinding:
    evidence = report.evidence.get(finding.where)
    return PageFinding(
        verdict="broken" if report.sealed else finding.verdict,
        rule=finding.rule,
        rule_text=rule_text(finding.rule),
        version=finding.version,
        operation=finding.operation,
        status=finding.status,
        pointer=finding.pointer,
        message=finding.message,
        spec=finding.spec,
        spec_text=finding.text,
        where=finding.where.file if report.compared else _where(finding),
        command=command,
        request=evidence.request if evidence else None,
        answer=evidence.answer if evidence else None,
    )
