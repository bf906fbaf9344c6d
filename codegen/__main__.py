"""`python -m codegen generate` writes `generated/`, `python -m codegen check` says if it is up to date.

`python -m codegen diff A B` tells what changes between two api-versions; `python -m codegen diff --help`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen import diff
from codegen.findings import CodegenError
from codegen.generate import PACKAGE, build, compare, write

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 1 if something differs or cannot be generated."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["diff"]:
        return diff.main(words[1:])
    options = _parser().parse_args(words)
    try:
        return _generate(options) if options.command == "generate" else _check(options)
    except CodegenError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("generate", "write the package"),
        ("check", "exit 1 if it is not byte for byte what it should be"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.add_argument(
            "--out", type=Path, default=ROOT / "generated", help="folder that holds the package"
        )
        command.add_argument(
            "--cache", type=Path, default=ROOT / "build/codegen", help="folder of what earlier runs rendered"
        )
        command.add_argument(
            "--no-cache", dest="cache", action="store_const", const=None, help="render everything anew"
        )
        command.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder with catalog.yaml")
    return parser


def _generate(options: argparse.Namespace) -> int:
    package = options.out / PACKAGE
    written = write(build(options.specs, _report, options.cache), package)
    print(f"{package}: {written.total} files, {written.changed} written, {written.deleted} deleted")
    return 0


def _check(options: argparse.Namespace) -> int:
    package = options.out / PACKAGE
    files = build(options.specs, _report, options.cache)
    differences = compare(files, package)
    for path, kind in differences:
        print(f"{package / path} {kind}", file=sys.stderr)
    if differences:
        print("generated/ is not what the specs give: run `python -m codegen generate`.", file=sys.stderr)
        return 1
    print(f"{package}: {len(files)} files, all as the specs give them")
    return 0


def _report(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
