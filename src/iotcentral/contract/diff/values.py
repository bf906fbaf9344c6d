"""The comparison of what a value may be: type, null, format, limits, listed values, default."""

from __future__ import annotations

from typing import Any

import msgspec

from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.flat import ANY, Flat
from iotcentral.contract.diff.limits import LIMITS, relation
from iotcentral.contract.diff.source import At
from iotcentral.contract.values import is_object

__all__ = ["compare_values"]


def compare_values(
    collector: Collector, before: Flat, after: Flat, ends: tuple[At, At], place: Place
) -> bool:
    """Report what differs; return whether the types have anything in common, so that going on makes sense."""
    _null(collector, before, after, ends, place)
    if not _types(collector, before, after, ends, place):
        return False
    _format(collector, before, after, place)
    for keyword in LIMITS:
        kind = relation(keyword, before.value(keyword), after.value(keyword))
        if kind is not None:
            words = {"before": before.value(keyword), "after": after.value(keyword), "keyword": keyword}
            collector.value(f"limit-{kind}", place, *_keyword(keyword, before, after), **words)
    _listed(collector, before, after, ends, place)
    _default(collector, before, after, place)
    _secret(collector, before, after, place)
    return True


def _keyword(keyword: str, before: Flat, after: Flat) -> tuple[At | None, At | None]:
    return before.keywords.get(keyword), after.keywords.get(keyword)


def _null(collector: Collector, before: Flat, after: Flat, ends: tuple[At, At], place: Place) -> None:
    if before.nullable != after.nullable:
        collector.value("nullable-added" if after.nullable else "nullable-removed", place, *ends)


def _types(collector: Collector, before: Flat, after: Flat, ends: tuple[At, At], place: Place) -> bool:
    old, new = before.types, after.types
    if old != new:
        kind = "widened" if old < new else "narrowed" if new < old else "changed"
        words: dict[str, Any] = {"before": _words(old), "after": _words(new)}
        collector.value(f"type-{kind}", place, *ends, keyword="type", **words)
    return bool(old & new)


def _words(types: frozenset[str]) -> str:
    if types == ANY:
        return "any value"
    return " or ".join(sorted(types - {"integer"} if "number" in types else types))


def _format(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    old, new = before.value("format"), after.value("format")
    if old != new:
        kind = "added" if old is None else "removed" if new is None else "changed"
        ends = _keyword("format", before, after)
        collector.value(f"format-{kind}", place, *ends, keyword="format", before=old, after=new)


def _listed(collector: Collector, before: Flat, after: Flat, ends: tuple[At, At], place: Place) -> None:
    old, new = before.values, after.values
    if old is None and new is not None:
        collector.value("enum-introduced", place, *ends, keyword="enum", after=new)
    elif new is None and old is not None:
        collector.value("enum-dropped", place, *ends, keyword="enum", before=old)
    elif old is not None and new is not None:
        _enum_values(collector, old, new, ends, place)
        _enum_class(collector, before, after, place)


def _enum_values(
    collector: Collector, old: list[Any], new: list[Any], ends: tuple[At, At], place: Place
) -> None:
    before, after = ({msgspec.json.encode(value): value for value in values} for values in (old, new))
    for key, value in before.items():
        if key not in after:
            collector.value(
                "enum-value-removed", place, *ends, name=f"`{value}`", keyword="enum", before=value
            )
    for key, value in after.items():
        if key not in before:
            collector.value("enum-value-added", place, *ends, name=f"`{value}`", keyword="enum", after=value)


def _class(flat: Flat) -> dict[str, Any]:
    found = flat.value("x-ms-enum")
    return found if is_object(found) else {}


def _enum_class(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    keyword = "x-ms-enum"
    old, new = _class(before), _class(after)
    ends = _keyword(keyword, before, after)
    if bool(old.get("modelAsString")) != bool(new.get("modelAsString")):
        collector.value(
            "enum-opened" if new.get("modelAsString") else "enum-closed", place, *ends, keyword=keyword
        )
    if old.get("name") != new.get("name"):
        words = {"before": old.get("name"), "after": new.get("name")}
        collector.value("enum-class-renamed", place, *ends, keyword=keyword, **words)


def _default(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    old, new = _keyword("default", before, after)
    words = {"before": old.value if old else None, "after": new.value if new else None, "keyword": "default"}
    if old and new:
        if msgspec.json.encode(old.value) != msgspec.json.encode(new.value):
            collector.value("default-changed", place, old, new, **words)
    elif old or new:
        collector.value("default-added" if new else "default-removed", place, old, new, **words)


def _secret(collector: Collector, before: Flat, after: Flat, place: Place) -> None:
    old, new = (bool(each.value("x-ms-secret")) for each in (before, after))
    if old != new:
        ends = _keyword("x-ms-secret", before, after)
        collector.value("secret-added" if new else "secret-removed", place, *ends, keyword="x-ms-secret")
