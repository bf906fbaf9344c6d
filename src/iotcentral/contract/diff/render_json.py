"""The report as JSON, for programs: stable order, every pointer and value."""

from __future__ import annotations

from typing import Any

import msgspec

from iotcentral.contract.diff.ownership import RULE
from iotcentral.contract.diff.report import Report

__all__ = ["as_json"]


def as_json(report: Report) -> bytes:
    """Return the whole report: summary first, differences in the order of the documents."""
    raw: dict[str, Any] = msgspec.to_builtins(report)
    differences = raw.pop("differences")
    summary = {
        "semver": report.semver,
        "caller": report.counts("caller"),
        "server": report.counts("server"),
        "own_schemas_are": RULE,
    }
    whole = {**raw, "summary": summary, "differences": differences}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
