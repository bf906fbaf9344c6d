"""The comparison of schemas: each named one once for each way it is used, others where they stand."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from iotcentral.contract.diff.carried import DIRECTIONS, Carried, Direction
from iotcentral.contract.diff.collect import Collector, Place
from iotcentral.contract.diff.flat import Flat, flatten, summary
from iotcentral.contract.diff.members import compare_members
from iotcentral.contract.diff.source import At, SourceDocument
from iotcentral.contract.diff.values import compare_values

__all__ = ["SchemaComparison"]

_STRUCTURED = frozenset({"object"})


class SchemaComparison:
    """Compares schemas of two documents; two names are compared once, so recursion ends."""

    def __init__(self, old: SourceDocument, new: SourceDocument, collector: Collector) -> None:
        self.old = old
        self.new = new
        self.collector = collector
        self._old_carried = Carried(old)
        self._new_carried = Carried(new)
        self._done: set[tuple[str, str, str]] = set()
        self._waiting: deque[tuple[str, str, Direction]] = deque()

    def compare_components(self) -> None:
        """Compare the named schemas: those of the same name, and those that have taken another's place."""
        both: dict[Direction, dict[str, None]] = {way: self._both(way) for way in DIRECTIONS}
        for direction, names in both.items():
            for name in names:
                self._enqueue(name, name, direction)
        while self._waiting:
            self._pair(*self._waiting.popleft())
        for name in self.old.schemas:
            if name in self.new.schemas and name not in both["answer"]:
                self._uncarried(name, [way for way in DIRECTIONS if name in both[way]])

    def compare(self, old: At, new: At, place: Place, *, renamed: str = "model-changed") -> None:
        """Compare what stands in the same place of both documents, down to where a name takes over."""
        before, after = flatten(self.old, old), flatten(self.new, new)
        if before.name is not None and after.name is not None:
            if before.name != after.name:
                self._model(renamed, place, old, new, before.name, after.name)
                self._enqueue(before.name, after.name, "answer" if place.direction == "answer" else "request")
        elif before.name is not None or after.name is not None:
            names = (before.name or "an unnamed schema", after.name or "an unnamed schema")
            before = flatten(self.old, old, through=True)
            after = flatten(self.new, new, through=True)
            if before.types | after.types == _STRUCTURED:
                self._model(renamed, place, old, new, *names)
        self._flat(before, after, old, new, place)

    def _model(self, rule: str, place: Place, old: At, new: At, before: str, after: str) -> None:
        if rule == "model-changed":
            self.collector.value(rule, place, old, new, before=before, after=after)
        else:
            self.collector.add(rule, place, old, new, before=before, after=after)

    def _flat(self, before: Flat, after: Flat, old: At, new: At, place: Place) -> None:
        if bool(before.branches) != bool(after.branches) and not (before.name or after.name):
            words = {"before": summary(self.old, old.value), "after": summary(self.new, new.value)}
            self.collector.value("type-changed", place, old, new, **words)
        elif compare_values(self.collector, before, after, (old, new), place):
            self._inner(before, after, old, new, place)
            compare_members(self, before, after, place)

    def _inner(self, before: Flat, after: Flat, old: At, new: At, place: Place) -> None:
        if before.types == after.types and "array" in before.types:
            ends = before.keywords.get("items"), after.keywords.get("items")
            if any(ends):
                self.compare(
                    ends[0] or At({}, old.pointer), ends[1] or At({}, new.pointer), place.inside("[]")
                )

    def _enqueue(self, old: str, new: str, direction: Direction) -> None:
        if (old, new, direction) not in self._done and old in self.old.schemas and new in self.new.schemas:
            self._done.add((old, new, direction))
            self._waiting.append((old, new, direction))

    def _both(self, direction: Direction) -> dict[str, None]:
        new = self._new_carried.operations[direction]
        return dict.fromkeys(name for name in self._old_carried.operations[direction] if name in new)

    def _pair(self, old: str, new: str, direction: Direction) -> None:
        title = "" if old == new else f" (was `{old}`)"
        place = Place(direction, new, title=title, operations=self._reached(old, new, direction))
        self.compare(self.old.schemas[old], self.new.schemas[new], place)

    def _reached(self, old: str, new: str, direction: Direction) -> tuple[str, ...]:
        before = self._old_carried.operations[direction].get(old, ())
        after = self._new_carried.operations[direction].get(new, ())
        return tuple(each for each in after if each in set(before)) or tuple(dict.fromkeys((*before, *after)))

    def _uncarried(self, name: str, carried: list[Direction]) -> None:
        """Say in one finding what differs in a schema, or in members of it, that no operation carries."""
        seen = self._members(name, carried)
        members = [member for member in self._members(name, DIRECTIONS) if member not in seen]
        if members:
            ends = self.old.schemas[name], self.new.schemas[name]
            words = ", ".join(member or "itself" for member in members)
            self.collector.add("uncarried-schema-changed", Place(schema=name), *ends, after=words)

    def _members(self, name: str, directions: Sequence[Direction]) -> list[str]:
        """Return the members of a schema that differ when it is used these ways."""
        aside = SchemaComparison(self.old, self.new, Collector())
        for direction in directions:
            aside.compare(self.old.schemas[name], self.new.schemas[name], Place(direction, name))
        return aside.collector.members()
