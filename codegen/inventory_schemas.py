"""The schemas' half of the inventory: components, members, Python names, types and enum values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from openapi_python_client.parser.properties import ModelProperty, Property

from codegen.document import Document, Json, is_array, is_object, walk
from codegen.findings import Finding, pointer
from codegen.parse import Parsed, members_of, wire_name
from codegen.shapes import ParsedShapes, RawShapes, clashes, said
from codegen.view import View, is_union

__all__ = ["SchemaInventory", "member_named"]

UNREAD = frozenset(
    {"$anchor", "$defs", "$dynamicRef", "$id", "definitions", "else", "if", "nullable", "patternProperties"}
    | {"prefixItems", "then", "unevaluatedItems", "unevaluatedProperties"}
)
"""Keywords that shape a type and that the parser passes over; limits are no loss, the contract keeps them."""


def member_named(prop: Any, wire: str | None) -> Property | None:
    """Return the member of a parsed model with a wire name, if the property is a model and has it."""
    members = members_of(prop) if isinstance(prop, ModelProperty) else []
    return next((member for member in members if wire_name(member) == wire), None)


class SchemaInventory:
    """Raw schemas beside parsed ones."""

    def __init__(self, document: Document, view: View, parsed: Parsed) -> None:
        self.document = document
        self.view = view
        self.parsed = parsed
        classes = {
            str(prop.class_info.name): name
            for name, prop in reversed(parsed.by_schema.items())
            if isinstance(prop, ModelProperty)
        }
        self.raw_shapes = RawShapes(document)
        self.parsed_shapes = ParsedShapes(classes, view.maps | {"FreeFormObject"}, view.unions)

    def findings(self) -> Iterator[Finding]:
        """Yield what the components lose."""
        for name in self.document.schemas:
            yield from self._component(name)
        for node, at in self._written():
            yield from self._keywords(node, at)

    def compare(self, schema: Any, prop: Any, at: str) -> Iterator[Finding]:
        """Whether the parsed property has the type that the raw schema says, and one that can be decoded."""
        raw, parsed = self.raw_shapes.of(schema), self.parsed_shapes.of(prop)
        reason = clashes(raw)
        if reason is not None:
            yield Finding(at, reason)
        elif raw != parsed:
            yield Finding(at, f"is {said(raw)}, the parser makes it {said(parsed)}")

    def _component(self, name: str) -> Iterator[Finding]:
        at = pointer("components", "schemas", name)
        prop = self.parsed.by_schema.get(name)
        if prop is None:
            known = any(finding.pointer == at for finding in self.parsed.findings)
            yield from () if known else [Finding(at, "the parser dropped this schema in silence")]
            return
        yield from self._shape(name, prop, at)
        if isinstance(prop, ModelProperty) and not is_union(self.document.schemas[name]):
            yield from self._members(name, prop, at)
        if name in self.view.unions:
            yield from self._branches(name)

    def _shape(self, name: str, prop: Property, at: str) -> Iterator[Finding]:
        raw, parsed = self.raw_shapes.component(name), self.parsed_shapes.of(prop)
        reason = clashes(raw)
        if reason is not None:
            yield Finding(at, reason)
        elif raw != parsed:
            yield Finding(at, f"is {said(raw)}, the parser makes it {said(parsed)}")

    def _members(self, name: str, prop: ModelProperty, at: str) -> Iterator[Finding]:
        if prop.class_info.name != self._class_of(name):
            return
        raw = self.document.members(name)
        parsed = {wire_name(member): member for member in members_of(prop)}
        tags = self._tags(name)
        for wire, member in raw.items():
            if wire in tags:
                continue
            if wire not in parsed:
                yield Finding(member.pointer, f"the parser dropped this member of {name}")
            else:
                yield from self.compare(member.schema, parsed[wire], member.pointer)
        yield from self._names(name, list(parsed.values()))
        yield from self._required(name, at)

    def _class_of(self, name: str) -> str | None:
        """Return the class of a component; none where the component is another name for a class."""
        if self.raw_shapes.component(name) != frozenset({f"model {name}"}):
            return None
        prop = self.parsed.by_schema[name]
        return prop.class_info.name if isinstance(prop, ModelProperty) else None

    def _tags(self, name: str) -> set[str]:
        """Tag members that `name` loses as a branch, or as a base that nothing else refers to."""
        return {
            union.tag_field
            for union in self.view.unions.values()
            for branch in union.branches
            if name == branch or name in self.document.ancestors(branch)
        }

    def _names(self, name: str, members: list[Property]) -> Iterator[Finding]:
        names: defaultdict[str, list[str]] = defaultdict(list)
        for member in members:
            names[member.python_name].append(wire_name(member))
        raw = self.document.members(name)
        for python_name, wires in names.items():
            for wire in wires if len(wires) > 1 else ():
                others = " and ".join(one for one in wires if one != wire)
                message = f"would be called {python_name} like {others}; set x-ms-client-name"
                yield Finding(raw[wire].pointer, message)

    def _required(self, name: str, at: str) -> Iterator[Finding]:
        known = self.document.members(name).keys()
        for index, wire in enumerate(self.document.schemas[name].get("required", ())):
            if wire not in known:
                yield Finding(f"{at}/required/{index}", f"{wire} is required but not among the properties")

    def _branches(self, name: str) -> Iterator[Finding]:
        """Check that a branch pins its tag, has one tag only, and that its bases are not used without it."""
        union = self.view.unions[name]
        for branch, tag in union.branches.items():
            at = pointer("components", "schemas", branch)
            member = self.document.members(branch).get(union.tag_field)
            if self.raw_shapes.component(branch) != frozenset({f"model {branch}"}):
                yield Finding(at, f"is a branch of {name} but no object with members of its own")
            elif member is None or member.schema.get("const") != tag or not member.required:
                yield Finding(
                    at, f"as a branch of {name} must require {union.tag_field} and pin it: const {tag}"
                )
            for other in self.view.unions.values():
                if branch in other.branches and (other.tag_field, other.branches[branch]) != (
                    union.tag_field,
                    tag,
                ):
                    yield Finding(at, f"has another tag as a branch of {other.name} than of {name}")
            yield from self._bases(branch, union.tag_field)

    def _bases(self, branch: str, tag_field: str) -> Iterator[Finding]:
        for base in self.document.ancestors(branch):
            own = self.document.schemas[base].get("properties", {})
            if tag_field in own and (used := self._used(base)) is not None:
                at = pointer("components", "schemas", base, "properties", tag_field)
                yield Finding(
                    at, f"would be lost, {base} being a base of {branch}; yet {used} refers to {base}"
                )

    def _used(self, name: str) -> str | None:
        """Where a component is referred to other than as a base."""
        for node, at in self._written():
            if self.document.schema_name(node) == name and "/allOf/" not in at:
                return at
        return None

    def _keywords(self, node: Json, at: str) -> Iterator[Finding]:
        yield from (
            Finding(f"{at}/{key}", "shapes a type in a way that is not generated")
            for key in sorted(UNREAD & node.keys())
        )
        if (
            "properties" in node
            and isinstance(node.get("additionalProperties"), dict)
            and node["additionalProperties"]
        ):
            yield Finding(
                f"{at}/additionalProperties", "members of a given type beside named ones are not generated"
            )
        if "$ref" in node and self.document.schema_name(node) is None:
            yield Finding(at, f"the reference {node['$ref']} leads to no schema of components.schemas")
        if "discriminator" in node and not (is_union(node) and at.count("/") == 3):
            message = (
                "a union is a component with oneOf, discriminator and mapping; this one would stay its base"
            )
            yield Finding(f"{at}/discriminator", message)

    def _written(self) -> Iterator[tuple[Json, str]]:
        for name, schema in self.document.schemas.items():
            yield from walk(schema, pointer("components", "schemas", name))
        for operation in self.document.operations:
            for section in ("requestBody", "responses", "parameters"):
                yield from _content_schemas(operation.data.get(section), f"{operation.pointer}/{section}")
        for section in ("parameters", "requestBodies", "responses"):
            found = self.document.raw.get("components", {}).get(section)
            yield from _content_schemas(found, pointer("components", section))


def _content_schemas(node: Any, at: str) -> Iterator[tuple[Json, str]]:
    """Every schema below a parameter, body or answer."""
    children = node.items() if is_object(node) else enumerate(node) if is_array(node) else ()
    for key, value in children:
        place = f"{at}/{pointer(key)[2:]}"
        if key == "schema":
            yield from walk(value, place)
        elif key not in ("example", "examples", "headers"):
            yield from _content_schemas(value, place)
