"""The table of rules: every kind of difference that can be reported, and what it costs whom.

`caller` is a program that uses the API, be it through this package or by hand. `server` is an implementer
that serves the older version (an emulator, a proxy, a mock): breaking means that it has to change to serve
the newer one. `effect` speaks to Python users of this package.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["BREAKING", "COMPATIBLE", "DOCUMENTATION", "Family", "Impact", "Rule", "SemVer"]

Impact = Literal["breaking", "compatible", "documentation"]
SemVer = Literal["major", "minor", "patch"]

BREAKING: Impact = "breaking"
COMPATIBLE: Impact = "compatible"
DOCUMENTATION: Impact = "documentation"

_STEPS: dict[Impact, SemVer] = {BREAKING: "major", COMPATIBLE: "minor", DOCUMENTATION: "patch"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of difference."""

    id: str
    caller: Impact
    server: Impact
    says: str
    """The sentence of a finding, with places for `where`, `name`, `keyword`, `before` and `after`."""
    effect: str
    """What a Python user notices on going from the older to the newer version."""
    means: str = ""
    """What the rule is about, where the sentence alone does not tell."""

    @property
    def semver(self) -> SemVer:
        """The step that a package owes its users for this difference alone."""
        return _STEPS[self.caller]


@dataclass(frozen=True, slots=True)
class Family:
    """A difference of a schema, which counts another way in what is sent than in what is answered."""

    suffix: str
    says: str
    request: tuple[Impact, Impact, str]
    """Caller, server and effect where the caller sends the value; parameters count the same."""
    answer: tuple[Impact, Impact, str]
    """Caller, server and effect where the service answers the value."""
    means: str = ""

    def rules(self, directions: tuple[str, ...]) -> Iterator[Rule]:
        """Return the rule of each direction: `request-…`, `parameter-…` or `answer-…`."""
        for direction in directions:
            caller, server, effect = self.answer if direction == "answer" else self.request
            yield Rule(f"{direction}-{self.suffix}", caller, server, self.says, effect, self.means)
