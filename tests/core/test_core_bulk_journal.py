"""Runs taken up again after an interruption, by their journal."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from iotcentral import AsyncIotCentral, InvalidRequest, IotCentral, NotFound
from iotcentral.bulk.journal import Journal
from iotcentral.emulator import Emulator
from tests.core.bulk_runs import DEVICES, both, echo, run_sync
from tests.core.fakes import TOKEN, AsyncFakeTransport, FakeTransport, answer
from tests.core.world import fault


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


THREADS = """
import os, sys
from iotcentral import IotCentral, models
app = IotCentral.from_env()
items = ((f"d{n}", models.Device(display_name=f"Device {n}")) for n in range(int(sys.argv[2])))
print("begun", flush=True)
for result in app.bulk.create_devices(items, concurrency=4, journal=sys.argv[1]):
    assert result.error is None
    print(result.id, flush=True)
"""
TASKS = """
import asyncio, os, sys
from iotcentral import AsyncIotCentral, models
async def main():
    app = AsyncIotCentral.from_env()
    items = ((f"d{n}", models.Device(display_name=f"Device {n}")) for n in range(int(sys.argv[2])))
    print("begun", flush=True)
    async for result in app.bulk.create_devices(items, concurrency=4, journal=sys.argv[1]):
        assert result.error is None
        print(result.id, flush=True)
asyncio.run(main())
"""


class Killed:
    """A bulk run as a process of its own, over HTTP."""

    def __init__(self, code: str, count: int, journal: Path, emulator: Emulator, url: str) -> None:
        self.command = [sys.executable, "-c", code, str(journal), str(count)]
        self.variables = {
            "IOTC_SUBDOMAIN": url,
            "IOTC_API_TOKEN": emulator.token,
            "PYTHONPATH": ":".join(sys.path),
            "PATH": "",
        }

    def kill_after(self, results: int) -> int:
        """Run until so many results were told, and kill it then; returns how many lines were read."""
        with subprocess.Popen(self.command, env=self.variables, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            told = [child.stdout.readline() for _ in range(results + 1)]
            child.kill()
        return len([line for line in told if line])

    def finish(self) -> list[str]:
        done = subprocess.run(
            self.command, env=self.variables, capture_output=True, text=True, check=True, timeout=600
        )
        return done.stdout.splitlines()[1:]


def survive(code: str, count: int, kills: list[int], journal: Path) -> None:
    with Emulator("contoso", page_size=100) as emulator, emulator.serve() as url:
        run = Killed(code, count, journal, emulator, url)
        assert [run.kill_after(results) for results in kills] == [results + 1 for results in kills]
        told = run.finish()
        puts = sum(call.method == "PUT" for call in emulator.steering.calls.all())
        with emulator.client() as app:
            found = sorted(device.id for device in app.devices.list())
    assert len(told) == count
    assert found == sorted(f"d{n}" for n in range(count))
    # What was under way when a run was killed is sent again; nothing else is.
    assert count <= puts <= count + 4 * len(kills)
    assert sum('"done"' in line for line in journal.read_text().splitlines()) == count


engines = pytest.mark.parametrize("code", [THREADS, TASKS], ids=["threads", "tasks"])


@engines
def test_a_run_that_is_killed_goes_on_and_loses_nothing(tmp_path: Path, code: str) -> None:
    survive(code, 300, [60, 150], tmp_path / "j")


@engines
@pytest.mark.nightly
def test_five_thousand_devices_survive_a_run_that_is_killed(tmp_path: Path, code: str) -> None:
    survive(code, 5000, [2500], tmp_path / "j")
