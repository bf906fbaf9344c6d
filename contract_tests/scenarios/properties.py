"""Properties of a device and of one of its components: read, merged, replaced."""

from __future__ import annotations

from contract_tests.scenarios.stage import Scenarios, Stage, refused
from contract_tests.scenarios.templates import COMPONENT, THERMOSTAT, template
from iotcentral import NotFound, models

__all__ = ["SCENARIOS"]


def properties(stage: Stage) -> None:
    devices = stage.app.devices
    stage.app.device_templates.create(THERMOSTAT, template())
    devices.create("tstat-7", models.Device(template=THERMOSTAT))
    devices.get_properties("tstat-7")
    devices.update_properties("tstat-7", {"target": 20.5, COMPONENT: {"interval": 30}})
    devices.get_properties("tstat-7")
    devices.replace_properties("tstat-7", {"target": 21})
    devices.update_component_properties("tstat-7", COMPONENT, {"interval": 60})
    devices.get_component_properties("tstat-7", COMPONENT)
    devices.replace_component_properties("tstat-7", COMPONENT, {"interval": 90})
    devices.get_properties("tstat-7")


def refused_properties(stage: Stage) -> None:
    devices = stage.app.devices
    devices.create("bare", models.Device())
    with refused(NotFound):
        devices.get_properties("nothing")
    with refused(NotFound):
        devices.update_properties("nothing", {"target": 1})
    with refused(NotFound):
        devices.replace_properties("nothing", {"target": 1})
    with refused(NotFound):
        devices.get_component_properties("bare", "nothing")
    with refused(NotFound):
        devices.update_component_properties("bare", "nothing", {"interval": 1})
    with refused(NotFound):
        devices.replace_component_properties("bare", "nothing", {"interval": 1})


SCENARIOS: Scenarios = {"properties": properties, "properties-refused": refused_properties}
