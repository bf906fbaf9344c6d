"""Command line of the lint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from codegen.lint import FIRST, RULES, lint_file

__all__ = ["main"]

_SPECS = Path(__file__).parents[2] / "specs"


def _catalog(specs: Path) -> list[Path]:
    """Give the documents the catalog names, as a reader in the present folder would call them."""
    catalog = yaml.safe_load((specs / "catalog.yaml").read_text(encoding="utf-8"))
    here = Path.cwd()
    called = specs.relative_to(here) if specs.is_relative_to(here) else specs
    return [called / entry["document"] for entry in catalog["versions"]]


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m codegen.lint", description="Check specs against the spec rules."
    )
    parser.add_argument("spec", nargs="*", type=Path, help="spec files; all of specs/catalog.yaml by default")
    parser.add_argument("--rules", action="store_true", help="list the rules and stop")
    return parser.parse_args(argv)


def _list_rules() -> int:
    for one in (*FIRST, *RULES):
        print(f"{one.id:28} {one.says}")
    return 0


def _count(problems: int) -> str:
    return f"{problems or 'no'} problem{'' if problems == 1 else 's'}"


def main(argv: Sequence[str] | None = None) -> int:
    """Lint the named specs; exit status 1 if anything is wrong, 2 if a file cannot be read."""
    arguments = _arguments(argv)
    if arguments.rules:
        return _list_rules()
    total = 0
    for path in arguments.spec or _catalog(_SPECS):
        try:
            problems = lint_file(path)
        except (OSError, yaml.YAMLError) as error:
            print(f"{path}: cannot be read: {error}", file=sys.stderr)
            return 2
        total += len(problems)
        print("\n".join([*map(str, problems), f"{path}: {_count(len(problems))}"]))
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
