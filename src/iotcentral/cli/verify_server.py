"""`iotcentral verify server`: ask a live application and judge what it answers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from itertools import chain
from typing import TYPE_CHECKING

import httpx2

from iotcentral._core.endpoint import Endpoint, is_loopback, locate
from iotcentral.cli.exits import CannotRun
from iotcentral.contract.baseline import Baseline
from iotcentral.contract.exchanges import Exchange
from iotcentral.contract.findings import Target
from iotcentral.contract.library import Kit, Library, installed
from iotcentral.contract.outcome import Report, Source
from iotcentral.contract.probe import Limits, Probe, ProbeError
from iotcentral.contract.verify import judge
from iotcentral.errors import InvalidRequest

if TYPE_CHECKING:
    from iotcentral.cli.verify import World

__all__ = ["verify_server"]

_PLANE = "data-plane"


def verify_server(options: argparse.Namespace, world: World, baseline: Baseline | None) -> Report:
    """Ask the application and return the report.

    Raises:
        CannotRun: the arguments are amiss, or the server cannot be asked to the end.

    """
    library = installed()
    kit, endpoint = _kit(library, options.api_version), _endpoint(options)
    target: Target = "own" if options.emulator else "foreign"
    report = Report(target, options.sealed, baseline=baseline, server=endpoint.public.url)
    source = Source("emulator" if options.emulator else "live", world.today().isoformat())
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    direct = is_loopback(endpoint.connect.host)
    with httpx2.Client(follow_redirects=False, cookies=cookies, trust_env=not direct) as client:
        probe = Probe(
            endpoint,
            _credential(world),
            kit.contract,
            client,
            world.around.sources.monotonic,
            world.around.sources.sleep,
            Limits(options.items, options.pages, options.timeout),
        )
        try:
            for _ in judge(_exchanges(probe, options, world), report, library, source):
                pass
        except ProbeError as error:
            raise CannotRun(str(error)) from error
    return report


def _exchanges(probe: Probe, options: argparse.Namespace, world: World) -> Iterator[Exchange]:
    own = probe.writes(f"verify-{world.unique()}") if options.allow_writes else iter(())
    return chain(probe.reads(), own)


def _kit(library: Library, version: str) -> Kit:
    kit = library.kit(_PLANE, version.removeprefix(_PLANE + "/"))
    if kit is None:
        known = ", ".join(name.partition("/")[2] for name in library.names if name.startswith(_PLANE))
        raise CannotRun(f"no version {version!r} of the data plane; there are {known}")
    return kit


def _endpoint(options: argparse.Namespace) -> Endpoint:
    try:
        endpoint = locate(options.url)
    except InvalidRequest as error:
        raise CannotRun(f"{options.url[:80]!r} is no address of an application: {error}") from error
    if not endpoint.connect.keeps_secrets:
        raise CannotRun("the token would go over plain http, readable on its way: give an https:// URL")
    if options.emulator and not is_loopback(endpoint.connect.host):
        raise CannotRun("--emulator is for a server on this machine; others are judged as the service")
    return endpoint


def _credential(world: World) -> str:
    environment = world.around.environment
    token, bearer = environment.get("IOTC_API_TOKEN", ""), environment.get("IOTC_BEARER_TOKEN", "")
    if bool(token) == bool(bearer):
        raise CannotRun("set one of IOTC_API_TOKEN and IOTC_BEARER_TOKEN")
    found = token or f"Bearer {bearer}"
    if not found.isascii() or not found.isprintable():
        raise CannotRun("the token has characters that no header can carry")
    return found
