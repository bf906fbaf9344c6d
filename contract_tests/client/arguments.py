"""Arguments of the public client, built from JSON values through the public constructors."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from contract_tests.client.names import class_name, snake
from contract_tests.reading.document import Document, Schema, schema_name
from contract_tests.strategies.breaking import MISSING, Break
from contract_tests.strategies.drawing import branch_of, merged

__all__ = ["Builder"]


@dataclass(frozen=True)
class Builder:
    """Builds what a caller of the client would write for a JSON value of a schema."""

    document: Document
    models: ModuleType
    """The generated models of the document's version."""

    @staticmethod
    def of(document: Document) -> Builder:
        plane, version = document.plane.replace("-", "_"), re.sub(r"\W", "_", document.version)
        return Builder(document, importlib.import_module(f"iotcentral_rest.{plane}.v{version}.models"))

    def build(self, schema: Schema, value: Any) -> Any:
        """The argument for `value`, which `schema` allows."""
        if "$ref" in schema:
            return self._named(schema_name(str(schema["$ref"])), value)
        for branch in schema.get("anyOf", []):
            if branch.get("type") != "null" and value is not None:
                return self.build(branch, value)
        if isinstance(value, list):
            return [self.build(schema.get("items", {}), item) for item in value]
        if isinstance(value, dict) and isinstance(schema.get("additionalProperties"), Mapping):
            return {name: self.build(schema["additionalProperties"], one) for name, one in value.items()}
        if isinstance(value, str) and "x-ms-enum" in schema:
            return getattr(self.models, class_name(schema["x-ms-enum"]["name"]))(value)
        return value

    def _named(self, name: str, value: Any) -> Any:
        schema = self.document.schemas[name]
        if "enum" in schema:
            return getattr(self.models, class_name(name))(value)
        if "discriminator" in schema:
            branch = branch_of(self.document, schema["discriminator"], value)
            return value if branch is None else self._named(branch, value)
        whole = merged(self.document, schema)
        if not (isinstance(value, dict) and whole.get("properties")):
            return self.build(schema, value)
        return getattr(self.models, class_name(name))(**self._members(whole["properties"], value))

    def _members(self, properties: Mapping[str, Schema], value: Mapping[str, Any]) -> dict[str, Any]:
        # A union's tag is pinned by its class and no argument of the constructor.
        return {
            snake(name): self.build(properties[name], member)
            for name, member in value.items()
            if "const" not in properties[name]
        }

    def broken(self, built: Any, fault: Break) -> Any:
        """`built` with the place that `fault` names made wrong; attributes are set as a caller would."""
        from iotcentral import UNSET

        last: Any
        *way, last = fault.path
        place: Any = built
        for step in way:
            place = _inside(place, step)
        if isinstance(place, dict | list):
            place.__setitem__(last, fault.value)
        else:
            setattr(place, snake(last), UNSET if fault.value is MISSING else fault.value)
        return built


def _inside(place: Any, step: Any) -> Any:
    return place[step] if isinstance(place, dict | list) else getattr(place, snake(step))
