from __future__ import annotations

from collections.abc import Iterator

import pytest

from iotcentral.emulator import Emulator
from tests.emulator.harness import (
    CLOUD,
    COMPONENT,
    REPORTED,
    TEMPLATE,
    WRITABLE,
    Service,
    new_emulator,
    template,
)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with new_emulator() as made:
        yield made


@pytest.fixture
def service(emulator: Emulator) -> Service:
    return Service(emulator)


@pytest.fixture
def device(service: Service) -> Service:
    """A service with the device `t1` on a template with every kind of property and a component."""
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(WRITABLE, REPORTED, CLOUD, COMPONENT))
    service.ok("PUT", "/devices/t1", {"template": TEMPLATE})
    return service
