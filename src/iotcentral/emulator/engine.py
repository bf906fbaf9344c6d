"""The emulator's engine: a pure function from request to answer over a store.

A request passes through: application by host, api-version, route, token, role, validation, handler. Each
step that refuses raises a `Problem`; the engine writes it as the service's error body.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec

from iotcentral._core.transport import Request, Response
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.bodies import write_json
from iotcentral.emulator.calls import Call
from iotcentral.emulator.checking import AnswerChecker
from iotcentral.emulator.choices import Choices
from iotcentral.emulator.clockwork import advance
from iotcentral.emulator.credentials import Credentials
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.gate import check_path, check_query, if_match, read_body, single_header
from iotcentral.emulator.handlers import HANDLERS
from iotcentral.emulator.limits import RateLimits
from iotcentral.emulator.manners import SERVICE, Manners, Rule
from iotcentral.emulator.paging import DEFAULT_PAGE_SIZE, LARGEST_PAGE
from iotcentral.emulator.preconditions import check_preconditions
from iotcentral.emulator.replies import (
    Problem,
    Reply,
    error_body,
    internal_error,
    method_not_allowed,
    not_found,
    not_served,
)
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.scope import scope_of
from iotcentral.emulator.sources import Makers, http_time, milliseconds
from iotcentral.emulator.store import Application, State, Store
from iotcentral.emulator.targets import Target, application_name, parse_target, split_path
from iotcentral.emulator.views import Views
from iotcentral.emulator.world import World

__all__ = ["Engine", "Handler", "Instead", "Processed"]

Handler = Callable[[Call], Reply]

NO_CONTENT = 204

_log = logging.getLogger("iotcentral.emulator")


class Route(msgspec.Struct, frozen=True):
    """Where a request leads: an operation of one api-version at one application."""

    target: Target
    application: Application
    document: Document
    operation: Operation
    arguments: Mapping[str, str]


class Processed(msgspec.Struct, frozen=True):
    """An answer with what its request was taken for."""

    response: Response
    application: str | None = None
    version: str | None = None
    operation: str | None = None


Instead = Callable[[str], Response | None]
"""Asked with the operation id before it runs: answers in its place, or `None` to let it run."""


class Engine:
    """The service of one machine: `handle` answers requests for every application of the store.

    Args:
        documents: one contract document for each api-version to serve.
        store: where the state lives.
        makers: clock, randomness and what is made of them.
        applications: names (subdomains) of the applications; those the store lacks are created.
        page_size: items on a page of a list, at most 100.
        external_url: scheme and host for links, when callers reach the engine by another address than
            the one they send.
        check_answers: validate every answer against the contract and let faults of the engine raise.
        choices: how open questions about the service are decided.
        manners: what of the things the contract forbids is refused.
        credentials: what callers may send beside the applications' own API tokens.
        limits: refuses calls over the rate; no limit by default.
        handlers: operation id to handler; the table of this package unless a test brings its own.

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
        manners: Manners = SERVICE,
        credentials: Credentials | None = None,
        limits: RateLimits | None = None,
        handlers: Mapping[str, Handler] = HANDLERS,
    ) -> None:
        self.documents = {document.version: document for document in documents}
        self._applications = Applications(store, makers, applications)
        self._store = store
        self._makers = makers
        self._page_size = max(1, min(page_size, LARGEST_PAGE))
        self._external_url = external_url.rstrip("/") if external_url else None
        self._handlers = handlers
        self._schemas = {version: Schemas(document) for version, document in self.documents.items()}
        self._views = {version: Views(document) for version, document in self.documents.items()}
        self._choices = choices or Choices()
        more = {Rule.UNDECLARED_MEMBER} if self._choices.undeclared_members == "refuse" else set[Rule]()
        self._manners = Manners(manners.refused | more)
        self._credentials = credentials or Credentials()
        self._limits = limits
        statuses = self._choices.statuses()
        self._checker = AnswerChecker(self._schemas, self._views, statuses) if check_answers else None
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
                if self._limits:
                    self._limits.clear()

    def administrator_token(self, name: str) -> str:
        """Answer a ready administrator API token of an application; the same one until it expires."""
        with self._lock, self._store.transaction():
            return self._applications.administrator_token(name)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _process(self, request: Request, instead: Instead | None) -> Processed:
        route: Route | None = None
        outcome: Reply | Problem
        try:
            route = self._route(request)
            given = instead(route.operation.id) if instead else None
            if given is not None:
                return _processed(given, route)
            self._admit(route)
            outcome = self._run(request, route)
        except Problem as problem:
            outcome = problem
        except Exception:
            if self._checker:
                raise
            _log.exception("the emulator failed on %s", request.method)
            outcome = internal_error()
        response = self.write(outcome)
        if self._checker:
            version, operation = (route.document.version, route.operation) if route else (None, None)
            self._checker.check(version, operation, response)
        return _processed(response, route)

    def _route(self, request: Request) -> Route:
        target = parse_target(request)
        application = self._applications.at(application_name(target.host))
        document = self._document(target)
        match = document.match(split_path(target.path))
        operation = match.operations.get(request.method) if match else None
        if match is None:
            raise not_found()
        if operation is None:
            refused = self._manners.refuse(Rule.METHOD)
            raise method_not_allowed(match.operations) if refused else not_found()
        return Route(target, application, document, operation, match.arguments)

    def _document(self, target: Target) -> Document:
        version = target.single("api-version")
        document = self.documents.get(version or "")
        if document is None:
            raise not_found(f'"{version or "undefined"}" is not a valid API version.')
        return document

    def _admit(self, route: Route) -> None:
        if self._limits:
            now = milliseconds(self._makers.clock())
            self._limits.admit(route.application.name, route.operation, now)

    def _run(self, request: Request, route: Route) -> Reply:
        self._advance(route.application)
        with self._store.transaction():
            state = self._store.state(route.application)
            grants = self._credentials.grants(
                route.application, state, self._makers, single_header(request, "authorization")
            )
            handler = self._handlers.get(route.operation.id)
            if handler is None:
                raise not_served(route.operation.id)
            call = self._call(request, route, state, grants)
            check_preconditions(call)
            return handler(call)

    def _advance(self, application: Application) -> None:
        """Let happen what has become due since the last request; it stays when the request is refused."""
        state, now = self._store.state(application), milliseconds(self._makers.clock())
        if state.next_timer(now) is not None:
            with self._store.transaction():
                advance(World(application, state, self._makers, now, now))

    def _call(self, request: Request, route: Route, state: State, grants: list[dict[str, Any]]) -> Call:
        version, choices = route.document.version, self._choices
        scope = scope_of(state, route.operation, grants)
        schemas, views = self._schemas[version], self._views[version]
        check_path(schemas, route.operation, route.arguments)
        check_query(schemas, route.operation, route.target, self._manners)
        return Call(
            operation=route.operation,
            document=route.document,
            schemas=schemas,
            views=views,
            target=route.target,
            path=route.arguments,
            body=read_body(schemas, views, route.operation, request, self._manners),
            application=route.application,
            state=state,
            makers=self._makers,
            base_url=self._external_url or f"{route.target.scheme}://{route.target.host}",
            page_size=self._page_size,
            scope=scope,
            grants=grants,
            choices=choices,
            if_match=if_match(request, route.operation, everywhere=choices.if_match_everywhere),
        )

    def write(self, outcome: Reply | Problem) -> Response:
        """Write an answer; `time` in an error body is the `Date` header's text."""
        date = http_time(self._makers.clock())
        headers = [("Date", date)]
        if isinstance(outcome, Problem):
            body = error_body(outcome.code, outcome.sentence, self._makers.request_id(), date)
            headers += [("x-ms-error-code", outcome.code), *outcome.headers]
            content = write_json(body)
        elif outcome.status == NO_CONTENT:
            return Response(NO_CONTENT, tuple(headers), b"")
        else:
            content = write_json(outcome.body)
        headers += [
            ("Content-Type", "application/json; charset=utf-8"),
            ("Content-Length", str(len(content))),
        ]
        return Response(outcome.status, tuple(headers), content)


def _processed(response: Response, route: Route | None) -> Processed:
    if route is None:
        return Processed(response)
    return Processed(response, route.application.name, route.document.version, route.operation.id)
