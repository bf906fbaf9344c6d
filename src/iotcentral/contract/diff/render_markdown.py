"""The report as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iotcentral.contract.diff.collect import Difference
from iotcentral.contract.diff.ownership import RULE
from iotcentral.contract.diff.render_text import counted, reach
from iotcentral.contract.diff.report import Changed, Report
from iotcentral.contract.diff.rules import BREAKING, COMPATIBLE, DOCUMENTATION, Impact

__all__ = ["as_markdown"]

_LISTED = frozenset(
    f"{subject}-{what}" for subject in ("operation", "schema", "own-schema") for what in ("added", "removed")
)
"""Rules whose findings stand in lists of their own."""

_TITLES: dict[Impact, str] = {BREAKING: "Breaking", COMPATIBLE: "New or compatible"}
_NONE = "None."


def as_markdown(report: Report) -> str:
    """Return the page: what it means for Python users, what came and went, and a table of all changes."""
    return "\n".join(_page(report)) + "\n"


def _page(report: Report) -> Iterator[str]:
    yield f"# What changes from {report.old} to {report.new}"
    yield ""
    yield from _summary(report)
    yield from ("", "## For Python users")
    for impact, title in _TITLES.items():
        yield from ("", f"### {title}", "")
        yield from _effects(report, impact)
    yield from _operations(report)
    for title, changed in (("Schemas", report.schemas), ("Own schemas", report.own_schemas)):
        yield from _names(title, changed)
    yield from ("", "## All changes", "")
    yield from _table(report)
    yield from _documentation(report)


def _summary(report: Report) -> Iterator[str]:
    yield "| | before | after | added | removed |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for title, changed in (
        ("operations", report.operations),
        ("schemas", report.schemas),
        ("own schemas", report.own_schemas),
    ):
        numbers = (changed.before, changed.after, len(changed.added), len(changed.removed))
        yield f"| {title} | {' | '.join(map(str, numbers))} |"
    yield ""
    yield f"Differences for callers: {counted(report.counts('caller'))}."
    yield f"For servers of the older version, such as an emulator: {counted(report.counts('server'))}."
    yield f"SemVer step: {report.semver or 'none'}. Own schemas are those this project adds: {RULE}."


def _effects(report: Report, impact: Impact) -> Iterator[str]:
    by_rule = report.by_rule(impact)
    found = {rule: differences for rule, differences in by_rule.items() if rule not in _LISTED}
    counts = [f"{len(differences)} `{rule}`" for rule, differences in by_rule.items() if rule in _LISTED]
    if counts:
        yield f"- {', '.join(counts)}: see the lists below."
    for rule, differences in found.items():
        yield f"- **{differences[0].effect}** (`{rule}`)"
        yield from (f"    - {each.sentence}" for each in differences)
    if not found and not counts:
        yield _NONE


def _operations(report: Report) -> Iterator[str]:
    for what, names in (("added", report.operations.added), ("removed", report.operations.removed)):
        yield from ("", f"## Operations {what}: {len(names)}", "")
        addresses = {
            each.operations[0]: each.after or each.before
            for each in report.differences
            if each.rule == f"operation-{what}"
        }
        yield from (f"- `{name}` {_address(addresses.get(name))}".rstrip() for name in names)
        if not names:
            yield _NONE


def _address(address: object) -> str:
    return f"`{address}`" if address else "(renamed)"


def _names(title: str, changed: Changed) -> Iterator[str]:
    for what, names in (("added", changed.added), ("removed", changed.removed)):
        yield from ("", f"## {title} {what}: {len(names)}", "")
        yield ", ".join(f"`{name}`" for name in names) + "." if names else _NONE


def _table(report: Report) -> Iterator[str]:
    rows = [each for impact in (BREAKING, COMPATIBLE) for each in _rows(report, impact)]
    if not rows:
        yield "None beside the lists above."
        return
    yield "| change | rule | callers | servers | reaches |"
    yield "| --- | --- | --- | --- | --- |"
    for each in rows:
        cells = (each.sentence, f"`{each.rule}`", each.caller, each.server, reach(each.operations))
        yield f"| {' | '.join(_cell(text) for text in cells)} |"


def _rows(report: Report, impact: Impact) -> Sequence[Difference]:
    found = report.by_rule(impact).items()
    return [each for rule, differences in found if rule not in _LISTED for each in differences]


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _documentation(report: Report) -> Iterator[str]:
    found = report.by_rule(DOCUMENTATION)
    if found:
        yield ""
        counts = ", ".join(f"{len(differences)} `{rule}`" for rule, differences in found.items())
        yield f"Documentation only: {counts}."
