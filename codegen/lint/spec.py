"""A spec as the rules read it: its objects by kind, its operations, its schemas with `allOf` laid flat."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from codegen.lint.walk import METHODS, Node, as_list, as_map, join, walk

__all__ = ["Flat", "Operation", "Spec"]

Plane = Literal["data-plane", "control-plane", "reference-v1"]


@dataclass(frozen=True)
class Operation:
    """One operation and where it stands."""

    pointer: str
    path: str
    method: str
    value: dict[str, Any]

    @property
    def id(self) -> str:
        """The operation id, or nothing."""
        return str(self.value.get("operationId", ""))

    @property
    def tag(self) -> str:
        """The first tag, or nothing."""
        return str(next(iter(as_list(self.value.get("tags"))), ""))


@dataclass
class Flat:
    """The members of a schema, its `allOf` parts merged."""

    properties: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    required: set[str] = field(default_factory=set[str])
    always: list[str] = field(default_factory=list[str])
    noted: bool = False


class Spec:
    """The document with the look-ups the rules share."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.nodes = list(walk(document))

    def of(self, *kinds: str) -> list[Node]:
        """Give the objects of these kinds, in document order."""
        return [node for node in self.nodes if node.kind in kinds]

    @cached_property
    def version(self) -> str:
        """The api-version, as `info.version` has it."""
        return str(as_map(self.document.get("info")).get("version", ""))

    @cached_property
    def plane(self) -> Plane:
        """Which plane the document speaks of; its server tells."""
        servers = as_list(self.document.get("servers"))
        url = str(as_map(servers[0] if servers else {}).get("url", ""))
        if "management.azure.com" in url:
            return "control-plane"
        return "data-plane" if url.endswith("/api") else "reference-v1"

    @cached_property
    def operations(self) -> list[Operation]:
        """Every operation, in document order."""
        paths = as_map(self.document.get("paths"))
        return [
            Operation(join("/paths", path, method), path, method, as_map(item[method]))
            for path, item in paths.items()
            for method in item
            if method in METHODS
        ]

    @cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """The named schemas."""
        return as_map(as_map(self.document.get("components")).get("schemas"))

    def resolve(self, value: Any) -> dict[str, Any]:
        """`value`, or what its `$ref` leads to (an empty object where that is nothing)."""
        seen: set[str] = set()
        found = as_map(value)
        while isinstance(target := found.get("$ref"), str) and target not in seen:
            seen.add(target)
            found = as_map(self.at(target.removeprefix("#")))
        return found

    def at(self, pointer: str) -> Any:
        """Give the value a JSON pointer leads to, or None."""
        value: Any = self.document
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            value = (
                as_list(value)[int(key)]
                if isinstance(value, list) and key.isdigit()
                else as_map(value).get(key)
            )
        return value

    def flat(self, schema: Any, seen: frozenset[int] = frozenset()) -> Flat:
        """Give the members of `schema` with those of its `allOf` parts."""
        flat, found = Flat(), self.resolve(schema)
        if id(found) in seen:
            return flat
        for part in [*as_list(found.get("allOf"))]:
            _merge(flat, self.flat(part, seen | {id(found)}))
        flat.properties.update(
            {name: as_map(value) for name, value in as_map(found.get("properties")).items()}
        )
        flat.required.update(as_list(found.get("required")))
        flat.always.extend(as_list(found.get("x-iotc-always")))
        flat.noted = flat.noted or "x-iotc-note" in found
        return flat

    def branches(self, schema: Any) -> list[dict[str, Any]]:
        """Give the branches of a union, resolved; the schema itself where it is none."""
        found = self.resolve(schema)
        parts = as_list(found.get("oneOf"))
        return [self.resolve(part) for part in parts] if parts else [found]

    def members(self, schema: Any) -> dict[str, dict[str, Any]]:
        """Every member of a schema, or of any branch of a union."""
        return {
            name: value
            for branch in self.branches(schema)
            for name, value in self.flat(branch).properties.items()
        }

    def present(self, schema: Any) -> dict[str, Any]:
        """Give the schema without the `null` of a nullable `anyOf`, resolved."""
        found = self.resolve(schema)
        parts = [part for part in as_list(found.get("anyOf")) if as_map(part).get("type") != "null"]
        return self.resolve(parts[0]) if len(parts) == 1 else found

    def parameters(self, operation: Operation) -> list[dict[str, Any]]:
        """Give the parameters of an operation and of its path, resolved."""
        shared = as_list(as_map(as_map(self.document.get("paths")).get(operation.path)).get("parameters"))
        return [self.resolve(value) for value in [*shared, *as_list(operation.value.get("parameters"))]]

    def responses(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """Status (or `default`) to response, resolved."""
        responses = as_map(operation.value.get("responses"))
        return {str(status): self.resolve(value) for status, value in responses.items()}

    def successes(self, operation: Operation) -> dict[str, dict[str, Any]]:
        """Give the 2xx responses, resolved."""
        return {
            status: value for status, value in self.responses(operation).items() if status.startswith("2")
        }

    def body(self, operation: Operation) -> dict[str, Any]:
        """Give the request body, resolved; empty where there is none."""
        return self.resolve(operation.value.get("requestBody"))


def _merge(into: Flat, other: Flat) -> None:
    into.properties.update(other.properties)
    into.required |= other.required
    into.always += other.always
    into.noted = into.noted or other.noted
