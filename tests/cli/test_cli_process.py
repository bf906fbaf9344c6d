"""The console script as a process: what it loads, how it ends, what it needs."""

from __future__ import annotations

import importlib.util
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from iotcentral.cli.__main__ import main
from iotcentral.cli.tools import TOOLS
from iotcentral.emulator import Emulator
from tests.cli.harness import TOKEN

COMMAND = [sys.executable, "-m", "iotcentral.cli"]


def loaded_by(*arguments: str) -> set[str]:
    run = f"from iotcentral.cli.__main__ import main; main({list(arguments)!r})"
    code = f"import sys; {run}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_the_list_of_commands_loads_no_models_no_http_and_no_tables() -> None:
    loaded = loaded_by("--help")
    assert not {"httpx2", "rich", "pyarrow", "jsonschema_rs"} & loaded
    assert not [name for name in loaded if name.endswith((".models", ".contract")) or ".operations" in name]


def test_a_command_loads_one_version_and_one_group_of_operations() -> None:
    loaded = loaded_by("devices", "list", "--help")
    operations = [name for name in loaded if ".operations." in name]
    assert operations == ["iotcentral_rest.data_plane.v2022_07_31.operations.devices"]
    assert not {"httpx2", "rich"} & loaded


@pytest.mark.parametrize(
    ("absent", "arguments", "said"),
    [
        ("click", ["devices", "list"], "this command needs click: pip install 'iotcentral[cli]'"),
        ("rich", ["devices"], "this command needs rich: pip install 'iotcentral[cli]'"),
        ("uvicorn", ["emulator"], "`emulator` needs uvicorn: pip install 'iotcentral[emulator]'"),
        ("yaml", ["verify", "recordings", "x"], "`verify` needs PyYAML: pip install 'iotcentral[contract]'"),
    ],
)
def test_without_its_extra_a_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    absent: str,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == absent else object())
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"iotcentral: {said}\n"


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]], ids=["nothing", "short", "long"])
def test_help_without_the_extra_names_the_tools_and_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "click" else object())
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert all(f"  {each.name}" in said and each.text in said for each in TOOLS)
    assert "pip install 'iotcentral[cli]'" in said


@pytest.mark.parametrize("tool", ["verify", "diff"])
def test_a_tool_works_without_the_extra_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tool: str
) -> None:
    monkeypatch.setitem(sys.modules, "click", None)
    with pytest.raises(SystemExit) as stopped:
        main([tool, "--help"])
    assert stopped.value.code == 0
    assert "usage: " in capsys.readouterr().out


def start(arguments: list[str], url: str, token: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "IOTC_API_TOKEN": token}
    return subprocess.Popen(
        [*COMMAND, *arguments, "--url", url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


def test_it_speaks_http_to_an_emulator() -> None:
    with Emulator() as emulator, emulator.serve() as url:
        process = start(["roles", "list", "-o", "csv"], url, emulator.token)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert out.startswith("id,displayName\n")


def test_a_closed_pipe_ends_it_without_a_traceback() -> None:
    with Emulator() as emulator, emulator.serve() as url:
        process = start(["roles", "list", "-o", "jsonl"], url, emulator.token)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
        assert (process.wait(timeout=60), err) == (141, "")
        process.stderr.close()


@pytest.fixture
def sigint_is_taken() -> Iterator[None]:
    """In the background of a shell tests ignore SIGINT, and a child would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("sigint_is_taken")
def test_ctrl_c_while_it_waits_ends_it_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        process = start(["roles", "list"], url, TOKEN)
        connection, _ = silent.accept()
        with connection:
            connection.recv(1)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "iotcentral: interrupted\n")
