"""Every list of the data plane, in every version: whole, in order, nothing twice, whatever comes and goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_tests.profiles import scaled
from iotcentral.emulator.coverage import coverage
from iotcentral.emulator.documents import Operation
from tests.emulator.every_list import HISTORIES, IDS, LISTS, Listing
from tests.emulator.harness import VERSION, Answer, Service, documents, new_emulator

_SIZES = ("$top", "maxpagesize")
_SERVED = {label: {id for id, served in table.items() if served} for label, table in coverage().items()}


def _lists(ids: Iterable[str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("version", "operation"),
        [
            pytest.param(document.version, document.operations[id], id=f"{document.version}-{id}")
            for document in documents()
            for id in sorted(_SERVED[f"data-plane/{document.version}"].intersection(ids))
        ],
    )


_PAGED = {id for document in documents() for id, each in document.operations.items() if each.paged}
_EVERY_LIST = _lists(_PAGED)
_EVERY_LONG_LIST = _lists(_PAGED - HISTORIES.keys())
_PRESENT = st.sets(st.sampled_from(IDS))
_CHANGES = st.lists(st.lists(st.tuples(st.booleans(), st.sampled_from(IDS)), max_size=3), max_size=8)
_MOST_PAGES = 100


class _Asking:
    """One list in one version, of an application that has what the list needs."""

    def __init__(self, version: str, operation: Operation, size: int, present: set[str]) -> None:
        self.listing: Listing = LISTS[operation.id]
        self.service = Service(new_emulator(page_size=size))
        self.word = next((name for name in _SIZES if name in operation.query_parameters), None)
        self._version = version
        # What fills lists is written as the newest GA version has it, which knows all of it.
        self.listing.prepare(self.service)
        for id in sorted(present):
            self.listing.add(self.service, id)

    def __enter__(self) -> _Asking:
        return self

    def __exit__(self, *_: object) -> None:
        self.service.emulator.close()

    def page(self, **asked: object) -> Any:
        return self.answer(asked).json

    def answer(self, asked: Mapping[str, object], *, version: str = "", path: str = "") -> Answer:
        query = "".join(f"&{quote(name)}={quote(str(value))}" for name, value in asked.items())
        query = f"api-version={version or self._version}{query}"
        return self.service.call("GET", path or self.listing.path, query=query)

    def first(self, size: int) -> Any:
        """Ask for a first page, by size where the version has a word for it."""
        return self.page(**({self.word: size} if self.word else {}))

    def names(self, page: Any) -> Iterator[list[str]]:
        """Follow a list to its end; there are never more pages than there can be."""
        for _ in range(_MOST_PAGES):
            yield [item[self.listing.key] for item in page["value"]]
            if "nextLink" not in page:
                return
            page = self.service.follow(page["nextLink"]).json
        raise AssertionError("the list does not end")

    def change(self, id: str, *, comes: bool) -> None:
        (self.listing.add if comes else self.listing.drop)(self.service, id)


@_EVERY_LIST
def test_what_stays_comes_once_and_in_order_while_other_items_come_and_go(
    version: str, operation: Operation
) -> None:
    @settings(max_examples=scaled(8))
    @given(_PRESENT, st.integers(1, 4), _CHANGES)
    def holds(present: set[str], size: int, changes: list[list[tuple[bool, str]]]) -> None:
        with _Asking(version, operation, size, present) as asking:
            there = [name for names in asking.names(asking.first(100)) for name in names]
            stayed, seen, between = set(there), list[str](), iter(changes)
            for names in asking.names(asking.first(size)):
                assert len(names) <= size
                seen += names
                for comes, id in next(between, []):
                    asking.change(id, comes=comes)
                    stayed -= set() if comes else {id}
            assert len(seen) == len(set(seen))
            assert [name for name in seen if name in stayed] == [name for name in there if name in stayed]
            assert asking.listing.newest_first or seen == sorted(seen)

    holds()


@_EVERY_LONG_LIST
def test_token_is_good_for_its_own_list_and_version_alone(version: str, operation: Operation) -> None:
    with _Asking(version, operation, 1, set(IDS[:3])) as asking:
        link = urlsplit(asking.first(1)["nextLink"])
        token = {"$skiptoken": parse_qs(link.query)["$skiptoken"][0]}
        elsewhere = "/roles" if asking.listing.path != "/roles" else "/devices"
        assert asking.answer(token, path=elsewhere).status == 400
        for other in (document.version for document in documents() if operation.id in document.operations):
            expected = 200 if other == version else 400
            assert asking.answer(token, version=other).status == expected


def test_token_is_good_for_the_list_of_one_device_alone() -> None:
    operation = documents()[-1].operations["Devices_ListRelationships"]
    with _Asking(VERSION, operation, 1, set(IDS[:3])) as asking:
        link = asking.page()["nextLink"]
        of_the_other_end = link.replace("/devices/s/", "/devices/t/")
        assert [asking.service.follow(each).status for each in (link, of_the_other_end)] == [200, 400]


@_EVERY_LIST
def test_page_size_is_asked_for_only_where_the_version_has_a_word_for_it(
    version: str, operation: Operation
) -> None:
    with _Asking(version, operation, 25, set(IDS)) as asking:
        whole = len(asking.page()["value"])
        for word in _SIZES:
            expected = min(whole, 1) if word == asking.word else whole
            assert len(asking.page(**{word: 1})["value"]) == expected
