# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `telemetry` of reference-v1 2022-07-31: descriptors, sync and async methods.

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

__all__ = ["AsyncTelemetryOperations", "SEND", "TelemetryOperations"]

_DEVICE_ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})

SEND: Operation[None] = Operation(
    id="Telemetry_Send",
    plane="reference-v1",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/telemetry",
    parameters=(_DEVICE_ID,),
    body=Body("TelemetryEvent", "application/json"),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)


class TelemetryOperations(Surface):
    """Events sent on behalf of a device."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "telemetry")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def send(self, device_id: str, body: m.TelemetryEvent, **options: Unpack[CallOptions]) -> None:
        """Send telemetry.

        Sends one telemetry event in the name of a device. Which members it has depends on the template of
        the device.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            body: One event: telemetry names with their values, and a time if wanted.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Telemetry_Send`, POST /devices/{deviceId}/telemetry
        """
        return self._caller.call(SEND, (device_id,), body, **options)


class AsyncTelemetryOperations(Surface):
    """Asynchronous twin of `TelemetryOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "telemetry")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def send(self, device_id: str, body: m.TelemetryEvent, **options: Unpack[CallOptions]) -> None:
        """Send telemetry. See `TelemetryOperations.send`."""
        return await self._caller.call(SEND, (device_id,), body, **options)
