"""The measure of strength itself: operators that bite, the same mutants every time, no accidental kills."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contract_tests.mutants import equivalents, running, tapes
from contract_tests.mutants.__main__ import main
from contract_tests.mutants.families import BUILT, family
from contract_tests.mutants.model import Mutant, Operator, Outcome, Place, Verdict
from contract_tests.mutants.running import Task, instances, run, run_task
from contract_tests.mutants.scores import Score, as_json, failures
from contract_tests.mutants.stock import judged_answer

LEAST = {"S": 25, "C": 16, "P": 20, "K": 16, "E": 15}
NAMED = {
    "S": [f"S{number:02}" for number in (*range(1, 50, 2), 14, 46)],
    "C": [f"C{number:02}" for number in (*range(1, 32, 2), 6)],
    "P": [f"P{number:02}" for number in range(1, 38, 2)],
    "K": [f"K{number:02}" for number in range(1, 32, 2)],
    "E": [],
}
"""Operators whose faults were chosen before there was a suite."""
OPERATORS = [
    pytest.param(letter, operator, id=operator.id)
    for letter in BUILT
    for operator in family(letter).operators
]


@pytest.mark.parametrize("letter", BUILT)
def test_a_family_has_all_operators_it_must_have(letter: str) -> None:
    own = [operator.id for operator in family(letter).operators]
    assert len(own) == len(set(own)) >= LEAST[letter]
    assert set(NAMED[letter]) <= set(own)
    assert all(id.startswith(letter) for id in own)


@pytest.mark.parametrize(("letter", "operator"), OPERATORS)
def test_an_operator_applies_somewhere_and_changes_something(letter: str, operator: Operator) -> None:
    own = family(letter)
    made = list(instances(own, operator, 2, "test"))
    assert made
    for place, mutant in made:
        before, after = own.outputs(place, mutant)
        listed = equivalents.equivalent_reason(operator.id, f"{place} {mutant.label}")
        assert before != after or listed


@pytest.mark.parametrize("letter", BUILT)
def test_every_version_has_places(letter: str) -> None:
    versions = {place.version for place in family(letter).places(family(letter).operators[0])}
    assert len(versions) >= 3


def test_nothing_is_found_in_recordings_nobody_changed() -> None:
    """The faults of published examples are listed as errata; two walks answer the id of a real resource."""
    left_out = {name.split("/")[0] for name in tapes.unclean()}
    assert left_out == {"documented", "control-plane"}
    assert len([name for name in tapes.unclean() if name.startswith("control-plane")]) == 2
    assert len({version for version, _ in tapes.spots()}) == 8


def test_other_tools_say_nothing_of_what_nobody_changed() -> None:
    """Whatever they said there, they would say of every mutant as well."""
    said = [
        (spot.tape.name, spot.index, tool)
        for _, spot in tapes.spots()[::5]
        for tool, found in judged_answer(spot.case, spot.case.request, spot.answer).items()
        if found
    ]
    assert said == []


@pytest.mark.parametrize(
    ("letter", "operator", "tools"),
    [
        ("S", "S07", {"jsonschema": True, "schemathesis + openapi-core": True}),
        ("S", "S19", {"jsonschema": False, "schemathesis + openapi-core": True}),
        ("S", "S31", {"jsonschema": False, "schemathesis + openapi-core": False}),
        ("C", "C05", {"jsonschema": False, "schemathesis + openapi-core": True}),
        ("P", "P03", {"jsonschema": True, "schemathesis + openapi-core": True}),
        ("P", "P37", {"jsonschema": False, "schemathesis + openapi-core": True}),
    ],
)
def test_other_tools_find_what_they_are_made_to_find(
    letter: str, operator: str, tools: dict[str, bool]
) -> None:
    (outcome,) = run_task(Task(letter, operator, 1, "test", stock=True))
    assert outcome.stock == tools


def test_the_same_seed_makes_the_same_mutants_on_any_number_of_processes() -> None:
    tasks = [Task("S", id, 3, "test", stock=False) for id in ("S01", "S07", "S31")]
    alone = [outcomes for _, outcomes in run(tasks, 1)]
    assert alone == [outcomes for _, outcomes in run(tasks, 2)]
    assert [one.name for one in alone[0]] != [
        one.name for one in run_task(Task("S", "S01", 3, "another", stock=False))
    ]


class Small:
    """A family of one place, for which the test says what its tools do."""

    def __init__(self, verdict: Verdict | Exception, after: str = "after") -> None:
        self.verdict, self.after = verdict, after
        self.operators = (Operator("S01", "anything", ("a.rule",), lambda _: [Mutant("it", 1)]),)

    def places(self, operator: Operator) -> list[Place]:
        return [Place("a/1", "place", 0)]

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        if isinstance(self.verdict, Exception):
            raise self.verdict
        return self.verdict

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        return "before", self.after

    def stock(self, place: Place, mutant: Mutant) -> dict[str, bool]:
        return {"other tool": True}


def outcome(small: Small, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    monkeypatch.setattr(running, "family", lambda _: small)
    (only,) = run_task(Task("S", "S01", 5, "test", stock=True))
    return only


@pytest.mark.parametrize(
    ("verdict", "state"),
    [(Verdict("a.rule"), "killed"), (Verdict(), "survived"), (KeyError("harness"), "crashed")],
)
def test_only_a_named_rule_kills(
    verdict: Verdict | Exception, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert outcome(Small(verdict), monkeypatch).state == state


@pytest.mark.parametrize(("after", "state"), [("before", "equivalent"), ("after", "survived")])
def test_a_mutant_is_equivalent_only_if_listed_and_nothing_differs(
    after: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "equivalent_reason", lambda *_: "for a reason")
    assert outcome(Small(Verdict(), after), monkeypatch).state == state


def test_the_same_outputs_without_a_reason_are_no_equivalence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcome(Small(Verdict(), "before"), monkeypatch).state == "survived"


def score(*states: str) -> Score:
    return Score([Outcome("S01", f"n{n}", state, stock={"tool": True}) for n, state in enumerate(states)])


TABLE = {"S": (Operator("S01", "anything", ("a.rule",), lambda _: ()),)}


@pytest.mark.parametrize(
    ("states", "reasons"),
    [
        (["killed"] * 100, 0),
        (["killed"] * 96 + ["survived"] * 4, 2),
        (["killed"] * 98 + ["crashed"] * 2, 1),
        (["killed"] * 90 + ["equivalent"] * 10, 1),
    ],
)
def test_a_weak_family_is_named(states: list[str], reasons: int) -> None:
    assert len(failures({"S": score(*states)}, TABLE)) == reasons


def test_an_operator_that_applies_nowhere_is_named() -> None:
    assert any("S01" in line for line in failures({"S": Score([Outcome("S02", "n", "killed")])}, TABLE))


def test_equivalents_count_neither_for_us_nor_for_other_tools() -> None:
    written = json.loads(as_json({"S": score("killed", "survived", "equivalent")}, TABLE))["families"]["S"]
    assert (written["killed"], written["generated"], written["equivalent"]) == (1, 3, 1)
    assert written["stock"] == {"tool": 2}


def test_a_run_writes_its_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--operator", "S31", "--quick", "--workers", "1", "--no-stock", "--build", str(tmp_path)]
    assert main(arguments) == 0
    measured = json.loads((tmp_path / "mutants.json").read_text("utf-8"))
    operator = next(one for one in measured["families"]["S"]["operators"] if one["id"] == "S31")
    assert operator["killed"] == operator["generated"] > 0
    assert operator["rules"] == ["paging.link-loop"]
    assert "link to the page itself" in capsys.readouterr().out


def test_an_unknown_operator_cannot_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--operator", "S99"]) == 2
    assert "S99" in capsys.readouterr().err
