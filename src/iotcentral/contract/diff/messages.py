"""The comparison of what an operation takes as a body and of what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from iotcentral.contract.compiled import always_of
from iotcentral.contract.diff.collect import Place
from iotcentral.contract.diff.flat import summary
from iotcentral.contract.diff.schemas import SchemaComparison
from iotcentral.contract.diff.source import At, SourceDocument, SourceOperation

__all__ = ["compare_answers", "compare_body"]

_NOTHING = At({}, "")


def compare_body(comparison: SchemaComparison, old: SourceOperation, new: SourceOperation) -> None:
    """Report what differs in the body of a request."""
    place = Place("request", title="the body", operations=(new.id,))
    if old.body and new.body:
        _required(comparison, old.body, new.body, new)
        _media_types(comparison, old.body, new.body, "request-media-type", Place(operations=(new.id,)))
        _schemas(comparison, old.body, new.body, place, "model-changed")
    elif old.body or new.body:
        _body_came_or_went(comparison, old.body, new.body, new)


def _body_came_or_went(
    comparison: SchemaComparison, old: At | None, new: At | None, operation: SourceOperation
) -> None:
    place = Place(operations=(operation.id,))
    if new:
        kind = "required" if new.value.get("required") else "optional"
        comparison.collector.add(
            f"request-body-{kind}-added", place, None, new, after=_body(comparison.new, new)
        )
    elif old:
        comparison.collector.add("request-body-removed", place, old, None, before=_body(comparison.old, old))


def _required(comparison: SchemaComparison, old: At, new: At, operation: SourceOperation) -> None:
    was, now = (bool(at.value.get("required")) for at in (old, new))
    if was != now:
        rule = "request-body-became-required" if now else "request-body-became-optional"
        comparison.collector.add(rule, Place(operations=(operation.id,)), old, new, keyword="required")


def compare_answers(comparison: SchemaComparison, old: SourceOperation, new: SourceOperation) -> None:
    """Report what differs in the answers; one that is shared is reported with all its operations."""
    for status, at in old.responses.items():
        if status not in new.responses:
            _status(comparison, status, at, None, new)
    for status, at in new.responses.items():
        if status in old.responses:
            _answer(comparison, status, old.responses[status], at, new)
        else:
            _status(comparison, status, None, at, new)


def _is_error(status: str) -> bool:
    return status == "default" or status[:1] in {"4", "5"}


def _status(
    comparison: SchemaComparison, status: str, old: At | None, new: At | None, operation: SourceOperation
) -> None:
    kind = (
        "error-default" if status == "default" else "error-status" if _is_error(status) else "success-status"
    )
    words: dict[str, Any] = {
        "before": _body(comparison.old, old) if old else None,
        "after": _body(comparison.new, new) if new else None,
    }
    rule = f"{kind}-{'added' if new else 'removed'}"
    place = Place(member=status, operations=(operation.id,))
    comparison.collector.add(rule, place, old, new, name=status, **words)


def _answer(comparison: SchemaComparison, status: str, old: At, new: At, operation: SourceOperation) -> None:
    prefix = "error" if _is_error(status) else "answer"
    said = "the answer for other failures" if status == "default" else f"the answer {status}"
    place = Place("answer", member=status, title=said, operations=(operation.id,))
    had, has = bool(old.value.get("content")), bool(new.value.get("content"))
    if had != has:
        words: dict[str, Any] = {
            "before": _body(comparison.old, old) if had else None,
            "after": _body(comparison.new, new) if has else None,
        }
        comparison.collector.add(f"{prefix}-body-{'added' if has else 'removed'}", place, old, new, **words)
    else:
        _media_types(comparison, old, new, f"{prefix}-media-type", place)
        renamed = "error-schema-changed" if prefix == "error" else "model-changed"
        _schemas(comparison, old, new, place, renamed)
    _headers(comparison, old, new, prefix, place)
    _always(comparison, old, new, place)


def _content(at: At) -> dict[str, At]:
    return dict((at.get("content") or _NOTHING).members())


def _schemas(comparison: SchemaComparison, old: At, new: At, place: Place, renamed: str) -> None:
    """Compare the schemas of the media types both have, or of the first ones where they share none."""
    before, after = _content(old), _content(new)
    shared = [kind for kind in before if kind in after]
    pairs = [(before[kind], after[kind]) for kind in shared]
    if not pairs:
        pairs = list(zip(before.values(), after.values(), strict=False))[:1]
    for was, now in pairs:
        ends = was.get("schema") or At({}, was.pointer), now.get("schema") or At({}, now.pointer)
        comparison.compare(*ends, place, renamed=renamed)


def _media_types(comparison: SchemaComparison, old: At, new: At, rule: str, place: Place) -> None:
    before, after = _content(old), _content(new)
    for kind, at in before.items():
        if kind not in after:
            comparison.collector.add(f"{rule}-removed", place, at, None, name=kind)
    for kind, at in after.items():
        if kind not in before:
            comparison.collector.add(f"{rule}-added", place, None, at, name=kind)


def _headers(comparison: SchemaComparison, old: At, new: At, prefix: str, place: Place) -> None:
    before, after = (_headers_of(at) for at in (old, new))
    for name, (label, at) in before.items():
        if name not in after:
            comparison.collector.add(f"{prefix}-header-removed", place, at, None, name=label)
    for name, (label, at) in after.items():
        if name in before:
            _header(comparison, before[name][1], at, label, place)
        else:
            comparison.collector.add(f"{prefix}-header-added", place, None, at, name=label)


def _header(comparison: SchemaComparison, old: At, new: At, label: str, place: Place) -> None:
    was, now = comparison.old.resolved(old), comparison.new.resolved(new)
    inside = Place("answer", None, label, f"the header `{label}`", place.operations)
    comparison.compare(
        was.get("schema") or At({}, was.pointer), now.get("schema") or At({}, now.pointer), inside
    )


def _headers_of(at: At) -> Mapping[str, tuple[str, At]]:
    return {name.lower(): (name, each) for name, each in (at.get("headers") or _NOTHING).members()}


def _always(comparison: SchemaComparison, old: At, new: At, place: Place) -> None:
    keyword = "x-iotc-always"
    before, after = always_of(old.value), always_of(new.value)
    where = {
        name: Place("answer", None, name, f"`{name}` in {place.title}", place.operations)
        for name in (*before, *after)
    }
    for name in before:
        if name not in after:
            comparison.collector.add("answer-always-removed", where[name], old.get(keyword), None, name=name)
    for name in after:
        if name not in before:
            comparison.collector.add("answer-always-added", where[name], None, new.get(keyword), name=name)


def _body(document: SourceDocument, at: At) -> str:
    """Return a body in a few words: its schema, or that there is none."""
    for each in _content(at).values():
        return summary(document, each.value.get("schema", {}))
    return "no body"
