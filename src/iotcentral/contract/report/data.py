"""The report as JSON: everything the other outputs show."""

from __future__ import annotations

from typing import Any

import msgspec

from iotcentral.contract.baseline import Accepted, Baseline
from iotcentral.contract.outcome import Check, Report
from iotcentral.contract.report.words import rule_texts

__all__ = ["as_json"]


def as_json(report: Report) -> bytes:
    """Return the report as one JSON document, indented."""
    document: dict[str, Any] = {
        "target": report.target,
        "sealed": report.sealed,
        "recordings": report.recordings,
        "interactions": report.interactions,
        "elsewhere": report.elsewhere,
        "polls": report.polls,
        "compared": report.compared,
        "broken": report.count("broken"),
        "drift": report.count("drift"),
        "findings": report.findings,
        "repeated": [
            {"rule": rule, "operation": operation, "status": status, "verdict": verdict, "more": number}
            for (rule, operation, status, verdict), number in sorted(report.repeated.items(), key=str)
        ],
        "rules": rule_texts(report),
        "exchanges": [
            {"where": where, **msgspec.structs.asdict(evidence)}
            for where, evidence in sorted(report.evidence.items(), key=lambda each: each[0])
        ],
        "checks": _cells(report),
        "not_served": dict(sorted(report.not_served.items())),
        "baseline": None if report.baseline is None else _baseline(report.baseline),
        "notes": report.notes,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def _cells(report: Report) -> list[dict[str, Any]]:
    def key(check: Check) -> tuple[str, str, int]:
        return check.version, check.operation, check.status or 0

    return [
        {
            "version": check.version,
            "operation": check.operation,
            "status": check.status,
            "requests": report.requests[check],
            "answers": report.answers[check],
            "paging": report.aspects[check, "paging"],
            "stateful": report.aspects[check, "stateful"],
            "sources": sorted(report.sources.get(check, ())),
        }
        for check in sorted(report.requests, key=key)
    ]


def _baseline(baseline: Baseline) -> dict[str, Any]:
    def told(entries: list[Accepted]) -> list[Accepted]:
        return sorted(entries, key=str)

    return {
        "accepted": baseline.accepted,
        "unused": told(baseline.unused),
        "expired": told(baseline.expired),
    }
