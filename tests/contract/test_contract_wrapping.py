"""Lines of a report at a terminal: no word is broken or lost, none is wider than the screen if it can be."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from iotcentral.contract.report.wrapping import fitted

LINES = st.lists(st.text("ab/日 ", min_size=1, max_size=60), max_size=12).map(" ".join)


def fitting(text: str, width: int, hang: int | None = None) -> list[str]:
    console = Console(file=StringIO(), force_terminal=True, width=width)
    return [each.plain for each in fitted(console, Text(text), hang)]


@given(LINES, st.integers(40, 140), st.sampled_from([None, 0, 8]))
def test_the_words_stay_and_fit_the_terminal(text: str, width: int, hang: int | None) -> None:
    lines = fitting(text, width, hang)
    assert [word for line in lines for word in line.split()] == text.split()
    assert all(cell_len(line) <= width or len(line.split()) == 1 for line in lines)


def test_what_follows_is_set_in_deeper() -> None:
    assert fitting("  one two three", 30)[0] == "  one two three"
    assert fitting(f"  {'word ' * 9}", 30) == ["  word word word word word", "    word word word word"]
    assert fitting("word " * 9, 38, 8) == ["word word word word word word word", "        word word"]


def test_a_word_wider_than_the_terminal_stays_whole() -> None:
    pointer = "/components/schemas/" + "x" * 60
    assert fitting(f"spec {pointer}: text", 40) == ["spec", f"  {pointer}:", "  text"]


@pytest.mark.parametrize("width", [10, 200])
def test_a_pipe_gets_lines_as_they_are(width: int) -> None:
    console = Console(file=StringIO(), force_terminal=False, width=width)
    assert [each.plain for each in fitted(console, Text("a " * 60))] == ["a " * 60]
