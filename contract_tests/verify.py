"""Verify the contract: `python -m contract_tests.verify` runs the suite and ends with the table and one closing line.

Exit code 0: kept. 1: broken, with a list of what. 2: the suite could not run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from contract_tests import coverage, profiles, table
from contract_tests.reading.document import catalog
from contract_tests.reading.violations import Violation
from contract_tests.recordings.cassette import CASSETTES, cassette_files

__all__ = ["main"]

ROOT = Path(__file__).resolve().parents[1]
BUILD = Path("build") / "contract"
_RAN = (0, 1)
"""What pytest exits with when it ran: everything passed, or something failed."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 120)
    build = Path(options.build).resolve()
    build.mkdir(parents=True, exist_ok=True)
    served = _start_emulator(console)
    console.print(f"recordings: {len(cassette_files(options.cassettes))} cassettes")
    console.print(f"suite: profile {options.profile}, {options.workers} workers")
    code = _run_suite(options, build)
    if code not in _RAN:
        console.print(
            f"contract: the suite could not run (pytest exit code {code}); see {build / 'pytest.log'}"
        )
        return 2
    return _report(console, coverage.Outcome.read(build / "outcome.json"), served, build)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m contract_tests.verify", description=__doc__)
    made.add_argument("--profile", choices=profiles.PROFILES, default="quick", help="how much is drawn")
    made.add_argument(
        "--workers", default="2", help="processes, as pytest-xdist takes it (default: %(default)s)"
    )
    made.add_argument("--cassettes", type=Path, metavar="PATH", help="recordings to check instead of ours")
    made.add_argument("--only", metavar="EXPRESSION", help="run the tests this pytest expression selects")
    made.add_argument("--build", default=BUILD, metavar="FOLDER", help="where JUnit XML and the table go")
    return made


def _start_emulator(console: Console) -> list[str]:
    """Start the embedded emulator, ask it something, and tell which operations it serves."""
    from iotcentral.emulator import Emulator
    from iotcentral.emulator.coverage import coverage as served_by_version

    table_of_served = served_by_version()
    with Emulator() as emulator, emulator.client() as app:
        roles = len(list(app.roles.list()))
    served = [id for version in table_of_served.values() for id, is_served in version.items() if is_served]
    versions = ", ".join(entry.version for entry in catalog())
    console.print(f"emulator: started ({versions}), {roles} roles, {len(served)} operations served")
    return served


def _run_suite(options: argparse.Namespace, build: Path) -> int:
    command = [sys.executable, "-m", "pytest", "contract_tests", "-q", "--tb=short", "-rN", "--no-header"]
    command += ["-n", options.workers, "--dist", "worksteal", f"--junitxml={build / 'junit.xml'}"]
    command += ["-p", "no:cacheprovider", *(["-k", options.only] if options.only else [])]
    environment = {
        **os.environ,
        profiles.VARIABLE: options.profile,
        coverage.REPORT: str(build / "outcome.json"),
    }
    if options.cassettes is not None:
        environment[CASSETTES] = str(options.cassettes.resolve())
    (build / "outcome.json").unlink(missing_ok=True)
    with (build / "pytest.log").open("w", encoding="utf-8") as log:
        return _show_progress(command, environment, log)


def _show_progress(command: list[str], environment: dict[str, str], log: object) -> int:
    """Run pytest; its dots pass through to the terminal, everything goes to the log."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    for line in process.stdout or ():
        print(line, end="", file=log)  # type: ignore[call-overload]
        if line.rstrip().endswith("%]"):
            sys.stdout.write(f"  {line.split()[-2]} {line.split()[-1]}\n" if False else line)
            sys.stdout.flush()
    return process.wait()


def _report(console: Console, outcome: coverage.Outcome, served: list[str], build: Path) -> int:
    made = table.rows(outcome, served)
    closing = table.summary(outcome, made)
    (build / "table.md").write_text(table.markdown(made, closing), "utf-8")
    with (build / "table.txt").open("w", encoding="utf-8") as stream:
        _print_table(Console(file=stream, width=120), made)
    _print_table(console, made)
    for finding in sorted(set(outcome.findings), key=str):
        console.print(_told(finding), markup=False)
    console.print(str(closing))
    return 1 if closing.broken else 0


def _print_table(console: Console, made: list[table.Row]) -> None:
    console.print(table.rich_table(made))
    console.print(table.LEGEND)


def _told(finding: Violation) -> str:
    return f"BROKEN {finding}"


if __name__ == "__main__":
    raise SystemExit(main())
