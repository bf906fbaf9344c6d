"""`iotcentral verify recordings PATH…`, as a user runs it."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from iotcentral.cli.__main__ import main
from iotcentral.contract.report.progress import Progress
from tests.contract.examples import DOCUMENTED
from tests.contract.recordings import LINK, change_body, change_status, clean, pair, write


def test_a_recording_that_keeps_the_contract_exits_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "recordings", "--own", write(tmp_path / "c.yaml", clean())]) == 0
    out = capsys.readouterr().out
    assert out == "contract: 3 operations, 8 checks, 0 broken (4 interactions in 1 recording)\n"


@pytest.mark.parametrize(
    ("mutant", "rule", "operation", "status", "pointer"),
    [
        (
            change_body(3, lambda body: body.pop("capabilityModel")),
            *("answer.required", "DeviceTemplates_Get", 200, "/capabilityModel"),
        ),
        (change_status(2, 206), *("answer.success-status", "Devices_Get", 206, "")),
        (change_body(0, lambda body: body.pop("value")), *("answer.required", "Devices_List", 200, "/value")),
        (
            change_body(0, lambda body: body.update(nextLink=LINK.replace("contoso", "evil"))),
            *("paging.link-host", "Devices_List", 200, "/nextLink"),
        ),
    ],
    ids=["required-removed", "status-not-named", "value-dropped", "link-to-another-host"],
)
def test_a_mutated_copy_exits_1_and_names_rule_operation_status_and_pointer(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    mutant: Any,
    rule: str,
    operation: str,
    status: int,
    pointer: str,
) -> None:
    assert main(["verify", "recordings", write(tmp_path / "c.yaml", mutant)]) == 1
    out = capsys.readouterr().out
    assert f"{operation} → {status}" in out
    assert f"broken {rule}  {pointer or '(whole)'}" in out


def test_a_finding_shows_the_words_of_the_spec(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["verify", "recordings", write(tmp_path / "c.yaml", change_body(0, lambda body: body.pop("value")))])
    assert "spec data-plane/2022-07-31 /components/schemas/DeviceCollection" in capsys.readouterr().out


def test_drift_exits_0_and_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drifted = write(tmp_path / "c.yaml", change_body(2, lambda body: body.update(lastSeen="x")))
    assert main(["verify", "recordings", drifted]) == 0
    assert "drift  answer.unknown-member  /lastSeen" in capsys.readouterr().out


@pytest.mark.parametrize("switch", ["--sealed", "--own"])
def test_drift_exits_1_when_sealed_or_our_own(tmp_path: Path, switch: str) -> None:
    drifted = write(tmp_path / "c.yaml", change_body(2, lambda body: body.update(lastSeen="x")))
    assert main(["verify", "recordings", drifted, switch]) == 1


def test_json_holds_the_findings_and_the_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["verify", "recordings", "--json", write(tmp_path / "c.yaml", change_status(2, 206))])
    report = json.loads(capsys.readouterr().out)
    (finding,) = report["findings"]
    assert (finding["rule"], finding["operation"], finding["status"]) == (
        "answer.success-status",
        "Devices_Get",
        206,
    )
    assert finding["where"]["interaction"] == 2
    assert report["checks"][0]["operation"] == "DeviceTemplates_Get"


def test_a_folder_is_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("file-uploads", "file-uploads-remove", "device-templates", "device-templates-remove"):
        shutil.copy(DOCUMENTED / f"{name}.yaml", tmp_path)
    assert main(["verify", "recordings", "--own", str(tmp_path)]) == 1
    assert capsys.readouterr().out.endswith("9 broken (9 interactions in 4 recordings)\n")


@pytest.mark.parametrize("text", ["interactions:\n- request: {a: [}\n", "not a cassette", ""])
def test_a_broken_cassette_exits_2_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text)
    assert main(["verify", "recordings", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"iotcentral: {path}: ")


def test_a_path_that_is_not_there_exits_2(tmp_path: Path) -> None:
    assert main(["verify", "recordings", str(tmp_path / "none.yaml")]) == 2


def test_an_empty_folder_exits_2(tmp_path: Path) -> None:
    assert main(["verify", "recordings", str(tmp_path)]) == 2


def test_a_recording_of_other_hosts_alone_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = write(tmp_path / "c.yaml", [pair("GET", "https://example.org/x", 200, {})])
    assert main(["verify", "recordings", elsewhere]) == 2
    assert "nothing was verified" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "rich" else object())
    assert main(["verify", "recordings", "x.yaml"]) == 2
    assert "pip install 'iotcentral[contract]'" in capsys.readouterr().err


def test_the_command_line_itself_is_checked() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["verify", "recordings"])
    assert stopped.value.code == 2


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    path = write(tmp_path / "c.yaml", change_status(2, 206))
    command = [sys.executable, "-m", "iotcentral.cli", "verify", "recordings", path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_progress_is_silent_for_two_seconds_and_then_regular() -> None:
    moments = iter([0.0, 1.9, 2.0, 3.9, 4.1])
    stream = StringIO()
    progress = Progress(lambda: next(moments), stream)
    for done in (1, 20, 300, 4000):
        progress(done)
    assert stream.getvalue() == "verify: 20 interactions\nverify: 4,000 interactions\n"
