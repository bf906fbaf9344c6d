"""Operators on answers: pages, echoes of what was sent, and what a recording showed before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from contract_tests.mutants.answer_forms import encoded
from contract_tests.mutants.answer_members import body_with
from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.tapes import Spot
from contract_tests.recordings.shipped import library
from contract_tests.witnesses.pointers import ABSENT
from iotcentral.contract.rules.echo import ID_NAMES, answered_shape, sent_members
from iotcentral.contract.shapes import writable

__all__ = ["OPERATORS"]


def _page(spot: Spot) -> tuple[str, str | None, list[Any]] | None:
    """The names of the items and of the link of a page, and its items."""
    operation, body = spot.case.operation, spot.answer.json
    if (
        operation is None
        or operation.pages is None
        or spot.case.succeeded is None
        or not isinstance(body, dict)
    ):
        return None
    items = body.get(operation.pages.items)
    return (operation.pages.items, operation.pages.next_link, items) if isinstance(items, list) else None


def linked(change: Callable[[str], Any]) -> Callable[[Spot], Iterator[Mutant]]:
    """Change the link of a page that has one."""

    def mutate(spot: Spot) -> Iterator[Mutant]:
        page = _page(spot)
        link = spot.answer.json.get(page[1]) if page is not None and page[1] is not None else None
        if isinstance(link, str):
            yield body_with(spot, f"/{page[1] if page else ''}", change(link))

    return mutate


def to_itself(spot: Spot) -> Iterator[Mutant]:
    page = _page(spot)
    if page is not None and page[1] is not None and page[1] in spot.answer.json:
        yield body_with(spot, f"/{page[1]}", spot.case.request.url)


def empty_at_the_end(spot: Spot) -> Iterator[Mutant]:
    page = _page(spot)
    if page is not None and page[1] is not None:
        yield body_with(spot, f"/{page[1]}", "")


def without_version(link: str) -> str:
    split = urlsplit(link)
    pairs = [(name, value) for name, value in parse_qsl(split.query) if name != "api-version"]
    return urlunsplit(split._replace(query=urlencode(pairs)))


def _previous_page(spot: Spot) -> Mapping[str, Any] | None:
    """The page whose link this one was asked by."""
    for exchange in spot.tape.exchanges[: spot.index]:
        body = exchange.answer.json if exchange.answer is not None and exchange.answer.body else None
        if isinstance(body, dict) and spot.case.request.url in body.values():
            return body
    return None


def repeated(spot: Spot) -> Iterator[Mutant]:
    page, before = _page(spot), _previous_page(spot)
    if page is not None and before is not None and before[page[0]] and _name(before[page[0]][-1]):
        yield body_with(spot, f"/{page[0]}", [before[page[0]][-1], *page[2]])


def _name(item: Any) -> str | None:
    names = (item.get(name) for name in ID_NAMES) if isinstance(item, dict) else iter(())
    return next((name for name in names if isinstance(name, str)), None)


def doubled(spot: Spot) -> Iterator[Mutant]:
    page = _page(spot)
    if page is not None and page[2] and _name(page[2][0]):
        yield body_with(spot, f"/{page[0]}", [page[2][0], *page[2]])


def lost(spot: Spot) -> Iterator[Mutant]:
    """An item that the recording has seen on its own, left out of a list that is whole."""
    page = _page(spot)
    narrowed = {name for name, _ in spot.case.request.query} - {"api-version", "$skiptoken"}
    if page is None or narrowed or spot.case.operation is None:
        return
    if spot.case.operation.path in spot.case.policy.eventually_consistent:
        return
    for index, item in enumerate(page[2]):
        if _seen(spot, _name(item)):
            rest = [each for n, each in enumerate(page[2]) if n != index]
            yield body_with(spot, f"/{page[0]}", rest)


def _seen(spot: Spot, name: str | None) -> bool:
    """Whether the resource was written or read before the list was begun, and by the same caller."""
    if name is None:
        return False
    key, caller = spot.case.named(name, spot.case.key), spot.case.request.header("authorization")
    for other in _cases_before(spot):
        same = other.request.header("authorization") == caller
        if other.key == key and other.succeeded is not None and same and other.request.method != "DELETE":
            return True
    return False


def _cases_before(spot: Spot) -> Iterator[Any]:
    from iotcentral.contract.case import open_case

    for exchange in spot.tape.exchanges[: spot.index]:
        case = open_case(exchange, library(), spot.case.policy)
        if case is not None and case.operation is not None:
            yield case


def crowded(spot: Spot) -> Iterator[Mutant]:
    page = _page(spot)
    limit = spot.case.policy.largest_page.get(spot.case.kit.contract.plane)
    if page is not None and page[2] and limit is not None:
        key = next((name for name in ID_NAMES if isinstance(page[2][0], dict) and name in page[2][0]), None)
        many = [{**page[2][0], key: f"item-{n}"} if key else page[2][0] for n in range(limit + 1)]
        yield body_with(spot, f"/{page[0]}", many)


def another_id(spot: Spot) -> Iterator[Mutant]:
    shape, operation = answered_shape(spot.case), spot.case.operation
    single = operation is not None and operation.path.endswith("}") and operation.pages is None
    if spot.case.succeeded is None or shape is None or not single or not isinstance(spot.answer.json, dict):
        return
    if operation is None or operation.method not in ("GET", "PUT", "PATCH"):
        return
    for name in ID_NAMES:
        if name in shape.members and isinstance(spot.answer.json.get(name), str):
            yield body_with(spot, f"/{name}", spot.answer.json[name] + "-other")


def _other(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, str):
        return value + "x"
    return None


def not_written(spot: Spot) -> Iterator[Mutant]:
    """The answer to a write has another value than was sent."""
    case, body = spot.case, spot.answer.json
    if case.succeeded is None or case.request.method not in ("PUT", "PATCH") or spot.answer.status == 202:
        return
    if isinstance(body, dict) and isinstance(case.request.json, dict):
        for name, value in sent_members(case).items():
            other = _other(value)
            masked = isinstance(body.get(name), str) and "*****" in body[name]
            if (
                other is not None
                and body.get(name) == value
                and not masked
                and name not in case.policy.echo_exempt
            ):
                yield body_with(spot, f"/{name}", other)


def forgotten(spot: Spot) -> Iterator[Mutant]:
    """A read has another value than was written before."""
    case, body, shape = spot.case, spot.answer.json, answered_shape(spot.case)
    if case.succeeded is None or case.request.method != "GET" or not isinstance(body, dict) or shape is None:
        return
    if shape.open:
        return
    kept = writable(shape, body)
    for before in _cases_before(spot):
        if before.key == case.key and before.request.method == "PUT" and before.succeeded is not None:
            for name in sent_members(before):
                other = _other(body.get(name))
                exempt = name in case.policy.echo_exempt or name not in kept
                if other is not None and not exempt and "*****" not in str(body[name]):
                    yield body_with(spot, f"/{name}", other)


def cleared(spot: Spot) -> Iterator[Mutant]:
    """A member written before is gone from a read."""
    required = {mutant.label for mutant in forgotten(spot)}
    for label in sorted(required):
        yield body_with(spot, label, ABSENT)


def still_there(spot: Spot) -> Iterator[Mutant]:
    """A deleted resource is read once more, as it was."""
    if spot.answer.status != 404 or spot.case.request.method != "GET":
        return
    deleted, found = False, None
    for before in _cases_before(spot):
        if before.key == spot.case.key and before.succeeded is not None:
            deleted = before.request.method == "DELETE" and before.answer.status != 202
            found = before.answer if before.request.method == "GET" else found
    if deleted and found is not None:
        yield Mutant("200", replace(found))


def still_listed(spot: Spot) -> Iterator[Mutant]:
    """A list of a recording asked for again after a deletion has the deleted item."""
    if spot.case.request.method != "GET" or spot.answer.status != 404:
        return
    listed = None
    for before in _cases_before(spot):
        pages = before.operation.pages
        if pages is not None and before.succeeded is not None and before.key == spot.case.key[:-1]:
            listed = before if listed is None else listed
    if listed is not None and spot.case.key[-1] in [_name(each) for each in listed.answer.json["value"]]:
        body = {name: value for name, value in listed.answer.json.items() if name != "nextLink"}
        again = replace(listed.exchange, answer=replace(listed.answer, body=encoded(body)))
        yield Mutant("list after the deletion", again)


OPERATORS = (
    Operator(
        "S30",
        "link to another host",
        ("paging.link-host",),
        linked(lambda link: link.replace("://", "://evil.")),
    ),
    Operator("S31", "link to the page itself", ("paging.link-loop",), to_itself),
    Operator(
        "S32", "relative link", ("paging.link-relative",), linked(lambda link: "/" + link.split("/", 3)[3])
    ),
    Operator("S33", "empty link", ("paging.link-empty",), empty_at_the_end),
    Operator("S34", "link without the api-version", ("paging.link-version",), linked(without_version)),
    Operator("S35", "item of the page before comes again", ("paging.item-twice",), repeated),
    Operator("S36", "item lost", ("paging.item-lost",), lost),
    Operator("S37", "link as an object", ("answer.type",), linked(lambda link: {"href": link})),
    Operator("S38", "page over the limit", ("paging.page-size",), crowded),
    Operator("S40", "another resource than asked for", ("echo.id",), another_id),
    Operator("S42", "value written before reads differently", ("sequence.value",), forgotten),
    Operator("S43", "answer to a write ignores the sent value", ("echo.value",), not_written),
    Operator("S47", "deleted resource still readable", ("sequence.deleted",), still_there),
    Operator("S50", "deleted resource still listed", ("sequence.deleted",), still_listed),
    Operator("S58", "item twice on one page", ("paging.item-twice",), doubled),
    Operator("S59", "value written before is gone", ("sequence.value",), cleared),
    Operator(
        "S60",
        "link over plain http",
        ("paging.link-host",),
        linked(lambda link: link.replace("https:", "http:")),
    ),
)
