# Written by `python -m codegen generate` from specs/data-plane/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `device_groups` of data-plane 2022-07-31: descriptors, sync and async methods.

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

__all__ = [
    "AsyncDeviceGroupsOperations",
    "CREATE",
    "DELETE",
    "DeviceGroupsOperations",
    "GET",
    "GET_DEVICES",
    "LIST",
    "UPDATE",
]

_DEVICE_GROUP_ID = Parameter(
    "deviceGroupId",
    "device_group_id",
    "path",
    True,
    {"type": "string", "maxLength": 255, "pattern": "^[a-zA-Z0-9_-]*$"},
)

LIST: Operation[m.DeviceGroupCollection] = Operation(
    id="DeviceGroups_List",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/deviceGroups",
    success={200: m.DeviceGroupCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.DeviceGroup] = Operation(
    id="DeviceGroups_Get",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/deviceGroups/{deviceGroupId}",
    parameters=(_DEVICE_GROUP_ID,),
    success={200: m.DeviceGroup},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.DeviceGroup] = Operation(
    id="DeviceGroups_Create",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/deviceGroups/{deviceGroupId}",
    parameters=(_DEVICE_GROUP_ID,),
    body=Body("DeviceGroup", "application/json"),
    success={200: m.DeviceGroup},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.DeviceGroup] = Operation(
    id="DeviceGroups_Update",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/deviceGroups/{deviceGroupId}",
    parameters=(_DEVICE_GROUP_ID,),
    body=Body("DeviceGroupPatch", "application/merge-patch+json"),
    success={200: m.DeviceGroup},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="DeviceGroups_Remove",
    plane="data-plane",
    version="2022-07-31",
    method="DELETE",
    path="/deviceGroups/{deviceGroupId}",
    parameters=(_DEVICE_GROUP_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_DEVICES: Operation[m.DeviceGroupDeviceCollection] = Operation(
    id="DeviceGroups_GetDevices",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/deviceGroups/{deviceGroupId}/devices",
    parameters=(_DEVICE_GROUP_ID,),
    success={200: m.DeviceGroupDeviceCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class DeviceGroupsOperations(Surface):
    """Saved queries over the devices of the application. Jobs aim at a group; membership follows from the
    filter and is not kept by hand. The documented limit is 500 groups.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-07-31", "device_groups")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.DeviceGroup]:
        """List device groups.

        Returns the groups the caller can see: its own organization and those below. The group made for each
        template is among them. 403 if the role may not view groups.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of groups with their filters.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_List`, GET /deviceGroups
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, device_group_id: str, **options: Unpack[CallOptions]) -> m.DeviceGroup:
        """Read a device group.

        Returns name, filter and organization of a group, not its members (see `DeviceGroups_GetDevices`).
        404 if there is no such group.

        Args:
            device_group_id: Identifies a group of devices. The caller picks it on creation (letters,
                digits, `_`, `-`, up to 255); groups made in the web application, and the one made for each
                template, carry a GUID. `DeviceGroups_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The group with the filter as it was stored.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_Get`, GET /deviceGroups/{deviceGroupId}
        """
        return self._caller.call(GET, (device_group_id,), **options)

    def create(
        self, device_group_id: str, body: m.DeviceGroup, **options: Unpack[CallOptions]
    ) -> m.DeviceGroup:
        """Create or replace a device group.

        Stores a filter under the given id; an existing group of that id is replaced. 400 if `displayName`
        or `filter` is missing. The filter has to name a template, so devices without one can never be
        members.

        Args:
            device_group_id: Identifies a group of devices. The caller picks it on creation (letters,
                digits, `_`, `-`, up to 255); groups made in the web application, and the one made for each
                template, carry a GUID. `DeviceGroups_List` shows it.
            body: Name and filter are needed; `organizations` holds at most one id and limits the group to
                that subtree.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored group, the filter unchanged.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_Create`, PUT /deviceGroups/{deviceGroupId}
        """
        return self._caller.call(CREATE, (device_group_id,), body, **options)

    def update(
        self, device_group_id: str, body: m.DeviceGroupPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceGroup:
        """Change a device group.

        Merges the given members into the group and leaves the others. A new filter changes the membership,
        and so what the next job on this group touches. 404 if the group does not exist, 400 for a body of
        wrong types.

        Args:
            device_group_id: Identifies a group of devices. The caller picks it on creation (letters,
                digits, `_`, `-`, up to 255); groups made in the web application, and the one made for each
                template, carry a GUID. `DeviceGroups_List` shows it.
            body: Only the members of the group that are to change.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The whole group after the change.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_Update`, PATCH /deviceGroups/{deviceGroupId}
        """
        return self._caller.call(UPDATE, (device_group_id,), body, **options)

    def delete(self, device_group_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device group.

        Removes the saved filter; the devices stay as they are. 404 for an unknown id.

        Args:
            device_group_id: Identifies a group of devices. The caller picks it on creation (letters,
                digits, `_`, `-`, up to 255); groups made in the web application, and the one made for each
                template, carry a GUID. `DeviceGroups_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_Remove`, DELETE /deviceGroups/{deviceGroupId}
        """
        return self._caller.call(DELETE, (device_group_id,), **options)

    def get_devices(self, device_group_id: str, **options: Unpack[CallOptions]) -> Pager[m.Device]:
        """List the devices of a group.

        Returns the devices that match the filter of the group. A device enters or leaves as its template or
        state changes, without a call. 404 if the group is not there.

        Args:
            device_group_id: Identifies a group of devices. The caller picks it on creation (letters,
                digits, `_`, `-`, up to 255); groups made in the web application, and the one made for each
                template, carry a GUID. `DeviceGroups_List` shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of member devices, as full device
            records.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeviceGroups_GetDevices`, GET /deviceGroups/{deviceGroupId}/devices
        """
        return self._caller.pages(GET_DEVICES, (device_group_id,), **options)


class AsyncDeviceGroupsOperations(Surface):
    """Asynchronous twin of `DeviceGroupsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-07-31", "device_groups")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.DeviceGroup]:
        """List device groups. See `DeviceGroupsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, device_group_id: str, **options: Unpack[CallOptions]) -> m.DeviceGroup:
        """Read a device group. See `DeviceGroupsOperations.get`."""
        return await self._caller.call(GET, (device_group_id,), **options)

    async def create(
        self, device_group_id: str, body: m.DeviceGroup, **options: Unpack[CallOptions]
    ) -> m.DeviceGroup:
        """Create or replace a device group. See `DeviceGroupsOperations.create`."""
        return await self._caller.call(CREATE, (device_group_id,), body, **options)

    async def update(
        self, device_group_id: str, body: m.DeviceGroupPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceGroup:
        """Change a device group. See `DeviceGroupsOperations.update`."""
        return await self._caller.call(UPDATE, (device_group_id,), body, **options)

    async def delete(self, device_group_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device group. See `DeviceGroupsOperations.delete`."""
        return await self._caller.call(DELETE, (device_group_id,), **options)

    def get_devices(self, device_group_id: str, **options: Unpack[CallOptions]) -> AsyncPager[m.Device]:
        """List the devices of a group. See `DeviceGroupsOperations.get_devices`."""
        return self._caller.pages(GET_DEVICES, (device_group_id,), **options)
