"""Run `iotcentral verify recordings PATH…`: do these recordings keep the contract.

Exit codes: 0 kept, 1 broken, 2 could not run.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
from collections.abc import Sequence
from typing import Literal

__all__ = ["main"]

KEPT, BROKEN, FAILED = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run the command; `arguments` are those after `verify`."""
    options = _parser().parse_args(arguments)
    return _verify_recordings(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iotcentral verify", description="Check whether something keeps the contract of the REST API."
    )
    subjects = parser.add_subparsers(title="subjects", required=True, metavar="SUBJECT")
    recordings = subjects.add_parser(
        "recordings",
        help="recorded requests and answers (vcrpy cassettes, YAML or JSON)",
        epilog="Exit codes: 0 the contract is kept, 1 it is broken, 2 the command could not run.",
    )
    recordings.add_argument("paths", nargs="+", metavar="PATH", help="a cassette, or a folder of cassettes")
    recordings.add_argument("--sealed", action="store_true", help="count drift as broken")
    recordings.add_argument(
        "--own", action="store_true", help="judge as this project's own recordings: drift is broken"
    )
    recordings.add_argument("--json", action="store_true", help="write the report as JSON")
    return parser


def _verify_recordings(options: argparse.Namespace) -> int:
    from iotcentral.contract.readers.errors import RecordingError
    from iotcentral.contract.report.data import as_json
    from iotcentral.contract.report.progress import Progress
    from iotcentral.contract.report.terminal import write_report
    from iotcentral.contract.verify import verify_recordings

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a character shows its escape instead
            stream.reconfigure(errors="backslashreplace")
    progress = Progress(time.monotonic, sys.stderr)
    target: Literal["own", "foreign"] = "own" if options.own else "foreign"
    try:
        report = verify_recordings(options.paths, sealed=options.sealed, target=target, progress=progress)
    except RecordingError as error:
        return _fail(str(error))
    if report.judged == 0:
        return _fail("no interaction goes to an IoT Central application: nothing was verified")
    if options.json:
        sys.stdout.write(as_json(report).decode() + "\n")
    else:
        write_report(report, sys.stdout)
    return BROKEN if report.broken else KEPT


def _fail(reason: str) -> int:
    sys.stderr.write(f"iotcentral: {reason}\n")
    return FAILED
