"""Operators on the client: ways in which its runtime could go wrong, and nobody's types would notice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote, unquote

import msgspec

from contract_tests.matrix import Target
from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.patching import Patch, around
from contract_tests.reading.operations import Operation
from iotcentral import errors
from iotcentral._core import codec, drivers, flow, paging, request, request_form, response, retry
from iotcentral._core.extras import EXTRAS_NAME
from iotcentral._core.transport import Request, Response

__all__ = ["OPERATORS"]

Applies = Callable[[Target], bool]


def _where(test: Callable[[Operation], bool]) -> Applies:
    return lambda target: test(target.operation)


def _any(target: Target) -> bool:
    del target
    return True


_has_body = _where(lambda operation: bool(operation.body))
_has_path = _where(lambda operation: bool(operation.of("path")))
_answers = _where(lambda operation: any(one.content for one in operation.success.values()))
_pageable = _where(lambda operation: (operation.paging or {}).get("link") is not None)
_conditional = _where(lambda operation: any(one.name == "If-Match" for one in operation.of("header")))
_more_query = _where(lambda operation: len(operation.of("query")) > 1)


def mutant(applies: Applies, *patches: Patch) -> Callable[[Target], Iterator[Mutant]]:
    """One mutant of an operation that has what is broken."""

    def change(target: Target) -> Iterator[Mutant]:
        if applies(target):
            yield Mutant("", patches)

    return change


def sends(change: Callable[[Request], Request]) -> Patch:
    """Change every first request of a call."""
    return around(drivers, "build_request", lambda original, *given: change(original(*given)))


def _with(sent: Request, **parts: Any) -> Request:
    return msgspec.structs.replace(sent, **parts)


def header_renamed(old: str, new: str) -> Callable[[Request], Request]:
    return lambda sent: _with(
        sent, headers=tuple((new if name.lower() == old else name, value) for name, value in sent.headers)
    )


def url(change: Callable[[str], str]) -> Callable[[Request], Request]:
    return lambda sent: _with(sent, url=change(sent.url))


def method(old: str, new: str) -> Callable[[Request], Request]:
    return lambda sent: _with(sent, method=new) if sent.method == old else sent


def body(change: Callable[[Any], Any]) -> Callable[[Request], Request]:
    def mutate(sent: Request) -> Request:
        return (
            sent
            if sent.body is None
            else _with(sent, body=json.dumps(change(json.loads(sent.body))).encode())
        )

    return mutate


def each_value(value: Any, change: Callable[[Any], Any]) -> Any:
    """Apply a change to a value and to what is inside it."""
    if isinstance(value, dict):
        return change({name: each_value(one, change) for name, one in value.items()})
    if isinstance(value, list):
        return change([each_value(one, change) for one in value])
    return change(value)


def _first(value: Any) -> Any:
    return value[:1] if isinstance(value, list) else value


def _reversed(value: Any) -> Any:
    return value[::-1] if isinstance(value, list) else value


def _no_offset(value: Any) -> Any:
    return re.sub(r"(?<=\d)(Z|[+-]\d\d:\d\d)$", "", value) if isinstance(value, str) else value


def _date(value: Any) -> Any:
    return value[:10] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value) else value


def _no_nulls(value: Any) -> Any:
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


def _renamed(old: str, new: str) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        return {(new if k == old else k): v for k, v in value.items()} if isinstance(value, dict) else value

    return change


def _small(value: Any) -> Any:
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


def _dropped_extras(original: Any, kind: Any, value: Any) -> Any:
    return each_value(original(kind, value), lambda one: _without(one, EXTRAS_NAME))


def _without(value: Any, name: str) -> Any:
    return {k: v for k, v in value.items() if k != name} if isinstance(value, dict) else value


def _without_details(original: Any, *given: Any) -> dict[str, str]:
    original(*given)
    return {}


def _general_class(original: Any, status: int) -> Any:
    return errors.UnexpectedStatus if status == 404 else original(status)


def _async_elsewhere(sent: Request) -> Request:
    return _with(sent, url=sent.url.replace("/api/", "/api//", 1).replace(".com/sub", ".com//sub", 1))


async def _call_elsewhere(original: Any, driver: Any, steps: Any) -> Any:
    return await original(driver, _readdressed(steps))


def _readdressed(steps: Any) -> Any:
    """The flow of an async call, with another path in what it sends."""
    effect = next(steps)
    while True:
        changed = flow.Send(_async_elsewhere(effect.request)) if isinstance(effect, flow.Send) else effect
        try:
            result = yield changed
        except Exception as error:
            effect = steps.throw(error)
        else:
            try:
                effect = steps.send(result)
            except StopIteration as stop:
                return stop.value


def _no_content_refused(original: Any, operation: Any, answer: Response, **named: Any) -> Any:
    if answer.status == 204:
        raise errors.DecodeError("an empty body", status=204, operation_id=operation.id)
    return original(operation, answer, **named)


def _no_authorization(original: Any, *given: Any) -> Any:
    steps = original(*given)
    effect = next(steps)
    while True:
        if hasattr(effect, "request"):
            kept = tuple(pair for pair in effect.request.headers if pair[0] != "Authorization")
            effect = type(effect)(_with(effect.request, headers=kept))
        try:
            result = yield effect
        except BaseException as error:
            effect = steps.throw(error)
            continue
        try:
            effect = steps.send(result)
        except StopIteration as stop:
            return stop.value


def _one_page(original: Any, links: Any, page: Any) -> Any:
    original(links, page)


def _link_decoded(original: Any, links: Any, page: Any) -> Any:
    found = original(links, page)
    return found if found is None else _with(found, url=unquote(found.url))


def _any_host(original: Any, link: str, endpoint: Any) -> str:
    """Follow a link wherever it leads: only its path and query are looked at."""
    del original, endpoint
    return "/" + link.partition("://")[2].partition("/")[2]


def _doubled_items(original: Any, links: Any, read: Any) -> Any:
    page = original(links, read)
    return msgspec.structs.replace(page, items=[*page.items[:1], *page.items])


def _lost_item(original: Any, links: Any, read: Any) -> Any:
    page = original(links, read)
    return msgspec.structs.replace(page, items=page.items[:-1])


def _read_only_sent(original: Any, form: Any, model: Any, properties: Any, path: Any) -> Any:
    open_properties = {
        name: {key: value for key, value in schema.items() if key != "readOnly"}
        for name, schema in properties.items()
    }
    return original(form, model, open_properties, path)


def _nulls_dropped(original: Any, *given: Any) -> Any:
    return {name: value for name, value in original(*given).items() if value is not None}


def _unset_as_null(original: Any, form: Any, model: Any, properties: Any, path: Any) -> Any:
    return {**dict.fromkeys(properties), **original(form, model, properties, path)}


def _no_limits(*patches: str) -> list[Patch]:
    owners = {"request": request, "request_form": request_form}
    return [around(owners[name], "check", lambda original, *given: None) for name in patches]


def _body_on_get(sent: Request) -> Request:
    return sent if sent.body is not None else _with(sent, body=b"{}")


K = Operator
OPERATORS: Sequence[Operator] = (
    K(
        "K01",
        "wrong name of a header",
        ("wire.header",),
        mutant(_conditional, sends(header_renamed("if-match", "If-Mach"))),
    ),
    K(
        "K02",
        "wrong media type of a body",
        ("wire.media-type",),
        mutant(
            _has_body,
            sends(
                lambda sent: _with(
                    sent,
                    headers=tuple((k, "text/json" if k == "Content-Type" else v) for k, v in sent.headers),
                )
            ),
        ),
    ),
    K(
        "K03",
        "PATCH sent as PUT",
        ("wire.operation",),
        mutant(_where(lambda operation: operation.method == "PATCH"), sends(method("PATCH", "PUT"))),
    ),
    K(
        "K04",
        "PUT sent as POST",
        ("wire.operation",),
        mutant(_where(lambda operation: operation.method == "PUT"), sends(method("PUT", "POST"))),
    ),
    K(
        "K05",
        "slash in a path value not quoted",
        ("wire.path",),
        mutant(_has_path, segment(lambda text: quote(text, safe="/"))),
    ),
    K(
        "K06",
        "path value quoted twice",
        ("wire.path",),
        mutant(_has_path, segment(lambda text: quote(quote(text, safe=""), safe=""))),
    ),
    K("K07", "path value not quoted", ("wire.path",), mutant(_has_path, segment(lambda text: text))),
    K(
        "K08",
        "query value not quoted",
        ("wire.query",),
        mutant(_more_query, sends(url(lambda text: unquote(text) if "?" in text else text))),
    ),
    K(
        "K09",
        "explicit null dropped",
        ("wire.body",),
        mutant(
            _where(lambda operation: operation.method == "PATCH"),
            around(request_form.RequestForm, "_known_members", _nulls_dropped),
        ),
    ),
    K(
        "K10",
        "unset sent as null",
        ("wire.body",),
        mutant(_has_body, around(request_form.RequestForm, "_known_members", _unset_as_null)),
    ),
    K(
        "K11",
        "api-version dropped",
        ("request.version",),
        mutant(_any, sends(url(lambda text: re.sub(r"api-version=[^&]*&?", "", text)))),
    ),
    K(
        "K12",
        "api-version of another release",
        ("request.query-value",),
        mutant(
            _any,
            sends(url(lambda text: re.sub(r"api-version=[^&]*", "api-version=2019-10-28-preview", text))),
        ),
    ),
    K(
        "K13",
        "offset of date-times cut",
        ("answer.lossless",),
        mutant(_answers, sends(body(lambda value: each_value(value, _no_offset))), reads(_no_offset)),
    ),
    K("K14", "order of a list turned round", ("answer.lossless",), mutant(_answers, reads(_reversed))),
    K(
        "K15",
        "list cut to its first item",
        ("answer.lossless",),
        mutant(_answers, sends(body(lambda value: each_value(value, _first))), reads(_first)),
    ),
    K("K16", "limits of a body not looked at", ("refusal",), mutant(_has_body, *_no_limits("request_form"))),
    K(
        "K17",
        "unknown members not kept",
        ("answer.lossless",),
        mutant(_answers, around(codec, "loosen", _dropped_extras)),
    ),
    K(
        "K18",
        "member read under a wrong name",
        ("answer.lossless",),
        mutant(
            _answers,
            reads(_renamed("id", "ID")),
            reads(_renamed("displayName", "DisplayName")),
            reads(_renamed("value", "Value")),
        ),
    ),
    K("K19", "date-time read as a date", ("answer.lossless",), mutant(_answers, reads(_date))),
    K("K20", "large integers cut", ("answer.lossless",), mutant(_answers, reads(_small))),
    K(
        "K21",
        "body of an error not read",
        ("answer.error",),
        mutant(_any, around(response, "_details", _without_details)),
    ),
    K(
        "K22",
        "error of a general class",
        ("answer.error",),
        mutant(_any, around(response, "_class", _general_class)),
    ),
    K("K23", "null read as missing", ("answer.lossless",), mutant(_answers, reads(_no_nulls))),
    K(
        "K24",
        "limits of path and query not looked at",
        ("refusal",),
        mutant(
            _where(
                lambda operation: any(
                    {"pattern", "maxLength"} & set(one.schema) for one in operation.of("path")
                )
            ),
            *_no_limits("request"),
        ),
    ),
    K(
        "K25",
        "$metadata under another name",
        ("answer.lossless",),
        mutant(
            _where(
                lambda operation: (
                    operation.tag in ("Devices", "Modules", "Properties")
                    and "propert" in operation.path.lower()
                )
            ),
            sends(body(lambda value: each_value(value, _renamed("$metadata", "metadata")))),
            reads(_renamed("$metadata", "metadata")),
        ),
    ),
    K(
        "K26",
        "read-only members sent",
        ("wire.read-only",),
        mutant(
            _where(lambda operation: operation.method in ("PUT", "PATCH") and bool(operation.body)),
            around(request_form.RequestForm, "_known_members", _read_only_sent),
        ),
    ),
    K(
        "K27",
        "path of the async client differs",
        ("wire.async",),
        mutant(_any, around(drivers.AsyncDriver, "run", _call_elsewhere)),
    ),
    K(
        "K28",
        "first page only",
        ("paging.items",),
        mutant(_pageable, around(paging.Links, "following", _one_page)),
    ),
    K(
        "K29",
        "body on an operation that takes none",
        ("request.body-unexpected",),
        mutant(_where(lambda operation: not operation.body), sends(_body_on_get)),
    ),
    K(
        "K31",
        "Authorization lost",
        ("request.authorization",),
        mutant(_any, around(drivers, "call", _no_authorization)),
    ),
    K(
        "K32",
        "204 not taken as a success",
        ("answer",),
        mutant(_where(lambda operation: 204 in operation.success), around(flow, "read", _no_content_refused)),
    ),
    K(
        "K33",
        "link of the next page decoded",
        ("paging.followed",),
        mutant(_pageable, around(paging.Links, "following", _link_decoded)),
    ),
    K(
        "K34",
        "link to another host followed",
        ("paging",),
        mutant(_pageable, around(paging, "target_of", _any_host)),
    ),
    K(
        "K35",
        "operation with an effect repeated",
        ("wire.repeated",),
        mutant(
            _where(lambda operation: operation.retry in ("once", "conditional")),
            around(retry, "is_repeatable", lambda original, *given: True),
        ),
    ),
    K(
        "K36",
        "item of a page twice",
        ("paging.items",),
        mutant(_pageable, around(paging.Links, "page", _doubled_items)),
    ),
    K(
        "K37",
        "last item of a page lost",
        ("paging.items",),
        mutant(_pageable, around(paging.Links, "page", _lost_item)),
    ),
    K(
        "K38",
        "http instead of https",
        ("wire.origin",),
        mutant(_any, sends(url(lambda text: text.replace("https:", "http:")))),
    ),
    K(
        "K39",
        "query parameters lost",
        ("wire.query",),
        mutant(_more_query, sends(url(lambda text: re.sub(r"(\?api-version=[^&]*).*", r"\1", text)))),
    ),
    K(
        "K40",
        "page without its link taken for one with an empty link",
        ("paging",),
        mutant(
            _pageable,
            around(
                paging.Links,
                "following",
                lambda original, links, page: original(links, page) if page.items else None,
            ),
        ),
    ),
)
