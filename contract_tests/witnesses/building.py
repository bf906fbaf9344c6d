"""Instances of the schemas of the facts, and the ways by which an exchange reaches each schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from contract_tests.facts.upstream import Facts

__all__ = ["Builder", "Route", "Side"]

Side = Literal["request", "answer"]
Prop = Mapping[str, Any]
Choices = Mapping[str, str]

_FORMATS = {
    "date-time": "2022-05-24T22:29:01Z",
    "date": "2022-12-30",
    "date-time-rfc1123": "Tue, 25 Apr 2023 11:24:53 GMT",
    "uuid": "ca310b8d-2f4a-44e0-a36e-957c202cd8d4",
    "email": "ada@contoso.com",
}
_DEPTH = 8


@dataclass(frozen=True)
class Route:
    """How an exchange reaches a schema: operation, side, pointer, and the branch of each union on the way."""

    operation: str
    side: Side
    pointer: str
    choices: Choices = field(default_factory=dict[str, str])
    error: bool = False
    """Whether the answer is the operation's default one."""

    @property
    def exchange(self) -> str:
        """The name of the exchange, the same for all routes that build the same one."""
        error = ["error"] if self.error else []
        return "/".join([f"{self.side} {self.operation}", *error, *sorted(self.choices.values())])


@dataclass(frozen=True)
class Builder:
    """Builds exchanges from one facts file."""

    facts: Facts

    def whole(self, name: str, side: Side, choices: Choices, depth: int = 0) -> Any:
        """A schema's instance with every member that this side may hold."""
        schema = self.facts.schemas[name]
        if schema["discriminator"]:
            child = choices.get(name) or self.facts.children(name)[0][1]
            return self.whole(child, side, choices, depth)
        props = self.facts.props(name)
        if schema.get("enum"):
            return schema["enum"][0]
        if not props:
            return {"target": 21} if schema["additional_properties"] else 21
        kept = {
            name: prop for name, prop in props.items() if not (side == "request" and prop.get("read_only"))
        }
        made = {member: self.value(member, prop, side, choices, depth + 1) for member, prop in kept.items()}
        return {**made, **self.tag(name)}

    def said(self, prop: Prop) -> Prop:
        """What the facts say of a value, a reference to an enum or to any value followed."""
        schema = self.facts.schemas[prop["ref"]] if "ref" in prop else None
        if schema is None or self.facts.props(prop["ref"]) or schema["type"] == "object":
            return {**prop, **({"items": self.said(prop["items"])} if prop.get("items") else {})}
        return {key: value for key, value in schema.items() if key in {"type", "enum", "read_only"}}

    def tag(self, name: str) -> dict[str, str]:
        """The tag member of a branch, with its value."""
        value = self.facts.schemas[name]["discriminator_value"]
        bases = [base for base in self.facts.ancestors(name) if self.facts.schemas[base]["discriminator"]]
        return {self.facts.schemas[bases[0]]["discriminator"]: value} if value is not None and bases else {}

    def value(self, name: str, prop: Prop, side: Side, choices: Choices, depth: int = 0) -> Any:
        """A value of one member or parameter."""
        if "ref" in prop:
            return self.whole(prop["ref"], side, choices, depth) if depth < _DEPTH else {}
        if "enum" in prop:
            return prop["enum"][0]
        kind = prop.get("type")
        if kind == "array":
            return [self.value(name, prop["items"], side, choices, depth + 1)]
        if kind == "string":
            return _FORMATS.get(str(prop.get("format")), "one")
        fixed: dict[Any, Any] = {"boolean": True, "object": {"name": "one"}, None: 21}
        return fixed[kind] if kind in fixed else prop.get("minimum", 1)

    def routes(self) -> dict[str, list[Route]]:
        """Schema to the ways that reach it, the shortest first, requests before answers."""
        found: dict[str, list[Route]] = {}
        for operation in self.facts.operations:
            for side, name, error in self._roots(operation):
                root = Route(str(operation["id"]), side, "/body", {}, error)
                for schema, route in self._reach(name, root):
                    found.setdefault(schema, []).append(route)
        for routes in found.values():
            routes.sort(key=lambda route: (route.side == "answer", route.pointer.count("/")))
        return found

    def _roots(self, operation: Mapping[str, Any]) -> Iterator[tuple[Side, str, bool]]:
        if operation["body"] and isinstance(operation["body"]["schema"], str):
            yield "request", operation["body"]["schema"], False
        for status, schema in operation["responses"].items():
            if schema:
                yield "answer", schema, str(status) == "default"

    def _reach(self, name: str, route: Route) -> Iterator[tuple[str, Route]]:
        if route.pointer.count("/") > _DEPTH:
            return
        yield name, route
        if self.facts.schemas[name]["discriminator"]:
            for _, child in self.facts.children(name):
                chosen = {**route.choices, name: child}
                yield from self._reach(child, replace(route, choices=chosen))
            return
        for member, prop in self.facts.props(name).items():
            if not (route.side == "request" and prop.get("read_only")):
                yield from self._member(member, prop, route)

    def _member(self, member: str, prop: Prop, route: Route) -> Iterator[tuple[str, Route]]:
        pointer = f"{route.pointer}/{member}"
        if "ref" in prop:
            yield from self._reach(prop["ref"], replace(route, pointer=pointer))
        elif "ref" in (prop.get("items") or {}):
            yield from self._reach(prop["items"]["ref"], replace(route, pointer=f"{pointer}/0"))
