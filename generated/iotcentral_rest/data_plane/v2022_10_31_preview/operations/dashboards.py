# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `dashboards` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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
    from iotcentral._core.conditions import HasETag, HasFilterText
    from iotcentral._core.model import UnsetType
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncDashboardsOperations", "CREATE", "DELETE", "DashboardsOperations", "GET", "LIST", "UPDATE"]

_FILTER = Parameter("filter", "filter", "query", False, {"type": "string"})
_PAGE_SIZE = Parameter(
    "maxpagesize",
    "page_size",
    "query",
    False,
    {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100},
)
_ORDER_BY = Parameter("orderby", "order_by", "query", False, {"type": "string"})
_DASHBOARD_ID = Parameter(
    "dashboardId",
    "dashboard_id",
    "path",
    True,
    {"type": "string", "maxLength": 128, "pattern": "^[a-zA-Z0-9:;]*$"},
)
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.DashboardCollection] = Operation(
    id="Dashboards_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/dashboards",
    parameters=(_FILTER, _PAGE_SIZE, _ORDER_BY),
    success={200: m.DashboardCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Dashboard] = Operation(
    id="Dashboards_Get",
    plane="data-plane",
    version="2022-10-31-preview",
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
    version="2022-10-31-preview",
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
    version="2022-10-31-preview",
    method="PATCH",
    path="/dashboards/{dashboardId}",
    parameters=(_DASHBOARD_ID, _IF_MATCH),
    body=Body("DashboardPatch", "application/merge-patch+json"),
    success={200: m.Dashboard},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Dashboards_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
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
    __place__ = ("data-plane", "2022-10-31-preview", "dashboards")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | HasFilterText | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        order_by: str | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[m.Dashboard]:
        """List dashboards.

        Returns the dashboards the caller can see, each with all its tiles; `filter`, `orderby` and
        `maxpagesize` narrow the list. A new application has one by default. 403 if the role may not view
        dashboards; parameters that cannot be used are taken to give 400.

        Args:
            filter: Condition on the items, such as `contains(displayName, 'Thermostat') and provisioned eq
                true`: `eq ne le lt ge gt`, `and`, `or`, text in single quotes. Fields of devices: `id`,
                `displayName`, `template`, `enabled`, `provisioned`, `simulated`, `scopes`; of templates:
                `'@id'`, `displayName`, `capabilityModelId`. Those of other lists are not published.
            page_size: Most items on a page. A page may hold fewer and still have a `nextLink`, which
                carries the number along. Devices and templates come by 25 without it.
            order_by: Order of the items: `displayName`, upwards, or `displayName desc`. No other field is
                documented, and without it no order is promised.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of dashboards, tiles included.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Dashboards_List`, GET /dashboards
        """
        return self._caller.pages(LIST, (filter, page_size, order_by), **options)

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
        self,
        dashboard_id: str,
        body: m.DashboardPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Dashboard:
        """Change a dashboard.

        Merges the given members into the dashboard. `tiles` is a list and so has to be sent whole. 404 if
        the dashboard is unknown, 400 if the result would not be valid, 412 if `If-Match` no longer holds.

        Args:
            dashboard_id: Chosen by the caller: letters, digits, `:` and `;`, up to 128, so a GUID with its
                `-` does not fit. Published ids look like `urn:homepageView:uqxri3i7x` or
                `dtmi:kkfvwa2xi:p7pyt5x38`.
            body: The members to change, for example a new name or `favorite`.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The whole dashboard after the change.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `Dashboards_Update`, PATCH /dashboards/{dashboardId}
        """
        return self._caller.call(UPDATE, (dashboard_id, if_match), body, **options)

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
    __place__ = ("data-plane", "2022-10-31-preview", "dashboards")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | HasFilterText | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        order_by: str | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.Dashboard]:
        """List dashboards. See `DashboardsOperations.list`."""
        return self._caller.pages(LIST, (filter, page_size, order_by), **options)

    async def get(self, dashboard_id: str, **options: Unpack[CallOptions]) -> m.Dashboard:
        """Read a dashboard. See `DashboardsOperations.get`."""
        return await self._caller.call(GET, (dashboard_id,), **options)

    async def create(
        self, dashboard_id: str, body: m.Dashboard, **options: Unpack[CallOptions]
    ) -> m.Dashboard:
        """Create or replace a dashboard. See `DashboardsOperations.create`."""
        return await self._caller.call(CREATE, (dashboard_id,), body, **options)

    async def update(
        self,
        dashboard_id: str,
        body: m.DashboardPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Dashboard:
        """Change a dashboard. See `DashboardsOperations.update`."""
        return await self._caller.call(UPDATE, (dashboard_id, if_match), body, **options)

    async def delete(self, dashboard_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a dashboard. See `DashboardsOperations.delete`."""
        return await self._caller.call(DELETE, (dashboard_id,), **options)
