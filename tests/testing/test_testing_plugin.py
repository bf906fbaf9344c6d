"""The pytest plugin, in a run of its own: fixtures, a state a test, options, a word without the extra."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(folder: Path, tests: str, *arguments: str, conftest: str = "") -> str:
    (folder / "test_it.py").write_text(textwrap.dedent(tests), "utf-8")
    (folder / "conftest.py").write_text(textwrap.dedent(conftest), "utf-8")
    # Only the plugin itself; that the wheel names it to pytest is a test of packaging.
    environment = os.environ | {
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "generated")]),
    }
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "iotcentral.testing",
        "-p",
        "no:cacheprovider",
        "-W",
        "error",
    ]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_every_test_has_a_state_of_its_own(tmp_path: Path) -> None:
    tests = """
        import pytest
        from iotcentral.models import Device

        @pytest.mark.parametrize("turn", range(3))
        def test_it(iotcentral_client, turn):
            assert list(iotcentral_client.devices.list()) == []
            iotcentral_client.devices.create("d", Device())
    """
    assert "3 passed" in run(tmp_path, tests)


def test_client_and_emulator_are_of_the_same_state(tmp_path: Path) -> None:
    tests = """
        from iotcentral.emulator import Fault
        from iotcentral import ServerError
        import pytest

        def test_it(iotcentral_emulator, iotcentral_client):
            iotcentral_emulator.steering.faults.add(Fault(status=500, count=None))
            with pytest.raises(ServerError):
                iotcentral_client.devices.get("d")
            assert iotcentral_emulator.steering.calls.all()
    """
    assert "1 passed" in run(tmp_path, tests)


def test_options_are_those_of_the_fixture_that_may_be_overridden(tmp_path: Path) -> None:
    conftest = """
        import pytest

        @pytest.fixture
        def iotcentral_emulator_options():
            return {"app": "north", "requests": "strict"}
    """
    tests = """
        def test_it(iotcentral_emulator):
            assert iotcentral_emulator.app == "north"
            assert iotcentral_emulator.engine.settings.requests == "strict"
    """
    assert "1 passed" in run(tmp_path, tests, conftest=conftest)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    conftest = """
        import importlib.util
        find = importlib.util.find_spec
        import iotcentral.testing
        iotcentral.testing.find_spec = lambda name: None if name == "jsonschema_rs" else find(name)
    """
    said = run(tmp_path, "def test_it(iotcentral_emulator): ...", conftest=conftest)
    assert "the emulator needs jsonschema_rs: pip install 'iotcentral[emulator]'" in said
    assert "1 error" in said


def test_a_run_that_uses_no_fixture_loads_no_emulator(tmp_path: Path) -> None:
    tests = """
        import sys

        def test_it():
            assert not {"iotcentral.emulator", "jsonschema_rs", "uvicorn", "httpx2"} & set(sys.modules)
    """
    assert "1 passed" in run(tmp_path, tests)


@pytest.mark.parametrize("name", ["iotcentral_emulator", "iotcentral_client", "iotcentral_emulator_options"])
def test_the_fixtures_are_explained(tmp_path: Path, name: str) -> None:
    listed = run(tmp_path, "", "--fixtures", "-q")
    assert f"\n{name} " in listed
