"""Python annotations from the parser's properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty

from codegen.parse import Parsed
from codegen.shapes import word_of
from codegen.view import FREE_FORM, View

__all__ = ["Annotations"]

SCALARS: Mapping[str, str] = {
    "any": "Any",
    "boolean": "bool",
    "date": "str",
    "date-time": "Timestamp",
    "integer": "int",
    "null": "None",
    "number": "int | float",
    "string": "str",
    "uuid": "str",
}
"""`number` keeps 80 and 80.0 apart; dates and ids keep their text."""


class Annotations:
    """Writes the type of a property, as `models.py` says it or as a module does that imports it as `m`."""

    def __init__(self, view: View, parsed: Parsed, prefix: str = "") -> None:
        self.prefix = prefix
        self.names = parsed.names
        self.list_type = "builtins.list" if prefix else "list"
        self.unions = {_class_name(parsed.by_schema[union.unknown]): union for union in view.unions.values()}
        self.branches = {
            unknown: {_class_name(parsed.by_schema[branch]) for branch in union.branches}
            for unknown, union in self.unions.items()
        }
        self.models = {
            prop.class_info.name
            for name, prop in parsed.by_schema.items()
            if isinstance(prop, ModelProperty) and name != FREE_FORM
        }

    def of(self, prop: Any) -> str:
        """Return the annotation of a property, whether or not it must be there."""
        return " | ".join(self._parts(prop))

    def written_out(self, prop: Any) -> str:
        """Return the annotation of a component that is an alias: what it stands for, not its own name."""
        return self._map(prop) if isinstance(prop, ModelProperty) else self.of(prop)

    def _parts(self, prop: Any) -> list[str]:
        if isinstance(prop, UnionProperty):
            return self._union(prop)
        if isinstance(prop, ListProperty):
            return [f"{self.list_type}[{self.of(prop.inner_property)}]"]
        if isinstance(prop, ModelProperty):
            return [self._model(prop), *self._later(_class_name(prop))]
        if isinstance(prop, EnumProperty):
            return [self.prefix + prop.class_info.name]
        if isinstance(prop, ConstProperty):
            return [type(prop.value.raw_value).__name__]
        return SCALARS[word_of(prop)].split(" | ")

    def _later(self, name: str) -> list[str]:
        """Return what holds another tag where a place names one branch of a union: later versions may."""
        found = (unknown for unknown, branches in self.branches.items() if name in branches)
        return [self.prefix + unknown for unknown in list(found)[:1]]

    def _model(self, prop: ModelProperty) -> str:
        name = prop.class_info.name
        return self.prefix + name if name in self.models else self._map(prop)

    def _map(self, prop: ModelProperty) -> str:
        extra = prop.additional_properties
        return f"dict[str, {self.of(extra) if extra is not None else 'Any'}]"

    def _union(self, prop: UnionProperty) -> list[str]:
        """Return the parts in their order, a tagged union by its name, not its branches, `None` last."""
        classes = [_class_name(inner) for inner in prop.inner_properties]
        within = {
            unknown: self.branches[unknown] | {unknown} for unknown in classes if unknown in self.unions
        }
        names: dict[str, None] = {}
        for inner, name in zip(prop.inner_properties, classes, strict=True):
            union = next((unknown for unknown, parts in within.items() if name in parts), None)
            parts = (
                self._parts(inner) if union is None else [self.prefix + self.names[self.unions[union].name]]
            )
            names.update(dict.fromkeys(parts))
        return sorted(names, key="None".__eq__)


def _class_name(prop: Any) -> str:
    return str(prop.class_info.name) if isinstance(prop, (ModelProperty, EnumProperty)) else ""
