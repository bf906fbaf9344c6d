"""For every test there is: how much it draws, and emulators that check each answer against the contract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from unittest import mock

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers

from contract_tests import profiles

profiles.register()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Load the profile of `--hypothesis-profile`, else of the environment; workers inherit it."""
    name = config.getoption("--hypothesis-profile", None) or profiles.active().name
    os.environ[profiles.VARIABLE] = name
    settings.load_profile(name)


def pytest_collection_finish() -> None:
    """Have what is drawn depend on no module that is imported from here on.

    Hypothesis draws numbers and texts that stand in our modules, too. All processes of a run know the same
    modules now; later each imports what its own tests need.
    """
    known = providers._get_local_constants()
    providers._get_local_constants = lambda: known


@pytest.fixture(scope="session", autouse=True)
def _every_answer_is_checked() -> Iterator[None]:
    """Have emulators check their answers unless they are told not to."""
    from iotcentral.emulator import Emulator

    with mock.patch.dict(Emulator.__init__.__kwdefaults__, check_answers=True):
        yield
