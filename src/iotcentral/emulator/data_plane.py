"""The data plane, and the documented-only surface over the same state: routes, callers, body, handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from iotcentral._core.transport import Request
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.calls import Call
from iotcentral.emulator.clockwork import advance
from iotcentral.emulator.credentials import Callers
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.gate import check_path, check_query, if_match, read_body, single_header
from iotcentral.emulator.limits import RateLimits
from iotcentral.emulator.manners import Rule
from iotcentral.emulator.planes import DATA_PLANE, REFERENCE
from iotcentral.emulator.preconditions import check_preconditions
from iotcentral.emulator.reference.credentials import api_token_of
from iotcentral.emulator.reference.handlers import REFERENCE_HANDLERS
from iotcentral.emulator.replies import Reply, method_not_allowed, not_found, not_served
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.scope import scope_of
from iotcentral.emulator.settings import Settings
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import Application, State, Store
from iotcentral.emulator.targets import Target, application_name, split_path
from iotcentral.emulator.views import Views
from iotcentral.emulator.world import World

__all__ = ["DataPlane", "DataRoute", "Handler"]

Handler = Callable[[Call], Reply]


class DataRoute(msgspec.Struct, frozen=True):
    """Where a request leads: an operation of one api-version at one application."""

    target: Target
    application: Application
    document: Document
    operation: Operation
    arguments: Mapping[str, str]


class DataPlane:
    """Answers for the applications of an engine."""

    def __init__(
        self,
        documents: Mapping[tuple[str, str], Document],
        schemas: Mapping[Document, Schemas],
        store: Store,
        applications: Applications,
        makers: Makers,
        callers: Callers,
        settings: Settings,
        handlers: Mapping[str, Handler],
    ) -> None:
        self._documents = documents
        self._schemas = schemas
        self._store = store
        self._applications = applications
        self._makers = makers
        self._callers = callers
        self._settings = settings
        self._manners = settings.manners
        self._handlers = {DATA_PLANE: handlers, REFERENCE: REFERENCE_HANDLERS}
        self._limits = RateLimits() if settings.rate_limits else None

    def forget_calls(self) -> None:
        """Begin to count the rate of calls anew."""
        if self._limits:
            self._limits.clear()

    def route(self, request: Request, target: Target, plane: str) -> DataRoute:
        """Find what a request is for.

        Raises:
            Problem: 404 for an application, an api-version or a path that is not there; 405, or 404 as the
                service does, for a method that the path does not have.

        """
        application = self._applications.at(application_name(target.host))
        version = target.single("api-version")
        document = self._documents.get((plane, version or ""))
        if document is None:
            raise not_found(f'"{version or "undefined"}" is not a valid API version.')
        match = document.match(split_path(target.path))
        if match is None:
            raise not_found()
        operation = match.operations.get(request.method)
        if operation is None:
            refused = self._manners.refuse(Rule.METHOD)
            raise method_not_allowed(match.operations) if refused else not_found()
        return DataRoute(target, application, document, operation, match.arguments)

    def run(self, request: Request, route: DataRoute, base_url: str) -> Reply:
        """Answer a request that is routed.

        Raises:
            Problem: any refusal; nothing has changed then.

        """
        self._admit(route)
        self._advance(route.application)
        with self._store.transaction():
            state = self._store.state(route.application)
            grants = self._grants(request, route, state)
            handler = self._handlers[route.document.plane].get(route.operation.id)
            if handler is None:
                raise not_served(route.operation.id)
            call = self._call(request, route, state, grants, base_url)
            check_preconditions(call)
            return handler(call)

    def _admit(self, route: DataRoute) -> None:
        if self._limits:
            now = milliseconds(self._makers.clock())
            self._limits.admit(route.application.name, route.operation, now)

    def _advance(self, application: Application) -> None:
        """Let happen what has become due since the last request; it stays when the request is refused."""
        state, now = self._store.state(application), milliseconds(self._makers.clock())
        if state.next_timer(now) is not None:
            with self._store.transaction():
                advance(World(application, state, self._makers, now, now))

    def _grants(self, request: Request, route: DataRoute, state: State) -> list[dict[str, Any]]:
        """Answer the role assignments of the caller, who shows an API token or the Entra token."""
        given = single_header(request, "authorization")
        if route.document.plane == REFERENCE:
            given = api_token_of(given)
        return self._callers.grants(route.application, state, given)

    def _call(
        self,
        request: Request,
        route: DataRoute,
        state: State,
        grants: list[dict[str, Any]],
        base_url: str,
    ) -> Call:
        document, choices, manners = route.document, self._settings.choices, self._manners
        scope = scope_of(state, route.operation, grants)
        schemas, views = self._schemas[document], Views(document)
        check_path(schemas, route.operation, route.arguments)
        check_query(schemas, route.operation, route.target, manners)
        return Call(
            operation=route.operation,
            document=document,
            schemas=schemas,
            views=views,
            target=route.target,
            path=route.arguments,
            body=read_body(schemas, views, route.operation, request, manners),
            application=route.application,
            state=state,
            makers=self._makers,
            base_url=base_url,
            page_size=self._settings.items,
            scope=scope,
            grants=grants,
            choices=choices,
            if_match=if_match(request, route.operation, everywhere=choices.if_match_everywhere),
        )
