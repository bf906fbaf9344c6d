"""Errors beyond their schema: the code must fit the status, and the header the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iotcentral.contract.case import Case
from iotcentral.contract.compiled import CompiledAnswer
from iotcentral.contract.exchanges import Answer
from iotcentral.contract.findings import Finding
from iotcentral.contract.values import is_object

__all__ = ["is_error_body", "judge_error"]

HEADER = "x-ms-error-code"


def _code(value: Any) -> str | None:
    inner = value.get("error") if is_object(value) else None
    code = inner.get("code") if is_object(inner) else None
    return code if isinstance(code, str) else None


def is_error_body(value: Any) -> bool:
    """Whether a value is the error envelope: `error` at the top, holding `code` and `message`."""
    return _code(value) is not None and "message" in value["error"]


def judge_error(case: Case, answer: Answer, documented: CompiledAnswer) -> Iterator[Finding]:
    """Faults of code and header in an error body that has the envelope."""
    code = _code(answer.json)
    if code is None or answer.status in case.policy.transport:
        return
    listed = case.kit.contract.plane not in case.policy.open_codes
    known = case.policy.error_codes.get(answer.status) if listed else None
    if known is not None and code not in known:
        message = f"code {code!r} under status {answer.status}; known are {', '.join(sorted(known))}"
        yield case.finding("error.code", "/error/code", message, documented.pointer)
    header = answer.header(HEADER)
    if header is not None and header != code:
        message = f"header {HEADER} is {header!r}, the body's code {code!r}"
        yield case.finding("error.code-header", "/error/code", message, documented.pointer)
