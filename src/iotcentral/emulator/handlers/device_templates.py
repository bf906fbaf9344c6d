"""Device templates: published by PUT, changed in place, refused for deletion while devices use them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from iotcentral.emulator import groups
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.dtdl.checks import model_faults
from iotcentral.emulator.list_query import Fields
from iotcentral.emulator.models import normalised
from iotcentral.emulator.paging import answer_stored
from iotcentral.emulator.replies import Problem, Reply, bad_request, conflict, invalid_body, not_found
from iotcentral.emulator.shapes import name_of

_KIND = "deviceTemplates"
_SCHEMA = "DeviceTemplate"
_MANIFEST = "deploymentManifest"
"""What a version before manifests of their own has in the templates of edge devices; never changed."""
_DEFINITION = "ModelDefinition"
_MODELS = frozenset({"DeviceModel", "EdgeModel"})
_FIELDS: Fields = MappingProxyType(
    {
        "@id": lambda id, _: id,
        "displayName": lambda _, template: name_of(template.get("displayName")),
        "capabilityModelId": lambda _, template: template["capabilityModel"].get("@id"),
    }
)


def device_templates_list(call: Call) -> Reply:
    """List the templates; they belong to the whole application."""
    return answer_stored(
        call, _KIND, _SCHEMA, lambda id, template: {"@id": id} | template, fields=_FIELDS, shared=True
    )


def device_templates_get(call: Call) -> Reply:
    """Answer one template."""
    return _answer(call, _existing(call))


def device_templates_create(call: Call) -> Reply:
    """Create or replace a template, and publish it; a new one brings a group of all its devices."""
    earlier = call.state.get(_KIND, call.path["deviceTemplateId"])
    template = call.undeclared(_SCHEMA, earlier) | call.members(_SCHEMA)
    if _MANIFEST in (earlier or {}) and template.get(_MANIFEST) != (earlier or {})[_MANIFEST]:
        raise invalid_body(f".{_MANIFEST} should stay as it was published")
    return _keep(call, template, is_new=earlier is None)


def device_templates_update(call: Call) -> Reply:
    """Merge members into the published template; lists are replaced whole."""
    template = _existing(call)
    merged = merge_patch(template, call.members("DeviceTemplatePatch"))
    if faults := call.errors(_SCHEMA, merged):
        raise invalid_body(*faults)
    return _keep(call, merged, is_new=False)


def device_templates_remove(call: Call) -> Reply:
    """Drop a template that no device uses, and the group that came with it."""
    _existing(call)
    id = call.path["deviceTemplateId"]
    if call.state.found_by("devices", id):
        raise _in_use(call)
    call.state.remove(_KIND, id)
    groups.drop_automatic(call.world, id)
    return Reply(204)


def _in_use(call: Call) -> Problem:
    sentence = "The device template is used by devices."
    if call.choices.template_in_use == 400:
        return bad_request(sentence)
    return conflict(sentence, call.choices.conflict_code)


def _existing(call: Call) -> dict[str, Any]:
    template = call.state.get(_KIND, call.path["deviceTemplateId"])
    if template is None:
        raise not_found()
    return template


def _keep(call: Call, template: dict[str, Any], *, is_new: bool) -> Reply:
    id = call.path["deviceTemplateId"]
    if call.body.get("@id", id) != id:
        raise invalid_body("['@id'] should be equal to the id in the path")
    if faults := [*_type_faults(template["@type"]), *model_faults(template["capabilityModel"])]:
        raise invalid_body(*faults)
    template = normalised({name: value for name, value in template.items() if name != "etag"})
    template["etag"] = call.makers.content_etag(template)
    call.state.put(_KIND, id, template)
    if is_new:
        groups.make_automatic(call.world, id, template)
    return _answer(call, template)


def _type_faults(types: list[str]) -> list[str]:
    """List what a template's types lack to be one: they are those of a model for devices or edge devices."""
    if _DEFINITION in types and not _MODELS.isdisjoint(types):
        return []
    return [f"['@type'] should contain '{_DEFINITION}' and 'DeviceModel'"]


def _answer(call: Call, template: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, {"@id": call.path["deviceTemplateId"]} | template))
