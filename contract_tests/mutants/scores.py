"""Scores: by family and by operator, beside those of other tools."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from contract_tests.mutants.model import Operator, Outcome

__all__ = ["FLOOR", "MOST_EQUIVALENT", "Score", "as_json", "failures", "notes"]

FLOOR = 0.97
"""The least share of mutants that must be killed, in every family."""
MOST_EQUIVALENT = 0.05


@dataclass
class Score:
    """What became of the mutants of one family, or of one operator."""

    outcomes: list[Outcome] = field(default_factory=list[Outcome])

    def count(self, state: str) -> int:
        return sum(outcome.state == state for outcome in self.outcomes)

    @property
    def killed(self) -> int:
        return self.count("killed")

    @property
    def generated(self) -> int:
        return len(self.outcomes)

    @property
    def equivalent(self) -> int:
        return self.count("equivalent")

    @property
    def counted(self) -> int:
        """Mutants that could be killed."""
        return self.generated - self.equivalent

    @property
    def share(self) -> float:
        return self.killed / self.counted if self.counted else 0.0

    @property
    def full(self) -> bool:
        return self.counted > 0 and self.killed == self.counted

    @property
    def survivors(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.state in ("survived", "crashed")]

    @property
    def rules(self) -> list[str]:
        """The rules that killed, the most frequent first."""
        found = Counter(outcome.rule for outcome in self.outcomes if outcome.rule)
        return [rule for rule, _ in sorted(found.items(), key=lambda each: (-each[1], each[0]))]

    def stock(self, tool: str) -> int:
        return sum(
            outcome.stock.get(tool, False) for outcome in self.outcomes if outcome.state != "equivalent"
        )

    @property
    def tools(self) -> list[str]:
        return sorted({tool for outcome in self.outcomes for tool in outcome.stock})


def notes() -> Mapping[str, str]:
    """Why an operator is not killed in full, from `survivors.yaml`."""
    text = Path(__file__).with_name("survivors.yaml").read_text("utf-8")
    explained: Mapping[str, str] = yaml.safe_load(text) or {}
    return explained


def by_operator(score: Score) -> dict[str, Score]:
    found: dict[str, Score] = {}
    for outcome in score.outcomes:
        found.setdefault(outcome.operator, Score()).outcomes.append(outcome)
    return found


def failures(families: Mapping[str, Score], tables: Mapping[str, Sequence[Operator]]) -> list[str]:
    """What keeps the strength from being what it must be."""
    found: list[str] = []
    for letter, score in families.items():
        if score.share < FLOOR:
            killed = f"{score.killed} of {score.counted} killed ({score.share:.1%})"
            found.append(f"{letter}: {killed}, {FLOOR:.0%} are asked for")
        if score.equivalent > MOST_EQUIVALENT * score.generated:
            found.append(f"{letter}: {score.equivalent} of {score.generated} equivalent")
        own = by_operator(score)
        for operator in tables[letter]:
            if operator.id not in own:
                found.append(f"{operator.id}: nowhere to apply it")
            elif not own[operator.id].full and operator.id not in notes():
                found.append(f"{operator.id}: not killed in full, and survivors.yaml does not say why")
    return found


def as_json(families: Mapping[str, Score], tables: Mapping[str, Sequence[Operator]], **about: Any) -> str:
    """The scores as the page of the report reads them."""
    written = {letter: _family(score, tables[letter]) for letter, score in families.items()}
    return json.dumps({"families": written, **about}, indent=1, ensure_ascii=False) + "\n"


def _family(score: Score, table: Sequence[Operator]) -> dict[str, Any]:
    own = by_operator(score)
    full = sum(one.full for one in own.values())
    return {
        **_numbers(score),
        "operators_killed_in_full": full,
        "operators": [_operator(one, own.get(one.id, Score())) for one in table],
    }


def _operator(operator: Operator, score: Score) -> dict[str, Any]:
    full = score.full
    return {
        "id": operator.id,
        "text": operator.breaks,
        **_numbers(score),
        "note": "" if full else notes().get(operator.id, ""),
        "expected": list(operator.rules),
        "rules": score.rules,
        "survivors": [
            {"name": one.name, "state": one.state, "detail": one.detail} for one in score.survivors
        ],
        "equivalents": [
            {"name": one.name, "detail": one.detail} for one in score.outcomes if one.state == "equivalent"
        ],
    }


def _numbers(score: Score) -> dict[str, Any]:
    return {
        "killed": score.killed,
        "generated": score.generated,
        "equivalent": score.equivalent,
        "stock": {tool: score.stock(tool) for tool in score.tools},
    }
