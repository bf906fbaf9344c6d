"""What a systematic difference is: a change to what the facts, taken literally, would make the spec say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from contract_tests.facts.places import Key, Places
from contract_tests.facts.upstream import Facts
from contract_tests.facts.written import Written

__all__ = ["ABSENT", "Changes", "Rule", "deviates"]

ABSENT: Any = "(absent)"
"""What a rule expects where the spec must say nothing."""

Changes = Iterator[tuple[Key, Any]]


@dataclass(frozen=True)
class Rule:
    """One systematic difference."""

    id: str
    says: str
    changes: Callable[[Facts, Written, Places], Changes]
    """From facts, spec and what is expected so far to the places of which something else is expected."""


def deviates(written: Written, *key: str) -> bool:
    """Whether the spec says, at the place itself, that it differs on purpose."""
    return any("x-iotc-deviation" in origin for origin in written.origin(key))
