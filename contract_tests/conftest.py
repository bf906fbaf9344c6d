"""Profiles, the ledger of checks and the emulator, for every test of the suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from contract_tests import coverage, profiles
from contract_tests.coverage import ledger, pytest_runtest_makereport

__all__ = ["ledger", "pytest_runtest_makereport"]

profiles.register()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """The profile of `--hypothesis-profile`, else of the environment; workers inherit it."""
    name = config.getoption("--hypothesis-profile", None) or profiles.active().name
    os.environ[profiles.VARIABLE] = name
    settings.load_profile(name)
    coverage.pytest_configure(config)
