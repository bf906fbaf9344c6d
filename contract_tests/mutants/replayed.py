"""The recordings that reach a part of a spec: what other tools replay against the spec when it is changed."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from contract_tests.mutants.spec_places import Part
from contract_tests.mutants.stock import Kit
from contract_tests.mutants.stock.seen import Seen
from contract_tests.mutants.tapes import Spot, spots
from contract_tests.reading.document import Document, kept_by_document
from contract_tests.reading.operations import METHODS

__all__ = ["replayed"]

MOST = 40
"""The most exchanges replayed for one mutant."""
Route = tuple[str, str]
"""An operation's path and method."""


def replayed(part: Part, raw: Mapping[str, Any]) -> Mapping[str, bool]:
    """Whether each tool says anything of the recordings, held against a changed document."""
    reached = _reached(part)
    shown = [_seen(spot) for route in reached for spot in _recorded(part.document.label).get(route, ())]
    step = max(1, len(shown) // MOST)
    kept = {path for path, _ in reached}
    before = part.document.raw["paths"]
    paths = {
        path: item for path, item in raw["paths"].items() if path in kept or item is not before.get(path)
    }
    kit = Kit({**raw, "paths": paths})
    both = [side for seen in shown[::step] for side in seen]
    return kit.judged(both)


def _seen(spot: Spot) -> tuple[Seen, Seen]:
    """Request and answer, under the operation they were recorded for."""
    operation, request = spot.case.operation, spot.case.request
    assert operation is not None
    about = (operation.path, operation.method, spot.case.values, request)
    return Seen(*about), Seen(*about, spot.answer)


def _reached(part: Part) -> list[Route]:
    """The operations that a part belongs to or is named by; all of them for the document's own part."""
    keys, uses = part.keys, _uses(part.document)
    if keys[:1] == ("paths",):
        return [(keys[1], keys[2].upper())]
    if not keys:
        return list(uses)
    named = "#/" + "/".join(keys[:3])
    return [route for route, names in uses.items() if named in names]


@functools.cache
def _recorded(label: str) -> Mapping[Route, list[Spot]]:
    found: dict[Route, list[Spot]] = {}
    for version, spot in spots():
        if version == label and spot.case.operation is not None:
            found.setdefault((spot.case.operation.path, spot.case.operation.method), []).append(spot)
    return found


@kept_by_document
def _uses(document: Document) -> Mapping[Route, set[str]]:
    """For each operation the references it leads to, near and far."""
    return {
        (path, method.upper()): _closure(document.raw, item[method])
        for path, item in document.raw["paths"].items()
        for method in METHODS
        if method in item
    }


def _closure(raw: Mapping[str, Any], node: Any) -> set[str]:
    found: set[str] = set()
    waiting = list(_references(node))
    while waiting:
        reference = waiting.pop()
        if reference not in found:
            found.add(reference)
            _, *steps = reference.split("/")
            waiting += _references(functools.reduce(lambda value, step: value[step], steps, raw))
    return found


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)
