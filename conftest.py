"""For every test there is: an emulator of its process checks each answer it gives against the contract."""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

import pytest


@pytest.fixture(scope="session", autouse=True)
def _every_answer_is_checked() -> Iterator[None]:
    """Have emulators check their answers unless they are told not to."""
    from iotcentral.emulator import Emulator

    with mock.patch.dict(Emulator.__init__.__kwdefaults__, check_answers=True):
        yield
