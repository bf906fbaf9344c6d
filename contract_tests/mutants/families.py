"""The families by letter, each made when it is first asked for."""

from __future__ import annotations

import functools

from contract_tests.mutants.answers import Answers
from contract_tests.mutants.clients import Clients
from contract_tests.mutants.emulators import Emulators
from contract_tests.mutants.model import Family
from contract_tests.mutants.requests import Requests
from contract_tests.mutants.specs import Specs

__all__ = ["BUILT", "family"]

BUILT = ("S", "C", "P", "K", "E")


@functools.cache
def family(letter: str) -> Family:
    """The family of a letter."""
    made: dict[str, type[Family]] = {"S": Answers, "C": Requests, "P": Specs, "K": Clients, "E": Emulators}
    return made[letter]()
