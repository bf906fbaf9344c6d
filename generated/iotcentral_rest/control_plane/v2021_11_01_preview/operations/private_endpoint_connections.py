# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `private_endpoint_connections` of control-plane 2021-11-01-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, LongRunning, Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager
    from iotcentral._core.poll import AsyncPoller, Poller

__all__ = [
    "AsyncPrivateEndpointConnectionsOperations",
    "BEGIN_CREATE",
    "BEGIN_DELETE",
    "GET",
    "LIST",
    "PrivateEndpointConnectionsOperations",
]

_SUBSCRIPTION_ID = Parameter("subscriptionId", "subscription_id", "path", True, {"type": "string"})
_RESOURCE_GROUP_NAME = Parameter("resourceGroupName", "resource_group_name", "path", True, {"type": "string"})
_RESOURCE_NAME = Parameter("resourceName", "resource_name", "path", True, {"type": "string"})
_PRIVATE_ENDPOINT_CONNECTION_NAME = Parameter(
    "privateEndpointConnectionName", "private_endpoint_connection_name", "path", True, {"type": "string"}
)

LIST: Operation[m.PrivateEndpointConnectionListResult] = Operation(
    id="PrivateEndpointConnections_List",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    success={200: m.PrivateEndpointConnectionListResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", None),
    retry="safe",
)

GET: Operation[m.PrivateEndpointConnection] = Operation(
    id="PrivateEndpointConnections_Get",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME, _PRIVATE_ENDPOINT_CONNECTION_NAME),
    success={200: m.PrivateEndpointConnection},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

BEGIN_CREATE: Operation[m.PrivateEndpointConnection] = Operation(
    id="PrivateEndpointConnections_Create",
    plane="control-plane",
    version="2021-11-01-preview",
    method="PUT",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME, _PRIVATE_ENDPOINT_CONNECTION_NAME),
    body=Body("PrivateEndpointConnection", "application/json"),
    success={200: m.PrivateEndpointConnection},
    success_headers=("Azure-AsyncOperation", "Retry-After"),
    errors=(400, 401, 403, 404, 429, 500, 503),
    long_running=LongRunning("original-uri"),
    retry="safe",
)

BEGIN_DELETE: Operation[None] = Operation(
    id="PrivateEndpointConnections_Delete",
    plane="control-plane",
    version="2021-11-01-preview",
    method="DELETE",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME, _PRIVATE_ENDPOINT_CONNECTION_NAME),
    success={202: None, 204: None},
    success_headers=("Azure-AsyncOperation", "Location", "Retry-After"),
    errors=(401, 403, 404, 429, 500, 503),
    long_running=LongRunning(),
    retry="safe",
)


class PrivateEndpointConnectionsOperations(Surface):
    """Private endpoints of virtual networks that are connected to an application or ask to be."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "private_endpoint_connections")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> Pager[m.PrivateEndpointConnection]:
        """List private endpoint connections.

        Returns the private endpoints that are connected to the application or ask to be, whatever their
        state. 404 if the application does not exist.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. All connections at once.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `PrivateEndpointConnections_List`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections
        """
        return self._caller.pages(LIST, (subscription_id, resource_group_name, resource_name), **options)

    def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        **options: Unpack[CallOptions],
    ) -> m.PrivateEndpointConnection:
        """Read a private endpoint connection.

        Shows one connection and whether it is pending, approved or rejected. 404 if the application has no
        connection of this name.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            private_endpoint_connection_name: Name of a connection as the list shows it: the resource name,
                a dot and a GUID.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The connection and its state.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `PrivateEndpointConnections_Get`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}
        """
        return self._caller.call(
            GET,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            **options,
        )

    def begin_create(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        body: m.PrivateEndpointConnection,
        **options: Unpack[CallOptions],
    ) -> Poller[m.PrivateEndpointConnection]:
        """Approve or reject a private endpoint connection.

        Sets the state of a connection, which the network side has opened before; it cannot open one. The
        answer shows the new state at once while the change is carried out: poll `Azure-AsyncOperation`,
        then read the connection. 400 without a `privateLinkServiceConnectionState`, 404 for an unknown
        connection.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            private_endpoint_connection_name: Name of a connection as the list shows it: the resource name,
                a dot and a GUID.
            body: The decision: `status`, with a `description` for the other side. The rest may be left out
                or empty.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            A poller: its `wait` returns what the operation ends with. The first answer: The connection,
            already in the state asked for.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `PrivateEndpointConnections_Create`, PUT /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}
        """
        return self._caller.begin(
            BEGIN_CREATE,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            body,
            **options,
        )

    def begin_delete(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        **options: Unpack[CallOptions],
    ) -> Poller[None]:
        """Delete a private endpoint connection.

        Starts to cut one private endpoint off from the application; the endpoint itself stays in its
        network. Poll `Azure-AsyncOperation` to the end. 204 if there is no such connection.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            private_endpoint_connection_name: Name of a connection as the list shows it: the resource name,
                a dot and a GUID.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            A poller: its `wait` returns what the operation ends with. The first answer: The connection is
            being removed; no body. No such connection, hence nothing to do.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `PrivateEndpointConnections_Delete`, DELETE /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateEndpointConnections/{privateEndpointConnectionName}
        """
        return self._caller.begin(
            BEGIN_DELETE,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            **options,
        )


class AsyncPrivateEndpointConnectionsOperations(Surface):
    """Asynchronous twin of `PrivateEndpointConnectionsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "private_endpoint_connections")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.PrivateEndpointConnection]:
        """List private endpoint connections. See `PrivateEndpointConnectionsOperations.list`."""
        return self._caller.pages(LIST, (subscription_id, resource_group_name, resource_name), **options)

    async def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        **options: Unpack[CallOptions],
    ) -> m.PrivateEndpointConnection:
        """Read a private endpoint connection. See `PrivateEndpointConnectionsOperations.get`."""
        return await self._caller.call(
            GET,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            **options,
        )

    async def begin_create(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        body: m.PrivateEndpointConnection,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[m.PrivateEndpointConnection]:
        """Approve or reject a private endpoint connection. See
        `PrivateEndpointConnectionsOperations.begin_create`.
        """
        return await self._caller.begin(
            BEGIN_CREATE,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            body,
            **options,
        )

    async def begin_delete(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        private_endpoint_connection_name: str,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[None]:
        """Delete a private endpoint connection. See `PrivateEndpointConnectionsOperations.begin_delete`."""
        return await self._caller.begin(
            BEGIN_DELETE,
            (subscription_id, resource_group_name, resource_name, private_endpoint_connection_name),
            **options,
        )
