"""JSON Schema validation of examples, and the read-only members an instance holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from codegen.lint.spec import Spec
from codegen.lint.walk import as_list, as_map, join

__all__ = ["faults", "is_valid", "read_only_members"]

_RFC1123 = re.compile(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT")


def _validator(spec: Spec, schema: Any) -> jsonschema_rs.Draft202012Validator:
    root = {"allOf": [as_map(schema)], "components": {"schemas": spec.schemas}}
    return jsonschema_rs.Draft202012Validator(root, validate_formats=True, formats=_FORMATS)


def faults(spec: Spec, schema: Any, instance: Any) -> list[tuple[str, str]]:
    """Where and why `instance` is not valid: pointer inside it, message."""
    found = _branch(spec, schema, instance)
    errors = _validator(spec, found).iter_errors(instance)
    return [(join("", *error.instance_path), _shorten(error.message)) for error in errors]


def is_valid(spec: Spec, schema: Any, instance: Any) -> bool:
    """Whether `instance` is valid against `schema`."""
    return _validator(spec, schema).is_valid(instance)


def _branch(spec: Spec, schema: Any, instance: Any) -> Any:
    """Give the branch a discriminator chooses, so that a fault names the member and not the whole union."""
    discriminator = as_map(spec.resolve(schema).get("discriminator"))
    tag = as_map(instance).get(str(discriminator.get("propertyName")))
    target = as_map(discriminator.get("mapping")).get(str(tag))
    return {"$ref": target} if target else schema


def _shorten(message: str) -> str:
    return message if len(message) < 160 else message[:157] + "..."


def _date_rfc1123(text: str) -> bool:
    return _RFC1123.fullmatch(text) is not None


_FORMATS = {"date-time-rfc1123": _date_rfc1123}


def read_only_members(spec: Spec, schema: Any, instance: Any, pointer: str = "") -> Iterator[str]:
    """Pointers of the members of `instance` that only the service writes."""
    found = spec.resolve(_branch(spec, spec.present(schema), instance))
    for at, item in enumerate(as_list(instance)):
        yield from read_only_members(spec, found.get("items"), item, join(pointer, at))
    properties = spec.flat(found).properties
    for name, value in as_map(instance).items():
        if name in properties:
            yield from _member(spec, properties[name], value, join(pointer, name))


def _member(spec: Spec, schema: dict[str, Any], value: Any, pointer: str) -> Iterator[str]:
    if schema.get("readOnly") or spec.resolve(schema).get("readOnly"):
        yield pointer
    else:
        yield from read_only_members(spec, schema, value, pointer)
