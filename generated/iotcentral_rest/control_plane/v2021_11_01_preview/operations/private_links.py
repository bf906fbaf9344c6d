# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `private_links` of control-plane 2021-11-01-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncPrivateLinksOperations", "GET", "LIST", "PrivateLinksOperations"]

_SUBSCRIPTION_ID = Parameter("subscriptionId", "subscription_id", "path", True, {"type": "string"})
_RESOURCE_GROUP_NAME = Parameter("resourceGroupName", "resource_group_name", "path", True, {"type": "string"})
_RESOURCE_NAME = Parameter("resourceName", "resource_name", "path", True, {"type": "string"})
_GROUP_ID = Parameter("groupId", "group_id", "path", True, {"type": "string"})

LIST: Operation[m.PrivateLinkResourceListResult] = Operation(
    id="PrivateLinks_List",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateLinkResources",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    success={200: m.PrivateLinkResourceListResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", None),
    retry="safe",
)

GET: Operation[m.PrivateLinkResource] = Operation(
    id="PrivateLinks_Get",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateLinkResources/{groupId}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME, _GROUP_ID),
    success={200: m.PrivateLinkResource},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class PrivateLinksOperations(Surface):
    """What a private endpoint can connect to, and the names it must be able to resolve."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "private_links")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> Pager[m.PrivateLinkResource]:
        """List private link resources.

        Returns what a private endpoint can connect to; for an application that is one group, `iotApp`. 404
        if the application does not exist.

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
            The items of all pages, read as they are needed. The one group with its DNS names.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `PrivateLinks_List`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateLinkResources
        """
        return self._caller.pages(LIST, (subscription_id, resource_group_name, resource_name), **options)

    def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        group_id: str,
        **options: Unpack[CallOptions],
    ) -> m.PrivateLinkResource:
        """Read a private link resource.

        Shows which host names and private DNS zones a private endpoint for this group needs. 404 for any
        group id other than `iotApp`.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            group_id: Part of the application a private endpoint connects to; `iotApp` is the only one
                known.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Members and zones to set up in DNS.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `PrivateLinks_Get`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}/privateLinkResources/{groupId}
        """
        return self._caller.call(
            GET, (subscription_id, resource_group_name, resource_name, group_id), **options
        )


class AsyncPrivateLinksOperations(Surface):
    """Asynchronous twin of `PrivateLinksOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "private_links")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.PrivateLinkResource]:
        """List private link resources. See `PrivateLinksOperations.list`."""
        return self._caller.pages(LIST, (subscription_id, resource_group_name, resource_name), **options)

    async def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        group_id: str,
        **options: Unpack[CallOptions],
    ) -> m.PrivateLinkResource:
        """Read a private link resource. See `PrivateLinksOperations.get`."""
        return await self._caller.call(
            GET, (subscription_id, resource_group_name, resource_name, group_id), **options
        )
