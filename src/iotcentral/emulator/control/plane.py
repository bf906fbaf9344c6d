"""Azure Resource Manager as far as IoT Central goes: routes, token, body, handler."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from iotcentral._core.transport import Request
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.bodies import read_json
from iotcentral.emulator.control.background import poll, polled_operation
from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.control.faults import missing_token, wrong_token
from iotcentral.emulator.control.handlers import CONTROL_HANDLERS
from iotcentral.emulator.control.resources import Resources
from iotcentral.emulator.control.settings import check_sku
from iotcentral.emulator.credentials import Callers
from iotcentral.emulator.documents import Document, Match, Operation
from iotcentral.emulator.gate import BODY_LIMIT, check_path, check_query, read_body, single_header
from iotcentral.emulator.manners import Rule
from iotcentral.emulator.planes import CONTROL_PLANE
from iotcentral.emulator.replies import Reply, method_not_allowed, not_found, not_served
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.settings import Settings
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import Store
from iotcentral.emulator.targets import SKIP_TOKEN, Target, split_path
from iotcentral.emulator.views import Views

__all__ = ["ControlPlane", "ControlRoute"]


class ControlRoute(msgspec.Struct, frozen=True):
    """Where a request leads: an operation of one api-version, or the state of one under way."""

    target: Target
    document: Document
    operation: Operation | None
    arguments: Mapping[str, str]


class ControlPlane:
    """Answers the control plane over the applications of an engine."""

    def __init__(
        self,
        documents: Mapping[tuple[str, str], Document],
        schemas: Mapping[Document, Schemas],
        store: Store,
        applications: Applications,
        makers: Makers,
        callers: Callers,
        settings: Settings,
    ) -> None:
        self._documents = documents
        self._schemas = schemas
        self._store = store
        self._resources = Resources(store, applications)
        self._makers = makers
        self._callers = callers
        self._settings = settings
        self._manners = settings.manners

    def route(self, request: Request, target: Target) -> ControlRoute:
        """Find what a request is for.

        Raises:
            Problem: 404 for an api-version or a path that is not served; 405, or 404 as for other paths, for
                a method that the path does not have.

        """
        version = target.single("api-version")
        document = self._documents.get((CONTROL_PLANE, version or ""))
        if document is None:
            raise not_found(f'"{version or "undefined"}" is not a valid API version.')
        segments = split_path(target.path)
        match = document.match(segments, any_case=True)
        operation = _operation(match, request.method, target) if match else None
        if match and operation:
            return ControlRoute(target, document, operation, match.arguments)
        id = polled_operation(segments) if request.method == "GET" else None
        if match and self._manners.refuse(Rule.METHOD):
            raise method_not_allowed(match.operations)
        if id is None:
            raise not_found()
        return ControlRoute(target, document, None, {"id": id})

    def run(self, request: Request, route: ControlRoute, base_url: str) -> Reply:
        """Answer a request that is routed.

        Raises:
            Problem: any refusal; nothing has changed then.

        """
        now = milliseconds(self._makers.clock())
        with self._store.transaction():
            self._resources.sweep(now)
        self._authenticate(request)
        if route.operation is None:
            return poll(self._store, route.arguments["id"], now, plain="asyncinfo" not in route.target.query)
        handler = CONTROL_HANDLERS.get(route.operation.id)
        if handler is None:
            raise not_served(route.operation.id)
        with self._store.transaction():
            return handler(self._call(request, route, route.operation, base_url))

    def _authenticate(self, request: Request) -> None:
        given = single_header(request, "authorization")
        if given is None:
            raise missing_token()
        if not self._callers.is_administrator(given):
            raise wrong_token()

    def _call(
        self, request: Request, route: ControlRoute, operation: Operation, base_url: str
    ) -> ControlCall:
        schemas, views = self._schemas[route.document], Views(route.document)
        check_path(schemas, operation, route.arguments)
        check_query(schemas, operation, route.target, self._manners)
        if operation.bodies and request.body and len(request.body) <= BODY_LIMIT:
            check_sku(read_json(request.body))
        return ControlCall(
            operation=operation,
            document=route.document,
            views=views,
            target=route.target,
            path=route.arguments,
            body=read_body(schemas, views, operation, request, self._manners),
            store=self._store,
            resources=self._resources,
            makers=self._makers,
            base_url=base_url,
            page_size=self._settings.items,
            choices=self._settings.choices,
            denies_create=self._settings.deny_create,
        )


def _operation(match: Match, method: str, target: Target) -> Operation | None:
    """Find the operation of a method; later pages of a list that began with a POST come by GET."""
    found = match.operations.get(method)
    listing = match.operations.get("POST") if method == "GET" else None
    if found is None and listing is not None and listing.paged and SKIP_TOKEN in target.query:
        return listing
    return found
