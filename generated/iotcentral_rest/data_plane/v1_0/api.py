# Written by `python -m codegen generate` from specs/data-plane/1.0.yaml. Do not edit: change the spec and run it again.
"""data-plane 1.0: one attribute a tag, its module loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iotcentral._core.surface import Surface

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .operations.api_tokens import AsyncApiTokensOperations, ApiTokensOperations
    from .operations.device_templates import AsyncDeviceTemplatesOperations, DeviceTemplatesOperations
    from .operations.devices import AsyncDevicesOperations, DevicesOperations
    from .operations.roles import AsyncRolesOperations, RolesOperations
    from .operations.users import AsyncUsersOperations, UsersOperations

__all__ = ["DataPlane", "AsyncDataPlane"]


class DataPlane(Surface):
    """The operations of data-plane 1.0, synchronous."""

    __place__ = ("data-plane", "1.0", "")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def api_tokens(self) -> ApiTokensOperations:
        """Keys for programs that call this API without an Entra sign-in."""
        from .operations.api_tokens import ApiTokensOperations

        return ApiTokensOperations(self._caller)

    @cached_property
    def device_templates(self) -> DeviceTemplatesOperations:
        """The published models of devices: a template wraps a DTDL v2 capability model and is what a device
        points to.
        """
        from .operations.device_templates import DeviceTemplatesOperations

        return DeviceTemplatesOperations(self._caller)

    @cached_property
    def devices(self) -> DevicesOperations:
        """Device records and everything below them: attestation and credentials, components, edge modules,
        properties, commands and the last telemetry value.
        """
        from .operations.devices import DevicesOperations

        return DevicesOperations(self._caller)

    @cached_property
    def roles(self) -> RolesOperations:
        """Named sets of permissions that users and API tokens are given."""
        from .operations.roles import RolesOperations

        return RolesOperations(self._caller)

    @cached_property
    def users(self) -> UsersOperations:
        """People and service principals admitted to the application, each with at least one role."""
        from .operations.users import UsersOperations

        return UsersOperations(self._caller)


class AsyncDataPlane(Surface):
    """The operations of data-plane 1.0, asynchronous."""

    __place__ = ("data-plane", "1.0", "")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def api_tokens(self) -> AsyncApiTokensOperations:
        """Keys for programs that call this API without an Entra sign-in."""
        from .operations.api_tokens import AsyncApiTokensOperations

        return AsyncApiTokensOperations(self._caller)

    @cached_property
    def device_templates(self) -> AsyncDeviceTemplatesOperations:
        """The published models of devices: a template wraps a DTDL v2 capability model and is what a device
        points to.
        """
        from .operations.device_templates import AsyncDeviceTemplatesOperations

        return AsyncDeviceTemplatesOperations(self._caller)

    @cached_property
    def devices(self) -> AsyncDevicesOperations:
        """Device records and everything below them: attestation and credentials, components, edge modules,
        properties, commands and the last telemetry value.
        """
        from .operations.devices import AsyncDevicesOperations

        return AsyncDevicesOperations(self._caller)

    @cached_property
    def roles(self) -> AsyncRolesOperations:
        """Named sets of permissions that users and API tokens are given."""
        from .operations.roles import AsyncRolesOperations

        return AsyncRolesOperations(self._caller)

    @cached_property
    def users(self) -> AsyncUsersOperations:
        """People and service principals admitted to the application, each with at least one role."""
        from .operations.users import AsyncUsersOperations

        return AsyncUsersOperations(self._caller)
