"""The command behind `make verify`: its exit codes, its closing line, what it says of a broken recording."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from rich.console import Console

from contract_tests import table, verify
from contract_tests.coverage import Check, Outcome
from contract_tests.reading import Violation
from contract_tests.record import FOLDER

GA = "data-plane/2022-07-31"

Change = Callable[[dict[str, Any]], None]


def drop_value(response: dict[str, Any]) -> None:
    body = json.loads(response["body"]["string"])
    del body["value"]
    response["body"]["string"] = json.dumps(body)


def other_host(response: dict[str, Any]) -> None:
    response["body"]["string"] = response["body"]["string"].replace("https://demo.", "https://evil.")


def other_status(response: dict[str, Any]) -> None:
    response["status"]["code"] = 206


def drop_name(response: dict[str, Any]) -> None:
    body = json.loads(response["body"]["string"])
    del body["value"][0]["displayName"]
    response["body"]["string"] = json.dumps(body)


BROKEN: dict[str, tuple[Change, str]] = {
    "a member that is always there removed": (
        drop_name,
        "always.missing: Roles_List 200 /value/0/displayName",
    ),
    "a status the operation does not name": (other_status, "answer.success-status: Roles_List 206 /"),
    "a page without value": (drop_value, "answer.required: Roles_List 200 /value"),
    "a link to another host": (other_host, "paging.link-host: Roles_List 200 /nextLink"),
}


def run(recordings: Path, build: Path, workers: int = 0) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, over other recordings than ours."""
    command = [sys.executable, "-m", "contract_tests.verify", "--workers", str(workers)]
    return subprocess.run(  # noqa: S603 - our own command
        [*command, "--only", "recordings", "--cassettes", str(recordings), "--build", str(build)],
        cwd=verify.ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one broken copy of a recording for each fault."""
    folder = tmp_path_factory.mktemp("broken")
    for number, (change, _) in enumerate(BROKEN.values()):
        content = yaml.safe_load((FOLDER / "roles.yaml").read_text("utf-8"))
        change(content["interactions"][0]["response"])
        (folder / f"copy-{number}.yaml").write_text(yaml.safe_dump(content), "utf-8")
    return folder


@pytest.fixture(scope="module")
def broken(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The outcome for them."""
    return run(folder, tmp_path_factory.mktemp("build"))


@pytest.mark.xdist_group("verify")
@pytest.mark.parametrize("expected", [expected for _, expected in BROKEN.values()], ids=BROKEN)
def test_a_broken_recording_is_named_by_rule_operation_status_and_pointer(
    broken: subprocess.CompletedProcess[str], expected: str
) -> None:
    assert f"BROKEN {expected}" in broken.stdout


@pytest.mark.xdist_group("verify")
def test_a_broken_contract_ends_in_1(broken: subprocess.CompletedProcess[str]) -> None:
    assert broken.returncode == 1, broken.stdout + broken.stderr
    assert ", 0 broken," not in broken.stdout.splitlines()[-1]


@pytest.mark.xdist_group("verify")
def test_a_kept_contract_ends_in_0_with_one_closing_line(tmp_path: Path) -> None:
    ended = run(FOLDER / "roles.yaml", tmp_path / "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    closing = [line for line in ended.stdout.splitlines() if line.startswith("contract:")]
    assert closing == ended.stdout.splitlines()[-1:]
    assert closing[0].startswith("contract: 487 operations, ")
    assert {path.name for path in (tmp_path / "build").iterdir()} >= {"junit.xml", "table.md", "table.txt"}


def test_an_operation_the_emulator_does_not_serve_is_never_shown_as_checked_there() -> None:
    checks: Counter[Check] = Counter({("server", GA, "Jobs_List", 200): 1})
    outcome = Outcome(checks)
    (row,) = (
        row for row in table.rows(outcome, served=[]) if (row.version, row.operation) == (GA, "Jobs_List")
    )
    assert (row.served, row.cells[200]) == (False, "-")


def test_the_table_fits_into_120_columns() -> None:
    every = [
        (kind, row.version, row.operation, status)
        for kind in table.MARKS
        for row in empty()
        for status in row.cells
    ]
    console = Console(width=120, file=io.StringIO())
    for version, own in table.by_version(table.rows(Outcome(Counter(every)), served=[])).items():
        console.print(table.rich_table(version, own))
    assert max(len(line) for line in printed(console)) <= 120
    assert not any("…" in line for line in printed(console))


def empty() -> list[table.Row]:
    return table.rows(Outcome(), served=[])


def printed(console: Console) -> list[str]:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_the_closing_line_counts_what_is_broken() -> None:
    outcome = Outcome(Counter({("request", GA, "Jobs_List", None): 3}), [Violation("rule", "text")])
    assert str(table.summary(outcome, table.rows(outcome, served=[(GA, "Jobs_List")]))) == (
        "contract: 487 operations, 3 checks, 1 broken, 486 not served"
    )


REPORTS = ("outcome.json", "coverage.json", "table.md", "table.txt", "index.html")


def reports(build: Path) -> dict[str, Any]:
    """All that a run has written, byte for byte; JUnit's rows in one order and without their times."""
    rows = list(ElementTree.parse(build / "junit.xml").iter("testcase"))  # noqa: S314 - our own file
    for row in rows:
        del row.attrib["time"]
    junit = sorted(ElementTree.tostring(row, "unicode") for row in rows)
    return {"junit": junit, **{name: (build / name).read_bytes() for name in REPORTS}}


def test_a_broken_recording_is_told_the_same_on_two_workers(folder: Path, tmp_path: Path) -> None:
    builds = {workers: tmp_path / str(workers) for workers in (1, 2)}
    for workers, build in builds.items():
        assert run(folder, build, workers).returncode == 1
    assert reports(builds[1]) == reports(builds[2])


@pytest.mark.nightly
@pytest.mark.xdist_group("verify")
def test_one_worker_and_four_come_to_the_same(tmp_path: Path) -> None:
    builds = {workers: tmp_path / str(workers) for workers in (1, 4)}
    for workers, build in builds.items():
        command = [sys.executable, "-m", "contract_tests.verify", "--workers", str(workers)]
        ended = subprocess.run(  # noqa: S603 - our own command
            [*command, "--build", str(build)], cwd=verify.ROOT, capture_output=True, check=False, timeout=3000
        )
        assert ended.returncode == 0, ended.stdout
    assert reports(builds[1]) == reports(builds[4])
