"""From an operation and its arguments to the request that is sent. No I/O; the credential is added later."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from iotcentral._core.conditions import etag_of, filter_text
from iotcentral._core.descriptor import Operation, Parameter
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.limits import Problem, check
from iotcentral._core.request_form import RequestForm
from iotcentral._core.schemas import Schemas
from iotcentral._core.surface import absent_option
from iotcentral._core.transport import Request
from iotcentral.errors import InvalidRequest

__all__ = ["Settings", "build_request", "next_request"]

Given = tuple[tuple[Parameter, Any], ...]
Headers = tuple[tuple[str, str], ...]

_OURS = frozenset({"authorization", "content-length", "content-type", "host", "transfer-encoding"})
"""Headers a caller may not set: the client's own."""

_CALL_OPTIONS = frozenset({"timeout", "headers", "client_request_id", "on_response"})
"""The names of `CallOptions`."""

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ \t!-~]*[!-~])?)?")


class Settings:
    """What all requests of a client have in common."""

    __slots__ = ("base_url", "endpoint", "headers", "schemas", "timeout")

    def __init__(
        self,
        *,
        endpoint: Endpoint,
        schemas: Callable[[str, str], Schemas],
        user_agent: str,
        timeout: float | None,
    ) -> None:
        self.endpoint = endpoint
        self.schemas = schemas
        """Schemas of a plane and version; asked only for an operation with a body."""
        self.timeout = timeout
        self.base_url = endpoint.connect.url + endpoint.base_path
        self.headers = (("Accept", "application/json"), ("User-Agent", user_agent), *endpoint.headers)


def build_request(
    operation: Operation[Any],
    arguments: tuple[Any, ...],
    body: Any,
    options: Mapping[str, Any],
    settings: Settings,
) -> Request:
    """Return the request of a call; raises InvalidRequest if the contract refuses an argument."""
    given = tuple(zip(operation.parameters, arguments, strict=True))
    timeout, extra = _options(operation, options, settings.timeout)
    headers = (*settings.headers, *_headers(operation.id, given))
    if operation.body is not None and (body is not UNSET or operation.body.required):
        headers = (*headers, ("Content-Type", operation.body.media_type))
    return Request(
        operation.method,
        settings.base_url + _target(operation, given),
        _replaced(headers, extra) if extra else headers,
        _content(operation, body, settings),
        timeout,
    )


def _replaced(headers: Headers, extra: Headers) -> Headers:
    names = {name.lower() for name, _ in extra}
    return (*(pair for pair in headers if pair[0].lower() not in names), *extra)


def next_request(first: Request, url: str) -> Request:
    """Return the request of a further page: a GET of `url` with the headers of the first request."""
    headers = tuple(pair for pair in first.headers if pair[0] != "Content-Type")
    return Request(method="GET", url=url, headers=headers, timeout=first.timeout)


def _content(operation: Operation[Any], body: Any, settings: Settings) -> bytes | None:
    if operation.body is None:
        return None
    if body is UNSET and not operation.body.required:
        return None
    if body is UNSET:
        raise _refused(operation.id, "body", Problem("required", "is required"))
    schemas = settings.schemas(operation.plane, operation.version)
    return RequestForm(schemas, operation.id).encode(body, operation.body.schema)


def _target(operation: Operation[Any], given: Given) -> str:
    segments: dict[str, str] = {}
    query = [f"api-version={operation.version}"]
    for parameter, value in given:
        if parameter.location == "path":
            segments[parameter.name] = _segment(operation.id, parameter, value)
        elif parameter.location == "query" and not _left_out(operation.id, parameter, value):
            if parameter.name.lstrip("$") == "filter":
                value = filter_text(value, operation.version)
            text = _text(operation.id, parameter, value)
            query.append(f"{quote(parameter.name, safe='$')}={quote(text, safe='')}")
    return f"{_fill(operation.path, segments)}?{'&'.join(query)}"


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """Cut a path template into text (even places) and parameter names (odd places)."""
    return tuple(re.split(r"\{([^{}]+)\}", template))


def _fill(template: str, segments: Mapping[str, str]) -> str:
    return "".join(segments[piece] if n % 2 else piece for n, piece in enumerate(_pieces(template)))


def _segment(operation_id: str, parameter: Parameter, value: Any) -> str:
    """Return a path value as exactly one segment; what could change the path is refused."""
    if value is UNSET:
        raise _refused(operation_id, parameter.python_name, Problem("required", "is required"))
    text = _text(operation_id, parameter, value)
    if text in ("", ".", ".."):
        problem = Problem("segment", "must not be empty, `.` or `..`: the path would be another one")
        raise _refused(operation_id, parameter.python_name, problem)
    return quote(text, safe="")


def _left_out(operation_id: str, parameter: Parameter, value: Any) -> bool:
    if value is UNSET and parameter.required:
        raise _refused(operation_id, parameter.python_name, Problem("required", "is required"))
    return value is UNSET


def _text(operation_id: str, parameter: Parameter, value: Any) -> str:
    problem = check(value, parameter.schema)
    if problem is None and not isinstance(value, (str, int, float)):
        problem = Problem("type", f"must be text, a number or a truth value, not {type(value).__name__}")
    if problem is not None:
        raise _refused(operation_id, parameter.python_name, problem)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str.__str__(value) if isinstance(value, str) else repr(value)


def _headers(operation_id: str, given: Given) -> list[tuple[str, str]]:
    return [
        _header(
            operation_id, parameter.python_name, parameter.name, _header_text(operation_id, parameter, value)
        )
        for parameter, value in given
        if parameter.location == "header" and not _left_out(operation_id, parameter, value)
    ]


def _header_text(operation_id: str, parameter: Parameter, value: Any) -> str:
    if parameter.name == "If-Match":
        value = etag_of(value)
        if value is None:  # to send the request without its precondition would change what must stay
            problem = Problem("etag", "has no etag: read the object first, or give the text of its etag")
            raise _refused(operation_id, parameter.python_name, problem)
    return _text(operation_id, parameter, value)


def _header(operation_id: str, argument: str, name: Any, value: Any) -> tuple[str, str]:
    if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
        raise _refused(operation_id, argument, Problem("header", "has a name that HTTP does not allow"))
    if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
        raise _refused(
            operation_id, argument, Problem("header", f"{name} must be printable ASCII on one line")
        )
    return name, value


def _options(
    operation: Operation[Any], options: Mapping[str, Any], timeout: float | None
) -> tuple[float | None, Headers]:
    """Return the timeout and the caller's headers."""
    if not options:
        return timeout, ()
    operation_id = operation.id
    for name in options:
        if name not in _CALL_OPTIONS:
            absent = absent_option(operation_id, operation.plane, operation.version, name)
            raise absent or _refused(operation_id, name, Problem("option", "is not an option of a call"))
    extra: list[tuple[str, str]] = []
    for name, value in options.get("headers", {}).items():
        if str(name).lower() in _OURS:
            raise _refused(
                operation_id, "headers", Problem("header", f"must not set {name}: the client does")
            )
        extra.append(_header(operation_id, "headers", name, value))
    if "client_request_id" in options:
        value = options["client_request_id"]
        extra.append(_header(operation_id, "client_request_id", "x-ms-client-request-id", value))
    return checked_timeout(options.get("timeout", timeout), operation_id), tuple(extra)


def checked_timeout(timeout: Any, operation_id: str = "") -> float | None:
    """Return a timeout in seconds, or `None` for none; raises InvalidRequest for anything else."""
    if timeout is None:
        return None
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)) or not timeout > 0:
        raise _refused(
            operation_id, "timeout", Problem("type", "must be a number of seconds above 0, or None")
        )
    return timeout


def _refused(operation_id: str, argument: str, problem: Problem) -> InvalidRequest:
    return InvalidRequest(problem.message, argument=argument, rule=problem.rule, operation_id=operation_id)
