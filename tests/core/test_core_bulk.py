"""The same operation on many devices, by threads and by tasks."""

import asyncio
import gc
import json
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from iotcentral import (
    AsyncIotCentral,
    InternalServerError,
    InvalidRequest,
    IotCentral,
    NotFound,
    Unauthenticated,
    models,
)
from iotcentral.bulk import BulkProgress, BulkResult
from iotcentral.bulk.journal import Journal
from iotcentral.emulator import Emulator
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


@both
def test_a_second_run_with_the_journal_does_what_is_left(run: Any, tmp_path: Path) -> None:
    journal, seen = tmp_path / "j", []
    run("create_devices", DEVICES[:25], journal=journal)
    results = run(
        "create_devices", DEVICES, lambda request: seen.append(request) or echo(request), journal=journal
    )
    assert (len(seen), sum(one.skipped for one in results), len(results)) == (15, 25, 40)


@both
def test_an_item_that_failed_is_tried_again(run: Any, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    run("create_devices", DEVICES, lambda request: fault(500), journal=journal)
    assert not any(one.skipped for one in run("create_devices", DEVICES, journal=journal))


@both
def test_an_item_whose_body_has_changed_is_another_item(run: Any, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    run("set_properties", [("a", {"x": 1})], lambda request: answer({}, 202), journal=journal)
    changed = [("a", {"x": 2}), ("a", {"x": 1})]
    results = run("set_properties", changed, lambda request: answer({}, 202), journal=journal)
    assert sorted((one.index, one.skipped) for one in results) == [(0, False), (1, True)]


@both
def test_a_deletion_that_an_interrupted_run_has_begun_may_be_gone(run: Any, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    run("delete_devices", ["a"], lambda request: fault(500), journal=journal)
    results = {
        one.id: one for one in run("delete_devices", ["a", "b"], lambda request: fault(404), journal=journal)
    }
    assert (results["a"].ok, type(results["b"].error)) == (True, NotFound)


@both
def test_what_was_read_counts_only_when_the_caller_has_it(run: Any, tmp_path: Path) -> None:
    journal = tmp_path / "j"
    take_two(run, journal)
    results = run("get_properties", ["a", "b", "c"], lambda request: answer({}), journal=journal)
    assert {one.id: one.skipped for one in results} == {"a": True, "b": False, "c": False}


def take_two(run: Any, journal: Path) -> None:
    """Take two results, and go away while working on the second."""
    transport: Any
    if run is run_sync:
        transport = FakeTransport(lambda request: answer({}))
        results = IotCentral("contoso", TOKEN, transport=transport).bulk.get_properties(
            ["a", "b", "c"], concurrency=1, journal=journal
        )
        next(results), next(results)
        results.close()  # type: ignore[attr-defined]
        return

    async def take() -> None:
        app = AsyncIotCentral("contoso", TOKEN, transport=AsyncFakeTransport(lambda request: answer({})))
        found = app.bulk.get_properties(["a", "b", "c"], concurrency=1, journal=journal)
        await anext(found), await anext(found)
        await found.aclose()  # type: ignore[attr-defined]

    asyncio.run(take())


def test_what_is_under_way_when_the_caller_goes_away_is_noted(tmp_path: Path) -> None:
    journal = tmp_path / "j"
    app = IotCentral("contoso", TOKEN, transport=FakeTransport(echo))
    results = app.bulk.create_devices(DEVICES, concurrency=4, journal=journal)
    next(results)
    results.close()  # type: ignore[attr-defined]
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    begun = {line["begin"] for line in lines if "begin" in line}
    done = {line["done"] for line in lines if "done" in line}
    assert begun == done
    assert len(done) == 4


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


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_last_line_that_was_cut_off_is_dropped(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "j"
    run_sync("create_devices", DEVICES[:3], journal=path, concurrency=1)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    results = run_sync("create_devices", DEVICES[:3], journal=path, concurrency=1)
    assert [one.skipped for one in results] == [True, True, False]
    assert [one.skipped for one in run_sync("create_devices", DEVICES[:3], journal=path)] == [True] * 3


@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_journal_that_has_not_even_its_head_is_begun_anew(tmp_path: Path, size: int) -> None:
    path = tmp_path / "j"
    run_sync("create_devices", DEVICES[:1], journal=path)
    path.write_bytes(path.read_bytes()[:size])
    assert not any(one.skipped for one in run_sync("create_devices", DEVICES[:1], journal=path))


@both
@pytest.mark.parametrize("content", [b"my precious notes\n", b'{"a":1}\n', b"[]\n", b"\xff\n"])
def test_another_file_is_refused_and_left_alone(run: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "j"
    path.write_bytes(content)
    with pytest.raises(InvalidRequest) as caught:
        run("create_devices", DEVICES, journal=path)
    assert (caught.value.argument, path.read_bytes()) == ("journal", content)


@both
def test_a_journal_is_good_for_its_own_action_and_application(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "j"
    Journal(path, "create_devices", "https://fabrikam.azureiotcentral.com").close()
    for action in ("create_devices", "update_devices"):
        with pytest.raises(InvalidRequest, match="create_devices at https://fabrikam"):
            run(action, [], journal=path)


def test_a_journal_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest) as caught:
        run_sync("create_devices", DEVICES, journal=tmp_path / "none" / "j")
    assert caught.value.argument == "journal"


def test_nothing_is_opened_before_the_run_begins(tmp_path: Path) -> None:
    app = IotCentral("contoso", TOKEN, transport=FakeTransport([]))
    app.bulk.create_devices(DEVICES, journal=tmp_path / "j")
    assert not (tmp_path / "j").exists()


CHILD = """
import os, sys
from iotcentral import IotCentral, models
app = IotCentral("demo", os.environ["TOKEN"], connect_to=os.environ["URL"])
items = ((f"d{n}", models.Device()) for n in range(300))
print("begun", flush=True)
for result in app.bulk.create_devices(items, concurrency=4, journal=sys.argv[1]):
    assert result.error is None
    print(result.id, flush=True)
"""


def test_a_run_that_is_killed_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    journal = tmp_path / "j"
    with Emulator(page_size=100) as emulator, emulator.serve() as url:
        variables = {"TOKEN": emulator.token, "URL": url, "PYTHONPATH": ":".join(sys.path), "PATH": ""}
        command = [sys.executable, "-c", CHILD, str(journal)]
        with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            told = [child.stdout.readline() for _ in range(60)]
            child.kill()
        again = subprocess.run(command, env=variables, capture_output=True, text=True, check=True)
        with emulator.client() as app:
            found = {device.id for device in app.devices.list()}
    assert len(told) == 60

    assert len(again.stdout.splitlines()) == 301
    assert found == {f"d{n}" for n in range(300)}
    lines = journal.read_text().splitlines()
    assert sum('"done"' in line for line in lines) == 300
