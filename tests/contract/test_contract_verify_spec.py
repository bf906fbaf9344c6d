"""`iotcentral verify spec FILE`: kept, broken and unusable documents."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from iotcentral import Sources
from iotcentral._core.contract_document import load
from iotcentral.cli.surroundings import Surroundings
from iotcentral.cli.verify import World, main
from iotcentral_rest.versions import VERSIONS

GA = ("data-plane", "2022-07-31")


def run(path: Path, *switches: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    world = World(Surroundings({}, StringIO(), out, err, Sources(), lambda: 80))
    return main(["spec", str(path), *switches], world), out.getvalue(), err.getvalue()


def saved(
    path: Path, change: Callable[[Any], Any] = lambda document: None, name: tuple[str, str] = GA
) -> Path:
    document = copy.deepcopy(load(*name))
    change(document)
    path.write_text(json.dumps(document))
    return path


@pytest.mark.parametrize("version", VERSIONS, ids=lambda each: f"{each.plane}/{each.version}")
def test_the_built_in_document_of_each_version_is_kept(tmp_path: Path, version: Any) -> None:
    code, out, _ = run(saved(tmp_path / "s.json", name=(version.plane, version.version)), "--sealed")
    assert (code, out) == (0, f"contract: 0 broken (compared with {version.plane}/{version.version})\n")


def test_nothing_is_said_of_traffic_where_there_is_none(tmp_path: Path) -> None:
    _, out, _ = run(saved(tmp_path / "s.json", lose_operation))
    for words in ("answer recorded", "was sent", "--html"):
        assert words not in out
    assert "broken: a service like the document" in out


def lose_operation(document: Any) -> None:
    del document["paths"]["/devices"]["get"]


def lose_member(document: Any) -> None:
    del document["components"]["schemas"]["Device"]["properties"]["displayName"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [(lose_operation, "spec.operation-removed"), (lose_member, "spec.")],
    ids=["op", "member"],
)
def test_what_breaks_callers_exits_1_and_names_rule_and_place(
    tmp_path: Path, change: Callable[[Any], None], rule: str
) -> None:
    code, out, _ = run(saved(tmp_path / "s.json", change))
    assert code == 1
    assert f"broken {rule}" in out
    assert "What the rules say:" in out


def add_operation(document: Any) -> None:
    document["paths"]["/new"] = {"get": {**document["paths"]["/devices"]["get"], "operationId": "New_List"}}


def test_an_addition_is_drift_and_broken_when_sealed(tmp_path: Path) -> None:
    path = saved(tmp_path / "s.json", add_operation)
    assert [run(path)[0], run(path, "--sealed")[0]] == [0, 1]
    assert "drift  spec.operation-added" in run(path)[1]


def test_another_version_can_be_asked_for(tmp_path: Path) -> None:
    code, out, _ = run(saved(tmp_path / "s.json"), "--against", "1.0")
    assert (code, out.rstrip().endswith("(compared with data-plane/1.0)")) in [(0, True), (1, True)]


def dangling(document: Any) -> None:
    document["paths"]["/devices"]["get"]["parameters"][0]["$ref"] = "#/components/parameters/Nowhere"


def outside(document: Any) -> None:
    document["paths"]["/devices"]["get"]["parameters"][0]["$ref"] = "other.yaml#/X"


def circular(document: Any) -> None:
    document["components"]["parameters"]["ApiVersion"] = {"$ref": "#/components/parameters/ApiVersion"}


def unknown_version(document: Any) -> None:
    document["info"]["version"] = "2031-01-01"


def nonsense(document: Any) -> None:
    document["paths"]["/devices"]["get"] = 5


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            dangling,
            "/paths/~1devices/get/parameters/0: `$ref` '#/components/parameters/Nowhere' leads nowhere",
        ),
        (outside, "leads out of the document"),
        (circular, "leads round in a circle"),
        (unknown_version, "no built-in version '2031-01-01'; --against takes data-plane/1.0"),
        (nonsense, "no usable contract document"),
        (lambda document: document.pop("info"), "`info` is missing"),
        (lambda document: document.update(paths=[]), "there are no `paths`"),
        (lambda document: document.update(servers=5), "no usable contract document"),
    ],
    ids=["dangling", "outside", "circular", "version", "nonsense", "no-info", "paths", "servers"],
)
def test_an_unusable_document_exits_2_and_says_where_and_what(
    tmp_path: Path, change: Callable[[Any], Any], said: str
) -> None:
    code, out, err = run(saved(tmp_path / "s.json", change))
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"paths: {a: [}\n", "broken YAML"),
        (b"a: 1\nb: 'x\n", "line "),
        (b"\xff\xfe\x00", "no readable text"),
        (b"", "there are no `paths`"),
        (b"- 1\n", "there are no `paths`"),
        (b"paths: &a {x: *a}\n", "is missing"),
        (b"{" * 5_000, "broken YAML"),
    ],
    ids=["flow", "quote", "bytes", "empty", "list", "alias", "deep"],
)
def test_a_file_that_is_no_document_exits_2(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "s.yaml").write_bytes(data)
    code, _, err = run(tmp_path / "s.yaml")
    assert (code, said in err) == (2, True), err


def test_a_file_that_is_not_there_exits_2(tmp_path: Path) -> None:
    assert run(tmp_path / "none.yaml")[0] == 2


def test_a_baseline_accepts_a_difference(tmp_path: Path) -> None:
    path = saved(tmp_path / "s.json", lose_operation)
    entries = [
        {
            "rule": each["rule"],
            "operation": each["operation"],
            "pointer": each["pointer"],
            "reason": "r",
            "expires": "2999-01-01",
        }
        for each in json.loads(run(path, "--json")[1])["findings"]
    ]
    (tmp_path / "b.yaml").write_text(json.dumps({"accept": entries}))
    assert run(path, "--baseline", str(tmp_path / "b.yaml"))[0] == 0
