"""All rules by id: the one table that the engine, the reports and the tests read."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from iotcentral.contract.diff.rules import Rule
from iotcentral.contract.diff.rules_messages import ANSWERS, BODIES
from iotcentral.contract.diff.rules_operations import DOCUMENT, OPERATIONS, PARAMETERS
from iotcentral.contract.diff.rules_schemas import ALWAYS, MEMBERS, SCHEMAS, TEXTS, VALUES

__all__ = ["RULES"]


def _all() -> Iterator[Rule]:
    for rules in (DOCUMENT, OPERATIONS, PARAMETERS, BODIES, ANSWERS, SCHEMAS, ALWAYS):
        yield from rules
    for family in VALUES:
        yield from family.rules(("parameter", "request", "answer"))
    for family in MEMBERS:
        yield from family.rules(("request", "answer"))
    yield from TEXTS


RULES = MappingProxyType({rule.id: rule for rule in _all()})
