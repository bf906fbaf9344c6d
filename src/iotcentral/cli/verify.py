"""Run `iotcentral verify recordings|server|spec`: does something keep the contract of the REST API.

Exit codes: 0 kept, 1 broken, 2 could not run.
"""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from iotcentral.cli.exits import CANNOT_RUN, OK, REFUSED, CannotRun, one_line
from iotcentral.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from iotcentral.contract.baseline import Baseline
    from iotcentral.contract.exchanges import Exchange
    from iotcentral.contract.outcome import Report

__all__ = ["World", "main"]

_EPILOG = "Exit codes: 0 the contract is kept, 1 it is broken, 2 the command could not run."


@dataclass(frozen=True, slots=True)
class World:
    """What the command touches besides its arguments."""

    around: Surroundings
    today: Callable[[], date] = date.today
    unique: Callable[[], str] = lambda: secrets.token_hex(6)
    """Makes the end of an id that nobody else has."""
    seen: Callable[[Exchange], object] = lambda exchange: None
    """Is shown everything that is said with a live server."""


def main(arguments: Sequence[str], world: World | None = None) -> int:
    """Run the command; `arguments` are those after `verify`."""
    options = _parser().parse_args(arguments)
    world = world or World(Surroundings.of_process())
    subjects: dict[str, Callable[[argparse.Namespace, World], Report]] = {
        "recordings": _recordings,
        "server": _server,
        "spec": _spec,
    }
    try:
        report = subjects[options.subject](options, world)
        _write(report, options, world, arguments)
    except CannotRun as error:
        world.around.say(one_line(str(error)))
        return CANNOT_RUN
    return REFUSED if report.count("broken") else OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iotcentral verify",
        description="Check whether something keeps the contract of the REST API.",
        epilog=_EPILOG,
    )
    subjects = parser.add_subparsers(title="subjects", dest="subject", required=True, metavar="SUBJECT")
    recordings = _subject(
        subjects,
        "recordings",
        "recorded requests and answers: vcrpy cassettes, HAR files",
        "Its member `metadata` (`target: live`, `recorded: 2026-10-03`) or a folder named live or emulator "
        "tells where a recording was made.",
    )
    recordings.add_argument("paths", nargs="+", metavar="PATH", help="a recording, or a folder of them")
    recordings.add_argument(
        "--own", action="store_true", help="judge as this project's own recordings: drift is broken"
    )
    _server_options(
        _subject(
            subjects,
            "server",
            "a live server, read only unless told otherwise",
            "The credential comes from IOTC_API_TOKEN or IOTC_BEARER_TOKEN.",
        )
    )
    spec = _subject(subjects, "spec", "a contract document (OpenAPI), compared with the built-in one")
    spec.add_argument("file", metavar="FILE", type=Path, help="a YAML or JSON file")
    spec.add_argument(
        "--against", metavar="VERSION", help="the built-in version, instead of the one the document names"
    )
    return parser


def _subject(subjects: Any, name: str, text: str, more: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = subjects.add_parser(
        name, help=text, description=f"Check {text}. {more}".rstrip(), epilog=_EPILOG
    )
    made.add_argument("--sealed", action="store_true", help="count drift as broken")
    made.add_argument(
        "--baseline", metavar="FILE", type=Path, help="findings to accept, each with a reason and an expiry"
    )
    out = made.add_argument_group("outputs")
    out.add_argument("--json", action="store_true", help="write the report as JSON instead of text")
    out.add_argument("--json-file", metavar="FILE", type=Path, help="write the report as JSON to a file")
    out.add_argument("--junit", metavar="FILE", type=Path, help="write JUnit XML")
    out.add_argument("--html", metavar="FILE", type=Path, help="write one page that needs no network")
    out.add_argument("--mutants", metavar="FILE", type=Path, help="scores of mutants (JSON) for the page")
    out.add_argument(
        "--github", action="store_true", help="add Markdown to the step summary ($GITHUB_STEP_SUMMARY)"
    )
    out.add_argument("--github-file", metavar="FILE", type=Path, help="write that Markdown to a file")
    return made


def _server_options(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "url",
        metavar="URL",
        help="such as https://contoso.azureiotcentral.com or https://management.azure.com",
    )
    made.add_argument(
        "--api-version",
        required=True,
        metavar="V",
        help="the version to ask for, with its plane where it is not the data plane's: "
        "control-plane/2021-06-01, reference-v1/2022-07-31",
    )
    made.add_argument("--emulator", action="store_true", help="it is the emulator: drift is broken")
    made.add_argument(
        "--allow-writes",
        action="store_true",
        help="also make, change and remove one resource of each kind that costs nothing, under new ids only",
    )
    made.add_argument(
        "--subscription", metavar="ID", help="of the control plane (default: $AZURE_SUBSCRIPTION_ID)"
    )
    made.add_argument("--resource-group", metavar="NAME", help="of the control plane: read no other group")
    _limits(made.add_argument_group("limits"))


def _limits(group: Any) -> None:
    for name, kind, usual, text in (
        ("items", _count, 10, "items of each list to read one by one"),
        ("pages", _count, 20, "pages of each list to read"),
        ("max-requests", _count, 1000, "requests of all reading together; what lies deepest is cut off"),
        ("timeout", _seconds, 30.0, "seconds for a whole answer"),
        ("patience", _seconds, 60.0, "seconds for which a request is repeated that is answered 429"),
    ):
        metavar = "N" if kind is _count else "SECONDS"
        group.add_argument(
            f"--{name}", type=kind, default=usual, metavar=metavar, help=f"{text} (default: %(default)s)"
        )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


def _seconds(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0 < found < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return found


def _recordings(options: argparse.Namespace, world: World) -> Report:
    from iotcentral.contract.readers.errors import RecordingError
    from iotcentral.contract.report.progress import Progress
    from iotcentral.contract.verify import verify_recordings

    target: Literal["own", "foreign"] = "own" if options.own else "foreign"
    try:
        report = verify_recordings(
            options.paths,
            sealed=options.sealed,
            target=target,
            progress=Progress(world.around.sources.monotonic, world.around.stderr),
            baseline=_baseline(options, world),
        )
    except RecordingError as error:
        raise CannotRun(str(error)) from error
    if report.judged == 0:
        raise CannotRun("no interaction goes to an IoT Central application: nothing was verified")
    return report


def _server(options: argparse.Namespace, world: World) -> Report:
    from iotcentral.cli.verify_server import verify_server

    return verify_server(options, world, _baseline(options, world))


def _spec(options: argparse.Namespace, world: World) -> Report:
    from iotcentral.contract.specs import SpecError, verify_spec

    baseline = _baseline(options, world)
    try:
        return verify_spec(options.file, options.against, sealed=options.sealed, baseline=baseline)
    except SpecError as error:
        for fault in error.faults[1:]:
            world.around.say(one_line(fault))
        raise CannotRun(error.faults[0]) from error


def _baseline(options: argparse.Namespace, world: World) -> Baseline | None:
    from iotcentral.contract.baseline import BaselineError, load_baseline
    from iotcentral.contract.report.words import rule_text

    if options.baseline is None:
        return None
    try:
        return load_baseline(options.baseline, world.today(), lambda rule: bool(rule_text(rule)))
    except BaselineError as error:
        raise CannotRun(str(error)) from error


def _write(report: Report, options: argparse.Namespace, world: World, arguments: Sequence[str]) -> None:
    from iotcentral.cli.verify_outputs import Outputs

    outputs = Outputs(world.around, ("iotcentral", "verify", *arguments))
    try:
        outputs.write(report, options)
    except OSError as error:
        raise CannotRun(f"{error.filename}: cannot be written: {error.strerror or error}") from error
