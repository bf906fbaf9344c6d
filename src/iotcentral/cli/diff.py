"""`iotcentral diff A B`: what differs between two versions of the API.

Exit codes: 0 nothing breaks callers, 1 something does, 2 could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from iotcentral._core.contract_document import load
from iotcentral.cli.exits import CANNOT_RUN, OK, REFUSED, CannotRun, one_line
from iotcentral.contract.diff import compare
from iotcentral.contract.diff.render import FORMS, write
from iotcentral.contract.diff.rules import BREAKING
from iotcentral_rest.versions import VERSIONS, Version

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    try:
        old, new = _version(options.a), _version(options.b)
    except CannotRun as error:
        sys.stderr.write(f"iotcentral: {one_line(str(error))}\n")
        return CANNOT_RUN
    report = compare(load(old.plane, old.version), load(new.plane, new.version), (_name(old), _name(new)))
    write(report, options.output, sys.stdout)
    return REFUSED if report.counts("caller")[BREAKING] else OK


def _version(name: str) -> Version:
    """Return the version called `PLANE/VERSION`, or `VERSION` of the data plane."""
    wanted = name if "/" in name else f"data-plane/{name}"
    found = next((each for each in VERSIONS if _name(each) == wanted), None)
    if found is None:
        raise CannotRun(f"no version {name!r}; there are {', '.join(map(_name, VERSIONS))}")
    return found


def _name(version: Version) -> str:
    return f"{version.plane}/{version.version}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="iotcentral diff",
        description="Show what differs between two versions of the API.",
        epilog="Exit codes: 0 nothing breaks callers, 1 something does, 2 could not run.",
    )
    parser.add_argument("a", metavar="A", help="the older version, for example data-plane/2022-05-31")
    parser.add_argument("b", metavar="B", help="the newer version")
    parser.add_argument("-o", "--output", choices=FORMS, default="text", help="form of the report")
    return parser
