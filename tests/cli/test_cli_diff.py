"""`iotcentral diff` around an engine that is not here yet."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from iotcentral.cli.__main__ import main

ENGINE = "iotcentral.contract.diff.engine"
SAME = ["diff", "data-plane/2022-07-31", "2022-07-31"]


def engine(breaking: bool) -> ModuleType:
    module = ModuleType(ENGINE)
    module.report = lambda old, new, output: (f"{old['info']['version']} {output}\n", breaking)  # type: ignore[attr-defined]
    return module


@pytest.mark.parametrize(("breaking", "code"), [(False, 0), (True, 1)])
def test_a_difference_that_breaks_callers_exits_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], breaking: bool, code: int
) -> None:
    monkeypatch.setitem(sys.modules, ENGINE, engine(breaking))
    assert main([*SAME, "-o", "json"]) == code
    assert capsys.readouterr().out == "2022-07-31 json\n"


def test_without_the_engine_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, ENGINE, None)
    assert main(SAME) == 2
    assert capsys.readouterr().err.startswith("iotcentral: the engine that compares contracts is not part of")


def test_an_unknown_version_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2022-07-31", "moon/1.0"]) == 2
    assert "no version 'moon/1.0'; there are data-plane/1.0, " in capsys.readouterr().err
