"""Family P: specs with one thing changed, held against the independent facts, the lint and the witnesses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from codegen.lint import lint
from contract_tests.facts import upstream
from contract_tests.facts.beyond import differences
from contract_tests.facts.compare import compare
from contract_tests.facts.written import Written
from contract_tests.mutants import spec_operations, spec_schemas
from contract_tests.mutants.model import Mutant, Operator, Place, Verdict
from contract_tests.mutants.replayed import replayed
from contract_tests.mutants.spec_places import Part, parts, spec_with
from contract_tests.reading import Document
from contract_tests.witnesses import load as load_witnesses
from contract_tests.witnesses.judging import judged

__all__ = ["Specs"]


class Specs:
    """Mutants of specs."""

    operators: Sequence[Operator] = (*spec_schemas.OPERATORS, *spec_operations.OPERATORS)

    def places(self, operator: Operator) -> Sequence[Place]:
        """Every part of every spec."""
        del operator
        return parts()

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """The first detector that names something; one that breaks is passed over if another names it."""
        part: Part = place.at
        raw = spec_with(part.document.raw, mutant.changed)
        broke: Exception | None = None
        for detector in _DETECTORS:
            try:
                verdict = next(detector(part.document, raw), None)
            except Exception as error:
                broke = broke or error
                continue
            if verdict is not None:
                return verdict
        if broke is not None:
            raise broke
        return Verdict()

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """The documents as texts."""
        part: Part = place.at
        return json.dumps(part.document.raw), json.dumps(spec_with(part.document.raw, mutant.changed))

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """What other tools say when the recordings are held against the changed spec."""
        part: Part = place.at
        return replayed(part, spec_with(part.document.raw, mutant.changed))


NAMED_BY_USE = ("required", "props", "parameters", "responses", "headers", "value", "schemas", "operations")


def _facet(key: tuple[str, ...]) -> str:
    """What a place says: `maximum`, or `props` for a member as such."""
    return next((kind for kind in NAMED_BY_USE if key[-2:-1] == (kind,)), key[-1])


def _facts(document: Document, raw: dict[str, Any]) -> Iterator[Verdict]:
    report = compare(upstream.load(document.plane, document.version), Written(raw))
    for difference in report.unexplained:
        yield Verdict(f"facts.{_facet(difference.key)}", str(difference))
    for place in report.idle:
        yield Verdict("facts.deviation", place)


def _beyond(document: Document, raw: dict[str, Any]) -> Iterator[Verdict]:
    changed = Document(document.plane, f"{document.version} changed", raw)
    for kind, said in differences(changed, document.version):
        yield Verdict(f"facts.{kind}", said)


def _lint(document: Document, raw: dict[str, Any]) -> Iterator[Verdict]:
    del document
    for problem in lint(raw):
        yield Verdict(f"lint.{problem.rule}", str(problem))


def _witnesses(document: Document, raw: dict[str, Any]) -> Iterator[Verdict]:
    changed = Document(document.plane, f"{document.version} changed", raw)
    for witness in load_witnesses(document.plane, document.version):
        if judged(changed, witness.passes):
            yield Verdict("witness.passes", witness.constraint)
        elif not judged(changed, witness.fails):
            yield Verdict("witness.fails", witness.constraint)


Detector = Callable[[Document, dict[str, Any]], Iterator[Verdict]]
_DETECTORS: tuple[Detector, ...] = (_facts, _beyond, _lint, _witnesses)
