"""The report as JSON: everything the other outputs show."""

from __future__ import annotations

from typing import Any

import msgspec

from iotcentral.contract.verify import Check, Report

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
        "broken": len(report.broken),
        "drift": len(report.drift),
        "findings": report.findings,
        "checks": _cells(report),
        "not_served": dict(sorted(report.not_served.items())),
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
        }
        for check in sorted(report.requests, key=key)
    ]
