"""`iotcentral diff` over the contracts of the generated package."""

from __future__ import annotations

import json

import pytest

from iotcentral.cli.__main__ import main

WIDER = ("data-plane/2022-05-31", "data-plane/2022-07-31")
NARROWER = ("2022-10-31-preview", "2022-07-31")


def diff(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["diff", *arguments])
    return code, capsys.readouterr().out


def test_a_version_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = diff(capsys, "data-plane/2022-07-31", "2022-07-31", "-o", "json")
    assert (code, json.loads(out)["differences"]) == (0, [])


def test_a_difference_that_breaks_callers_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(capsys, *NARROWER)[0] == 1


@pytest.mark.parametrize(
    ("form", "start"), [("text", "data-plane/2022-05-31 -> "), ("json", "{"), ("markdown", "# What changes")]
)
def test_the_report_comes_in_each_form(capsys: pytest.CaptureFixture[str], form: str, start: str) -> None:
    assert diff(capsys, *WIDER, "-o", form)[1].startswith(start)


def test_what_came_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(diff(capsys, *WIDER, "-o", "json")[1])
    assert (len(found["operations"]["added"]), len(found["operations"]["removed"])) == (29, 0)


def test_an_unknown_version_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2022-07-31", "moon/1.0"]) == 2
    assert "no version 'moon/1.0'; there are data-plane/1.0, " in capsys.readouterr().err
