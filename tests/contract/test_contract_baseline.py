"""Baselines: findings accepted for a while, by rule, operation and pointer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from iotcentral.contract.baseline import Baseline, BaselineError, load_baseline
from iotcentral.contract.policy import load_policy
from iotcentral.contract.verify import Report, verify_exchanges
from tests.contract.examples import device, exchange, get, library

TODAY = date(2026, 11, 21)
ENTRY = {
    "rule": "answer.unknown-member",
    "operation": "Devices_Get",
    "pointer": "/lastSeen",
    "reason": "new member, our client ignores it",
    "expires": date(2026, 12, 31),
}


def loaded(tmp_path: Path, *entries: Any, document: Any = None) -> Baseline:
    path = tmp_path / "baseline.yaml"
    path.write_text(yaml.dump(document if document is not None else {"accept": list(entries)}))
    return load_baseline(path, TODAY, lambda rule: rule in load_policy().rules)


def judged(baseline: Baseline, **members: Any) -> Report:
    return verify_exchanges([get(**members)], library=library(), target="own", baseline=baseline)


def test_an_accepted_finding_is_reported_no_more_and_counted(tmp_path: Path) -> None:
    report = judged(loaded(tmp_path, ENTRY), lastSeen="x")
    assert (report.findings, report.count("broken")) == ([], 0)
    assert report.baseline is not None
    assert report.baseline.accepted == 1


@pytest.mark.parametrize(
    "change",
    [
        {"rule": "answer.type"},
        {"operation": "Devices_List"},
        {"pointer": "/lastSee"},
        {"pointer": ""},
        {"pointer": "/*/lastSeen"},
        {"version": "data-plane/2022-05-31"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_entry_for_something_else_accepts_nothing(tmp_path: Path, change: Any) -> None:
    report = judged(loaded(tmp_path, {**ENTRY, **change}), lastSeen="x")
    assert [each.rule for each in report.findings] == ["answer.unknown-member"]


@pytest.mark.parametrize(
    "change", [{}, {"pointer": "/*"}, {"version": "data-plane/2022-07-31"}], ids=["same", "star", "version"]
)
def test_an_entry_that_fits_accepts(tmp_path: Path, change: Any) -> None:
    assert judged(loaded(tmp_path, {**ENTRY, **change}), lastSeen="x").findings == []


def test_a_star_stands_for_one_name_not_for_a_way(tmp_path: Path) -> None:
    listing = exchange("GET /devices", 200, {"value": [device(lastSeen="x")]})
    entry = {**ENTRY, "operation": "Devices_List"}
    for pointer, left in (("/value/*/lastSeen", 0), ("/value/*", 1), ("/*/lastSeen", 1)):
        baseline = loaded(tmp_path, {**entry, "pointer": pointer})
        report = verify_exchanges([listing], library=library(), target="own", baseline=baseline)
        assert len(report.findings) == left, pointer


def test_signs_that_mean_something_in_patterns_mean_themselves(tmp_path: Path) -> None:
    entry = {**ENTRY, "pointer": "/last.een"}
    assert len(judged(loaded(tmp_path, entry), lastSeen="x").findings) == 1


def test_an_entry_accepts_on_its_last_day_and_not_on_the_next(tmp_path: Path) -> None:
    assert judged(loaded(tmp_path, {**ENTRY, "expires": TODAY}), lastSeen="x").findings == []
    baseline = loaded(tmp_path, {**ENTRY, "expires": date(2026, 11, 20)})
    assert len(judged(baseline, lastSeen="x").findings) == 1
    assert baseline.notes() == [
        "baseline: expired on 2026-11-20, accepts no more: answer.unknown-member at Devices_Get /lastSeen"
    ]


def test_an_unused_entry_is_named(tmp_path: Path) -> None:
    baseline = loaded(tmp_path, ENTRY)
    judged(baseline)
    assert baseline.notes() == [
        "baseline: unused, no such finding: answer.unknown-member at Devices_Get /lastSeen"
    ]


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "there is no list `accept`"),
        ({"accept": {}}, "there is no list `accept`"),
        ({"accept": [{k: v for k, v in ENTRY.items() if k != "reason"}]}, "entry 0: .*reason"),
        ({"accept": [ENTRY, {**ENTRY, "reason": " "}]}, "entry 1: the reason is empty"),
        ({"accept": [{**ENTRY, "rule": "answer.tpye"}]}, "entry 0: there is no rule 'answer.tpye'"),
        ({"accept": [{**ENTRY, "expires": "soon"}]}, "entry 0: .*expires"),
        ({"accept": [{**ENTRY, "until": 1}]}, "entry 0: .*until"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, document: Any, said: str) -> None:
    with pytest.raises(BaselineError, match=said):
        loaded(tmp_path, document=document)


def test_broken_yaml_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("accept: [")
    for name, said in (("b.yaml", "broken YAML"), ("none.yaml", "cannot be read")):
        with pytest.raises(BaselineError, match=said):
            load_baseline(tmp_path / name, TODAY, lambda _: True)
