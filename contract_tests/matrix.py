"""What the tests are parametrised by: every operation of every version in the catalog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests.reading.document import Document, catalog, load
from contract_tests.reading.operations import Operation, Response, operations

__all__ = ["Cell", "Target", "each_answer", "each_operation", "targets"]


@dataclass(frozen=True)
class Target:
    """One operation of one version."""

    document: Document
    operation: Operation

    def __str__(self) -> str:
        return f"{self.document.version}-{self.operation.id}"


@dataclass(frozen=True)
class Cell:
    """One documented answer of one operation."""

    document: Document
    operation: Operation
    status: int
    response: Response

    def __str__(self) -> str:
        return f"{self.document.version}-{self.operation.id}-{self.status}"


def targets() -> list[Target]:
    documents = [load(entry.plane, entry.version) for entry in catalog()]
    return [
        Target(document, operation) for document in documents for operation in operations(document).values()
    ]


def cells() -> list[Cell]:
    return [
        Cell(target.document, target.operation, status, response)
        for target in targets()
        for status, response in sorted(target.operation.responses.items())
    ]


def each_operation(where: Callable[[Operation], bool] = lambda _: True) -> pytest.MarkDecorator:
    """Run the test for every operation that `where` holds for, as `target`."""
    return _each("target", [target for target in targets() if where(target.operation)])


def each_answer(where: Callable[[int], bool] = lambda _: True) -> pytest.MarkDecorator:
    """Run the test for every documented answer whose status `where` holds for, as `cell`."""
    return _each("cell", [cell for cell in cells() if where(cell.status)])


def _each(name: str, values: list[Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, values, ids=str)
