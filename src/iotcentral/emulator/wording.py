"""The wording of validation messages: that of the service's validator (ajv), as recorded in its answers."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import jsonschema_rs

__all__ = ["describe", "place"]

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")


def place(path: Sequence[str | int]) -> str:
    """Write where a value stands in the manner of JavaScript: `['@type']`, `.roles[0].role`."""
    return "".join(_step(step) for step in path)


def describe(error: jsonschema_rs.ValidationError) -> str:
    """Word one violation: `should have required property 'capabilityModel'`, `['@type'] should be array`."""
    where = place(error.instance_path)
    return f"{where} {_sentence(error)}" if where else _sentence(error)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _IDENTIFIER.match(step):
        return f".{step}"
    escaped = step.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"


def _sentence(error: jsonschema_rs.ValidationError) -> str:
    details: dict[str, Any] = error.kind.as_dict()
    keyword = error.kind.name
    match keyword:
        case "required":
            return f"should have required property '{details['property']}'"
        case "type":
            return f"should be {','.join(details['types'])}"
        case "enum":
            return "should be equal to one of the allowed values"
        case "const":
            return "should be equal to constant"
        case "pattern":
            return f'should match pattern "{details["pattern"]}"'
        case "format":
            return f'should match format "{details["format"]}"'
        case "anyOf":
            return _alternatives(error, details)
        case "propertyNames":
            return f"property name {json.dumps(details['error'].instance)} is invalid"
        case "not":
            return "should NOT be valid"
        case _:
            return _limit(keyword, details)


def _limit(keyword: str, details: dict[str, Any]) -> str:
    limit = details.get("limit")
    wordings = {
        "maxLength": f"should NOT be longer than {limit} characters",
        "minLength": f"should NOT be shorter than {limit} characters",
        "maxItems": f"should NOT have more than {limit} items",
        "minItems": f"should NOT have fewer than {limit} items",
        "maximum": f"should be <= {limit}",
        "minimum": f"should be >= {limit}",
        "exclusiveMaximum": f"should be < {limit}",
        "exclusiveMinimum": f"should be > {limit}",
        "additionalProperties": "should NOT have additional properties",
        "uniqueItems": "should NOT have duplicate items",
    }
    return wordings.get(keyword, f"should pass {json.dumps(keyword)} keyword validation")


def _alternatives(error: jsonschema_rs.ValidationError, details: dict[str, Any]) -> str:
    """Word `anyOf`: the kinds wanted, or the fault that lies deepest in one of the branches."""
    branches: list[list[jsonschema_rs.ValidationError]] = details["context"]
    found = [fault for branch in branches for fault in branch]
    deepest = max(found, key=lambda fault: len(fault.instance_path))
    extra = place(deepest.instance_path[len(error.instance_path) :])
    if extra:
        return f"should match some schema in anyOf ({extra} {_sentence(deepest)})"
    kinds = [kind for fault in found for kind in fault.kind.as_dict().get("types", ())]
    return f"should be {','.join(kinds)}" if kinds else "should match some schema in anyOf"
