"""Many threads and tasks on one client, over the emulator with faults: everybody gets the own answer."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, IotCentral, RateLimiter, RetryPolicy, Sources, TransportError, models
from iotcentral._core.transport import Request, Response
from iotcentral.emulator import Emulator, Fault

THREADS, TASKS = 200, 2000


class Faulty:
    """Every third request meets a fault: before the engine or after it, never for the same request thrice."""

    def __init__(self, emulator: Emulator) -> None:
        self._inner = emulator.transport()
        self._lock = threading.Lock()
        self._random = Random(7)
        self._met: dict[str, int] = {}
        self.faults = 0

    def send(self, request: Request) -> Response:
        kind = self._draw(f"{request.method} {request.url}")
        if kind == "not-sent":
            raise TransportError("refused", sent=False)
        if kind == "throttled":
            return Response(429, (("Retry-After", "1"),))
        response = self._inner.send(request)
        if kind == "lost":
            raise TransportError("broken", sent=True)
        return Response(503) if kind == "failed" else response

    def _draw(self, key: str) -> str:
        with self._lock:
            met = self._met.get(key, 0)
            if met >= 2 or self._random.random() > 0.35:
                return "none"
            self._met[key] = met + 1
            self.faults += 1
            return self._random.choice(["not-sent", "throttled", "lost", "failed"])

    def close(self) -> None:
        pass


class AsyncFaulty:
    def __init__(self, emulator: Emulator) -> None:
        self.sync = Faulty(emulator)

    async def send(self, request: Request) -> Response:
        await asyncio.sleep(0)
        response = self.sync.send(request)
        await asyncio.sleep(0)
        return response

    async def close(self) -> None:
        pass


async def no_sleep(seconds: float) -> None:
    await asyncio.sleep(0)


SLEEPLESS = Sources(sleep=lambda seconds: None, async_sleep=no_sleep)
RETRIES = RetryPolicy(attempts=6, budget=1_000_000)


def expected(name: str) -> tuple[str, str, bool]:
    return name, f"Name of {name}", True


def work(app: IotCentral, name: str) -> tuple[Any, ...]:
    """Create, read, and delete; a delete that was lost and repeated succeeds."""
    made = app.devices.create(name, models.Device(display_name=f"Name of {name}"))
    read = app.devices.get(name)
    gone = app.raw(app.devices.delete, name)
    return read.id, made.display_name, gone.value is None and gone.status in (204, 404)


async def work_async(app: AsyncIotCentral, name: str) -> tuple[Any, ...]:
    made = await app.devices.create(name, models.Device(display_name=f"Name of {name}"))
    read = await app.devices.get(name)
    return read.id, made.display_name, True


def test_two_hundred_threads_keep_their_answers_apart() -> None:
    names = [f"d{number}" for number in range(THREADS)]
    barrier = threading.Barrier(THREADS)
    with Emulator() as emulator:
        transport = Faulty(emulator)
        app = IotCentral(
            emulator.app,
            emulator.token,
            transport=transport,
            sources=SLEEPLESS,
            retries=RETRIES,
            rate_limit=RateLimiter(requests=1000),
        )

        def one(name: str) -> tuple[Any, ...]:
            barrier.wait(30)
            return work(app, name)

        with ThreadPoolExecutor(THREADS) as pool:
            found = list(pool.map(one, names))
        assert found == [expected(name) for name in names]
        assert list(app.devices.list()) == []
    assert transport.faults > 100


def test_two_thousand_tasks_keep_their_answers_apart() -> None:
    names = [f"d{number}" for number in range(TASKS)]

    async def run(emulator: Emulator, transport: AsyncFaulty) -> list[Any]:
        app = AsyncIotCentral(
            emulator.app, emulator.token, transport=transport, sources=SLEEPLESS, retries=RETRIES
        )
        return await asyncio.gather(*(work_async(app, name) for name in names))

    with Emulator() as emulator:
        transport = AsyncFaulty(emulator)
        assert asyncio.run(run(emulator, transport)) == [expected(name) for name in names]
    assert transport.sync.faults > 1000


HURRIED = RetryPolicy(attempts=12, budget=1_000_000, base_delay=0.01)


def meet_faults(emulator: Emulator) -> None:
    faults = [
        Fault(probability=0.1, seed=1, status=503, count=None),
        Fault(probability=0.05, seed=2, drop="after", count=None),
        Fault(probability=0.05, seed=3, drop="before", count=None),
    ]
    for fault in faults:
        emulator.steering.faults.add(fault)


def answered(emulator: Emulator) -> int:
    """How many calls came through without a fault."""
    return sum(call.status in (200, 204) for call in emulator.steering.calls.all())


def test_two_hundred_threads_keep_their_answers_apart_over_http() -> None:
    names = [f"d{number}" for number in range(THREADS)]
    with Emulator() as emulator, emulator.serve() as url:
        meet_faults(emulator)
        app = IotCentral("demo", emulator.token, connect_to=url, retries=HURRIED)
        with app, ThreadPoolExecutor(THREADS) as pool:
            found = list(pool.map(lambda name: work(app, name), names))
        assert found == [expected(name) for name in names]
        assert len(emulator.steering.calls.all()) > answered(emulator) > 3 * THREADS - 50


async def tasks_over_http(emulator: Emulator, url: str, names: list[str], timeout: float) -> list[Any]:
    async with AsyncIotCentral(
        "demo", emulator.token, connect_to=url, retries=HURRIED, timeout=timeout
    ) as app:
        return await asyncio.gather(*(work_async(app, name) for name in names))


@pytest.mark.parametrize("count", [300, pytest.param(TASKS, marks=pytest.mark.nightly)])
def test_tasks_keep_their_answers_apart_over_http(count: int) -> None:
    names = [f"d{number}" for number in range(count)]
    with Emulator() as emulator, emulator.serve() as url:
        meet_faults(emulator)
        found = asyncio.run(tasks_over_http(emulator, url, names, 30))
    assert found == [expected(name) for name in names]
