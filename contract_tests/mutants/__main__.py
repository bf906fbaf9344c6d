"""`python -m contract_tests.mutants`: make the mutants, judge them, write the scores.

Exit code 0: every family reaches its floor and every survivor is explained. 1: not so. 2: could not run.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from contract_tests.mutants.families import BUILT, family
from contract_tests.mutants.model import FAMILIES, Operator, Outcome
from contract_tests.mutants.running import Task, run, run_task
from contract_tests.mutants.scores import Score, as_json, by_operator, failures, notes

__all__ = ["main"]

BUILD = Path("build") / "contract"
FULL = {"S": 60, "C": 60, "P": 30, "K": 12, "E": 6}
QUICK = {"S": 8, "C": 8, "P": 5, "K": 2, "E": 2}
"""The most mutants of an operator, by family."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 120)
    tables = {letter: family(letter).operators for letter in options.family or BUILT}
    counts = QUICK if options.quick else FULL
    wanted = [
        Task(letter, operator.id, counts[letter], options.seed, not options.no_stock)
        for letter, table in tables.items()
        for operator in table
        if not options.operator or operator.id in options.operator
    ]
    if not wanted:
        sys.stderr.write(f"no operator {', '.join(options.operator)}\n")
        return 2
    if options.show:
        return _show(console, wanted, options.show)
    return _measure(console, wanted, tables, options)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m contract_tests.mutants", description=__doc__)
    made.add_argument("--quick", action="store_true", help="a few mutants of each operator")
    made.add_argument("--family", action="append", choices=BUILT, help="one family; may be given again")
    made.add_argument("--operator", action="append", metavar="ID", help="one operator; may be given again")
    made.add_argument(
        "--show", metavar="TEXT", help="judge the mutants whose name has this text, and say what is seen"
    )
    made.add_argument("--seed", default="strength", help="what the sample is drawn by (default: %(default)s)")
    made.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1), help="processes")
    made.add_argument("--no-stock", action="store_true", help="leave other tools out")
    made.add_argument("--build", type=Path, default=BUILD, metavar="FOLDER", help="where mutants.json goes")
    return made


def _measure(
    console: Console,
    tasks: Sequence[Task],
    tables: Mapping[str, Sequence[Operator]],
    options: argparse.Namespace,
) -> int:
    began, found = time.monotonic(), {letter: Score() for letter in tables}
    with console.status("mutants") as status:
        for done, (task, outcomes) in enumerate(run(tasks, options.workers), 1):
            found[task.letter].outcomes += outcomes
            told = f"mutants: {done} of {len(tasks)} operators, {time.monotonic() - began:.0f} s"
            status.update(told)
            if not console.is_terminal and (done % 25 == 0 or done == len(tasks)):
                console.print(told)
    options.build.mkdir(parents=True, exist_ok=True)
    profile = "quick" if options.quick else "full"
    (options.build / "mutants.json").write_text(
        as_json(found, tables, profile=profile, seed=options.seed), "utf-8"
    )
    _print(console, found, tables, options)
    wrong = [] if options.operator else failures(found, tables)
    for line in wrong:
        console.print(f"WEAK {line}", markup=False)
    console.print(f"scores: {options.build / 'mutants.json'}; {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


def _print(
    console: Console,
    found: Mapping[str, Score],
    tables: Mapping[str, Sequence[Operator]],
    options: argparse.Namespace,
) -> None:
    console.print(_families(found))
    for letter, score in found.items():
        own = by_operator(score)
        console.print(_operators(letter, own, tables[letter], all_of_them=bool(options.operator)))
        for outcome in score.survivors:
            console.print(_reproduced(letter, outcome), markup=False)


def _families(found: Mapping[str, Score]) -> Table:
    tools = sorted({tool for score in found.values() for tool in score.tools})
    table = Table(title="strength of the suite")
    for heading in ("family", "mutants", "killed", "score", "equivalent", "operators in full", *tools):
        table.add_column(heading, justify="left" if heading == "family" else "right")
    for letter, score in found.items():
        own = by_operator(score).values()
        others = [f"{score.stock(tool) / score.counted:.1%}" if score.counted else "" for tool in tools]
        table.add_row(
            f"{letter} {FAMILIES[letter]}",
            *(str(score.generated), str(score.killed), f"{score.share:.1%}", str(score.equivalent)),
            f"{sum(one.full for one in own)} of {len(own)}",
            *others,
        )
    return table


def _operators(
    letter: str, own: Mapping[str, Score], table: Sequence[Operator], *, all_of_them: bool
) -> Table:
    made = Table(title=f"{letter} {FAMILIES[letter]}")
    for heading in ("operator", "breaks", "killed", "by"):
        made.add_column(heading)
    for operator in table:
        score = own.get(operator.id, Score())
        if all_of_them and not score.generated:
            continue
        note = "" if score.full else notes().get(operator.id, "")
        made.add_row(
            operator.id,
            operator.breaks + (f" [{note}]" if note else ""),
            f"{score.killed}/{score.counted}",
            ", ".join(score.rules[:3]),
        )
    return made


def _reproduced(letter: str, outcome: Outcome) -> str:
    command = f"python -m contract_tests.mutants --family {letter} --operator {outcome.operator}"
    said = f"{outcome.state.upper()} {outcome.operator} {outcome.name} {outcome.detail}"
    return f"{said}\n  {command} --show '{outcome.name}'"


def _show(console: Console, tasks: Sequence[Task], text: str) -> int:
    for task in tasks:
        for outcome in run_task(task):
            if text in f"{outcome.operator} {outcome.name}":
                said = f"{outcome.state} {outcome.rule} {outcome.detail} {dict(outcome.stock)}"
                console.print(f"{outcome.operator} {outcome.name}: {said}", markup=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
