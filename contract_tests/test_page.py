"""The page of a run: one file, nothing fetched, the matrix whole, what was found and how to see it again."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from contract_tests import page, table
from contract_tests.coverage import Kind, Outcome
from contract_tests.reading.document import SPECS, Document, documents
from contract_tests.reading.operations import operations
from contract_tests.reading.violations import Violation
from contract_tests.recordings.cassette import cassette_files
from contract_tests.verify import scores_of
from iotcentral.contract.page import as_html, load_mutants
from iotcentral.contract.report.words import VERDICTS

GA = "data-plane/2022-07-31"
FOUND = Violation("paging.link-host", "AccountKey=Secret123;<b>", "Users_List", 200, "/nextLink", document=GA)
LEFT = {
    "id": "S01",
    "text": "status changed",
    "killed": 10,
    "generated": 11,
    "note": "the reason",
    "survivors": [
        {"name": "Users_List 200 to 201", "state": "survived", "detail": "nobody tells them apart"}
    ],
}
WHOLE = {"id": "S02", "killed": 87, "generated": 94, "equivalent": 7, "rules": ["answer.status"]}
SCORES = {
    "profile": "full",
    "seed": "strength",
    "families": {
        "S": {
            "killed": 97,
            "generated": 105,
            "equivalent": 5,
            "not_applicable": 3,
            "stock": {"jsonschema": 54},
            "operators": [LEFT, WHOLE],
        },
        "P": {"killed": 20, "generated": 20, "operators": [{"id": "P01", "note": "no such place"}]},
    },
}


@dataclass
class Row:
    operation: str
    states: str
    cells: list[str] = field(default_factory=list)
    """The text of each cell, its title behind it."""


class Reader(HTMLParser):
    """Reads the tables of the versions, and everything that could make a browser ask somebody."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.columns: dict[str, list[str]] = {}
        self.rows: dict[str, list[Row]] = {}
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self._version, self._in, self._head = "", "", False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.addresses += [
            given[name] for name in ("src", "href", "action", "srcset", "data", "poster") if name in given
        ]
        if tag == "details":
            self._version = given.get("data-version", "")
        elif tag in ("thead", "tbody"):
            self._head = tag == "thead"
        elif self._version and tag == "tr" and not self._head:
            self.rows.setdefault(self._version, []).append(Row("", given["data-states"]))
        elif self._version and tag == "td":
            self.rows[self._version][-1].cells.append(given.get("title", ""))
        self._in = tag if tag != "wbr" else self._in

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._version = ""

    def handle_data(self, data: str) -> None:
        if not self._version or not data.strip():
            return
        if self._head and self._in == "th":
            self.columns.setdefault(self._version, []).append(data)
        elif self._in == "th":
            self.rows[self._version][-1].operation += data.strip()
        elif self._in == "td":
            self.rows[self._version][-1].cells[-1] = data + self.rows[self._version][-1].cells[-1]

    def cell(self, version: str, operation: str, column: str) -> str:
        row = next(each for each in self.rows[version] if each.operation == operation)
        return row.cells[self.columns[version].index(column) - 1]


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    checks = {
        ("request", GA, "Devices_Get", None): 40,
        ("answer", GA, "Devices_Get", 200): 12,
        ("server", GA, "Devices_Get", 404): 3,
        ("server", GA, "DeviceGroups_Get", 200): 5,
    }
    outcome = Outcome(Counter(checks), [FOUND])
    served = [(GA, "Devices_Get")]
    scores = tmp_path_factory.mktemp("scores") / "mutants.json"
    scores.write_text(json.dumps(SCORES))
    closing = table.summary(outcome, table.rows(outcome, served))
    recordings = page.seen_in(path for path in cassette_files() if path.stem == "devices")
    return as_html(page.page_of(outcome, served, closing, recordings, load_mutants(scores)))


@pytest.fixture(scope="module")
def read(html: str) -> Reader:
    return Reader(html)


def test_nothing_outside_the_file_is_asked_for(html: str, read: Reader) -> None:
    assert [each for each in read.addresses if not each.startswith("#")] == []
    style = html[html.index("<style>") : html.index("</style>")]
    assert re.findall(r"url\(|@import", style) == []
    assert "default-src 'none'" in html


def test_every_link_of_the_page_leads_to_a_place_on_it(read: Reader) -> None:
    assert {each[1:] for each in read.addresses} <= set(read.ids)


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.label)
def test_the_matrix_has_every_operation_and_documented_status(read: Reader, document: Document) -> None:
    columns = read.columns[document.label]
    shown = {
        each.operation: {
            int(name) for name, cell in zip(columns[1:], each.cells, strict=True) if name.isdigit() and cell
        }
        for each in read.rows[document.label]
    }
    for id, operation in operations(document).items():
        assert set(operation.responses) <= shown[id], id
    assert set(shown) == set(operations(document))


def test_there_is_a_matrix_for_each_version_and_no_other(read: Reader) -> None:
    assert sorted(read.rows) == sorted(document.label for document in documents())


def test_the_matrix_of_the_default_version_is_open_and_no_other(html: str) -> None:
    assert re.findall(r'data-version="([^"]+)" open', html) == [GA]


def test_a_cell_says_what_was_checked_on_which_target_and_when_the_service_was_seen(read: Reader) -> None:
    told = read.cell(GA, "Devices_Get", "200")
    assert told.startswith("qars")
    for part in ("answer 13 times on client, emulator;", "recording once on emulator;"):
        assert part in told
    assert told.endswith("Real service: never.")


@pytest.mark.parametrize(
    ("kind", "operation", "status", "told"),
    [
        ("request", "Devices_List", None, "Devices_List requests: request once on client."),
        ("answer", "Devices_List", 200, "Devices_List 200: answer once on client."),
        ("server", "Devices_List", 200, "Devices_List 200: answer once on emulator."),
        ("server", "Devices_Get", 404, "Devices_Get 404: error once on emulator."),
        ("client pages", "Devices_List", 200, "Devices_List 200: paging once on client."),
        ("server pages", "Devices_List", 200, "Devices_List 200: paging once on emulator."),
        ("sequence", "Devices_Get", 200, "Devices_Get 200: stateful once on emulator."),
    ],
)
def test_a_check_of_each_kind_marks_its_cell(
    kind: Kind, operation: str, status: int | None, told: str
) -> None:
    outcome = Outcome(Counter({(kind, GA, operation, status): 1}))
    served = [(GA, "Devices_List"), (GA, "Devices_Get")]
    closing = table.summary(outcome, table.rows(outcome, served))
    read = Reader(as_html(page.page_of(outcome, served, closing, page.seen_in(()), "none")))
    assert told in read.cell(GA, operation, str(status or "request"))


def test_what_the_emulator_does_not_serve_is_no_check(read: Reader) -> None:
    assert read.cell(GA, "DeviceGroups_Get", "200") == "·"
    assert "not-served" in next(each for each in read.rows[GA] if each.operation == "DeviceGroups_Get").states


def test_a_finding_has_its_cell_rule_spec_and_command(html: str, read: Reader) -> None:
    assert "✗" in read.cell(GA, "Users_List", "200")
    block = html[html.index('id="finding-1"') : html.index('<section id="matrix"')]
    for text in (
        "paging.link-host",
        "The link to the next page leads",
        "/nextLink",
        "/paths/~1users/get",
        f"specs/{GA}.yaml:",
        "pytest",
    ):
        assert text in block


@pytest.mark.parametrize("label", ["data-plane/1.0", GA])
def test_a_finding_in_a_recording_has_the_exchange_of_its_version_and_is_shown_alone(
    tmp_path: Path, label: str
) -> None:
    """Cassettes of every version bear the same names."""
    cassettes = [tmp_path / version / "Devices_Get.yaml" for version in ("data-plane/1.0", GA)]
    for path in cassettes:
        version = path.parent.name
        path.parent.mkdir(parents=True)
        request = {
            "method": "GET",
            "uri": f"https://x.azureiotcentral.com/api/devices/d?api-version={version}",
        }
        answer = {"status": {"code": 200}, "body": {"string": '{"id": 5}'}}
        path.write_text(json.dumps({"interactions": [{"request": request, "response": answer}]}))
    violation = Violation("answer.type", "a number", "Devices_Get", 200, "/id", "Devices_Get.yaml#0", label)
    outcome = Outcome(findings=[violation])
    closing = table.summary(outcome, [])
    (found,) = page.page_of(outcome, (), closing, page.seen_in(cassettes), "none", cassettes).findings
    assert found.request is not None
    assert found.request.line.endswith(f"api-version={Path(label).name}")
    assert found.command.endswith(f"--only recordings --cassettes {tmp_path / label / 'Devices_Get.yaml'}")


def test_a_finding_names_the_line_of_the_spec(html: str) -> None:
    found = re.search(rf"specs/{GA}\.yaml:(\d+)", html)
    assert found is not None
    written = (SPECS / f"{GA}.yaml").read_text("utf-8").splitlines()
    line = int(found[1]) - 1
    assert written[line].strip() in ("'200':", '"200":')
    operation = next(each for each in reversed(written[:line]) if "operationId" in each)
    assert operation.strip() == "operationId: Users_List"


def test_what_broken_means_is_said(html: str) -> None:
    assert VERDICTS["broken"] in html


def test_secrets_and_markup_of_a_finding_stay_out(html: str) -> None:
    assert "Secret123" not in html
    assert "AccountKey=*****;&lt;b&gt;" in html


def row_of(html: str, head: str) -> dict[str, str]:
    """The cells of a row of scores by the name of their column."""
    (row,) = re.findall(rf'<tr><th scope="row">{head}.*?</tr>', html)
    return dict(re.findall(r'data-label="([^"]+)"><span>([^<]*)</span>', row))


def test_the_strength_is_shown_by_family_beside_other_tools(html: str) -> None:
    assert row_of(html, "S answers") == {
        "killed": "97 of 100 (97.0%)",
        "jsonschema": "54 of 100 (54.0%)",
        "generated": "105",
        "equivalent": "5",
        "not applicable": "3",
        "operators killed in full": "1 of 2",
    }
    assert row_of(html, "P specs")["jsonschema"] == "not asked"
    assert row_of(html, "P specs")["not applicable"] == "1"


def test_the_strength_is_shown_by_operator(html: str) -> None:
    assert row_of(html, "S02")["found by"] == "answer.status"
    assert row_of(html, "S01")["killed"] == "10 of 11 (90.9%)"


def test_an_operator_that_is_not_killed_in_full_is_explained(html: str) -> None:
    block, absent = re.findall(r'<details class="operator">.*?</details>', html, re.DOTALL)
    assert "not applicable" in absent
    for text in ("S01", "10 of 11 killed", "the reason", "Users_List 200 to 201: nobody", "--operator S01"):
        assert text in block


@pytest.mark.parametrize("written", [None, "{"], ids=["missing", "broken"])
def test_without_scores_the_page_says_how_to_get_them(tmp_path: Path, written: str | None) -> None:
    if written is not None:
        (tmp_path / "mutants.json").write_text(written)
    closing = table.summary(Outcome(), [])
    made = page.page_of(Outcome(), (), closing, page.seen_in(()), scores_of(tmp_path / "mutants.json"))
    section = as_html(made).partition('<section id="mutants">')[2]
    assert "make mutants-quick" in section
    assert ("no scores of mutants" in section) is (written is not None)


def test_a_long_name_may_break_behind_its_underscore(html: str) -> None:
    assert '<th scope="row">Devices_<wbr>Get<' in html


def test_a_recording_that_cannot_be_read_is_a_note_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("interactions: 5\n")
    assert page.seen_in([tmp_path / "c.yaml"]).notes == [f"{tmp_path / 'c.yaml'}: `interactions` is no list"]
