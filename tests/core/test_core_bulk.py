"""The same operation on many devices, by threads and by tasks."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from iotcentral import (
    AsyncIotCentral,
    InternalServerError,
    InvalidRequest,
    IotCentral,
    Unauthenticated,
    models,
)
from iotcentral.bulk import BulkProgress
from tests.core.bulk_runs import DEVICES, both, echo, run_async, run_sync
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import fault


@both
@pytest.mark.parametrize("concurrency", [1, 8, 100])
def test_every_item_has_a_result(run: Any, concurrency: int) -> None:
    results = run("create_devices", DEVICES, concurrency=concurrency)
    assert sorted((one.index, one.id, one.value.id) for one in results) == [
        (number, f"d{number}", f"d{number}") for number in range(40)
    ]
    assert all(one.ok for one in results)


@both
def test_nothing_is_nothing(run: Any) -> None:
    assert run("create_devices", []) == []


ITEMS: dict[str, Any] = {
    "create_devices": models.Device(display_name="a"),
    "update_devices": models.DevicePatch(display_name="a"),
    "set_properties": {"a": 1},
    "replace_properties": {"a": 1},
}
METHODS = {
    "create_devices": "PUT /api/devices/x",
    "update_devices": "PATCH /api/devices/x",
    "set_properties": "PATCH /api/devices/x/properties",
    "replace_properties": "PUT /api/devices/x/properties",
    "delete_devices": "DELETE /api/devices/x",
    "get_properties": "GET /api/devices/x/properties",
}


@both
@pytest.mark.parametrize("action", METHODS)
def test_each_action_is_its_operation(run: Any, action: str) -> None:
    seen: list[str] = []

    def note(request: Any) -> Any:
        seen.append(f"{request.method} {request.url.split('.com')[1].split('?')[0]}")
        return fault(204) if request.method == "DELETE" else answer({}, 202 if "prop" in action else 200)

    if action == "get_properties":
        results = run(action, ["x"], lambda request: note(request) and answer({}))
    else:
        results = run(action, [("x", ITEMS[action])] if action in ITEMS else ["x"], note)
    assert (seen, [one.error for one in results]) == ([METHODS[action]], [None])


@both
def test_a_model_that_knows_its_id_is_an_item(run: Any) -> None:
    device = models.Device(id="x", display_name="a")
    assert [one.id for one in run("create_devices", [device])] == ["x"]
    assert [one.id for one in run("delete_devices", [device])] == ["x"]


@both
def test_an_error_of_one_item_does_not_end_the_run(run: Any) -> None:
    def answers(request: Any) -> Any:
        return fault(500) if "/d7?" in request.url else echo(request)

    results = run("create_devices", DEVICES, answers)
    assert len(results) == 40
    (failed,) = [one for one in results if not one.ok]
    assert (failed.id, failed.index, type(failed.error)) == ("d7", 7, InternalServerError)


@both
def test_an_argument_the_contract_refuses_is_the_items_error(run: Any) -> None:
    results = run("create_devices", [("..", models.Device()), ("a", models.Device())])
    assert {one.id: type(one.error) for one in results} == {"..": InvalidRequest, "a": type(None)}


@both
def test_a_credential_that_is_not_taken_ends_the_run(run: Any) -> None:
    seen: list[Any] = []

    def answers(request: Any) -> Any:
        seen.append(request)
        return fault(401)

    with pytest.raises(Unauthenticated):
        run("create_devices", DEVICES, answers, concurrency=2)
    assert len(seen) <= 4


@both
@pytest.mark.parametrize("item", [7, None, ("a",), ("a", 1, 2), ("", models.Device()), models.Device()])
def test_what_is_no_item_ends_the_run_after_those_before_it(run: Any, item: Any) -> None:
    seen: list[Any] = []
    with pytest.raises(InvalidRequest) as caught:
        run("create_devices", [DEVICES[0], item], lambda request: seen.append(request) or echo(request))
    assert (caught.value.argument, len(seen)) == ("items", 1)


@both
def test_an_iterable_that_fails_does_not_lose_what_is_under_way(run: Any) -> None:
    seen: list[BulkProgress] = []

    def failing() -> Iterator[Any]:
        yield from DEVICES[:5]
        raise LookupError("no more rows")

    with pytest.raises(LookupError, match="no more rows"):
        run("create_devices", failing(), progress=seen.append, concurrency=3)
    assert seen[-1].done == 5


@both
@pytest.mark.parametrize("concurrency", [0, 101, True, 2.5, "8"])
def test_a_concurrency_that_makes_no_sense_is_refused(run: Any, concurrency: Any) -> None:
    with pytest.raises(InvalidRequest) as caught:
        run("create_devices", DEVICES, concurrency=concurrency)
    assert caught.value.argument == "concurrency"


@both
def test_an_option_that_does_not_exist_is_a_type_error(run: Any) -> None:
    with pytest.raises(TypeError, match="no option 'workers'"):
        run("create_devices", DEVICES, workers=3)


@both
def test_progress_counts(run: Any) -> None:
    seen: list[BulkProgress] = []
    run(
        "create_devices",
        DEVICES,
        lambda request: fault(500) if "/d1?" in request.url else echo(request),
        progress=seen.append,
    )
    assert (seen[-1].done, seen[-1].failed, seen[-1].skipped, seen[-1].total) == (39, 1, 0, 40)
    assert len(seen) == 40


@both
def test_an_iterable_without_a_length_has_no_total(run: Any) -> None:
    seen: list[BulkProgress] = []
    run("create_devices", iter(DEVICES), progress=seen.append)
    assert seen[-1].total is None


def test_items_may_come_from_an_async_iterable() -> None:
    async def items() -> AsyncIterator[Any]:
        for item in DEVICES:
            yield item

    assert len(run_async("create_devices", items())) == 40


@both
def test_no_more_items_are_taken_than_are_under_way(run: Any) -> None:
    taken, answered, most = [0], [0], [0]

    def items() -> Iterator[Any]:
        for number in range(200):
            taken[0] += 1
            most[0] = max(most[0], taken[0] - answered[0])
            yield f"d{number}", models.Device()

    def answers(request: Any) -> Any:
        answered[0] += 1
        return echo(request)

    run("create_devices", items(), answers, concurrency=4)
    assert most[0] <= 5


def test_no_more_threads_work_than_were_asked_for() -> None:
    lock, working, most = threading.Lock(), [0], [0]

    def answers(request: Any) -> Any:
        with lock:
            working[0] += 1
            most[0] = max(most[0], working[0])
        found = echo(request)
        with lock:
            working[0] -= 1
        return found

    run_sync("create_devices", DEVICES, answers, concurrency=3)
    assert most[0] <= 3


@both
def test_results_do_not_pile_up(run: Any) -> None:
    """Of 2,000 items never more devices are alive than a few, when the caller keeps no result."""
    alive: list[int] = []

    def items() -> Iterator[Any]:
        for number in range(2000):
            if number % 500 == 499:
                gc.collect()
                alive.append(sum(isinstance(one, Marked) for one in gc.get_objects()))
            yield f"d{number}", models.Device(organizations=Marked(["x"]))

    class Marked(list[str]):
        pass

    consume = (
        (lambda: _drop_sync(items())) if run is run_sync else (lambda: asyncio.run(_drop_async(items())))
    )
    consume()
    assert max(alive) < 60


def _drop_sync(items: Any) -> None:
    app = IotCentral("contoso", TOKEN, transport=_forgetful())
    for _ in app.bulk.create_devices(items, concurrency=8):
        pass


async def _drop_async(items: Any) -> None:
    transport = AsyncFakeTransport(echo)
    transport.sync = _forgetful()
    app = AsyncIotCentral("contoso", TOKEN, transport=transport)
    async for _ in app.bulk.create_devices(items, concurrency=8):
        pass


def _forgetful() -> FakeTransport:
    class Forgetful(FakeTransport):
        def send(self, request: Any) -> Any:
            return echo(request)

    return Forgetful([])


def test_a_run_that_is_cancelled_cancels_what_is_under_way() -> None:
    cancelled: list[str] = []

    class Hanging:
        async def send(self, request: Any) -> Any:
            try:
                await asyncio.Event().wait()
            finally:
                cancelled.append(request.url)

        async def close(self) -> None:
            pass

    async def take() -> None:
        app = AsyncIotCentral("contoso", TOKEN, transport=Hanging())
        task = asyncio.ensure_future(anext(app.bulk.create_devices(DEVICES, concurrency=5)))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(take())
    assert len(cancelled) == 5
