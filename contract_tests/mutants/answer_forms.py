"""Operators on answers: status, headers, and the body as a text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from contract_tests.mutants.model import Mutant, Operator
from contract_tests.mutants.tapes import Spot
from contract_tests.witnesses.pointers import put
from iotcentral.contract.exchanges import MISSING, Answer
from iotcentral.contract.pointers import child

__all__ = ["OPERATORS", "answered", "encoded"]


def encoded(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def answered(spot: Spot, label: str, **changes: Any) -> Iterator[Mutant]:
    """The spot's answer with other fields."""
    yield Mutant(label, replace(spot.answer, **changes))


def with_header(answer: Answer, name: str, value: str | None) -> Answer:
    kept = tuple((key, each) for key, each in answer.headers if key.lower() != name)
    return replace(answer, headers=kept if value is None else (*kept, (name, value)))


def _success(spot: Spot) -> bool:
    return spot.case.succeeded is not None


def _body(spot: Spot) -> Mapping[str, Any] | None:
    body = spot.answer.json if spot.answer.body else None
    return body if isinstance(body, dict) else None


def _error(spot: Spot) -> Mapping[str, Any] | None:
    body = _body(spot) if spot.answer.status >= 400 else None
    return body if body is not None and isinstance(body.get("error"), dict) else None


def undocumented_success(spot: Spot) -> Iterator[Mutant]:
    assert spot.case.operation is not None
    if _success(spot) and 206 not in spot.case.operation.answers:
        yield from answered(spot, "206", status=206)


def redirect(spot: Spot) -> Iterator[Mutant]:
    if _success(spot):
        yield from answered(spot, "302", status=302)


def emptied_no_content(spot: Spot) -> Iterator[Mutant]:
    operation = spot.case.operation
    plain = operation is not None and 200 in operation.answers and not operation.answers[200].media_types
    if spot.answer.status == 204 and not plain:
        yield from answered(spot, "200", status=200)


def success_under_error(spot: Spot) -> Iterator[Mutant]:
    body, operation = _body(spot), spot.case.operation
    if _success(spot) and body is not None and operation is not None and operation.answer(404) is not None:
        yield from answered(spot, "404", status=404)


def error_under_success(spot: Spot) -> Iterator[Mutant]:
    operation = spot.case.operation
    if operation is not None and _error(spot) is not None:
        status = min(status for status in operation.answers if status < 300)
        yield from answered(spot, str(status), status=status)


def no_body(spot: Spot) -> Iterator[Mutant]:
    if _success(spot) and spot.answer.body:
        yield from answered(spot, "no body", body=b"")


def error_without_body(spot: Spot) -> Iterator[Mutant]:
    if _error(spot) is not None:
        yield from answered(spot, "no body", body=b"")


def truncated(spot: Spot) -> Iterator[Mutant]:
    if _body(spot) is not None:
        yield from answered(spot, "half of it", body=spot.answer.body[: len(spot.answer.body) // 2])


def byte_order_mark(spot: Spot) -> Iterator[Mutant]:
    if _body(spot) is not None:
        yield from answered(spot, "byte order mark", body=b"\xef\xbb\xbf" + spot.answer.body)


def two_values(spot: Spot) -> Iterator[Mutant]:
    if _body(spot) is not None:
        yield from answered(spot, "text after the value", body=spot.answer.body + b"{}")


def member_twice(spot: Spot) -> Iterator[Mutant]:
    """The first member once more at the end, with another value."""
    body = _body(spot)
    if body:
        again = f',{json.dumps(next(iter(body)))}:"another"}}'
        yield from answered(
            spot, f"/{next(iter(body))}", body=spot.answer.body.rstrip()[:-1] + again.encode()
        )


def not_a_number(spot: Spot) -> Iterator[Mutant]:
    body = _body(spot)
    number = next(_numbers(body), None) if body is not None else None
    if number is not None:
        wrong = put({"body": body}, f"/body{number}", float("nan"))["body"]
        yield from answered(spot, number, body=encoded(wrong))


def _numbers(value: Any, where: str = "") -> Iterator[str]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield where
    parts = value.items() if isinstance(value, dict) else enumerate(value if isinstance(value, list) else ())
    for name, part in parts:
        yield from _numbers(part, child(where, name))


def body_on_no_content(spot: Spot) -> Iterator[Mutant]:
    if spot.answer.status == 204:
        yield from answered(spot, "a body", body=b"{}")


def no_media_type(spot: Spot) -> Iterator[Mutant]:
    if spot.answer.body:
        yield Mutant("no Content-Type", with_header(spot.answer, "content-type", None))


def html(spot: Spot) -> Iterator[Mutant]:
    if spot.answer.body:
        yield Mutant("text/html", with_header(spot.answer, "content-type", "text/html; charset=utf-8"))


def unknown_error_status(spot: Spot) -> Iterator[Mutant]:
    if _error(spot) is not None:
        yield from answered(spot, "499", status=499)


def flattened_error(spot: Spot) -> Iterator[Mutant]:
    error = _error(spot)
    if error is not None:
        yield from answered(spot, "flat", body=encoded(error["error"]))


def error_without(member: str) -> Any:
    def change(spot: Spot) -> Iterator[Mutant]:
        error = _error(spot)
        if error is not None and member in error["error"]:
            rest = {name: value for name, value in error["error"].items() if name != member}
            yield from answered(spot, f"/error/{member}", body=encoded({**error, "error": rest}))

    return change


def foreign_code(spot: Spot) -> Iterator[Mutant]:
    """A code of another status; the control plane's codes are not listed, there is nothing to break."""
    error, policy = _error(spot), spot.case.policy
    listed = policy.error_codes.get(spot.answer.status)
    if error is not None and listed and spot.case.kit.contract.plane not in policy.open_codes:
        wrong = {**error, "error": {**error["error"], "code": "Throttling"}}
        yield from answered(spot, "/error/code", body=encoded(wrong))


def other_code_header(spot: Spot) -> Iterator[Mutant]:
    if _error(spot) is not None:
        yield Mutant("x-ms-error-code", with_header(spot.answer, "x-ms-error-code", "SomethingElse"))


def other_etag_header(spot: Spot) -> Iterator[Mutant]:
    body = _body(spot)
    if _success(spot) and body is not None and isinstance(body.get("etag"), str):
        yield Mutant("etag", with_header(spot.answer, "etag", '"another"'))


def nowhere_to_ask(spot: Spot) -> Iterator[Mutant]:
    documented = spot.case.documented
    names = [header.name.lower() for header in documented.headers] if documented else []
    if spot.answer.status == 202 and {"azure-asyncoperation", "location"} & set(names):
        answer = with_header(with_header(spot.answer, "azure-asyncoperation", None), "location", None)
        yield Mutant("no URL to ask after", answer)


def relative_to_ask(spot: Spot) -> Iterator[Mutant]:
    for mutant in nowhere_to_ask(spot):
        yield Mutant("relative URL", with_header(mutant.changed, "location", "operations/one"))


def no_json(spot: Spot) -> Iterator[Mutant]:
    if spot.answer.body and spot.answer.json is not MISSING:
        yield from answered(spot, "a web page", body=b"<html><body>Service unavailable</body></html>")


OPERATORS = (
    Operator(
        "S01",
        "success under a status the operation does not name (206)",
        ("answer.success-status",),
        undocumented_success,
    ),
    Operator("S02", "success turned into a redirect", ("answer.success-status",), redirect),
    Operator(
        "S03",
        "204 answered as 200 without a body",
        ("answer.empty", "answer.success-status"),
        emptied_no_content,
    ),
    Operator("S04", "success body under 404", ("answer.required", "error.status"), success_under_error),
    Operator(
        "S05",
        "error body under a success status",
        ("error.under-success", "answer.body-unexpected"),
        error_under_success,
    ),
    Operator("S06", "success without its body", ("answer.empty",), no_body),
    Operator("S17", "truncated JSON", ("answer.json",), truncated),
    Operator("S18", "NaN for a number", ("answer.json",), not_a_number),
    Operator("S19", "Content-Type missing", ("answer.media-type",), no_media_type),
    Operator("S20", "Content-Type text/html", ("answer.media-type",), html),
    Operator("S24", "error without a message", ("answer.required",), error_without("message")),
    Operator("S25", "error without its envelope", ("answer.required",), flattened_error),
    Operator("S26", "error without a code", ("answer.required",), error_without("code")),
    Operator("S27", "error without a body", ("answer.empty",), error_without_body),
    Operator("S28", "header and body name different codes", ("error.code-header",), other_code_header),
    Operator("S29", "error code that does not fit the status", ("error.code",), foreign_code),
    Operator("S39", "ETag header and etag of the body differ", ("echo.etag",), other_etag_header),
    Operator("S41", "202 without a URL to ask after", ("answer.header",), nowhere_to_ask),
    Operator("S44", "a body on 204", ("answer.body-unexpected",), body_on_no_content),
    Operator("S45", "byte order mark before the JSON", ("answer.json",), byte_order_mark),
    Operator("S46", "member twice in one object", ("answer.json",), member_twice),
    Operator("S48", "text after the JSON value", ("answer.json",), two_values),
    Operator("S49", "error under a status nobody names (499)", ("error.status",), unknown_error_status),
    Operator("S51", "202 with a relative URL to ask after", ("answer.header",), relative_to_ask),
    Operator("S52", "a web page instead of JSON", ("answer.json",), no_json),
)
