# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""reference-v1 2022-07-31: one attribute a tag, its module loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iotcentral._core.surface import Surface

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .operations.application import AsyncApplicationOperations, ApplicationOperations
    from .operations.devices import AsyncDevicesOperations, DevicesOperations
    from .operations.telemetry import AsyncTelemetryOperations, TelemetryOperations
    from .operations.commands import AsyncCommandsOperations, CommandsOperations
    from .operations.properties import AsyncPropertiesOperations, PropertiesOperations

__all__ = ["ReferenceV1", "AsyncReferenceV1"]


class ReferenceV1(Surface):
    """The operations of reference-v1 2022-07-31, synchronous."""

    __place__ = ("reference-v1", "2022-07-31", "")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def application(self) -> ApplicationOperations:
        """The application behind the address."""
        from .operations.application import ApplicationOperations

        return ApplicationOperations(self._caller)

    @cached_property
    def devices(self) -> DevicesOperations:
        """Devices registered in the application."""
        from .operations.devices import DevicesOperations

        return DevicesOperations(self._caller)

    @cached_property
    def telemetry(self) -> TelemetryOperations:
        """Events sent on behalf of a device."""
        from .operations.telemetry import TelemetryOperations

        return TelemetryOperations(self._caller)

    @cached_property
    def commands(self) -> CommandsOperations:
        """Commands to a device, triggered first and followed up later."""
        from .operations.commands import CommandsOperations

        return CommandsOperations(self._caller)

    @cached_property
    def properties(self) -> PropertiesOperations:
        """Single properties of a device, reported or desired."""
        from .operations.properties import PropertiesOperations

        return PropertiesOperations(self._caller)


class AsyncReferenceV1(Surface):
    """The operations of reference-v1 2022-07-31, asynchronous."""

    __place__ = ("reference-v1", "2022-07-31", "")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def application(self) -> AsyncApplicationOperations:
        """The application behind the address."""
        from .operations.application import AsyncApplicationOperations

        return AsyncApplicationOperations(self._caller)

    @cached_property
    def devices(self) -> AsyncDevicesOperations:
        """Devices registered in the application."""
        from .operations.devices import AsyncDevicesOperations

        return AsyncDevicesOperations(self._caller)

    @cached_property
    def telemetry(self) -> AsyncTelemetryOperations:
        """Events sent on behalf of a device."""
        from .operations.telemetry import AsyncTelemetryOperations

        return AsyncTelemetryOperations(self._caller)

    @cached_property
    def commands(self) -> AsyncCommandsOperations:
        """Commands to a device, triggered first and followed up later."""
        from .operations.commands import AsyncCommandsOperations

        return AsyncCommandsOperations(self._caller)

    @cached_property
    def properties(self) -> AsyncPropertiesOperations:
        """Single properties of a device, reported or desired."""
        from .operations.properties import AsyncPropertiesOperations

        return AsyncPropertiesOperations(self._caller)
