"""Every error this package raises, on one screen.

    IotCentralError
    ├── InvalidRequest          refused before anything was sent
    ├── TransportError          no answer; `.sent` tells "certainly not sent" from "may have arrived"
    ├── DecodeError             an answer that cannot be read
    ├── PagingError             a link to another host, a loop, a link that is none
    ├── NotInThisVersion        a name that other api-versions have; an AttributeError too
    ├── OperationFailed         what the service was working on ended in a failure
    ├── StillRunning            waiting took longer than the caller allows; the work goes on
    └── ApiError                the service answered with an error
        ├── BadRequest 400          ├── Conflict 409
        ├── Unauthenticated 401     ├── PreconditionFailed 412
        ├── Forbidden 403           ├── Unprocessable 422
        ├── NotFound 404            ├── Throttled 429
        ├── ServerError 5xx
        │   ├── InternalServerError 500
        │   └── ServiceUnavailable 503
        └── UnexpectedStatus        a status without a class of its own, an undocumented 2xx or 3xx

All of them pickle, and none of them holds a credential.
"""

# ruff: noqa: N818 - the names say what happened; the common base ends in Error.

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

__all__ = [
    "ApiError",
    "BadRequest",
    "Conflict",
    "DecodeError",
    "Forbidden",
    "InternalServerError",
    "InvalidRequest",
    "IotCentralError",
    "NotFound",
    "NotInThisVersion",
    "OperationFailed",
    "PagingError",
    "PreconditionFailed",
    "ServerError",
    "ServiceUnavailable",
    "StillRunning",
    "Throttled",
    "TransportError",
    "Unauthenticated",
    "UnexpectedStatus",
    "Unprocessable",
]

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def _rebuild(kind: type[IotCentralError], args: tuple[Any, ...], state: dict[str, Any]) -> IotCentralError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(state)
    return error


class IotCentralError(Exception):
    """Base of every error of this package."""

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way calls the class with `args` alone, which drops everything given by keyword.
        return _rebuild, (type(self), self.args, self.__dict__)


class InvalidRequest(IotCentralError):
    """An argument the contract refuses; nothing was sent."""

    def __init__(self, message: str, *, argument: str, rule: str, operation_id: str = "") -> None:
        place = f"{operation_id}: {argument}" if operation_id else argument
        super().__init__(f"{place}: {message} (rule: {rule})")
        self.operation_id = operation_id
        """For example `Devices_Create`; empty when a client could not be built."""
        self.argument = argument
        """Name of the argument; inside a body `body` and a JSON pointer, for example `body/roles/0/role`."""
        self.rule = rule
        """The JSON Schema keyword that refused it, or `segment`, `masked-secret`, `json`, `unicode`, …"""


class TransportError(IotCentralError):
    """No answer came: connection refused, broken or timed out."""

    def __init__(self, message: str, *, sent: bool, attempts: int = 1, permanent: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        """`False` when the request certainly did not reach the service, at no attempt."""
        self.attempts = attempts
        """How often it was tried."""
        self.permanent = permanent
        """Whether trying again cannot help: the client is closed, the certificate is not trusted."""

    def __str__(self) -> str:
        text = f"{self.args[0]} ({'the request may have arrived' if self.sent else 'nothing was sent'})"
        return f"{text}, {self.attempts} attempts" if self.attempts > 1 else text


class DecodeError(IotCentralError):
    """An answer that is not what the contract says, so that it cannot be read."""

    def __init__(self, message: str, *, status: int | None = None, operation_id: str = "") -> None:
        place = f"{operation_id} answered {status}: " if operation_id else ""
        super().__init__(place + message)
        self.message = message
        self.status = status
        self.operation_id = operation_id


class NotInThisVersion(IotCentralError, AttributeError):
    """Operations, an operation or an argument that this api-version lacks and others have.

    It is an AttributeError, so that `hasattr(app, "query")` answers what it says.
    """

    def __init__(self, name: str, *, plane: str, version: str, available_in: tuple[str, ...]) -> None:
        *others, last = available_in
        having = f"{', '.join(others)} and {last} have it" if others else f"{last} has it"
        super().__init__(f"{plane} {version} has no {name}; {having}: ask `at(version)` of the client")
        self.missing = name
        """For example `query`, `devices.list_relationships`, or `Devices_List.filter` for an argument."""
        self.plane = plane
        self.version = version
        self.available_in = available_in
        """The api-versions that have it, in the order of the catalog."""


class PagingError(IotCentralError):
    """A link to a next page that must not be followed."""

    def __init__(self, message: str, *, operation_id: str = "") -> None:
        super().__init__(f"{operation_id}: {message}" if operation_id else message)
        self.operation_id = operation_id


class OperationFailed(IotCentralError):
    """A job, a configuration or a long-running operation ended in a failure."""

    def __init__(
        self,
        what: str,
        *,
        status: str,
        code: str | None = None,
        message: str | None = None,
        value: Any = None,
    ) -> None:
        reason = ": ".join(part for part in (code, message) if part)
        super().__init__(f"{what} ended as {status}" + (f": {reason}" if reason else ""))
        self.status = status
        """The service's word for how it ended, for example `failed` or `Canceled`."""
        self.code = code
        self.message = message
        """The service's reason, if it gave one."""
        self.value = value
        """What was read last, for example the `Job`."""


class StillRunning(IotCentralError):
    """The time given to `wait` is over; the service goes on, and `wait` may be called again."""

    def __init__(self, what: str, *, status: str, waited: float, resume_token: str | None = None) -> None:
        super().__init__(f"{what} is still {status} after {waited:g} seconds")
        self.status = status
        self.waited = waited
        """Seconds."""
        self.resume_token = resume_token
        """Text to go on with in another process, where there is such a thing."""


class ApiError(IotCentralError):
    """An error the service answered with; the classes below say which."""

    def __init__(
        self,
        *,
        status: int,
        operation_id: str = "",
        code: str | None = None,
        message: str | None = None,
        request_id: str | None = None,
        time: str | None = None,
        headers: Mapping[str, str] = _NO_HEADERS,
        body: bytes = b"",
        attempts: int = 1,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(_api_text(status, operation_id, code, message, request_id))
        self.status = status
        self.operation_id = operation_id
        self.code = code
        """The service's own word, for example `InvalidBody`; `None` when the body was not readable."""
        self.message = message
        """The service's sentence, without its constant support text."""
        self.request_id = request_id
        self.time = time
        """Text of the answer's time, RFC 1123, as it came."""
        self.headers: dict[str, str] = dict(headers)
        """Headers of the answer, names in lower case."""
        self.body = body
        """The answer's body; a key, token or connection string in it is masked."""
        self.attempts = attempts
        """How often the request was sent; this is the last answer."""
        self.retry_after = retry_after
        """Seconds the answer asks to wait; `None` when it does not say."""


def _api_text(
    status: int, operation_id: str, code: str | None, message: str | None, request_id: str | None
) -> str:
    head = f"{operation_id} answered {status}" if operation_id else f"status {status}"
    text = " ".join(part for part in (head, code) if part)
    if message:
        text += f": {message}"
    return f"{text} (request id: {request_id})" if request_id else text


class BadRequest(ApiError):
    """400: the service did not understand the request or refuses its body."""


class Unauthenticated(ApiError):
    """401: no credential, a broken one, or one that has expired."""


class Forbidden(ApiError):
    """403: the role behind the credential may not do this."""


class NotFound(ApiError):
    """404: no such resource, path, api-version or application."""


class Conflict(ApiError):
    """409: the resource is in use, or clashes with another one."""


class PreconditionFailed(ApiError):
    """412: the resource has changed since its ETag was read."""


class Unprocessable(ApiError):
    """422: well-formed, but it names something that does not fit."""


class Throttled(ApiError):
    """429: over the rate of the application."""


class ServerError(ApiError):
    """5xx: the service failed."""


class InternalServerError(ServerError):
    """500."""


class ServiceUnavailable(ServerError):
    """503."""


class UnexpectedStatus(ApiError):
    """A status that has no class of its own, or a 2xx or 3xx the contract does not name."""
