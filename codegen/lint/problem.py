"""What lint finds, and the shape of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codegen.lint.spec import Spec

__all__ = ["Finding", "Problem", "Rule", "rule"]

Finding = tuple[str, str]
"""JSON pointer and message of one breach, as a rule yields it."""


@dataclass(frozen=True, order=True)
class Problem:
    """One breach of one rule, placed by its JSON pointer (and line, where the document came from a file)."""

    pointer: str
    rule: str
    message: str
    source: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.source}:{self.line}: " if self.source else ""
        return f"{place}{self.rule}  {self.message}  (at {self.pointer or '/'})"


@dataclass(frozen=True)
class Rule:
    """A named check over a whole spec."""

    id: str
    says: str
    check: Callable[[Spec], Iterable[Finding]]

    def problems(self, spec: Spec) -> list[Problem]:
        """Every breach of this rule in `spec`."""
        return [Problem(pointer, self.id, message) for pointer, message in self.check(spec)]


def rule(id: str, says: str) -> Callable[[Callable[[Spec], Iterable[Finding]]], Rule]:
    """Turn a generator of `(pointer, message)` into a `Rule`."""
    return lambda check: Rule(id, says, check)
