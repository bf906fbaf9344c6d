# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `device_templates` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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

__all__ = [
    "AsyncDeviceTemplatesOperations",
    "CREATE",
    "DELETE",
    "DeviceTemplatesOperations",
    "GET",
    "LIST",
    "UPDATE",
]

_FILTER = Parameter("filter", "filter", "query", False, {"type": "string"})
_PAGE_SIZE = Parameter(
    "maxpagesize",
    "page_size",
    "query",
    False,
    {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100},
)
_ORDER_BY = Parameter("orderby", "order_by", "query", False, {"type": "string"})
_DEVICE_TEMPLATE_ID = Parameter("deviceTemplateId", "device_template_id", "path", True, {"type": "string"})
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.DeviceTemplateCollection] = Operation(
    id="DeviceTemplates_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/deviceTemplates",
    parameters=(_FILTER, _PAGE_SIZE, _ORDER_BY),
    success={200: m.DeviceTemplateCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.DeviceTemplate] = Operation(
    id="DeviceTemplates_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/deviceTemplates/{deviceTemplateId}",
    parameters=(_DEVICE_TEMPLATE_ID,),
    success={200: m.DeviceTemplate},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.DeviceTemplate] = Operation(
    id="DeviceTemplates_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/deviceTemplates/{deviceTemplateId}",
    parameters=(_DEVICE_TEMPLATE_ID,),
    body=Body("DeviceTemplate", "application/json"),
    success={200: m.DeviceTemplate},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.DeviceTemplate] = Operation(
    id="DeviceTemplates_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/deviceTemplates/{deviceTemplateId}",
    parameters=(_DEVICE_TEMPLATE_ID, _IF_MATCH),
    body=Body("DeviceTemplatePatch", "application/merge-patch+json"),
    success={200: m.DeviceTemplate},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="DeviceTemplates_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/deviceTemplates/{deviceTemplateId}",
    parameters=(_DEVICE_TEMPLATE_ID,),
    success={204: None},
    errors=(401, 403, 404, 409, 429, 500, 503),
    retry="safe",
)


class DeviceTemplatesOperations(Surface):
    """The published models of devices: a template wraps a DTDL v2 capability model and is what a device
    points to. Drafts and views exist in the web application alone.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "device_templates")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | HasFilterText | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        order_by: str | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[m.DeviceTemplate]:
        """List device templates.

        Returns the published templates, 25 to a page unless `maxpagesize` says otherwise. A created or
        deleted template shows at once. 403 if the role may not view templates; a faulty `filter` is taken
        to give 400.

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
            The items of all pages, read as they are needed. One page of templates with their models.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceTemplates_List`, GET /deviceTemplates
        """
        return self._caller.pages(LIST, (filter, page_size, order_by), **options)

    def get(self, device_template_id: str, **options: Unpack[CallOptions]) -> m.DeviceTemplate:
        """Read a device template.

        Returns a template with its whole capability model. The id is that of the template, not of the model
        in it; the latter gives 404.

        Args:
            device_template_id: The `@id` of the template, for example `dtmi:contoso:thermostat;1` or an
                older `urn:…` form. It is not the `@id` of the capability model inside. Colon and semicolon
                may stand raw or percent-encoded.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The template and the model as the service keeps them.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `DeviceTemplates_Get`, GET /deviceTemplates/{deviceTemplateId}
        """
        return self._caller.call(GET, (device_template_id,), **options)

    def create(
        self, device_template_id: str, body: m.DeviceTemplate, **options: Unpack[CallOptions]
    ) -> m.DeviceTemplate:
        """Publish a device template.

        Stores the template and publishes it at once; default views are made for it. A second call on the
        same id replaces the published template in place, there are no drafts or versions. 400 `InvalidBody`
        if `capabilityModel` or `@type` is missing, `@type` is not an array, or a bare DTDL interface is
        sent.

        Args:
            device_template_id: The `@id` of the template, for example `dtmi:contoso:thermostat;1` or an
                older `urn:…` form. It is not the `@id` of the capability model inside. Colon and semicolon
                may stand raw or percent-encoded.
            body: A template envelope (`@type`, `@context`, `displayName`) around a DTDL v2 capability
                model. The model has an `@id` of its own.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The published template, with property types normalised.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceTemplates_Create`, PUT /deviceTemplates/{deviceTemplateId}
        """
        return self._caller.call(CREATE, (device_template_id,), body, **options)

    def update(
        self,
        device_template_id: str,
        body: m.DeviceTemplatePatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.DeviceTemplate:
        """Change a published device template.

        Merges the given members into the published template; devices of it are affected at once. Objects
        merge, arrays do not: `capabilityModel.contents` has to be sent whole. 404 if the template is not
        there, 400 if the result is not a valid model, 412 if `If-Match` does not hold.

        Args:
            device_template_id: The `@id` of the template, for example `dtmi:contoso:thermostat;1` or an
                older `urn:…` form. It is not the `@id` of the capability model inside. Colon and semicolon
                may stand raw or percent-encoded.
            body: Members to change; `@id`, `@type`, `@context` and `etag` may be left out and are kept.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The template after the merge.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `DeviceTemplates_Update`, PATCH /deviceTemplates/{deviceTemplateId}
        """
        return self._caller.call(UPDATE, (device_template_id, if_match), body, **options)

    def delete(self, device_template_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device template.

        Removes a template that no device uses any more. Delete its devices first, or move them to another
        template. 404 for an unknown id.

        Args:
            device_template_id: The `@id` of the template, for example `dtmi:contoso:thermostat;1` or an
                older `urn:…` form. It is not the `@id` of the capability model inside. Colon and semicolon
                may stand raw or percent-encoded.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `DeviceTemplates_Remove`, DELETE /deviceTemplates/{deviceTemplateId}
        """
        return self._caller.call(DELETE, (device_template_id,), **options)


class AsyncDeviceTemplatesOperations(Surface):
    """Asynchronous twin of `DeviceTemplatesOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "device_templates")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | HasFilterText | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        order_by: str | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.DeviceTemplate]:
        """List device templates. See `DeviceTemplatesOperations.list`."""
        return self._caller.pages(LIST, (filter, page_size, order_by), **options)

    async def get(self, device_template_id: str, **options: Unpack[CallOptions]) -> m.DeviceTemplate:
        """Read a device template. See `DeviceTemplatesOperations.get`."""
        return await self._caller.call(GET, (device_template_id,), **options)

    async def create(
        self, device_template_id: str, body: m.DeviceTemplate, **options: Unpack[CallOptions]
    ) -> m.DeviceTemplate:
        """Publish a device template. See `DeviceTemplatesOperations.create`."""
        return await self._caller.call(CREATE, (device_template_id,), body, **options)

    async def update(
        self,
        device_template_id: str,
        body: m.DeviceTemplatePatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.DeviceTemplate:
        """Change a published device template. See `DeviceTemplatesOperations.update`."""
        return await self._caller.call(UPDATE, (device_template_id, if_match), body, **options)

    async def delete(self, device_template_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device template. See `DeviceTemplatesOperations.delete`."""
        return await self._caller.call(DELETE, (device_template_id,), **options)
