"""Devices, their components and credentials, with ids that need care in a path."""

from __future__ import annotations

from contract_tests.scenarios.stage import Scenarios, Stage, refused
from contract_tests.scenarios.templates import THERMOSTAT, template
from iotcentral import BadRequest, NotFound, models

__all__ = ["SCENARIOS"]

AWKWARD = ("dtmi:contoso:thermostat;1", "a/b", "100%", "ünïcode", "a b?c#d&e=f+g", "%2e")


def life_of_a_device(stage: Stage) -> None:
    devices = stage.app.devices
    stage.app.device_templates.create(THERMOSTAT, template())
    devices.create("tstat-7", models.Device(display_name="Hall", template=THERMOSTAT, simulated=True))
    devices.get("tstat-7")
    devices.update("tstat-7", models.DevicePatch(display_name="Kitchen", enabled=False))
    assert not devices.update("tstat-7", models.DevicePatch(template=None)).template
    devices.update("tstat-7", models.DevicePatch(template=THERMOSTAT))
    list(devices.list())
    list(devices.list_components("tstat-7"))
    devices.get_credentials("tstat-7")
    devices.create("tstat-7", models.Device())
    devices.delete("tstat-7")
    with refused(NotFound):
        devices.get("tstat-7")


def refused_devices(stage: Stage) -> None:
    devices = stage.app.devices
    for call in (devices.get, devices.delete, devices.get_credentials):
        with refused(NotFound):
            call("nothing")
    with refused(NotFound):
        list(devices.list_components("nothing"))
    with refused(NotFound):
        devices.update("nothing", models.DevicePatch(enabled=True))
    with refused(BadRequest):
        devices.create("odd", models.Device(template="dtmi:contoso:nothing;1"))
    with refused(BadRequest):
        devices.create("odd", models.Device(organizations=["nobody"]))


def awkward_ids(stage: Stage) -> None:
    for id in AWKWARD:
        stage.app.devices.create(id, models.Device())
        stage.app.devices.get(id)
    for id in AWKWARD:
        stage.app.devices.delete(id)


def many_devices(stage: Stage) -> None:
    list(stage.app.devices.list())
    for number in range(9):
        stage.app.devices.create(f"device-{number}", models.Device())
    list(stage.app.devices.list())


SCENARIOS: Scenarios = {
    "devices": life_of_a_device,
    "devices-refused": refused_devices,
    "devices-awkward-ids": awkward_ids,
    "devices-paging": many_devices,
}
