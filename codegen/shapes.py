"""The type of a schema said twice, once from the raw document and once from the parser's property.

A shape is a set of words: one for each type that a value may have. Where the two sets differ, the parser has
lost something, with a warning or without.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from openapi_python_client.parser import properties as parsed_types
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from codegen.document import Document, Json, is_array, is_object
from codegen.view import Union, is_union

__all__ = ["ParsedShapes", "RawShapes", "Shape", "clashes", "enum_values", "said", "word_of"]

Shape = frozenset[str]

FORMATS = {"binary": "file", "date": "date", "date-time": "date-time", "uuid": "uuid"}
WORDS: Mapping[type[object], str] = {
    parsed_types.AnyProperty: "any",
    BooleanProperty: "boolean",
    DateProperty: "date",
    DateTimeProperty: "date-time",
    FileProperty: "file",
    FloatProperty: "number",
    IntProperty: "integer",
    NoneProperty: "null",
    StringProperty: "string",
    UuidProperty: "uuid",
}
SCALARS = {"boolean": "boolean", "integer": "integer", "null": "null", "number": "number"}
INLINE = "object with members of its own"


def said(shape: Shape) -> str:
    """Put a shape into words."""
    return " or ".join(sorted(shape))


def clashes(shape: Shape) -> str | None:
    """Why msgspec could not tell the types of a shape apart, if it could not."""
    if INLINE in shape:
        return "an object with members must be a schema of its own, referred to by $ref"
    if "file" in shape:
        return "binary content is not generated"
    kinds = (
        (_starting(shape, ("model ", "union ", "dict[")), "objects without one discriminator"),
        (_starting(shape, ("list[",)), "arrays"),
        (_starting(shape, ("string", "date", "uuid", "enum", "const '")), "strings"),
    )
    for found, what in kinds:
        if len(found) > 1:
            return f"{said(frozenset(found))}: nothing tells these {what} apart"
    return None


def _starting(shape: Shape, words: tuple[str, ...]) -> list[str]:
    return [one for one in shape if one.startswith(words)]


class RawShapes:
    """Shapes read from the raw document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def of(self, schema: Any, above: tuple[str, ...] = ()) -> Shape:
        """Return the shape of a schema where it is used.

        `above` are the components it was reached through.
        """
        if not is_object(schema):
            return frozenset({"any"})
        node = schema
        if "$ref" in node:
            return self._reference(node, above)
        if "allOf" in node:
            lone = len(node["allOf"]) == 1 and "properties" not in node
            return self.of(node["allOf"][0], above) if lone else frozenset({INLINE})
        return self._written(node, above)

    def component(self, name: str, above: tuple[str, ...] = ()) -> Shape:
        """Return the shape of a component.

        Its own name if it becomes a class or a union, else what it stands for.
        """
        schema = self.document.schemas[name]
        if is_union(schema):
            return frozenset({f"union {name}"})
        lone = len(schema.get("allOf", ())) == 1 and "$ref" in schema["allOf"][0]
        if "properties" in schema or ("allOf" in schema and not (lone and "required" not in schema)):
            return frozenset({f"model {name}"})
        if schema.get("type") == "object" and schema.get("additionalProperties") is False:
            return frozenset({f"model {name}"})
        return self.of(schema, (*above, name))

    def _reference(self, node: Json, above: tuple[str, ...]) -> Shape:
        name = self.document.schema_name(node)
        if name is None:
            return frozenset({f"unreadable reference {node['$ref']}"})
        return frozenset({f"recursion through {name}"}) if name in above else self.component(name, above)

    def _written(self, node: Json, above: tuple[str, ...]) -> Shape:
        if "enum" in node:
            return self._enum(node)
        if "const" in node:
            return frozenset({f"const {node['const']!r}"})
        parts = [*node.get("anyOf", ()), *node.get("oneOf", ())]
        if parts:
            return _union(self.of(part, above) for part in parts)
        kinds = node.get("type")
        if is_array(kinds):
            return _union(self._typed({**node, "type": kind}, above) for kind in kinds)
        return self._typed(node, above)

    @staticmethod
    def _enum(node: Json) -> Shape:
        values = [value for value in node["enum"] if value is not None]
        nullable = len(values) < len(node["enum"]) or "null" in node.get("type", ())
        return frozenset({_enum_word(values)} | ({"null"} if nullable else set()))

    def _typed(self, node: Json, above: tuple[str, ...]) -> Shape:
        kind = node.get("type")
        if kind == "array":
            return frozenset({f"list[{said(self.of(node.get('items'), above))}]"})
        if kind == "string":
            return frozenset({FORMATS.get(node.get("format", ""), "string")})
        if kind == "object" or "properties" in node:
            extra = node.get("additionalProperties", True)
            return frozenset(
                {INLINE if "properties" in node else f"dict[{said(self.of(extra or None, above))}]"}
            )
        return frozenset({SCALARS.get(str(kind), "array without type" if "items" in node else "any")})


class ParsedShapes:
    """Shapes read from the parser's properties; classes are called by the names of their components."""

    def __init__(self, classes: Mapping[str, str], maps: frozenset[str], unions: Mapping[str, Union]) -> None:
        self.classes = classes
        self.maps = maps
        self.by_unknown = {union.unknown: union for union in unions.values()}

    def of(self, prop: Any) -> Shape:
        """Return the shape of a parsed property."""
        if isinstance(prop, UnionProperty):
            return self._union(_union(self.of(inner) for inner in prop.inner_properties))
        if isinstance(prop, ListProperty):
            return frozenset({f"list[{said(self.of(prop.inner_property))}]"})
        if isinstance(prop, parsed_types.ModelProperty):
            return frozenset({self._model(prop)})
        return frozenset({_parsed_word(prop)})

    def _model(self, prop: parsed_types.ModelProperty) -> str:
        name = self.classes.get(prop.class_info.name)
        if name is not None and name not in self.maps:
            return f"model {name}"
        if prop.required_properties or prop.optional_properties:
            return INLINE
        extra = prop.additional_properties
        return f"dict[{said(self.of(extra)) if extra is not None else 'any'}]"

    def _union(self, shape: Shape) -> Shape:
        for word in sorted(shape):
            union = self.by_unknown.get(word.removeprefix("model "))
            if union is not None:
                branches = {f"model {branch}" for branch in (*union.branches, union.unknown)}
                return self._union((shape - branches) | {f"union {union.name}"})
        return shape


def _union(shapes: Iterable[Shape]) -> Shape:
    return frozenset[str]().union(*shapes)


def _enum_word(values: Iterable[Any]) -> str:
    return f"enum {'/'.join(str(value) for value in values)}"


def _parsed_word(prop: Any) -> str:
    if isinstance(prop, parsed_types.EnumProperty):
        return _enum_word(enum_values(prop).values())
    if isinstance(prop, ConstProperty):
        return f"const {prop.value.raw_value!r}"
    return word_of(prop)


def word_of(prop: object) -> str:
    """Return the word of a parsed property without parts."""
    return WORDS.get(type(prop), type(prop).__name__)


def enum_values(prop: parsed_types.EnumProperty) -> dict[str, str]:
    """Return the members of a parsed enum with their values as they are on the wire.

    The parser keeps them escaped.
    """
    return {
        name: json.loads(f'"{value}"') if isinstance(value, str) else str(value)
        for name, value in prop.values.items()
    }
