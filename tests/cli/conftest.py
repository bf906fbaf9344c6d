from __future__ import annotations

from collections.abc import Iterator

import pytest

from iotcentral.models import Device, DeviceTemplate
from tests.cli.harness import Shell
from tests.emulator.harness import CLOUD, COMPONENT, REPORTED, TEMPLATE, WRITABLE, interface, new_emulator


@pytest.fixture
def shell() -> Iterator[Shell]:
    """A shell at an application with a template and three devices, lists cut into pages of two."""
    with new_emulator(page_size=2) as emulator:
        with emulator.client() as app:
            model = interface(WRITABLE, REPORTED, CLOUD, COMPONENT)
            types = ["ModelDefinition", "DeviceModel"]
            template = DeviceTemplate(at_type=types, display_name="Thermostat", capability_model=model)
            app.device_templates.create(TEMPLATE, template)
            for number in range(3):
                app.devices.create(f"d{number}", Device(display_name=f"Device {number}", template=TEMPLATE))
        yield Shell(emulator)
