"""The families by letter, each made when it is first asked for."""

from __future__ import annotations

import functools

from contract_tests.mutants.answers import Answers
from contract_tests.mutants.model import Family

__all__ = ["BUILT", "family"]

BUILT = ("S",)


@functools.cache
def family(letter: str) -> Family:
    """The family of a letter."""
    made: dict[str, type[Family]] = {"S": Answers}
    return made[letter]()
