"""Lists that come in pages: lazy iterators over items and over pages, and the rules for following links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import msgspec

from iotcentral._core.descriptor import Operation, Paging
from iotcentral._core.endpoint import Endpoint, origin_of
from iotcentral._core.request import next_request
from iotcentral._core.transport import Request
from iotcentral.errors import PagingError

__all__ = ["AsyncPager", "Links", "Page", "Pager"]

Item = TypeVar("Item")


class Page(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """One answer of a list."""

    items: list[Item]
    next_link: str | None
    """The link to the next page as the service wrote it; `None` on the last page."""
    body: Any
    """The whole answer, for example a `DeviceCollection`."""


class Links:
    """Which request follows a page, and which links must not be followed."""

    def __init__(self, operation: Operation[Any], first: Request, endpoint: Endpoint) -> None:
        self._operation_id = operation.id
        self._paging = operation.paging or Paging("value", "nextLink")
        self._first = first
        self._endpoint = endpoint
        self._seen = {first.url}

    def page(self, body: Any) -> Page[Any]:
        """Return the page an answer is."""
        name = self._paging.next_link
        link = None if name is None else _member(body, name)
        return Page(items=_member(body, self._paging.items) or [], next_link=link or None, body=body)

    def following(self, page: Page[Any]) -> Request | None:
        """Return the next page's request, `None` after the last one; raises PagingError for a bad link."""
        if page.next_link is None:
            return None
        url = self._endpoint.connect.url + self._target(page.next_link)
        if url in self._seen:
            raise self._refused("the link to the next page leads to a page that was read already")
        self._seen.add(url)
        return next_request(self._first, url)

    def _target(self, link: str) -> str:
        """Return path and query of a link, as they stand, if it belongs to the application."""
        if not link.isprintable() or " " in link or "\\" in link:
            raise self._refused("the link to the next page is not a URL")
        origin = origin_of(link)
        if origin is None:
            raise self._refused("the link to the next page is not an absolute URL")
        if not self._endpoint.owns(origin):
            raise self._refused(f"the link to the next page leads to another place: {origin.url}")
        target = link[link.index("://") + 3 + len(urlsplit(link).netloc) :].split("#", 1)[0]
        return target if target.startswith("/") else f"/{target}"

    def _refused(self, message: str) -> PagingError:
        return PagingError(message, operation_id=self._operation_id)


def _member(body: Any, wire: str) -> Any:
    """Return a member of a model by its wire name; `None` when it is unset."""
    names = zip(body.__struct_encode_fields__, body.__struct_fields__, strict=True)
    value = getattr(body, dict(names)[wire])
    return None if value is msgspec.UNSET else value


class Pager(Generic[Item]):
    """A list, read page by page while it is iterated; every iteration starts again at the first page."""

    def __init__(self, links: Callable[[], Links], first: Request, fetch: Callable[[Request], Any]) -> None:
        self._links = links
        self._first = first
        self._fetch = fetch

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items

    def pages(self) -> Iterator[Page[Item]]:
        """Iterate over whole pages; one that is empty but has a link is a page like any other.

        Raises PagingError after a page whose link leads to another host, to a page already read, or nowhere.
        """
        links = self._links()
        request: Request | None = self._first
        while request is not None:
            page: Page[Item] = links.page(self._fetch(request))
            yield page
            request = links.following(page)


class AsyncPager(Generic[Item]):
    """The same for `async for`."""

    def __init__(
        self, links: Callable[[], Links], first: Request, fetch: Callable[[Request], Awaitable[Any]]
    ) -> None:
        self._links = links
        self._first = first
        self._fetch = fetch

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self) -> AsyncIterator[Page[Item]]:
        """Iterate over whole pages; one that is empty but has a link is a page like any other.

        Raises PagingError after a page whose link leads to another host, to a page already read, or nowhere.
        """
        links = self._links()
        request: Request | None = self._first
        while request is not None:
            page: Page[Item] = links.page(await self._fetch(request))
            yield page
            request = links.following(page)
