"""The comparison of what an object holds: members, branches of a union, members without a name."""

from __future__ import annotations

from typing import Any, Protocol

from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.flat import Flat, flatten, summary
from iotcentral.contract.diff.source import At, SourceDocument
from iotcentral.contract.values import is_object

__all__ = ["compare_members"]

_OBJECT = frozenset({"object"})
_OPENNESS = {"closed": 0, "named members only": 1, "members of one kind": 2, "any members": 3}


class Comparison(Protocol):
    """What compares the value of a member in its turn."""

    old: SourceDocument
    new: SourceDocument
    collector: Collector

    def compare(self, old: At, new: At, place: Place) -> None:
        """Compare two schemas."""
        ...


def compare_members(comparison: Comparison, before: Flat, after: Flat, place: Place) -> None:
    """Report what differs in the members of two objects or in the branches of two unions."""
    for name, old in before.properties.items():
        new = after.properties.get(name)
        if new is None:
            _removed(comparison, before, name, old, place)
        else:
            _member(comparison, before, after, name, place)
    for name, new in after.properties.items():
        if name not in before.properties:
            _added(comparison, after, name, new, place)
    _unnamed_required(comparison.collector, before, after, place)
    _always(comparison.collector, before, after, place)
    _additional(comparison, before, after, place)
    _branches(comparison, before, after, place)


def _read_only(document: SourceDocument, at: At) -> bool:
    return bool(
        flatten(document, at).value("readOnly") or flatten(document, at, through=True).value("readOnly")
    )


def _added(comparison: Comparison, after: Flat, name: str, new: At, place: Place) -> None:
    if place.direction != "answer" and _read_only(comparison.new, new):
        return
    suffix = "property-required-added" if name in after.required else "property-added"
    comparison.collector.value(
        suffix, place.inside(name), None, new, name=name, after=summary(comparison.new, new.value)
    )


def _removed(comparison: Comparison, before: Flat, name: str, old: At, place: Place) -> None:
    if place.direction == "answer" or not _read_only(comparison.old, old):
        words = {"name": name, "before": summary(comparison.old, old.value)}
        comparison.collector.value("property-removed", place.inside(name), old, None, **words)


def _member(comparison: Comparison, before: Flat, after: Flat, name: str, place: Place) -> None:
    old, new, inside = before.properties[name], after.properties[name], place.inside(name)
    was, now = _read_only(comparison.old, old), _read_only(comparison.new, new)
    if was != now:
        suffix = "read-only-added" if now else "read-only-removed"
        comparison.collector.value(suffix, inside, old, new, name=name, keyword="readOnly")
    if place.direction == "answer" or not (was or now):
        _required(comparison.collector, before, after, name, place)
        comparison.compare(old, new, inside)


def _required(collector: Collector, before: Flat, after: Flat, name: str, place: Place) -> None:
    was, now = name in before.required, name in after.required
    if was != now:
        suffix = "property-became-required" if now else "property-became-optional"
        old, new = before.properties.get(name), after.properties.get(name)
        old, new = old or At(None, before.pointer), new or At(None, after.pointer)
        collector.value(suffix, place.inside(name), old, new, name=name, keyword="required")


def _unnamed_required(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    """Members that are required without being described on either side."""
    for name in dict.fromkeys((*before.required, *after.required)):
        if name not in before.properties and name not in after.properties:
            _required(collector, before, after, name, place)


def _always(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    if place.direction != "answer":
        return
    for name, pointer in before.always.items():
        if name not in after.always:
            collector.add("answer-always-removed", place.inside(name), At(None, pointer), None, name=name)
    for name, pointer in after.always.items():
        if name not in before.always:
            collector.add("answer-always-added", place.inside(name), None, At(None, pointer), name=name)


def _openness(flat: Flat) -> str:
    more = flat.value("additionalProperties")
    if more is None:
        return "named members only" if flat.properties else "any members"
    if more is False:
        return "closed"
    return "members of one kind" if is_object(more) and more else "any members"


def _additional(comparison: Comparison, before: Flat, after: Flat, place: Place) -> None:
    if before.types | after.types != _OBJECT:
        return
    was, now = _openness(before), _openness(after)
    old, new = (each.keywords.get("additionalProperties") for each in (before, after))
    if was != now:
        suffix = "additional-opened" if _OPENNESS[now] > _OPENNESS[was] else "additional-closed"
        words: dict[str, Any] = {"keyword": "additionalProperties", "before": was, "after": now}
        ends = old or At(None, before.pointer), new or At(None, after.pointer)
        comparison.collector.value(suffix, place, *ends, **words)
    elif old and new and is_object(old.value) and is_object(new.value):
        comparison.compare(old, new, place.inside(".*"))


def _branches(comparison: Comparison, before: Flat, after: Flat, place: Place) -> None:
    _discriminator(comparison.collector, before, after, place)
    old, new = before.tags(), after.tags()
    for tag, at in old.items():
        if tag in new:
            comparison.compare(at, new[tag], place.inside(f"[{tag}]"))
        else:
            words = {"name": f"`{tag}`", "before": summary(comparison.old, at.value)}
            comparison.collector.value("branch-removed", place, at, None, **words)
    for tag, at in new.items():
        if tag not in old:
            words = {"name": f"`{tag}`", "after": summary(comparison.new, at.value)}
            comparison.collector.value("branch-added", place, None, at, **words)


def _discriminator(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    old, new = before.keywords.get("discriminator"), after.keywords.get("discriminator")
    was, now = (each.value.get("propertyName") if each else None for each in (old, new))
    if was != now:
        collector.value("discriminator-changed", place, old, new, before=was, after=now)
