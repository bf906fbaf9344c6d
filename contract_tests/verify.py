"""`python -m contract_tests.verify` runs the suite and ends with a table and one closing line.

Exit code 0: the contract is kept. 1: it is broken, with a list of what. 2: the suite could not run.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console

from contract_tests import coverage, exercised, page, profiles, table
from contract_tests.reading.document import catalog, load
from contract_tests.reading.violations import Violation
from contract_tests.recordings.cassette import CASSETTES, cassette_files
from iotcentral.contract.page import Mutants, MutantsError, as_html, load_mutants

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[1]
BUILD = Path("build") / "contract"
OF_THE_SUITE = frozenset({"live", "mutants", "verify", "witness_mutants"})
"""What measures the suite or a command, not the contract: for `make test` and `make mutants`."""
PARTS = sorted(
    {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")} - OF_THE_SUITE
)
STEP = 20
"""Percent between two lines of progress where there is no terminal."""

_PERCENT = re.compile(r"\[ *(\d+)%\]")
_RAN = (0, 1)
"""What pytest exits with when it ran: everything passed, or something failed."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    if options.cassettes is not None and not options.cassettes.exists():
        sys.stderr.write(f"{options.cassettes}: there is no such file or folder\n")
        return 2
    console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 120)
    build = Path(options.build).resolve()
    build.mkdir(parents=True, exist_ok=True)
    served, failed = _start_emulator(console)
    console.print(f"recordings: {len(cassette_files(options.cassettes))} cassettes")
    console.print(f"suite: profile {options.profile}, {options.workers} workers")
    code = _run_suite(console, options, build)
    if code not in _RAN:
        console.print(
            f"contract: the suite could not run (pytest exit code {code}); see {build / 'pytest.log'}"
        )
        return 2
    outcome = coverage.Outcome.read(build / "outcome.json")
    outcome.findings += failed
    figures = exercised.exercised(outcome)
    (build / "coverage.json").write_text(json.dumps(exercised.as_json(figures), indent=1), "utf-8")
    outcome.findings += [] if options.only else exercised.short_of(figures)
    _write_page(console, outcome, served, build, cassette_files(options.cassettes))
    return _report(console, outcome, served, build, figures)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m contract_tests.verify", description=__doc__)
    made.add_argument("--profile", choices=profiles.PROFILES, default="quick", help="how much is drawn")
    made.add_argument(
        "--workers", default="2", help="processes, as pytest-xdist takes it (default: %(default)s)"
    )
    made.add_argument("--cassettes", type=Path, metavar="PATH", help="recordings to check instead of ours")
    made.add_argument("--only", choices=PARTS, action="append", help="run one part; may be given again")
    made.add_argument("--build", default=BUILD, metavar="FOLDER", help="where JUnit XML and the table go")
    return made


def _start_emulator(console: Console) -> tuple[list[table.Served], list[Violation]]:
    """Start the embedded emulator, ask it something, and tell which operations it serves."""
    from iotcentral.emulator import Emulator
    from iotcentral.emulator.coverage import coverage as served_by_version

    served = [
        (label, id)
        for label, operations in served_by_version().items()
        for id, is_served in operations.items()
        if is_served
    ]
    versions = ", ".join(entry.version for entry in catalog())
    try:
        with Emulator() as emulator, emulator.client() as app:
            list(app.roles.list())
    except Exception as error:  # whatever it is, the suite goes on and says more
        console.print(f"emulator: does not answer the client: {error}", markup=False)
        return served, [Violation("emulator.start", f"{type(error).__name__}: {error}"[:300])]
    console.print(f"emulator: started ({versions}), {len(served)} operations served")
    return served, []


def _run_suite(console: Console, options: argparse.Namespace, build: Path) -> int:
    parts = [f"contract_tests/test_{part}.py" for part in options.only or PARTS]
    command = [sys.executable, "-m", "pytest", *parts, "-q", "--tb=short", "-rN", "--no-header"]
    command += ["-n", options.workers, "--dist", "worksteal", f"--junitxml={build / 'junit.xml'}"]
    command += ["-p", "no:cacheprovider"]
    environment = {
        **os.environ,
        profiles.VARIABLE: options.profile,
        "PYTHONHASHSEED": "0",  # what is drawn from a set must not depend on the process
        coverage.REPORT: str(build / "outcome.json"),
    }
    if options.cassettes is not None:
        environment[CASSETTES] = str(options.cassettes.resolve())
    (build / "outcome.json").unlink(missing_ok=True)
    with (build / "pytest.log").open("w", encoding="utf-8") as log:
        return _watched(console, command, environment, log)


def _watched(console: Console, command: list[str], environment: dict[str, str], log: TextIO) -> int:
    """Run pytest; all it says goes to the log, how far it is to the terminal."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    told = 0
    with console.status("suite: collecting") as status:
        for line in process.stdout or ():
            log.write(line)
            found = _PERCENT.search(line)
            done = int(found[1]) if found else 0
            if done:
                status.update(f"suite: {done} %")
            if done >= told + STEP and not console.is_terminal:
                told = done
                console.print(f"suite: {done} %")
    return process.wait()


def _report(
    console: Console,
    outcome: coverage.Outcome,
    served: list[table.Served],
    build: Path,
    figures: exercised.Figures,
) -> int:
    made = table.rows(outcome, served)
    closing = table.summary(outcome, made)
    (build / "table.md").write_text(table.markdown(made, closing), "utf-8")
    tables = table.by_version(made)
    with (build / "table.txt").open("w", encoding="utf-8") as stream:
        _print_tables(Console(file=stream, width=120), tables)
    default = load().label
    _print_tables(console, {default: tables[default]})
    console.print(table.overview(made, outcome))
    console.print(exercised.lines(figures))
    console.print(f"every version's table: {build / 'table.txt'}")
    for finding in sorted(set(outcome.findings), key=str):
        console.print(_told(finding), markup=False)
    console.print(str(closing))
    return 1 if closing.broken else 0


def _write_page(
    console: Console,
    outcome: coverage.Outcome,
    served: list[table.Served],
    build: Path,
    cassettes: list[Path],
) -> None:
    """Write the page, with the scores of mutants that a run of `make mutants` has left."""
    closing = table.summary(outcome, table.rows(outcome, served))
    mutants = scores_of(build / "mutants.json")
    made = page.page_of(outcome, served, closing, page.seen_in(cassettes), mutants, cassettes)
    (build / "index.html").write_text(as_html(made), "utf-8")
    console.print(f"page: {build / 'index.html'}")


def scores_of(path: Path) -> Mutants | str:
    """The scores of mutants, or how to get them where there are none that can be read."""
    how = "`make mutants` measures it (under 30 minutes; `make mutants-quick` a sample, under 3)"
    if not path.exists():
        return f"Not measured here yet: {how}, and the next `make verify` shows it on this page."
    try:
        return load_mutants(path)
    except MutantsError as error:
        return f"{error}; {how}."


def _print_tables(console: Console, tables: Mapping[str, list[table.Row]]) -> None:
    for version, own in tables.items():
        console.print(table.rich_table(version, own))
    console.print(table.LEGEND)


def _told(finding: Violation) -> str:
    return f"BROKEN {finding}"


if __name__ == "__main__":
    raise SystemExit(main())
