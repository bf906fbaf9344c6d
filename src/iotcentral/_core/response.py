"""From an answer to a typed value, or to one error."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

import msgspec

from iotcentral import errors
from iotcentral._core.codec import decode
from iotcentral._core.descriptor import Operation
from iotcentral._core.shapes import is_object
from iotcentral._core.transport import Response

__all__ = ["api_error", "read"]

T = TypeVar("T")

_CLASSES: Mapping[int, type[errors.ApiError]] = MappingProxyType(
    {
        400: errors.BadRequest,
        401: errors.Unauthenticated,
        403: errors.Forbidden,
        404: errors.NotFound,
        409: errors.Conflict,
        412: errors.PreconditionFailed,
        422: errors.Unprocessable,
        429: errors.Throttled,
        500: errors.InternalServerError,
        503: errors.ServiceUnavailable,
    }
)

_SUPPORT_TAIL = " You can contact support at "


def read(
    operation: Operation[T], response: Response, *, attempts: int = 1, retry_after: float | None = None
) -> T:
    """Return what a successful answer holds; raises the error of any other status, or `DecodeError`."""
    if response.status not in operation.success:
        raise api_error(operation.id, response, attempts=attempts, retry_after=retry_after)
    kind: Any = operation.success[response.status]
    if kind is None:
        return cast("T", None)
    try:
        return cast("T", decode(kind, response.body))
    except errors.DecodeError as error:
        raise _unreadable(operation.id, response, error.message) from None


def _unreadable(operation_id: str, response: Response, reason: str) -> errors.DecodeError:
    media_type = response.header("content-type") or "no media type"
    size = f"{len(response.body)} bytes, {media_type}" if response.body else "an empty body"
    return errors.DecodeError(f"{reason} ({size})", status=response.status, operation_id=operation_id)


def api_error(
    operation_id: str, response: Response, *, attempts: int = 1, retry_after: float | None = None
) -> errors.ApiError:
    """Return the error of an answer, whatever its body looks like; secrets it repeats are masked."""
    from iotcentral._core.redact import redact_content, redact_text  # no call that succeeds needs it

    body = redact_content(response.body)
    details = _details(body)
    message = details.get("message")
    return _class(response.status)(
        status=response.status,
        operation_id=operation_id,
        code=details.get("code") or response.header("x-ms-error-code"),
        message=message.split(_SUPPORT_TAIL, 1)[0] if message is not None else None,
        request_id=details.get("requestId") or response.header("x-ms-request-id"),
        time=details.get("time"),
        headers={name.lower(): redact_text(value) for name, value in response.headers},
        body=body,
        attempts=attempts,
        retry_after=retry_after,
    )


def _class(status: int) -> type[errors.ApiError]:
    fallback = errors.ServerError if 500 <= status <= 599 else errors.UnexpectedStatus
    return _CLASSES.get(status, fallback)


def _object(value: Any) -> dict[str, Any]:
    return value if is_object(value) else {}


def _details(body: bytes) -> dict[str, str]:
    """Return those members of an error body that are there and are text."""
    try:
        found: Any = msgspec.json.decode(body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return {}
    members = _object(_object(found).get("error"))
    return {name: value for name, value in members.items() if isinstance(value, str)}
