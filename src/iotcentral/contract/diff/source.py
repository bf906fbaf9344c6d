"""One contract document as the comparison reads it: operations by id, references followed, schema names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from iotcentral.contract.pointers import child, follow
from iotcentral.contract.values import is_array, is_object

__all__ = ["METHODS", "At", "SourceDocument", "SourceOperation", "argument_name", "parts_of_path"]

METHODS = ("get", "put", "patch", "post", "delete", "head", "options")
SCHEMAS = "/components/schemas"


class At(NamedTuple):
    """A value of the document and the JSON pointer at which it stands."""

    value: Any
    pointer: str

    def get(self, key: str) -> At | None:
        """Return the member of that name, if this is an object that has it."""
        if not is_object(self.value) or key not in self.value:
            return None
        return At(self.value[key], child(self.pointer, key))

    def members(self) -> Iterator[tuple[str, At]]:
        """Return the members of an object by name; none for anything else."""
        if is_object(self.value):
            for key, value in self.value.items():
                yield key, At(value, child(self.pointer, key))

    def items(self) -> Iterator[At]:
        """Return the items of an array; none for anything else."""
        if is_array(self.value):
            for index, value in enumerate(self.value):
                yield At(value, child(self.pointer, index))


@dataclass(frozen=True, slots=True)
class SourceOperation:
    """One operation and what belongs to it, references followed."""

    id: str
    method: str
    path: str
    at: At
    parameters: tuple[At, ...]
    body: At | None
    responses: Mapping[str, At]

    @property
    def address(self) -> str:
        """For example `GET /devices/{deviceId}`."""
        return f"{self.method.upper()} {self.path}"

    @property
    def shape(self) -> tuple[str, str]:
        """Method and path without the names of the path's parameters: what the request looks like."""
        return self.method, re.sub(r"\{[^}]*\}", "{}", self.path)


class SourceDocument:
    """A contract document; `raw` is never changed."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw

    @cached_property
    def schemas(self) -> dict[str, At]:
        """`components.schemas` by name."""
        return self.components("schemas")

    def components(self, kind: str) -> dict[str, At]:
        """Return the components of one kind by name."""
        found = At(self.raw, "").get("components")
        found = found.get(kind) if found else None
        return dict(found.members()) if found else {}

    @cached_property
    def operations(self) -> dict[str, SourceOperation]:
        """Every operation by its id; `<METHOD> <path>` stands for an id that is missing."""
        paths = At(self.raw.get("paths", {}), "/paths")
        return {each.id: each for path, item in paths.members() for each in self._operations(path, item)}

    def resolved(self, at: At) -> At:
        """Follow `$ref` to what it means and where that stands.

        Raises:
            KeyError: the reference leads nowhere, or round in a circle.

        """
        seen: set[str] = set()
        while is_object(at.value) and "$ref" in at.value:
            pointer = str(at.value["$ref"]).removeprefix("#")
            if pointer in seen:
                raise KeyError(pointer)
            seen.add(pointer)
            at = At(follow(self.raw, pointer), pointer)
        return at

    def schema_name(self, node: Any) -> str | None:
        """Return the component that a `$ref` to a schema names."""
        if not is_object(node) or "$ref" not in node:
            return None
        holder, _, name = str(node["$ref"]).removeprefix("#").rpartition("/")
        name = name.replace("~1", "/").replace("~0", "~")
        return name if holder == SCHEMAS and name in self.schemas else None

    def _operations(self, path: str, item: At) -> Iterator[SourceOperation]:
        shared = item.get("parameters")
        for method in METHODS:
            at = item.get(method)
            if at is not None:
                yield self._operation(path, method, at, shared)

    def _operation(self, path: str, method: str, at: At, shared: At | None) -> SourceOperation:
        body, responses = at.get("requestBody"), at.get("responses")
        return SourceOperation(
            id=str(at.value.get("operationId", f"{method.upper()} {path}")),
            method=method,
            path=path,
            at=at,
            parameters=tuple(self._parameters(shared, at.get("parameters"))),
            body=self.resolved(body) if body else None,
            responses={status: self.resolved(each) for status, each in (responses or At({}, "")).members()},
        )

    def _parameters(self, *holders: At | None) -> Iterator[At]:
        found: dict[tuple[str, str], At] = {}
        for holder in holders:
            for item in holder.items() if holder else ():
                at = self.resolved(item)
                found[at.value["in"], at.value["name"]] = at
        return iter(found.values())


def parts_of_path(path: str) -> list[str]:
    """Return the names of the parameters in a path template, in order."""
    return re.findall(r"\{([^}]*)\}", path)


def argument_name(parameter: Mapping[str, Any]) -> str:
    """Return the Python name of a parameter: `x-ms-client-name`, or its own name in snake case."""
    name = str(parameter.get("x-ms-client-name") or parameter["name"])
    words = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"[^A-Za-z0-9]+", "_", name))
    return words.strip("_").lower()
