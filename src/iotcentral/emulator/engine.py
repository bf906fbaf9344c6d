"""The emulator's engine: a pure function from request to answer over a store.

A request passes through: application by host, api-version, route, token, role, validation, handler. Each
step that refuses raises a `Problem`; the engine writes it as the service's error body.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from iotcentral._core.transport import Request, Response
from iotcentral.emulator import tokens
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.bodies import write_json
from iotcentral.emulator.calls import Call
from iotcentral.emulator.checking import AnswerChecker
from iotcentral.emulator.choices import Choices
from iotcentral.emulator.clockwork import advance
from iotcentral.emulator.control.plane import ControlPlane, ControlRoute
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.entra import EntraToken
from iotcentral.emulator.gate import check_path, if_match, read_body, single_header
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.paging import DEFAULT_PAGE_SIZE, LARGEST_PAGE
from iotcentral.emulator.planes import CONTROL_PLANE, DATA_PLANE, REFERENCE, plane_of
from iotcentral.emulator.preconditions import check_preconditions
from iotcentral.emulator.reference.credentials import api_token_of
from iotcentral.emulator.reference.handlers import REFERENCE_HANDLERS
from iotcentral.emulator.replies import (
    Problem,
    Reply,
    error_body,
    internal_error,
    not_found,
    not_served,
    plain_error_body,
)
from iotcentral.emulator.roles import ADMINISTRATOR
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.scope import scope_of
from iotcentral.emulator.sources import Makers, http_time, milliseconds
from iotcentral.emulator.store import Application, State, Store
from iotcentral.emulator.targets import Target, application_name, parse_target, split_path
from iotcentral.emulator.views import Views
from iotcentral.emulator.world import World

__all__ = ["Engine", "Handler"]

Handler = Callable[[Call], Reply]

NO_CONTENT = 204
FIRST_ERROR = 400

_log = logging.getLogger("iotcentral.emulator")


class Route(msgspec.Struct, frozen=True):
    """Where a request leads: an operation of one api-version at one application."""

    target: Target
    application: Application
    document: Document
    operation: Operation
    arguments: Mapping[str, str]


class Engine:
    """The service of one machine: `handle` answers requests for every application of the store.

    Args:
        documents: one contract document for each plane and api-version to serve.
        store: where the state lives.
        makers: clock, randomness and what is made of them.
        applications: names (subdomains) of the applications; those the store lacks are created.
        page_size: items on a page of a list, at most 100.
        external_url: scheme and host for links, when callers reach the engine by another address than
            the one they send.
        check_answers: validate every answer against the contract and let faults of the engine raise.
        choices: how open questions about the service are decided.
        handlers: operation id of the data plane to handler; the table of this package unless a test brings
            its own.
        bearer: text of an administrator's Entra token, for the control plane and every application; made up
            when it is first asked for unless given.
        deny_create: refuse to create applications through the control plane, as the service of today.

    """

    def __init__(
        self,
        documents: Iterable[Document],
        store: Store,
        makers: Makers,
        applications: Iterable[str] = ("demo",),
        *,
        page_size: int = DEFAULT_PAGE_SIZE,
        external_url: str | None = None,
        check_answers: bool = False,
        choices: Choices | None = None,
        handlers: Mapping[str, Handler] = HANDLERS,
        bearer: str | None = None,
        deny_create: bool = False,
    ) -> None:
        self.documents = {(document.plane, document.version): document for document in documents}
        self._applications = Applications(store, makers, applications)
        self._store = store
        self._makers = makers
        self._page_size = max(1, min(page_size, LARGEST_PAGE))
        self._external_url = external_url.rstrip("/") if external_url else None
        self._handlers = {DATA_PLANE: handlers, REFERENCE: REFERENCE_HANDLERS}
        self._schemas = {document: Schemas(document) for document in self.documents.values()}
        self._views = {document: Views(document) for document in self.documents.values()}
        self._choices = choices or Choices()
        self._entra = EntraToken(makers, bearer)
        self._control = ControlPlane(
            (document for document in self.documents.values() if document.plane == CONTROL_PLANE),
            store,
            self._applications,
            makers,
            self._entra,
            page_size=self._page_size,
            choices=self._choices,
            deny_create=deny_create,
        )
        statuses = self._choices.statuses()
        self._checker = AnswerChecker(self._schemas, self._views, statuses) if check_answers else None
        self._lock = threading.Lock()

    def handle(self, request: Request) -> Response:
        """Answer one request; a request that is refused changes nothing.

        Raises:
            AssertionError: only with `check_answers`, for an answer that breaks the contract.

        """
        with self._lock:
            return self._handle(request)

    def administrator_token(self, name: str) -> str:
        """Answer a ready administrator API token of an application; the same one until it expires."""
        with self._lock, self._store.transaction():
            return self._applications.administrator_token(name)

    def administrator_bearer(self) -> str:
        """Answer the text of the administrator's Entra token."""
        with self._lock:
            return self._entra.text

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _handle(self, request: Request) -> Response:
        route: Route | ControlRoute | None = None
        outcome: Reply | Problem
        target = parse_target(request)
        plane = plane_of(target)
        try:
            if plane == CONTROL_PLANE:
                route = self._control.route(request, target)
                outcome = self._control.run(request, route, self._base_url(target))
            else:
                route = self._route(request, target, plane)
                outcome = self._run(request, route)
        except Problem as problem:
            outcome = problem
        except Exception:
            if self._checker:
                raise
            _log.exception("the emulator failed on %s", request.method)
            outcome = internal_error()
        response = self._write(outcome, plane)
        if self._checker and (document := route.document if route else self._any_document(plane)):
            self._check(self._checker, document, route, response)
        return response

    def _check(
        self,
        checker: AnswerChecker,
        document: Document,
        route: Route | ControlRoute | None,
        response: Response,
    ) -> None:
        """Check an answer, except the state of an operation under way: no document speaks of that."""
        operation = route.operation if route else None
        if route is None or operation is not None or response.status >= FIRST_ERROR:
            checker.check(document, operation, response)

    def _any_document(self, plane: str) -> Document | None:
        """Answer a document whose errors look like those of the plane."""
        return next((found for found in self.documents.values() if found.plane == plane), None)

    def _base_url(self, target: Target) -> str:
        return self._external_url or f"{target.scheme}://{target.host}"

    def _route(self, request: Request, target: Target, plane: str) -> Route:
        application = self._applications.at(application_name(target.host))
        document = self._document(target, plane)
        match = document.match(split_path(target.path))
        operation = match.operations.get(request.method) if match else None
        if match is None or operation is None:
            raise not_found()
        return Route(target, application, document, operation, match.arguments)

    def _document(self, target: Target, plane: str) -> Document:
        version = target.single("api-version")
        document = self.documents.get((plane, version or ""))
        if document is None:
            raise not_found(f'"{version or "undefined"}" is not a valid API version.')
        return document

    def _run(self, request: Request, route: Route) -> Reply:
        self._advance(route.application)
        with self._store.transaction():
            state = self._store.state(route.application)
            grants = self._grants(request, route, state)
            handler = self._handlers[route.document.plane].get(route.operation.id)
            if handler is None:
                raise not_served(route.operation.id)
            call = self._call(request, route, state, grants)
            check_preconditions(call)
            return handler(call)

    def _grants(self, request: Request, route: Route, state: State) -> list[dict[str, Any]]:
        """Answer the role assignments of the caller, who shows an API token or the Entra token."""
        given = single_header(request, "authorization")
        if route.document.plane == REFERENCE:
            given = api_token_of(given)
        elif self._entra.is_in(given):
            return [{"role": ADMINISTRATOR}]
        return tokens.authenticate(route.application, state, self._makers, given)

    def _advance(self, application: Application) -> None:
        """Let happen what has become due since the last request; it stays when the request is refused."""
        state, now = self._store.state(application), milliseconds(self._makers.clock())
        if state.next_timer(now) is not None:
            with self._store.transaction():
                advance(World(application, state, self._makers, now, now))

    def _call(self, request: Request, route: Route, state: State, grants: list[dict[str, Any]]) -> Call:
        document, choices = route.document, self._choices
        scope = scope_of(state, route.operation, grants)
        schemas, views = self._schemas[document], self._views[document]
        strict = views if choices.undeclared_members == "refuse" else None
        check_path(schemas, route.operation, route.arguments)
        return Call(
            operation=route.operation,
            document=document,
            schemas=schemas,
            views=views,
            target=route.target,
            path=route.arguments,
            body=read_body(schemas, route.operation, request, strict),
            application=route.application,
            state=state,
            makers=self._makers,
            base_url=self._base_url(route.target),
            page_size=self._page_size,
            scope=scope,
            grants=grants,
            choices=choices,
            if_match=if_match(request, route.operation, everywhere=choices.if_match_everywhere),
        )

    def _write(self, outcome: Reply | Problem, plane: str) -> Response:
        """Write the answer; `time` in an error body is the `Date` header's text."""
        date = http_time(self._makers.clock())
        headers = [("Date", date)]
        if isinstance(outcome, Reply):
            headers += outcome.headers
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
