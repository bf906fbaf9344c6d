# Written by `python -m codegen generate` from specs/reference-v1/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Models of reference-v1 2022-07-31: what the operations take and answer."""

from __future__ import annotations

from typing import Any, ClassVar

from iotcentral._core.model import UNSET, Model, UnsetType
from iotcentral.times import Timestamp

__all__ = [
    "Application",
    "CommandArguments",
    "CommandStatus",
    "Device",
    "DeviceList",
    "DevicePatch",
    "DeviceProperty",
    "DevicePropertyPatch",
    "Error",
    "ErrorDetails",
    "TelemetryEvent",
]


class Application(
    Model,
    rename={
        "display_name": "displayName",
        "created_time": "createdTime",
        "last_updated_time": "lastUpdatedTime",
    },
):
    """The application as this document imagines it. (schema `Application`)"""

    __schema__: ClassVar[str] = "Application"
    id: str | UnsetType = UNSET
    """Id of the application; the example does not show its form."""
    display_name: str | UnsetType = UNSET
    """Name shown to people."""
    template: str | UnsetType = UNSET
    """Template the application comes from, such as `iotc-default`."""
    location: str | UnsetType = UNSET
    """Azure region in words, such as `East US`."""
    state: str | UnsetType = UNSET
    """What the application is doing; `Running` is the one value shown."""
    created_time: Timestamp | UnsetType = UNSET
    """When it was made, in UTC."""
    last_updated_time: Timestamp | UnsetType = UNSET
    """When it was last changed, in UTC."""


class CommandStatus(Model, rename={"command_id": "commandId", "completed_time": "completedTime"}):
    """Where a triggered command stands. (schema `CommandStatus`)"""

    __schema__: ClassVar[str] = "CommandStatus"
    command_id: str | UnsetType = UNSET
    """Id given to this one call of the command."""
    status: str | UnsetType = UNSET
    """Its state; `Pending` and `Completed` are shown, others are left open."""
    result: str | UnsetType = UNSET
    """What came of it, as a sentence in the example; absent while the command is pending."""
    completed_time: Timestamp | UnsetType = UNSET
    """When it ended, in UTC; absent before."""


class Device(
    Model,
    rename={"display_name": "displayName", "last_seen": "lastSeen", "firmware_version": "firmwareVersion"},
):
    """A device with its name, template and state. (schema `Device`)"""

    __schema__: ClassVar[str] = "Device"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "provisioned", "lastSeen", "firmwareVersion"})
    id: str | UnsetType = UNSET
    """Id of the device, the one in the path. (read-only)"""
    display_name: str | UnsetType = UNSET
    """Name by which people know the device."""
    template: str | UnsetType = UNSET
    """Template that describes the device, a DTMI such as `dtmi:com:example:actuator;1`."""
    simulated: bool | UnsetType = UNSET
    """True for a device that the application only plays."""
    provisioned: bool | UnsetType = UNSET
    """True once the device has registered. (read-only)"""
    enabled: bool | UnsetType = UNSET
    """Whether the device may connect."""
    last_seen: Timestamp | UnsetType = UNSET
    """Moment of its latest sign of life, in UTC; not in lists. (read-only)"""
    firmware_version: str | UnsetType = UNSET
    """Version of its software, for example `1.2.0`; not in lists. (read-only)"""


class DeviceList(Model):
    """The devices found, without a link to more. (schema `DeviceList`)"""

    __schema__: ClassVar[str] = "DeviceList"
    devices: list[Device] | UnsetType = UNSET
    """The devices, in no order that is told."""


class DevicePatch(Model, rename={"display_name": "displayName"}):
    """Changes to a device. (schema `DevicePatch`)"""

    __schema__: ClassVar[str] = "DevicePatch"
    display_name: str | UnsetType = UNSET
    """New name of the device."""
    template: str | UnsetType = UNSET
    """Template to use from now on."""
    simulated: bool | UnsetType = UNSET
    """Play the device or stop playing it."""
    enabled: bool | UnsetType = UNSET
    """False shuts the device out, true lets it in again."""


class DeviceProperty(Model, rename={"last_reported_time": "lastReportedTime"}):
    """A single value a device reports or is told to take over. (schema `DeviceProperty`)"""

    __schema__: ClassVar[str] = "DeviceProperty"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"lastReportedTime"})
    value: Any = UNSET
    """The value, of whatever type the template gives the property."""
    last_reported_time: Timestamp | UnsetType = UNSET
    """When the device last reported it, in UTC. (read-only)"""


class DevicePropertyPatch(Model):
    """A new value for one property. (schema `DevicePropertyPatch`)"""

    __schema__: ClassVar[str] = "DevicePropertyPatch"
    value: Any = UNSET
    """Value the device shall take over; any JSON."""


class Error(Model):
    """The body of a refusal. (schema `Error`)"""

    __schema__: ClassVar[str] = "Error"
    error: ErrorDetails
    """What went wrong."""


class ErrorDetails(Model):
    """One error as a code and a sentence. (schema `ErrorDetails`)"""

    __schema__: ClassVar[str] = "ErrorDetails"
    code: str
    """Word for programs, such as `NotFound`."""
    message: str
    """Sentence for people."""


CommandArguments = dict[str, Any]
"""Arguments of a command by name, without the `request` around them that the real service wants.
(schema `CommandArguments`)
"""

TelemetryEvent = dict[str, Any]
"""One telemetry event, its members named and typed by the template of the device. (schema
`TelemetryEvent`)
"""
