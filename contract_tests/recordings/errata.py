"""The faults `specs/errata.yaml` lists in the published examples, and findings without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from contract_tests.reading.document import SPECS, read_yaml
from contract_tests.reading.violations import Violation

__all__ = ["errata_of", "explains", "is_listed", "unlisted"]

_LEADS_TO = {
    "answer.json": "replay.undecodable",
    "answer.required": "replay.undecodable",
    "request.masked-secret": "replay.refused",
    "request.unknown-member": "replay.unspeakable",
}
"""What a fault of an example leads to when a client meets it; others do not keep a client from playing it."""


def errata_of(path: Path) -> list[dict[str, Any]]:
    """The listed faults that break a rule in the cassette `path`; only documented cassettes have any."""
    if "documented" not in path.parts:
        return []
    listed = read_yaml(SPECS / "errata.yaml")["errata"]
    return [erratum for erratum in listed if erratum["rule"] and erratum["cassette"] == path.name]


def is_listed(violation: Violation, erratum: dict[str, Any], path: Path) -> bool:
    """Whether `violation` is what `erratum` speaks of."""
    place = f"{path.name}#{erratum['interaction']}"
    return (violation.rule, violation.operation, violation.pointer, violation.where) == (
        erratum["rule"],
        erratum["operation"],
        erratum["pointer"],
        place,
    )


def explains(erratum: dict[str, Any], violation: Violation, path: Path) -> bool:
    """Whether a replay differs because of what `erratum` speaks of: that kind of fault, at that place."""
    place = f"{path.name}#{erratum['interaction']}"
    return (violation.rule, violation.operation, violation.pointer, violation.where) == (
        _LEADS_TO.get(erratum["rule"]),
        erratum["operation"],
        erratum["pointer"],
        place,
    )


def unlisted(violations: Iterable[Violation], path: Path) -> Iterator[Violation]:
    """The violations no erratum explains."""
    errata = errata_of(path)
    for violation in violations:
        if not any(is_listed(violation, erratum, path) for erratum in errata):
            yield violation
