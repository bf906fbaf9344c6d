"""A case of our property checks and one of schemathesis: draw a call, judge one answer by the same rules."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi import checks as rules

from contract_tests.reading import Answer, judge_answer, load
from contract_tests.reading.operations import operations
from contract_tests.strategies.calls import calls
from contract_tests.strategies.minimal import smallest

__all__ = ["PLAIN", "WITH_UNIONS", "checking"]

CASES = 100
PLAIN, WITH_UNIONS = "Devices_Create", "Jobs_Create"
HEADERS = (("content-type", "application/json"),)


def _seconds(strategy: object, check: Callable[[object], object]) -> float:
    """CPU seconds of one case."""

    @settings(
        max_examples=CASES,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)  # type: ignore[arg-type]
    def run(case: object) -> None:
        check(case)

    start = time.process_time()
    run()
    return (time.process_time() - start) / CASES


def checking(id: str) -> Mapping[str, Callable[[], float]]:
    """Both sides for one operation: status, media type, headers and body of one answer are judged."""
    document = load()
    operation = operations(document)[id]
    schema = next(iter(operation.responses[200].content.values()))
    body = json.dumps(smallest(document, schema, answer=True)).encode()
    theirs = schemathesis.openapi.from_dict(dict(document.raw))
    found = theirs.find_operation_by_id(id)
    same = [
        rules.status_code_conformance,
        rules.content_type_conformance,
        rules.response_headers_conformance,
        rules.response_schema_conformance,
    ]

    def validate(case: object) -> None:
        request = httpx.Request(operation.method, "https://a.example/api")
        answer = httpx.Response(200, headers=dict(HEADERS), content=body, request=request)
        answer.elapsed = timedelta(0)
        case.validate_response(answer, checks=same)  # type: ignore[attr-defined]

    def judge(_: object) -> None:
        assert judge_answer(document, operation, Answer(200, HEADERS, body)) == []

    return {
        "contract suite": partial(_seconds, calls(document, operation), judge),
        "schemathesis": partial(_seconds, found.as_strategy(), validate),
    }
