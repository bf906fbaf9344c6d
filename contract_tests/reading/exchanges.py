"""A request and its answer together, and what a sequence of them must keep: echo, page links, items."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from contract_tests.reading.answers import json_of, judge_answer
from contract_tests.reading.document import Document
from contract_tests.reading.exchange import Exchange, Request
from contract_tests.reading.operations import Operation, decoded, operation_of
from contract_tests.reading.requests import judge_request, query_pairs
from contract_tests.reading.violations import Violation

__all__ = ["judge_exchange", "judge_page_link", "judge_reply", "judge_sequence", "page_of"]

_ID_MEMBERS = ("id", "@id")


def judge_exchange(document: Document, exchange: Exchange, *, sealed: bool = True) -> list[Violation]:
    """What one exchange breaks on its own; pages reached by a link are for `judge_sequence`."""
    return list(_exchange(document, exchange, followed=False, sealed=sealed))


def judge_sequence(
    document: Document, exchanges: Iterable[Exchange], *, sealed: bool = True
) -> list[Violation]:
    """What exchanges in their order break: each alone, links followed as they stand, no item on two pages."""
    found: list[Violation] = []
    links: dict[str, list[Any]] = {}
    for exchange in exchanges:
        seen = links.pop(exchange.request.url, None)
        found += _exchange(document, exchange, followed=seen is not None, sealed=sealed)
        page = page_of(document, exchange)
        if page is None:
            continue
        operation, items, link = page
        found += _twice(operation, exchange, seen or [], items)
        if isinstance(link, str):
            links[link] = [*(seen or []), *items]
    return found


def _exchange(document: Document, exchange: Exchange, *, followed: bool, sealed: bool) -> Iterator[Violation]:
    status = exchange.answer.status
    for violation in judge_request(document, exchange.request, sealed=sealed):
        if not (followed and _of_the_link(violation)) and not _rightly_refused(violation, status):
            yield violation.at(status=status, where=exchange.where)
    yield from judge_reply(document, exchange, sealed=sealed)


def judge_reply(document: Document, exchange: Exchange, *, sealed: bool = True) -> list[Violation]:
    """What the answer breaks, alone and against its request; the request itself may be wrong on purpose."""
    request, answer = exchange.request, exchange.answer
    found = operation_of(document, request.method, request.path)
    if found is None:
        return []
    operation, path_values = found
    judged = [
        *judge_answer(document, operation, answer, sealed=sealed),
        *_echo(operation, path_values, exchange),
        *_link(document, exchange),
    ]
    return [v.at(operation=operation.id, status=answer.status, where=exchange.where) for v in judged]


def _rightly_refused(violation: Violation, status: int) -> bool:
    """A request recorded on purpose with the refusal it deserves, such as a bad body and 400."""
    expected = {"request.authorization": (401,), "request.media-type": (400, 415)}
    return status in expected.get(violation.rule, (400, 404, 422))


def _of_the_link(violation: Violation) -> bool:
    """What the service wrote into its link (its skip token) is the service's own."""
    return violation.rule == "request.query-unknown"


def _echo(operation: Operation, path_values: Mapping[str, str], exchange: Exchange) -> Iterator[Violation]:
    """The id in a single resource's body is the last value of its path, or, in ARM, the whole path."""
    value = json_of(exchange.answer)
    ends_with_id = operation.segments[-1].startswith("{") and operation.segments[-1] != "{entry}"
    if not (
        isinstance(value, dict)
        and ends_with_id
        and 200 <= exchange.answer.status < 300
        and not operation.paging
    ):
        return
    if operation.method not in ("GET", "PUT", "PATCH") or "rerun" in operation.segments:
        return
    expected = decoded(list(path_values.values())[-1])
    whole = (decoded(exchange.request.path) or "").casefold()
    for member in _ID_MEMBERS:
        if member in value and value[member] != expected and str(value[member]).casefold() != whole:
            yield Violation("echo.id", f"the path says {expected!r}", pointer=f"/{member}")


def page_of(document: Document, exchange: Exchange) -> tuple[Operation, list[Any], Any] | None:
    """The operation, the items and the link of a page; None for any other answer."""
    found = operation_of(document, exchange.request.method, exchange.request.path)
    value = json_of(exchange.answer)
    if (
        found is None
        or found[0].paging is None
        or not isinstance(value, dict)
        or exchange.answer.status != 200
    ):
        return None
    items = value.get(found[0].paging["items"])
    return found[0], items if isinstance(items, list) else [], value.get(found[0].paging["link"])


def _link(document: Document, exchange: Exchange) -> Iterator[Violation]:
    page = page_of(document, exchange)
    if page is None or not isinstance(page[2], str):
        return
    place = f"/{(page[0].paging or {})['link']}"
    for rule, message in judge_page_link(exchange.request, page[2]):
        yield Violation(rule, message, pointer=place)


def judge_page_link(request: Request, link: str) -> Iterator[tuple[str, str]]:
    """The rule and what is wrong, for the link of a page that `request` asked for."""
    if not link:
        yield "paging.link-empty", "the last page leaves its link out"
        return
    if not urlsplit(link).scheme:
        yield "paging.link-relative", f"{link!r} is no absolute URL"
        return
    followed = Request("GET", link)
    if followed.origin != request.origin or followed.path != request.path:
        yield "paging.link-host", f"it leads to {'://'.join(followed.origin)}{followed.path}"
    if _version(followed) != _version(request):
        yield "paging.link-version", "it loses or changes api-version"
    if link == request.url:
        yield "paging.link-loop", "it leads to its own page"


def _version(request: Request) -> list[str]:
    return [value for name, value in query_pairs(request.query) if name == "api-version"]


def _twice(
    operation: Operation, exchange: Exchange, before: list[Any], items: list[Any]
) -> Iterator[Violation]:
    known = [_identity(item) for item in before]
    for index, item in enumerate(items):
        identity = _identity(item)
        if identity is not None and identity in known:
            yield Violation(
                "paging.item-twice",
                f"{identity} is listed twice",
                operation=operation.id,
                status=exchange.answer.status,
                pointer=f"/{(operation.paging or {})['items']}/{index}",
                where=exchange.where,
            )
        known.append(identity)


def _identity(item: Any) -> str | None:
    if not isinstance(item, dict):
        return None
    # Relationships are listed at both their ends, and have their ids from the device they start at.
    of = f" of {json.dumps(item['source'])}" if "source" in item else ""
    return next((json.dumps(item[name]) + of for name in _ID_MEMBERS if name in item), None)
