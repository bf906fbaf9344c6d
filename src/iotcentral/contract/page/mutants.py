"""The scores of mutants, as the page shows them: by family and operator, stock tools beside ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

__all__ = ["FAMILIES", "Family", "Instance", "Mutants", "MutantsError", "Operator", "load_mutants"]

FAMILIES = {
    "S": "answers",
    "C": "requests",
    "P": "specs",
    "K": "client",
    "E": "emulator",
}
"""What the letters of the families stand for."""


class MutantsError(Exception):
    """A file of scores cannot be used; the text says why."""


class Instance(msgspec.Struct, frozen=True, kw_only=True):
    """One mutant that nothing finds, or that changes nothing."""

    name: str
    detail: str = ""


class Operator(msgspec.Struct, frozen=True, kw_only=True):
    """One way to break something."""

    id: str
    text: str = ""
    killed: int = 0
    generated: int = 0
    equivalent: int = 0
    note: str = ""
    """Why not all of its instances are killed."""
    rules: list[str] = []
    """The rules that found it, the most frequent first."""
    survivors: list[Instance] = []
    equivalents: list[Instance] = []

    @property
    def counted(self) -> int:
        """Instances that could be killed."""
        return self.generated - self.equivalent

    @property
    def is_full(self) -> bool:
        """Whether there was something to kill, and all of it is."""
        return 0 < self.counted <= self.killed


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """What is broken: answers, requests, specs, the client or the emulator."""

    killed: int
    generated: int
    equivalent: int = 0
    not_applicable: int | None = None
    """Operators that find nothing to break, if the file counts them itself."""
    operators: list[Operator] = []
    stock: dict[str, Any] = {}
    """Score of other tools on the same mutants: a number killed, or `{killed: …}`."""

    @property
    def counted(self) -> int:
        """Instances that could be killed."""
        return self.generated - self.equivalent

    @property
    def inapplicable(self) -> int:
        """Operators that find nothing to break in any version."""
        if self.not_applicable is not None:
            return self.not_applicable
        return sum(each.generated == 0 for each in self.operators)


class Mutants(msgspec.Struct, frozen=True):
    """The whole file."""

    families: dict[str, Family]
    profile: str = ""
    seed: str = ""


def load_mutants(path: Path) -> Mutants:
    """Read scores from a JSON file.

    Raises:
        MutantsError: the file cannot be read or holds no scores.

    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Mutants)
    except OSError as error:
        raise MutantsError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MutantsError(f"{path}: no scores of mutants: {error}") from error
