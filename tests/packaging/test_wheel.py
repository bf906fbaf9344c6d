"""The wheel, built and used the way a stranger would: in an empty environment, by the README's lines."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "iotcentral_rest"


def run(*command: str | Path, cwd: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "PYTHONHOME"}}
    environment["SOURCE_DATE_EPOCH"] = "1767225600"
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(out: Path) -> Path:
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", out, ROOT)
    (wheel,) = out.glob("iotcentral-*.whl")
    return wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=True)
    interpreter = home / "bin" / "python"
    run(interpreter, "-m", "pip", "install", "--quiet", f"{wheel}[emulator]")
    return interpreter


def readme_block() -> str:
    blocks = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    return blocks[0]


def test_every_file_of_the_manifest_is_in_the_wheel(wheel: Path) -> None:
    listed = json.loads((PACKAGE / "MANIFEST.json").read_text("utf-8"))["files"]
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"iotcentral_rest/{name}" for name in listed} <= names
    assert "iotcentral_rest/MANIFEST.json" in names


def test_every_source_file_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "iotcentral").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sources <= names


def test_the_wheel_holds_the_two_packages_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"iotcentral", "iotcentral_rest"}


def test_the_wheel_stays_under_its_size(wheel: Path) -> None:
    assert wheel.stat().st_size < 1_500_000


def test_two_builds_are_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    assert build(tmp_path).read_bytes() == wheel.read_bytes()


def test_the_readme_lines_run_in_an_empty_environment(python: Path, tmp_path: Path) -> None:
    script = tmp_path / "readme.py"
    script.write_text(readme_block(), "utf-8")
    printed = run(python, script, cwd=tmp_path)
    assert "tstat-7 Hall" in printed
    assert "'desiredValue': 21.5" in printed


PLUGIN = """
    from iotcentral.models import Device

    def test_one(iotcentral_client):
        iotcentral_client.devices.create("tstat-7", Device(display_name="Hall"))

    def test_two(iotcentral_emulator, iotcentral_client):
        assert list(iotcentral_client.devices.list()) == []
        with iotcentral_emulator.serve() as url:
            assert url.startswith("http://127.0.0.1:")
"""


def test_the_pytest_plugin_is_there_with_the_wheel(python: Path, tmp_path: Path) -> None:
    run(python, "-m", "pip", "install", "--quiet", "pytest>=8,<10")
    (tmp_path / "test_it.py").write_text(textwrap.dedent(PLUGIN), "utf-8")
    printed = run(
        python, "-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider", tmp_path, cwd=tmp_path
    )
    assert "2 passed" in printed


def test_the_base_install_imports_without_any_extra(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "base", with_pip=True)
    interpreter = tmp_path / "base" / "bin" / "python"
    run(interpreter, "-m", "pip", "install", "--quiet", wheel)
    run(
        interpreter,
        "-c",
        "import iotcentral.models; from iotcentral import IotCentral, AsyncIotCentral",
        cwd=tmp_path,
    )


def test_own_recordings_are_verified_and_the_outcome_explains_itself(
    wheel: Path, python: Path, tmp_path: Path
) -> None:
    run(python, "-m", "pip", "install", "--quiet", f"{wheel}[contract]")
    body = {
        "id": "d1",
        "etag": "1",
        "displayName": "d",
        "enabled": True,
        "provisioned": True,
        "simulated": True,
    }
    uri = "https://contoso.azureiotcentral.com/api/devices/d1?api-version=2022-07-31"
    interaction = {
        "request": {"method": "GET", "uri": uri, "body": None, "headers": {"Authorization": ["x"]}},
        "response": {
            "status": {"code": 200, "message": "OK"},
            "headers": {"Content-Type": ["application/json"]},
            "body": {"string": json.dumps({**body, "lastSeen": "x"})},
        },
    }
    (tmp_path / "mine.json").write_text(json.dumps({"interactions": [interaction]}))
    command = (python, "-m", "iotcentral.cli", "verify", "recordings", "mine.json", "--html", "page.html")
    printed = run(*command, cwd=tmp_path)
    for text in (
        "Devices_Get → 200",
        "drift  answer.unknown-member  /lastSeen",
        "A member that the spec does not name.",
        "`--sealed` counts it as broken",
        "contract: 1 operation, 2 checks, 0 broken, 1 drift (1 interaction in 1 recording)",
    ):
        assert text in printed
    assert "answer.unknown-member" in (tmp_path / "page.html").read_text("utf-8")
