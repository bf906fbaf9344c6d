"""Reading all that a server leads to: each list, its items, and what stands below them, however deep."""

from __future__ import annotations

import functools
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from iotcentral.contract.compiled import VERSION_PARAMETER, CompiledOperation
from iotcentral.contract.exchanges import MISSING, Answer, Exchange
from iotcentral.contract.live.asking import Asker, path_of
from iotcentral.contract.live.names import Names
from iotcentral.contract.match import Router
from iotcentral.contract.pointers import resolve
from iotcentral.contract.rules.echo import ID_NAMES
from iotcentral.contract.values import is_array, is_object

__all__ = ["Reader"]

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_QUESTIONS: Mapping[str, Any] = {
    "Apps_ListTemplates": MISSING,
    "Apps_CheckNameAvailability": {"name": "iotcentral-verify", "type": "IoTApps"},
    "Apps_CheckSubdomainAvailability": {"name": "iotcentral-verify", "type": "IoTApps"},
}
"""Operations that are posted and change nothing, with the body they are asked with."""


class _Read(NamedTuple):
    """An operation, and what is known of the values of its path."""

    operation: CompiledOperation
    values: Mapping[str, str]

    @property
    def missing(self) -> str | None:
        """The first placeholder nothing is known of."""
        names: list[str] = _PLACEHOLDER.findall(self.operation.path)
        return next((name for name in names if name not in self.values), None)


@dataclass
class Reader:
    """Reads breadth first, so that a limit cuts off what lies deepest; nothing is asked twice."""

    asker: Asker
    known: Mapping[str, str]
    """Values of paths that the caller gives, such as a subscription."""
    notes: list[str]
    """Takes what was not read, and why."""
    _names: Names = field(default_factory=Names)
    _waiting: deque[_Read] = field(default_factory=deque[_Read])
    _seen: set[str] = field(default_factory=set[str])

    def reads(self) -> Iterator[Exchange]:
        """Yield every exchange until nothing is left, or the limit of requests is reached."""
        self._waiting += (_Read(operation, self.known) for operation in self._operations)
        while self._waiting:
            if self.asker.asked >= self.asker.limits.requests:
                self.notes.append(
                    f"stopped reading after {self.asker.asked} requests (--max-requests); "
                    f"{len(self._waiting)} or more reads were not made"
                )
                return
            yield from self._step(self._waiting.popleft())

    @functools.cached_property
    def _operations(self) -> list[CompiledOperation]:
        """The reads of the version that need nothing but a path."""
        return [
            each
            for each in self.asker.contract.operations.values()
            if (each.method == "GET" or each.id in _QUESTIONS)
            and not any(one.required for name, one in each.at("query").items() if name != VERSION_PARAMETER)
        ]

    def _step(self, read: _Read) -> Iterator[Exchange]:
        if read.missing is not None:
            self._waiting += self._completed(read, read.missing)
            return
        path = path_of(read.operation.path, read.values)
        line = f"{read.operation.method} {path.lower() if self.asker.contract.folds_case else path}"
        if line not in self._seen:
            self._seen.add(line)
            yield from self._answered(read)

    def _completed(self, read: _Read, name: str) -> Iterator[_Read]:
        """Yield a read with each value its next placeholder can have; what lists lead to comes by itself."""
        values = [*self._enumerated(read.operation, name), *self._names.of(name, read.values)]
        for value in values[: self.asker.limits.items]:
            yield _Read(read.operation, {**read.values, name: value})

    def _enumerated(self, operation: CompiledOperation, name: str) -> Iterable[str]:
        parameter = operation.at("path").get(name)
        if parameter is None:
            return ()
        _, schema = resolve(self.asker.contract.document, parameter.schema)
        return [each for each in schema.get("enum", ()) if isinstance(each, str)]

    def _answered(self, read: _Read) -> Iterator[Exchange]:
        """Yield the answer, all pages of it; what its items lead to is read later."""
        found: list[Mapping[str, Any]] = []
        for body in self._bodies(read):
            yield from self.asker.taken()
            for each in (body, *(items := _items(body, read.operation))):
                self._names.learn(each)
            found += items
        yield from self.asker.taken()
        for item in found[: self.asker.limits.items]:
            self._waiting += self._below(read, item)

    def _bodies(self, read: _Read) -> Iterator[Mapping[str, Any]]:
        """Yield the body of a success, and of a list those of the pages after it."""
        answer: Answer | None = self.asker.ask(
            read.operation, read.values, _QUESTIONS.get(read.operation.id, MISSING)
        )
        pages = read.operation.pages
        for number in range(self.asker.limits.pages):
            if answer is None or answer.status != 200 or not is_object(answer.json):
                return
            yield answer.json
            link = answer.json.get(pages.next_link) if pages and pages.next_link else None
            if not isinstance(link, str) or number + 1 == self.asker.limits.pages:
                return
            answer = self.asker.follow(link)

    def _below(self, listed: _Read, item: Mapping[str, Any]) -> Iterator[_Read]:
        """Yield the reads that an item of a list makes possible."""
        place = self._place(listed, item)
        if place is None or any(_differs(place.values, each) for each in self.known.items()):
            return
        for operation in self._operations:
            read = _Read(operation, place.values)
            if read.missing is None or operation.path.startswith(place.template + "/"):
                yield read

    def _place(self, read: _Read, item: Mapping[str, Any]) -> _Place | None:
        """Return the path that an item of a list has, with its values."""
        if self.asker.contract.folds_case:  # in Azure Resource Manager an id is the whole path
            matched = self._router.match(f"{self.asker.contract.base_path}{item.get('id')}")
            operation = matched.methods.get("GET") if matched else None
            return _Place(operation.path, matched.named(operation)) if matched and operation else None
        id = next((item[name] for name in (*ID_NAMES, "name") if isinstance(item.get(name), str)), "")
        collection = self._template(read.operation.path)
        if collection is None or id in ("", ".", ".."):
            return None
        return _Place(collection, {**read.values, _PLACEHOLDER.findall(collection)[-1]: id})

    def _template(self, collection: str) -> str | None:
        """Return the path of an item of a collection, whether or not it can be read itself."""
        below = (each.path for each in self._operations if each.path.startswith(collection + "/{"))
        first = next(below, None)
        return None if first is None else first[: first.index("}", len(collection)) + 1]

    @functools.cached_property
    def _router(self) -> Router:
        return Router(self.asker.contract)


class _Place(NamedTuple):
    """The path of an item, and its values."""

    template: str
    values: Mapping[str, str]


def _differs(values: Mapping[str, str], known: tuple[str, str]) -> bool:
    name, value = known
    return name in values and values[name].lower() != value.lower()


def _items(body: Mapping[str, Any], operation: CompiledOperation) -> list[Mapping[str, Any]]:
    """Return the objects of a page; none where the operation is no list."""
    value = body.get(operation.pages.items) if operation.pages else None
    return [each for each in value if is_object(each)] if is_array(value) else []
