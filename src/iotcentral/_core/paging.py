"""Lists that come in pages: lazy iterators over items and over pages, and the rules for following links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar, get_args, get_origin
from urllib.parse import urlsplit

import msgspec

from iotcentral._core.descriptor import Operation, Paging
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.links import BadLink, pack, target_of, unpack
from iotcentral._core.model import Model
from iotcentral._core.request import next_request
from iotcentral._core.transport import Request
from iotcentral.errors import PagingError

__all__ = ["AsyncPager", "Links", "Page", "Pager", "item_type_of"]

Item = TypeVar("Item")


class Page(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """One answer of a list."""

    items: list[Item]
    next_link: str | None
    """The link to the next page as the service wrote it; `None` on the last page."""
    body: Any
    """The whole answer, for example a `DeviceCollection`."""
    resume_token: str | None = None
    """Text for `pages(resume=…)` to go on after this page, in another process too; `None` on the last page.

    It holds the application's name and the link, no credential.
    """


class Links:
    """Which request follows a page, and which links must not be followed."""

    def __init__(self, operation: Operation[Any], first: Request, endpoint: Endpoint) -> None:
        self._operation = operation
        self._paging = operation.paging or Paging("value", "nextLink")
        self._first = first
        self._endpoint = endpoint
        self._seen = {first.url}

    def page(self, body: Any) -> Page[Any]:
        """Return the page an answer is."""
        name = self._paging.next_link
        link = None if name is None else _member(body, name) or None
        items: list[Any] = _member(body, self._paging.items) or []
        return Page(items=items, next_link=link, body=body, resume_token=self._token(link))

    def first(self, resume: str | None) -> Request:
        """Return the request to begin with; raises PagingError for a token of another list or application."""
        if resume is None:
            return self._first
        try:
            members = unpack(resume)
            if members.get("list") != self._list():
                raise BadLink("is one of another list")
            if members.get("of") != self._endpoint.public.url:
                raise BadLink("is one of another application")
            target = target_of(self._endpoint.public.url + members.get("next", ""), self._endpoint)
        except BadLink as error:
            raise self._refused(f"the resume token {error}") from None
        return self._request(target)

    def following(self, page: Page[Any]) -> Request | None:
        """Return the next page's request, `None` after the last one; raises PagingError for a bad link."""
        if page.next_link is None:
            return None
        try:
            return self._request(target_of(page.next_link, self._endpoint))
        except BadLink as error:
            raise self._refused(f"the link to the next page {error}") from None

    def _request(self, target: str) -> Request:
        url = self._endpoint.connect.url + target
        if url in self._seen:
            raise self._refused("the link to the next page leads to a page that was read already")
        self._seen.add(url)
        return next_request(self._first, url)

    def _token(self, link: str | None) -> str | None:
        if link is None:
            return None
        try:
            target = target_of(link, self._endpoint)
        except BadLink:  # said when the link is followed; the page itself is good
            return None
        return pack({"list": self._list(), "of": self._endpoint.public.url, "next": target})

    def _list(self) -> str:
        """Name the list: the ids in its path make it another one, a filter does not."""
        return f"{self._operation.id} {self._operation.version} {urlsplit(self._first.url).path}"

    def _refused(self, message: str) -> PagingError:
        return PagingError(message, operation_id=self._operation.id)


def _member(body: Any, wire: str) -> Any:
    """Return a member of a model by its wire name; `None` when it is unset."""
    names = zip(body.__struct_encode_fields__, body.__struct_fields__, strict=True)
    value = getattr(body, dict(names)[wire])
    return None if value is msgspec.UNSET else value


def item_type_of(operation: Operation[Any]) -> Any:
    """Return the model of a list's items, or a union of models; `None` for items of a free form."""
    pages = (kind for kind in operation.success.values() if kind is not None)
    name = (operation.paging or Paging("value", "nextLink")).items
    (member,) = (each.type for each in msgspec.structs.fields(next(pages)) if each.encode_name == name)
    (found,) = (get_args(each)[0] for each in (member, *get_args(member)) if get_origin(each) is list)
    return found if all(_is_model(each) for each in get_args(found) or (found,)) else None


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


class _List:
    """What a list tells without asking the service."""

    def __init__(self, operation: Operation[Any]) -> None:
        self._operation = operation

    @property
    def item_type(self) -> Any:
        """The type of the items as the contract declares it: tables have their columns even when empty."""
        return item_type_of(self._operation)


class Pager(_List, Generic[Item]):
    """A list, read page by page while it is iterated; every iteration starts again at the first page."""

    def __init__(
        self,
        operation: Operation[Any],
        links: Callable[[], Links],
        first: Request,
        fetch: Callable[[Request], Any],
    ) -> None:
        super().__init__(operation)
        self._links = links
        self._first = first
        self._fetch = fetch

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.items

    def pages(self, *, resume: str | None = None) -> Iterator[Page[Item]]:
        """Iterate over whole pages; one that is empty but has a link is a page like any other.

        `resume` is the `resume_token` of a page to go on after. Raises PagingError after a page whose link
        leads to another host, to a page already read, or nowhere, and for a token of another list.
        """
        links = self._links()
        request: Request | None = links.first(resume)
        while request is not None:
            page: Page[Item] = links.page(self._fetch(request))
            yield page
            request = links.following(page)


class AsyncPager(_List, Generic[Item]):
    """The same for `async for`."""

    def __init__(
        self,
        operation: Operation[Any],
        links: Callable[[], Links],
        first: Request,
        fetch: Callable[[Request], Awaitable[Any]],
    ) -> None:
        super().__init__(operation)
        self._links = links
        self._first = first
        self._fetch = fetch

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def pages(self, *, resume: str | None = None) -> AsyncIterator[Page[Item]]:
        """Iterate over whole pages; one that is empty but has a link is a page like any other.

        `resume` is the `resume_token` of a page to go on after. Raises PagingError after a page whose link
        leads to another host, to a page already read, or nowhere, and for a token of another list.
        """
        links = self._links()
        request: Request | None = links.first(resume)
        while request is not None:
            page: Page[Item] = links.page(await self._fetch(request))
            yield page
            request = links.following(page)
