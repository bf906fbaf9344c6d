"""Compiled validators over a document's schemas, for requests as the service reads them and for answers.

Unions with a discriminator are rewritten so that the tag picks the branch before anything is checked: a
message then names the member at fault instead of saying that no branch fits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

import jsonschema_rs

from iotcentral.emulator.documents import Document
from iotcentral.emulator.shapes import as_list, as_object
from iotcentral.emulator.wording import describe

__all__ = ["Schemas"]

_SUBSCHEMA_MAPS = ("properties", "patternProperties", "$defs")
_SUBSCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SUBSCHEMAS = ("items", "additionalProperties", "not", "propertyNames", "if", "then", "else")
_DOCUMENT = "urn:iotcentral:document"
_MEANINGLESS = ("description", "examples", "example", "title", "default")


class Schemas:
    """The validators of one document, compiled when first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._registries: dict[str, jsonschema_rs.Registry] = {}
        self._compiled: dict[tuple[str, str], jsonschema_rs.Draft202012Validator] = document.validators

    def request_errors(self, key: str, schema: Mapping[str, Any], value: Any) -> list[str]:
        """List what is wrong with a request's body or parameter; read-only members are not looked at."""
        return self._errors("request", key, schema, value, _request_schema)

    def answer_errors(self, key: str, schema: Mapping[str, Any], value: Any) -> list[str]:
        """List what is wrong with an answer, members that are always answered (`x-iotc-always`) included."""
        return self._errors("answer", key, schema, value, _answer_schema)

    def _errors(
        self, direction: str, key: str, schema: Mapping[str, Any], value: Any, adapt: _Adapt
    ) -> list[str]:
        validator = self._compiled.get((direction, key))
        if validator is None:
            validator = self._compile(direction, schema, adapt)
            self._compiled[direction, key] = validator
        # Most values are right, and asking only for yes or no is the quicker question.
        if validator.is_valid(value):
            return []
        return [describe(error) for error in validator.iter_errors(value)]

    def _compile(
        self, direction: str, schema: Mapping[str, Any], adapt: _Adapt
    ) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(
            _anchored(_rewrite(schema, adapt)),
            registry=self._registry(direction, adapt),
            validate_formats=True,
            formats={"date-time-rfc1123": _is_http_time},
        )

    def _registry(self, direction: str, adapt: _Adapt) -> jsonschema_rs.Registry:
        """Return the document's schemas as one side sees them, held once for all its validators."""
        if direction not in self._registries:
            schemas = {name: _rewrite(node, adapt) for name, node in self._document.schemas.items()}
            whole = {"components": {"schemas": schemas}}
            self._registries[direction] = jsonschema_rs.Registry([(_DOCUMENT, whole)])
        return self._registries[direction]


_Adapt = Callable[[dict[str, Any]], dict[str, Any]]


def _rewrite(node: Any, adapt: _Adapt) -> Any:
    """Rebuild a schema bottom-up with `adapt`, leaving examples and texts behind."""
    schema = as_object(node)
    if schema is None:
        return node
    rebuilt = {key: value for key, value in schema.items() if key not in _MEANINGLESS}
    for key in _SUBSCHEMA_MAPS:
        if key in rebuilt:
            rebuilt[key] = {name: _rewrite(value, adapt) for name, value in rebuilt[key].items()}
    for key in _SUBSCHEMA_LISTS:
        if key in rebuilt:
            rebuilt[key] = [_rewrite(value, adapt) for value in rebuilt[key]]
    for key in _SUBSCHEMAS:
        if key in rebuilt:
            rebuilt[key] = _rewrite(rebuilt[key], adapt)
    return _dispatched(adapt(rebuilt))


def _anchored(node: Any) -> Any:
    """Have the references of a schema that stands alone lead into the document."""
    items = as_list(node)
    if items is not None:
        return [_anchored(value) for value in items]
    members = as_object(node)
    if members is None:
        return node
    leads = {"$ref": f"{_DOCUMENT}{members['$ref']}"} if isinstance(members.get("$ref"), str) else {}
    return {key: _anchored(value) for key, value in members.items()} | leads


def _request_schema(schema: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = schema.get("properties", {})
    read_only = {name for name, member in properties.items() if member.get("readOnly")}
    if read_only:
        schema["properties"] = {name: properties[name] for name in properties if name not in read_only}
        schema["required"] = [name for name in schema.get("required", ()) if name not in read_only]
    return schema


def _answer_schema(schema: dict[str, Any]) -> dict[str, Any]:
    always: list[str] = schema.get("x-iotc-always", [])
    if always:
        schema["required"] = sorted({*schema.get("required", ()), *always})
    return schema


def _dispatched(schema: dict[str, Any]) -> dict[str, Any]:
    """Turn `oneOf` with a discriminator into one condition per tag."""
    discriminator = schema.get("discriminator")
    if not discriminator or "oneOf" not in schema:
        return schema
    tag: str = discriminator["propertyName"]
    mapping: dict[str, str] = discriminator["mapping"]
    branches = [
        {"if": _tagged(tag, {"const": value}), "then": {"$ref": target}} for value, target in mapping.items()
    ]
    rest = {key: value for key, value in schema.items() if key not in ("oneOf", "discriminator", "required")}
    union = {"type": "object", "required": [tag], "properties": {tag: {"enum": list(mapping)}}}
    return {**rest, **union, "allOf": branches}


def _tagged(tag: str, condition: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": [tag], "properties": {tag: condition}}


def _is_http_time(text: str) -> bool:
    try:
        parsedate_to_datetime(text)
    except ValueError:
        return False
    return text.endswith(" GMT")
