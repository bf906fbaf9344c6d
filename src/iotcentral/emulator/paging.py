"""Pages of lists: keyset on the id, with a signed continuation token that only its own list takes.

A token names the last id its page held, so that items may come and go between pages and every item
that stays is answered once.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol
from urllib.parse import quote

from iotcentral.emulator.calls import Call
from iotcentral.emulator.documents import Operation
from iotcentral.emulator.replies import Problem, Reply, bad_request
from iotcentral.emulator.sources import signature
from iotcentral.emulator.store import Wanted
from iotcentral.emulator.targets import SKIP_TOKEN, Target

__all__ = [
    "DEFAULT_PAGE_SIZE",
    "LARGEST_PAGE",
    "Paged",
    "Rows",
    "answer_page",
    "answer_stored",
    "rows_of",
]

DEFAULT_PAGE_SIZE = 25
LARGEST_PAGE = 100

_SEAL_BYTES = 16
# What may stand raw in a path, and the percent sign of what is encoded already.
_PATH_CHARACTERS = "/%:;@!$&'()*+,=~"

Rows = Callable[[str | None, int], list[tuple[str, Any]]]
"""Answers up to so many (id, item) in the order of the ids, from the first one after the given id."""


class Paged(Protocol):
    """What a page has to know of the call it answers, on any plane."""

    @property
    def operation(self) -> Operation:
        """The operation of the list."""
        ...

    @property
    def path(self) -> Mapping[str, str]:
        """The decoded values of the path parameters."""
        ...

    @property
    def target(self) -> Target:
        """The address as the caller wrote it."""
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
        """Items on a page."""
        ...

    @property
    def link_key(self) -> bytes:
        """What signs continuation tokens."""
        ...


def answer_page(call: Paged, rows: Rows) -> Reply:
    """Answer the page of a list that the request asks for; the last page has no `nextLink`."""
    token = call.target.single(SKIP_TOKEN)
    after = None if token is None else _read_token(call, token)
    found = rows(after, call.page_size + 1)
    shown = found[: call.page_size]
    body: dict[str, Any] = {"value": [item for _, item in shown]}
    if len(found) > len(shown):
        body["nextLink"] = _link(call, _make_token(call, shown[-1][0]))
    return Reply(200, body)


def answer_stored(
    call: Call,
    kind: str,
    schema: str,
    show: Callable[[str, dict[str, Any]], dict[str, Any]],
    wanted: Wanted | None = None,
) -> Reply:
    """Answer a page of stored resources: those the caller sees and, if asked, `wanted` takes."""
    within = call.scope.allowed

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        if wanted is None:
            found = call.state.after(kind, after, limit, within=within)
        else:
            found = call.state.matching(kind, after, limit, wanted, within=within)
        return [(id, call.shown(schema, show(id, body))) for id, body in found]

    return answer_page(call, rows)


def rows_of(items: list[tuple[str, Any]]) -> Rows:
    """Serve a list that is at hand, sorted by id."""

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        rest = sorted((row for row in items if after is None or row[0] > after), key=lambda row: row[0])
        return rest[:limit]

    return rows


def _link(call: Paged, token: str) -> str:
    query = f"api-version={quote(call.version)}&{quote(SKIP_TOKEN, safe='')}={quote(token, safe='')}"
    return f"{call.base_url}{quote(call.target.path, safe=_PATH_CHARACTERS)}?{query}"


def _make_token(call: Paged, last: str) -> str:
    """Bind the last id to its application (by the key), its list and the values in the list's path."""
    where = [call.operation.id, *(call.path[name] for name in sorted(call.path))]
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
