"""A spec that was loosened or tightened is noticed twice: by the facts, and by a witness."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from contract_tests.facts import upstream
from contract_tests.facts.compare import compare
from contract_tests.facts.written import Written
from contract_tests.reading import Document, load
from contract_tests.witnesses import load as load_witnesses
from contract_tests.witnesses.judging import judged

_GONE: Any = object()
_FIRST = ("data-plane", "1.0")
_OLD = ("data-plane", "2022-06-30-preview")
_GA = ("data-plane", "2022-07-31")
_NEW = ("data-plane", "2022-10-31-preview")
_CONTROL = ("control-plane", "2021-06-01")
_CONTROL_NEW = ("control-plane", "2021-11-01-preview")
_V1 = ("reference-v1", "2022-07-31")
_APP = (
    "paths",
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}",
)
_VERIFY = ("paths", "/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}/verify", "post", "responses")


def _schema(name: str, *keys: Any) -> tuple[Any, ...]:
    return ("components", "schemas", name, *keys)


def _member(name: str, member: str, *keys: Any) -> tuple[Any, ...]:
    return _schema(name, "properties", member, *keys)


def _parameter(name: str, *keys: Any) -> tuple[Any, ...]:
    return ("components", "parameters", name, "schema", *keys)


def _operation(path: str, method: str, *keys: Any) -> tuple[Any, ...]:
    return ("paths", path, method, *keys)


_ANSWER = {"$ref": "#/paths/~1devices~1{deviceId}/put/responses/200"}
_NOT_FOUND = {"$ref": "#/components/responses/NotFound"}

MUTANTS: dict[str, tuple[tuple[str, str], tuple[Any, ...], Any]] = {
    "required dropped": (_GA, _schema("DeviceGroup", "required"), ["displayName"]),
    "maximum dropped": (_GA, _member("DeviceCommand", "responseTimeout", "maximum"), _GONE),
    "maximum raised": (_GA, _member("OccurrencesJobScheduleEnd", "occurrences", "maximum"), 1000),
    "minimum dropped": (_GA, _member("DeviceCommand", "responseTimeout", "minimum"), _GONE),
    "length dropped": (_GA, _member("CapabilityJobData", "target", "minLength"), _GONE),
    "items dropped": (_GA, _member("Job", "data", "minItems"), _GONE),
    "pattern dropped": (_GA, _parameter("JobId", "pattern"), _GONE),
    "path length dropped": (_GA, _parameter("UserId", "maxLength"), _GONE),
    "read-only dropped": (_GA, _member("Device", "id", "readOnly"), _GONE),
    "enum value added": (
        _GA,
        _member("EnrollmentGroup", "type", "enum"),
        ["iot", "iotEdge", "something-else"],
    ),
    "type widened": (_GA, _member("Device", "enabled", "type"), ["boolean", "string"]),
    "format dropped": (_GA, _member("JobSchedule", "start", "format"), _GONE),
    "tag renamed": (_GA, _member("SymmetricKeyAttestation", "type", "const"), "symmetricKeys"),
    "body optional": (_GA, _operation("/devices/{deviceId}", "put", "requestBody", "required"), False),
    "status added": (_GA, _operation("/devices/{deviceId}", "put", "responses", "201"), _ANSWER),
    "version widened": (_GA, _parameter("ApiVersion", "enum"), ["2022-07-31", "1999-12-31"]),
    "metadata allowed": (_GA, _schema("DevicePropertiesPatch", "propertyNames"), _GONE),
    "address without form": (_FIRST, _member("UserPatch", "email", "format"), _GONE),
    "organization of a role": (_FIRST, _member("RoleAssignment", "organization"), {"type": "string"}),
    "text for $top": (_OLD, _parameter("DollarTop", "type"), "string"),
    "verify answers 204": (_OLD, (*_VERIFY, "204"), {"description": "Verified."}),
    "manifest of a template": (
        _OLD,
        _member("DeviceTemplatePatch", "deploymentManifest"),
        {"type": "object"},
    ),
    "page of any size": (_NEW, _parameter("MaxPageSize", "maximum"), _GONE),
    "expand anything": (_NEW, _parameter("Expand", "pattern"), _GONE),
    "dashboard ids with -": (_NEW, _parameter("DashboardId", "pattern"), "^[a-zA-Z0-9:;-]*$"),
    "empty text format": (_NEW, _schema("TextFormatConfiguration", "minProperties"), _GONE),
    "no capability": (_NEW, _member("TileCapabilityConfiguration", "capabilities", "minItems"), _GONE),
    "tile without a command": (_NEW, _schema("CommandTileConfiguration", "required"), ["type", "device"]),
    "tile needs a group": (
        _NEW,
        _schema("CommandTileConfiguration", "required"),
        ["type", "device", "command", "group"],
    ),
    "inner default wrong": (_NEW, _member("ImageTileFormat", "fitImage", "type"), "string"),
    "edge type added": (_NEW, _member("Device", "type", "items", "enum"), ["iotEdge", "something-else"]),
    "customization untyped": (_NEW, _member("WebhookV1DestinationCustomization", "secret", "type"), _GONE),
    "two owners of a manifest": (_NEW, _member("DeploymentManifest", "organizations", "maxItems"), 2),
    "412 on create": (_NEW, _operation("/devices/{deviceId}", "put", "responses", "412"), _NOT_FOUND),
    "no 412 on update": (_NEW, _operation("/devices/{deviceId}", "patch", "responses", "412"), _GONE),
    "name of digits": (_CONTROL, _member("Resource", "name", "pattern"), _GONE),
    "tags of numbers": (
        _CONTROL,
        _member("Resource", "tags", "additionalProperties"),
        {"type": ["string", "integer"]},
    ),
    "plan added": (_CONTROL, _member("AppSkuInfo", "name", "enum"), ["ST0", "ST1", "ST2", "F1"]),
    "id is sent": (_CONTROL, _member("AppProperties", "applicationId", "readOnly"), _GONE),
    "create not accepted": (_CONTROL, (*_APP, "put", "responses", "202"), _GONE),
    "finished at once": (_CONTROL_NEW, (*_APP, "delete", "responses", "200"), {"description": "Gone."}),
    "action is sent": (_CONTROL_NEW, _member("NetworkRuleSetIpRulePatch", "action"), {"type": "string"}),
    "envelope renamed": (_V1, _schema("DeviceList", "properties"), {"value": {"type": "array", "items": {}}}),
    "no conflict": (_V1, _operation("/devices/{deviceId}", "put", "responses", "409"), _GONE),
    "arguments required": (
        _V1,
        _operation("/devices/{deviceId}/commands/{commandName}", "post", "requestBody", "required"),
        True,
    ),
}
_UNSEEN_BY_FACTS = {
    "412 on create": "any error status with evidence may stand beside the default",
    "no 412 on update": "as above",
    "no capability": "a deviation explains what stands there",
}


def _mutated(name: str) -> tuple[tuple[str, str], dict[str, Any]]:
    version, keys, value = MUTANTS[name]
    raw: dict[str, Any] = copy.deepcopy(dict(load(*version).raw))
    place: Any = raw
    for key in keys[:-1]:
        place = place[key]
    if value is _GONE:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    return version, raw


@pytest.mark.parametrize("name", [name for name in MUTANTS if name not in _UNSEEN_BY_FACTS])
def test_the_facts_notice_a_spec_that_was_changed(name: str) -> None:
    version, raw = _mutated(name)
    assert not compare(upstream.load(*version), Written(raw)).ok


@pytest.mark.parametrize("name", MUTANTS)
def test_a_witness_notices_a_spec_that_was_changed(name: str) -> None:
    version, raw = _mutated(name)
    document = Document(version[0], name, raw)
    assert any(
        judged(document, witness.passes) or not judged(document, witness.fails)
        for witness in load_witnesses(*version)
    )
