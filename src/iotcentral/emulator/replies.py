"""What a handler gives back, and the errors it may raise: the service's codes, messages and support tail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

__all__ = [
    "Problem",
    "Reply",
    "bad_request",
    "conflict",
    "error_body",
    "forbidden",
    "internal_error",
    "invalid_body",
    "method_not_allowed",
    "not_found",
    "not_served",
    "payload_too_large",
    "plain_error_body",
    "precondition_failed",
    "request_timeout",
    "too_many_requests",
    "unauthenticated",
    "unprocessable",
    "unsupported_media_type",
]

_TAIL = (
    " You can contact support at https://aka.ms/iotcentral-support."
    " Please include the following information. Request ID: {request_id}, Time: {time}."
)


class Reply(msgspec.Struct, frozen=True):
    """A successful answer: a status, a JSON value unless the body is empty, headers of its own."""

    status: int
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()


class Problem(Exception):  # noqa: N818 - an answer on its way, not a fault of the code
    """An error answer on its way out of a handler: status, error code and the service's own sentence."""

    def __init__(
        self, status: int, code: str, sentence: str, headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(status, code, sentence, headers)
        self.status = status
        self.code = code
        self.sentence = sentence
        self.headers = headers


def error_body(code: str, sentence: str, request_id: str, time: str) -> dict[str, Any]:
    """Write the error body all answers share; `time` is the `Date` header's text."""
    message = sentence + _TAIL.format(request_id=request_id, time=time)
    return {"error": {"code": code, "message": message, "requestId": request_id, "time": time}}


def plain_error_body(code: str, sentence: str) -> dict[str, Any]:
    """Write the error body of the planes that have no support tail: code and sentence."""
    return {"error": {"code": code, "message": sentence}}


def bad_request(sentence: str, code: str = "BadRequest") -> Problem:
    """Answer 400 for a request that is understood and refused."""
    return Problem(400, code, sentence)


def invalid_body(*errors: str) -> Problem:
    """Answer 400 `InvalidBody` with the list of faults in the wording of the service's validator."""
    listed: Sequence[str] = errors
    text = "The provided request body contains the following errors: \n\n" + "; \n\n".join(listed) + "."
    return Problem(400, "InvalidBody", text)


def unauthenticated() -> Problem:
    """Answer 401 for a missing, broken, foreign, expired or deleted token."""
    return Problem(401, "Unauthenticated", "The provided authentication token is invalid.")


def forbidden() -> Problem:
    """Answer 403 for a caller whose roles do not allow the operation."""
    return Problem(403, "Forbidden", "You do not have permission to perform this operation.")


def not_found(sentence: str = "The requested resource does not exist.") -> Problem:
    """Answer 404: no such resource, route, application or api-version."""
    return Problem(404, "NotFound", sentence)


def method_not_allowed(allowed: Iterable[str]) -> Problem:
    """Answer 405 for a method that a path does not have, with those it has."""
    sentence = "The method is not allowed for this resource."
    return Problem(405, "MethodNotAllowed", sentence, (("Allow", ", ".join(sorted(allowed))),))


def request_timeout() -> Problem:
    """Answer 408 for a request that does not come to its end."""
    return Problem(408, "RequestTimeout", "The request was not complete in time.")


def too_many_requests() -> Problem:
    """Answer 429 for a call over the rate, with the seconds to wait."""
    sentence = "The rate of requests is over the limit of the application."
    return Problem(429, "TooManyRequests", sentence, (("Retry-After", "1"),))


def conflict(sentence: str, code: str = "Conflict") -> Problem:
    """Answer 409 for a change that other resources stand in the way of."""
    return Problem(409, code, sentence)


def precondition_failed(code: str = "PreconditionFailed") -> Problem:
    """Answer 412 for a write that was made for another state of the resource."""
    return Problem(412, code, "The etag does not match that of the resource.")


def unprocessable(*errors: str) -> Problem:
    """Answer 422 for a body that is well formed and names what a device template does not have."""
    listed = "; \n\n".join(errors)
    text = f"The provided request body could not be validated: \n\n{listed}."
    return Problem(422, "UnprocessableEntity", text)


def payload_too_large() -> Problem:
    """Answer 413 for a body over the limit."""
    return Problem(413, "PayloadTooLarge", "The request body is too large.")


def unsupported_media_type() -> Problem:
    """Answer 415 for a body that is not JSON by its media type."""
    return Problem(415, "UnsupportedMediaType", "The media type of the request body is not supported.")


def internal_error() -> Problem:
    """Answer 500; only a fault of the emulator itself leads here."""
    return Problem(500, "InternalServerError", "Something went wrong on our end. Please try again.")


def not_served(operation_id: str) -> Problem:
    """Answer 501 for an operation of the contract that has no handler."""
    return Problem(501, "NotImplemented", f"The emulator does not serve {operation_id}.")
