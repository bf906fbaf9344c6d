# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""The models of the default version of reference-v1, 2022-07-31."""

from .v2022_07_31.models import (
    Application as Application,
    CommandArguments as CommandArguments,
    CommandStatus as CommandStatus,
    Device as Device,
    DeviceList as DeviceList,
    DevicePatch as DevicePatch,
    DeviceProperty as DeviceProperty,
    DevicePropertyPatch as DevicePropertyPatch,
    Error as Error,
    ErrorDetails as ErrorDetails,
    TelemetryEvent as TelemetryEvent,
)

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
