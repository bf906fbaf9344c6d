"""What tools that anyone can install find in the same mutants: jsonschema; schemathesis with openapi-core."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import Any

import jsonschema
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from contract_tests.matrix import Target
from contract_tests.reading import exchange as wire
from contract_tests.reading import load
from iotcentral.contract.case import Case, open_case
from iotcentral.contract.exchanges import Answer, Request
from iotcentral.contract.exchanges import Exchange as Recorded
from iotcentral.contract.findings import Where
from iotcentral.contract.library import Library, installed
from iotcentral.contract.policy import load_policy

__all__ = ["judged_answer", "judged_exchange", "judged_request"]

URN = "urn:spec"


def judged_answer(case: Case, request: Request, answer: Answer) -> Mapping[str, bool]:
    """Whether each tool says anything of an answer, knowing its request."""
    del request
    return {"jsonschema": _jsonschema_finds(case, answer)}


@functools.cache
def _library() -> Library:
    return installed()


def judged_exchange(exchange: wire.Exchange) -> Mapping[str, bool]:
    """Whether each tool says anything of an answer in an exchange of the suite's own."""
    asked, answer = exchange.request, exchange.answer
    request = Request(headers=asked.headers, body=asked.body or b"", method=asked.method, url=asked.url)
    got = Answer(headers=answer.headers, body=answer.body, status=answer.status)
    case = open_case(Recorded(Where("", 0), request, got), _library(), load_policy())
    return {} if case is None or case.operation is None else judged_answer(case, request, got)


def _jsonschema_finds(case: Case, answer: Answer) -> bool:
    """Validate the body against the schema of its status, as a script of a few lines would."""
    operation = case.operation
    documented = operation.answer(answer.status) if operation is not None else None
    if documented is None or not documented.media_types or not answer.body:
        return False
    try:
        value = json.loads(answer.body)
    except ValueError:
        return True
    pointer = next(iter(documented.media_types.values()))
    return not _validator(case.kit.contract.plane, case.kit.contract.version, pointer).is_valid(value)


def judged_request(target: Target, request: wire.Request) -> Mapping[str, bool]:
    """Whether each tool says anything of a request that was meant for an operation."""
    return {"jsonschema": _jsonschema_refuses(target, request)}


def _jsonschema_refuses(target: Target, request: wire.Request) -> bool:
    """Validate the body against the first schema of the operation's body."""
    schema = next(iter(target.operation.body.values()), None)
    if schema is None or not request.body:
        return False
    try:
        value = json.loads(request.body)
    except ValueError:
        return True
    document = target.document
    return not _of_schema(document.plane, document.version, json.dumps(schema)).is_valid(value)


@functools.cache
def _validator(plane: str, version: str, pointer: str) -> Any:
    return _of_schema(plane, version, json.dumps({"$ref": f"#{pointer}"}))


@functools.cache
def _of_schema(plane: str, version: str, schema: str) -> Any:
    """The validator of a schema, written as JSON, whose references lead into a document."""
    resource = DRAFT202012.create_resource(dict(load(plane, version).raw))
    return jsonschema.Draft202012Validator(
        json.loads(schema.replace('"$ref": "#', f'"$ref": "{URN}#')),
        registry=Registry().with_resource(URN, resource),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
