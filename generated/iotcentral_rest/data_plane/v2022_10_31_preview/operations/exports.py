# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `exports` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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
    "AsyncExportsOperations",
    "CREATE",
    "DELETE",
    "ExportsOperations",
    "GET",
    "LIST",
    "LIST_DESTINATIONS",
    "UPDATE",
]

_EXPORT_ID = Parameter("exportId", "export_id", "path", True, {"type": "string"})
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.ExportCollection] = Operation(
    id="Exports_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/exports",
    success={200: m.ExportCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Export] = Operation(
    id="Exports_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/exports/{exportId}",
    parameters=(_EXPORT_ID,),
    success={200: m.Export},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Export] = Operation(
    id="Exports_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/dataExport/exports/{exportId}",
    parameters=(_EXPORT_ID,),
    body=Body("Export", "application/json"),
    success={200: m.Export},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.Export] = Operation(
    id="Exports_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/dataExport/exports/{exportId}",
    parameters=(_EXPORT_ID, _IF_MATCH),
    body=Body("ExportPatch", "application/merge-patch+json"),
    success={200: m.Export},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Exports_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/dataExport/exports/{exportId}",
    parameters=(_EXPORT_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

LIST_DESTINATIONS: Operation[m.DestinationCollection] = Operation(
    id="Exports_ListDestinations",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dataExport/exports/{exportId}/destinations",
    parameters=(_EXPORT_ID,),
    success={200: m.DestinationCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class ExportsOperations(Surface):
    """Definitions of what is sent on, as it happens, to one or more destinations. Nothing is sent for the
    time before an export was switched on. The documented limit is 10.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "exports")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Export]:
        """List data exports.

        Returns all export definitions with their state. 403 for a role without access to data export, which
        only Administrator has of the built-in ones.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of exports, switched off ones
            included.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Exports_List`, GET /dataExport/exports
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, export_id: str, **options: Unpack[CallOptions]) -> m.Export:
        """Read a data export.

        Returns what an export sends, where, and how it is doing. 404 if the id is unknown.

        Args:
            export_id: Names one export definition, such as `export1` or a GUID. The caller picks it on
                creation and upstream does not limit it; `Exports_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The export with `status` and, after a failure, `errors`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Exports_Get`, GET /dataExport/exports/{exportId}
        """
        return self._caller.call(GET, (export_id,), **options)

    def create(self, export_id: str, body: m.Export, **options: Unpack[CallOptions]) -> m.Export:
        """Create or replace a data export.

        Stores a definition and, with `enabled: true`, starts sending from now on. The destinations have to
        exist. 400 if `displayName`, `enabled`, `source` or `destinations` is missing or a destination is
        not known.

        Args:
            export_id: Names one export definition, such as `export1` or a GUID. The caller picks it on
                creation and upstream does not limit it; `Exports_List` shows it.
            body: What to send (`source`), to which destinations, and optionally a filter, additions to each
                message and a transformation for each destination.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored export: `starting`, or `notStarted` if it is not enabled.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Exports_Create`, PUT /dataExport/exports/{exportId}
        """
        return self._caller.call(CREATE, (export_id,), body, **options)

    def update(
        self,
        export_id: str,
        body: m.ExportPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Export:
        """Change a data export.

        Merges the given members into the export, for example `enabled: false` to pause it. `destinations`
        has to be sent whole. 404 if the export is unknown, 400 for members that cannot be used, 412 for an
        `If-Match` out of date.

        Args:
            export_id: Names one export definition, such as `export1` or a GUID. The caller picks it on
                creation and upstream does not limit it; `Exports_List` shows it.
            body: The members to change. An enrichment sent under a known name takes the place of the old
                one.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The export after the merge; `starting` if it was just switched on.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `Exports_Update`, PATCH /dataExport/exports/{exportId}
        """
        return self._caller.call(UPDATE, (export_id, if_match), body, **options)

    def delete(self, export_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a data export.

        Ends the export for good; its destinations remain. 404 if it is unknown.

        Args:
            export_id: Names one export definition, such as `export1` or a GUID. The caller picks it on
                creation and upstream does not limit it; `Exports_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Exports_Remove`, DELETE /dataExport/exports/{exportId}
        """
        return self._caller.call(DELETE, (export_id,), **options)

    def list_destinations(self, export_id: str, **options: Unpack[CallOptions]) -> Pager[m.Destination]:
        """List the destinations of a data export.

        Returns the full records of the destinations that an export sends to. 404 if there is no such
        export.

        Args:
            export_id: Names one export definition, such as `export1` or a GUID. The caller picks it on
                creation and upstream does not limit it; `Exports_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of the destinations this export uses,
            secrets masked.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Exports_ListDestinations`, GET /dataExport/exports/{exportId}/destinations
        """
        return self._caller.pages(LIST_DESTINATIONS, (export_id,), **options)


class AsyncExportsOperations(Surface):
    """Asynchronous twin of `ExportsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "exports")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Export]:
        """List data exports. See `ExportsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, export_id: str, **options: Unpack[CallOptions]) -> m.Export:
        """Read a data export. See `ExportsOperations.get`."""
        return await self._caller.call(GET, (export_id,), **options)

    async def create(self, export_id: str, body: m.Export, **options: Unpack[CallOptions]) -> m.Export:
        """Create or replace a data export. See `ExportsOperations.create`."""
        return await self._caller.call(CREATE, (export_id,), body, **options)

    async def update(
        self,
        export_id: str,
        body: m.ExportPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Export:
        """Change a data export. See `ExportsOperations.update`."""
        return await self._caller.call(UPDATE, (export_id, if_match), body, **options)

    async def delete(self, export_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a data export. See `ExportsOperations.delete`."""
        return await self._caller.call(DELETE, (export_id,), **options)

    def list_destinations(self, export_id: str, **options: Unpack[CallOptions]) -> AsyncPager[m.Destination]:
        """List the destinations of a data export. See `ExportsOperations.list_destinations`."""
        return self._caller.pages(LIST_DESTINATIONS, (export_id,), **options)
