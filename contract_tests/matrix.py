"""What the tests are parametrised by: every operation of every version in the catalog."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from contract_tests import shapes
from contract_tests.profiles import active
from contract_tests.reading.document import Document, defaults, documents
from contract_tests.reading.operations import Operation, Response, operations

__all__ = ["Cell", "Target", "each_answer", "each_operation", "targets"]

SAMPLE = 2
"""Cases (the first is the smallest there is) of what was examined in full under another version already."""


@dataclass(frozen=True)
class Target:
    """One operation of one version."""

    document: Document
    operation: Operation

    def __str__(self) -> str:
        return f"{self.document.label}-{self.operation.id}"

    def cases(self, full: int) -> int:
        """How many calls to draw: `full` for the first operation of its shape, a sample of the same later.

        Two operations have the same shape when the documents say the same of them, texts apart. The default
        versions come first; `deep` draws in full for all.
        """
        return full if active().everything or self in firsts() else min(full, SAMPLE)


@dataclass(frozen=True)
class Cell:
    """One documented answer of one operation."""

    document: Document
    operation: Operation
    status: int
    response: Response

    def __hash__(self) -> int:
        return hash((self.document, self.operation, self.status))

    def __str__(self) -> str:
        return f"{self.document.label}-{self.operation.id}-{self.status}"

    def cases(self, full: int) -> int:
        """How many answers to draw, as `Target.cases` says."""
        return full if active().everything or self in first_answers() else min(full, SAMPLE)


def targets() -> list[Target]:
    return [Target(document, one) for document in documents() for one in operations(document).values()]


def cells() -> list[Cell]:
    return [
        Cell(target.document, target.operation, status, response)
        for target in targets()
        for status, response in sorted(target.operation.responses.items())
    ]


def _defaults_first(places: list[Any]) -> Iterator[Any]:
    """The places of the default versions, then the others, each in the catalog's order."""
    yield from sorted(places, key=lambda place: place.document.label not in defaults())


@functools.cache
def firsts() -> frozenset[Target]:
    """The first operation of every shape of request."""
    found: dict[str, Target] = {}
    for target in _defaults_first(targets()):
        found.setdefault(shapes.of_request(target.document, target.operation), target)
    return frozenset(found.values())


@functools.cache
def first_answers() -> frozenset[Cell]:
    """The first of every shape of answer."""
    found: dict[str, Cell] = {}
    for cell in _defaults_first(cells()):
        found.setdefault(shapes.of_answer(cell.document, cell.operation, cell.status), cell)
    return frozenset(found.values())


def each_operation(where: Callable[[Operation], bool] = lambda _: True) -> pytest.MarkDecorator:
    """Run the test for every operation that `where` holds for, as `target`."""
    return _each("target", [target for target in targets() if where(target.operation)])


def each_answer(where: Callable[[Cell], bool] = lambda _: True) -> pytest.MarkDecorator:
    """Run the test for every documented answer that `where` holds for, as `cell`."""
    return _each("cell", [cell for cell in cells() if where(cell)])


def _each(name: str, values: list[Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, values, ids=str)
