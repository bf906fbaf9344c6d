# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `dashboards` of data-plane 2022-06-30-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncDashboardsOperations", "CREATE", "DELETE", "DashboardsOperations", "GET", "LIST", "UPDATE"]

_DASHBOARD_ID = Parameter(
    "dashboardId",
    "dashboard_id",
    "path",
    True,
    {"type": "string", "maxLength": 128, "pattern": "^[a-zA-Z0-9:;]*$"},
)

LIST: Operation[m.DashboardCollection] = Operation(
    id="Dashboards_List",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/dashboards",
    success={200: m.DashboardCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Dashboard] = Operation(
    id="Dashboards_Get",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/dashboards/{dashboardId}",
    parameters=(_DASHBOARD_ID,),
    success={200: m.Dashboard},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Dashboard] = Operation(
    id="Dashboards_Create",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/dashboards/{dashboardId}",
    parameters=(_DASHBOARD_ID,),
    body=Body("Dashboard", "application/json"),
    success={200: m.Dashboard},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.Dashboard] = Operation(
    id="Dashboards_Update",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PATCH",
    path="/dashboards/{dashboardId}",
    parameters=(_DASHBOARD_ID,),
    body=Body("DashboardPatch", "application/merge-patch+json"),
    success={200: m.Dashboard},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Dashboards_Remove",
    plane="data-plane",
    version="2022-06-30-preview",
    method="DELETE",
    path="/dashboards/{dashboardId}",
    parameters=(_DASHBOARD_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)


class DashboardsOperations(Surface):
    """Pages of tiles that the web application shows: charts, latest values, maps, texts. Only dashboards
    of the application or of an organization can be made here; personal ones can be read.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "dashboards")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Dashboard]:
        """List dashboards.

        Returns the dashboards the caller can see, each with all its tiles. A new application has one by
        default. 403 if the role may not view dashboards.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of dashboards, tiles included.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_List`, GET /dashboards
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, dashboard_id: str, **options: Unpack[CallOptions]) -> m.Dashboard:
        """Read a dashboard.

        Returns name and tiles of one dashboard, not the data the tiles show. 404 if the id is unknown; an
        id with signs other than letters, digits, `:` and `;` is taken to be refused with 400.

        Args:
            dashboard_id: Chosen by the caller: letters, digits, `:` and `;`, up to 128, so a GUID with its
                `-` does not fit. Published ids look like `urn:homepageView:uqxri3i7x` or
                `dtmi:kkfvwa2xi:p7pyt5x38`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The dashboard with its tiles as they were stored.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_Get`, GET /dashboards/{dashboardId}
        """
        return self._caller.call(GET, (dashboard_id,), **options)

    def create(self, dashboard_id: str, body: m.Dashboard, **options: Unpack[CallOptions]) -> m.Dashboard:
        """Create or replace a dashboard.

        Stores a dashboard under the given id; one that is there is replaced. Personal dashboards cannot be
        made this way. 400 if `displayName` is missing, there are more than 100 tiles, or a tile lacks size,
        place or a known configuration.

        Args:
            dashboard_id: Chosen by the caller: letters, digits, `:` and `;`, up to 128, so a GUID with its
                `-` does not fit. Published ids look like `urn:homepageView:uqxri3i7x` or
                `dtmi:kkfvwa2xi:p7pyt5x38`.
            body: A name, and tiles with their size and place on a grid. `organizations` ties the dashboard
                to an organization, whose members then see it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored dashboard: the request with `id` and `personal` added.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_Create`, PUT /dashboards/{dashboardId}
        """
        return self._caller.call(CREATE, (dashboard_id,), body, **options)

    def update(
        self, dashboard_id: str, body: m.DashboardPatch, **options: Unpack[CallOptions]
    ) -> m.Dashboard:
        """Change a dashboard.

        Merges the given members into the dashboard. `tiles` is a list and so has to be sent whole. 404 if
        the dashboard is unknown, 400 if the result would not be valid.

        Args:
            dashboard_id: Chosen by the caller: letters, digits, `:` and `;`, up to 128, so a GUID with its
                `-` does not fit. Published ids look like `urn:homepageView:uqxri3i7x` or
                `dtmi:kkfvwa2xi:p7pyt5x38`.
            body: The members to change, for example a new name or `favorite`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The whole dashboard after the change.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_Update`, PATCH /dashboards/{dashboardId}
        """
        return self._caller.call(UPDATE, (dashboard_id,), body, **options)

    def delete(self, dashboard_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a dashboard.

        Removes the dashboard with its tiles for all who could see it; devices and data are not touched. 404
        for an unknown id.

        Args:
            dashboard_id: Chosen by the caller: letters, digits, `:` and `;`, up to 128, so a GUID with its
                `-` does not fit. Published ids look like `urn:homepageView:uqxri3i7x` or
                `dtmi:kkfvwa2xi:p7pyt5x38`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_Remove`, DELETE /dashboards/{dashboardId}
        """
        return self._caller.call(DELETE, (dashboard_id,), **options)


class AsyncDashboardsOperations(Surface):
    """Asynchronous twin of `DashboardsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "dashboards")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Dashboard]:
        """List dashboards. See `DashboardsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, dashboard_id: str, **options: Unpack[CallOptions]) -> m.Dashboard:
        """Read a dashboard. See `DashboardsOperations.get`."""
        return await self._caller.call(GET, (dashboard_id,), **options)

    async def create(
        self, dashboard_id: str, body: m.Dashboard, **options: Unpack[CallOptions]
    ) -> m.Dashboard:
        """Create or replace a dashboard. See `DashboardsOperations.create`."""
        return await self._caller.call(CREATE, (dashboard_id,), body, **options)

    async def update(
        self, dashboard_id: str, body: m.DashboardPatch, **options: Unpack[CallOptions]
    ) -> m.Dashboard:
        """Change a dashboard. See `DashboardsOperations.update`."""
        return await self._caller.call(UPDATE, (dashboard_id,), body, **options)

    async def delete(self, dashboard_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a dashboard. See `DashboardsOperations.delete`."""
        return await self._caller.call(DELETE, (dashboard_id,), **options)
