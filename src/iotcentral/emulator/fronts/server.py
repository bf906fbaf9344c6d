"""The ASGI application behind uvicorn: in the foreground until a signal, or in a thread."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from types import FrameType

import uvicorn

from iotcentral.emulator.fronts.asgi import AsgiFront
from iotcentral.emulator.fronts.protocol import ServerProtocol

__all__ = ["serve", "serve_in_thread"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_READY_WAIT = 30.0


class _Server(uvicorn.Server):
    """A server that says when it accepts connections and ends without raising the signal again."""

    def __init__(self, front: AsgiFront, ready: Callable[[], None]) -> None:
        # The engine writes `Date` itself, so that it equals the time in error bodies.
        config = uvicorn.Config(
            front,
            http=ServerProtocol,
            ws="none",
            proxy_headers=False,
            log_level="error",
            access_log=False,
            date_header=False,
            server_header=False,
            lifespan="on",
        )
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to accept connections, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Stop on SIGINT and SIGTERM; in a thread signals belong to somebody else."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        earlier = {number: signal.signal(number, self._stop) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in earlier.items():
                signal.signal(number, handler)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.handle_exit(number, frame)


def serve(front: AsgiFront, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM; `ready` is called with the URL once connections are accepted.

    Raises:
        OSError: the address cannot be used.

    """
    with _listen(host, port) as listener:
        url = _url(listener)
        asyncio.run(_Server(front, lambda: ready(url)).serve(sockets=[listener]))


@contextmanager
def serve_in_thread(front: AsgiFront, host: str, port: int) -> Generator[str]:
    """Serve from a thread while the block runs; gives the URL."""
    ready = threading.Event()
    with _listen(host, port) as listener:
        server = _Server(front, ready.set)
        thread = threading.Thread(
            target=lambda: asyncio.run(server.serve(sockets=[listener])),
            name="iotcentral-emulator",
            daemon=True,
        )
        thread.start()
        try:
            if not ready.wait(_READY_WAIT):
                raise RuntimeError("the emulator's server did not start")
            yield _url(listener)
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def _listen(host: str, port: int) -> Generator[socket.socket]:
    # asyncio turns Nagle's delay off only for sockets that name their protocol: 40 ms an answer otherwise.
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
        yield listener


def _url(listener: socket.socket) -> str:
    address: tuple[str, int] = listener.getsockname()[:2]
    host, port = address
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - to be reached, not to bind
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
