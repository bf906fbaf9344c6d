from __future__ import annotations

from collections.abc import Iterator

import pytest

from iotcentral.emulator import Emulator
from tests.emulator.arm import BEARER, GA, Arm, arm_emulator
from tests.emulator.harness import (
    ALIVE,
    CLOUD,
    COMPONENT,
    EVERYTHING,
    HOST,
    REPORTED,
    TEMPLATE,
    WRITABLE,
    Service,
    group_filter,
    new_emulator,
    template,
)
from tests.emulator.reference import Reference
from tests.emulator.wire import MANAGEMENT, Served, Wire


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


@pytest.fixture
def fleet(service: Service) -> Service:
    """A service with `sim`, a simulated device that is alive, and `real`, on a template with everything."""
    service.ok("PUT", f"/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
    service.ok("PUT", "/devices/sim", {"template": TEMPLATE, "simulated": True})
    service.ok("PUT", "/devices/real", {"template": TEMPLATE})
    service.wait(ALIVE)
    return service


@pytest.fixture
def tree(service: Service) -> Service:
    """Organizations north > oslo > port, and south, with a device `d-…` in each and one at the root."""
    for id, parent in (("north", None), ("oslo", "north"), ("port", "oslo"), ("south", None)):
        service.ok(
            "PUT",
            f"/organizations/{id}",
            {"displayName": id.title()} | ({"parent": parent} if parent else {}),
        )
        service.ok("PUT", f"/devices/d-{id}", {"organizations": [id]})
    service.ok("PUT", "/devices/d-root", {})
    return service


@pytest.fixture
def arm() -> Iterator[Arm]:
    """A caller of the control plane, in the generally available version."""
    with arm_emulator() as made:
        yield Arm(made)


@pytest.fixture
def reference(service: Service) -> Reference:
    """A caller of the documented-only surface, as an administrator."""
    return Reference(service)


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with (
        arm_emulator() as emulator,
        emulator.serve() as url,
        Wire(url, HOST, emulator.token) as app,
        Wire(url, MANAGEMENT, f"Bearer {BEARER}", GA) as management,
    ):
        yield Served(emulator, app, management)


@pytest.fixture
def served(running: Served) -> Served:
    """The server that is running, with a state of its own for each test."""
    running.emulator.steering.reset()
    return running


@pytest.fixture
def stocked(served: Served) -> Served:
    """Devices `a` and `b` and the simulated `sim`, on a template with everything, and a group of them."""
    served.app.ok("PUT", f"/api/deviceTemplates/{TEMPLATE}", template(*EVERYTHING))
    for id in ("a", "b"):
        served.app.ok("PUT", f"/api/devices/{id}", {"template": TEMPLATE})
    served.app.ok("PUT", "/api/devices/sim", {"template": TEMPLATE, "simulated": True})
    served.app.ok("PUT", "/api/deviceGroups/g", {"displayName": "G", "filter": group_filter()})
    served.wait(10)
    return served
