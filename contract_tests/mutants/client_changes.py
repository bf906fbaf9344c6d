"""How the client's runtime can be made to go wrong: changes of what it sends, reads, refuses and follows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

import msgspec

from contract_tests.matrix import Target
from contract_tests.mutants.model import Mutant
from contract_tests.mutants.patching import Patch, around
from contract_tests.reading.operations import Operation
from iotcentral import errors
from iotcentral._core import drivers, flow, request, request_form, response
from iotcentral._core.extras import EXTRAS_NAME
from iotcentral._core.transport import Request, Response

all__ = ["OPERATORS"]

Applies = Callable[[Target], bool]


def where(test: Callable[[Operation], bool]) -> Applies:
    return lambda target: test(target.operation)


def anywhere(target: Target) -> bool:
    del target
    return True


has_body = where(lambda operation: bool(operation.body))
has_path = where(lambda operation: bool(operation.of("path")))
answers = where(lambda operation: any(one.content for one in operation.success.values()))
pageable = where(lambda operation: (operation.paging or {}).get("link") is not None)
conditional = where(lambda operation: any(one.name == "If-Match" for one in operation.of("header")))
more_query = where(lambda operation: len(operation.of("query")) > 1)


def mutant(applies: Applies, *patches: Patch) -> Callable[[Target], Iterator[Mutant]]:
    """One mutant of an operation that has what is broken."""

    def change(target: Target) -> Iterator[Mutant]:
        if applies(target):
            yield Mutant("", patches)

    return change


def sends(change: Callable[[Request], Request]) -> Patch:
    """Change every first request of a call."""
    return around(drivers, "build_request", lambda original, *given: change(original(*given)))


def with_parts(sent: Request, **parts: Any) -> Request:
    return msgspec.structs.replace(sent, **parts)


def header_renamed(old: str, new: str) -> Callable[[Request], Request]:
    return lambda sent: with_parts(
        sent, headers=tuple((new if name.lower() == old else name, value) for name, value in sent.headers)
    )


def url(change: Callable[[str], str]) -> Callable[[Request], Request]:
    return lambda sent: with_parts(sent, url=change(sent.url))


def method(old: str, new: str) -> Callable[[Request], Request]:
    return lambda sent: with_parts(sent, method=new) if sent.method == old else sent


def body(change: Callable[[Any], Any]) -> Callable[[Request], Request]:
    def mutate(sent: Request) -> Request:
        return (
            sent
            if sent.body is None
            else with_parts(sent, body=json.dumps(change(json.loads(sent.body))).encode())
        )

    return mutate


def each_value(value: Any, change: Callable[[Any], Any]) -> Any:
    """Apply a change to a value and to what is inside it."""
    if isinstance(value, dict):
        return change({name: each_value(one, change) for name, one in value.items()})
    if isinstance(value, list):
        return change([each_value(one, change) for one in value])
    return change(value)


def first_only(value: Any) -> Any:
    return value[:1] if isinstance(value, list) else value


def turned_round(value: Any) -> Any:
    return value[::-1] if isinstance(value, list) else value


def no_offset(value: Any) -> Any:
    return re.sub(r"(?<=\d)(Z|[+-]\d\d:\d\d)$", "", value) if isinstance(value, str) else value


def date_only(value: Any) -> Any:
    return value[:10] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value) else value


def no_nulls(value: Any) -> Any:
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


def renamed(old: str, new: str) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        return {(new if k == old else k): v for k, v in value.items()} if isinstance(value, dict) else value

    return change


def cut_integer(value: Any) -> Any:
    """Integers as a 32-bit reader has them."""
    return value & 0x7FFFFFFF if isinstance(value, int) and not isinstance(value, bool) else value


def reads(change: Callable[[Any], Any]) -> Patch:
    """Change every answer before it is read."""

    def mutate(original: Any, kind: Any, data: bytes | str) -> Any:
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            return original(kind, data)
        return original(kind, json.dumps(each_value(value, change)))

    return around(response, "decode", mutate)


def segment(encode: Callable[[str], str]) -> Patch:
    """Put values into the path another way."""
    return around(request, "_segment", lambda original, *given: encode(unquote(original(*given))))


def dropped_extras(original: Any, kind: Any, value: Any) -> Any:
    return each_value(original(kind, value), lambda one: without(one, EXTRAS_NAME))


def without(value: Any, name: str) -> Any:
    return {k: v for k, v in value.items() if k != name} if isinstance(value, dict) else value


def without_details(original: Any, *given: Any) -> dict[str, str]:
    original(*given)
    return {}


def general_class(original: Any, status: int) -> Any:
    return errors.UnexpectedStatus if status == 404 else original(status)


def async_elsewhere(sent: Request) -> Request:
    return with_parts(sent, url=sent.url.replace("/api/", "/api//", 1).replace(".com/sub", ".com//sub", 1))


async def call_elsewhere(original: Any, driver: Any, steps: Any) -> Any:
    return await original(driver, readdressed(steps))


def readdressed(steps: Any) -> Any:
    """The flow of an async call, with another path in what it sends."""
    effect = next(steps)
    while True:
        changed = flow.Send(async_elsewhere(effect.request)) if isinstance(effect, flow.Send) else effect
        try:
            result = yield changed
        except Exception as error:
            effect = steps.throw(error)
        else:
            try:
                effect = steps.send(result)
            except StopIteration as stop:
                return stop.value


def no_content_refused(original: Any, operation: Any, answer: Response, **named: Any) -> Any:
    if answer.status == 204:
        raise errors.DecodeError("an empty body", status=204, operation_id=operation.id)
    return original(operation, answer, **named)


def no_authorization(original: Any, *given: Any) -> Any:
    steps = original(*given)
    effect = next(steps)
    while True:
        if hasattr(effect, "request"):
            kept = tuple(pair for pair in effect.request.headers if pair[0] != "Authorization")
            effect = type(effect)(with_parts(effect.request, headers=kept))
        try:
            result = yield effect
        except BaseException as error:
            effect = steps.throw(error)
            continue
        try:
            effect = steps.send(result)
        except StopIteration as stop:
            return stop.value


def one_page(original: Any, links: Any, page: Any) -> Any:
    original(links, page)


def link_decoded(original: Any, links: Any, page: Any) -> Any:
    found = original(links, page)
    return found if found is None else with_parts(found, url=unquote(found.url))


def any_host(original: Any, link: str, endpoint: Any) -> str:
    """Follow a link wherever it leads: only its path and query are looked at."""
    del original, endpoint
    return "/" + link.partition("://")[2].partition("/")[2]


def doubled_items(original: Any, links: Any, read: Any) -> Any:
    page = original(links, read)
    return msgspec.structs.replace(page, items=[*page.items[:1], *page.items])


def lost_item(original: Any, links: Any, read: Any) -> Any:
    page = original(links, read)
    return msgspec.structs.replace(page, items=page.items[:-1])


def read_only_sent(original: Any, form: Any, model: Any, properties: Any, path: Any) -> Any:
    open_properties = {
        name: {key: value for key, value in schema.items() if key != "readOnly"}
        for name, schema in properties.items()
    }
    return original(form, model, open_properties, path)


def nulls_dropped(original: Any, *given: Any) -> Any:
    return {name: value for name, value in original(*given).items() if value is not None}


def unset_as_null(original: Any, form: Any, model: Any, properties: Any, path: Any) -> Any:
    return {**dict.fromkeys(properties), **original(form, model, properties, path)}


def no_limits(*patches: str) -> list[Patch]:
    owners = {"request": request, "request_form": request_form}
    return [around(owners[name], "check", lambda original, *given: None) for name in patches]


def body_on_get(sent: Request) -> Request:
    return sent if sent.body is not None else with_parts(sent, body=b"{}")
