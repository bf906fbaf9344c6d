"""`iotcentral diff A B`: what differs between two versions of the API.

Exit codes: 0 nothing breaks callers, 1 something does, 2 could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from iotcentral._core.contract_document import load
from iotcentral.cli.exits import CANNOT_RUN, OK, REFUSED, CannotRun, one_line
from iotcentral.contract.diff import Report, compare
from iotcentral.contract.diff.render_json import as_json
from iotcentral.contract.diff.render_markdown import as_markdown
from iotcentral.contract.diff.render_text import write_text
from iotcentral.contract.diff.rules import BREAKING
from iotcentral_rest.versions import VERSIONS

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    try:
        report = _compared(options.a, options.b)
    except CannotRun as error:
        sys.stderr.write(f"iotcentral: {one_line(str(error))}\n")
        return CANNOT_RUN
    _write(report, options.output, sys.stdout)
    return REFUSED if report.counts("caller")[BREAKING] else OK


def _compared(old: str, new: str) -> Report:
    (old_name, before), (new_name, after) = _document(old), _document(new)
    return compare(before, after, (old_name, new_name))


def _write(report: Report, form: str, stream: TextIO) -> None:
    if form == "json":
        stream.write(as_json(report).decode())
    elif form == "markdown":
        stream.write(as_markdown(report))
    else:
        write_text(report, stream)


def _document(name: str) -> tuple[str, Mapping[str, Any]]:
    """Return the full name and the contract of `PLANE/VERSION`, or of a version of the data plane."""
    plane, slash, version = name.rpartition("/")
    wanted = (plane if slash else "data-plane", version)
    known = [(each.plane, each.version) for each in VERSIONS]
    if wanted not in known:
        raise CannotRun(f"no version {name!r}; there are {', '.join('/'.join(each) for each in known)}")
    return "/".join(wanted), load(*wanted)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iotcentral diff",
        description="Show what differs between two versions of the API.",
        epilog="Exit codes: 0 nothing breaks callers, 1 something does, 2 could not run.",
    )
    parser.add_argument("a", metavar="A", help="the older version, for example data-plane/2022-05-31")
    parser.add_argument("b", metavar="B", help="the newer version")
    parser.add_argument(
        "-o", "--output", choices=("text", "json", "markdown"), default="text", help="form of the report"
    )
    return parser
