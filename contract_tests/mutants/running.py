"""Make the mutants of an operator, judge each, and do so for many operators on several processes."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest

from contract_tests.mutants.equivalents import equivalent_reason
from contract_tests.mutants.families import family
from contract_tests.mutants.model import Family, Mutant, Operator, Outcome, Place

__all__ = ["Task", "chosen", "instances", "run", "run_task"]


@dataclass(frozen=True)
class Task:
    """One operator, to be run somewhere."""

    letter: str
    operator: str
    count: int
    """The most mutants to make of it."""
    seed: str
    stock: bool


def run(tasks: Sequence[Task], workers: int) -> Iterator[tuple[Task, list[Outcome]]]:
    """Outcomes by operator, in the order of the tasks however many processes there are."""
    if workers == 1:
        yield from ((task, run_task(task)) for task in tasks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from zip(tasks, pool.map(run_task, tasks), strict=True)


def run_task(task: Task) -> list[Outcome]:
    """Every outcome of one operator."""
    own = family(task.letter)
    operator = next(one for one in own.operators if one.id == task.operator)
    return [
        _judged(own, operator, place, mutant, stock=task.stock)
        for place, mutant in instances(own, operator, task.count, task.seed)
    ]


def instances(own: Family, operator: Operator, count: int, seed: str) -> Iterator[tuple[Place, Mutant]]:
    """At most `count` mutants: places of each version by turns, at each one mutant, drawn by the seed."""
    made = 0
    for place in chosen(own.places(operator), f"{seed} {operator.id}"):
        mutants = list(operator.change(place.at))
        if mutants and made < count:
            made += 1
            yield place, mutants[_number(f"{seed} {operator.id} {place}") % len(mutants)]
        if made >= count:
            return


def chosen(places: Sequence[Place], seed: str) -> Iterator[Place]:
    """The places in an order that the seed gives, one of each version after the other."""
    by_version: dict[str, list[Place]] = {}
    for place in sorted(places, key=lambda place: (_number(f"{seed} {place}"), str(place))):
        by_version.setdefault(place.version, []).append(place)
    for row in zip_longest(*(by_version[version] for version in sorted(by_version))):
        yield from (place for place in row if place is not None)


def _number(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big")


def _judged(own: Family, operator: Operator, place: Place, mutant: Mutant, *, stock: bool) -> Outcome:
    name = f"{place} {mutant.label}"
    others = _others(own, place, mutant) if stock else {}
    reason = equivalent_reason(operator.id, name)
    if reason is not None:
        before, after = own.outputs(place, mutant)
        if before == after:
            return Outcome(
                operator.id, name, "equivalent", detail=f"{reason}; before: {before}; after: {after}"
            )
    try:
        verdict = own.judge(place, mutant)
    except Exception as error:  # a tool that breaks has found nothing
        return Outcome(
            operator.id, name, "crashed", detail=f"{type(error).__name__}: {error}"[:300], stock=others
        )
    state = "killed" if verdict.rule else "survived"
    return Outcome(operator.id, name, state, verdict.rule, verdict.detail[:300], others)


def _others(own: Family, place: Place, mutant: Mutant) -> Mapping[str, bool]:
    try:
        return own.stock(place, mutant)
    except Exception:  # a mutant that cannot be shown to them: they have found nothing
        return {}
