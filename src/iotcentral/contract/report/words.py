"""Words every output shares: what a rule says, how many there are of something, when it was seen."""

from __future__ import annotations

from collections.abc import Mapping

from iotcentral.contract.findings import Verdict
from iotcentral.contract.outcome import Report
from iotcentral.contract.policy import load_policy

__all__ = [
    "SPEC",
    "VERDICTS",
    "closing_line",
    "counted",
    "printable",
    "rule_text",
    "rule_texts",
    "verdict_texts",
]

VERDICTS: Mapping[Verdict, str] = {
    "broken": "what was sent or answered is not what the api-version promises; exit code 1.",
    "drift": "it differs from the spec in a way the service tolerates, or may have moved to; told and not "
    "counted: exit code 0 if nothing is broken. `--sealed` counts it as broken.",
}
"""What a verdict on traffic means."""
_COMPARED: Mapping[Verdict, str] = {
    "broken": "a service like the document would let callers of the built-in api-version down; exit code 1.",
    "drift": "it differs in a way that callers live with; told and not counted: exit code 0 if nothing is "
    "broken. `--sealed` counts it as broken.",
}
"""What a verdict on a contract document means."""
SPEC = "spec."
"""How the rules begin that compare a contract document with a built-in one."""


def counted(number: int, noun: str) -> str:
    """Return a number and its noun, in the plural where it has one."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def printable(text: str) -> str:
    """Return a text with its control characters made visible; terminals obey those of others."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def rule_text(rule: str) -> str:
    """Return what a rule says; the empty text for a name that is none."""
    if rule.startswith(SPEC):
        from iotcentral.contract.diff.table import RULES

        known = RULES.get(rule.removeprefix(SPEC))
        if known is None:
            return ""
        costs = f"{known.caller} for callers, {known.server} for servers"
        return f"A difference that is {costs}. In Python: {known.effect}."
    policy = load_policy().rules
    return policy[rule].text if rule in policy else ""


def rule_texts(report: Report) -> dict[str, str]:
    """Return the text of every rule a report names, in order of their names."""
    return {rule: rule_text(rule) for rule in sorted({each.rule for each in report.findings})}


def verdict_texts(report: Report) -> Mapping[Verdict, str]:
    """Return what the verdicts of a report mean."""
    return _COMPARED if report.compared else VERDICTS


def closing_line(report: Report) -> str:
    """Return the outcome in one line."""
    if report.compared:
        return f"contract: {', '.join(_verdicts(report))} (compared with {report.compared})"
    parts = [
        counted(len({(each.version, each.operation) for each in report.requests}), "operation"),
        counted(report.requests.total() + report.answers.total(), "check"),
        *_verdicts(report),
    ]
    if report.not_served:
        parts.append(f"{len(report.not_served)} not served")
    if report.elsewhere:
        parts.append(f"{report.elsewhere} to other hosts")
    if report.polls:
        parts.append(f"{counted(report.polls, 'poll')} not judged")
    return f"contract: {', '.join(parts)} ({_read(report)})"


def _verdicts(report: Report) -> list[str]:
    parts = [f"{report.count('broken')} broken"]
    if report.count("drift"):
        parts.append(f"{report.count('drift')} drift")
    if report.baseline is not None and report.baseline.accepted:
        parts.append(f"{report.baseline.accepted} accepted by the baseline")
    return parts


def _read(report: Report) -> str:
    interactions = counted(report.interactions, "interaction")
    if report.server:
        return f"{interactions} with {report.server}"
    return f"{interactions} in {counted(report.recordings, 'recording')}"
