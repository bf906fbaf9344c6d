"""`python -m contract_tests.witnesses.write [--check]`: write the witness files, or check them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from contract_tests.facts import upstream
from contract_tests.witnesses.constraints import written
from contract_tests.witnesses.reading import HERE

__all__ = ["main", "text"]

_HEADER = "# Written from the facts by `python -m contract_tests.witnesses.write`; do not edit.\n"


def text(plane: str, version: str) -> str:
    """The content of one witness file."""
    made = written(upstream.load(plane, version))
    exchanges = "".join(f"  {_flow(name)}: {_flow(parts)}\n" for name, parts in made["exchanges"].items())
    witnesses = "".join(f"- {_flow(entry)}\n" for entry in made["witnesses"])
    return f"{_HEADER}exchanges:\n{exchanges}witnesses:\n{witnesses}"


def _flow(value: Any) -> str:
    """A value on one line: JSON, which YAML reads as it stands."""
    return json.dumps(value, ensure_ascii=False)


def _files() -> dict[Path, str]:
    facts = sorted(upstream.HERE.glob("*-plane/*.yaml"))
    return {HERE / path.parent.name / path.name: text(path.parent.name, path.stem) for path in facts}


def main(argv: Sequence[str] | None = None) -> int:
    """Write every file; with `--check` only say which are not what the facts give (exit status 1)."""
    parser = argparse.ArgumentParser(prog="python -m contract_tests.witnesses.write", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a file is not current")
    check = parser.parse_args(argv).check
    stale = 0
    for path, content in _files().items():
        current = path.read_text(encoding="utf-8") if path.exists() else ""
        if current != content:
            stale += 1
            sys.stdout.write(f"{path.parent.name}/{path.name} {'is not current' if check else 'written'}\n")
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(content, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
