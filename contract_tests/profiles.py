"""How much tests draw: `quick` while working, `ci` on every change, `deep` at night."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from unittest import mock

from hypothesis import HealthCheck, Phase, core, given, seed, settings
from hypothesis import strategies as st
from hypothesis.vendor import pretty

__all__ = ["PROFILES", "Profile", "active", "examine", "register", "scaled"]

VARIABLE = "CONTRACT_PROFILE"
UNIT = 100
"""What a unit test draws that says nothing else."""


@dataclass(frozen=True)
class Profile:
    """The cases drawn for one operation by one property."""

    name: str
    requests: int
    answers: int
    paging: int
    server: int
    malformed: int
    stateful: int
    random: bool = False
    everything: bool = False
    """Whether what two versions have in common is examined in full for both."""
    depth: int = 1
    """How many times as much the unit tests draw."""


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("quick", requests=5, answers=3, paging=10, server=2, malformed=60, stateful=6),
        Profile("ci", requests=25, answers=12, paging=40, server=8, malformed=300, stateful=25),
        Profile(
            "deep",
            requests=300,
            answers=150,
            paging=400,
            server=60,
            malformed=10_000,
            stateful=400,
            random=True,
            everything=True,
            depth=10,
        ),
    )
}


def active() -> Profile:
    """The profile that the environment (or `--contract-profile`) names; `quick` if it names none."""
    return PROFILES[os.environ.get(VARIABLE, "quick")]


def scaled(count: int) -> int:
    """The examples that a unit test draws where `quick` and `ci` draw `count`."""
    return count * active().depth


def register() -> None:
    """Make the profiles known to Hypothesis: the same cases every time, except in `deep`."""
    for profile in PROFILES.values():
        settings.register_profile(
            profile.name,
            derandomize=not profile.random,
            database=None,
            deadline=None,
            print_blob=True,
            report_multiple_bugs=False,
            max_examples=UNIT * profile.depth,
            phases=(Phase.explicit, Phase.generate, Phase.shrink) if not profile.random else tuple(Phase),
            suppress_health_check=[
                HealthCheck.too_slow,
                HealthCheck.data_too_large,
                HealthCheck.filter_too_much,
            ],
        )


def _seed() -> int:
    """The same number for the same test everywhere, another one for every operation."""
    return zlib.crc32(os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0].encode())


def examine(cases: st.SearchStrategy[Any], check: Callable[[Any], None], *, count: int) -> None:
    """Hold `check` against `count` cases; what fails is printed small, with what reproduces it."""

    # Derandomised, all operations would draw alike; a seed of its own lets each draw something else.
    @settings(max_examples=count, derandomize=False)
    @given(case=cases)
    def property_holds(case: Any) -> None:
        check(case)

    if not active().random:
        property_holds = seed(_seed())(property_holds)
    # schemathesis swaps Hypothesis' printer for one that prints nothing; a failure must show its case.
    with mock.patch.object(core, "RepresentationPrinter", pretty.RepresentationPrinter):
        property_holds()
