"""The page in a browser, from `file://`: search and filters, nothing fetched, readable on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_tests.browser.driver import Browser, browser
from contract_tests.test_page import html

__all__ = ["html"]

pytestmark = pytest.mark.nightly

WIDTHS = pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def file(html: str, tmp_path: Path) -> Path:
    path = tmp_path / "index.html"
    path.write_text(html, "utf-8")
    return path


def shown(chromium: Browser, selector: str) -> int:
    """How many elements are to be seen."""
    script = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length"
    return int(chromium.run(script, selector))


@WIDTHS
def test_the_page_complains_of_nothing_and_asks_nobody(chromium: Browser, file: Path, width: int) -> None:
    chromium.open(file, width=width)
    assert chromium.errors() == []
    assert chromium.run("return performance.getEntriesByType('resource').length") == 0


@WIDTHS
def test_the_page_is_as_wide_as_the_screen(chromium: Browser, file: Path, width: int) -> None:
    chromium.open(file, width=width)
    chromium.run("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    assert chromium.run("return document.documentElement.scrollWidth") <= width


@WIDTHS
def test_scores_are_seen_without_scrolling_sideways(chromium: Browser, file: Path, width: int) -> None:
    chromium.open(file, width=width)
    chromium.run("document.querySelectorAll('#mutants details').forEach((each) => { each.open = true })")
    edges = "return [...document.querySelectorAll('#mutants td')].map((e) => e.getBoundingClientRect().right)"
    assert 0 < max(chromium.run(edges)) <= width


@WIDTHS
def test_controls_are_large_enough_for_a_finger(chromium: Browser, file: Path, width: int) -> None:
    chromium.open(file, width=width)
    heights = "return [...document.querySelectorAll('input, select, summary')].map((e) => e.clientHeight)"
    assert min(chromium.run(heights)) >= 30


def test_a_search_leaves_the_operations_that_have_all_its_words(chromium: Browser, file: Path) -> None:
    chromium.open(file, width=1280)
    chromium.type("input[data-filter=row]", "devices_get commands")
    names = "return [...document.querySelectorAll('tbody tr[data-states]')].filter((e) => !e.hidden)"
    found = chromium.run(f"{names}.map((e) => e.cells[0].textContent)")
    assert found
    assert all("devices_get" in each.lower() and "commands" in each.lower() for each in found)


def test_a_search_for_nothing_leaves_no_version(chromium: Browser, file: Path) -> None:
    chromium.open(file, width=1280)
    chromium.type("input[data-filter=row]", "nosuchoperation")
    assert shown(chromium, "details[data-version]") == 0
    assert chromium.run("return document.querySelector('output[data-count=row]').textContent").startswith(
        "0 of"
    )


def test_the_filter_leaves_operations_with_findings(chromium: Browser, file: Path) -> None:
    chromium.open(file, width=1280)
    select = "const s = document.querySelector('select[data-shown]'); s.value = 'found'"
    chromium.run(f"{select}; s.dispatchEvent(new Event('input', {{bubbles: true}}))")
    assert shown(chromium, "tbody tr[data-states]") == 1


def test_findings_are_searched_by_their_words(chromium: Browser, file: Path) -> None:
    chromium.open(file, width=390)
    assert shown(chromium, ".finding") == 1
    chromium.type("input[data-filter=finding]", "no such word")
    assert shown(chromium, ".finding") == 0


def test_a_cell_tells_what_was_checked_when_it_is_chosen(chromium: Browser, file: Path) -> None:
    chromium.open(file, width=390)
    chromium.run("document.querySelector('td[title]').click()")
    told = chromium.run("return document.getElementById('told').textContent")
    assert told == "DeviceTemplates_Create requests: request once on emulator. Real service: never."
    assert shown(chromium, "#told") == 1
