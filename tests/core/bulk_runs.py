"""Bulk runs by threads and by tasks, over a transport that echoes."""

import asyncio
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, IotCentral, models
from iotcentral.bulk import BulkResult
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import World, fault

DEVICES = [(f"d{number}", models.Device(display_name=f"Device {number}")) for number in range(40)]


def echo(request: Any) -> Any:
    if request.method == "DELETE":
        return fault(204)
    return answer({"id": request.url.split("/")[-1].split("?")[0]})


def run_sync(action: str, items: Any, answers: Any = echo, **options: Any) -> list[BulkResult[Any]]:
    transport = FakeTransport(answers)
    app = IotCentral("contoso", TOKEN, transport=transport, sources=World().sources, retries=None)
    return list(getattr(app.bulk, action)(items, **options))


def run_async(action: str, items: Any, answers: Any = echo, **options: Any) -> list[BulkResult[Any]]:
    async def run() -> list[BulkResult[Any]]:
        app = AsyncIotCentral(
            "contoso",
            TOKEN,
            transport=AsyncFakeTransport(answers),
            sources=World().sources,
            retries=None,
        )
        return [result async for result in getattr(app.bulk, action)(items, **options)]

    return asyncio.run(run())


both = pytest.mark.parametrize("run", [run_sync, run_async], ids=["threads", "tasks"])
