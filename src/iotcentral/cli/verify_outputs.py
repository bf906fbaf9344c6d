"""Where the report of `iotcentral verify` goes: terminal, JSON, JUnit XML, step summary, page."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from iotcentral.cli.exits import CannotRun
from iotcentral.cli.surroundings import Surroundings
from iotcentral.contract.findings import Finding
from iotcentral.contract.outcome import Report

__all__ = ["Outputs", "reproduce"]

_SUMMARY = "GITHUB_STEP_SUMMARY"
_OUTPUTS = ("--json-file", "--junit", "--html", "--github-file", "--mutants")
"""Options that do not change what is found, each with a value."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """Writes a report in the forms asked for."""

    around: Surroundings
    command: Sequence[str]
    """What was run, for the command that shows a finding again."""

    def write(self, report: Report, options: argparse.Namespace) -> None:
        """Write everything; the files first, so that what the terminal says is the end.

        Raises:
            CannotRun: an output has no place, or the file of scores is none.
            OSError: a file cannot be written.

        """
        self._files(report, options)
        if options.json:
            from iotcentral.contract.report.data import as_json

            self.around.stdout.write(as_json(report).decode() + "\n")
        else:
            from iotcentral.contract.report.terminal import write_report

            write_report(report, self.around.stdout)

    def _files(self, report: Report, options: argparse.Namespace) -> None:
        if options.json_file is not None:
            from iotcentral.contract.report.data import as_json

            _save(options.json_file, as_json(report) + b"\n")
        if options.junit is not None:
            from iotcentral.contract.report.junit import as_junit

            _save(options.junit, as_junit(report))
        if options.html is not None:
            self._page(report, options)
        if options.github or options.github_file is not None:
            self._summary(report, options)

    def _page(self, report: Report, options: argparse.Namespace) -> None:
        from iotcentral.contract.page import MutantsError, as_html, load_mutants, page_of

        try:
            mutants = None if options.mutants is None else load_mutants(options.mutants)
        except MutantsError as error:
            raise CannotRun(str(error)) from error
        page = page_of(report, lambda finding: reproduce(self.command, finding), mutants)
        _save(options.html, as_html(page).encode())

    def _summary(self, report: Report, options: argparse.Namespace) -> None:
        from iotcentral.contract.report.github import as_markdown

        text = as_markdown(report)
        if options.github_file is not None:
            _save(options.github_file, text.encode())
        if options.github:
            place = self.around.environment.get(_SUMMARY)
            if not place:
                raise CannotRun(
                    f"--github needs ${_SUMMARY}, as GitHub Actions sets it; or use --github-file"
                )
            with Path(place).open("a", encoding="utf-8") as stream:
                stream.write(text)


def _save(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def reproduce(command: Sequence[str], finding: Finding) -> str:
    """Return the command that shows a finding again: on its recording alone, with no output but the text."""
    kept, skip = list[str](), False
    for part in command:
        name, has_value, _ = part.partition("=")
        if not skip and name not in (*_OUTPUTS, "--github", "--json"):
            kept.append(part)
        skip = not skip and name in _OUTPUTS and not has_value
    if "recordings" in kept[:3]:
        switches = [part for part in kept if part in ("--own", "--sealed")]
        kept = [*kept[:2], "recordings", *switches, finding.where.file]
    return shlex.join(kept)
