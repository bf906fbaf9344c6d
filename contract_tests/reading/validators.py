"""One engine (jsonschema-rs) for every body and parameter, its errors as violations with an exact pointer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import jsonschema_rs

from contract_tests.reading.document import Document, Schema, kept_by_document
from contract_tests.reading.views import Direction, view
from contract_tests.reading.violations import Violation

__all__ = ["is_rfc1123", "pointer", "schema_violations", "validator"]

_RFC1123 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT", re.ASCII
)

_RULES = {
    "type": "type",
    "format": "format",
    "enum": "enum",
    "const": "enum",
    "anyOf": "union-tag",
    "falseSchema": "read-only",
    "not": "schema",
    "propertyNames": "schema",
}
"""Engine keyword to the fault it means; every other keyword is a limit."""


def is_rfc1123(text: str) -> bool:
    """Whether `text` is an HTTP date such as `Tue, 03 Jun 2008 11:05:30 GMT`."""
    if not _RFC1123.fullmatch(text):
        return False
    try:
        parsed = parsedate_to_datetime(text)
    except ValueError:
        return False
    return parsed.strftime("%a") == text[:3]


def validator(
    document: Document, schema: Schema, direction: Direction, *, sealed: bool
) -> jsonschema_rs.Draft202012Validator:
    """The compiled validator of a schema of `document`, as one side of the wire sees it."""
    return _compiled(document, json.dumps(schema, sort_keys=True), direction, sealed)


@kept_by_document
def _compiled(
    document: Document, schema: str, direction: Direction, sealed: bool
) -> jsonschema_rs.Draft202012Validator:
    seen = view(document, direction, sealed=sealed)
    return jsonschema_rs.Draft202012Validator(
        {**seen.of(json.loads(schema)), "$defs": seen.definitions},
        validate_formats=True,
        formats={"date-time-rfc1123": is_rfc1123},
    )


def schema_violations(
    document: Document, schema: Schema, instance: Any, direction: Direction, *, sealed: bool = True
) -> Iterator[Violation]:
    """Everything about `instance` that its schema refuses, one violation a fault, `rule` its kind."""
    for error in validator(document, schema, direction, sealed=sealed).iter_errors(instance):
        yield from _violations(error)


def _violations(error: jsonschema_rs.ValidationError) -> Iterator[Violation]:
    keyword = str(error.kind.name)
    path = list(error.instance_path)
    if keyword == "additionalProperties":
        for member in error.kind.as_dict()["unexpected"]:
            yield Violation("unknown-member", f"{member!r} is not named", pointer=pointer([*path, member]))
    elif keyword == "required":
        member = error.kind.as_dict()["property"]
        rule = "always" if list(error.schema_path)[-2:] == ["then", "required"] else "required"
        yield Violation(rule, f"{member!r} is missing", pointer=pointer([*path, member]))
    else:
        yield Violation(_RULES.get(keyword, "limit"), _short(error.message), pointer=pointer(path))


def pointer(path: list[str | int]) -> str:
    """The JSON pointer (RFC 6901) of a path of names and indexes."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _short(message: str) -> str:
    return message if len(message) <= 200 else f"{message[:200]}…"
