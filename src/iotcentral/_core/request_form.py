"""From a body to the bytes that are sent: one walk over the value and its schema.

The walk drops what the service alone writes, leaves out what is unset, keeps null, and refuses, by name,
whatever the contract refuses. Unknown members, enum values and union tags pass if they came out of a decode.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, NoReturn

import msgspec
from msgspec import UNSET, Struct

from iotcentral._core.extras import EXTRAS_FIELD, Extras
from iotcentral._core.limits import check, check_text, refuses_name
from iotcentral._core.model import Model, UnknownVariant
from iotcentral._core.schemas import Node, Schemas
from iotcentral._core.shapes import is_array, is_object
from iotcentral.errors import InvalidRequest

__all__ = ["RequestForm"]

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]


def _number(value: float) -> float:
    return int(value) if isinstance(value, int) else float(value)


class RequestForm:
    """The request form of the bodies of one operation."""

    def __init__(self, schemas: Schemas, operation_id: str) -> None:
        self._schemas = schemas
        self._operation_id = operation_id

    def encode(self, body: Any, schema_name: str) -> bytes:
        """Return the JSON to send; raises InvalidRequest naming the place in the body and the rule."""
        try:
            return msgspec.json.encode(self._value(body, self._schemas.named(schema_name), ()))
        except RecursionError:
            self._refuse((), "json", "is nested too deep, or holds itself")
        except (OverflowError, ValueError) as error:
            self._refuse((), "json", f"cannot be written as JSON: {error}")

    def _refuse(self, path: Path, rule: str, message: str) -> NoReturn:
        pointer = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)
        raise InvalidRequest(message, argument="body" + pointer, rule=rule, operation_id=self._operation_id)

    def _value(self, value: Any, node: Node, path: Path) -> Any:
        schema = node.schema
        if "oneOf" in schema or "anyOf" in schema:
            return self._choice(value, node, path)
        if isinstance(value, Struct):
            return self._model(value, node, path)
        if value is UNSET:
            self._refuse(path, "required", "is not set")
        problem = check(value, schema)
        if problem is not None:
            self._refuse(path, *problem)
        if isinstance(value, dict) and "properties" in schema:
            self._refuse(path, "type", f"must be of the class {node.name or 'generated for it'}, not dict")
        return self._plain(value, schema, path)

    def _plain(self, value: Any, schema: Schema, path: Path) -> Any:
        if is_array(value) and "items" in schema:
            node = self._schemas.node(schema["items"])
            return [self._value(item, node, (*path, n)) for n, item in enumerate(value)]
        if is_object(value):
            return self._members(value, schema, path)
        return self._json(value, path)

    def _members(self, value: dict[Any, Any], schema: Schema, path: Path) -> dict[str, Any]:
        """Return a free-form object, or one whose members share a schema."""
        names, rest = schema.get("propertyNames"), schema.get("additionalProperties")
        node = self._schemas.node(rest) if is_object(rest) and rest else None
        members: dict[str, Any] = {}
        for name, member in value.items():
            self._check_name(name, path)
            if names is not None and refuses_name(name, names):
                self._refuse((*path, name), "propertyNames", "is not a name a member may have here")
            place = (*path, name)
            members[name] = self._json(member, place) if node is None else self._value(member, node, place)
        return members

    def _check_name(self, name: Any, path: Path) -> None:
        if not isinstance(name, str):
            self._refuse(path, "json", f"has a member name that is not text: {type(name).__name__}")
        problem = check_text(name)
        if problem is not None:
            self._refuse(path, problem.rule, f"has a member whose name {problem.message}")

    def _json(self, value: Any, path: Path) -> Any:
        """Return a free-form part, if JSON can hold it."""
        if isinstance(value, str):
            problem = check_text(value)
            if problem is not None:
                self._refuse(path, *problem)
            return str.__str__(value)
        if is_object(value):
            return self._members(value, {}, path)
        if is_array(value):
            return [self._json(item, (*path, n)) for n, item in enumerate(value)]
        if isinstance(value, float) and not isfinite(value):
            self._refuse(path, "number", "must be finite: JSON has neither NaN nor Infinity")
        if value is None or isinstance(value, (bool, int, float)):
            # Subclasses (enums, numbers of array libraries) go as the number they are.
            return value if value is None or isinstance(value, bool) else _number(value)
        return self._refuse(path, "json", f"must be a plain JSON value, not {type(value).__name__}")

    def _choice(self, value: Any, node: Node, path: Path) -> Any:
        if "discriminator" in node.schema:
            return self._variant(value, node, path)
        nodes = [self._schemas.node(branch) for branch in node.schema.get("anyOf") or node.schema["oneOf"]]
        others = [branch for branch in nodes if branch.schema.get("type") != "null"]
        if value is None and len(others) < len(nodes):
            return None
        for branch in others[:-1]:
            try:
                return self._value(value, branch, path)
            except InvalidRequest:
                continue
        return self._value(value, others[-1], path)

    def _variant(self, value: Any, node: Node, path: Path) -> Any:
        names = [
            self._schemas.name_of(reference) for reference in node.schema["discriminator"]["mapping"].values()
        ]
        if isinstance(value, UnknownVariant) and value.__union__ == node.name:
            return self._unknown_variant(value, path)
        name = value.__schema__ if isinstance(value, Model) else None
        if name not in names:
            self._refuse(path, "oneOf", f"must be one of {', '.join(names)}, not {type(value).__name__}")
        return self._value(value, self._schemas.named(name), path)

    def _unknown_variant(self, value: UnknownVariant, path: Path) -> Any:
        extras = getattr(value, EXTRAS_FIELD)
        if not isinstance(extras, Extras):
            self._refuse(path, "oneOf", "is an unknown variant that did not come out of an answer")
        return self._members(extras, {}, path)

    def _model(self, value: Struct, node: Node, path: Path) -> dict[str, Any]:
        expected = node.name or "the generated class"
        fits = isinstance(value, Model) and "properties" in node.schema
        if not fits or not isinstance(value, Model) or value.__schema__ != (node.name or value.__schema__):
            self._refuse(path, "type", f"must be {expected}, not {type(value).__name__}")
        properties: Mapping[str, Schema] = node.schema.get("properties", {})
        members = self._known_members(value, properties, path)
        self._add_extras(members, value, properties, path)
        for name in node.schema.get("required", ()):
            if name not in members and not self._schemas.read_only(properties.get(name, {})):
                self._refuse((*path, name), "required", "is required and not set")
        return members

    def _known_members(self, model: Model, properties: Mapping[str, Schema], path: Path) -> dict[str, Any]:
        config = model.__struct_config__
        members: dict[str, Any] = {config.tag_field: config.tag} if config.tag_field else {}
        for name, wire in zip(model.__struct_fields__, model.__struct_encode_fields__, strict=True):
            member = getattr(model, name)
            if member is UNSET or name == EXTRAS_FIELD:
                continue
            if wire not in properties:
                self._refuse((*path, wire), "additionalProperties", "is not a member in this version")
            schema = self._schemas.node(properties[wire])
            if schema.schema.get("readOnly") is not True:
                members[wire] = self._value(member, schema, (*path, wire))
        return members

    def _add_extras(
        self, members: dict[str, Any], model: Model, properties: Mapping[str, Schema], path: Path
    ) -> None:
        """Add unknown members as they came; a null the schema forbids is left out, which means the same."""
        extras = getattr(model, EXTRAS_FIELD)
        if extras is UNSET:
            return
        if not isinstance(extras, Extras):
            self._refuse(
                path, "additionalProperties", "has unknown members that did not come out of an answer"
            )
        new = {name: member for name, member in extras.items() if name not in properties}
        members |= self._members(new, {}, path)
