"""`docs/errata.md`: made from the errata, current, and complete."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from codegen.errata_page import ERRATA, INDEX, PAGE, ROOT, Document, is_current, main, page, render, write
from iotcentral.contract.errata import Erratum, Place, load_errata, load_sources

LISTED = load_errata(ROOT / ERRATA)
TEXT = (ROOT / PAGE).read_text("utf-8")


def erratum(id: str = "a", line: int = 1, **members: object) -> Erratum:
    given = {"document": "000", "version": "1.0", "fault": "It is wrong.", "service": "It is right."}
    told = {"fault_class": "prose", "source": "Y, A", "grade": "S", "rule": None, **given, **members}
    place = Place("Heading", line, members.pop("pointer", None))  # type: ignore[arg-type]
    return Erratum(id=id, place=place, **{key: value for key, value in told.items() if key != "pointer"})  # type: ignore[arg-type]


def rows(*errata: Erratum) -> list[str]:
    text = render([Document("000", "Title", None)], errata, {"Y": "Swagger"})
    return [line for line in text.splitlines() if line.startswith("| Heading")]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in (ERRATA, INDEX):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_page_is_what_the_errata_give() -> None:
    assert is_current(ROOT), "run `python -m codegen.errata_page`"


def test_check_exits_0_for_the_page_of_this_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert "as the errata give it" in capsys.readouterr().out


def test_check_exits_1_and_says_what_to_run_when_the_page_differs(
    monkeypatch: pytest.MonkeyPatch, checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("codegen.errata_page.ROOT", checkout)
    assert main(["--check"]) == 1
    assert "run `python -m codegen.errata_page`" in capsys.readouterr().err


def test_what_is_written_is_current(checkout: Path) -> None:
    assert not is_current(checkout)
    assert write(checkout) == checkout / PAGE
    assert is_current(checkout)
    (checkout / PAGE).write_text("x", "utf-8")
    assert not is_current(checkout)


def test_without_a_switch_the_page_is_written(monkeypatch: pytest.MonkeyPatch, checkout: Path) -> None:
    monkeypatch.setattr("codegen.errata_page.ROOT", checkout)
    assert main([]) == 0
    assert (checkout / PAGE).read_text("utf-8") == page(checkout)


@pytest.mark.parametrize(
    "listed", [each for each in LISTED if each.part_of is None], ids=lambda each: each.id
)
def test_an_erratum_is_on_the_page_with_its_text_and_source(listed: Erratum) -> None:
    for words in (listed.fault, listed.service, f"{listed.source} ({listed.grade})"):
        assert " ".join(words.split()).replace("|", "\\|") in TEXT


@pytest.mark.parametrize("key", load_sources(ROOT / ERRATA))
def test_a_source_is_explained_on_the_page(key: str) -> None:
    assert f"| {key} |" in TEXT


@pytest.mark.parametrize("document", ["000", "001", "002", "003", "004"])
def test_a_document_has_one_table_with_a_row_a_fault(document: str) -> None:
    section = TEXT.split(f"## Document {document}: ")[1].split("\n## ")[0]
    faults = [each for each in LISTED if each.document == document and each.part_of is None]
    assert section.count("| Place | Fault | What is right | Source |") == 1
    assert sum(line.startswith("| ") for line in section.splitlines()) == len(faults) + 2


def test_rows_come_in_the_order_of_the_document() -> None:
    assert ["line 1" in row for row in rows(erratum("b", 2), erratum("a", 1))] == [True, False]


def test_what_the_verifier_reports_besides_stands_in_the_row_of_its_fault() -> None:
    more = erratum("b", part_of="a", rule="answer.unknown-member", pointer="/b")
    (row,) = rows(erratum(rule="answer.required", pointer="/a"), more)
    assert "`/a`, `/b`" in row
    assert "`answer.required`, `answer.unknown-member`" in row


def test_a_bar_in_a_text_does_not_end_its_cell() -> None:
    (row,) = rows(erratum(fault="a | b"))
    assert "a \\| b" in row
