"""Family S: recorded and emulated answers, changed one at a time, judged by the verifier users get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from contract_tests.mutants import answer_forms, answer_members, answer_sequences
from contract_tests.mutants.model import Mutant, Operator, Place, Verdict
from contract_tests.mutants.stock import judged_answer
from contract_tests.mutants.tapes import Spot, findings, spots
from iotcentral.contract.exchanges import Answer, Exchange

__all__ = ["Answers"]


class Answers:
    """Mutants of answers."""

    operators: Sequence[Operator] = (
        *answer_forms.OPERATORS,
        *answer_members.OPERATORS,
        *answer_sequences.OPERATORS,
    )

    def places(self, operator: Operator) -> Sequence[Place]:
        """Every recorded answer."""
        del operator
        return [
            Place(
                version, f"{spot.case.operation.id} {spot.answer.status} {spot.tape.name}#{spot.index}", spot
            )
            for version, spot in spots()
            if spot.case.operation is not None
        ]

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """The first thing the verifier says of the tape with the changed answer."""
        for finding in findings(tape_of(place.at, mutant.changed)):
            return Verdict(finding.rule, f"{finding.pointer or '/'}: {finding.message}")
        return Verdict()

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """The answers as values: status, headers, JSON."""
        return _shown(place.at.answer), _shown(_answer(mutant.changed))

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """What other tools say of the changed answer."""
        return judged_answer(place.at.case, place.at.case.request, _answer(mutant.changed))


def tape_of(spot: Spot, changed: Answer | Exchange) -> list[Exchange]:
    """The tape with another answer, or with one more exchange at its end."""
    if isinstance(changed, Exchange):
        where = replace_index(spot, len(spot.tape.exchanges))
        return [*spot.tape.exchanges, replace(changed, where=where)]
    return spot.with_answer(changed)


def replace_index(spot: Spot, index: int) -> Any:
    where = spot.tape.exchanges[spot.index].where
    return type(where)(where.file, index)


def _answer(changed: Answer | Exchange) -> Answer:
    answer = changed.answer if isinstance(changed, Exchange) else changed
    assert answer is not None
    return answer


def _shown(answer: Answer) -> str:
    text = answer.body.decode("utf-8", "backslashreplace")
    return f"{answer.status} {sorted(answer.headers)} {text}"
