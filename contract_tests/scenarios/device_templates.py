"""Device templates, among them one that is in use."""

from __future__ import annotations

from contract_tests.scenarios.stage import Scenarios, Stage, refused
from contract_tests.scenarios.templates import THERMOSTAT, template
from iotcentral import Conflict, NotFound, models

__all__ = ["SCENARIOS"]


def life_of_a_template(stage: Stage) -> None:
    templates = stage.app.device_templates
    templates.create(THERMOSTAT, template())
    templates.get(THERMOSTAT)
    templates.update(THERMOSTAT, models.DeviceTemplatePatch(display_name="Thermostat of the hall"))
    assert [one.display_name for one in templates.list()] == ["Thermostat of the hall"]
    templates.delete(THERMOSTAT)
    with refused(NotFound):
        templates.get(THERMOSTAT)


def refused_templates(stage: Stage) -> None:
    templates = stage.app.device_templates
    with refused(NotFound):
        templates.delete("dtmi:contoso:nothing;1")
    with refused(NotFound):
        templates.update("dtmi:contoso:nothing;1", models.DeviceTemplatePatch(display_name="Nothing"))
    templates.create(THERMOSTAT, template())
    stage.app.devices.create("tstat-1", models.Device(template=THERMOSTAT))
    with refused(Conflict):
        templates.delete(THERMOSTAT)


def many_templates(stage: Stage) -> None:
    for number in range(5):
        id = f"dtmi:contoso:thermostat{number};1"
        stage.app.device_templates.create(id, template(id))
    list(stage.app.device_templates.list())


SCENARIOS: Scenarios = {
    "device-templates": life_of_a_template,
    "device-templates-refused": refused_templates,
    "device-templates-paging": many_templates,
}
