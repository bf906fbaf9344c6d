"""Device templates: published by PUT, changed in place, refused for deletion while devices use them."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.models import normalised
from iotcentral.emulator.paging import answer_page
from iotcentral.emulator.replies import Reply, conflict, invalid_body, not_found

_KIND = "deviceTemplates"


def device_templates_list(call: Call) -> Reply:
    """List the templates."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        return [(id, {"@id": id} | template) for id, template in call.state.after(_KIND, after, limit)]

    return answer_page(call, rows)


def device_templates_get(call: Call) -> Reply:
    """Answer one template."""
    return Reply(200, {"@id": call.path["deviceTemplateId"]} | _existing(call))


def device_templates_create(call: Call) -> Reply:
    """Create or replace a template, and publish it."""
    return _keep(call, call.members("DeviceTemplate"))


def device_templates_update(call: Call) -> Reply:
    """Merge members into the published template; lists are replaced whole."""
    template = _existing(call)
    merged = merge_patch(template, call.members("DeviceTemplatePatch"))
    if faults := call.errors("DeviceTemplate", merged):
        raise invalid_body(*faults)
    return _keep(call, merged)


def device_templates_remove(call: Call) -> Reply:
    """Drop a template that no device uses."""
    _existing(call)
    id = call.path["deviceTemplateId"]
    if call.state.found_by("devices", id):
        raise conflict("The device template is used by devices.")
    call.state.remove(_KIND, id)
    return Reply(204)


def _existing(call: Call) -> dict[str, Any]:
    template = call.state.get(_KIND, call.path["deviceTemplateId"])
    if template is None:
        raise not_found()
    return template


def _keep(call: Call, template: dict[str, Any]) -> Reply:
    id = call.path["deviceTemplateId"]
    if call.body.get("@id", id) != id:
        raise invalid_body("['@id'] should be equal to the id in the path")
    template = normalised({name: value for name, value in template.items() if name != "etag"})
    template["etag"] = call.makers.content_etag(template)
    call.state.put(_KIND, id, template)
    return Reply(200, {"@id": id} | template)
