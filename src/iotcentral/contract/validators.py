"""JSON Schema validation of bodies and parameters, with errors that name the member and the spec's place.

Needs the `contract` or `emulator` extra (jsonschema-rs). One registry a side and document; a schema compiles
on first use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from iotcentral.contract.pointers import child, follow, pointer
from iotcentral.contract.values import is_object
from iotcentral.contract.views import Side, derive

__all__ = ["Fault", "Validators", "is_rfc1123"]

_URN = "urn:iotcentral:contract"
_FRAGMENT = "/~@$:;,+!*'()"
_RFC1123 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d{2}:\d{2}:\d{2} GMT"
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"),
)
_KINDS = {"type": "type", "required": "required", "format": "format", "enum": "enum", "const": "enum"}


def is_rfc1123(text: str) -> bool:
    """Whether a text is an HTTP date such as `Tue, 25 Apr 2023 11:24:53 GMT`, its weekday included."""
    if _RFC1123.fullmatch(text) is None:
        return False
    hour, minute, second = (int(part) for part in text[17:25].split(":"))
    month = 1 + _MONTHS.index(text[8:11])
    try:
        moment = datetime(int(text[12:16]), month, int(text[5:7]), hour, minute, second)
    except ValueError:
        return False
    return _DAYS[moment.weekday()] == text[:3]


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason a value is refused."""

    kind: str
    """`type`, `required`, `limit`, `format`, `enum`, `tag` (of a union) or `schema` for anything else."""
    pointer: str
    """Where in the value; for a missing member the place it should have."""
    message: str
    spec: str
    """Where in the contract document the broken keyword stands."""


class Validators:
    """Validators of one document and side, by the JSON pointer of their schema."""

    def __init__(self, document: Mapping[str, Any], side: Side) -> None:
        self._view = derive(document, side)
        self._registry = jsonschema_rs.Registry([(_URN, self._view)])
        self._compiled: dict[str, jsonschema_rs.Draft202012Validator] = {}

    def at(self, where: str) -> jsonschema_rs.Draft202012Validator:
        """Return the validator of one schema."""
        found = self._compiled.get(where)
        if found is None:
            found = self._compiled[where] = jsonschema_rs.Draft202012Validator(
                {"$ref": f"{_URN}#{quote(where, safe=_FRAGMENT)}"},
                registry=self._registry,
                validate_formats=True,
                formats={"date-time-rfc1123": is_rfc1123},
            )
        return found

    def faults(self, where: str, value: Any) -> list[Fault]:
        """Every reason the schema at a pointer refuses a value; empty if it does not."""
        validator = self.at(where)
        return (
            []
            if validator.is_valid(value)
            else [self._fault(error) for error in validator.iter_errors(value)]
        )

    def _fault(self, error: jsonschema_rs.ValidationError) -> Fault:
        where, message = pointer(error.instance_path), error.message
        if isinstance(error.kind, jsonschema_rs.ValidationErrorKind.Required):
            missing = str(error.kind.property)
            where, message = child(where, missing), f"required member `{missing}` is missing"
        return Fault(self._kind(error), where, message, pointer(error.schema_path))

    def _kind(self, error: jsonschema_rs.ValidationError) -> str:
        keyword = error.kind.name
        if keyword in _LIMITS:
            return "limit"
        if keyword == "enum" and self._is_tag(error):
            return "tag"
        return _KINDS.get(keyword, "schema")

    def _is_tag(self, error: jsonschema_rs.ValidationError) -> bool:
        """Whether the enum is the one `views` made of a union's tags."""
        path = [str(part) for part in error.schema_path]
        holder: Any = follow(self._view, pointer(path[:-3])) if path[-3:-2] == ["properties"] else None
        discriminator = holder.get("discriminator") if is_object(holder) else None
        return is_object(discriminator) and discriminator.get("propertyName") == path[-2]
