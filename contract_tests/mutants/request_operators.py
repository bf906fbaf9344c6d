"""Operators on requests: what a client could put on the wire instead of what it was told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urlsplit

from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.sent import Sent, rebuilt, with_header, with_query
from contract_tests.reading.exchange import Request
from contract_tests.reading.requests import query_pairs

__all__ = ["OPERATORS"]


def _pairs(sent: Sent) -> list[tuple[str, str]]:
    return query_pairs(sent.request.query)


def _body(sent: Sent) -> Any:
    return json.loads(sent.request.body) if sent.request.body else None


def query(
    change: Callable[[list[tuple[str, str]]], list[tuple[str, str]]],
) -> Callable[[Sent], Iterator[Mutant]]:
    def mutate(sent: Sent) -> Iterator[Mutant]:
        pairs = change(_pairs(sent))
        if pairs != _pairs(sent):
            yield Mutant("query", with_query(sent.request, pairs))

    return mutate


def header(name: str, value: str | None) -> Callable[[Sent], Iterator[Mutant]]:
    def mutate(sent: Sent) -> Iterator[Mutant]:
        if sent.request.header(name) is not None:
            yield Mutant(name, with_header(sent.request, name, value))

    return mutate


def path(change: Callable[[str], str]) -> Callable[[Sent], Iterator[Mutant]]:
    def mutate(sent: Sent) -> Iterator[Mutant]:
        split = urlsplit(sent.request.url)
        changed = change(split.path)
        if changed != split.path:
            yield Mutant(changed, replace(sent.request, url=split._replace(path=changed).geturl()))

    return mutate


def _capital(raw: str) -> str:
    return re.sub(r"/api/(v1/)?([a-z])", lambda match: f"/api/{match[1] or ''}{match[2].upper()}", raw)


def path_case(sent: Sent) -> Iterator[Mutant]:
    """Azure Resource Manager takes paths in any case, and the suite's own reading does not."""
    yield from path(_capital)(sent)


def member(where: Callable[[Any], bool], become: Callable[[Any], Any]) -> Callable[[Sent], Iterator[Mutant]]:
    """Change the value of one member at the top of the body."""

    def mutate(sent: Sent) -> Iterator[Mutant]:
        body = _body(sent)
        for name, value in body.items() if isinstance(body, dict) else ():
            if where(value):
                yield Mutant(f"/{name}", rebuilt(sent.request, body={**body, name: become(value)}))

    return mutate


def member_dropped(where: Callable[[Any], bool]) -> Callable[[Sent], Iterator[Mutant]]:
    def mutate(sent: Sent) -> Iterator[Mutant]:
        body = _body(sent)
        for name, value in body.items() if isinstance(body, dict) else ():
            if where(value):
                rest = {key: each for key, each in body.items() if key != name}
                yield Mutant(f"/{name}", rebuilt(sent.request, body=rest))

    return mutate


def _properties(sent: Sent) -> dict[str, Any]:
    from contract_tests.strategies.drawing import merged

    schema = next(iter(sent.target.operation.body.values()), None)
    found = merged(sent.target.document, schema) if schema is not None else {}
    return dict(found.get("properties", {}))


def read_only_sent(sent: Sent) -> Iterator[Mutant]:
    body = _body(sent)
    for name, schema in _properties(sent).items():
        if sent.target.document.resolved(schema).get("readOnly") and isinstance(body, dict):
            yield Mutant(f"/{name}", rebuilt(sent.request, body={**body, name: "one"}))


def enum_name(sent: Sent) -> Iterator[Mutant]:
    """The name of an enum's member in place of its value."""
    body = _body(sent)
    for name, schema in _properties(sent).items():
        found = sent.target.document.resolved(schema)
        enum = found.get("enum") or sent.target.document.resolved(found.get("items", {})).get("enum")
        if enum and isinstance(body, dict) and name in body and body[name] is not None:
            spoken = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", str(enum[0])).upper()
            value = [spoken] if isinstance(body[name], list) else spoken
            if spoken != enum[0]:
                yield Mutant(f"/{name}", rebuilt(sent.request, body={**body, name: value}))


def raw_dtmi(sent: Sent) -> Iterator[Mutant]:
    """`:` and `;` of an id as they are: legal in a path, only another form of the same."""
    yield from path(lambda raw: raw.replace("%3A", ":").replace("%3B", ";"))(sent)


def encoded_twice(sent: Sent) -> Iterator[Mutant]:
    yield from path(lambda raw: raw.replace("%3A", "%253A").replace("%3B", "%253B"))(sent)


def merge_patch(sent: Sent) -> Iterator[Mutant]:
    if sent.request.method == "PUT" and sent.request.header("content-type"):
        yield Mutant("PUT", with_header(sent.request, "content-type", "application/merge-patch+json"))


def with_body(sent: Sent) -> Iterator[Mutant]:
    if not sent.target.operation.body:
        yield Mutant("a body", rebuilt(sent.request, body={"surplus": 1}))


def without_body(sent: Sent) -> Iterator[Mutant]:
    if sent.request.body:
        yield Mutant("no body", replace(sent.request, body=None))


def encoded_body_twice(sent: Sent) -> Iterator[Mutant]:
    if sent.request.body:
        yield Mutant("a JSON string", rebuilt(sent.request, body=sent.request.body.decode()))


def broken_body(sent: Sent) -> Iterator[Mutant]:
    if sent.request.body:
        yield Mutant("NaN", replace(sent.request, body=sent.request.body[:-1] + b',"x":NaN}'))


def unknown_member(sent: Sent) -> Iterator[Mutant]:
    body = _body(sent)
    if isinstance(body, dict):
        yield Mutant("/surplus", rebuilt(sent.request, body={**body, "surplus": 1}))


def page_size_of_nothing(sent: Sent) -> Iterator[Mutant]:
    for name in ("maxpagesize", "$top"):
        pairs = _pairs(sent)
        if any(key == name for key, _ in pairs):
            yield Mutant(name, with_query(sent.request, [(k, "0" if k == name else v) for k, v in pairs]))


def plain_http(sent: Sent) -> Iterator[Mutant]:
    yield Mutant("http", replace(sent.request, url=sent.request.url.replace("https://", "http://")))


def another_host(sent: Sent) -> Iterator[Mutant]:
    yield Mutant("host", replace(sent.request, url=sent.request.url.replace("://", "://fabrikam-", 1)))


def page_without_token(sent: Sent) -> Iterator[Mutant]:
    if len(sent.pages) > 1:
        asked = [sent.pages[0], re.sub(r"&%24skiptoken=[^&]*", "", sent.pages[1]), *sent.pages[2:]]
        yield Mutant("second page", asked)


def page_decoded(sent: Sent) -> Iterator[Mutant]:
    """The link decoded and encoded once more, which loses what its token is made of."""
    if len(sent.pages) > 1:
        asked = [sent.pages[0], unquote(sent.pages[1]), *sent.pages[2:]]
        yield Mutant("second page", asked)


def method_changed(old: str, new: str) -> Callable[[Sent], Iterator[Mutant]]:
    def mutate(sent: Sent) -> Iterator[Mutant]:
        if sent.request.method == old:
            yield Mutant(f"{old} -> {new}", replace(sent.request, method=new))

    return mutate


def twice(request: Request, name: str) -> Request:
    value = request.header(name)
    return replace(request, headers=(*request.headers, (name, value or "")))


def credentials_twice(sent: Sent) -> Iterator[Mutant]:
    yield Mutant("authorization", twice(sent.request, "authorization"))


def values_swapped(sent: Sent) -> Iterator[Mutant]:
    """Two values of the path in each other's place."""
    values = list(sent.call.path.values())
    if len(values) > 1:
        wanted = dict(zip(sent.call.path, [*values[1:], values[0]], strict=True))
        raw = sent.target.operation.path
        for name in sent.call.path:
            raw = raw.replace("{" + name + "}", f"{wanted[name]}-{name}")
        split = urlsplit(sent.request.url)
        base = sent.target.document.base_path
        yield Mutant("path", replace(sent.request, url=split._replace(path=base + raw).geturl()))


def _text(value: Any) -> bool:
    return isinstance(value, str)


Pairs = list[tuple[str, str]]


def _other_pairs(pairs: Pairs) -> Pairs:
    """All but the api-version."""
    return [(name, value) for name, value in pairs if name != "api-version"]


def _version(value: str) -> Callable[[Pairs], Pairs]:
    return lambda pairs: [(name, value if name == "api-version" else each) for name, each in pairs]


def query_dropped(sent: Sent) -> Iterator[Mutant]:
    pairs = _pairs(sent)
    for name, _ in _other_pairs(pairs):
        yield Mutant(name, with_query(sent.request, [pair for pair in pairs if pair[0] != name]))


def query_encoded_twice(sent: Sent) -> Iterator[Mutant]:
    for name, value in _pairs(sent):
        if "'" in value:
            changed = [(k, v.replace("'", "%27") if k == name else v) for k, v in _pairs(sent)]
            yield Mutant(name, with_query(sent.request, changed))


OPERATORS = (
    Operator("C01", "api-version dropped", ("request.version",), query(_other_pairs)),
    Operator("C02", "api-version nobody knows", ("request.query-value",), query(_version("1999-12-31"))),
    Operator(
        "C03",
        "api-version twice",
        ("request.query-duplicate",),
        query(lambda pairs: [*pairs, *[pair for pair in pairs if pair[0] == "api-version"]]),
    ),
    Operator(
        "C04",
        "query parameter nobody names",
        ("request.query-unknown",),
        query(lambda pairs: [*pairs, ("surplus", "1")]),
    ),
    Operator("C05", "path in another case", ("request.path",), path_case),
    Operator("C06", "id in the path not encoded (another form of the same)", ("wire.path",), raw_dtmi),
    Operator("C07", "id in the path encoded twice", ("wire.path",), encoded_twice),
    Operator("C08", "body removed", ("request.body-missing",), without_body),
    Operator("C09", "read-only member sent", ("request.read-only",), read_only_sent),
    Operator("C10", "member nobody names", ("request.unknown-member", "wire.body"), unknown_member),
    Operator("C11", "PUT as merge patch", ("request.media-type",), merge_patch),
    Operator("C12", "value of a member changed", ("wire.body",), member(_text, lambda value: value + "x")),
    Operator("C13", "name of an enum's member for its value", ("request.body",), enum_name),
    Operator(
        "C14",
        "member dropped",
        ("wire.body", "request.body"),
        member_dropped(lambda value: value is not None),
    ),
    Operator("C15", "Authorization dropped", ("request.authorization",), header("authorization", None)),
    Operator("C16", "Authorization twice", ("request.authorization",), credentials_twice),
    Operator("C17", "If-Match dropped", ("wire.header",), header("if-match", None)),
    Operator("C18", "If-Match of anything", ("wire.header",), header("if-match", "*")),
    Operator("C19", "pages of no size", ("request.query-value",), page_size_of_nothing),
    Operator("C20", "Content-Type dropped", ("request.media-type",), header("content-type", None)),
    Operator("C21", "a body where none is taken", ("request.body-unexpected",), with_body),
    Operator("C22", "values of the path swapped", ("wire.path",), values_swapped),
    Operator(
        "C23",
        "boolean as a text",
        ("request.body",),
        member(lambda value: isinstance(value, bool), lambda value: str(value).lower()),
    ),
    Operator(
        "C24",
        "list cut to its first item, or doubled",
        ("wire.body",),
        member(
            lambda value: isinstance(value, list) and len(value) > 0,
            lambda value: value[:1] if len(value) > 1 else value * 2,
        ),
    ),
    Operator("C25", "next page without its token", ("paging.followed",), page_without_token),
    Operator("C26", "slash at the end of the path", ("request.path",), path(lambda raw: raw + "/")),
    Operator("C27", "body encoded twice", ("request.body",), encoded_body_twice),
    Operator("C28", "PUT as POST", ("request.path", "wire.operation"), method_changed("PUT", "POST")),
    Operator("C29", "http instead of https", ("wire.origin",), plain_http),
    Operator("C30", "another host", ("wire.origin",), another_host),
    Operator("C31", "null dropped", ("wire.body",), member_dropped(lambda value: value is None)),
    Operator("C32", "query parameter dropped", ("wire.query",), query_dropped),
    Operator("C33", "filter encoded twice", ("wire.query",), query_encoded_twice),
    Operator("C34", "PATCH as PUT", ("wire.operation", "request.media-type"), method_changed("PATCH", "PUT")),
    Operator("C35", "body that is no JSON", ("request.body-json",), broken_body),
    Operator("C36", "link of the next page decoded", ("paging.followed",), page_decoded),
    Operator(
        "C37", "credential of another kind", ("wire.authorization",), header("authorization", "Basic YTpi")
    ),
)
