# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `properties` of reference-v1 2022-07-31: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions

__all__ = ["AsyncPropertiesOperations", "GET", "PropertiesOperations", "UPDATE"]

_DEVICE_ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})
_PROPERTY_NAME = Parameter("propertyName", "property_name", "path", True, {"type": "string"})

GET: Operation[m.DeviceProperty] = Operation(
    id="Properties_Get",
    plane="reference-v1",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/properties/{propertyName}",
    parameters=(_DEVICE_ID, _PROPERTY_NAME),
    success={200: m.DeviceProperty},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.DeviceProperty] = Operation(
    id="Properties_Update",
    plane="reference-v1",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/properties/{propertyName}",
    parameters=(_DEVICE_ID, _PROPERTY_NAME),
    body=Body("DevicePropertyPatch", "application/json"),
    success={200: m.DeviceProperty},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)


class PropertiesOperations(Surface):
    """Single properties of a device, reported or desired."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "properties")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, device_id: str, property_name: str, **options: Unpack[CallOptions]) -> m.DeviceProperty:
        """Read a property.

        Returns the value of one property of a device and when it was last reported.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            property_name: A property of the device template, by name; to be written it has to be a desired
                one.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Value and time.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Properties_Get`, GET /devices/{deviceId}/properties/{propertyName}
        """
        return self._caller.call(GET, (device_id, property_name), **options)

    def update(
        self, device_id: str, property_name: str, body: m.DevicePropertyPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperty:
        """Change a property.

        Sets the desired value of one property.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            property_name: A property of the device template, by name; to be written it has to be a desired
                one.
            body: The wanted value, under `value`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The property with its new value.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Properties_Update`, PATCH /devices/{deviceId}/properties/{propertyName}
        """
        return self._caller.call(UPDATE, (device_id, property_name), body, **options)


class AsyncPropertiesOperations(Surface):
    """Asynchronous twin of `PropertiesOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "properties")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(
        self, device_id: str, property_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperty:
        """Read a property. See `PropertiesOperations.get`."""
        return await self._caller.call(GET, (device_id, property_name), **options)

    async def update(
        self, device_id: str, property_name: str, body: m.DevicePropertyPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperty:
        """Change a property. See `PropertiesOperations.update`."""
        return await self._caller.call(UPDATE, (device_id, property_name), body, **options)
