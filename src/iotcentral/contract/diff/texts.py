"""Differences that are not in the contract itself: texts, examples, notes, and marks no rule knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.limits import LIMITS
from iotcentral.contract.diff.operations import Matched
from iotcentral.contract.diff.source import At, SourceDocument
from iotcentral.contract.pointers import child
from iotcentral.contract.values import is_array, is_object

__all__ = ["compare_texts"]

_TEXTS = frozenset(
    {"summary", "description", "title", "externalDocs", "termsOfService", "contact", "license"}
)
_EXAMPLES = frozenset({"example", "examples", "x-ms-examples"})
_NOTES = frozenset({"x-iotc-note", "x-iotc-evidence", "x-iotc-deviation", "x-iotc-source", "x-iotc-todo"})

_MAPS = frozenset(
    {"properties", "patternProperties", "responses", "headers", "content", "mapping", "variables"}
)
"""Objects whose keys are names, not keywords."""

_INNER = frozenset(
    {"allOf", "anyOf", "oneOf", "items", "additionalProperties", "schema", "requestBody", "discriminator"}
)
_KNOWN = frozenset(
    {"$ref", "type", "enum", "const", "required", "format", "default", "nullable", "readOnly", "parameters"}
    | {
        "operationId",
        "tags",
        "deprecated",
        "name",
        "in",
        "style",
        "explode",
        "allowReserved",
        "allowEmptyValue",
    }
    | {
        "x-ms-client-name",
        "x-ms-pageable",
        "x-ms-long-running-operation",
        "x-ms-long-running-operation-options",
    }
    | {"x-iotc-retry", "x-iotc-always", "x-ms-secret", "x-ms-enum", "propertyName", *LIMITS}
)
"""Keywords that rules of their own compare."""

_SHARED = ("parameters", "responses", "headers", "securitySchemes", "requestBodies")

Change = tuple[str, str, Any, Any]
"""What kind (`text`, `example`, `note`, `mark`), the pointer within the node, before and after."""


def compare_texts(collector: Collector, old: SourceDocument, new: SourceDocument, matched: Matched) -> None:
    """Report, by operation, schema and shared component, what a reader sees and a caller does not."""
    _document(collector, old, new)
    for before, after in matched.both:
        _report(collector, "operation", before.at, after.at, Place(operations=(after.id,)))
    for name, at in old.schemas.items():
        if name in new.schemas:
            _report(collector, "schema", at, new.schemas[name], Place(schema=name))
    for kind in _SHARED:
        others = new.components(kind)
        for name, at in old.components(kind).items():
            if name in others:
                _report(collector, "shared", at, others[name], Place(title=f"`{kind}/{name}`"))


def _document(collector: Collector, old: SourceDocument, new: SourceDocument) -> None:
    """Texts of the document itself; title and version name the version, so they always differ."""
    ends = [At(_head(document.raw), "") for document in (old, new)]
    _report(collector, "document", ends[0], ends[1], Place(title="the document"))


def _head(raw: Mapping[str, Any]) -> dict[str, Any]:
    info = {key: value for key, value in raw.get("info", {}).items() if key not in {"title", "version"}}
    tags = {tag["name"]: {k: v for k, v in tag.items() if k != "name"} for tag in raw.get("tags", ())}
    servers = [{k: v for k, v in each.items() if k != "url"} for each in raw.get("servers", ())]
    texts = [{**each, "variables": _texts_of(each.get("variables", {}))} for each in servers]
    return {"properties": {"info": info, "tags": {"properties": tags}, "servers": {"allOf": texts}}}


def _texts_of(variables: Mapping[str, Any]) -> dict[str, Any]:
    return {name: {k: v for k, v in each.items() if k != "default"} for name, each in variables.items()}


def _report(collector: Collector, subject: str, old: At, new: At, place: Place) -> None:
    found: dict[str, list[Change]] = {}
    for change in _changes(old.value, new.value, ""):
        found.setdefault(change[0], []).append(change)
    for kind, changes in found.items():
        where = [_readable(pointer) for _, pointer, _, _ in changes]
        collector.add(
            f"{subject}-{kind}-changed",
            place,
            old,
            new,
            name=", ".join(dict.fromkeys(where)),
            before={pointer: value for _, pointer, value, _ in changes},
            after={pointer: value for _, pointer, _, value in changes},
        )


def _changes(old: Any, new: Any, pointer: str) -> Iterator[Change]:
    if is_object(old) and is_object(new):
        for key in dict.fromkeys((*old, *new)):
            yield from _keyword(key, old, new, child(pointer, key))
    elif is_array(old) and is_array(new):
        for index, (before, after) in enumerate(zip(old, new, strict=False)):
            yield from _changes(before, after, child(pointer, index))


def _keyword(key: str, old: Mapping[str, Any], new: Mapping[str, Any], pointer: str) -> Iterator[Change]:
    before, after = old.get(key), new.get(key)
    if key in _MAPS:
        if is_object(before) and is_object(after):
            for name in before:
                yield from _changes(before[name], after.get(name), child(pointer, name))
    elif key in _INNER:
        yield from _changes(before, after, pointer)
    elif key not in _KNOWN and msgspec.json.encode([before]) != msgspec.json.encode([after]):
        yield _kind(key), pointer, before, after


def _kind(key: str) -> str:
    if key in _TEXTS:
        return "text"
    if key in _EXAMPLES:
        return "example"
    return "note" if key in _NOTES else "mark"


def _readable(pointer: str) -> str:
    """Return a pointer as names only: `/properties/id/description` is `id description`."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    return " ".join(part for part in parts if part not in _MAPS | _INNER and not part.isdigit()) or pointer
