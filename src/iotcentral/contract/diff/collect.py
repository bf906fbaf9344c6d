"""What a comparison reports: one `Difference` a change, whatever the number of operations it reaches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import msgspec

from iotcentral.contract.diff.rules import Impact, SemVer
from iotcentral.contract.diff.source import At
from iotcentral.contract.diff.table import RULES

__all__ = ["Collector", "Difference", "Place", "named", "quoted"]

_SCHEMAS = "/components/schemas/"
_LONGEST = 240
_WAYS = {"request": " in requests", "answer": " in answers"}


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One change between two versions."""

    rule: str
    caller: Impact
    server: Impact
    semver: SemVer
    sentence: str
    effect: str
    schema: str | None
    """The schema that changed; `None` for a change of operations."""
    member: str
    """The place within the schema or operation, for example `organizations[]` or a parameter's name."""
    schemas: tuple[str, ...]
    """Every schema that shows the change: `schema`, and those built on it."""
    operations: tuple[str, ...]
    """Ids of the operations that the change reaches, in the order of the document."""
    keyword: str | None
    old_pointer: str | None
    """JSON pointer in the older document, `None` for what is not there."""
    new_pointer: str | None
    before: Any
    after: Any


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where the comparison stands."""

    direction: Literal["request", "answer", "parameter", ""] = ""
    schema: str | None = None
    member: str = ""
    title: str = ""
    """How the place is called in a sentence; beside a schema, what is said after its name."""
    operations: tuple[str, ...] = ()

    def inside(self, member: str) -> Place:
        """Return the place of a member, of the items (`[]`) or of the other values (`.*`)."""
        dot = "." if self.member and not member.startswith(("[", ".")) else ""
        return dataclasses.replace(self, member=f"{self.member}{dot}{member}")


@dataclasses.dataclass(slots=True)
class _Entry:
    rule: str
    name: str
    keyword: str | None
    old: str | None
    new: str | None
    before: Any
    after: Any
    places: list[Place]


class Collector:
    """Takes in findings and returns them merged: the same change at the same pointers is one difference."""

    def __init__(self) -> None:
        self._entries: dict[bytes, _Entry] = {}

    def add(
        self,
        rule: str,
        place: Place,
        old: At | None,
        new: At | None,
        *,
        name: str = "",
        keyword: str | None = None,
        before: Any = None,
        after: Any = None,
    ) -> None:
        """Report one finding; `old` and `new` say where it stands in either document."""
        pointers = (old.pointer if old else None, new.pointer if new else None)
        key = msgspec.json.encode([rule, pointers, name, keyword, before, after])
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(rule, name, keyword, *pointers, before, after, [])
        entry.places.append(place)

    def value(self, suffix: str, place: Place, old: At | None, new: At | None, **details: Any) -> None:
        """Report a finding on a schema by the rule of the place's direction."""
        rule = f"{place.direction}-{suffix}"
        self.add(rule if rule in RULES else f"request-{suffix}", place, old, new, **details)

    def differences(self) -> list[Difference]:
        """Return what was reported, in the order in which it was first seen."""
        return [_difference(entry) for entry in self._entries.values()]

    def members(self) -> list[str]:
        """Return the members at which something was reported, each once."""
        return list(dict.fromkeys(p.member for entry in self._entries.values() for p in entry.places))


def _difference(entry: _Entry) -> Difference:
    rule = RULES[entry.rule]
    schemas = _unique(place.schema for place in entry.places if place.schema is not None)
    operations = _unique(operation for place in entry.places for operation in place.operations)
    schema = schemas[0] if len(schemas) == 1 else _owner(entry, schemas)
    place = dataclasses.replace(entry.places[0], schema=schema, operations=operations)
    words = {"name": entry.name, "keyword": entry.keyword, "where": _where(place)}
    words |= {"before": quoted(entry.before), "after": quoted(entry.after)}
    return Difference(
        rule=rule.id,
        caller=rule.caller,
        server=rule.server,
        semver=rule.semver,
        sentence=_sentence(rule.says, words),
        effect=rule.effect,
        schema=schema,
        member=place.member,
        schemas=schemas,
        operations=operations,
        keyword=entry.keyword,
        old_pointer=entry.old,
        new_pointer=entry.new,
        before=entry.before,
        after=entry.after,
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _owner(entry: _Entry, schemas: tuple[str, ...]) -> str | None:
    """Return the base that brings a change into several schemas: the component the pointer leads into."""
    if not schemas:
        return None
    pointer = entry.new or entry.old or ""
    if not pointer.startswith(_SCHEMAS):
        return schemas[0]
    return pointer.removeprefix(_SCHEMAS).split("/")[0].replace("~1", "/").replace("~0", "~")


def _where(place: Place) -> str:
    if place.schema is not None:
        dot = "." if place.member and not place.member.startswith(("[", ".")) else ""
        return f"`{place.schema}{dot}{place.member}`{place.title}{_WAYS.get(place.direction, '')}"
    reached = named(place.operations)
    return f"{place.title} of {reached}" if place.title and reached else place.title or reached


def _sentence(says: str, words: Mapping[str, Any]) -> str:
    text = says.format_map(words)
    return text[:1].upper() + text[1:]


def named(operations: tuple[str, ...]) -> str:
    """Return one operation by its id, several by their number."""
    return operations[0] if len(operations) == 1 else f"{len(operations)} operations" if operations else ""


def quoted(value: Any) -> str:
    """Return a value as it stands in a sentence, cut where it is long."""
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"
