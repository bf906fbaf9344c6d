"""The state in a file: whose it is, who has it open, and what a killed process leaves behind."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from iotcentral.emulator import StateError
from tests.emulator.harness import Service, new_emulator

_WRITER = Path(__file__).with_name("state_writer.py")


def _kept(path: Path) -> None:
    with new_emulator(state=path) as emulator:
        Service(emulator).ok("PUT", "/devices/d1", {})


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mine (a)")


def _newer(path: Path) -> None:
    _kept(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")


def _damaged(path: Path) -> None:
    _kept(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x55" * (size - 4096))


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (
            lambda path: path.write_text("this is no database " * 300),
            "not a database",
        ),
        (_foreign, "something else"),
        (_newer, "form 2"),
        (_damaged, "malformed|damaged"),
        (lambda path: path.mkdir(), "unable to open"),
    ],
    ids=["text", "foreign", "newer", "damaged", "folder"],
)
def test_file_that_is_no_state_is_refused_and_left_alone(tmp_path: Path, spoil, why: str) -> None:
    path = tmp_path / "state.db"
    spoil(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(StateError, match=rf"^{path}: .*({why})"):
        new_emulator(state=path)
    assert before is None or path.read_bytes() == before


def test_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="unable to open"):
        new_emulator(state=tmp_path / "none" / "state.db")


def test_file_has_one_owner_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with new_emulator(state=path) as emulator:
        with pytest.raises(StateError, match=rf"^{path}: another process has the file open$"):
            new_emulator(state=path)
        Service(emulator).ok("PUT", "/devices/d1", {})
    with new_emulator(state=path) as emulator:
        assert Service(emulator).ok("GET", "/devices/d1")["id"] == "d1"


def test_file_of_a_running_process_is_refused_to_another(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with new_emulator(state=path):
        command = [sys.executable, "-m", "iotcentral.emulator", "--state", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"iotcentral.emulator: {path}: another process has the file open\n"


@contextmanager
def _nobody() -> Iterator[None]:
    """Have no more rights to files than anybody, as root has all."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_read_only_file_is_refused_and_left_alone() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "state.db")
        _kept(path)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        before = path.read_bytes()
        with _nobody(), pytest.raises(StateError, match=rf"^{path}: the file is read-only$"):
            new_emulator(state=path)
        assert path.read_bytes() == before
        Path(folder).chmod(0o755)


def test_state_that_was_not_finished_begins_anew(tmp_path: Path) -> None:
    path, seed = tmp_path / "state.db", tmp_path / "seed.yaml"
    start = "format: iotcentral-emulator 1\napplications: {demo: {requests: [{put: /devices/a, body: {}}"
    seed.write_text(f"{start}, {{put: /devices/b, body: {{enabled: no}}}}, {{put: /x}}]}}}}", "utf-8")
    with pytest.raises(StateError, match=r"requests\[2\]"):
        new_emulator(state=path, seed=seed)
    seed.write_text(f"{start}]}}}}", "utf-8")
    with new_emulator(state=path, seed=seed) as emulator:
        assert [device["id"] for device in Service(emulator).ok("GET", "/devices")["value"]] == ["a"]


def test_threads_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    ids = [f"{thread}-{number}" for thread in range(8) for number in range(25)]
    with new_emulator(state=path) as emulator:
        service = Service(emulator)
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda id: service.ok("PUT", f"/devices/{id}", {"displayName": id}), ids))
    _check_everything_is_there(path, ids)


def test_keys_of_a_state_do_not_get_into_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    with new_emulator(state=tmp_path / "state.db") as emulator:
        exported = emulator.export()
        emulator.load(exported)
        with pytest.raises(StateError) as refused:
            emulator.load(exported.replace('"timers": []', '"timers": [{"kind": 1}]'))
        state = json.loads(exported)["applications"]["demo"]["state"]
    for key in (state["primaryGroupKey"], state["secondaryGroupKey"], state["linkKey"]):
        assert key not in caplog.text + str(refused.value)


def _kill_while_writing(path: Path, writes: int, killed_after: int) -> list[str]:
    """Let a process write devices, kill it at once when so many are acknowledged; answer those that were."""
    command = [sys.executable, str(_WRITER), str(path), str(writes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [writer.stdout.readline().strip() for _ in range(killed_after)]
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged += writer.stdout.read().split()
        assert writer.wait() == -signal.SIGKILL
    return acknowledged


def _check_everything_is_there(path: Path, acknowledged: list[str]) -> None:
    with new_emulator(state=path) as emulator:
        found = [device["id"] for page in Service(emulator).pages("/devices") for device in page]
        assert set(acknowledged) <= set(found)
        assert len(found) <= len(acknowledged) + 1  # at most the one under way has come through as well
        Service(emulator).ok("PUT", "/devices/after", {})
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("killed_after", [1, 40])
def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, killed_after: int) -> None:
    path = tmp_path / "state.db"
    acknowledged = _kill_while_writing(path, 5000, killed_after)
    assert killed_after <= len(acknowledged) < 5000
    _check_everything_is_there(path, acknowledged)


@pytest.mark.nightly
@pytest.mark.parametrize("round_", range(20))
def test_what_was_acknowledged_of_a_thousand_writes_survives_kill_9(tmp_path: Path, round_: int) -> None:
    path = tmp_path / "state.db"
    acknowledged = _kill_while_writing(path, 1000, 1 + round_ * 49)
    _check_everything_is_there(path, acknowledged)


def test_what_was_there_of_an_unfinished_state_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    _kept(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")  # as a kill leaves it before the first request is taken
    with new_emulator(state=path) as emulator:
        assert Service(emulator).ok("GET", "/devices")["value"] == []
