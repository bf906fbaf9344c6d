"""Where in a device something is: at its root, in a component, in an edge module, in a module's component."""

from __future__ import annotations

from typing import Any

import msgspec

from iotcentral.emulator import fleet, models
from iotcentral.emulator.calls import Call
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.replies import not_found
from iotcentral.emulator.world import World

__all__ = ["Place", "device_of", "locate", "place_in"]


class Place(msgspec.Struct, frozen=True):
    """An interface of a device: one of the four kinds of place that a path can name."""

    device_id: str
    device: dict[str, Any]
    module: str | None
    component: str | None
    root: Any
    """The interface that components lie in: the device's own or the module's."""
    interface: Any
    """The interface at the place itself."""

    def key(self, name: str) -> str:
        """Make an id of something at this place."""
        return fleet.key_of(self.device_id, self.module, self.component, name)


def device_of(call: Call) -> dict[str, Any]:
    """Answer the device in the path.

    Raises:
        Problem: 404 when there is none or the caller does not see it, 403 when it may not do this there.

    """
    device = call.state.get(fleet.KIND, call.path["deviceId"])
    if device is None:
        raise not_found()
    call.scope.check(place_of(device))
    return device


def place_in(call: Call) -> Place:
    """Answer the place that the path names by `moduleName` and `componentName`.

    Raises:
        Problem: 404 when the device, the module or the component is not there.

    """
    device = device_of(call)
    names = call.path.get("moduleName"), call.path.get("componentName")
    place = locate(call.world, call.path["deviceId"], device, *names)
    if place is None:
        raise not_found()
    return place


def locate(
    world: World, device_id: str, device: dict[str, Any], module: str | None, component: str | None
) -> Place | None:
    """Answer a place in a device; `None` when its template has no such module or component."""
    root = fleet.model_of(world, device)
    if module is not None:
        if module not in models.modules(root):
            return None
        root = models.interface_of(models.modules(root)[module])
    if component is None:
        return Place(device_id, device, module, None, root, root)
    entry = models.components(root).get(component)
    if entry is None:
        return None
    return Place(device_id, device, module, component, root, models.interface_of(entry))
