"""The recordings that mutants of answers are made from: the cassettes, and walks through every version.

A walk is made from the exchanges of the witnesses, which are written from the facts: each operation with
each of its answers, lists in two pages, and each resource written, read, listed, deleted and asked for
once more.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from contract_tests.reading import catalog
from contract_tests.recordings.shipped import library
from contract_tests.witnesses import Exchange as Given
from contract_tests.witnesses.pointers import put
from contract_tests.witnesses.reading import given_exchanges
from iotcentral.contract.case import Case, open_case
from iotcentral.contract.exchanges import Answer, Exchange, Request
from iotcentral.contract.findings import Finding, Where
from iotcentral.contract.policy import load_policy
from iotcentral.contract.readers.vcr import read_cassette
from iotcentral.contract.verify import recordings_in, verify_exchanges

__all__ = ["Spot", "Tape", "findings", "spots", "tapes", "unclean"]

CASSETTES = Path(__file__).resolve().parents[2] / "cassettes"
SECOND_PAGE = "&%24skiptoken=two"


@dataclass(frozen=True)
class Tape:
    """One recording."""

    name: str
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True)
class Spot:
    """One exchange of a tape, with what the contract knows of it."""

    tape: Tape
    index: int
    case: Case

    @property
    def answer(self) -> Answer:
        """The answer as recorded."""
        assert self.case.answer is not None
        return self.case.answer

    def with_answer(self, answer: Answer) -> list[Exchange]:
        """The tape's exchanges with another answer here."""
        changed = list(self.tape.exchanges)
        changed[self.index] = replace(changed[self.index], answer=answer)
        return changed


def findings(exchanges: list[Exchange] | tuple[Exchange, ...]) -> list[Finding]:
    """What the verifier says of a recording of ours."""
    return verify_exchanges(exchanges, library=library(), target="own", sealed=True).findings


@functools.cache
def tapes() -> tuple[Tape, ...]:
    """Every recording with which nothing is wrong."""
    return tuple(tape for tape in _all() if not findings(tape.exchanges))


@functools.cache
def unclean() -> Mapping[str, str]:
    """The recordings left out, with the first thing that is wrong with each."""
    return {tape.name: found[0].rule for tape in _all() if (found := findings(tape.exchanges))}


@functools.cache
def spots() -> tuple[tuple[str, Spot], ...]:
    """Every judged exchange with an answer, by the version it belongs to."""
    policy = load_policy()
    found: list[tuple[str, Spot]] = []
    for tape in tapes():
        for index, exchange in enumerate(tape.exchanges):
            case = open_case(exchange, library(), policy)
            if case is not None and case.operation is not None and case.answer is not None:
                found.append((case.kit.contract.name, Spot(tape, index, case)))
    return tuple(found)


@functools.cache
def _all() -> tuple[Tape, ...]:
    recorded = (
        Tape(str(path.relative_to(CASSETTES)), tuple(read_cassette(path)))
        for path in recordings_in([CASSETTES])
    )
    return (*recorded, *_walks())


def _walks() -> Iterator[Tape]:
    for entry in catalog():
        label = f"{entry.plane}/{entry.version}"
        given = given_exchanges(entry.plane, entry.version)
        yield from _Walks(label, given).all()


@dataclass(frozen=True)
class _Walks:
    """The walks through one version."""

    label: str
    given: Mapping[str, Given]

    def all(self) -> Iterator[Tape]:
        for name, answer in self.given.items():
            if answer.side == "answer" and "by hand" not in name:
                yield self._tape(name, [self._exchange(answer)])
        for name, answer in self.given.items():
            if name.endswith("_List") and (tape := self._listing(name, answer)) is not None:
                yield tape
        for name in self.given:
            if name.startswith("request ") and name.endswith(("_Create", "_Set")) and "/" not in name:
                yield from self._life(name.partition(" ")[2])

    def _tape(self, name: str, exchanges: list[Exchange]) -> Tape:
        where = f"{self.label} {name}"
        return Tape(where, tuple(replace(e, where=Where(where, n)) for n, e in enumerate(exchanges)))

    def _request(self, operation: str) -> Request:
        names = (
            f"request {operation}",
            *(name for name in self.given if name.startswith(f"request {operation}/")),
        )
        sent = next(self.given[name] for name in names if name in self.given)
        return Request(method=sent.method, url=sent.url, headers=sent.headers, body=sent.body or b"")

    def _exchange(self, answer: Given) -> Exchange:
        request = self._request(answer.operation)
        return _exchange(request, _mended(answer, request.url))

    def _listing(self, name: str, answer: Given) -> Tape | None:
        """A list in two pages, with two items each."""
        items = _items(answer)
        if items is None:
            return None
        request = self._request(answer.operation)
        return self._tape(
            f"pages of {name.partition(' ')[2]}", _pages(request, answer, items, ("one", "two"))
        )

    def _life(self, operation: str) -> Iterator[Tape]:
        """A resource written, read, listed, deleted and asked for once more."""
        tag = operation.partition("_")[0]
        needed = [f"answer {tag}_{verb}" for verb in ("Create", "Get", "Remove")]
        if any(name not in self.given for name in needed):
            return
        written, read, removed = (self._exchange(self.given[name]) for name in needed)
        listing = self.given.get(f"answer {tag}_List")
        items = _items(listing) if listing is not None else None
        pages: list[Exchange] = []
        if listing is not None and items is not None:
            pages = _pages(self._request(f"{tag}_List"), listing, items, ("one", "two"))
        gone = self.given.get(f"answer {tag}_Get/error") or self.given.get(f"answer {tag}_Get/404")
        after = [] if gone is None else [_exchange(read.request, _mended(gone, read.request.url))]
        yield self._tape(f"life of {tag}", [written, read, *pages, removed, *after])


def _exchange(request: Request, answer: Given) -> Exchange:
    sent = Answer(status=answer.parts["status"], headers=answer.headers, body=answer.body or b"")
    return Exchange(Where("", 0), request, sent)


CODES = {400: "BadRequest", 404: "NotFound", 409: "Conflict", 412: "PreconditionFailed"}


def _mended(answer: Given, url: str, link: bool = False) -> Given:
    """The answer with what no schema demands: the code of its status, an absolute link, where to ask."""
    body, status = answer.parts.get("body"), answer.parts["status"]
    if isinstance(body, dict) and isinstance(body.get("error"), dict) and status in CODES:
        answer = replace(answer, parts=put(answer.parts, "/body/error/code", CODES[status]))
    if isinstance(body, dict) and isinstance(body.get("nextLink"), str):
        value = url + SECOND_PAGE if link else "(absent)"
        answer = replace(answer, parts=put(answer.parts, "/body/nextLink", value))
    if status == 202:
        asked = {"azure-asyncoperation": f"{url.partition('?')[0]}/operationResults/one?api-version=x"}
        answer = replace(answer, parts={**answer.parts, "headers": asked})
    return answer


def _items(answer: Given) -> list[Any] | None:
    body = answer.parts.get("body")
    value = body.get("value") if isinstance(body, dict) and "nextLink" in body else None
    return value if isinstance(value, list) and value and isinstance(value[0], dict) else None


def _pages(request: Request, answer: Given, items: list[Any], names: tuple[str, str]) -> list[Exchange]:
    following = replace(request, url=request.url + SECOND_PAGE)
    first, second = (_named(items[0], (f"{prefix}", f"{prefix}b")) for prefix in names)
    with_link, last = _mended(answer, request.url, link=True), _mended(answer, request.url)
    return [
        _exchange(request, replace(with_link, parts=put(with_link.parts, "/body/value", first))),
        _exchange(following, replace(last, parts=put(last.parts, "/body/value", second))),
    ]


def _named(item: dict[str, Any], names: tuple[str, str]) -> list[dict[str, Any]]:
    key = next((name for name in ("id", "@id", "name") if isinstance(item.get(name), str)), "id")
    copies = (json.loads(json.dumps(item)) for _ in names)
    return [{**copy, key: name} for copy, name in zip(copies, names, strict=True)]
