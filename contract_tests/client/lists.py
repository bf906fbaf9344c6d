"""A service that answers one list in pages, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from contract_tests.client.transports import json_response, not_found
from contract_tests.matrix import Target
from contract_tests.reading.operations import Operation
from contract_tests.reading.views import property_names
from contract_tests.strategies.minimal import smallest
from iotcentral._core.transport import Request, Response

__all__ = ["Pages", "identified", "identity_of", "items_of"]

MOST_REQUESTS = 100
"""More than any list here has pages."""


def identity_of(target: Target) -> str:
    """The member that tells the items of a list apart."""
    known = property_names(target.document, _item_schema(target))
    return next((name for name in ("id", "@id", "name") if name in known), "id")


def _item_schema(target: Target) -> Any:
    collection = next(iter(target.operation.success[200].content.values()))
    members = target.document.resolved(collection)["properties"]
    return members[_items(target.operation)]["items"]


def _items(operation: Operation) -> str:
    return str((operation.paging or {})["items"])


def items_of(target: Target, count: int) -> list[dict[str, Any]]:
    """`count` small items of a list, each with an id of its own."""
    item = smallest(target.document, _item_schema(target), answer=True)
    name = identity_of(target)
    return [{**item, name: f"item {number}"} for number in range(count)]


def identified(target: Target, answered: Sequence[Any]) -> list[Any]:
    """The ids of items the client answered, whether models or plain objects."""
    name = identity_of(target)
    return [
        item[name] if isinstance(item, dict) else getattr(item, name.replace("@", "at_")) for item in answered
    ]


@dataclass
class Pages:
    """Answers page after page; each link is a URL of the same list with a token that must come back whole."""

    target: Target
    pages: Sequence[Sequence[dict[str, Any]]]
    link: Callable[[str], str] = lambda link: link
    """What is made of a link before it is answered."""
    asked: list[str] = field(default_factory=list)

    def __call__(self, request: Request) -> Response:
        self.asked.append(request.url)
        if len(self.asked) > MOST_REQUESTS:
            raise AssertionError("the client asks for pages without end")
        token = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True)).get(
            "$skiptoken", self.token(0)
        )
        number = next((n for n in range(len(self.pages)) if self.token(n) == token), None)
        return not_found(request) if number is None else json_response(200, self._page(request, number))

    @staticmethod
    def token(number: int) -> str:
        return f"page {number}/ü+&=?#%25"

    def _page(self, request: Request, number: int) -> dict[str, Any]:
        page: dict[str, Any] = {_items(self.target.operation): list(self.pages[number])}
        link = (self.target.operation.paging or {})["link"]
        if link is not None and number + 1 < len(self.pages):
            first = request.url.split("&%24skiptoken", 1)[0]
            page[link] = self.link(f"{first}&%24skiptoken={quote(self.token(number + 1), safe='')}")
        return page
