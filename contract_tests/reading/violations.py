"""What a broken rule looks like, and the error that carries it to whoever reads the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

__all__ = ["ContractBrokenError", "Violation", "demand"]


@dataclass(frozen=True)
class Violation:
    """One broken rule: where it was seen and what was expected there."""

    rule: str
    message: str
    operation: str | None = None
    status: int | None = None
    pointer: str = ""
    where: str = ""
    """The file and the place in it, for recordings; empty for what a test made up."""
    document: str = ""
    """Plane and version, as in `data-plane/2022-07-31`."""

    def at(
        self,
        *,
        operation: str | None = None,
        status: int | None = None,
        where: str = "",
        document: str = "",
    ) -> Violation:
        return replace(
            self,
            operation=operation or self.operation,
            status=self.status if status is None else status,
            where=where or self.where,
            document=document or self.document,
        )

    def __str__(self) -> str:
        status = "-" if self.status is None else str(self.status)
        places = ", ".join(filter(None, (self.document, self.where)))
        place = f" [{places}]" if places else ""
        return f"{self.rule}: {self.operation or '-'} {status} {self.pointer or '/'}: {self.message}{place}"


class ContractBrokenError(AssertionError):
    """A property failed; `violations` says which rules, where."""

    def __init__(self, violations: Iterable[Violation]) -> None:
        self.violations = tuple(violations)
        super().__init__("\n".join(str(violation) for violation in self.violations))


def demand(violations: Iterable[Violation]) -> None:
    """Raise `ContractBrokenError` if there is anything in `violations`."""
    found = tuple(violations)
    if found:
        raise ContractBrokenError(found)
