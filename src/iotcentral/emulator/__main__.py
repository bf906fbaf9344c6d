"""`python -m iotcentral.emulator`: serve the emulator over HTTP until SIGINT or SIGTERM."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from iotcentral.emulator.command_line import Parsed, announcement, parse
from iotcentral.emulator.emulator import Emulator
from iotcentral.emulator.fronts.server import serve
from iotcentral.emulator.state_file import StateError

_MODULE = "python -m iotcentral.emulator"
_CANNOT_RUN = 1
_CANNOT_USE = 2
"""As for a command line that cannot be read: a state or seed is part of it."""


def main(arguments: Sequence[str] | None = None, prog: str = _MODULE) -> int:
    """Run the command, called `prog`; says where it listens once connections are accepted.

    To a terminal it speaks to people, to anything else one line of JSON.
    """
    asked = parse(arguments, prog)
    try:
        return _run(asked)
    except StateError as error:
        return _refuse(str(error), _CANNOT_USE)


def _run(asked: Parsed) -> int:
    with Emulator(*asked.options.pop("apps"), **asked.options) as emulator:
        if asked.export is not None:
            return _export(emulator, asked.export)

        def ready(url: str) -> None:
            print(announcement(emulator, url, for_people=sys.stdout.isatty()), flush=True)

        try:
            serve(emulator.asgi(), asked.host, asked.port, ready)
        except OSError as error:
            return _refuse(f"{asked.host}:{asked.port}: {error.strerror or error}")
    return 0


def _export(emulator: Emulator, to: str) -> int:
    text = emulator.export()
    if to == "-":
        sys.stdout.write(text)
        return 0
    try:
        Path(to).write_text(text, encoding="utf-8")
    except OSError as error:
        return _refuse(f"{to}: {error.strerror or error}")
    return 0


def _refuse(why: str, code: int = _CANNOT_RUN) -> int:
    print(f"iotcentral.emulator: {why}", file=sys.stderr)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
