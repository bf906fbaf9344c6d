"""For every test there is: how much it draws, and emulators that check each answer against the contract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from unittest import mock

import pytest
from hypothesis import settings

from contract_tests import profiles

profiles.register()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Load the profile of `--hypothesis-profile`, else of the environment; workers inherit it."""
    name = config.getoption("--hypothesis-profile", None) or profiles.active().name
    os.environ[profiles.VARIABLE] = name
    settings.load_profile(name)


@pytest.fixture(scope="session", autouse=True)
def _every_answer_is_checked() -> Iterator[None]:
    """Have emulators check their answers unless they are told not to."""
    from iotcentral.emulator import Emulator

    with mock.patch.dict(Emulator.__init__.__kwdefaults__, check_answers=True):
        yield
