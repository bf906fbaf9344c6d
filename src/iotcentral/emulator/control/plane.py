"""Azure Resource Manager as far as IoT Central goes: routes, token, body, handler."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from iotcentral._core.transport import Request
from iotcentral.emulator.applications import Applications
from iotcentral.emulator.bodies import read_json
from iotcentral.emulator.choices import Choices
from iotcentral.emulator.control.background import poll, polled_operation
from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.control.faults import missing_token, wrong_token
from iotcentral.emulator.control.handlers import CONTROL_HANDLERS
from iotcentral.emulator.control.resources import Resources
from iotcentral.emulator.control.settings import check_sku
from iotcentral.emulator.documents import Document, Match, Operation
from iotcentral.emulator.entra import EntraToken
from iotcentral.emulator.gate import BODY_LIMIT, check_path, read_body, single_header
from iotcentral.emulator.paging import CONTINUATION
from iotcentral.emulator.replies import Reply, not_found, not_served
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import Store
from iotcentral.emulator.targets import Target, split_path
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
        documents: Iterable[Document],
        store: Store,
        applications: Applications,
        makers: Makers,
        entra: EntraToken,
        *,
        page_size: int,
        choices: Choices,
        deny_create: bool,
    ) -> None:
        self._documents = {document.version: document for document in documents}
        self._store = store
        self._resources = Resources(store, applications)
        self._makers = makers
        self._entra = entra
        self._page_size = page_size
        self._choices = choices
        self._deny_create = deny_create

    def route(self, request: Request, target: Target) -> ControlRoute:
        """Find what a request is for.

        Raises:
            Problem: 404 for an api-version or a path that is not served.

        """
        version = target.single("api-version")
        document = self._documents.get(version or "")
        if document is None:
            raise not_found(f'"{version or "undefined"}" is not a valid API version.')
        segments = split_path(target.path)
        match = document.match(segments, any_case=True)
        operation = _operation(match, request.method, target) if match else None
        if match and operation:
            return ControlRoute(target, document, operation, match.arguments)
        id = polled_operation(segments) if request.method == "GET" else None
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
        if not self._entra.is_in(given):
            raise wrong_token()

    def _call(
        self, request: Request, route: ControlRoute, operation: Operation, base_url: str
    ) -> ControlCall:
        schemas, views = Schemas(route.document), Views(route.document)
        strict = views if self._choices.undeclared_members == "refuse" else None
        check_path(schemas, operation, route.arguments)
        if operation.bodies and request.body and len(request.body) <= BODY_LIMIT:
            check_sku(read_json(request.body))
        return ControlCall(
            operation=operation,
            document=route.document,
            views=views,
            target=route.target,
            path=route.arguments,
            body=read_body(schemas, operation, request, strict),
            store=self._store,
            resources=self._resources,
            makers=self._makers,
            base_url=base_url,
            page_size=self._page_size,
            choices=self._choices,
            denies_create=self._deny_create,
        )


def _operation(match: Match, method: str, target: Target) -> Operation | None:
    """Find the operation of a method; later pages of a list that began with a POST come by GET."""
    found = match.operations.get(method)
    listing = match.operations.get("POST") if method == "GET" else None
    if found is None and listing is not None and listing.paged and CONTINUATION in target.query:
        return listing
    return found
