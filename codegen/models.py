"""What the template of `models.py` is given: one plain record a class, taken from the parser's objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.strings import PythonIdentifier

from codegen.annotations import Annotations
from codegen.document import Document, Json, Member
from codegen.parse import Parsed, members_of, wire_name
from codegen.shapes import RawShapes, enum_values
from codegen.texts import docstring, wrapped
from codegen.view import Union, View

__all__ = ["Alias", "Enum", "EnumMember", "Field", "Model", "Models", "Unknown", "build_models"]

WIDTH = 100
SHORT = 80
MEMBER_PLACE = re.compile(r"#/components/schemas/([^/]+)(?:/.*)?/properties/([^/]+)(?:/.*)?")


class EnumMember(NamedTuple):
    """One known value of an open enum."""

    name: str
    value: str
    doc: str


class Enum(NamedTuple):
    """An open enum class."""

    name: str
    doc: str
    members: list[EnumMember]


class Field(NamedTuple):
    """One field of a model."""

    name: str
    annotation: str
    default: str
    doc: str


class Model(NamedTuple):
    """One `Model` class."""

    name: str
    schema: str
    doc: str
    fields: list[Field]
    rename: dict[str, str]
    read_only: list[str]
    secret: list[str]
    tag: tuple[str, str, str] | None
    """Wire name and value of the tag, and the attribute that answers it, for a branch of a union."""


class Unknown(NamedTuple):
    """The variant of a union for tags that this version does not name."""

    name: str
    union: str
    tag_field: str
    doc: str


class Alias(NamedTuple):
    """Another name for a type."""

    name: str
    annotation: str
    doc: str


class Models(NamedTuple):
    """Everything in one `models.py`, in the order in which names must be defined."""

    enums: list[Enum]
    models: list[Model]
    unknowns: list[Unknown]
    aliases: list[Alias]

    @property
    def names(self) -> list[str]:
        """Every name that the module offers, sorted."""
        return sorted(one.name for group in self for one in group)


def build_models(document: Document, view: View, parsed: Parsed) -> Models:
    """Return the records of one version; call it inside `naming.naming_rules()`."""
    return _Builder(document, view, parsed).build()


class _Builder:
    def __init__(self, document: Document, view: View, parsed: Parsed) -> None:
        self.document = document
        self.view = view
        self.parsed = parsed
        self.annotations = Annotations(view, parsed)
        self.shapes = RawShapes(document)
        self.tags = {branch: union for union in view.unions.values() for branch in union.branches}

    def build(self) -> Models:
        models = [self._model(name, prop) for name, prop in self._components() if self._is_model(name, prop)]
        unknowns = [self._unknown(union) for union in self.view.unions.values()]
        return Models(list(self._enums()), models, unknowns, _in_order(list(self._aliases())))

    def _components(self) -> Iterator[tuple[str, Any]]:
        unknowns = {union.unknown for union in self.view.unions.values()}
        for name, prop in self.parsed.by_schema.items():
            if name in self.document.schemas and name not in unknowns:
                yield name, prop

    def _is_model(self, name: str, prop: Any) -> bool:
        """Whether a component becomes a class of its own, and not another name for one."""
        return isinstance(prop, ModelProperty) and self.shapes.component(name) == frozenset({f"model {name}"})

    # Enums

    def _enums(self) -> Iterator[Enum]:
        for prop in self.parsed.schemas.classes_by_name.values():
            if isinstance(prop, EnumProperty):
                yield self._enum(prop)

    def _enum(self, prop: EnumProperty) -> Enum:
        name = str(prop.class_info.name)
        raw = self._raw_enum(name)
        texts = {
            entry["value"]: entry.get("description", "")
            for entry in raw.get("x-ms-enum", {}).get("values", ())
        }
        members = [
            EnumMember(member, value, _doc(texts.get(value, ""), 4))
            for member, value in enum_values(prop).items()
        ]
        return Enum(name, _doc(self._enum_text(name, raw), 4), members)

    def _enum_text(self, class_name: str, raw: Json) -> str:
        """Say where a lifted enum stands: the text there is the member's, not the type's."""
        known = next(
            (enum for name, enum in self.view.enums.items() if self.parsed.names[name] == class_name), None
        )
        place = f"Known values of {self._place(known.pointer)}." if known is not None else ""
        return f"{place or raw.get('description', 'Known values.')}\n\nAny other value is kept as it is."

    def _place(self, at: str) -> str:
        member = MEMBER_PLACE.fullmatch(at)
        if member is not None:
            return f"`{member[1]}.{member[2]}`"
        parameter, _ = self.document.resolve({"$ref": at.removesuffix("/schema")}, at)
        return f"the parameter `{parameter.get('name')}`"

    def _raw_enum(self, class_name: str) -> Json:
        name = next(
            (name for name, python_name in self.parsed.names.items() if python_name == class_name), ""
        )
        return self.view.enums[name].raw if name in self.view.enums else self.document.schemas.get(name, {})

    # Models

    def _model(self, name: str, prop: ModelProperty) -> Model:
        raw = self.document.members(name)
        fields = [
            (self._field(member, raw[wire_name(member)]), wire_name(member)) for member in members_of(prop)
        ]
        fields.sort(key=lambda field: bool(field[0].default))
        wires = [wire for wire in raw if wire in {wire for _, wire in fields}]
        return Model(
            name=str(prop.class_info.name),
            schema=name,
            doc=self._model_doc(name),
            fields=[field for field, _ in fields],
            rename={field.name: wire for field, wire in fields if field.name != wire},
            read_only=[wire for wire in wires if self._flag(raw[wire], "readOnly")],
            secret=[wire for wire in wires if self._flag(raw[wire], "x-ms-secret")],
            tag=self._tag(name, {field.name for field, _ in fields}),
        )

    def _model_doc(self, name: str) -> str:
        text = self.document.schemas[name].get("description", "").strip()
        joint = " " if len(text) < SHORT and "\n" not in text else "\n\n"
        return _doc(f"{text}{joint}(schema `{name}`)", 4)

    def _field(self, prop: Any, raw: Member) -> Field:
        annotation = self.annotations.of(prop)
        read_only = self._flag(raw, "readOnly")
        text = raw.schema.get("description", "")
        doc = _doc(f"{text} (read-only)" if read_only else text, 4)
        if prop.required and not read_only:
            return Field(str(prop.python_name), annotation, "", doc)
        if annotation != "Any":
            annotation += " | UnsetType"
        return Field(str(prop.python_name), annotation, "UNSET", doc)

    def _flag(self, member: Member, flag: str) -> bool:
        """Return a flag of a member, from where the member stands or from the component it refers to."""
        component = self.document.schema_name(member.schema)
        there = self.document.schemas[component] if component is not None else {}
        return bool(member.schema.get(flag, there.get(flag, False)))

    def _tag(self, name: str, taken: set[str]) -> tuple[str, str, str] | None:
        union = self.tags.get(name)
        if union is None:
            return None
        attribute = PythonIdentifier(union.tag_field, "field_")
        return union.tag_field, union.branches[name], attribute + "_" * (attribute in taken)

    def _unknown(self, union: Union) -> Unknown:
        prop: Any = self.parsed.by_schema[union.unknown]
        doc = f"A {union.name} whose `{union.tag_field}` this version does not name; its members are kept."
        return Unknown(str(prop.class_info.name), union.name, union.tag_field, _doc(doc, 4))

    # Aliases

    def _aliases(self) -> Iterator[Alias]:
        for name, prop in self._components():
            python_name = self.parsed.names[name]
            if self._is_model(name, prop) or (
                isinstance(prop, EnumProperty) and prop.class_info.name == python_name
            ):
                continue
            doc = _doc(f"{self.document.schemas[name].get('description', '')} (schema `{name}`)", 0)
            yield Alias(python_name, self._alias(name, prop), doc)

    def _alias(self, name: str, prop: Any) -> str:
        if name in self.view.unions:
            return self._union(self.view.unions[name])
        return self.annotations.written_out(prop) if name in self.view.maps else self.annotations.of(prop)

    def _union(self, union: Union) -> str:
        parts: list[Any] = [self.parsed.by_schema[name] for name in (*union.branches, union.unknown)]
        return " | ".join(str(part.class_info.name) for part in parts)


def _doc(text: str, indent: int) -> str:
    """Return a docstring, or nothing where the specification has no text."""
    lines = wrapped(text, WIDTH)
    return docstring(lines, indent) if lines else ""


def _in_order(aliases: list[Alias]) -> list[Alias]:
    """Aliases in such an order that each stands after those it is made of."""
    names = {alias.name for alias in aliases}
    done: list[Alias] = []
    waiting = aliases
    while waiting:
        known = {alias.name for alias in done}
        ready = [
            one
            for one in waiting
            if not (set(re.findall(r"\w+", one.annotation)) & names) - known - {one.name}
        ]
        done += ready or waiting[:1]
        waiting = [one for one in waiting if one not in done]
    return done
