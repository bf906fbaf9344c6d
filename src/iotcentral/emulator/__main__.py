"""`python -m iotcentral.emulator`: serve the emulator over HTTP until SIGINT or SIGTERM."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from iotcentral.emulator.command_line import announcement, parse
from iotcentral.emulator.emulator import Emulator
from iotcentral.emulator.fronts.server import serve
from iotcentral.emulator.state_file import StateError

_MODULE = "python -m iotcentral.emulator"
_CANNOT_RUN = 1


def main(arguments: Sequence[str] | None = None, prog: str = _MODULE) -> int:
    """Run the command, called `prog`; says where it listens once connections are accepted.

    To a terminal it speaks to people, to anything else one line of JSON.
    """
    host, port, options = parse(arguments, prog)
    try:
        return _run(host, port, options)
    except StateError as error:
        return _refuse(str(error))


def _run(host: str, port: int, options: dict[str, Any]) -> int:
    with Emulator(*options.pop("apps"), **options) as emulator:

        def ready(url: str) -> None:
            print(announcement(emulator, url, for_people=sys.stdout.isatty()), flush=True)

        try:
            serve(emulator.asgi(), host, port, ready)
        except OSError as error:
            return _refuse(f"{host}:{port}: {error.strerror or error}")
    return 0


def _refuse(why: str) -> int:
    print(f"iotcentral.emulator: {why}", file=sys.stderr)
    return _CANNOT_RUN


if __name__ == "__main__":
    raise SystemExit(main())
