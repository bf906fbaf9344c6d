"""`docs/emulator.md`: its tables are what the emulator's data give."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from codegen.emulator_page import EXPECTATIONS, PAGE, ROOT, is_current, main, page, write
from codegen.markdown import table
from iotcentral.emulator import choices, manners

TEXT = (ROOT / PAGE).read_text("utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in (PAGE, EXPECTATIONS):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_tables_are_what_their_data_give() -> None:
    assert is_current(ROOT), "run `python -m codegen.emulator_page`"


def test_a_table_that_was_changed_by_hand_is_found_and_mended(
    monkeypatch: pytest.MonkeyPatch, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("codegen.emulator_page.ROOT", checkout)
    (checkout / PAGE).write_text(TEXT.replace("| the last one counts |", "| no idea |"), "utf-8")
    assert main(["--check"]) == 1
    assert "run `python -m codegen.emulator_page`" in capsys.readouterr().err
    assert main([]) == 0
    assert (checkout / PAGE).read_text("utf-8") == TEXT


def test_the_text_around_the_tables_stays(checkout: Path) -> None:
    (checkout / PAGE).write_text("before\n" + TEXT + "after\n", "utf-8")
    write(checkout)
    assert (checkout / PAGE).read_text("utf-8") == page(checkout) == "before\n" + TEXT + "after\n"


@pytest.mark.parametrize("rule", manners.Rule)
def test_every_difference_of_the_manners_has_a_row(rule: manners.Rule) -> None:
    row = (rule.value.request, rule.value.service, rule.value.strict)
    assert table(row, []).splitlines()[0] in TEXT


@pytest.mark.parametrize("choice", list(choices.table()), ids=lambda choice: choice.name)
def test_every_open_point_has_a_row(choice: choices.Choice) -> None:
    assert f"| `{choice.name}` | `{choice.values[0]}`" in TEXT
