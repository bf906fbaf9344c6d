"""Every example of the README and of `docs/` runs on the emulator and prints what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from iotcentral.emulator import Emulator
from tests.documentation.identity import managed_identity
from tests.documentation.pages import PAGES, ROOT, Example, examples, furnish, languages
from tests.emulator.harness import every_document

EXAMPLES = [example for page in ("README.md", "docs/client.md") for example in examples(page)]
PLAIN = [example for example in EXAMPLES if not example.is_a_test]
TESTS = [example for example in EXAMPLES if example.is_a_test]


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What an example may take for granted: two clients, the environment, a folder."""
    monkeypatch.chdir(tmp_path)
    with (
        Emulator("contoso", documents=every_document()) as emulator,
        emulator.serve() as url,
        emulator.client() as app,
        emulator.management_client() as management,
        managed_identity(emulator.bearer) as identity,
    ):
        furnish(app)
        monkeypatch.setenv("IOTC_SUBDOMAIN", url)
        monkeypatch.setenv("IOTC_API_TOKEN", emulator.token)
        monkeypatch.setenv("IDENTITY_ENDPOINT", identity)
        monkeypatch.setenv("IDENTITY_HEADER", "known to this machine alone")
        yield {"app": app, "management": management}


@pytest.mark.parametrize("example", PLAIN, ids=lambda example: example.name)
def test_an_example_runs_and_prints_what_it_says(
    example: Example, names: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(compile(example.code, example.page, "exec", dont_inherit=True), names)
    said = capsys.readouterr()
    assert said.err == ""
    if example.said:
        assert said.out.splitlines() == example.said


@pytest.mark.parametrize("example", TESTS, ids=lambda example: example.name)
def test_a_test_that_is_an_example_passes(example: Example, tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(example.code, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "iotcentral.testing", "-p", "no:cacheprovider", "-q"]
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT / "generated")])
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_no_example_is_exempt(page: str) -> None:
    assert any(examples(page))
    assert {language for language in languages(page) if language.startswith("py")} == {"python"}


@pytest.mark.parametrize("page", ["README.md", "docs/client.md"])
def test_what_an_example_says_it_prints_is_read(page: str) -> None:
    assert any(example.said for example in examples(page))
