"""Lists over several pages: the links, the sizes, and each item once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from iotcentral.contract.case import Case, Key
from iotcentral.contract.compiled import VERSION_PARAMETER, Pages
from iotcentral.contract.exchanges import Request
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child
from iotcentral.contract.rules.deletions import Deletions
from iotcentral.contract.rules.echo import ID_NAMES
from iotcentral.contract.rules.recent import LISTINGS, RESOURCES, Recent
from iotcentral.contract.values import is_array, is_object

__all__ = ["Paging"]

_SIZES = ("maxpagesize", "$top")
_WHOLE = (VERSION_PARAMETER, "maxpagesize", "orderby", "$orderby", "expand")
"""Parameters that leave a list whole, however its pages are cut and ordered."""

_ITEMS = 200_000
"""Items of one walk remembered at a time; the service has no application with more devices."""
_LINKS = 20_000


def _page(split: SplitResult) -> int:
    """Return the hash of path and query, the host aside: behind a proxy the link has the public one."""
    return hash((split.path, frozenset(parse_qsl(split.query, keep_blank_values=True))))


def _split(link: str) -> SplitResult | None:
    try:
        return urlsplit(link)
    except ValueError:  # such as a broken IPv6 address
        return None


_RELATIONSHIPS = "relationships"


def _id(item: Any) -> str | None:
    found = (item.get(name) for name in ID_NAMES) if is_object(item) else iter(())
    return next((each for each in found if isinstance(each, str)), None)


@dataclass(frozen=True, slots=True)
class _Seen:
    moment: int
    """Since when the caller knows it."""
    by: str | None
    """The credential: another caller may see another part of a list."""


@dataclass(slots=True)
class _Listing:
    """One walk through a list, from its first page. Pages and items are kept as hashes, to be small."""

    began: int
    by: str | None
    whole: bool
    """Whether its pages together hold all there is."""
    pages: set[int] = field(default_factory=set[int])
    items: set[int] = field(default_factory=set[int])

    def note(self, item: int) -> None:
        """Take notice of an item."""
        if len(self.items) >= _ITEMS:
            self.items.clear()
            self.whole = False
        self.items.add(item)


def _of_lists() -> Recent[Key, Recent[Key, _Seen]]:
    return Recent(LISTINGS)


def _of_links() -> Recent[int, None]:
    return Recent(_LINKS)


def _of_listings() -> Recent[int, _Listing]:
    return Recent(LISTINGS)


@dataclass(slots=True)
class Paging:
    """The listings of one recording."""

    open: Recent[int, _Listing] = field(default_factory=_of_listings)
    """Listings by the link their next page is expected under."""
    links: Recent[int, None] = field(default_factory=_of_links)
    present: Recent[Key, Recent[Key, _Seen]] = field(default_factory=_of_lists)
    """Resources seen on their own, by the list they belong to."""
    deletions: Deletions = field(default_factory=Deletions)

    def follows(self, request: Request) -> bool:
        """Whether a request goes to a link an earlier page gave."""
        return bool(self.links) and _page(request.split) in self.links

    def judge(self, case: Case) -> Iterator[Finding]:
        """Return the faults of one page, given the pages before it."""
        answer, operation = case.succeeded, case.operation
        if operation is None or answer is None:
            return
        self._note(case)
        if operation.pages is not None and is_object(answer.json):
            yield from self._judge_page(case, operation.pages, answer.json)

    def _note(self, case: Case) -> None:
        operation = case.operation
        if operation is None or not operation.path.endswith("}"):
            return
        if operation.method == "DELETE":
            if case.answer is not None and case.answer.status != 202:  # 202: it is being deleted
                self.deletions.delete(case.key)
                if (siblings := self.present.get(case.key[:-1])) is not None:
                    siblings.pop(case.key, None)
        elif operation.method in ("GET", "PUT", "PATCH") and operation.pages is None:
            self._see(case.key, case.request.header("authorization"))

    def _see(self, key: Key, by: str | None) -> None:
        siblings = self.present.get(key[:-1])
        if siblings is None:
            siblings = Recent[Key, _Seen](RESOURCES)
            self.present.put(key[:-1], siblings)
        known = siblings.get(key)
        if known is None or known.by != by or self.deletions.since(key, known.moment):
            siblings.put(key, _Seen(self.deletions.now(), by))

    def _judge_page(self, case: Case, pages: Pages, body: Mapping[str, Any]) -> Iterator[Finding]:
        here = _page(case.request.split)
        listing = self.open.pop(here, None) or self._begin(case)
        listing.pages.add(here)
        items = body.get(pages.items)
        yield from _items(case, pages, items if is_array(items) else [], listing)
        link = body.get(pages.next_link) if pages.next_link else None
        if isinstance(link, str):
            yield from _link(case, pages, link, listing)
            self._expect(link, listing)
        elif link is None and is_array(items) and listing.whole:
            yield from self._lost(case, pages, listing)

    def _expect(self, link: str, listing: _Listing) -> None:
        split = _split(link)
        if split is not None:
            following = _page(split)
            self.links.put(following, None)
            self.open.put(following, listing)

    def _begin(self, case: Case) -> _Listing:
        operation, request = case.operation, case.request
        narrowed = any(name not in _WHOLE for name, _ in request.query)
        lags = operation is None or operation.path in case.policy.eventually_consistent
        by = request.header("authorization")
        return _Listing(self.deletions.now(), by, whole=not narrowed and not lags)

    def _lost(self, case: Case, pages: Pages, listing: _Listing) -> Iterator[Finding]:
        held = [known for key, known in self.present.items() if key == case.key or _holds(case, key)]
        for key, seen in (each for known in held for each in known.items()):
            awaited = seen.moment < listing.began and seen.by == listing.by
            if awaited and hash(key) not in listing.items and not self.deletions.since(key, seen.moment):
                message = f"{key[-1]!r} was there before the listing and is in none of its pages"
                yield case.finding("paging.item-lost", child("", pages.items), message)


def _holds(case: Case, collection: Key) -> bool:
    """Whether a list of a subscription holds a collection of one of its resource groups."""
    group = collection[3:5]
    rest = (*collection[:3], *collection[5:])
    return case.kit.contract.folds_case and group[:1] == ("resourcegroups",) and rest == case.key


def _items(case: Case, pages: Pages, items: list[Any], listing: _Listing) -> Iterator[Finding]:
    limit = _limit(case)
    if limit is not None and len(items) > limit:
        message = f"{len(items)} items on a page, {limit} are the most"
        yield case.finding("paging.page-size", child("", pages.items), message)
    for index, item in enumerate(items):
        name = _id(item)
        if name is None:
            continue
        key = hash(case.named(name, _home(case, item)))
        if key in listing.items:
            message = f"{name!r} came before in this listing"
            yield case.finding("paging.item-twice", f"/{pages.items}/{index}", message)
        listing.note(key)


def _home(case: Case, item: Any) -> Key:
    """Return the collection an item lies in: a relationship, listed at both its ends, lies at its source."""
    source = item.get("source")
    *rest, _, last = case.key or ("", "")
    return (*rest, source, last) if last == _RELATIONSHIPS and isinstance(source, str) else case.key


def _limit(case: Case) -> int | None:
    """Return the most items a page may hold: the service's limit, or fewer if the request asks for fewer."""
    declared = case.operation.at("query") if case.operation else {}
    asked = (value for name, value in case.request.query if name in _SIZES and name in declared)
    limits = [int(value) for value in asked if value.isdecimal() and int(value) > 0]
    largest = case.policy.largest_page.get(case.kit.contract.plane)
    return min([*limits, *([] if largest is None else [largest])], default=None)


def _link(case: Case, pages: Pages, link: str, listing: _Listing) -> Iterator[Finding]:
    where, split = child("", pages.next_link or ""), _split(link)
    if link == "":
        yield case.finding("paging.link-empty", where, "the link is an empty text")
        return
    if split is None or not split.scheme or not split.netloc:
        yield case.finding("paging.link-relative", where, f"{link[:80]!r} is not an absolute URL")
        return
    if not _same_host(case, split):
        message = f"leads to {split.scheme}://{split.netloc}, the page came from {case.request.split.netloc}"
        yield case.finding("paging.link-host", where, message)
    elif _page(split) in listing.pages:
        yield case.finding("paging.link-loop", where, "leads to a page this listing has already read")
    versions = {value for name, value in parse_qsl(split.query) if name == VERSION_PARAMETER}
    if versions != {case.version}:
        named = ", ".join(sorted(versions)) or "none"
        yield case.finding("paging.link-version", where, f"api-version of the link: {named}")


def _same_host(case: Case, link: SplitResult) -> bool:
    """Scheme, host and port of the endpoint, or the public name the client asked for in `Host`."""
    own = case.request.split
    if (link.scheme, link.netloc.lower()) == (own.scheme, own.netloc.lower()):
        return True
    public = case.request.header("host")
    return public is not None and public != own.netloc and link.netloc.lower() == public.lower()
