"""An emulator ready to use in a test: one application, a token, and every way to reach it."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iotcentral.emulator.choices import Choices
from iotcentral.emulator.documents import Document, load_documents
from iotcentral.emulator.engine import Engine
from iotcentral.emulator.paging import DEFAULT_PAGE_SIZE
from iotcentral.emulator.sources import Clock, Makers, Randomness, system_clock, system_randomness
from iotcentral.emulator.store import Store

if TYPE_CHECKING:
    from types import TracebackType

    from iotcentral import AsyncIotCentral, IotCentral, Sources
    from iotcentral.emulator.fronts.asgi import AsgiFront
    from iotcentral.emulator.fronts.transport import AsyncEmulatorTransport, EmulatorTransport

__all__ = ["Emulator"]


class Emulator:
    """IoT Central on this machine, for one process or served over loopback.

        with Emulator() as emulator, emulator.client() as app:
            app.devices.create("thermostat-1", models.Device(display_name="Hall"))

    Args:
        app: the application's subdomain.
        state: SQLite file to keep the state in; in memory by default.
        clock: answers the present moment; `ManualClock` makes time stand still.
        randomness: answers random bytes; `SeededRandomness` makes every run the same.
        page_size: items on a page of a list, at most 100.
        external_url: scheme and host for links, when callers use another address than the one they send.
        check_answers: validate every answer against the contract; a broken one raises `AssertionError`.
        choices: how open questions about the service are decided.
        documents: contract documents to serve; by default every data plane version of this package.

    """

    def __init__(
        self,
        app: str = "demo",
        *,
        state: str | Path = ":memory:",
        clock: Clock = system_clock,
        randomness: Randomness = system_randomness,
        page_size: int = DEFAULT_PAGE_SIZE,
        external_url: str | None = None,
        check_answers: bool = False,
        choices: Choices | None = None,
        documents: Iterable[Document] | None = None,
    ) -> None:
        self.app = app
        self._clock = clock
        self.engine = Engine(
            load_documents() if documents is None else documents,
            Store(state),
            Makers(clock, randomness),
            (app,),
            page_size=page_size,
            external_url=external_url,
            check_answers=check_answers,
            choices=choices,
        )

    @property
    def token(self) -> str:
        """A ready administrator API token, sent as the whole `Authorization` header."""
        return self.engine.administrator_token(self.app)

    @property
    def api_versions(self) -> tuple[str, ...]:
        """The api-versions served."""
        return tuple(self.engine.documents)

    def transport(self) -> EmulatorTransport:
        """Answer a transport for `IotCentral` that calls the engine without a network."""
        from iotcentral.emulator.fronts.transport import EmulatorTransport

        return EmulatorTransport(self.engine)

    def async_transport(self) -> AsyncEmulatorTransport:
        """Answer a transport for `AsyncIotCentral` that calls the engine without a network."""
        from iotcentral.emulator.fronts.transport import AsyncEmulatorTransport

        return AsyncEmulatorTransport(self.engine)

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
        """Answer a client's `sources` with this clock: by another one the tokens might have expired."""
        from iotcentral import Sources

        return Sources(now=lambda: self._clock().timestamp())

    def asgi(self) -> AsgiFront:
        """Answer an ASGI application over the engine, for any ASGI server or test client."""
        from iotcentral.emulator.fronts.asgi import AsgiFront

        return AsgiFront(self.engine)

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
