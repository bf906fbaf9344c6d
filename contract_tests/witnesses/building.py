"""Instances of the schemas of the facts, and the ways by which an exchange reaches each schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from contract_tests.facts.upstream import Facts

__all__ = ["Builder", "Route", "Side"]

Side = Literal["request", "patch", "answer"]
Prop = Mapping[str, Any]
Choices = Mapping[str, str]

_FORMATS = {
    "date-time": "2022-05-24T22:29:01Z",
    "date": "2022-12-30",
    "date-time-rfc1123": "Tue, 25 Apr 2023 11:24:53 GMT",
    "uuid": "ca310b8d-2f4a-44e0-a36e-957c202cd8d4",
    "email": "ada@contoso.com",
}
_KEY = "one"
"""The name under which an object with free names holds its one value."""


@dataclass(frozen=True)
class Route:
    """How an exchange reaches a schema: operation, side, pointer, and the branch of each union on the way."""

    operation: str
    side: Side
    pointer: str
    choices: Choices = field(default_factory=dict[str, str])
    status: str = ""
    """Which answer, where it is not the operation's first."""
    within: tuple[str, ...] = ()
    """The schemas that lie on the way."""

    @property
    def word(self) -> str:
        """`request` or `answer`."""
        return "answer" if self.side == "answer" else "request"

    @property
    def exchange(self) -> str:
        """The name of the exchange, the same for all routes that build the same one."""
        status = {"": [], "default": ["error"]}.get(self.status, [self.status])
        return "/".join([f"{self.word} {self.operation}", *status, *sorted(self.choices.values())])


@dataclass(frozen=True)
class Builder:
    """Builds exchanges from one facts file."""

    facts: Facts
    not_sent: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Members, as `Schema.member`, that a request or a patch may not hold, for reasons beyond the facts."""
    recorded: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What answers hold beside the members that the facts know, by schema."""

    def whole(self, name: str, side: Side, choices: Choices, within: tuple[str, ...] = ()) -> Any:
        """A schema's instance with every member that this side may hold, but nothing inside itself."""
        schema = self.facts.schemas[name]
        if schema["discriminator"]:
            child = choices.get(name) or self.facts.children(name)[0][1]
            return self.whole(child, side, choices, (*within, name))
        if schema.get("enum"):
            return schema["enum"][0]
        if not self.facts.props(name):
            return {"target": 21} if schema["additional_properties"] else 21
        made = {
            member: self.value(prop, side, choices, (*within, name))
            for member, prop in self.members(name, side).items()
        }
        more = self.recorded.get(name, {}) if side == "answer" else {}
        return {**made, **self.tag(name), **more}

    def members(self, name: str, side: Side) -> dict[str, Prop]:
        """The members of a schema that one side may hold."""
        return {
            member: prop for member, prop in self.facts.props(name).items() if self.holds(name, member, side)
        }

    def holds(self, name: str, member: str, side: Side) -> bool:
        """Whether one side may hold a member: no request holds a read-only one, no patch a fixed one."""
        prop = self.facts.props(name)[member]
        if side == "answer":
            return True
        sealed = self.not_sent.get(f"{name}.{member}", {}).get("in", "")
        fixed = side == "patch" and "update" not in prop.get("mutability", ["update"])
        return not (self.said(prop).get("read_only") or fixed or sealed in (side, "request"))

    def said(self, prop: Prop) -> Prop:
        """What the facts say of a value, a reference to an enum or to any value followed."""
        schema = self.facts.schemas[prop["ref"]] if "ref" in prop else None
        if schema is None or self.facts.props(prop["ref"]) or schema["type"] == "object":
            return {**prop, **({"items": self.said(prop["items"])} if prop.get("items") else {})}
        followed = {key: value for key, value in schema.items() if key in {"type", "enum", "read_only"}}
        return {**followed, **({"read_only": True} if prop.get("read_only") else {})}

    def tag(self, name: str) -> dict[str, str]:
        """The tag member of a branch, with its value."""
        value = self.facts.schemas[name]["discriminator_value"]
        bases = [base for base in self.facts.ancestors(name) if self.facts.schemas[base]["discriminator"]]
        return {self.facts.schemas[bases[0]]["discriminator"]: value} if value is not None and bases else {}

    def value(self, prop: Prop, side: Side, choices: Choices, within: tuple[str, ...] = ()) -> Any:
        """A value of one member or parameter; an empty one for what would lie inside itself."""
        if "ref" in prop:
            return {} if prop["ref"] in within else self.whole(prop["ref"], side, choices, within)
        if "enum" in prop:
            return prop["enum"][0]
        kind = prop.get("type")
        if kind == "array":
            again = prop["items"].get("ref") in within
            return [] if again else [self.value(prop["items"], side, choices, within)]
        if kind == "object":
            return self._object(prop, side, choices, within)
        if kind == "string":
            return _FORMATS.get(str(prop.get("format")), "one")
        return {"boolean": True, None: 21}.get(kind, prop.get("minimum", 1))

    def _object(self, prop: Prop, side: Side, choices: Choices, within: tuple[str, ...]) -> dict[str, Any]:
        if isinstance(more := prop.get("additional_properties"), Mapping):
            return {_KEY: self.value(more, side, choices, within)}
        members: Mapping[str, Prop] = prop.get("props") or {"name": {"type": "string"}}
        return {name: self.value(member, side, choices, within) for name, member in members.items()}

    def routes(self) -> dict[str, list[Route]]:
        """Schema to the ways that reach it: requests before patches before answers, the shortest first."""
        found: dict[str, list[Route]] = {}
        for operation in self.facts.operations:
            for side, name, status in self._roots(operation):
                for schema, route in self._reach(
                    name, Route(str(operation["id"]), side, "/body", {}, status)
                ):
                    found.setdefault(schema, []).append(route)
        order = ("request", "patch", "answer")
        for routes in found.values():
            routes.sort(key=lambda route: (order.index(route.side), route.pointer.count("/")))
        return found

    def _roots(self, operation: Mapping[str, Any]) -> Iterator[tuple[Side, str, str]]:
        if operation["body"] and isinstance(operation["body"]["schema"], str):
            yield "patch" if operation["method"] == "PATCH" else "request", operation["body"]["schema"], ""
        for index, (status, schema) in enumerate(operation["responses"].items()):
            if schema:
                yield "answer", schema, str(status) if index else ""

    def _reach(self, name: str, route: Route) -> Iterator[tuple[str, Route]]:
        if name in route.within:
            return
        yield name, route
        inner = replace(route, within=(*route.within, name))
        if self.facts.schemas[name]["discriminator"]:
            for _, child in self.facts.children(name):
                yield from self._reach(child, replace(inner, choices={**route.choices, name: child}))
            return
        for member, prop in self.members(name, route.side).items():
            yield from self._member(member, prop, inner)

    def _member(self, member: str, prop: Prop, route: Route) -> Iterator[tuple[str, Route]]:
        pointer = f"{route.pointer}/{member}"
        parts = ((prop, ""), (prop.get("items"), "/0"), (prop.get("additional_properties"), f"/{_KEY}"))
        for part, place in parts:
            if isinstance(part, Mapping) and "ref" in part:
                yield from self._reach(part["ref"], replace(route, pointer=f"{pointer}{place}"))
