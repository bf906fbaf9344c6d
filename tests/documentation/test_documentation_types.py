"""Every example of the README and of `docs/` passes mypy and pyright, both strict."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documentation.pages import PAGES, ROOT, examples

GIVEN = """\
from typing import cast as _cast

from iotcentral import IotCentral as _IotCentral
from iotcentral import IotCentralManagement as _IotCentralManagement

app = _cast("_IotCentral", None)
management = _cast("_IotCentralManagement", None)
"""
"""What an example may take for granted."""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every example as a module."""
    folder = tmp_path_factory.mktemp("examples")
    for example in (example for page in PAGES for example in examples(page)):
        (folder / f"{example.name}.py").write_text(GIVEN + example.code, "utf-8")
    return folder


def run(*command: str | Path) -> tuple[str, int]:
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr, done.returncode


def test_mypy_passes_every_example(modules: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", ROOT / ".mypy_cache"]
    assert run(*command, *sorted(modules.glob("*.py"))) == ("", 0)


def test_pyright_passes_every_example(modules: Path) -> None:
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": ["*.py"],
        "extraPaths": [str(ROOT / "src"), str(ROOT / "generated")],
        "reportMissingTypeStubs": "none",
    }
    (modules / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = Path(sys.executable).with_name("basedpyright")
    said, code = run(command, "--project", modules, "--pythonpath", sys.executable)
    assert code == 0, said
