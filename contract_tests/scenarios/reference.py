"""The surface that one published text documents, over a device of the data plane."""

from __future__ import annotations

from contract_tests.scenarios.stage import Scenarios, Stage, refused
from contract_tests.scenarios.templates import THERMOSTAT, template
from iotcentral import BadRequest, Conflict, NotFound
from iotcentral_rest.reference_v1.v2022_07_31 import models

__all__ = ["SCENARIOS"]


def reference(stage: Stage) -> None:
    surface = stage.reference
    stage.app.device_templates.create(THERMOSTAT, template())
    surface.application.get()
    surface.devices.create("tstat-7", models.Device(template=THERMOSTAT, display_name="Hall"))
    surface.devices.create("tstat-8", models.Device(simulated=False))
    surface.devices.update("tstat-7", models.DevicePatch(display_name="Roof"))
    surface.telemetry.send("tstat-7", {"temperature": 20.5})
    surface.devices.get("tstat-7")
    list(surface.devices.list(filter="template ne ''", page_size=5))
    surface.properties.update("tstat-7", "target", models.DevicePropertyPatch(value=21))
    surface.properties.get("tstat-7", "target")
    triggered = surface.commands.trigger("tstat-7", "reboot")
    surface.commands.get_status("tstat-7", str(triggered.command_id))
    surface.devices.delete("tstat-8")


def refused_reference(stage: Stage) -> None:
    surface = stage.reference
    surface.devices.create("tstat-7", models.Device())
    with refused(Conflict):
        surface.devices.create("tstat-7", models.Device())
    with refused(BadRequest):
        surface.devices.create("tstat-8", models.Device(template="dtmi:nothing;1"))
    with refused(BadRequest):
        list(surface.devices.list(filter="enabled is true"))
    for call in (surface.devices.get, surface.devices.delete):
        with refused(NotFound):
            call("nothing")
    with refused(NotFound):
        surface.properties.get("tstat-7", "target")
    with refused(NotFound):
        surface.commands.trigger("tstat-7", "reboot")


SCENARIOS: Scenarios = {"reference": reference, "reference-refused": refused_reference}
