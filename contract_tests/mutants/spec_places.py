"""The parts of a spec that operators change: operations, schemas, members, parameters; and the changing."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contract_tests.mutants.model import Mutant, Place
from contract_tests.reading import Document, catalog, load
from contract_tests.reading.operations import METHODS

__all__ = ["GONE", "Change", "Part", "only", "parts", "spec_with"]

Keys = tuple[Any, ...]
GONE: Any = "(gone)"


@dataclass(frozen=True)
class Change:
    """Another value at a place of a document, or none."""

    keys: Keys
    value: Any


@dataclass(frozen=True)
class Part:
    """One part of a document."""

    document: Document
    kind: str
    """`operation`, `answer`, `schema`, `member`, `parameter` or `document`."""
    keys: Keys

    @functools.cached_property
    def value(self) -> Any:
        """What stands there."""
        node: Any = self.document.raw
        for key in self.keys:
            node = node[key]
        return node

    @property
    def name(self) -> str:
        """The key of the part itself."""
        return str(self.keys[-1])

    def become(self, value: Any, *below: Any) -> Mutant:
        """The document with another value here or below."""
        keys = (*self.keys, *below)
        return Mutant("/".join(map(str, keys)), Change(keys, value))


def spec_with(raw: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """A copy of a document with one change; what is not on the way to it is shared."""
    return dict(replaced(raw, change.keys, change.value))


def replaced(node: Any, keys: Sequence[Any], value: Any) -> Any:
    copy: Any = list(node) if isinstance(node, list) else dict(node)
    if len(keys) > 1:
        copy[keys[0]] = replaced(node[keys[0]], keys[1:], value)
    elif value is GONE:
        del copy[keys[0]]
    else:
        copy[keys[0]] = value
    return copy


@functools.cache
def parts() -> tuple[Place, ...]:
    """Every part of every version."""
    return tuple(
        Place(f"{entry.plane}/{entry.version}", f"{part.kind} {_shown(part.keys)}", part)
        for entry in catalog()
        for part in _parts(load(entry.plane, entry.version))
    )


def _shown(keys: Keys) -> str:
    return "/".join(str(key) for key in keys)


def _parts(document: Document) -> Iterator[Part]:
    yield Part(document, "document", ())
    for path, item in document.raw["paths"].items():
        for method in METHODS:
            if method in item:
                yield from _of_operation(document, ("paths", path, method))
    components = document.raw["components"]
    yield from (
        Part(document, "parameter", ("components", "parameters", name)) for name in components["parameters"]
    )
    yield from (
        Part(document, "answer", ("components", "responses", name)) for name in components["responses"]
    )
    for name, schema in components["schemas"].items():
        yield Part(document, "schema", ("components", "schemas", name))
        yield from _members(document, ("components", "schemas", name), schema)


def _of_operation(document: Document, keys: Keys) -> Iterator[Part]:
    operation = Part(document, "operation", keys)
    yield operation
    for status, answer in operation.value["responses"].items():
        if "$ref" not in answer:
            yield Part(document, "answer", (*keys, "responses", status))
    for index, parameter in enumerate(operation.value["parameters"]):
        if "$ref" not in parameter:
            yield Part(document, "parameter", (*keys, "parameters", index))


def _members(document: Document, keys: Keys, schema: Mapping[str, Any]) -> Iterator[Part]:
    for name in schema.get("properties", {}):
        yield Part(document, "member", (*keys, "properties", name))
    for index, branch in enumerate(schema.get("allOf", ())):
        yield from _members(document, (*keys, "allOf", index), branch)


Changing = Callable[[Part], Iterator[Mutant]]


def only(kind: str, change: Changing) -> Changing:
    """Apply a change to parts of one kind."""

    def mutate(part: Part) -> Iterator[Mutant]:
        if part.kind == kind:
            yield from change(part)

    return mutate
