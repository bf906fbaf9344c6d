# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `commands` of reference-v1 2022-07-31: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Parameter
from iotcentral._core.model import UNSET
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.model import UnsetType

__all__ = ["AsyncCommandsOperations", "CommandsOperations", "GET_STATUS", "TRIGGER"]

_DEVICE_ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})
_COMMAND_NAME = Parameter("commandName", "command_name", "path", True, {"type": "string"})
_COMMAND_ID = Parameter("commandId", "command_id", "path", True, {"type": "string"})

TRIGGER: Operation[m.CommandStatus] = Operation(
    id="Commands_Trigger",
    plane="reference-v1",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/commands/{commandName}",
    parameters=(_DEVICE_ID, _COMMAND_NAME),
    body=Body("CommandArguments", "application/json", required=False),
    success={200: m.CommandStatus},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

GET_STATUS: Operation[m.CommandStatus] = Operation(
    id="Commands_GetStatus",
    plane="reference-v1",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/commands/{commandId}/status",
    parameters=(_DEVICE_ID, _COMMAND_ID),
    success={200: m.CommandStatus},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class CommandsOperations(Surface):
    """Commands to a device, triggered first and followed up later."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "commands")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def trigger(
        self,
        device_id: str,
        command_name: str,
        *,
        body: m.CommandArguments | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.CommandStatus:
        """Trigger a command.

        Starts a command on a device and answers at once with an id, by which `Commands_GetStatus` tells how
        it went.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            command_name: A command of the device template, by name.
            body: The bare arguments of the command, if it has any. The body may be left out.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The command is under way.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Commands_Trigger`, POST /devices/{deviceId}/commands/{commandName}
        """
        return self._caller.call(TRIGGER, (device_id, command_name), body, **options)

    def get_status(self, device_id: str, command_id: str, **options: Unpack[CallOptions]) -> m.CommandStatus:
        """Read the status of a command.

        Tells whether a triggered command has come to an end, and with what result.

        Args:
            device_id: Id of the device; the caller of a create chooses it. Its form is not described.
            command_id: Id that a trigger answered, such as `cmd-12345`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            State of the command and, once it is over, result and time.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Commands_GetStatus`, GET /devices/{deviceId}/commands/{commandId}/status
        """
        return self._caller.call(GET_STATUS, (device_id, command_id), **options)


class AsyncCommandsOperations(Surface):
    """Asynchronous twin of `CommandsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("reference-v1", "2022-07-31", "commands")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def trigger(
        self,
        device_id: str,
        command_name: str,
        *,
        body: m.CommandArguments | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.CommandStatus:
        """Trigger a command. See `CommandsOperations.trigger`."""
        return await self._caller.call(TRIGGER, (device_id, command_name), body, **options)

    async def get_status(
        self, device_id: str, command_id: str, **options: Unpack[CallOptions]
    ) -> m.CommandStatus:
        """Read the status of a command. See `CommandsOperations.get_status`."""
        return await self._caller.call(GET_STATUS, (device_id, command_id), **options)
