# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `apps` of control-plane 2021-11-01-preview: descriptors, sync and async methods.

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
    "AppsOperations",
    "AsyncAppsOperations",
    "BEGIN_CREATE_OR_UPDATE",
    "BEGIN_DELETE",
    "BEGIN_UPDATE",
    "CHECK_NAME_AVAILABILITY",
    "CHECK_SUBDOMAIN_AVAILABILITY",
    "GET",
    "LIST_BY_RESOURCE_GROUP",
    "LIST_BY_SUBSCRIPTION",
    "LIST_TEMPLATES",
]

_SUBSCRIPTION_ID = Parameter("subscriptionId", "subscription_id", "path", True, {"type": "string"})
_RESOURCE_GROUP_NAME = Parameter("resourceGroupName", "resource_group_name", "path", True, {"type": "string"})
_RESOURCE_NAME = Parameter("resourceName", "resource_name", "path", True, {"type": "string"})

LIST_BY_SUBSCRIPTION: Operation[m.AppListResult] = Operation(
    id="Apps_ListBySubscription",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/iotApps",
    parameters=(_SUBSCRIPTION_ID,),
    success={200: m.AppListResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

LIST_BY_RESOURCE_GROUP: Operation[m.AppListResult] = Operation(
    id="Apps_ListByResourceGroup",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME),
    success={200: m.AppListResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.App] = Operation(
    id="Apps_Get",
    plane="control-plane",
    version="2021-11-01-preview",
    method="GET",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    success={200: m.App},
    success_headers=("ETag",),
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

BEGIN_CREATE_OR_UPDATE: Operation[m.App] = Operation(
    id="Apps_CreateOrUpdate",
    plane="control-plane",
    version="2021-11-01-preview",
    method="PUT",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    body=Body("App", "application/json"),
    success={200: m.App, 201: m.App},
    success_headers=("Azure-AsyncOperation", "Retry-After"),
    errors=(400, 401, 403, 404, 409, 429, 500, 503),
    long_running=LongRunning("original-uri"),
    retry="once",
)

BEGIN_UPDATE: Operation[m.App] = Operation(
    id="Apps_Update",
    plane="control-plane",
    version="2021-11-01-preview",
    method="PATCH",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    body=Body("AppPatch", "application/json"),
    success={202: m.App},
    success_headers=("Azure-AsyncOperation", "Location", "Retry-After"),
    errors=(400, 401, 403, 404, 409, 429, 500, 503),
    long_running=LongRunning("original-uri"),
    retry="once",
)

BEGIN_DELETE: Operation[None] = Operation(
    id="Apps_Delete",
    plane="control-plane",
    version="2021-11-01-preview",
    method="DELETE",
    path="/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}",
    parameters=(_SUBSCRIPTION_ID, _RESOURCE_GROUP_NAME, _RESOURCE_NAME),
    success={202: None, 204: None},
    success_headers=("Azure-AsyncOperation", "Location", "Retry-After"),
    errors=(401, 403, 404, 429, 500, 503),
    long_running=LongRunning(),
    retry="safe",
)

CHECK_NAME_AVAILABILITY: Operation[m.AppAvailabilityInfo] = Operation(
    id="Apps_CheckNameAvailability",
    plane="control-plane",
    version="2021-11-01-preview",
    method="POST",
    path="/subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/checkNameAvailability",
    parameters=(_SUBSCRIPTION_ID,),
    body=Body("OperationInputs", "application/json"),
    success={200: m.AppAvailabilityInfo},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CHECK_SUBDOMAIN_AVAILABILITY: Operation[m.AppAvailabilityInfo] = Operation(
    id="Apps_CheckSubdomainAvailability",
    plane="control-plane",
    version="2021-11-01-preview",
    method="POST",
    path="/subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/checkSubdomainAvailability",
    parameters=(_SUBSCRIPTION_ID,),
    body=Body("OperationInputs", "application/json"),
    success={200: m.AppAvailabilityInfo},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

LIST_TEMPLATES: Operation[m.AppTemplatesResult] = Operation(
    id="Apps_ListTemplates",
    plane="control-plane",
    version="2021-11-01-preview",
    method="POST",
    path="/subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/appTemplates",
    parameters=(_SUBSCRIPTION_ID,),
    success={200: m.AppTemplatesResult},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class AppsOperations(Surface):
    """Applications as Azure resources: create, read, change and delete them, ask for free names, and see
    the templates to start from. What goes on inside an application is the data plane's matter.
    """

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "apps")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list_by_subscription(self, subscription_id: str, **options: Unpack[CallOptions]) -> Pager[m.App]:
        """List applications of a subscription.

        Returns the applications in all resource groups of one subscription that the caller may read. 403 if
        the caller has no role there, 404 if Resource Manager does not know the subscription.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. A page of applications, whole and not as
            summaries.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Apps_ListBySubscription`, GET /subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/iotApps
        """
        return self._caller.pages(LIST_BY_SUBSCRIPTION, (subscription_id,), **options)

    def list_by_resource_group(
        self, subscription_id: str, resource_group_name: str, **options: Unpack[CallOptions]
    ) -> Pager[m.App]:
        """List applications of a resource group.

        Returns the applications of a single resource group. Which of two groups an application is in
        follows from its `id`. 404 if there is no such group.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. Applications of this group; an empty `value` if
            it has none.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Apps_ListByResourceGroup`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps
        """
        return self._caller.pages(LIST_BY_RESOURCE_GROUP, (subscription_id, resource_group_name), **options)

    def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> m.App:
        """Read an application.

        Returns one application with its settings, network rules and private connections. Also the last step
        of a create or an update: it shows the outcome in `provisioningState`. 404 if no application has
        this name in the group.

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
            The application as stored.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Apps_Get`, GET /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}
        """
        return self._caller.call(GET, (subscription_id, resource_group_name, resource_name), **options)

    def begin_create_or_update(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        body: m.App,
        **options: Unpack[CallOptions],
    ) -> Poller[m.App]:
        """Create or replace an application.

        Starts to create the application, or to bring an existing one to the settings given, and answers at
        once with what is planned. Poll the URL of `Azure-AsyncOperation` until its `status` is `Succeeded`,
        `Failed` or `Canceled`, then read the application. 400 for a plan that does not exist, 409 if the
        name or the subdomain is taken. Since 2026-09-23 nobody can create new applications.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            body: The wanted application: `location` and `sku`, and in `properties` at least the display
                name and the subdomain. To change an existing one send every settable member.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            A poller: its `wait` returns what the operation ends with. The first answer: The application
            existed; `provisioningState` is `Updating` while the change runs. The application is new;
            `provisioningState` is `Creating` until the operation ends.

        Raises:
            BadRequest, NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `Apps_CreateOrUpdate`, PUT /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}
        """
        return self._caller.begin(
            BEGIN_CREATE_OR_UPDATE, (subscription_id, resource_group_name, resource_name), body, **options
        )

    def begin_update(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        body: m.AppPatch,
        **options: Unpack[CallOptions],
    ) -> Poller[m.App]:
        """Change an application.

        Starts to merge the given members into the application; the rest stays. The 202 shows the
        application as it will be; poll the operation, then read the application. 404 if it does not exist,
        409 if the new subdomain is taken, 400 for a plan the service does not know.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            resource_group_name: Resource group that holds the application. It has to exist, and upper and
                lower case do not matter.
            resource_name: Resource name of the application in its group, not its display name, subdomain or
                id. Upstream gives the path no pattern; new names take 3 to 100 letters, digits and `-`, not
                only digits and with no `-` at either end.
            body: Only what is to change. `location` and the template cannot change any more.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            A poller: its `wait` returns what the operation ends with. The first answer: The change has
            begun; the body is the application with `provisioningState` `Updating`.

        Raises:
            BadRequest, NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `Apps_Update`, PATCH /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}
        """
        return self._caller.begin(
            BEGIN_UPDATE, (subscription_id, resource_group_name, resource_name), body, **options
        )

    def begin_delete(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> Poller[None]:
        """Delete an application.

        Starts to delete the application with all its devices and data; there is no way back. Follow
        `Azure-AsyncOperation` until `Succeeded`; nothing is read afterwards. An application that does not
        exist is a success with 204.

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
            A poller: its `wait` returns what the operation ends with. The first answer: Deletion has begun;
            the body is empty. There was nothing to delete.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Apps_Delete`, DELETE /subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.IoTCentral/iotApps/{resourceName}
        """
        return self._caller.begin(
            BEGIN_DELETE, (subscription_id, resource_group_name, resource_name), **options
        )

    def check_name_availability(
        self, subscription_id: str, body: m.OperationInputs, **options: Unpack[CallOptions]
    ) -> m.AppAvailabilityInfo:
        """Check an application name.

        Tells whether a resource name is still free, without reserving it. A taken name is no error: the
        answer is 200 with `nameAvailable` false. 400 if `name` is missing.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            body: The resource name to ask about, with `type` left out or `IoTApps`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Whether the name can be used and, if not, why.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Apps_CheckNameAvailability`, POST /subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/checkNameAvailability
        """
        return self._caller.call(CHECK_NAME_AVAILABILITY, (subscription_id,), body, **options)

    def check_subdomain_availability(
        self, subscription_id: str, body: m.OperationInputs, **options: Unpack[CallOptions]
    ) -> m.AppAvailabilityInfo:
        """Check a subdomain.

        Tells whether a subdomain of `azureiotcentral.com` is free; it must be unique over all customers.
        Nothing is reserved by asking. 400 without a `name`.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            body: The subdomain to ask about, in `name`; `type` as for resource names.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Free or not; when free, only `nameAvailable`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Apps_CheckSubdomainAvailability`, POST /subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/checkSubdomainAvailability
        """
        return self._caller.call(CHECK_SUBDOMAIN_AVAILABILITY, (subscription_id,), body, **options)

    def list_templates(self, subscription_id: str, **options: Unpack[CallOptions]) -> Pager[m.AppTemplate]:
        """List application templates.

        Returns the templates an application can be created from, each with the places it is offered in.
        Sent as a POST without a body although it only reads.

        Args:
            subscription_id: GUID of the Azure subscription that pays for the application; `az account show`
                prints it. Unrelated to the application id in tokens.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. Templates on offer, about fifteen of them.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Apps_ListTemplates`, POST /subscriptions/{subscriptionId}/providers/Microsoft.IoTCentral/appTemplates
        """
        return self._caller.pages(LIST_TEMPLATES, (subscription_id,), **options)


class AsyncAppsOperations(Surface):
    """Asynchronous twin of `AppsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("control-plane", "2021-11-01-preview", "apps")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list_by_subscription(self, subscription_id: str, **options: Unpack[CallOptions]) -> AsyncPager[m.App]:
        """List applications of a subscription. See `AppsOperations.list_by_subscription`."""
        return self._caller.pages(LIST_BY_SUBSCRIPTION, (subscription_id,), **options)

    def list_by_resource_group(
        self, subscription_id: str, resource_group_name: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.App]:
        """List applications of a resource group. See `AppsOperations.list_by_resource_group`."""
        return self._caller.pages(LIST_BY_RESOURCE_GROUP, (subscription_id, resource_group_name), **options)

    async def get(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> m.App:
        """Read an application. See `AppsOperations.get`."""
        return await self._caller.call(GET, (subscription_id, resource_group_name, resource_name), **options)

    async def begin_create_or_update(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        body: m.App,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[m.App]:
        """Create or replace an application. See `AppsOperations.begin_create_or_update`."""
        return await self._caller.begin(
            BEGIN_CREATE_OR_UPDATE, (subscription_id, resource_group_name, resource_name), body, **options
        )

    async def begin_update(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        body: m.AppPatch,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[m.App]:
        """Change an application. See `AppsOperations.begin_update`."""
        return await self._caller.begin(
            BEGIN_UPDATE, (subscription_id, resource_group_name, resource_name), body, **options
        )

    async def begin_delete(
        self,
        subscription_id: str,
        resource_group_name: str,
        resource_name: str,
        **options: Unpack[CallOptions],
    ) -> AsyncPoller[None]:
        """Delete an application. See `AppsOperations.begin_delete`."""
        return await self._caller.begin(
            BEGIN_DELETE, (subscription_id, resource_group_name, resource_name), **options
        )

    async def check_name_availability(
        self, subscription_id: str, body: m.OperationInputs, **options: Unpack[CallOptions]
    ) -> m.AppAvailabilityInfo:
        """Check an application name. See `AppsOperations.check_name_availability`."""
        return await self._caller.call(CHECK_NAME_AVAILABILITY, (subscription_id,), body, **options)

    async def check_subdomain_availability(
        self, subscription_id: str, body: m.OperationInputs, **options: Unpack[CallOptions]
    ) -> m.AppAvailabilityInfo:
        """Check a subdomain. See `AppsOperations.check_subdomain_availability`."""
        return await self._caller.call(CHECK_SUBDOMAIN_AVAILABILITY, (subscription_id,), body, **options)

    def list_templates(
        self, subscription_id: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.AppTemplate]:
        """List application templates. See `AppsOperations.list_templates`."""
        return self._caller.pages(LIST_TEMPLATES, (subscription_id,), **options)
