"""`python -m codegen.emulator_page` rewrites the tables of `docs/emulator.md`; `--check` compares them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from codegen.document import load_yaml
from codegen.markdown import table
from iotcentral.emulator import choices, manners

__all__ = ["PAGE", "is_current", "page", "write"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs") / "emulator.md"
EXPECTATIONS = Path("contract_tests") / "server_expectations.yaml"
COMMAND = "python -m codegen.emulator_page"

_BLOCK = re.compile(r"(<!-- table: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrite the tables, or with `--check` compare them; the exit status is 1 if they differ."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 if a table is not what its data give")
    if not parser.parse_args(arguments).check:
        print(f"{write(ROOT)}: written")
    elif is_current(ROOT):
        print(f"{ROOT / PAGE}: as its tables' data give it")
    else:
        print(f"{PAGE.as_posix()} is not what its data give: run `{COMMAND}`.", file=sys.stderr)
        return 1
    return 0


def is_current(root: Path) -> bool:
    """Return whether the tables in the page of a checkout are what their data give."""
    return (root / PAGE).read_text("utf-8") == page(root)


def write(root: Path) -> Path:
    """Write the page of a checkout; returns its path."""
    path = root / PAGE
    path.write_text(page(root), "utf-8")
    return path


def page(root: Path) -> str:
    """Return the page of a checkout with its tables made anew; the text around them stays."""
    return _BLOCK.sub(
        lambda block: f"{block[1]}{_TABLES[block[2]](root)}{block[3]}", (root / PAGE).read_text("utf-8")
    )


def _manners(_root: Path) -> str:
    rows = [(rule.value.request, rule.value.service, rule.value.strict) for rule in manners.Rule]
    return table(("A request with …", "`--requests service`", "`--requests strict`"), rows)


def _choices(_root: Path) -> str:
    rows = [(f"`{each.name}`", _values(each), each.meaning) for each in choices.table()]
    return table(("Choice", "Values, the default first", "What it decides"), rows)


def _values(choice: choices.Choice) -> str:
    shown = ", ".join(f"`{value}`" for value in choice.values)
    return shown if len(choice.values) > 1 else f"{shown}, any text"


def _expectations(root: Path) -> str:
    listed: Mapping[str, Any] = load_yaml((root / EXPECTATIONS).read_bytes(), EXPECTATIONS.as_posix())
    reasons: dict[tuple[str, str, str], list[str]] = {}
    for plane in listed:
        for operation, entry in listed[plane].items():
            statuses = ", ".join(str(status) for status in entry["statuses"])
            reasons.setdefault((plane, statuses, entry["reason"]), []).append(f"`{operation}`")
    rows = [
        (plane, ", ".join(names), statuses, reason) for (plane, statuses, reason), names in reasons.items()
    ]
    return table(("Plane", "Operations", "Answered besides", "Because"), rows)


_TABLES: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {"manners": _manners, "choices": _choices, "expectations": _expectations}
)


if __name__ == "__main__":
    sys.exit(main())
