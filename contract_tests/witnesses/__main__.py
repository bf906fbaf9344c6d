"""`python -m contract_tests.witnesses [PLANE/VERSION …]`: show witnesses, one line an exchange or entry."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from contract_tests.facts.__main__ import catalog
from contract_tests.witnesses.reading import content

__all__ = ["main", "text"]


def text(plane: str, version: str) -> str:
    """All witnesses of a version, those by hand last, in the form in which a hand writes them."""
    made = content(plane, version)
    exchanges = "".join(f"  {_flow(name)}: {_flow(parts)}\n" for name, parts in made["exchanges"].items())
    witnesses = "".join(f"- {_flow(entry)}\n" for entry in made["witnesses"])
    return f"# {plane}/{version}\nexchanges:\n{exchanges}witnesses:\n{witnesses}"


def _flow(value: Any) -> str:
    """A value on one line: JSON, which YAML reads as it stands."""
    return json.dumps(value, ensure_ascii=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the witnesses of the versions asked for, of all if none is."""
    known = [f"{entry['plane']}/{entry['version']}" for entry in catalog()]
    parser = argparse.ArgumentParser(prog="python -m contract_tests.witnesses", description=__doc__)
    parser.add_argument("versions", nargs="*", metavar="PLANE/VERSION", help=f"of {', '.join(known)}")
    asked = parser.parse_args(argv).versions
    if unknown := sorted(set(asked) - set(known)):
        parser.error(f"{', '.join(unknown)} is not in the catalog")
    for name in asked or known:
        sys.stdout.write(text(*name.split("/")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
