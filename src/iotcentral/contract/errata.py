"""Known faults of published examples, and the comparison of findings with them.

An erratum says what is wrong in a document, what the service really does and how that is known. Where the
fault breaks a rule, the verifier must report it at the place named: what it reports beyond the errata and
what it fails to report are both wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec

from iotcentral.contract.findings import Finding

__all__ = ["Erratum", "Place", "Unexplained", "load_errata", "load_sources", "unexplained"]


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where in the document: the heading, a line, and in an example the JSON pointer."""

    heading: str
    line: int
    pointer: str | None = None


class Erratum(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One fault of a published example or of the text around it.

    `rule`, `operation`, `pointer`, `cassette` and `interaction` say what the verifier reports; a fault that
    breaks no rule has none of them.
    """

    id: str
    document: str
    version: str | None
    """The api-version the place speaks of; `None` for prose about none."""
    place: Place
    fault: str
    fault_class: str = msgspec.field(name="class")
    service: str
    """What the service really does."""
    source: str
    """Keys of the sources that say so, each with what to look for there, separated by `;`."""
    grade: str
    """`R` real answer, `C` client code, `D` documentation, `S` Swagger, `X` inference."""
    rule: str | None
    operation: str | None = None
    pointer: str | None = None
    cassette: str | None = None
    """File name below `cassettes/documented/`."""
    interaction: int | None = None
    part_of: str | None = None
    """The erratum of which the verifier reports this as well; the words are that one's."""


class Unexplained(msgspec.Struct, frozen=True):
    """Where findings and errata differ; false when they agree."""

    extra: tuple[Finding, ...]
    """Findings no erratum lists."""
    missing: tuple[Erratum, ...]
    """Errata the verifier did not find."""

    def __bool__(self) -> bool:
        return bool(self.extra or self.missing)


_Reported = tuple[object, ...]


def load_errata(path: Path) -> list[Erratum]:
    """Read the errata of a file; needs PyYAML (extra `contract`).

    Raises:
        KeyError: an erratum is part of one that is not there.

    """
    listed = _read(path)["errata"]
    by_id = {each["id"]: each for each in listed}
    return msgspec.convert([_whole(each, by_id) for each in listed], list[Erratum])


def load_sources(path: Path) -> dict[str, str]:
    """Read the sources an errata file names: what each key stands for; needs PyYAML."""
    return msgspec.convert(_read(path)["sources"], dict[str, str])


def _read(path: Path) -> dict[str, Any]:
    import yaml

    return msgspec.convert(yaml.safe_load(path.read_text("utf-8")), dict[str, Any])


def _whole(raw: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if "part_of" not in raw:
        return raw
    whole = {**by_id[raw["part_of"]], **raw}
    return {**whole, "place": {**whole["place"], "pointer": raw["pointer"]}}


def unexplained(findings: Iterable[Finding], errata: Sequence[Erratum]) -> Unexplained:
    """Compare findings with errata, one to one."""
    listed: dict[_Reported, list[Erratum]] = {}
    for erratum in errata:
        if erratum.rule is not None:
            listed.setdefault(_promised(erratum), []).append(erratum)
    extra: list[Finding] = []
    for finding in findings:
        known = listed.get(_reported(finding))
        if known:
            known.pop()
        else:
            extra.append(finding)
    return Unexplained(tuple(extra), tuple(each for rest in listed.values() for each in rest))


def _promised(erratum: Erratum) -> _Reported:
    # A request whose path is no operation's has findings of no operation.
    operation = erratum.operation or ""
    return erratum.cassette, erratum.interaction, erratum.rule, operation, erratum.pointer


def _reported(finding: Finding) -> _Reported:
    name = PurePath(finding.where.file).name
    return name, finding.where.interaction, finding.rule, finding.operation, finding.pointer
