"""Whether a request keeps the contract, judged by the raw document alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from contract_tests.reading.document import Document, Schema
from contract_tests.reading.exchange import Request, media_type_of, values_of
from contract_tests.reading.operations import Operation, Parameter, decoded, operation_of
from contract_tests.reading.strict_json import BadJsonError, read
from contract_tests.reading.validators import schema_violations
from contract_tests.reading.violations import Violation

__all__ = ["body_of", "judge_request", "query_pairs"]


def judge_request(document: Document, request: Request, *, sealed: bool = True) -> list[Violation]:
    """Every rule `request` breaks; empty if it is one the document allows."""
    found = operation_of(document, request.method, request.path)
    if found is None:
        return [Violation("request.path", f"no operation answers {request.method} {request.path}")]
    operation, path_values = found
    judged = [
        *_path(document, operation, path_values),
        *_query(document, operation, request),
        *_headers(document, operation, request),
        *_body(document, operation, request, sealed=sealed),
    ]
    return [violation.at(operation=operation.id) for violation in judged]


def _path(document: Document, operation: Operation, raw_values: dict[str, str]) -> Iterator[Violation]:
    for parameter in operation.of("path"):
        raw = raw_values[parameter.name]
        value = decoded(raw)
        place = f"/path/{parameter.name}"
        if value is None:
            yield Violation("request.path-value", f"{raw!r} is no percent-encoded UTF-8", pointer=place)
        elif value in ("", ".", ".."):
            yield Violation("request.path-value", f"{raw!r} is no segment of its own", pointer=place)
        else:
            yield from _value(document, parameter, value)


_VALUE_RULES = {"path": "request.path-value", "query": "request.query-value", "header": "request.header"}


def _value(document: Document, parameter: Parameter, text: str) -> Iterator[Violation]:
    place = f"/{parameter.location}/{parameter.name}"
    for violation in schema_violations(document, parameter.schema, typed(parameter.schema, text), "request"):
        yield Violation(_VALUE_RULES[parameter.location], violation.message, pointer=place)


def typed(schema: Schema, text: str) -> Any:
    """A parameter's text as the JSON value its schema speaks of; the text itself if it is none."""
    if schema.get("type") not in ("integer", "number", "boolean"):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def query_pairs(query: str) -> list[tuple[str, str]]:
    """The pairs of a query in order, names and values decoded; nothing is merged or dropped."""
    if not query:
        return []
    parts = (pair.partition("=") for pair in query.split("&"))
    return [(_form_decoded(name), _form_decoded(value)) for name, _, value in parts]


def _form_decoded(raw: str) -> str:
    return unquote(raw.replace("+", " "), errors="strict") if decoded(raw) is not None else raw


def _query(document: Document, operation: Operation, request: Request) -> Iterator[Violation]:
    pairs = query_pairs(request.query)
    names = [name for name, _ in pairs]
    declared = {parameter.name: parameter for parameter in operation.of("query")}
    for name, value in pairs:
        if name in declared:
            yield from _value(document, declared[name], value)
        else:
            yield Violation("request.query-unknown", f"{name!r} is none", pointer=f"/query/{name}")
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Violation("request.query-duplicate", f"{name!r} stands twice", pointer=f"/query/{name}")
    for name, parameter in declared.items():
        if parameter.required and name not in names:
            yield Violation(_missing_rule(name), f"{name!r} is missing", pointer=f"/query/{name}")


def _missing_rule(name: str) -> str:
    return "request.version" if name == "api-version" else "request.query-missing"


def _headers(document: Document, operation: Operation, request: Request) -> Iterator[Violation]:
    credentials = values_of(request.headers, "authorization")
    if len(credentials) != 1 or not credentials[0].strip():
        yield Violation(
            "request.authorization", "one Authorization header must be sent", pointer="/header/authorization"
        )
    for parameter in operation.of("header"):
        values = values_of(request.headers, parameter.name)
        if parameter.required and not values:
            yield Violation(
                "request.header", f"{parameter.name!r} is missing", pointer=f"/header/{parameter.name}"
            )
        for value in values:
            yield from _value(document, parameter, value)


def _body(document: Document, operation: Operation, request: Request, *, sealed: bool) -> Iterator[Violation]:
    if not operation.body:
        if request.body:
            yield Violation("request.body-unexpected", f"{request.method} takes no body here")
        return
    if not request.body:
        if operation.body_required:
            yield Violation("request.body-missing", "the body is missing")
        return
    media_type = media_type_of(request.header("content-type"))
    if media_type is None or media_type not in operation.body:
        expected = " or ".join(operation.body)
        yield Violation(
            "request.media-type", f"{media_type} is sent, not {expected}", pointer="/header/content-type"
        )
        return
    yield from _json_body(document, operation.body[media_type], request.body, sealed=sealed)


def _json_body(document: Document, schema: Schema, raw: bytes, *, sealed: bool) -> Iterator[Violation]:
    try:
        value = read(raw)
    except BadJsonError as error:
        yield Violation("request.body-json", str(error))
        return
    for violation in schema_violations(document, schema, value, "request", sealed=sealed):
        rule = violation.rule if violation.rule in ("read-only", "unknown-member") else "body"
        yield Violation(f"request.{rule}", violation.message, pointer=violation.pointer)


def body_of(request: Request) -> Any:
    """The JSON value a request carries; raises `BadJsonError` if it is none."""
    return read(request.body or b"")
