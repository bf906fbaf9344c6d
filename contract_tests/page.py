"""The page of a whole run: what the suite checked on any target, and what recordings show."""

from __future__ import annotations

import functools
import shlex
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from codegen.lint.source import line_of, read
from contract_tests import table
from contract_tests.coverage import Kind, Outcome
from contract_tests.reading.document import SPECS, catalog
from contract_tests.reading.violations import Violation
from iotcentral.contract.compiled import Contract
from iotcentral.contract.library import Kit, Library, installed
from iotcentral.contract.masking import masked_text
from iotcentral.contract.outcome import Check, Report
from iotcentral.contract.page import Cell, Checked, Mutants, Page, PageFinding, Row, Version
from iotcentral.contract.page.build import answered, aspects_of, last_seen, version_of_contract
from iotcentral.contract.page.model import Aspect
from iotcentral.contract.readers.errors import RecordingError
from iotcentral.contract.readers.provenance import source_of
from iotcentral.contract.readers.recording import read_recording
from iotcentral.contract.report.words import rule_text
from iotcentral.contract.verify import judge

__all__ = ["page_of", "seen_in"]

ROOT = Path(__file__).resolve().parents[1]
_EVIDENCE: Mapping[Kind, tuple[Aspect | None, str]] = {
    "request": ("request", "client"),
    "answer": (None, "client"),
    "server": (None, "emulator"),
    "client pages": ("paging", "client"),
    "server pages": ("paging", "emulator"),
    "sequence": ("stateful", "emulator"),
}
"""What a check of each kind is in the matrix, `None` for what the status says, and on what it was made.

A recording says itself where it is from.
"""


def seen_in(cassettes: Iterable[Path]) -> Report:
    """What the verifier sees in recordings; what is broken there the suite says, which knows the errata."""
    report, library = Report("own", sealed=False), installed()
    for path in cassettes:
        try:
            for _ in judge(read_recording(path), report, library, source_of(path)):
                pass
        except RecordingError as error:
            report.notes.append(str(error))
    return report


def page_of(
    outcome: Outcome,
    served: Iterable[table.Served],
    closing: table.Summary,
    recordings: Report,
    mutants: Mutants | str,
    cassettes: Sequence[Path] = (),
) -> Page:
    """The page of a run; every operation and documented status of every version has a cell.

    `mutants` are the scores, or what to say in their place.
    """
    library = installed()
    known = frozenset(served)
    kits = [kit for name in library.names if (kit := library.kit(*name.split("/"))) is not None]
    return Page(
        title="Contract of the Azure IoT Central REST API",
        closing=str(closing),
        is_broken=closing.broken > 0,
        versions=tuple(_version(kit.contract, outcome, known, recordings) for kit in kits),
        findings=tuple(
            _finding(each, library, recordings, cassettes) for each in sorted(set(outcome.findings), key=str)
        ),
        notes=tuple(recordings.notes),
        mutants=None if isinstance(mutants, str) else mutants,
        no_mutants=mutants if isinstance(mutants, str) else "",
    )


def _version(
    contract: Contract, outcome: Outcome, served: frozenset[table.Served], recordings: Report
) -> Version:
    broken = Counter(
        (each.operation or "", each.status)
        for each in set(outcome.findings)
        if each.document == contract.name
    )

    def cell(operation: str, status: int | None, documented: bool) -> Cell:
        check = Check(contract.name, operation, status)
        is_served = (contract.name, operation) in served
        return Cell(
            documented=documented,
            aspects=_aspects(check, outcome, aspects_of(recordings, check), is_served=is_served),
            seen=last_seen(recordings, check),
            broken=broken[operation, status],
        )

    extra = {(each.operation, each.status) for each in recordings.requests if each.version == contract.name}
    whole = version_of_contract(contract, cell, ((op, status) for op, status in extra if status is not None))
    rows = (_with_state(row, (contract.name, row.operation) in served) for row in whole.rows)
    return Version(name=whole.name, rows=tuple(rows))


def _with_state(row: Row, is_served: bool) -> Row:
    return msgspec.structs.replace(row, not_served=not is_served)


def _aspects(
    check: Check, outcome: Outcome, recorded: dict[Aspect, Checked], *, is_served: bool
) -> dict[Aspect, Checked]:
    """What recordings show, and what was checked besides; a 501 of the emulator is no check."""
    found = dict(recorded)
    for kind, (named, target) in _EVIDENCE.items():
        count = outcome.checks[kind, check.version, check.operation, check.status]
        if count and (is_served or target != "emulator"):
            aspect = named or answered(check.status)
            found[aspect] = found.get(aspect, Checked()).plus(count, [target])
    return found


def _finding(
    violation: Violation, library: Library, recordings: Report, cassettes: Sequence[Path]
) -> PageFinding:
    kit = library.kit(*violation.document.split("/")) if violation.document else None
    spec = _pointer(kit, violation)
    name, _, number = violation.where.partition("#")
    path = _cassette(violation, name, cassettes)
    evidence = {(where.file, str(where.interaction)): shown for where, shown in recordings.evidence.items()}
    shown = evidence.get((str(path), number))
    return PageFinding(
        verdict="broken",
        rule=violation.rule,
        rule_text=rule_text(violation.rule),
        version=violation.document,
        operation=violation.operation or "",
        status=violation.status,
        pointer=violation.pointer,
        message=masked_text(violation.message),
        spec=spec,
        spec_text=kit.text(spec) if kit and spec else "",
        spec_line=_line(violation.document, spec) if spec else "",
        where=violation.where,
        command=shlex.join(_command(violation) if path is None else _replay(path)),
        request=shown.request if shown else None,
        answer=shown.answer if shown else None,
    )


def _pointer(kit: Kit | None, violation: Violation) -> str:
    """Where the spec speaks of the operation, and of the status if it does."""
    operation = kit.contract.operations.get(violation.operation or "") if kit else None
    if operation is None:
        return ""
    answer = operation.answers.get(violation.status or 0)
    return answer.pointer if answer else operation.pointer


def _line(label: str, pointer: str) -> str:
    """File and line of a spec, to be opened there."""
    name = next(each.document for each in catalog() if f"{each.plane}/{each.version}" == label)
    return f"{SPECS.name}/{name}:{line_of(_lines(name), pointer)}"


@functools.cache
def _lines(name: str) -> Mapping[str, int]:
    return read(SPECS / name).lines


def _cassette(violation: Violation, name: str, cassettes: Sequence[Path]) -> Path | None:
    """The recording a finding names; of those of one name the one that lies in the folder of its version."""
    found = [path for path in cassettes if path.name == name]
    own = [path for path in found if path.parent.as_posix().endswith(violation.document)]
    return next(iter([*own, *found]), None)


def _replay(path: Path) -> Sequence[str]:
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return ["python", "-m", "contract_tests.verify", "--only", "recordings", "--cassettes", str(shown)]


def _command(violation: Violation) -> Sequence[str]:
    """What shows a finding again, alone as far as it can be."""
    names = [part for part in (*violation.document.split("/")[-1:], violation.operation or "") if part]
    wanted = ["-k", " and ".join(names)] if names else []
    return ["python", "-m", "pytest", "contract_tests", *wanted]
