"""`docs/emulator.md`: its examples run and print what they say, and it names every option."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from iotcentral.emulator import Emulator
from iotcentral.emulator.command_line import parse
from iotcentral.emulator.steering.faults import Fault
from iotcentral.emulator.steering.routes import SteeringRoutes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "emulator.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


SHELL = blocks("sh")
PYTHON = [block for block in blocks("python") if "def test_" not in block]
TESTS = [block for block in blocks("python") if "def test_" in block]


def test_there_are_examples_of_every_kind() -> None:
    assert (len(SHELL), len(PYTHON), len(TESTS)) == (3, 6, 1)


@pytest.mark.parametrize("block", SHELL, ids=range(len(SHELL)))
def test_a_shell_example_prints_what_it_says(block: str) -> None:
    said = [line.removeprefix("#> ") for line in block.splitlines() if line.startswith("#> ")]
    with Emulator(http_steering="loopback") as emulator, emulator.serve() as url:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = os.environ | {"URL": url, "TOKEN": emulator.token, "no_proxy": "*", "PATH": path}
        done = subprocess.run(
            ["bash", "-euc", block], env=environment, capture_output=True, text=True, check=False, timeout=60
        )
    assert (done.stdout.splitlines(), done.stderr) == (said, "")


@pytest.mark.parametrize("block", PYTHON, ids=range(len(PYTHON)))
def test_a_python_example_runs(block: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block, "docs/emulator.md", "exec"), {})
    assert "Traceback" not in capsys.readouterr().err


def test_the_tests_of_the_page_pass(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS[0], "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "iotcentral.testing", "-p", "no:cacheprovider", "-q"]
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT / "generated")])
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert "2 passed" in done.stdout


def test_every_option_of_the_command_line_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"], "emulator")
    options = set(re.findall(r"^  (--[a-z-]+)", capsys.readouterr().out, re.MULTILINE))
    assert len(options) > 10
    assert {option for option in options if f"`{option}" not in PAGE} == set()


@pytest.mark.parametrize("member", Fault.__struct_fields__)
def test_every_member_of_a_fault_is_explained(member: str) -> None:
    table = PAGE[PAGE.index("| Member |") :]
    assert f"`{member}`" in table[: table.index("\n\n")]


def test_every_route_of_the_steering_is_named() -> None:
    with Emulator() as emulator:
        routes = ["/".join(route) for route in SteeringRoutes(emulator.steering, "off").routes]
    table = PAGE[PAGE.index("## Steering") : PAGE.index("## What schemathesis")]
    short = {"clock/resume": "…/clock/resume", "faults/{id}": "/_emulator/faults"}
    named = {route for route in routes if short.get(route, f"/_emulator/{route}") in table}
    assert named == set(routes)


@pytest.mark.parametrize("seed", blocks("yaml"))
def test_a_seed_can_be_used(seed: str) -> None:
    with Emulator() as emulator:
        emulator.load(seed)
        with emulator.client() as app:
            assert app.devices.get("tstat-7").display_name == "Hall"
