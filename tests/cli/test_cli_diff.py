"""`iotcentral diff`: versions by name, forms of the report, exit codes."""

from __future__ import annotations

import json

import pytest

from iotcentral.cli.__main__ import main
from iotcentral_rest.versions import VERSIONS

NAMES = [f"{each.plane}/{each.version}" for each in VERSIONS]


@pytest.mark.parametrize("name", NAMES)
def test_a_version_differs_in_nothing_from_itself(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["diff", name, name, "-o", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["old"], report["new"], report["differences"]) == (name, name, [])


def test_a_difference_that_breaks_callers_exits_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2022-10-31-preview", "2022-07-31", "-o", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["summary"]["caller"]["breaking"] > 0


def test_a_version_without_a_plane_is_one_of_the_data_plane(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "2022-05-31", "data-plane/2022-07-31"])
    head, _, rest = capsys.readouterr().out.partition("\n")
    assert head == "data-plane/2022-05-31 -> data-plane/2022-07-31"
    assert "operations   29 added, 0 removed" in rest


def test_markdown_opens_with_a_heading(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "2022-05-31", "2022-07-31", "-o", "markdown"])
    assert capsys.readouterr().out.startswith("# ")


def test_an_unknown_version_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2022-07-31", "moon/1.0"]) == 2
    assert f"no version 'moon/1.0'; there are {', '.join(NAMES)}" in capsys.readouterr().err
