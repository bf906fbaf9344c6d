"""What an application is set to: read from the bodies of PUT and PATCH, with what is left out filled in."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any

from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.control.faults import invalid_name, invalid_sku
from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.shapes import as_list, as_object

__all__ = [
    "DEFAULT_TEMPLATE",
    "check_name",
    "check_sku",
    "normalised",
    "patched",
    "put",
    "subdomain_of",
]

DEFAULT_TEMPLATE = "iotc-pnp-preview@1.0.0"

_SKUS = ("ST0", "ST1", "ST2")
_NAME = re.compile(r"(?![0-9]+\Z)(?!-)[a-zA-Z0-9-]{2,99}[a-zA-Z0-9]\Z")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\Z")
_RULES: Mapping[str, Any] = {
    "defaultAction": "Allow",
    "applyToDevices": False,
    "applyToIoTCentral": False,
    "ipRules": [],
}
_FIXED = ("displayName", "subdomain", "template")
_NO_IDENTITY = {"type": "None"}


def check_sku(body: Any) -> None:
    """Refuse a plan that does not exist before anything else is looked at, as the service does.

    Raises:
        Problem: 400 with the service's own code.

    """
    name = (as_object((as_object(body) or {}).get("sku")) or {}).get("name")
    if isinstance(name, str) and name not in _SKUS:
        raise invalid_sku(name)


def check_name(name: str) -> None:
    """Refuse a name that no new application may have.

    Raises:
        Problem: 400.

    """
    if not _NAME.match(name):
        raise invalid_name(name)


def subdomain_of(properties: Mapping[str, Any]) -> str:
    """Answer the subdomain, which must be the label of a host name.

    Raises:
        Problem: 400.

    """
    subdomain: str = properties["subdomain"]
    if not _LABEL.match(subdomain):
        raise invalid_body(".properties.subdomain should be 1 to 63 letters, digits and '-'")
    return subdomain


def normalised(location: str) -> str:
    """Write a location as the service does: `East US` is `eastus`.

    Raises:
        Problem: 400 for one without a letter.

    """
    found = "".join(location.split()).lower()
    if not found:
        raise invalid_body(".location should be a region")
    return found


def put(call: ControlCall, earlier: Mapping[str, Any] | None) -> dict[str, Any]:
    """Answer the settings after a PUT.

    What the body leaves out goes back to its default, except name, subdomain and template, and what this
    version has no word for.
    """
    sent = call.members("App", call.body)
    return {
        "location": normalised(sent["location"]),
        "tags": sent.get("tags", {}),
        "sku": {"name": sent["sku"]["name"]},
        "identity": _identity(call, sent.get("identity", _NO_IDENTITY), earlier),
        "properties": _properties(call, sent.get("properties", {}), earlier),
    }


def patched(call: ControlCall, earlier: Mapping[str, Any]) -> dict[str, Any]:
    """Answer the settings after a PATCH: members given are set, lists and tags whole; the rest stays."""
    sent = call.members("AppPatch", call.body)
    changed = {name: earlier[name] for name in ("location", "tags", "sku", "identity", "properties")}
    if "tags" in sent:
        changed["tags"] = sent["tags"] or {}
    if "sku" in sent:
        changed["sku"] = {"name": sent["sku"]["name"]}
    if "type" in sent.get("identity", {}):
        changed["identity"] = _identity(call, sent["identity"], earlier)
    given = call.members("AppPropertiesPatch", sent.get("properties", {}))
    rules = changed["properties"]["networkRuleSets"] | _rules(given.get("networkRuleSets", {}))
    changed["properties"] = changed["properties"] | given | {"networkRuleSets": rules}
    return changed


def _properties(
    call: ControlCall, sent: Mapping[str, Any], earlier: Mapping[str, Any] | None
) -> dict[str, Any]:
    name, given = call.path["resourceName"], call.members("AppProperties", sent)
    declared = call.document.writable_members("AppProperties")
    before: dict[str, Any] = earlier["properties"] if earlier else {}
    kept = {member: before[member] for member in before if member in _FIXED or member not in declared}
    defaults = {
        "displayName": name,
        "subdomain": name,
        "template": DEFAULT_TEMPLATE,
        "publicNetworkAccess": "Enabled",
        "networkRuleSets": _RULES,
    }
    rules = (
        {"networkRuleSets": {**_RULES, **_rules(given["networkRuleSets"])}}
        if "networkRuleSets" in given
        else {}
    )
    origin = {"template": before["template"]} if earlier else {}
    return defaults | kept | given | rules | origin


def _rules(sent: Mapping[str, Any]) -> dict[str, Any]:
    """Answer the declared members of the network rules, each address range whole.

    Raises:
        Problem: 400 for a range without a name or a mask.

    """
    found = {name: sent[name] for name in _RULES if name in sent}
    if "ipRules" in found:
        found["ipRules"] = [
            _range(number, rule) for number, rule in enumerate(as_list(found["ipRules"]) or ())
        ]
    return found


def _range(number: int, rule: Mapping[str, Any]) -> dict[str, Any]:
    for member in ("filterName", "ipMask"):
        if member not in rule:
            place = f".properties.networkRuleSets.ipRules[{number}]"
            raise invalid_body(f"{place} should have required property '{member}'")
    return {"action": "Allow", "filterName": rule["filterName"], "ipMask": rule["ipMask"]}


def _identity(
    call: ControlCall, sent: Mapping[str, Any], earlier: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Make a managed identity, keep the one there is, or take it away; one tenant for each subscription."""
    if sent["type"] == "None":
        return dict(_NO_IDENTITY)
    before: dict[str, Any] = earlier["identity"] if earlier else _NO_IDENTITY
    if before["type"] == sent["type"]:
        return before
    tenant = uuid.uuid5(uuid.NAMESPACE_URL, call.path["subscriptionId"].lower())
    return {"type": sent["type"], "tenantId": str(tenant), "principalId": call.makers.guid()}
