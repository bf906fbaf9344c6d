"""`iotcentral verify server`: ask a live server and judge what it answers."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from itertools import chain
from typing import TYPE_CHECKING, Any

import httpx2

from iotcentral._core.endpoint import Endpoint, is_loopback, locate
from iotcentral.cli.activity import Activity, Ticker
from iotcentral.cli.exits import CannotRun
from iotcentral.contract.baseline import Baseline
from iotcentral.contract.findings import Target
from iotcentral.contract.library import Kit, Library, installed
from iotcentral.contract.live.asking import Asker, Limits, ProbeError
from iotcentral.contract.live.reading import Reader
from iotcentral.contract.live.writing import Writer
from iotcentral.contract.outcome import Report, Source
from iotcentral.contract.verify import judge
from iotcentral.errors import InvalidRequest

if TYPE_CHECKING:
    from iotcentral.cli.verify import World
    from iotcentral.contract.exchanges import Exchange

__all__ = ["verify_server"]

_DATA, _CONTROL, _REFERENCE = "data-plane", "control-plane", "reference-v1"


def verify_server(options: argparse.Namespace, world: World, baseline: Baseline | None) -> Report:
    """Ask the server and return the report.

    Raises:
        CannotRun: the arguments are amiss, the server cannot be asked to the end, or something stays behind.

    """
    library = installed()
    kit = _kit(library, options.api_version)
    endpoint, known = _endpoint(options, kit), _known(options, world, kit)
    credential = _credential(world, kit.contract.plane)
    target: Target = "own" if options.emulator else "foreign"
    report = Report(target, options.sealed, baseline=baseline, server=endpoint.public.url)
    source = Source("emulator" if options.emulator else "live", world.today().isoformat())
    with _client(endpoint) as client, _activity(world) as activity:
        limits = Limits(options.items, options.pages, options.max_requests, options.timeout, options.patience)
        sources = world.around.sources
        asker = Asker(endpoint, credential, kit.contract, client, sources, limits, activity.tell)
        writer = Writer(asker, world.unique(), report.notes)
        reads = Reader(asker, known, report.notes).reads()
        with _interruptible(options.allow_writes), _ending(writer, world), closing(writer.writes()) as writes:
            said = _shown(chain(reads, writes if options.allow_writes else ()), world)
            for _ in judge(said, report, library, source):
                activity.count()
    return report


def _shown(said: Iterable[Exchange], world: World) -> Iterator[Exchange]:
    for exchange in said:
        world.seen(exchange)
        yield exchange


@contextmanager
def _ending(writer: Writer, world: World) -> Generator[None]:
    """Say what is left behind, however the asking ends."""
    try:
        yield
    except ProbeError as error:
        raise CannotRun(f"{error}{_left(writer)}") from error
    except KeyboardInterrupt:
        world.around.say(f"interrupted{_left(writer)}")
        raise
    if writer.left:
        raise CannotRun(f"what was made could not all be removed{_left(writer)}")


def _left(writer: Writer) -> str:
    return f"; left behind, to be removed by hand: {', '.join(writer.left)}" if writer.left else ""


def _client(endpoint: Endpoint) -> httpx2.Client:
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    direct = is_loopback(endpoint.connect.host)
    return httpx2.Client(follow_redirects=False, cookies=cookies, trust_env=not direct)


@contextmanager
def _activity(world: World) -> Generator[Activity]:
    """Show on a terminal what is going on."""
    stream = world.around.stderr
    activity = Activity("verify", stream, world.around.sources.monotonic)
    with Ticker(activity, seen=stream.isatty()):
        yield activity


@contextmanager
def _interruptible(writes: bool) -> Generator[None]:
    """Let a request to end (SIGTERM) be as Ctrl-C: what was made is removed first."""
    if not writes or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _kit(library: Library, named: str) -> Kit:
    """Return the contract a user names: `PLANE/VERSION`, or a version, of the data plane if it has it."""
    names = [name for name in library.names if name == named or name.endswith("/" + named)]
    names.sort(key=lambda name: not name.startswith(_DATA))
    kit = library.kit(*names[0].split("/")) if names else None
    if kit is None:
        known = ", ".join(name.removeprefix(f"{_DATA}/") for name in library.names)
        raise CannotRun(f"--api-version: there is no {named!r}; there are {known}")
    return kit


def _endpoint(options: argparse.Namespace, kit: Kit) -> Endpoint:
    try:
        endpoint = locate(options.url, base_path=kit.contract.base_path)
    except InvalidRequest as error:
        raise CannotRun(f"{options.url[:80]!r} is no address of an application: {error}") from error
    if not endpoint.connect.keeps_secrets:
        raise CannotRun("the token would go over plain http, readable on its way: give an https:// URL")
    if options.emulator and not is_loopback(endpoint.connect.host):
        raise CannotRun("--emulator is for a server on this machine; others are judged as the service")
    return endpoint


def _known(options: argparse.Namespace, world: World, kit: Kit) -> dict[str, str]:
    """Return the values of paths that the user gives."""
    if kit.contract.plane != _CONTROL:
        if options.subscription or options.resource_group:
            raise CannotRun(f"--subscription and --resource-group are of the {_CONTROL}")
        return {}
    subscription = options.subscription or world.around.environment.get("AZURE_SUBSCRIPTION_ID", "")
    if not subscription:
        raise CannotRun(f"the {_CONTROL} needs --subscription, or AZURE_SUBSCRIPTION_ID")
    if options.allow_writes:
        raise CannotRun("--allow-writes: nothing is written to the control plane, since applications cost")
    group = {"resourceGroupName": options.resource_group} if options.resource_group else {}
    return {"subscriptionId": subscription, **group}


def _credential(world: World, plane: str) -> str:
    environment = world.around.environment
    token, bearer = environment.get("IOTC_API_TOKEN", ""), environment.get("IOTC_BEARER_TOKEN", "")
    if plane == _CONTROL:
        token = ""  # it is of an application; the resource manager must not see it
        if not bearer:
            raise CannotRun(f"set IOTC_BEARER_TOKEN: the {_CONTROL} takes Entra tokens only")
    if bool(token) == bool(bearer):
        raise CannotRun("set one of IOTC_API_TOKEN and IOTC_BEARER_TOKEN")
    found = token if token and plane != _REFERENCE else f"Bearer {token or bearer}"
    if not found.isascii() or not found.isprintable():
        raise CannotRun("the token has characters that no header can carry")
    return found
