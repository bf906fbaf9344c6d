"""Hold a spec against the facts, both ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contract_tests.facts.places import Key, Places, show
from contract_tests.facts.rule import ABSENT
from contract_tests.facts.systematic import RULES
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

__all__ = ["Difference", "Report", "compare"]

_DEVIATION = "x-iotc-deviation"


@dataclass(frozen=True)
class Difference:
    """A place where the spec does not say what the facts, with the systematic rules applied, make it say."""

    key: Key
    expected: Any
    written: Any
    rule: str = ""

    def __str__(self) -> str:
        rule = f" (by {self.rule})" if self.rule else ""
        return f"{show(self.key)}: expected {_text(self.expected)}{rule}, the spec says {_text(self.written)}"


def _text(value: Any) -> str:
    return str(sorted(value)) if isinstance(value, frozenset) else str(value)


@dataclass
class Report:
    """What comparing one version gave."""

    name: str
    compared: Counter[str] = field(default_factory=Counter[str])
    """Places compared, by kind."""
    by_rule: Counter[str] = field(default_factory=Counter[str])
    """Places that agree only because of a systematic rule."""
    deviations: list[Difference] = field(default_factory=list[Difference])
    unexplained: list[Difference] = field(default_factory=list[Difference])
    idle: list[str] = field(default_factory=list[str])
    """Deviations in the spec that no difference needs."""

    @property
    def ok(self) -> bool:
        return not self.unexplained and not self.idle


def compare(facts: Facts, written: Written, name: str = "") -> Report:
    """Compare every place that either side has."""
    report = Report(name or facts.version)
    upstream = facts.places()
    expected, rules = _expected(facts, written)
    own = _own(written, expected)
    for key in sorted({*expected, *written.places}):
        wanted, found = expected.get(key, ABSENT), written.places.get(key, ABSENT)
        report.compared[key[0]] += 1
        if _same(wanted, found):
            if not _same(upstream.get(key, ABSENT), found):
                report.by_rule[rules[key]] += 1
        else:
            difference = Difference(key, wanted, found, rules.get(key, ""))
            explained = any(_DEVIATION in origin for origin in _origins(written, own, key))
            (report.deviations if explained else report.unexplained).append(difference)
    report.idle = _idle(written, upstream, report.deviations)
    return report


def _same(first: Any, second: Any) -> bool:
    """Equal as JSON: true is not 1."""
    return bool(first == second) and isinstance(first, bool) == isinstance(second, bool)


def _expected(facts: Facts, written: Written) -> tuple[dict[Key, Any], dict[Key, str]]:
    expected, rules = facts.places(), dict[Key, str]()
    for rule in RULES:
        for key, value in list(rule.changes(facts, written, expected)):
            if not _same(expected.get(key, ABSENT), value):
                expected[key], rules[key] = value, rule.id
    return expected, rules


def _own(written: Written, expected: Places) -> set[str]:
    """The schemas that neither facts nor rules know: one deviation speaks for all that is in them."""
    known = {key[1] for key, value in expected.items() if key[0] == "schemas" and value is not ABSENT}
    return set(written.schemas) - known


def _origins(written: Written, own: set[str], key: Key) -> list[Mapping[str, Any]]:
    whole = [written.schemas[key[1]]] if key[0] == "schemas" and key[1] in own else []
    return [*written.origin(key), *whole]


def _idle(written: Written, upstream: Places, used: list[Difference]) -> list[str]:
    """Where the spec claims to deviate and does not.

    A patch schema that the source has itself is left out: there the spec tells what its resource has more.
    """
    needed = {id(origin) for one in used for origin in written.origin(one.key)}
    return [
        show(key)
        for key, origins in written.origins.items()
        if any(_DEVIATION in origin for origin in origins)
        and not any(id(origin) in needed for origin in origins if _DEVIATION in origin)
        and not _beside(key)
        and not (len(key) == 2 and key[1].endswith("Patch") and key in upstream)
    ]


def _beside(key: Key) -> bool:
    """Keys that share their object with a key judged in its own right."""
    return key[2:] == ("long running",) or (len(key) == 4 and key[2] == "required")
