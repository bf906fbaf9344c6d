"""Properties of devices, components, edge modules and their components: read, merged, replaced."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import fleet, twins
from iotcentral.emulator.calls import Call
from iotcentral.emulator.places import Place, place_in
from iotcentral.emulator.replies import Reply


def devices_get_properties(call: Call) -> Reply:
    """Answer all properties: the root's, and an object for each component that has some."""
    return _read(call)


def devices_update_properties(call: Call) -> Reply:
    """Change the given properties at the root and in components."""
    return _write(call, merge=True)


def devices_replace_properties(call: Call) -> Reply:
    """Set the given properties and unset all others the cloud has set, at the root and in components."""
    return _write(call, merge=False)


def devices_get_component_properties(call: Call) -> Reply:
    """Answer the properties of one component."""
    return _read(call)


def devices_update_component_properties(call: Call) -> Reply:
    """Change the given properties of one component."""
    return _write(call, merge=True)


def devices_replace_component_properties(call: Call) -> Reply:
    """Set the given properties of one component and unset its others."""
    return _write(call, merge=False)


def devices_get_module_properties(call: Call) -> Reply:
    """Answer all properties of an edge module, with an object for each component that has some."""
    return _read(call)


def devices_update_module_properties(call: Call) -> Reply:
    """Change the given properties of an edge module and its components."""
    return _write(call, merge=True)


def devices_replace_module_properties(call: Call) -> Reply:
    """Set the given properties of an edge module and unset its others."""
    return _write(call, merge=False)


def devices_get_module_component_properties(call: Call) -> Reply:
    """Answer the properties of one component of an edge module."""
    return _read(call)


def devices_update_module_component_properties(call: Call) -> Reply:
    """Change the given properties of one component of an edge module."""
    return _write(call, merge=True)


def devices_replace_module_component_properties(call: Call) -> Reply:
    """Set the given properties of one component of an edge module and unset its others."""
    return _write(call, merge=False)


def _read(call: Call) -> Reply:
    place = place_in(call)
    twin = _twin(call, place)
    if place.component is None:
        return Reply(200, twins.shown(twin, place.root, unmodeled=_unmodeled(call)))
    shown = twins.shown_component(twin, place.interface, place.component, unmodeled=_unmodeled(call))
    return Reply(200, shown)


def _unmodeled(call: Call) -> bool:
    """Say whether the call wants, where its version has the switch, what the template does not declare."""
    return "unmodeled" in call.operation.query_parameters and call.target.single("unmodeled") == "true"


def _write(call: Call, *, merge: bool) -> Reply:
    """Keep the changed twin and answer the echo of what was written."""
    place = place_in(call)
    twin, echo = _written(call, place, _twin(call, place), merge=merge)
    if place.module is not None:
        twin = twins.with_module(fleet.twin_of(call.world, place.device_id), place.module, twin)
    fleet.keep_twin(call.world, place.device_id, place.device, twin)
    return Reply(202, echo)


def _written(call: Call, place: Place, twin: twins.Twin, *, merge: bool) -> tuple[twins.Twin, dict[str, Any]]:
    now = call.makers.clock()
    if place.component is None:
        write = twins.changed if merge else twins.replaced
        return write(twin, place.root, call.body, now, unmodeled=_unmodeled(call))
    write_component = twins.changed_component if merge else twins.replaced_component
    return write_component(twin, place.interface, place.component, call.body, now, unmodeled=_unmodeled(call))


def _twin(call: Call, place: Place) -> twins.Twin:
    twin = fleet.twin_of(call.world, place.device_id)
    return twin if place.module is None else twins.of_module(twin, place.module)
