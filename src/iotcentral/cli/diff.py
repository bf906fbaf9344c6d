"""`iotcentral diff A B`: what differs between two versions of the API.

Exit codes: 0 nothing breaks callers, 1 something does, 2 could not run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from iotcentral._core.contract_document import load
from iotcentral.cli.exits import CANNOT_RUN, OK, REFUSED, CannotRun, one_line
from iotcentral_rest.versions import VERSIONS

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    try:
        old, new = _document(options.a), _document(options.b)
        text, breaking = compared(old, new, options.output)
    except CannotRun as error:
        sys.stderr.write(f"iotcentral: {one_line(str(error))}\n")
        return CANNOT_RUN
    sys.stdout.write(text)
    return REFUSED if breaking else OK


def compared(old: Any, new: Any, output: str) -> tuple[str, bool]:
    """Return the report of two contract documents, and whether any difference breaks callers.

    The one place that knows the engine's interface.
    """
    try:
        engine: Any = import_module("iotcentral.contract.diff.engine")
    except ImportError:
        raise CannotRun("the engine that compares contracts is not part of this installation") from None
    result: tuple[str, bool] = engine.report(old, new, output)
    return result


def _document(name: str) -> Any:
    """Return the contract of `PLANE/VERSION`, or of a version of the data plane."""
    plane, slash, version = name.rpartition("/")
    wanted = (plane if slash else "data-plane", version)
    known = [(each.plane, each.version) for each in VERSIONS]
    if wanted not in known:
        raise CannotRun(f"no version {name!r}; there are {', '.join('/'.join(each) for each in known)}")
    return load(*wanted)


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
