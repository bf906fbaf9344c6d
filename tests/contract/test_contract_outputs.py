"""Outputs of `iotcentral verify`: each says the same, is well formed, and shows no secret."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from junitparser import Failure, JUnitXml, TestCase
from markdown_it import MarkdownIt

from iotcentral import Sources
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World, main
from iotcentral.contract.findings import Verdict
from iotcentral.contract.report.words import VERDICTS
from tests.contract.examples import error
from tests.contract.recordings import change_body, change_status, clean, har, har_entry, pair, write

HOSTILE = '<script>alert("x")</script> | `*` ]]> \x1b[31m'
KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I="
SAS = "SharedAccessSignature sr=x&sig=TopSecretSig%3D&skn=n&se=4102444800000"
SECRETS = (KEY, "TopSecretSig", "TopSecretWord", "eyJhbGciOi")


class Run:
    """The outcome of one run of the command, every output of it."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        out, err = StringIO(), StringIO()
        summary = folder / "summary.md"
        environment = {"GITHUB_STEP_SUMMARY": str(summary)}
        world = World(Surroundings(environment, StringIO(), out, err, Sources(), lambda: 80))
        files = {name: folder / f"out.{name}" for name in ("json", "junit", "html")}
        named = ("--json-file", files["json"], "--junit", files["junit"], "--html", files["html"], "--github")
        self.code = main([*arguments, *map(str, named)], world)
        self.terminal, self.err = out.getvalue(), err.getvalue()
        texts = {name: path.read_text("utf-8") for name, path in files.items() if path.exists()}
        self.texts = {**texts, "terminal": self.terminal, "stderr": self.err}
        if summary.exists():
            self.texts["github"] = summary.read_text("utf-8")
        self.files = files

    @property
    def json(self) -> Any:
        return json.loads(self.texts["json"])


def run(folder: Path, interactions: Any, *switches: str) -> Run:
    return Run(folder, "recordings", write(folder / "c.yaml", interactions), *switches)


DRIFTED = change_body(2, lambda body: body.update(lastSeen="x"))
BROKEN = change_status(2, 206)


@pytest.mark.parametrize(
    ("interactions", "switches", "code", "word"),
    [
        (clean(), [], 0, "kept"),
        (DRIFTED, [], 0, "kept"),
        (DRIFTED, ["--sealed"], 1, "broken"),
        (DRIFTED, ["--own"], 1, "broken"),
        (BROKEN, [], 1, "broken"),
    ],
    ids=["clean", "drift", "sealed", "own", "broken"],
)
def test_every_output_has_the_outcome_of_the_exit_code(
    tmp_path: Path, interactions: Any, switches: list[str], code: int, word: str
) -> None:
    done = run(tmp_path, interactions, *switches)
    assert (done.code, bool(done.json["broken"])) == (code, code == 1)
    assert word in done.texts["github"].splitlines()[0]
    assert f'<strong class="chip {word}">{word}</strong>' in done.texts["html"]
    assert sum(suite.failures for suite in JUnitXml.fromfile(str(done.files["junit"]))) == code
    assert done.terminal.splitlines()[-1].startswith("contract: 3 operations")


def cases(done: Run) -> list[TestCase]:
    return [case for suite in JUnitXml.fromfile(str(done.files["junit"])) for case in suite]


def test_junit_has_a_case_for_each_operation_and_status_and_a_failure_where_it_is_broken(
    tmp_path: Path,
) -> None:
    found = cases(run(tmp_path, BROKEN))
    assert [(case.classname, case.name, bool(case.result)) for case in found] == [
        ("data-plane/2022-07-31.DeviceTemplates_Get", "200", False),
        ("data-plane/2022-07-31.Devices_Get", "206", True),
        ("data-plane/2022-07-31.Devices_List", "200", False),
    ]


def test_a_failure_in_junit_has_rule_pointer_place_and_spec(tmp_path: Path) -> None:
    (failure,) = next(case.result for case in cases(run(tmp_path, BROKEN)) if case.result)
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message.split(":")[0]) == ("answer.success-status", "(whole)")
    assert "c.yaml#2" in str(failure.text)
    assert "spec data-plane/2022-07-31 /paths" in str(failure.text)


def test_drift_in_junit_is_output_of_a_case_that_passed(tmp_path: Path) -> None:
    (case,) = [
        each
        for each in cases(run(tmp_path, DRIFTED))
        if each.name == "200" and "Devices_Get" in each.classname
    ]
    assert not case.result
    assert "answer.unknown-member /lastSeen" in str(case.system_out)


def test_junit_counts_are_those_of_its_cases(tmp_path: Path) -> None:
    done = run(tmp_path, BROKEN)
    declared = JUnitXml.fromfile(str(done.files["junit"]))
    counted = JUnitXml.fromfile(str(done.files["junit"]))
    counted.update_statistics()
    assert (declared.tests, declared.failures, declared.errors) == (
        counted.tests,
        counted.failures,
        counted.errors,
    )


def test_what_was_not_served_is_skipped_in_junit_and_never_passed(tmp_path: Path) -> None:
    (case,) = cases(run(tmp_path, [pair("GET", "/devices/d1", 501, error("NotImplemented"))]))
    assert case.is_skipped


class Tables(HTMLParser):
    """Counts the cells of each row and keeps everything that could run or be loaded."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[int] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1


def test_the_summary_is_one_table_with_a_row_for_each_finding(tmp_path: Path) -> None:
    done = run(tmp_path, BROKEN)
    shown = Tables(MarkdownIt("gfm-like", {"linkify": False}).render(done.texts["github"]))
    assert shown.rows == [7, 7]
    assert "answer.success-status" in done.texts["github"].replace("\\", "")


def test_a_summary_is_added_to_what_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "summary.md").write_text("before\n")
    assert run(tmp_path, clean()).texts["github"].startswith("before\n## Contract")


def test_a_summary_without_a_place_exits_2_and_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    err = StringIO()
    world = World(Surroundings({}, StringIO(), StringIO(), err, Sources(), lambda: 80))
    assert main(["recordings", write(tmp_path / "c.yaml", clean()), "--github"], world) == 2
    assert "--github-file" in err.getvalue()


def hostile() -> Any:
    return change_body(2, lambda body: body.update({HOSTILE: 1, "enabled": HOSTILE}))


def test_text_of_others_stays_text_in_the_summary(tmp_path: Path) -> None:
    done = run(tmp_path, hostile())
    shown = Tables(MarkdownIt("gfm-like", {"linkify": False}).render(done.texts["github"]))
    assert set(shown.rows) == {7}
    assert "script" not in shown.tags


def test_text_of_others_stays_text_in_junit(tmp_path: Path) -> None:
    (case,) = [each for each in cases(run(tmp_path, hostile())) if each.result]
    assert "<script>" in str(case.system_out) + str(case.result[0].text)


def test_text_of_others_stays_text_on_the_page(tmp_path: Path) -> None:
    plain, done = run(tmp_path, BROKEN), run(tmp_path, hostile())
    assert (
        Tables(done.texts["html"]).tags.count("script")
        == Tables(plain.texts["html"]).tags.count("script")
        == 1
    )


def test_control_characters_of_others_do_not_reach_the_terminal(tmp_path: Path) -> None:
    assert "\x1b" not in run(tmp_path, hostile()).terminal


def leaky() -> Any:
    """Secrets wherever one can stand: header, URL, both bodies, broken JSON, names of members."""
    symmetric = {"type": "symmetricKey", "symmetricKey": {"primaryKey": KEY, "secondaryKey": KEY}}
    token = pair(
        "GET",
        "/apiTokens/t",
        200,
        {"id": 5, "token": SAS, "roles": [], "expiry": "x", "bearer": "Bearer eyJhbGciOi.abcdefghijk.x"},
    )
    attested = pair("PUT", "/devices/d1/attestation", 206, symmetric, symmetric)
    webhook = {
        "id": 1,
        "type": "webhook@v1",
        "url": "https://x.example/?sig=TopSecretSig",
        "displayName": "w",
    }
    webhook["headerCustomizations"] = {"x-key": {"value": "TopSecretWord"}}
    exported = pair("PUT", "/dataExport/destinations/w", 200, webhook, webhook)
    upload = pair("GET", "/fileUploads", 200, {"connectionString": f"AccountKey={KEY};x", "container": 5})
    cut = pair("GET", "/devices/d2", 200, None)
    cut["response"]["body"]["string"] = f'{{"id": "d2", "primaryKey": "{KEY}", "password": "TopSecretWord'
    named = pair(
        "GET", "/devices/d3", 200, {"id": "d3", KEY: SAS, "enabled": SAS, "provisioned": f"AccountKey={KEY}"}
    )
    located = pair(
        "GET",
        "https://user:TopSecretWord@contoso.azureiotcentral.com/api/devices/d4?api-version=2022-07-31&sig=TopSecretSig",
        206,
        {},
    )
    found = [token, attested, exported, upload, cut, named, located]
    for each in found:
        each["request"]["headers"]["Authorization"] = [SAS]
        each["request"]["headers"]["X-Other"] = ["TopSecretWord"]
    return found


@pytest.mark.parametrize("format", ["yaml", "har"])
@pytest.mark.parametrize("output", ["terminal", "json", "junit", "html", "github", "stderr"])
def test_no_secret_reaches_an_output(tmp_path: Path, output: str, format: str) -> None:
    path = tmp_path / f"c.{format}"
    if format == "har":
        path.write_text(json.dumps(har(*map(har_entry, leaky()))))
    else:
        write(path, leaky())
    done = Run(tmp_path, "recordings", str(path))
    assert done.code == 1
    assert len(done.json["findings"]) >= 7
    assert [secret for secret in SECRETS if secret in done.texts[output]] == []


def test_a_page_that_cannot_be_written_exits_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    err = StringIO()
    world = World(Surroundings({}, StringIO(), StringIO(), err, Sources(), lambda: 80))
    where = str(tmp_path / "file" / "page.html")
    assert main(["recordings", write(tmp_path / "c.yaml", clean()), "--html", where], world) == 2
    assert "cannot be written" in err.getvalue()


def test_the_command_of_a_finding_shows_it_again_alone(tmp_path: Path) -> None:
    write(tmp_path / "other.yaml", clean())
    done = Run(
        tmp_path, "recordings", str(tmp_path / "other.yaml"), write(tmp_path / "c.yaml", DRIFTED), "--sealed"
    )
    assert f"<pre>iotcentral verify recordings --sealed {tmp_path / 'c.yaml'}</pre>" in done.texts["html"]


@pytest.mark.parametrize(("interactions", "verdict"), [(DRIFTED, "drift"), (BROKEN, "broken")])
def test_what_a_verdict_means_is_said(tmp_path: Path, interactions: Any, verdict: Verdict) -> None:
    done = run(tmp_path, interactions)
    assert f"{verdict}: {VERDICTS[verdict]}" in done.terminal
    assert VERDICTS[verdict] in unescape(done.texts["html"])


def test_findings_on_the_terminal_lead_to_the_page(tmp_path: Path) -> None:
    assert "--html FILE" in run(tmp_path, BROKEN).terminal


def test_what_the_spec_says_of_a_place_is_told_once(tmp_path: Path) -> None:
    several = change_body(2, lambda body: body.update(lastSeen="x", firstSeen="y"))
    said = run(tmp_path, several).terminal
    assert said.count("answer.unknown-member  /") == 2
    assert said.count("A device as the application knows it") == 1


def test_an_operation_that_is_not_served_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, [pair("GET", "/devices/d1", 501, error("NotImplemented")), *clean()])
    assert "501, which is no check: data-plane/2022-07-31 Devices_Get" in done.terminal


def test_a_baseline_file_counts_in_the_exit_code_and_is_told(tmp_path: Path) -> None:
    place = "rule: answer.success-status, operation: Devices_Get, pointer: ''"
    (tmp_path / "b.yaml").write_text(f"accept:\n- {{{place}, reason: known, expires: 2999-01-01}}\n")
    done = run(tmp_path, BROKEN, "--baseline", str(tmp_path / "b.yaml"))
    assert done.code == 0
    assert "1 accepted by the baseline" in done.terminal


def test_a_broken_baseline_exits_2(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("accept: [")
    done = run(tmp_path, BROKEN, "--baseline", str(tmp_path / "b.yaml"))
    assert (done.code, "broken YAML" in done.err) == (2, True)
