"""The comparison of the parameters of an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iotcentral.contract.compiled import VERSION_PARAMETER
from iotcentral.contract.diff.collect import Place
from iotcentral.contract.diff.flat import summary
from iotcentral.contract.diff.schemas import SchemaComparison
from iotcentral.contract.diff.source import At, SourceDocument, SourceOperation, argument_name, parts_of_path

__all__ = ["compare_parameters"]

_FORM = ("style", "explode", "allowReserved", "allowEmptyValue")
_IF_MATCH = "if-match"


def compare_parameters(comparison: SchemaComparison, old: SourceOperation, new: SourceOperation) -> None:
    """Report parameters that came, went or changed; a shared one is reported with all its operations."""
    pairs = dict(_pairs(old, new))
    matched = {at.pointer for at in pairs.values()}
    left = [at for at in old.parameters if at.pointer not in pairs]
    come = [at for at in new.parameters if at.pointer not in matched]
    for at in old.parameters:
        if at.pointer in pairs:
            _compare(comparison, at, pairs[at.pointer], new)
    _removed_and_added(comparison, left, come, new)


def _pairs(old: SourceOperation, new: SourceOperation) -> Iterator[tuple[str, At]]:
    """Bring parameters together: by name, in the path by position, and by their name in Python."""
    named = {_key(at): at for at in new.parameters}
    positions = _positions(old, new)
    missed = [at for at in new.parameters if _key(at) not in {_key(each) for each in old.parameters}]
    others = {argument_name(at.value): at for at in missed if at.value["in"] != "path"}
    for at in old.parameters:
        place, name = _key(at)
        found = named.get((place, name))
        if found is None and place == "path":
            found = named.get((place, positions.get(name, "")))
        found = found or (others.get(argument_name(at.value)) if place != "path" else None)
        if found is not None:
            yield at.pointer, found


def _key(at: At) -> tuple[str, str]:
    name = str(at.value["name"])
    return at.value["in"], name.lower() if at.value["in"] == "header" else name


def _positions(old: SourceOperation, new: SourceOperation) -> dict[str, str]:
    if old.shape != new.shape:
        return {}
    return dict(zip(parts_of_path(old.path), parts_of_path(new.path), strict=True))


def _place(at: At, operation: SourceOperation) -> Place:
    name = str(at.value["name"])
    return Place("parameter", None, name, f"parameter `{name}`", (operation.id,))


def _removed_and_added(
    comparison: SchemaComparison, left: list[At], come: list[At], operation: SourceOperation
) -> None:
    collector = comparison.collector
    for at in left:
        rule = "if-match-removed" if _is_if_match(at) else "parameter-removed"
        collector.add(
            rule,
            _place_of_rule(at, operation),
            at,
            None,
            name=at.value["name"],
            before=_said(comparison.old, at),
        )
    for at in come:
        rule = "parameter-required-added" if at.value.get("required") else "parameter-optional-added"
        rule = "if-match-added" if _is_if_match(at) and not at.value.get("required") else rule
        collector.add(
            rule,
            _place_of_rule(at, operation),
            None,
            at,
            name=at.value["name"],
            after=_said(comparison.new, at),
        )


def _is_if_match(at: At) -> bool:
    return _key(at) == ("header", _IF_MATCH)


def _place_of_rule(at: At, operation: SourceOperation) -> Place:
    if _is_if_match(at):
        return Place(member=str(at.value["name"]), operations=(operation.id,))
    return _place(at, operation)


def _said(document: SourceDocument, at: At) -> str:
    return f"{summary(document, at.value.get('schema', {}))}, in the {at.value['in']}"


def _compare(comparison: SchemaComparison, old: At, new: At, operation: SourceOperation) -> None:
    place, collector = _place(new, operation), comparison.collector
    for rule, before, after in _names(old, new):
        collector.add(rule, _whole(rule, place), old, new, name=new.value["name"], before=before, after=after)
    was, now = (bool(at.value.get("required")) for at in (old, new))
    if was != now:
        rule = "parameter-became-required" if now else "parameter-became-optional"
        collector.add(rule, place, old, new, keyword="required")
    for keyword in _FORM:
        before, after = old.value.get(keyword), new.value.get(keyword)
        if before != after:
            words = {"keyword": keyword, "before": before, "after": after}
            collector.add("parameter-form-changed", place, old, new, **words)
    comparison.compare(_schema(old), _schema(new), place)


def _whole(rule: str, place: Place) -> Place:
    """Leave the parameter out of the place for rules whose sentence names it by itself."""
    return Place(member=place.member, operations=place.operations) if rule.endswith("r-renamed") else place


def _names(old: At, new: At) -> Iterator[tuple[str, Any, Any]]:
    (was_in, was), (now_in, now) = _key(old), _key(new)
    if was_in != now_in:
        yield "parameter-place-changed", was_in, now_in
    if was != now:
        rule = "path-parameter-renamed" if was_in == now_in == "path" else "parameter-renamed"
        yield rule, old.value["name"], new.value["name"]
    elif argument_name(old.value) != argument_name(new.value):
        yield "argument-renamed", argument_name(old.value), argument_name(new.value)


def _schema(at: At) -> At:
    """Return the schema of a parameter; that of the version itself without the one value it has."""
    found = at.get("schema") or At({}, at.pointer)
    if at.value["name"] != VERSION_PARAMETER:
        return found
    return At(
        {key: value for key, value in found.value.items() if key not in {"enum", "const"}}, found.pointer
    )
