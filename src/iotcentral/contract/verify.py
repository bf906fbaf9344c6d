"""Recordings in, a report out: every exchange judged alone, then in the order of its recording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from iotcentral.contract.case import Case, open_case
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Finding, Target
from iotcentral.contract.library import Library, installed
from iotcentral.contract.policy import Policy, load_policy
from iotcentral.contract.readers.errors import RecordingError
from iotcentral.contract.readers.vcr import read_cassette
from iotcentral.contract.rules.answer import judge_answer
from iotcentral.contract.rules.credentials import Credentials
from iotcentral.contract.rules.echo import judge_echo
from iotcentral.contract.rules.paging import Paging
from iotcentral.contract.rules.polls import Polls
from iotcentral.contract.rules.request import judge_request
from iotcentral.contract.rules.sequence import Sequence

__all__ = ["Check", "Report", "recordings_in", "verify_exchanges", "verify_recordings"]

SUFFIXES = (".yaml", ".yml", ".json")
INDEX = "index.yaml"
"""What a folder of cassettes says about them; no cassette itself."""


class Check(msgspec.Struct, frozen=True, order=True):
    """What was checked: one cell of the table operation by status. `status` is `None` for a request alone."""

    version: str
    operation: str
    status: int | None


@dataclass(slots=True)
class Report:
    """The outcome of a verification."""

    target: Target
    sealed: bool
    findings: list[Finding] = field(default_factory=list[Finding])
    requests: Counter[Check] = field(default_factory=Counter[Check])
    """Requests judged, by operation and the status they got."""
    answers: Counter[Check] = field(default_factory=Counter[Check])
    """Answers judged; those of operations the emulator does not serve are not among them."""
    recordings: int = 0
    interactions: int = 0
    elsewhere: int = 0
    """Interactions with other hosts, not judged."""
    polls: int = 0
    """Questions after long-running work, at URLs that an answer gave; no contract describes them."""
    not_served: Counter[str] = field(default_factory=Counter[str])
    """Answers 501, by contract and operation: not served, hence not checked."""
    notes: list[str] = field(default_factory=list[str])

    @property
    def judged(self) -> int:
        """Interactions that were judged."""
        return self.interactions - self.elsewhere - self.polls

    @property
    def broken(self) -> list[Finding]:
        """The findings that break the contract: with `sealed`, drift as well."""
        return [each for each in self.findings if self.sealed or each.verdict == "broken"]

    @property
    def drift(self) -> list[Finding]:
        """The findings that are reported and leave the contract kept."""
        return [] if self.sealed else [each for each in self.findings if each.verdict == "drift"]


def recordings_in(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the recordings named: files as they are, folders searched for `.yaml`, `.yml`, `.json`.

    Raises:
        RecordingError: a path does not exist, or a folder holds no recording.

    """
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.name != INDEX)
            if not found:
                raise RecordingError(str(path), "the folder holds no .yaml, .yml or .json file")
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
) -> Report:
    """Verify cassettes against the contract.

    Args:
        paths: cassettes, or folders of them.
        sealed: count drift as broken.
        target: `own` for recordings of the emulator and the documents, `foreign` for anybody else's.
        library: the contracts to judge by; those of the installed package by default.
        progress: called with the number of interactions read so far, after each.

    Raises:
        RecordingError: a recording cannot be read.

    """
    report, known = Report(target, sealed), library or installed()
    for path in recordings_in(paths):
        report.recordings += 1
        for _ in _recording(read_cassette(path), report, known):
            if progress is not None:
                progress(report.interactions)
    return report


def verify_exchanges(
    exchanges: Iterable[Exchange], *, library: Library, sealed: bool = False, target: Target = "foreign"
) -> Report:
    """Verify the exchanges of one recording, in order, wherever they come from."""
    report = Report(target, sealed, recordings=1)
    for _ in _recording(exchanges, report, library):
        pass
    return report


def _recording(exchanges: Iterable[Exchange], report: Report, library: Library) -> Iterator[None]:
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
            _count(case, report)
            credentials.note(case)
            polls.note(case)
            found = [*judge_request(case), *judge_answer(case), *judge_echo(case)]
            found += [*paging.judge(case), *sequence.judge(case)]
            agent = exchange.request.header("user-agent") or ""
            report.findings += _weighed(found, policy, report.target, agent)
        yield
    report.findings += _weighed(credentials.findings(), policy, report.target)
    if credentials.scrubbed and last is not None:
        report.notes.append(
            f"{last.where.file}: no request has an Authorization header; taken as scrubbed, not judged"
        )


def _count(case: Case, report: Report) -> None:
    operation, answer = case.operation, case.answer
    if operation is None:
        return
    check = Check(case.kit.contract.name, operation.id, answer.status if answer else None)
    report.requests[check] += 1
    if answer is not None and answer.status == case.policy.not_served:
        report.not_served[f"{check.version} {operation.id}"] += 1
    elif answer is not None:
        report.answers[check] += 1


def _weighed(found: Iterable[Finding], policy: Policy, target: Target, agent: str = "") -> Iterator[Finding]:
    for finding in found:
        refused = finding.status in policy.rules[finding.rule].refused
        if not (target == "own" and refused):  # our recordings provoke errors on purpose
            yield msgspec.structs.replace(finding, verdict=policy.verdict(finding.rule, target, agent))
