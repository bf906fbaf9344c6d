"""The comparison of two contract documents, whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.messages import compare_answers, compare_body
from iotcentral.contract.diff.operations import Matched, compare_document, compare_operation, match_operations
from iotcentral.contract.diff.ownership import own_schemas
from iotcentral.contract.diff.parameters import compare_parameters
from iotcentral.contract.diff.report import Changed, Report
from iotcentral.contract.diff.schemas import SchemaComparison
from iotcentral.contract.diff.source import SourceDocument
from iotcentral.contract.diff.texts import compare_texts

__all__ = ["compare"]


def compare(old: Mapping[str, Any], new: Mapping[str, Any], names: tuple[str, str] | None = None) -> Report:
    """Return what differs between two contract documents, as callers, servers and Python users see it.

    Args:
        old: the older document, as in `specs/` or from `iotcentral._core.contract_document.load`.
        new: the newer one.
        names: what the report calls them, for example `data-plane/2022-07-31`; by default their versions.

    Raises:
        KeyError: a document lacks a part every contract has, or a `$ref` leads nowhere.

    """
    before, after = SourceDocument(old), SourceDocument(new)
    collector = Collector()
    matched = match_operations(before, after)
    compare_document(collector, before, after)
    _operations(collector, matched)
    comparison = SchemaComparison(before, after, collector)
    for one, other in matched.both:
        compare_operation(collector, one, other)
        compare_parameters(comparison, one, other)
        compare_body(comparison, one, other)
        compare_answers(comparison, one, other)
    comparison.compare_components()
    operations = _changed(before.operations, after.operations)
    schemas, own = _schemas(collector, before, after)
    compare_texts(collector, before, after, matched)
    titles = names or (str(old["info"]["version"]), str(new["info"]["version"]))
    return Report(*titles, operations, schemas, own, tuple(collector.differences()))


def _operations(collector: Collector, matched: Matched) -> None:
    for each in matched.removed:
        place = Place(operations=(each.id,))
        collector.add("operation-removed", place, each.at, None, name=each.id, before=each.address)
    for each in matched.added:
        place = Place(operations=(each.id,))
        collector.add("operation-added", place, None, each.at, name=each.id, after=each.address)


def _schemas(collector: Collector, old: SourceDocument, new: SourceDocument) -> tuple[Changed, Changed]:
    """Report schemas that came or went; the project's own are told apart from those the service publishes."""
    own = own_schemas(old), own_schemas(new)
    for name, at in old.schemas.items():
        if name not in new.schemas:
            rule = "own-schema-removed" if name in own[0] else "schema-removed"
            collector.add(rule, Place(schema=name), at, None, name=name)
    for name, at in new.schemas.items():
        if name not in old.schemas:
            rule = "own-schema-added" if name in own[1] else "schema-added"
            collector.add(rule, Place(schema=name), None, at, name=name)
    upstream = [
        dict.fromkeys(n for n in document.schemas if n not in ours)
        for document, ours in zip((old, new), own, strict=True)
    ]
    return _changed(*upstream), _changed(*own)


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Changed:
    return Changed(
        before=len(old),
        after=len(new),
        added=tuple(sorted(name for name in new if name not in old)),
        removed=tuple(sorted(name for name in old if name not in new)),
    )
