"""Pages of lists: keyset on the id, with a signed continuation token that only its own list takes.

A token names the last item its page held by what the list is ordered by, so that items may come and go
between pages and every item that stays is answered once.
"""

from __future__ import annotations

import base64
import binascii
import heapq
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import quote

from iotcentral.emulator.calls import Call
from iotcentral.emulator.list_query import (
    NO_FIELDS,
    PAGE_SIZES,
    Asked,
    Fields,
    ListQuery,
    carried,
    page_size,
    read_query,
)
from iotcentral.emulator.replies import Problem, Reply, bad_request
from iotcentral.emulator.sources import signature
from iotcentral.emulator.store import Wanted
from iotcentral.emulator.targets import SKIP_TOKEN

__all__ = [
    "DEFAULT_PAGE_SIZE",
    "Paged",
    "Rows",
    "answer_page",
    "answer_stored",
    "rows_of",
]

DEFAULT_PAGE_SIZE = 25
_ALL = 1_000_000
"""Resources of a kind that a list is made of; no application has as many."""

_SEAL_BYTES = 16
# What may stand raw in a path, and the percent sign of what is encoded already.
_PATH_CHARACTERS = "/%:;@!$&'()*+,=~"

Rows = Callable[[str | None, int], list[tuple[str, Any]]]
"""Answers up to so many (place, item) in the order of the places, from the first after the given one."""


class Paged(Asked, Protocol):
    """What a page has to know of the call it answers, on any plane."""

    @property
    def path(self) -> Mapping[str, str]:
        """The decoded values of the path parameters."""
        ...

    @property
    def version(self) -> str:
        """The api-version."""
        ...

    @property
    def base_url(self) -> str:
        """Scheme and host that links start with."""
        ...

    @property
    def page_size(self) -> int:
        """Items on a page if the caller does not say."""
        ...

    @property
    def link_key(self) -> bytes:
        """What signs continuation tokens."""
        ...


def answer_page(call: Paged, rows: Rows) -> Reply:
    """Answer the page of a list that the request asks for; the last page has no `nextLink`."""
    token = call.target.single(SKIP_TOKEN)
    after = None if token is None else _read_token(call, token)
    size = page_size(call, call.page_size)
    found = rows(after, size + 1)
    shown = found[:size]
    body: dict[str, Any] = {"value": [item for _, item in shown]}
    if len(found) > len(shown):
        body["nextLink"] = _link(call, _make_token(call, shown[-1][0]))
    return Reply(200, body)


def answer_stored(
    call: Call,
    kind: str,
    schema: str,
    show: Callable[[str, dict[str, Any]], dict[str, Any]],
    *,
    wanted: Wanted | None = None,
    fields: Fields = NO_FIELDS,
    shared: bool = False,
) -> Reply:
    """Answer a page of stored resources: those the caller sees, `wanted` takes and the request asks for.

    `fields` are what conditions may speak of; what is `shared` belongs to the whole application.
    """
    query = read_query(call, fields)
    within = None if shared else call.scope.allowed

    def takes(id: str, body: dict[str, Any]) -> bool:
        return (wanted is None or wanted(id, body)) and query.takes(id, body)

    def stored(after: str | None, limit: int) -> list[tuple[str, dict[str, Any]]]:
        if wanted is None and query.condition is None:
            return call.state.after(kind, after, limit, within=within)
        return call.state.matching(kind, after, limit, takes, within=within)

    def by_id(after: str | None, limit: int) -> list[tuple[str, Any]]:
        return [(id, call.shown(schema, show(id, body))) for id, body in stored(after, limit)]

    def by_name(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = _next_by_name(query, stored(None, _ALL), after, limit)
        return [(place, call.shown(schema, show(id, body))) for place, id, body in found]

    return answer_page(call, by_id if query.order is None else by_name)


def _next_by_name(
    query: ListQuery, found: list[tuple[str, dict[str, Any]]], after: str | None, limit: int
) -> list[tuple[str, str, dict[str, Any]]]:
    """Answer up to `limit` of what was found, in the order that was asked for, each with its place."""
    descending = query.order is not None and query.order.descending
    placed = [(query.place(id, body), body) for id, body in found]
    if after is not None:
        last = tuple(json.loads(after))
        placed = [row for row in placed if (row[0] < last if descending else row[0] > last)]
    pick = heapq.nlargest if descending else heapq.nsmallest
    first = pick(limit, placed, key=lambda row: row[0])
    return [(json.dumps(place), place[1], body) for place, body in first]


def rows_of(items: list[tuple[str, Any]]) -> Rows:
    """Serve a list that is at hand, sorted by id."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        rest = sorted((row for row in items if after is None or row[0] > after), key=lambda row: row[0])
        return rest[:limit]

    return rows


def _link(call: Paged, token: str) -> str:
    given = [("api-version", call.version), *carried(call), (SKIP_TOKEN, token)]
    query = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in given)
    return f"{call.base_url}{quote(call.target.path, safe=_PATH_CHARACTERS)}?{query}"


def _make_token(call: Paged, last: str) -> str:
    """Bind the last place to its application (by the key), its version and list, and what was asked of it."""
    asked = [text for pair in carried(call) if pair[0] not in PAGE_SIZES for text in pair]
    where = [call.version, call.operation.id, *(call.path[name] for name in sorted(call.path)), *asked]
    seal = signature(call.link_key, *where, last)[:_SEAL_BYTES]
    return base64.urlsafe_b64encode(seal + json.dumps(last).encode()).decode()


def _read_token(call: Paged, token: str) -> str:
    try:
        last = json.loads(base64.b64decode(token.encode(), altchars=b"-_", validate=True)[_SEAL_BYTES:])
    except (binascii.Error, ValueError, RecursionError):
        raise _bad_token() from None
    if not isinstance(last, str) or not hmac.compare_digest(token, _make_token(call, last)):
        raise _bad_token()
    return last


def _bad_token() -> Problem:
    return bad_request("The continuation token is not valid.")
