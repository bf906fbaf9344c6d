"""Recordings in, a report out: every exchange judged alone, then in the order of its recording."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from iotcentral.contract.baseline import Baseline
from iotcentral.contract.case import Case, open_case
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Finding, Target
from iotcentral.contract.library import Library, installed
from iotcentral.contract.outcome import Check, Report, Source
from iotcentral.contract.policy import Policy, load_policy
from iotcentral.contract.readers.errors import RecordingError
from iotcentral.contract.readers.provenance import source_of
from iotcentral.contract.readers.recording import SUFFIXES, read_recording
from iotcentral.contract.rules.answer import judge_answer
from iotcentral.contract.rules.credentials import Credentials
from iotcentral.contract.rules.echo import judge_echo
from iotcentral.contract.rules.paging import Paging
from iotcentral.contract.rules.polls import Polls
from iotcentral.contract.rules.request import judge_request
from iotcentral.contract.rules.sequence import Sequence

__all__ = ["Check", "Report", "judge", "recordings_in", "verify_exchanges", "verify_recordings"]

INDEX = "index.yaml"
"""What a folder of cassettes says about them; no cassette itself."""


def recordings_in(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the recordings named: files as they are, folders searched for `.yaml`, `.yml`, `.json`, `.har`.

    Raises:
        RecordingError: a path does not exist, or a folder holds no recording.

    """
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.name != INDEX)
            if not found:
                raise RecordingError(str(path), "the folder holds no .yaml, .yml, .json or .har file")
            yield from found
        elif path.exists():
            yield path
        else:
            raise RecordingError(str(path), "there is no such file or folder")


def verify_recordings(
    paths: Iterable[str | Path],
    *,
    sealed: bool = False,
    target: Target = "foreign",
    library: Library | None = None,
    progress: Callable[[int], None] | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """Verify recordings against the contract.

    Args:
        paths: vcrpy cassettes and HAR files, or folders of them.
        sealed: count drift as broken.
        target: `own` for recordings of the emulator and the documents, `foreign` for anybody else's.
        library: the contracts to judge by; those of the installed package by default.
        progress: called with the number of interactions read so far, after each.
        baseline: findings that are accepted.

    Raises:
        RecordingError: a recording cannot be read.

    """
    report, known = Report(target, sealed, baseline=baseline), library or installed()
    for path in recordings_in(paths):
        report.recordings += 1
        for _ in judge(read_recording(path, report.notes), report, known, source_of(path)):
            if progress is not None:
                progress(report.interactions)
    return report


def verify_exchanges(
    exchanges: Iterable[Exchange],
    *,
    library: Library,
    sealed: bool = False,
    target: Target = "foreign",
    source: Source | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """Verify the exchanges of one recording, in order, wherever they come from."""
    report = Report(target, sealed, recordings=1, baseline=baseline)
    for _ in judge(exchanges, report, library, source):
        pass
    return report


def judge(
    exchanges: Iterable[Exchange], report: Report, library: Library, source: Source | None = None
) -> Iterator[None]:
    """Judge the exchanges of one recording, one a step, and add what is found to a report."""
    policy = load_policy()
    sequence, paging, polls, credentials = Sequence(), Paging(), Polls(), Credentials(report.target)
    last = None
    for exchange in exchanges:
        last = exchange
        report.interactions += 1
        follows_link = paging.follows(exchange.request)
        if polls.follows(exchange.request):
            report.polls += 1
        elif (case := open_case(exchange, library, policy, follows_link=follows_link)) is None:
            report.elsewhere += 1
        else:
            _count(case, report, source, is_known=sequence.knows(case))
            credentials.note(case)
            polls.note(case)
            found = [*judge_request(case), *judge_answer(case), *judge_echo(case)]
            found += [*paging.judge(case), *sequence.judge(case)]
            agent = exchange.request.header("user-agent") or ""
            report.add(_weighed(found, policy, report.target, agent), exchange)
        yield
    report.add(_weighed(credentials.findings(), policy, report.target))
    if credentials.scrubbed and last is not None:
        report.notes.append(
            f"{last.where.file}: no request has an Authorization header: taken for scrubbed, not judged"
        )


def _count(case: Case, report: Report, source: Source | None, *, is_known: bool) -> None:
    operation, answer = case.operation, case.answer
    if operation is None:
        return
    check = Check(case.kit.contract.name, operation.id, answer.status if answer else None)
    report.requests[check] += 1
    if answer is not None and answer.status == case.policy.not_served:
        report.not_served[f"{check.version} {operation.id}"] += 1
        return
    if answer is not None:
        report.answers[check] += 1
        report.aspects[check, "paging"] += operation.pages is not None and case.succeeded is not None
        report.aspects[check, "stateful"] += is_known
    if source is not None:
        report.sources.setdefault(check, set()).add(source)


def _weighed(found: Iterable[Finding], policy: Policy, target: Target, agent: str = "") -> Iterator[Finding]:
    for finding in found:
        refused = finding.status in policy.rules[finding.rule].refused
        if not (target == "own" and refused):  # our recordings provoke errors on purpose
            yield msgspec.structs.replace(finding, verdict=policy.verdict(finding.rule, target, agent))
