"""What the service answers: status, media type, body against the schema, members the spec does not name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iotcentral.contract.case import Case
from iotcentral.contract.compiled import CompiledAnswer
from iotcentral.contract.exchanges import MISSING, Answer, named_twice
from iotcentral.contract.findings import Finding
from iotcentral.contract.pointers import child
from iotcentral.contract.rules.always import judge_always
from iotcentral.contract.rules.error import is_error_body, judge_error
from iotcentral.contract.rules.polls import POLLED, is_absolute
from iotcentral.contract.shapes import objects

__all__ = ["judge_answer"]

_RULES = {
    "type": "answer.type",
    "required": "answer.required",
    "limit": "answer.limit",
    "format": "answer.format",
    "enum": "answer.enum",
    "tag": "answer.union-tag",
    "schema": "answer.schema",
}


def judge_answer(case: Case) -> Iterator[Finding]:
    """Every fault of an answer that one look at it shows."""
    answer, documented = case.answer, case.documented
    if answer is None or case.operation is None:
        return
    yield from _status(case, answer)
    if documented is not None:
        yield from _headers(case, answer, documented)
        yield from _body(case, answer, documented)


def _status(case: Case, answer: Answer) -> Iterator[Finding]:
    operation = case.operation
    if operation is None or answer.status in operation.answers or answer.status in case.policy.transport:
        return
    named = ", ".join(str(status) for status in operation.answers)
    rule = "error.status" if answer.status >= 400 else "answer.success-status"
    message = f"status {answer.status} is not one the operation names: {named}"
    yield case.finding(rule, "", message, operation.pointer + "/responses")


def _headers(case: Case, answer: Answer, documented: CompiledAnswer) -> Iterator[Finding]:
    for header in documented.headers:
        value = answer.header(header.name)
        if value is None and header.required:
            yield case.finding("answer.header", "", f"header `{header.name}` is missing", header.schema)
        for fault in case.kit.answers.faults(header.schema, value) if value is not None else ():
            message = f"header `{header.name}`: {fault.message}"
            yield case.finding("answer.header", "", message, header.schema)
    if answer.status == 202:
        yield from _to_ask_after(case, answer, documented)


def _to_ask_after(case: Case, answer: Answer, documented: CompiledAnswer) -> Iterator[Finding]:
    declared = [each.name for each in documented.headers if each.name.lower() in POLLED]
    given = [value for name in declared if (value := answer.header(name)) is not None]
    if declared and not any(is_absolute(value) for value in given):
        message = f"no absolute URL in {' or '.join(declared)}: nobody can ask after the work"
        yield case.finding("answer.header", "", message, documented.pointer)


def _body(case: Case, answer: Answer, documented: CompiledAnswer) -> Iterator[Finding]:
    if not documented.media_types:
        if answer.body:
            message = f"{len(answer.body)} bytes of body on {answer.status}"
            yield case.finding("answer.body-unexpected", "", message, documented.pointer)
        return
    if not answer.body:
        yield case.finding("answer.empty", "", "the answer has no body", documented.pointer)
        return
    kind = answer.media_type
    if kind not in documented.media_types:
        allowed = ", ".join(documented.media_types)
        message = f"Content-Type is {kind or 'missing'}, the operation answers {allowed}"
        yield case.finding("answer.media-type", "", message, documented.pointer)
    if answer.json is MISSING:
        if kind in documented.media_types:
            yield case.finding("answer.json", "", "the body is not valid JSON", documented.pointer)
        return
    for name in named_twice(answer.body):
        message = f"one object names `{name}` more than once"
        yield case.finding("answer.json", "", message, documented.pointer)
    schema = documented.media_types.get(kind or "", next(iter(documented.media_types.values())))
    yield from _value(case, answer, documented, schema)


def _value(case: Case, answer: Answer, documented: CompiledAnswer, schema: str) -> Iterator[Finding]:
    if answer.status < 400 and is_error_body(answer.json):
        message = f"an error body under status {answer.status}"
        yield case.finding("error.under-success", "/error", message, documented.pointer)
        return
    for fault in case.kit.answers.faults(schema, answer.json):
        yield case.finding(_RULES[fault.kind], fault.pointer, fault.message, fault.spec)
    yield from _unknown(case, schema, answer.json)
    yield from judge_always(case, documented, schema, answer.json)
    if answer.status >= 400:
        yield from judge_error(case, answer, documented)


def _unknown(case: Case, schema: str, value: Any) -> Iterator[Finding]:
    for shape, holder, where in objects(case.kit.shapes.at(schema), value):
        if shape.open:
            continue
        for name in holder:
            if name not in shape.members:
                message = f"`{name}` is no member the spec names"
                yield case.finding("answer.unknown-member", child(where, name), message, shape.pointer)
