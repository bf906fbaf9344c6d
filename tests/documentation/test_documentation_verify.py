"""`docs/verify.md` names every option of the command and no other, and what writes make."""

from __future__ import annotations

import re

import pytest

from iotcentral.cli.verify import main
from iotcentral.contract.live.things import things
from tests.documentation.pages import ROOT

PAGE = (ROOT / "docs" / "verify.md").read_text("utf-8")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
NAMES = {
    "organizations": "an organization",
    "deviceTemplates": "a device template",
    "devices": "two devices",
    "relationships": "a relationship",
    "deviceGroups": "a device group",
    "apiTokens": "an API token",
}


def options(capsys: pytest.CaptureFixture[str], *subjects: str) -> set[str]:
    found: set[str] = set()
    for subject in subjects:
        with pytest.raises(SystemExit):
            main([subject, "--help"])
        found |= set(OPTION.findall(capsys.readouterr().out))
    return found - {"--help"}


def test_every_option_of_a_live_server_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert options(capsys, "server") - set(OPTION.findall(PAGE)) == set()


def test_no_option_is_told_that_the_command_has_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(OPTION.findall(PAGE)) - options(capsys, "server", "recordings", "spec") == set()


def test_every_kind_that_is_made_is_told() -> None:
    kinds = [thing.path.split("/")[-2] for thing in things("abc")]
    assert {kind: NAMES[kind] for kind in kinds} == NAMES
    assert all(name in " ".join(PAGE.split()) for name in NAMES.values())


def test_the_limits_are_told_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["server", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for option, usual in (("--max-requests", "1000"), ("--patience", "60")):
        assert re.search(rf"{option} \S+ [^-]*\(default: {usual}", said), option
        assert re.search(rf"`{option}`[^`]*\({usual}\b|`{option}` requests \({usual}\b", PAGE), option
