"""What every family of mutants has in common: operators, places to apply them to, and outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

__all__ = ["FAMILIES", "Family", "Mutant", "Operator", "Outcome", "Place", "Verdict"]

FAMILIES = {"S": "answers", "C": "requests", "P": "specs", "K": "client", "E": "emulator"}


@dataclass(frozen=True)
class Operator:
    """One way to break something."""

    id: str
    breaks: str
    """What is wrong afterwards, in a few words."""
    rules: tuple[str, ...]
    """The rules expected to find it; any other named rule counts as well."""
    change: Callable[[Any], Iterable[Mutant]]
    """From a place to its mutants; none where the place lacks what is broken."""


@dataclass(frozen=True)
class Mutant:
    """One changed thing."""

    label: str
    """What was changed at its place, such as a JSON pointer."""
    changed: Any


@dataclass(frozen=True)
class Place:
    """Something an operator may change."""

    version: str
    """Plane and version, as in `data-plane/2022-07-31`."""
    name: str
    at: Any

    def __str__(self) -> str:
        return f"{self.version} {self.name}"


@dataclass(frozen=True)
class Verdict:
    """What the suite says of a mutant."""

    rule: str = ""
    """The rule that found it; empty where none did."""
    detail: str = ""


@dataclass(frozen=True)
class Outcome:
    """One mutant, judged."""

    operator: str
    name: str
    state: str
    """`killed`, `survived`, `crashed` (a tool broke: not killed) or `equivalent`."""
    rule: str = ""
    detail: str = ""
    stock: Mapping[str, bool] = field(default_factory=dict[str, bool])
    """Other tools, and whether they found it."""


class Family(Protocol):
    """Mutants of one kind, and their judge."""

    @property
    def operators(self) -> Sequence[Operator]:
        """The family's table."""
        ...

    def places(self, operator: Operator) -> Sequence[Place]:
        """Everything an operator may be applied to."""
        ...

    def judge(self, place: Place, mutant: Mutant) -> Verdict:
        """What the suite says."""
        ...

    def outputs(self, place: Place, mutant: Mutant) -> tuple[str, str]:
        """What can be seen of the place unchanged, and of the mutant; the same for an equivalent one."""
        ...

    def stock(self, place: Place, mutant: Mutant) -> Mapping[str, bool]:
        """Other tools by name, and whether they find the mutant."""
        ...
