"""Fixtures for pytest, there as soon as `iotcentral[emulator]` is installed: an emulator and a client of it.

    def test_halls_are_named(iotcentral_client):
        iotcentral_client.devices.create("tstat-7", Device(display_name="Hall"))
        assert name_of("tstat-7", iotcentral_client) == "Hall"

Every test has a state of its own. To set the emulator up differently, define the fixture
`iotcentral_emulator_options` in a conftest or a test module:

    @pytest.fixture
    def iotcentral_emulator_options():
        return {"requests": "strict", "clock": ManualClock()}
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from iotcentral import IotCentral
    from iotcentral.emulator import Emulator

__all__ = ["iotcentral_client", "iotcentral_emulator", "iotcentral_emulator_options"]

_NEEDS = ("jsonschema_rs", "uvicorn")


@pytest.fixture(scope="session")
def _iotcentral_documents() -> tuple[Any, ...]:
    """Answer the contract, read once a session; it is much of the work of making an emulator."""
    missing = [name for name in _NEEDS if find_spec(name) is None]
    if missing:
        pytest.fail(
            f"the emulator needs {', '.join(missing)}: pip install 'iotcentral[emulator]'", pytrace=False
        )
    from iotcentral.emulator.documents import load_documents

    return load_documents()


@pytest.fixture
def iotcentral_emulator_options() -> dict[str, Any]:
    """Answer the options of the emulator, those of `iotcentral.emulator.Emulator`; none unless overridden."""
    return {}


@pytest.fixture
def iotcentral_emulator(
    iotcentral_emulator_options: dict[str, Any], _iotcentral_documents: tuple[Any, ...]
) -> Iterator[Emulator]:
    """Give a test an emulator of its own: one empty application, whose token it knows.

    `with iotcentral_emulator.serve() as url:` serves it over HTTP, for code that wants an address.
    """
    from iotcentral.emulator import Emulator

    options: dict[str, Any] = {"documents": _iotcentral_documents, **iotcentral_emulator_options}
    with Emulator(**options) as emulator:
        yield emulator


@pytest.fixture
def iotcentral_client(iotcentral_emulator: Emulator) -> Iterator[IotCentral]:
    """Give a test a client of the emulator's application, as its administrator, without a network."""
    with iotcentral_emulator.client() as app:
        yield app
