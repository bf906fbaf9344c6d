"""Hold what a spec says of answers beyond the published facts against `beyond.yaml`, both ways."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from contract_tests.reading.document import Document, Schema
from contract_tests.reading.operations import always_of, operations

__all__ = ["differences"]

HEADERS = frozenset({"ETag", "Azure-AsyncOperation", "Location", "Retry-After"})
Said = Mapping[str, tuple[str, ...]]


@functools.cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    text = Path(__file__).with_name("beyond.yaml").read_text("utf-8")
    known: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return known


def differences(document: Document, version: str = "") -> Iterator[tuple[str, str]]:
    """Yield kind (`always`, `headers`) and description of each place where spec and table differ."""
    known = _known().get(document.plane, {})
    held, other = _members(document), known.get("but", {}).get(version or document.version, {})
    wanted = {
        name: tuple(member for member in members if held[name] is None or member in held[name])
        for name, members in {**known.get("always", {}), **other}.items()
        if name in held
    }
    yield from _compared("always", wanted, _always(document))
    stated = known.get("headers", {}).get(version or document.version, {})
    yield from _compared(
        "headers", {name: tuple(headers) for name, headers in stated.items()}, _headers(document)
    )


def _compared(kind: str, wanted: Said, said: Said) -> Iterator[tuple[str, str]]:
    for name in sorted({*wanted, *said}):
        expected, found = set(wanted.get(name, ())), set(said.get(name, ()))
        if expected != found:
            yield kind, f"{name}: expected {sorted(expected)}, the spec says {sorted(found)}"


def _members(document: Document) -> dict[str, Any]:
    """The members of each schema, and no list for each answer, whose members are those of its schema."""
    schemas: dict[str, Any] = {name: _of(document, schema) for name, schema in document.schemas.items()}
    answers = [
        f"{operation.id} {status}"
        for operation in operations(document).values()
        for status in operation.responses
    ]
    return {**schemas, **dict.fromkeys(answers)}


def _of(document: Document, schema: Schema) -> set[str]:
    inherited = [_of(document, document.resolved(base)) for base in schema.get("allOf", ())]
    return set(schema.get("properties", ())).union(*inherited)


def _always(document: Document) -> dict[str, tuple[str, ...]]:
    schemas = {name: always_of(schema) for name, schema in document.schemas.items()}
    answers = {
        f"{operation.id} {status}": answer.always
        for operation in operations(document).values()
        for status, answer in operation.responses.items()
    }
    return {name: members for name, members in {**schemas, **answers}.items() if members}


def _headers(document: Document) -> dict[str, tuple[str, ...]]:
    found = {
        f"{operation.id} {status}": tuple(HEADERS & set(answer.headers))
        for operation in operations(document).values()
        for status, answer in operation.success.items()
    }
    return {name: headers for name, headers in found.items() if headers}
