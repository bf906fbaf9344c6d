"""Pages of lists: keyset on the id, with a signed continuation token that only its own list takes.

A token names the last id its page held, so that items may come and go between pages and every item
that stays is answered once.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from iotcentral.emulator.calls import Call
from iotcentral.emulator.replies import Problem, Reply, bad_request
from iotcentral.emulator.sources import signature
from iotcentral.emulator.store import Wanted
from iotcentral.emulator.targets import SKIP_TOKEN

__all__ = ["DEFAULT_PAGE_SIZE", "LARGEST_PAGE", "Rows", "answer_page", "answer_stored", "rows_of"]

DEFAULT_PAGE_SIZE = 25
LARGEST_PAGE = 100

_SEAL_BYTES = 16
# What may stand raw in a path, and the percent sign of what is encoded already.
_PATH_CHARACTERS = "/%:;@!$&'()*+,=~"

Rows = Callable[[str | None, int], list[tuple[str, Any]]]
"""Answers up to so many (id, item) in the order of the ids, from the first one after the given id."""


def answer_page(call: Call, rows: Rows) -> Reply:
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


def _link(call: Call, token: str) -> str:
    query = f"api-version={quote(call.version)}&{quote(SKIP_TOKEN, safe='')}={quote(token, safe='')}"
    return f"{call.base_url}{quote(call.target.path, safe=_PATH_CHARACTERS)}?{query}"


def _make_token(call: Call, last: str) -> str:
    """Bind the last id to its application (by the key), its list and the values in the list's path."""
    where = [call.operation.id, *(call.path[name] for name in sorted(call.path))]
    seal = signature(call.application.link_key, *where, last)[:_SEAL_BYTES]
    return base64.urlsafe_b64encode(seal + json.dumps(last).encode()).decode()


def _read_token(call: Call, token: str) -> str:
    try:
        last = json.loads(base64.b64decode(token.encode(), altchars=b"-_", validate=True)[_SEAL_BYTES:])
    except (binascii.Error, ValueError, RecursionError):
        raise _bad_token() from None
    if not isinstance(last, str) or not hmac.compare_digest(token, _make_token(call, last)):
        raise _bad_token()
    return last


def _bad_token() -> Problem:
    return bad_request("The continuation token is not valid.")
