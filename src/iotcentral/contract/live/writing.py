"""Making, changing and removing what nobody else has; whatever happens, what can be removed is."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from iotcentral.contract.compiled import CompiledOperation
from iotcentral.contract.exchanges import MISSING, Answer, Exchange
from iotcentral.contract.live.asking import Asker, ProbeError
from iotcentral.contract.live.things import Made, Thing, things
from iotcentral.contract.values import is_array, is_object

__all__ = ["Writer"]

_ADMINISTRATOR = re.compile("admin", re.IGNORECASE)
_TRIES = 3
_PAUSE = 2.0
"""Seconds between attempts to remove what the service still holds on to."""
_GONE = 404


class _Own(NamedTuple):
    """A thing, by the operations the version has for it."""

    thing: Thing
    operations: Mapping[str, CompiledOperation]
    """By method."""
    values: Mapping[str, str]
    properties: Mapping[str, CompiledOperation]
    """Those of its properties, by method."""

    @property
    def path(self) -> str:
        """Its path as people read it."""
        return self.thing.path.format_map(self.values)


@dataclass(slots=True)
class Writer:
    """Makes one of each kind; what is there already is never touched."""

    asker: Asker
    unique: str
    """The end of every id."""
    notes: list[str]
    """Takes what was not made, and why."""
    left: list[str] = field(default_factory=list[str])
    """Paths of what could not be removed."""
    _standing: list[_Own] = field(default_factory=list[_Own])

    def writes(self) -> Generator[Exchange]:
        """Yield every exchange; when it is broken off, what was made is removed before anything else.

        Raises:
            ProbeError: there is something of such an id already, or the server cannot be asked any further.

        """
        try:
            yield from self._write()
            yield from self._remove_all()
        finally:
            self._clear()

    def _write(self) -> Iterator[Exchange]:
        free: list[_Own] = []
        for own in self._possible():
            if self._is_free(own):
                free.append(own)
            yield from self.asker.taken()
        made = Made(role=self._role())
        yield from self.asker.taken()
        for own in free:
            yield from self._make(own, made)

    def _possible(self) -> Iterator[_Own]:
        """Yield the things that the version can make and remove again."""
        for thing in things(self.unique):
            names = re.findall(r"\{([^{}]*)\}", thing.path)
            values = dict(zip(names, thing.values, strict=True))
            own = _Own(thing, self._at(thing.path), values, self._at(f"{thing.path}/properties"))
            if own.operations.keys() >= {"GET", "PUT", "DELETE"}:
                yield own

    def _at(self, path: str) -> dict[str, CompiledOperation]:
        """Return the operations of a path template by method."""
        return {each.method: each for each in self.asker.contract.operations.values() if each.path == path}

    def _is_free(self, own: _Own) -> bool:
        """Look whether there is nothing of that id yet."""
        status = self._ask("GET", own).status
        if status < 300:
            raise ProbeError(f"there may be {own.path} already: nothing was written")
        if status != _GONE:
            self.notes.append(f"{own.path}: not made, since asking for it is answered {status}")
        return status == _GONE

    def _role(self) -> str | None:
        """Return the id of a role, of an administrator's only if there is no other."""
        operation = self.asker.contract.operations.get("Roles_List")
        answer = self.asker.ask(operation, {}) if operation else None
        body = answer.json if answer and answer.status == 200 else None
        items: Any = body.get("value") if is_object(body) else None
        roles = [each for each in items if is_object(each)] if is_array(items) else []
        roles.sort(key=lambda each: bool(_ADMINISTRATOR.search(str(each.get("displayName")))))
        return next((each["id"] for each in roles if isinstance(each.get("id"), str)), None)

    def _make(self, own: _Own, made: Made) -> Iterator[Exchange]:
        body = own.thing.body(made)
        if body is None:
            self.notes.append(f"{own.path}: not made, since what it needs is not there")
            return
        self._standing.append(own)  # before it is sent: without an answer it may be there all the same
        answer = self._ask("PUT", own, body)
        yield from self.asker.taken()
        if 400 <= answer.status < 500:
            self._standing.pop()
            self.notes.append(f"{own.path}: not made, the server answers {answer.status}")
            return
        if answer.status < 300:
            made.paths.add(own.path)
        self._ask("GET", own)
        for _ in self._changes(own, made):
            yield from self.asker.taken()
        yield from self.asker.taken()

    def _changes(self, own: _Own, made: Made) -> Iterator[Answer]:
        if "PATCH" in own.operations:
            yield self._ask("PATCH", own, own.thing.change)
            yield self._ask("GET", own)
        body = own.thing.body(made)
        if own.thing.properties and body and "template" in body:
            for method in (each for each in ("PATCH", "PUT") if each in own.properties):
                yield self.asker.ask(own.properties[method], own.values, own.thing.properties)
                yield self.asker.ask(own.properties["GET"], own.values)

    def _remove_all(self) -> Iterator[Exchange]:
        while self._standing:
            own = self._standing[-1]
            if self._remove(own):
                self._ask("GET", own)
            else:
                self.left.append(own.path)
            self._standing.pop()
            yield from self.asker.taken()

    def _remove(self, own: _Own) -> bool:
        for attempt in range(_TRIES):
            if attempt:
                self.asker.sources.sleep(_PAUSE)
            status = self._ask("DELETE", own).status
            if status < 300 or status == _GONE:
                return True
        return False

    def _clear(self) -> None:
        """Remove what still stands; what goes wrong stops nothing, what remains is named."""
        while self._standing:
            own = self._standing[-1]
            try:
                removed = self._remove(own)
            except ProbeError:
                removed = False
            except BaseException:
                self.left += [each.path for each in reversed(self._standing)]
                self._standing.clear()
                raise
            if not removed:
                self.left.append(own.path)
            self._standing.pop()

    def _ask(self, method: str, own: _Own, body: Any = MISSING) -> Answer:
        return self.asker.ask(own.operations[method], own.values, body)
