# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `devices` of reference-v1 2022-07-31: descriptors, sync and async methods.

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
    from iotcentral._core.model import UnsetType
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncDevicesOperations", "CREATE", "DELETE", "DevicesOperations", "GET", "LIST", "UPDATE"]

_FILTER = Parameter("$filter", "filter", "query", False, {"type": "string"})
_PAGE_SIZE = Parameter("$top", "page_size", "query", False, {"type": "integer"})
_DEVICE_ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})

LIST: Operation[m.DeviceList] = Operation(
    id="Devices_List",
    plane="reference-v1",
    version="2022-07-31",
    method="GET",
    path="/devices",
    parameters=(_FILTER, _PAGE_SIZE),
    success={200: m.DeviceList},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("devices", None),
    retry="safe",
)

GET: Operation[m.Device] = Operation(
    id="Devices_Get",
    plane="reference-v1",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    success={200: m.Device},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Device] = Operation(
    id="Devices_Create",
    plane="reference-v1",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    body=Body("Device", "application/json"),
    success={200: m.Device},
    errors=(400, 401, 403, 404, 409, 429, 500, 503),
    retry="once",
)

UPDATE: Operation[m.Device] = Operation(
    id="Devices_Update",
    plane="reference-v1",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    body=Body("DevicePatch", "application/json"),
    success={200: m.Device},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Devices_Remove",
    plane="reference-v1",
    version="2022-07-31",
    method="DELETE",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class DevicesOperations(Surface):
    """Devices registered in the application."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "devices")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[m.Device]:
        """List devices.

        Returns the devices of the application under the member `devices`, all of them or those that
        `$filter` and `$top` leave.

        Args:
            filter: Condition that the listed devices meet, such as `simulated eq true`. No grammar is
                given.
            page_size: How many devices to return at most. Neither a default nor a limit is given.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. Devices in an envelope of their own.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_List`, GET /devices
        """
        return self._caller.pages(LIST, (filter, page_size), **options)

    def get(self, device_id: str, **options: Unpack[CallOptions]) -> m.Device:
        """Read a device.

        Returns one device, with two members more than the list shows: `lastSeen` and `firmwareVersion`.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device in full.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Get`, GET /devices/{deviceId}
        """
        return self._caller.call(GET, (device_id,), **options)

    def create(self, device_id: str, body: m.Device, **options: Unpack[CallOptions]) -> m.Device:
        """Create a device.

        Creates a device under an id the caller chooses. It never replaces: an id in use is refused with
        409.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            body: Name, template and kind of the new device.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device that was created.

        Raises:
            BadRequest, NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `Devices_Create`, PUT /devices/{deviceId}
        """
        return self._caller.call(CREATE, (device_id,), body, **options)

    def update(self, device_id: str, body: m.DevicePatch, **options: Unpack[CallOptions]) -> m.Device:
        """Change a device.

        Changes the members that are sent and answers the device with them.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            body: The members to change; the document sends a new name and a switch.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device after the change.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Update`, PATCH /devices/{deviceId}
        """
        return self._caller.call(UPDATE, (device_id,), body, **options)

    def delete(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device.

        Removes the device from the application.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Remove`, DELETE /devices/{deviceId}
        """
        return self._caller.call(DELETE, (device_id,), **options)


class AsyncDevicesOperations(Surface):
    """Asynchronous twin of `DevicesOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "devices")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        filter: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.Device]:
        """List devices. See `DevicesOperations.list`."""
        return self._caller.pages(LIST, (filter, page_size), **options)

    async def get(self, device_id: str, **options: Unpack[CallOptions]) -> m.Device:
        """Read a device. See `DevicesOperations.get`."""
        return await self._caller.call(GET, (device_id,), **options)

    async def create(self, device_id: str, body: m.Device, **options: Unpack[CallOptions]) -> m.Device:
        """Create a device. See `DevicesOperations.create`."""
        return await self._caller.call(CREATE, (device_id,), body, **options)

    async def update(self, device_id: str, body: m.DevicePatch, **options: Unpack[CallOptions]) -> m.Device:
        """Change a device. See `DevicesOperations.update`."""
        return await self._caller.call(UPDATE, (device_id,), body, **options)

    async def delete(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device. See `DevicesOperations.delete`."""
        return await self._caller.call(DELETE, (device_id,), **options)
