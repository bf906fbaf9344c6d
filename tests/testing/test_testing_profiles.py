"""Every test draws by one profile, wherever it lies and in whichever process it runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import settings

from contract_tests.profiles import PROFILES, UNIT, active, scaled

ROOT = Path(__file__).parents[2]
ASKED = "ASKED_PROFILE"
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "1")


def test_the_profile_that_is_asked_for_is_in_force() -> None:
    profile = PROFILES[os.environ.get(ASKED, active().name)]
    assert (settings.get_current_profile_name(), active()) == (profile.name, profile)
    assert settings().max_examples == scaled(UNIT) == UNIT * profile.depth
    assert settings().derandomize is not profile.random


def test_the_worker_of_a_unit_test_alone_takes_the_profile_of_the_command_line() -> None:
    test = f"{Path(__file__)}::{test_the_profile_that_is_asked_for_is_in_force.__name__}"
    command = [*_PYTEST, "--hypothesis-profile=deep", test]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, ASKED: "deep"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
