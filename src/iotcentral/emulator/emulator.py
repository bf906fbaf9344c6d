"""An emulator ready to use in a test: one application, a token, and every way to reach it."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iotcentral.emulator import portable
from iotcentral.emulator.choices import Choices
from iotcentral.emulator.credentials import Credentials, Strictness
from iotcentral.emulator.documents import Document, load_documents
from iotcentral.emulator.engine import Engine
from iotcentral.emulator.manners import Requests
from iotcentral.emulator.paging import DEFAULT_PAGE_SIZE
from iotcentral.emulator.planes import DATA_PLANE
from iotcentral.emulator.settings import Settings, base_url, subdomain
from iotcentral.emulator.sources import Clock, Makers, Randomness, system_clock, system_randomness
from iotcentral.emulator.state_file import IN_MEMORY, StateError
from iotcentral.emulator.steering import SteeredClock, Steering
from iotcentral.emulator.steering.routes import Reach, SteeringRoutes
from iotcentral.emulator.store import Store

if TYPE_CHECKING:
    from types import TracebackType

    from iotcentral import AsyncIotCentral, IotCentral, Sources
    from iotcentral.emulator.fronts.asgi import AsgiFront
    from iotcentral.emulator.fronts.transport import AsyncEmulatorTransport, EmulatorTransport
    from iotcentral.management import IotCentralManagement
    from iotcentral.reference_v1 import IotCentralReference

__all__ = ["Emulator"]


class Emulator:
    """IoT Central on this machine, for one process or served over loopback.

        with Emulator() as emulator, emulator.client() as app:
            app.devices.create("thermostat-1", models.Device(display_name="Hall"))

    Args:
        app: the application's subdomain.
        others: subdomains of further applications.
        state: SQLite file to keep the state in; in memory by default. One process can have it open.
        seed: YAML or JSON file (an `export`, or requests to make) that fills a state which is new.
        clock: answers the present moment; `ManualClock` makes time stand still.
        randomness: answers random bytes; `SeededRandomness` makes every run the same.
        page_size: items on a page of a list, at most 100.
        external_url: scheme and host for links, when callers use another address than the one they send.
        check_answers: validate every answer against the contract; a broken one raises `AssertionError`.
        choices: how open questions about the service are decided.
        documents: contract documents to serve; by default every plane and version of this package.
        requests: `strict` refuses all the contract forbids; by default what the service forgives passes.
        auth: `lenient` takes any credential for an administrator's, except an application's own API tokens.
        admin_token: an administrator's API token of your own, the whole `Authorization` text.
        admin_bearer: an administrator's Entra token, for both planes; made up unless given.
        rate_limits: answer 429 over the published rates, by the emulator's clock.
        deny_create: refuse to create applications through the control plane, as the service of today.
        http_steering: from where requests to `/_emulator/` may steer it, when it is served.

    Raises:
        ValueError: a subdomain or the external URL is not one.
        StateError: a state or seed that cannot be used, naming the file and why.

    """

    def __init__(
        self,
        app: str = "demo",
        *others: str,
        state: str | Path = IN_MEMORY,
        clock: Clock = system_clock,
        randomness: Randomness = system_randomness,
        page_size: int = DEFAULT_PAGE_SIZE,
        external_url: str | None = None,
        check_answers: bool = False,
        choices: Choices | None = None,
        documents: Iterable[Document] | None = None,
        requests: Requests = "service",
        auth: Strictness = "strict",
        admin_token: str | None = None,
        admin_bearer: str | None = None,
        rate_limits: bool = False,
        deny_create: bool = False,
        http_steering: Reach = "off",
        seed: str | Path | None = None,
    ) -> None:
        self.apps = (subdomain(app), *(subdomain(other) for other in others))
        settings = Settings(
            page_size=page_size,
            external_url=None if external_url is None else base_url(external_url),
            choices=choices or Choices(),
            requests=requests,
            credentials=Credentials(admin_token, admin_bearer, auth),
            rate_limits=rate_limits,
            deny_create=deny_create,
        )
        steered, store = SteeredClock(clock), Store(state)
        steered.set_to(store.clock())
        self.engine = Engine(
            load_documents() if documents is None else documents,
            store,
            Makers(steered, randomness),
            self.apps,
            settings,
            check_answers=check_answers,
        )
        self.steering = Steering(self.engine, steered)
        """What a test tells the emulator: its clock, faults, reset and snapshots, the calls it saw."""
        self._reach: Reach = http_steering
        if seed is not None and store.is_new:
            self._sow(Path(seed))
        store.finish()

    @property
    def app(self) -> str:
        """The subdomain of the (first) application."""
        return self.apps[0]

    @property
    def token(self) -> str:
        """A ready administrator API token of the application, sent as the whole `Authorization` header."""
        return self.token_of(self.app)

    def token_of(self, app: str) -> str:
        """Answer a ready administrator API token of one of the applications; the one given, if one was."""
        return self.engine.settings.credentials.admin_token or self.engine.administrator_token(app)

    @property
    def bearer(self) -> str:
        """An administrator's Entra token, sent as `Bearer …`, for the control plane and all applications."""
        return self.engine.administrator_bearer()

    @property
    def api_versions(self) -> tuple[str, ...]:
        """The api-versions of the data plane that are served."""
        return tuple(version for plane, version in self.engine.documents if plane == DATA_PLANE)

    def coverage(self) -> dict[str, dict[str, bool]]:
        """Answer, by plane and api-version and by operation id, whether an operation is served."""
        from iotcentral.emulator.coverage import coverage

        return coverage(self.engine.documents.values())

    def export(self) -> str:
        """Answer the whole state as text for `load` or a `seed`; every key in it is a real one."""
        return portable.write(portable.exported(self.engine))

    def load(self, text: str | bytes, name: str = "state") -> None:
        """Put an export in place of the state, or make the requests of a seed; `name` is for errors.

        Raises:
            StateError: naming the place in the text and what is wrong there; the state is as it was.

        """
        portable.load(self.steering, portable.read(text, name), name)

    def _sow(self, seed: Path) -> None:
        try:
            self.load(seed.read_bytes(), str(seed))
        except (OSError, StateError) as error:
            self.engine.close()
            if isinstance(error, OSError):
                raise StateError(f"{seed}: {error.strerror or error}") from None
            raise

    def transport(self) -> EmulatorTransport:
        """Answer a transport for `IotCentral` that calls the emulator without a network."""
        from iotcentral.emulator.fronts.transport import EmulatorTransport

        return EmulatorTransport(self.steering)

    def async_transport(self) -> AsyncEmulatorTransport:
        """Answer a transport for `AsyncIotCentral` that calls the emulator without a network."""
        from iotcentral.emulator.fronts.transport import AsyncEmulatorTransport

        return AsyncEmulatorTransport(self.steering)

    def client(self, **options: Any) -> IotCentral:
        """Answer a client of the application as its administrator; options are those of `IotCentral`."""
        from iotcentral import IotCentral

        options.setdefault("sources", self.sources())
        return IotCentral(self.app, self.token, transport=self.transport(), **options)

    def async_client(self, **options: Any) -> AsyncIotCentral:
        """Answer an async client of the application as its administrator."""
        from iotcentral import AsyncIotCentral

        options.setdefault("sources", self.sources())
        return AsyncIotCentral(self.app, self.token, transport=self.async_transport(), **options)

    def sources(self) -> Sources:
        """Answer a client's `sources` that go by the emulator's clock; a client that waits moves it.

        By another clock tokens might have expired, and what is waited for would not be done.
        """
        from iotcentral import Sources

        def now() -> float:
            return self.steering.clock().timestamp()

        def sleep(seconds: float) -> None:
            self.steering.clock.advance(timedelta(seconds=seconds))

        async def async_sleep(seconds: float) -> None:
            sleep(seconds)

        return Sources(now=now, monotonic=now, sleep=sleep, async_sleep=async_sleep)

    def management_client(self, **options: Any) -> IotCentralManagement:
        """Answer a client of the control plane; options are those of `IotCentralManagement`."""
        from iotcentral import BearerToken
        from iotcentral.management import IotCentralManagement

        options.setdefault("sources", self.sources())
        return IotCentralManagement(BearerToken(self.bearer), transport=self.transport(), **options)

    def reference_client(self, **options: Any) -> IotCentralReference:
        """Answer a client of the surface that one published text documents; nobody else answers it."""
        from iotcentral.reference_v1 import IotCentralReference

        options.setdefault("sources", self.sources())
        return IotCentralReference(self.app, self.token, transport=self.transport(), **options)

    def asgi(self) -> AsgiFront:
        """Answer an ASGI application over the emulator, for any ASGI server or test client."""
        from iotcentral.emulator.fronts.asgi import AsgiFront

        return AsgiFront(self.steering, SteeringRoutes(self.steering, self._reach))

    @contextmanager
    def serve(self, host: str = "127.0.0.1", port: int = 0) -> Generator[str]:
        """Serve HTTP from a thread while the block runs; gives the URL. Port 0 takes a free one."""
        from iotcentral.emulator.fronts.server import serve_in_thread

        with serve_in_thread(self.asgi(), host, port) as url:
            yield url

    def close(self) -> None:
        """Close the state."""
        self.engine.close()

    def __enter__(self) -> Emulator:
        """Answer the emulator itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the state."""
        self.close()
