"""The emulator's engine: a pure function from request to answer over a store.

A request passes through: application by host, api-version, route, token, role, validation, handler. Each
step that refuses raises a `Problem`; the engine writes it as the service's error body.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager

import msgspec

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.bodies import write_json
from iotcentral.emulator.checking import AnswerChecker
from iotcentral.emulator.control.plane import ControlPlane, ControlRoute
from iotcentral.emulator.credentials import Callers
from iotcentral.emulator.data_plane import DataPlane, DataRoute, Handler
from iotcentral.emulator.documents import Document
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.planes import CONTROL_PLANE, DATA_PLANE, at_home, plane_of
from iotcentral.emulator.replies import Problem, Reply, error_body, internal_error, plain_error_body
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.settings import Settings
from iotcentral.emulator.sources import Makers, http_time
from iotcentral.emulator.store import Store
from iotcentral.emulator.stored import StoredClock
from iotcentral.emulator.targets import Target, parse_target
from iotcentral.emulator.views import Views

__all__ = ["Engine", "Handler", "Instead", "Processed"]

NO_CONTENT = 204
FIRST_ERROR = 400

_log = logging.getLogger("iotcentral.emulator")

_Route = DataRoute | ControlRoute


class Processed(msgspec.Struct, frozen=True):
    """An answer with what its request was taken for."""

    response: Response
    plane: str
    application: str | None = None
    version: str | None = None
    operation: str | None = None


Instead = Callable[[str], Reply | Problem | None]
"""Asked with the operation id before it runs: what to answer in its place, or `None` to let it run."""


class Engine:
    """The service of one machine: `handle` answers requests for every application of the store.

    Args:
        documents: one contract document for each plane and api-version to serve.
        store: where the state lives.
        makers: clock, randomness and what is made of them.
        applications: names (subdomains) of the applications; those the store lacks are created.
        settings: how to behave where that is not said by the documents.
        check_answers: validate every answer against the contract and let faults of the engine raise.
        handlers: operation id of the data plane to handler; the table of this package unless a test brings
            its own.

    """

    def __init__(
        self,
        documents: Iterable[Document],
        store: Store,
        makers: Makers,
        applications: Iterable[str] = ("demo",),
        settings: Settings | None = None,
        *,
        check_answers: bool = False,
        handlers: Mapping[str, Handler] = HANDLERS,
    ) -> None:
        self.documents = {(document.plane, document.version): document for document in documents}
        self.settings = settings or Settings()
        self._applications = Applications(store, makers, applications)
        self._store = store
        self._makers = makers
        self._callers = Callers(makers, self.settings.credentials)
        schemas = {document: Schemas(document) for document in self.documents.values()}
        shared = self.documents, schemas, store, self._applications, makers, self._callers, self.settings
        self._data = DataPlane(*shared, handlers)
        self._control = ControlPlane(*shared)
        self._checker = self._make_checker(schemas) if check_answers else None
        self._lock = threading.Lock()

    def handle(self, request: Request) -> Response:
        """Answer one request; a request that is refused changes nothing.

        Raises:
            AssertionError: only with `check_answers`, for an answer that breaks the contract.

        """
        return self.process(request).response

    def process(self, request: Request, instead: Instead | None = None) -> Processed:
        """Answer one request and say what it was taken for; `instead` may answer in place of an operation.

        Raises:
            AssertionError: as `handle`.

        """
        with self._lock:
            return self._process(request, instead)

    @contextmanager
    def at_rest(self) -> Generator[Store]:
        """Hold requests off while the block works on the store; what is known of it is read anew after."""
        with self._lock:
            try:
                yield self._store
            finally:
                self._applications.reopen()
                self._data.forget_calls()

    def keep_clock(self, clock: StoredClock) -> None:
        """Keep how the clock is steered, for those who open the state later."""
        with self._lock:
            self._store.keep_clock(clock)

    def forget_calls(self) -> None:
        """Begin to count the rate of calls anew."""
        with self._lock:
            self._data.forget_calls()

    def reset(self) -> None:
        """Make the applications given what they were at first; all others are gone."""
        with self._lock:
            self._applications.reset()
            self._data.forget_calls()

    def administrator_token(self, name: str) -> str:
        """Answer a ready administrator API token of an application; the same one until it expires."""
        with self._lock, self._store.transaction():
            return self._applications.administrator_token(name)

    def administrator_bearer(self) -> str:
        """Answer the text of the administrator's Entra token."""
        with self._lock:
            return self._callers.bearer

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _make_checker(self, schemas: Mapping[Document, Schemas]) -> AnswerChecker:
        views = {document: Views(document) for document in schemas}
        return AnswerChecker(schemas, views, self.settings.statuses())

    def _process(self, request: Request, instead: Instead | None) -> Processed:
        route: _Route | None = None
        outcome: Reply | Problem
        target = at_home(parse_target(request), self.settings.external_url, self._applications.has)
        plane = plane_of(target)
        given: Reply | Problem | None = None
        try:
            route = self._route(request, target, plane)
            given = instead(route.operation.id) if instead and route.operation else None
            outcome = given or self._run(request, route)
        except Problem as problem:
            outcome = problem
        except Exception:
            if self._checker:
                raise
            _log.exception("the emulator failed on %s", request.method)
            outcome = internal_error()
        response = self.write(outcome, plane)
        if self._checker and not given and (document := route.document if route else self._any(plane)):
            _check(self._checker, document, route, response)
        return _processed(response, plane, route)

    def _route(self, request: Request, target: Target, plane: str) -> _Route:
        if plane == CONTROL_PLANE:
            return self._control.route(request, target)
        return self._data.route(request, target, plane)

    def _run(self, request: Request, route: _Route) -> Reply:
        base_url = self.settings.external_url or f"{route.target.scheme}://{route.target.host}"
        if isinstance(route, ControlRoute):
            return self._control.run(request, route, base_url)
        return self._data.run(request, route, base_url)

    def _any(self, plane: str) -> Document | None:
        """Answer a document whose errors look like those of the plane."""
        return next((found for found in self.documents.values() if found.plane == plane), None)

    def write(self, outcome: Reply | Problem, plane: str = DATA_PLANE) -> Response:
        """Write the answer; `time` in an error body is the `Date` header's text."""
        date = http_time(self._makers.clock())
        headers = [("Date", date), *outcome.headers]
        if plane == CONTROL_PLANE:
            headers.append(("x-ms-request-id", self._makers.guid()))
        if isinstance(outcome, Reply):
            content = b"" if outcome.body is None else write_json(outcome.body)
        elif plane == DATA_PLANE:
            headers.append(("x-ms-error-code", outcome.code))
            request_id = self._makers.request_id()
            content = write_json(error_body(outcome.code, outcome.sentence, request_id, date))
        else:
            content = write_json(plain_error_body(outcome.code, outcome.sentence))
        if content:
            headers.append(("Content-Type", "application/json; charset=utf-8"))
        if outcome.status != NO_CONTENT:
            headers.append(("Content-Length", str(len(content))))
        return Response(outcome.status, tuple(headers), content)


def _check(checker: AnswerChecker, document: Document, route: _Route | None, response: Response) -> None:
    """Check an answer, except the state of an operation under way: no document speaks of that."""
    operation = route.operation if route else None
    if route is None or operation is not None or response.status >= FIRST_ERROR:
        checker.check(document, operation, response)


def _processed(response: Response, plane: str, route: _Route | None) -> Processed:
    if route is None:
        return Processed(response, plane)
    application = route.application.name if isinstance(route, DataRoute) else None
    operation = route.operation.id if route.operation else None
    return Processed(response, plane, application, route.document.version, operation)
