# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `destinations` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.model import UNSET
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.conditions import HasETag
    from iotcentral._core.model import UnsetType
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = [
    "AsyncDestinationsOperations",
    "CREATE",
    "DELETE",
    "DestinationsOperations",
    "GET",
    "LIST",
    "LIST_EXPORTS",
    "UPDATE",
]

_DESTINATION_ID = Parameter("destinationId", "destination_id", "path", True, {"type": "string"})
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.DestinationCollection] = Operation(
    id="Destinations_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/destinations",
    success={200: m.DestinationCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Destination] = Operation(
    id="Destinations_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/destinations/{destinationId}",
    parameters=(_DESTINATION_ID,),
    success={200: m.Destination},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Destination] = Operation(
    id="Destinations_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/dataExport/destinations/{destinationId}",
    parameters=(_DESTINATION_ID,),
    body=Body("Destination", "application/json"),
    success={200: m.Destination},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.Destination] = Operation(
    id="Destinations_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/dataExport/destinations/{destinationId}",
    parameters=(_DESTINATION_ID, _IF_MATCH),
    body=Body("DestinationPatch", "application/merge-patch+json"),
    success={200: m.Destination},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Destinations_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/dataExport/destinations/{destinationId}",
    parameters=(_DESTINATION_ID,),
    success={204: None},
    errors=(401, 403, 404, 409, 429, 500, 503),
    retry="safe",
)

LIST_EXPORTS: Operation[m.ExportCollection] = Operation(
    id="Destinations_ListExports",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/destinations/{destinationId}/exports",
    parameters=(_DESTINATION_ID,),
    success={200: m.ExportCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class DestinationsOperations(Surface):
    """Places outside the application to which data exports send: storage, event hubs, service bus, Data
    Explorer or a webhook. At most 10 are documented; exports refer to them by id.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "destinations")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Destination]:
        """List export destinations.

        Returns the places data can be exported to, with keys masked. Of the built-in roles only
        Administrator may see data exports as the documentation reads; others get 403.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of destinations of all types, each
            with its `status`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Destinations_List`, GET /dataExport/destinations
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, destination_id: str, **options: Unpack[CallOptions]) -> m.Destination:
        """Read an export destination.

        Returns type, address and state of one destination; secrets come as `*****`. 404 if there is none
        with this id.

        Args:
            destination_id: Chosen by whoever makes the destination, for example `destination1`; many carry
                a GUID. Upstream sets no limit on its form. Exports point to it by this id.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The destination with its secrets masked.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Destinations_Get`, GET /dataExport/destinations/{destinationId}
        """
        return self._caller.call(GET, (destination_id,), **options)

    def create(
        self, destination_id: str, body: m.Destination, **options: Unpack[CallOptions]
    ) -> m.Destination:
        """Create or replace an export destination.

        Stores where and how to deliver, before any export uses it. The service does not have to reach the
        place for the call to succeed. 400 if `displayName`, `type` or what the type needs is missing.

        Args:
            destination_id: Chosen by whoever makes the destination, for example `destination1`; many carry
                a GUID. Upstream sets no limit on its form. Exports point to it by this id.
            body: `type` decides which members are needed; keys and addresses go into `authorization`,
                except for a webhook, whose address is `url`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored destination, `waiting` until an export sends to it.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Destinations_Create`, PUT /dataExport/destinations/{destinationId}
        """
        return self._caller.call(CREATE, (destination_id,), body, **options)

    def update(
        self,
        destination_id: str,
        body: m.DestinationPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Destination:
        """Change an export destination.

        Merges the given members into the destination, for instance a new name or a renewed key. The `type`
        cannot be changed. 404 if the destination is unknown, 400 if the members do not fit its type, 412
        for a stale `If-Match`.

        Args:
            destination_id: Chosen by whoever makes the destination, for example `destination1`; many carry
                a GUID. Upstream sets no limit on its form. Exports point to it by this id.
            body: What is to change; secrets in the clear. Do not send back an answer, since its `*****`
                would be taken for the key.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The destination after the merge, secrets masked.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `Destinations_Update`, PATCH /dataExport/destinations/{destinationId}
        """
        return self._caller.call(UPDATE, (destination_id, if_match), body, **options)

    def delete(self, destination_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an export destination.

        Removes a destination. Take it out of all exports first (`Destinations_ListExports` names them). 404
        if it is unknown.

        Args:
            destination_id: Chosen by whoever makes the destination, for example `destination1`; many carry
                a GUID. Upstream sets no limit on its form. Exports point to it by this id.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `Destinations_Remove`, DELETE /dataExport/destinations/{destinationId}
        """
        return self._caller.call(DELETE, (destination_id,), **options)

    def list_exports(self, destination_id: str, **options: Unpack[CallOptions]) -> Pager[m.Export]:
        """List the exports of a destination.

        Returns the exports that send to this destination. Look here before deleting it. 404 if the
        destination is unknown.

        Args:
            destination_id: Chosen by whoever makes the destination, for example `destination1`; many carry
                a GUID. Upstream sets no limit on its form. Exports point to it by this id.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of exports, each with an empty
            `destinations`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Destinations_ListExports`, GET /dataExport/destinations/{destinationId}/exports
        """
        return self._caller.pages(LIST_EXPORTS, (destination_id,), **options)


class AsyncDestinationsOperations(Surface):
    """Asynchronous twin of `DestinationsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "destinations")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Destination]:
        """List export destinations. See `DestinationsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, destination_id: str, **options: Unpack[CallOptions]) -> m.Destination:
        """Read an export destination. See `DestinationsOperations.get`."""
        return await self._caller.call(GET, (destination_id,), **options)

    async def create(
        self, destination_id: str, body: m.Destination, **options: Unpack[CallOptions]
    ) -> m.Destination:
        """Create or replace an export destination. See `DestinationsOperations.create`."""
        return await self._caller.call(CREATE, (destination_id,), body, **options)

    async def update(
        self,
        destination_id: str,
        body: m.DestinationPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Destination:
        """Change an export destination. See `DestinationsOperations.update`."""
        return await self._caller.call(UPDATE, (destination_id, if_match), body, **options)

    async def delete(self, destination_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an export destination. See `DestinationsOperations.delete`."""
        return await self._caller.call(DELETE, (destination_id,), **options)

    def list_exports(self, destination_id: str, **options: Unpack[CallOptions]) -> AsyncPager[m.Export]:
        """List the exports of a destination. See `DestinationsOperations.list_exports`."""
        return self._caller.pages(LIST_EXPORTS, (destination_id,), **options)
