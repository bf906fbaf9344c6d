"""What the emulator's command line takes, and what it says when it is ready."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from iotcentral.emulator.choices import choices_of
from iotcentral.emulator.emulator import Emulator
from iotcentral.emulator.planes import DATA_PLANE
from iotcentral.emulator.settings import base_url, subdomain
from iotcentral.emulator.state_file import IN_MEMORY
from iotcentral_rest.versions import DEFAULT

__all__ = ["Parsed", "announcement", "parse"]

_PORTS = range(2**16)


class Parsed(NamedTuple):
    """What a command line asks for."""

    host: str
    port: int
    options: dict[str, Any]
    """Those of an `Emulator`, its subdomains under `apps`."""
    export: str | None
    """Where to write the state instead of serving it."""


def parse(arguments: Sequence[str] | None, prog: str) -> Parsed:
    """Read the command line.

    Raises:
        SystemExit: something in it is wrong, which is said on standard error, or only help is wanted.

    """
    parser = _parser(prog)
    options = vars(parser.parse_args(arguments))
    options["apps"] = tuple(dict.fromkeys(options["apps"] or ("demo",)))
    try:
        options["choices"] = choices_of(options["choices"])
    except ValueError as error:
        parser.error(f"argument --choose: {error}")
    return Parsed(options.pop("host"), options.pop("port"), options, options.pop("export"))


def announcement(emulator: Emulator, url: str, *, for_people: bool) -> str:
    """Write where the emulator listens and what callers may show: some lines, or one of JSON."""
    applications = [{"app": app, "token": emulator.token_of(app)} for app in emulator.apps]
    if for_people:
        return _lines(emulator, url, applications)
    facts = {
        "url": url,
        **applications[0],
        "bearer": emulator.bearer,
        "api_versions": list(emulator.api_versions),
        "apps": applications,
    }
    return json.dumps(facts)


def _lines(emulator: Emulator, url: str, applications: list[dict[str, str]]) -> str:
    only = len(applications) == 1
    tokens = [f"  {each['app']}: {each['token']}" for each in applications]
    return "\n".join(
        [
            f"Azure IoT Central, emulated, at {url}",
            "",
            "API tokens of administrators, each the whole Authorization header:",
            *tokens,
            "Entra token of an administrator, for the control plane and every application:",
            f"  Bearer {emulator.bearer}",
            "",
            "Try it:" if only else "Try it (the host name tells the application):",
            f"  curl -H 'Authorization: {applications[0]['token']}' \\",
            *([] if only else [f"    -H 'Host: {applications[0]['app']}.azureiotcentral.com' \\"]),
            f"    '{url}/api/devices?api-version={DEFAULT[DATA_PLANE]}'",
            "",
            "Ctrl-C ends it.",
        ]
    )


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=prog, description="Serve Azure IoT Central on this machine.", allow_abbrev=False
    )
    _add_places(parser.add_argument_group("where it is"))
    _add_callers(parser.add_argument_group("who may call"))
    _add_behaviour(parser.add_argument_group("how it behaves"))
    return parser


def _add_places(group: Any) -> None:
    group.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    group.add_argument(
        "--port", type=_port, default=0, help="port to listen on; 0 takes a free one (default)"
    )
    group.add_argument(
        "--app",
        action="append",
        dest="apps",
        type=_checked(subdomain),
        metavar="NAME",
        help="subdomain of an application (default: demo); may be given several times, others are refused",
    )
    group.add_argument("--state", default=IN_MEMORY, metavar="FILE", help="SQLite file to keep the state in")
    group.add_argument(
        "--seed", metavar="FILE", help="fill a new state from YAML or JSON; one that is there stays"
    )
    group.add_argument(
        "--export",
        metavar="FILE",
        help="write the whole state, keys and all, as --seed takes it, and end; - is standard output",
    )
    group.add_argument(
        "--external-url",
        type=_checked(base_url),
        metavar="URL",
        help="scheme and host that links start with, if callers use another address than they send",
    )


def _add_callers(group: Any) -> None:
    group.add_argument("--admin-token", metavar="TEXT", help="an administrator's API token of your own")
    group.add_argument(
        "--admin-bearer", metavar="TEXT", help="an administrator's Entra token, for both planes"
    )
    group.add_argument(
        "--auth",
        choices=("strict", "lenient"),
        default="strict",
        help="lenient takes any credential but an application's own API tokens for an administrator's",
    )


def _add_behaviour(group: Any) -> None:
    group.add_argument(
        "--requests",
        choices=("service", "strict"),
        default="service",
        help="forgive what the service forgives (default), or refuse all that the contract forbids",
    )
    group.add_argument(
        "--steering",
        nargs="?",
        const="loopback",
        default="off",
        choices=("loopback", "anywhere"),
        dest="http_steering",
        help="answer under /_emulator/: reset, snapshots, clock, faults, calls; only to this machine, unless "
        "`anywhere` is said",
    )
    group.add_argument(
        "--rate-limits", action="store_true", help="answer 429 over 20 calls a second, of queries 1"
    )
    group.add_argument(
        "--deny-create", action="store_true", help="refuse new applications, as the service of today"
    )
    group.add_argument(
        "--choose",
        action="append",
        default=[],
        dest="choices",
        metavar="NAME=VALUE",
        help="decide an open question about the service, such as template_in_use=400; may be repeated",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) not in _PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: 0 to {_PORTS[-1]}")
    return int(text)


def _checked(read: Callable[[str], str]) -> Callable[[str], str]:
    """Have the parser say what is wrong instead of only that something is."""

    def checked(text: str) -> str:
        try:
            return read(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return checked
