"""Whether an answer keeps the contract: its status, media type, body, and what the service always says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contract_tests.reading.document import Document, Schema
from contract_tests.reading.exchange import Answer, media_type_of
from contract_tests.reading.operations import Operation, Response
from contract_tests.reading.strict_json import BadJsonError, read
from contract_tests.reading.validators import schema_violations
from contract_tests.reading.violations import Violation

__all__ = ["NOT_SERVED", "TRANSPORT_STATUSES", "json_of", "judge_answer"]

TRANSPORT_STATUSES = frozenset({405, 413, 415, 501})
"""Said by whatever carries the request; only the body is looked at."""

NOT_SERVED = 501


def judge_answer(
    document: Document, operation: Operation, answer: Answer, *, sealed: bool = True
) -> list[Violation]:
    """Every rule `answer` breaks; empty if it is one the document allows to `operation`."""
    response = operation.responses.get(answer.status)
    judged: list[Violation] = []
    if response is None and not (answer.status in TRANSPORT_STATUSES or _only_drift(answer, sealed=sealed)):
        rule = "error.status" if answer.status >= 400 else "answer.success-status"
        judged.append(Violation(rule, f"{answer.status} is not named by the operation"))
    if response is None and answer.status >= 400:
        response = operation.default
    if response is not None:
        judged += _body(document, response, answer, sealed=sealed)
    return [violation.at(operation=operation.id, status=answer.status) for violation in judged]


def _only_drift(answer: Answer, *, sealed: bool) -> bool:
    return not sealed and answer.status >= 400


def _body(document: Document, response: Response, answer: Answer, *, sealed: bool) -> Iterator[Violation]:
    if not response.content:
        if answer.body:
            yield Violation("answer.body-unexpected", "a body where none is declared")
        return
    if not answer.body:
        yield Violation("answer.empty", "the body is empty")
        return
    media_type = media_type_of(answer.header("content-type"))
    if media_type is None or media_type not in response.content:
        expected = " or ".join(response.content)
        yield Violation("answer.media-type", f"{media_type} is answered, not {expected}")
        return
    yield from _json_body(document, response, response.content[media_type], answer, sealed=sealed)


def _json_body(
    document: Document, response: Response, schema: Schema, answer: Answer, *, sealed: bool
) -> Iterator[Violation]:
    try:
        value = read(answer.body)
    except BadJsonError as error:
        yield Violation("answer.json", str(error))
        return
    for violation in schema_violations(document, schema, value, "answer", sealed=sealed):
        yield Violation(_rule(violation.rule), violation.message, pointer=violation.pointer)
    yield from _always(response, value)
    yield from _headers_agree(answer, value)


def _rule(fault: str) -> str:
    return "always.missing" if fault == "always" else f"answer.{fault}"


def _always(response: Response, value: Any) -> Iterator[Violation]:
    for member in response.always:
        if not isinstance(value, dict) or member not in value:
            yield Violation("always.missing", f"{member!r} is missing", pointer=f"/{member}")


def _headers_agree(answer: Answer, value: Any) -> Iterator[Violation]:
    if not isinstance(value, dict):
        return
    code = answer.header("x-ms-error-code")
    error = value.get("error")
    if code is not None and isinstance(error, dict) and error.get("code") != code:
        yield Violation("error.code-header", f"the header says {code!r}", pointer="/error/code")
    etag = answer.header("etag")
    if etag is not None and "etag" in value and value["etag"] != etag:
        yield Violation("echo.etag", f"the header says {etag!r}", pointer="/etag")


def json_of(answer: Answer) -> Any:
    """The JSON value of an answer, or None where there is none to read."""
    try:
        return read(answer.body) if answer.body else None
    except BadJsonError:
        return None
