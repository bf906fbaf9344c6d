"""The pytest plugin, in runs of its own: fixtures, a state a test, options, workers, the missing extra."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]

Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a module of tests in a process of its own, with the plugin and no other."""
    # That the wheel names the plugin to pytest is a test of packaging.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT / "src"), str(ROOT / "generated")]))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)

    def run(tests: str, *arguments: str, conftest: str = "") -> pytest.RunResult:
        pytester.makepyfile(test_it=textwrap.dedent(tests))
        pytester.makeconftest(textwrap.dedent(conftest))
        plugin = ["-p", "iotcentral.testing", "-p", "no:cacheprovider", "-W", "error"]
        return pytester.runpytest_subprocess(*plugin, *arguments)

    return run


def test_every_test_has_a_state_of_its_own(run: Run) -> None:
    tests = """
        import pytest
        from iotcentral.models import Device

        @pytest.mark.parametrize("turn", range(3))
        def test_it(iotcentral_client, turn):
            assert list(iotcentral_client.devices.list()) == []
            iotcentral_client.devices.create("d", Device())
    """
    run(tests).assert_outcomes(passed=3)


def test_workers_of_xdist_do_not_share_a_state(run: Run) -> None:
    tests = """
        import urllib.request
        import pytest
        from iotcentral import IotCentral
        from iotcentral.models import Device

        @pytest.mark.parametrize("turn", range(3))
        def test_it(iotcentral_emulator, worker_id, turn):
            with iotcentral_emulator.serve() as url:
                with IotCentral(url, iotcentral_emulator.token, sources=iotcentral_emulator.sources()) as app:
                    assert list(app.devices.list()) == []
                    app.devices.create(worker_id, Device())
                    assert [device.id for device in app.devices.list()] == [worker_id]
    """
    # Every worker runs every test, both at the same time.
    run(tests, "-p", "xdist.plugin", "--dist", "each", "--tx", "2*popen").assert_outcomes(passed=6)


def test_client_and_emulator_are_of_the_same_state(run: Run) -> None:
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
    run(tests).assert_outcomes(passed=1)


def test_options_are_those_of_the_fixture_that_may_be_overridden(run: Run) -> None:
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
    run(tests, conftest=conftest).assert_outcomes(passed=1)


def test_the_emulator_is_closed_when_its_test_is_over(run: Run) -> None:
    tests = """
        import sqlite3
        import pytest

        kept = []

        def test_one(iotcentral_emulator):
            kept.append(iotcentral_emulator)

        def test_two():
            with pytest.raises(sqlite3.ProgrammingError):
                kept[0].token
    """
    run(tests).assert_outcomes(passed=2)


def test_without_the_extra_it_says_what_to_install(run: Run) -> None:
    conftest = """
        import importlib.util
        find = importlib.util.find_spec
        import iotcentral.testing
        iotcentral.testing.find_spec = lambda name: None if name == "jsonschema_rs" else find(name)
    """
    said = run("def test_it(iotcentral_emulator): ...", conftest=conftest)
    said.stdout.fnmatch_lines("*the emulator needs jsonschema_rs: pip install 'iotcentral?emulator?'*")
    said.assert_outcomes(errors=1)


def test_a_run_that_uses_no_fixture_loads_no_emulator(run: Run) -> None:
    tests = """
        import sys

        def test_it():
            assert not {"iotcentral.emulator", "jsonschema_rs", "uvicorn", "httpx2"} & set(sys.modules)
    """
    run(tests).assert_outcomes(passed=1)


@pytest.mark.parametrize("name", ["iotcentral_emulator", "iotcentral_client", "iotcentral_emulator_options"])
def test_the_fixtures_are_explained(run: Run, name: str) -> None:
    assert f"\n{name} " in run("", "--fixtures", "-q").stdout.str()
