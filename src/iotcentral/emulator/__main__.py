"""`python -m iotcentral.emulator`: serve the emulator over HTTP until SIGINT or SIGTERM."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from iotcentral.emulator.emulator import Emulator
from iotcentral.emulator.fronts.server import serve

_MODULE = "python -m iotcentral.emulator"


def main(arguments: Sequence[str] | None = None, prog: str = _MODULE) -> int:
    """Run the command, called `prog`; prints one line of JSON once connections are accepted."""
    options = _parser(prog).parse_args(arguments)
    with Emulator(
        options.app,
        state=options.state,
        external_url=options.external_url,
        admin_bearer=options.admin_bearer,
        deny_create=options.deny_create,
    ) as emulator:

        def ready(url: str) -> None:
            line = {
                "url": url,
                "app": emulator.app,
                "token": emulator.token,
                "bearer": emulator.bearer,
                "api_versions": list(emulator.api_versions),
            }
            print(json.dumps(line), flush=True)

        try:
            serve(emulator.asgi(), options.host, options.port, ready)
        except OSError as error:
            print(f"iotcentral.emulator: {options.host}:{options.port}: {error}", file=sys.stderr)
            return 1
    return 0


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=prog, description="Azure IoT Central on this machine.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 takes a free one (default)")
    parser.add_argument("--app", default="demo", help="subdomain of the application (default: %(default)s)")
    parser.add_argument(
        "--state", default=":memory:", metavar="FILE", help="SQLite file to keep the state in"
    )
    parser.add_argument("--external-url", metavar="URL", help="scheme and host that links start with")
    parser.add_argument(
        "--admin-bearer", metavar="TEXT", help="Entra token of an administrator, for both planes"
    )
    parser.add_argument(
        "--deny-create", action="store_true", help="refuse new applications, as the service of today"
    )
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
