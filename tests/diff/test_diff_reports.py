"""The report as text, JSON and Markdown."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from iotcentral.contract.diff import Report, compare
from iotcentral.contract.diff.render_json import as_json
from iotcentral.contract.diff.render_markdown import as_markdown
from iotcentral.contract.diff.render_text import as_text, write_text
from tests.diff.specimen import GET, GONE, PUT, SENT, SIZE, Edits, difference, edited, specimen

EDITS: Edits = {
    "/paths/~1peek": {"get": {"operationId": "Things_Peek", "responses": {}}},
    PUT: GONE,
    "/components/schemas/Fish": {"type": "object"},
    "/components/schemas/FishPatch": {"type": "object"},
    f"{SIZE}/schema/maximum": 100,
    f"{GET}/summary": "Read",
    "/components/parameters/ThingId/schema/pattern": "^(a|b)*$",
}


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def report() -> Report:
    return compare(specimen(), edited(EDITS), ("plane/1", "plane/2"))


def test_the_text_starts_with_counts(report: Report) -> None:
    head = as_text(report).split("BREAKING")[0]
    assert "plane/1 -> plane/2" in head
    assert "operations   1 added, 1 removed     (4 -> 4)" in head
    assert "schemas      1 added, 0 removed     (8 -> 9)" in head


def test_the_text_says_how_own_schemas_are_told(report: Report) -> None:
    assert "own schemas  1 added, 0 removed     (0 -> 1) added by this project: names that end in" in as_text(
        report
    )


def test_breaking_differences_come_first(report: Report) -> None:
    text = as_text(report)
    assert text.index("BREAKING") < text.index("COMPATIBLE") < text.index("DOCUMENTATION")


@pytest.mark.parametrize("word", ["Things_Peek", "Things_Create", "Fish ", "FishPatch"])
def test_what_came_and_went_is_named(report: Report, word: str) -> None:
    assert word in as_text(report)


def test_the_text_names_rule_effect_pointer_and_reach(report: Report) -> None:
    text = as_text(report)
    assert "parameter-limit-tightened (2), for servers compatible" in text
    assert "Python: call fails where the value does not fit" in text
    assert (
        "new /components/parameters/ThingId/schema/pattern; reaches 2 operations: Things_Get, Things_Update"
        in text
    )


def test_no_difference_is_said_too() -> None:
    text = as_text(difference({}, {}))
    assert "BREAKING for callers: 0" in text
    assert "SemVer step  none" in text


def test_a_terminal_gets_the_same_words(report: Report) -> None:
    stream = Terminal()
    write_text(report, stream)
    assert "parameter-limit-tightened (2)" in stream.getvalue()


def test_a_file_gets_plain_text(report: Report) -> None:
    stream = io.StringIO()
    write_text(report, stream)
    assert stream.getvalue() == as_text(report)


@pytest.fixture(scope="module")
def parsed(report: Report) -> dict[str, Any]:
    return json.loads(as_json(report))


def test_json_holds_summary_and_every_difference(report: Report, parsed: dict[str, Any]) -> None:
    assert parsed["operations"]["added"] == ["Things_Peek"]
    assert parsed["summary"]["caller"] == report.counts("caller")
    assert len(parsed["differences"]) == len(report.differences)


def test_json_gives_each_difference_in_full(parsed: dict[str, Any]) -> None:
    (found,) = (each for each in parsed["differences"] if each["after"] == 100)
    assert found == {
        "rule": "parameter-limit-tightened",
        "caller": "breaking",
        "server": "compatible",
        "semver": "major",
        "sentence": "`maximum` of parameter `size` of Things_List tightens from nothing to `100`.",
        "effect": "call fails where the value does not fit",
        "schema": None,
        "member": "size",
        "schemas": [],
        "operations": ["Things_List"],
        "keyword": "maximum",
        "old_pointer": None,
        "new_pointer": f"{SIZE}/schema/maximum",
        "before": None,
        "after": 100,
    }


def test_json_is_the_same_each_time(report: Report) -> None:
    assert as_json(report) == as_json(compare(specimen(), edited(EDITS), ("plane/1", "plane/2")))


@pytest.mark.parametrize(
    "line",
    [
        "# What changes from plane/1 to plane/2",
        "| operations | 4 | 4 | 1 | 1 |",
        "- `Things_Peek` `GET /peek`",
        "- `Things_Create` `PUT /things/{thingId}`",
        "## Schemas added: 1",
        "## Own schemas added: 1",
        "`FishPatch`.",
        "- **call fails where the value does not fit** (`parameter-limit-tightened`)",
    ],
)
def test_the_page_has_its_parts(report: Report, line: str) -> None:
    assert line in as_markdown(report).splitlines()


def test_the_page_escapes_what_would_end_a_cell(report: Report) -> None:
    (row,) = (line for line in as_markdown(report).splitlines() if line.startswith("|") and "^(a" in line)
    assert r"`^(a\|b)*$`" in row


def test_the_page_of_no_difference_says_none() -> None:
    assert "None beside the lists above." in as_markdown(difference({}, {}))


def test_the_step_is_that_of_the_worst_difference() -> None:
    steps = [
        difference({}, edits).semver
        for edits in ({}, {f"{SENT}/title": "a"}, {f"{SENT}/required": []}, {PUT: GONE})
    ]
    assert steps == [None, "patch", "minor", "major"]
