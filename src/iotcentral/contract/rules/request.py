"""What clients send: path, query, headers and body, judged by the operation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from iotcentral.contract.case import Case
from iotcentral.contract.compiled import VERSION_PARAMETER, CompiledOperation, CompiledParameter
from iotcentral.contract.exchanges import MISSING
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child, follow
from iotcentral.contract.shapes import Shape, objects

__all__ = ["judge_request"]

_TWICE = re.compile(r"%(3A|3B|2F|25)", re.IGNORECASE)
_MASKED = re.compile(r"=\*{5,}(;|$)")
_MASK = "*****"
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "testserver")
_CONTINUATION = ("$skiptoken", "skiptoken")


def judge_request(case: Case) -> Iterator[Finding]:
    """Every fault of a request that one look at it shows."""
    yield from _version(case)
    yield from _scheme(case)
    if case.operation is None:
        yield from _unmatched(case)
        return
    yield from _path(case, case.operation)
    yield from _query(case, case.operation)
    yield from _headers(case, case.operation)
    yield from _body(case, case.operation)


def _version(case: Case) -> Iterator[Finding]:
    if case.version is None:
        yield case.finding("request.version", "", "the query parameter `api-version` is missing")
    elif case.version != case.kit.contract.version:
        yield case.finding("request.version", "", f"no spec of api-version {case.version!r}")


def _scheme(case: Case) -> Iterator[Finding]:
    split = case.request.split
    if split.scheme == "http" and split.hostname not in _LOOPBACK:
        yield case.finding("request.scheme", "", f"plain http to {split.hostname}", "/servers/0")


def _unmatched(case: Case) -> Iterator[Finding]:
    request = case.request
    if case.match is None:
        yield case.finding("request.path", "", f"no operation at {request.split.path}", "/paths")
    else:
        allowed = ", ".join(case.match.allowed)
        message = f"{request.method} is not one of the methods of {request.split.path}: {allowed}"
        yield case.finding("request.method", "", message, "/paths")


def _refusals(case: Case, parameter: CompiledParameter, value: str) -> list[str]:
    typed: Any = value
    kind = follow(case.kit.contract.document, parameter.schema).get("type")
    if kind in ("integer", "number") and re.fullmatch(r"-?\d+(\.\d+)?", value):
        typed = float(value) if "." in value else int(value)
    elif kind == "boolean" and value in ("true", "false"):
        typed = value == "true"
    return [fault.message for fault in case.kit.requests.faults(parameter.schema, typed)]


def _path(case: Case, operation: CompiledOperation) -> Iterator[Finding]:
    for name, parameter in operation.at("path").items():
        value = case.values.get(name, "")
        for message in _refusals(case, parameter, value):
            yield case.finding("request.path-value", "", f"`{name}`: {message}", parameter.schema)
        if _TWICE.search(value) and unquote(value) != value:
            message = f"`{name}` is percent-encoded twice: {value}"
            yield case.finding("request.path-value", "", message, parameter.schema)


def _query(case: Case, operation: CompiledOperation) -> Iterator[Finding]:
    sent: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in case.request.query:
        sent[name].append(value)
    known = operation.at("query")
    for name, parameter in known.items():
        if name == VERSION_PARAMETER:
            continue
        if name not in sent and parameter.required:
            yield case.finding("request.query-missing", "", f"`{name}` is missing", parameter.schema)
        for value in sent.get(name, ()):
            for message in _refusals(case, parameter, value):
                yield case.finding("request.query-value", "", f"`{name}`: {message}", parameter.schema)
    yield from _query_form(case, operation, sent)


def _query_form(
    case: Case, operation: CompiledOperation, sent: defaultdict[str, list[str]]
) -> Iterator[Finding]:
    # A link of the service is followed as it stands; it may hold parameters of the service's own.
    continues = case.follows_link or (operation.pages and any(name in sent for name in _CONTINUATION))
    for name, values in sent.items():
        if len(set(values)) > 1:
            message = f"`{name}` comes with {len(set(values))} values: {', '.join(values)}"
            yield case.finding("request.query-duplicate", "", message)
        if name not in operation.at("query") and not continues:
            yield case.finding("request.query-unknown", "", f"`{name}` is no parameter of this operation")


def _headers(case: Case, operation: CompiledOperation) -> Iterator[Finding]:
    for name, parameter in operation.at("header").items():
        value = case.request.header(name)
        if value is None:
            if parameter.required:
                yield case.finding("request.header", "", f"header `{name}` is missing", parameter.schema)
            continue
        for message in _refusals(case, parameter, value):
            yield case.finding("request.header", "", f"header `{name}`: {message}", parameter.schema)


def _body(case: Case, operation: CompiledOperation) -> Iterator[Finding]:
    request, body = case.request, operation.body
    if body is None:
        if request.body:
            yield case.finding("request.body-unexpected", "", f"{request.method} with a body")
        return
    if not request.body:
        if body.required:
            yield case.finding("request.body-missing", "", "no body")
        return
    kind = request.media_type
    if kind not in body.media_types:
        allowed = ", ".join(body.media_types)
        message = f"Content-Type is {kind or 'missing'}, the operation takes {allowed}"
        yield case.finding("request.media-type", "", message)
    schema = body.media_types.get(kind or "", next(iter(body.media_types.values())))
    if request.json is MISSING:
        yield case.finding("request.body-json", "", "the body is not valid JSON", schema)
        return
    for fault in case.kit.requests.faults(schema, request.json):
        yield case.finding("request.body", fault.pointer, fault.message, fault.spec)
    yield from _members(case, case.kit.shapes.at(schema), request.json)


def _members(case: Case, shape: Shape, value: Any) -> Iterator[Finding]:
    resource = _resource(case)
    for known, holder, where in objects(shape, value):
        answered = resource.answered_only(holder) if resource and where == "" else set[str]()
        for name in holder:
            place = child(where, name)
            if name in known.read_only or (name not in known.members and name in answered):
                yield case.finding(
                    "request.read-only", place, f"`{name}` is answered only", _spec(known, name)
                )
            elif not known.open and name not in known.members:
                message = f"`{name}` is no member the spec names"
                yield case.finding("request.unknown-member", place, message, known.pointer)
            if _is_masked(holder[name], secret=name in known.secret):
                yield case.finding("request.masked-secret", place, f"`{name}` is masked", _spec(known, name))


def _spec(shape: Shape, name: str) -> str:
    return shape.members[name].pointer if name in shape.members else shape.pointer


def _resource(case: Case) -> Shape | None:
    """Return the shape of what the operation answers: a PATCH names fewer members than it has."""
    for answer in case.operation.answers.values() if case.operation else ():
        if answer.media_types:
            return case.kit.shapes.at(next(iter(answer.media_types.values())))
    return None


def _is_masked(value: Any, *, secret: bool) -> bool:
    return isinstance(value, str) and (_MASK in value if secret else _MASKED.search(value) is not None)
