"""Long-running operations of the control plane (ARM): from the first answer to the last, as a flow.

The service has two behaviours. 2021-06-01 answers at once: the body of a 200 or 201 has no
`provisioningState`, and that ends it. 2021-11-01-preview answers 200, 201 or 202 with the address of the
operation in `Azure-AsyncOperation`; when that says `Succeeded`, a PUT or PATCH is read back from its
resource, a DELETE is over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar, cast

import msgspec

from iotcentral._core.descriptor import Operation
from iotcentral._core.endpoint import Endpoint
from iotcentral._core.flow import Flow, Listener, respond, taken
from iotcentral._core.links import BadLink, pack, target_of, unpack
from iotcentral._core.poll import Plan, Reading
from iotcentral._core.request import Settings
from iotcentral._core.response import api_error, read
from iotcentral._core.retry_after import retry_after
from iotcentral._core.session import Session
from iotcentral._core.shapes import is_object
from iotcentral._core.transport import Request, Response
from iotcentral._core.watch import RawResponse
from iotcentral.errors import DecodeError, InvalidRequest

__all__ = ["LongRunning", "begin", "operation_of", "resume"]

T = TypeVar("T")

Way = Literal["ended", "operation", "location", "resource"]
"""Where the state is read: nowhere any more, `Azure-AsyncOperation`, `Location`, or the resource itself."""

_WAYS: Mapping[str, Way] = MappingProxyType(
    {"operation": "operation", "location": "location", "resource": "resource"}
)
_ACCEPTED = 202
_NOT_FOUND = 404


class _Where(msgspec.Struct, frozen=True):
    way: Way
    target: str = ""
    """Path and query of the polling URL, verbatim."""


class LongRunning(Plan[T], Generic[T]):
    """One operation under way."""

    def __init__(
        self,
        operation: Operation[T],
        request: Request,
        session: Session,
        endpoint: Endpoint,
        where: _Where,
    ) -> None:
        super().__init__(operation.id, self._look)
        self._operation = operation
        self._session = session
        self._endpoint = endpoint
        self._where = where
        self._resource = request
        self._value: Any = None
        self._pause = 0.0

    def first_pause(self) -> float:
        """Return what the first answer asked for; 0 when the operation has ended or was resumed."""
        pause, self._pause = self._pause, 0.0
        return pause

    def resume_token(self) -> str | None:
        """Return text for `resume`. It holds the polling URL, which ARM signs: keep it as you keep a link."""
        if self._where.way == "ended":
            return None
        members = {"operation": self._name(), "of": self._endpoint.public.url, "way": self._where.way}
        return pack({**members, "next": self._where.target, "resource": self._target_of_resource()})

    def started(self, response: Response, first: RawResponse[T]) -> None:
        """Take the answer of the starting request in."""
        self._where = self._place(response)
        self.first_answer = cast("RawResponse[T | None]", first)
        self.status = _provisioning(response) or ("Succeeded" if self._where.way == "ended" else "Accepted")
        if self._where.way == "ended":
            self._value = None if self._operation.method == "DELETE" else first.value
        else:
            self._pause = retry_after(response, self._session.sources.now()) or 0.0

    def _place(self, response: Response) -> _Where:
        link = response.header("azure-asyncoperation")
        if link:
            return _Where("operation", self._target(link, response))
        link = response.header("location")
        if link and response.status == _ACCEPTED:
            return _Where("location", self._target(link, response))
        ended = response.status != _ACCEPTED and _state(_provisioning(response), default="done") == "done"
        return _Where("ended") if ended else _Where("resource", self._target_of_resource())

    def _look(self) -> Flow[Reading[T]]:
        if self._where.way == "ended":
            return Reading(state="done", status="Succeeded", value=self._value)
        response = yield from self._get(self._where.target)
        if self._where.way == "operation":
            return (yield from self._judge_operation(response))
        if self._where.way == "location":
            return (yield from self._judge_location(response))
        return self._judge_resource(response)

    def _judge_operation(self, response: Response) -> Flow[Reading[T]]:
        body = self._body(response)
        status = body.get("status")
        if not isinstance(status, str):
            raise DecodeError("the operation has no status", status=response.status, operation_id=self.what)
        reading = self._reading(_state(status), status, response, body)
        return (yield from self._finished(status)) if reading.state == "done" else reading

    def _judge_location(self, response: Response) -> Flow[Reading[T]]:
        if response.status == _ACCEPTED:
            return self._reading("running", "Accepted", response, {})
        return (yield from self._finished("Succeeded"))

    def _judge_resource(self, response: Response) -> Reading[T]:
        if response.status == _NOT_FOUND:
            return self._end("Succeeded", None)
        status = _provisioning(response)
        state = _state(status, default="running" if self._operation.method == "DELETE" else "done")
        reading = self._reading(state, status or "Running", response, self._body(response))
        if state == "done" and self._operation.method != "DELETE":
            return self._end(reading.status, self._read(response))
        return reading

    def _finished(self, status: str) -> Flow[Reading[T]]:
        """Read the result from the resource, where there is one."""
        if self._operation.method == "DELETE":
            return self._end(status, None)
        response = yield from self._get(self._target_of_resource())
        return self._end(status, self._read(response))

    def _read(self, response: Response) -> Any:
        """Return the resource that a GET of it answered."""
        kind = next((kind for kind in self._operation.success.values() if kind is not None), None)
        return read(msgspec.structs.replace(self._operation, success={response.status: kind}), response)

    def _end(self, status: str, value: Any) -> Reading[T]:
        self._where = _Where("ended")
        self._value = value
        return Reading(state="done", status=status, value=value)

    def _reading(
        self,
        state: Literal["running", "done", "failed"],
        status: str,
        response: Response,
        body: dict[str, Any],
    ) -> Reading[Any]:
        error = body.get("error")
        details = error if is_object(error) else {}
        return Reading(
            state=state,
            status=status,
            value=None,
            retry_after=retry_after(response, self._session.sources.now()),
            code=_text(details.get("code")),
            message=_text(details.get("message")),
        )

    def _get(self, target: str) -> Flow[Response]:
        """GET a path and query as they stand; raises the ApiError of an error."""
        url = self._endpoint.connect.url + target
        headers = tuple(
            pair for pair in self._resource.headers if pair[0] not in ("Content-Type", "If-Match")
        )
        request = Request("GET", url, headers, None, self._resource.timeout)
        kinds = dict.fromkeys((200, 201, 202, 204), Any)
        asking: Operation[Any] = msgspec.structs.replace(
            self._operation, method="GET", body=None, success=kinds, retry="safe"
        )
        answered = yield from respond(asking, request, self._session)
        response = answered.response
        gone = response.status == _NOT_FOUND and self._where.way == "resource"
        if response.status not in kinds and not (gone and self._operation.method == "DELETE"):
            raise api_error(self.what, response, attempts=answered.attempts)
        return response

    def _body(self, response: Response) -> dict[str, Any]:
        body = _json(response)
        if body is None:
            raise DecodeError("not a JSON object", status=response.status, operation_id=self.what)
        return body

    def _target(self, link: str, response: Response) -> str:
        try:
            return target_of(link, self._endpoint)
        except BadLink as error:
            message = f"the link to the operation {error}"
            raise DecodeError(message, status=response.status, operation_id=self.what) from None

    def _target_of_resource(self) -> str:
        return self._resource.url.removeprefix(self._endpoint.connect.url)

    def _name(self) -> str:
        return f"{self._operation.id} {self._operation.version}"


def begin(
    operation: Operation[T],
    request: Request,
    session: Session,
    endpoint: Endpoint,
    listener: Listener | None = None,
) -> Flow[LongRunning[T]]:
    """Send the starting request; returns the plan of a poller. Raises the ApiError of a refusal."""
    answered = yield from respond(operation, request, session)
    first = taken(_first(operation, answered.response), answered, session, listener)
    plan = LongRunning(operation, request, session, endpoint, _Where("ended"))
    plan.started(answered.response, first)
    return plan


def _first(operation: Operation[T], response: Response) -> Operation[T]:
    """Return the operation as its first answer is read: an empty 202 has begun it as well as any."""
    if response.status != _ACCEPTED or response.body:
        return operation
    return msgspec.structs.replace(operation, success={**operation.success, _ACCEPTED: None})


def operation_of(method: Callable[..., Any]) -> Operation[Any]:
    """Return the operation of a generated `begin_…` method, whose module names it in upper case."""
    module = sys.modules.get(getattr(method, "__module__", ""))
    found: Operation[Any] | None = getattr(module, getattr(method, "__name__", "").upper(), None)
    if not isinstance(found, Operation) or found.long_running is None:
        raise InvalidRequest("must be a `begin_…` method of a client", argument="method", rule="resume")
    return found


def resume(token: str, operation: Operation[T], session: Session, settings: Settings) -> LongRunning[T]:
    """Return the plan a resume token stands for.

    Raises InvalidRequest for a token of another operation, version or place.
    """
    endpoint = settings.endpoint
    try:
        members = unpack(token)
        way = _WAYS.get(members.get("way", ""))
        if members.get("operation") != f"{operation.id} {operation.version}":
            raise BadLink("is one of another operation")
        if members.get("of") != endpoint.public.url or way is None:
            raise BadLink("is one of another place")
        target, resource = (
            target_of(endpoint.public.url + members.get(name, ""), endpoint) for name in ("next", "resource")
        )
    except BadLink as error:
        raise InvalidRequest(
            f"{error}", argument="resume_token", rule="resume", operation_id=operation.id
        ) from None
    request = Request("GET", endpoint.connect.url + resource, settings.headers, None, settings.timeout)
    return LongRunning(operation, request, session, endpoint, _Where(way, target))


def _state(status: str | None, default: Any = "running") -> Literal["running", "done", "failed"]:
    """Judge a status by ARM's rule; any word but the terminal ones means that work goes on."""
    ends: dict[str, Any] = {
        "succeeded": "done",
        "failed": "failed",
        "canceled": "failed",
        "cancelled": "failed",
    }
    found: Literal["running", "done", "failed"] = (
        default if status is None else ends.get(status.lower(), "running")
    )
    return found


def _json(response: Response) -> dict[str, Any] | None:
    try:
        body: Any = msgspec.json.decode(response.body)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return body if is_object(body) else None


def _provisioning(response: Response) -> str | None:
    properties = (_json(response) or {}).get("properties")
    return _text(properties.get("provisioningState")) if is_object(properties) else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
