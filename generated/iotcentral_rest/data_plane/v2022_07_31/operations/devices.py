# Written by `python -m codegen generate` from specs/data-plane/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Operations `devices` of data-plane 2022-07-31: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = [
    "AsyncDevicesOperations",
    "CREATE",
    "CREATE_ATTESTATION",
    "CREATE_RELATIONSHIP",
    "DELETE",
    "DELETE_ATTESTATION",
    "DELETE_RELATIONSHIP",
    "DevicesOperations",
    "GET",
    "GET_ATTESTATION",
    "GET_COMMAND_HISTORY",
    "GET_COMPONENT_COMMAND_HISTORY",
    "GET_COMPONENT_PROPERTIES",
    "GET_COMPONENT_TELEMETRY_VALUE",
    "GET_CREDENTIALS",
    "GET_MODULE_COMMAND_HISTORY",
    "GET_MODULE_COMPONENT_COMMAND_HISTORY",
    "GET_MODULE_COMPONENT_PROPERTIES",
    "GET_MODULE_COMPONENT_TELEMETRY_VALUE",
    "GET_MODULE_PROPERTIES",
    "GET_MODULE_TELEMETRY_VALUE",
    "GET_PROPERTIES",
    "GET_RELATIONSHIP",
    "GET_TELEMETRY_VALUE",
    "LIST",
    "LIST_COMPONENTS",
    "LIST_MODULES",
    "LIST_MODULE_COMPONENTS",
    "LIST_RELATIONSHIPS",
    "REPLACE_COMPONENT_PROPERTIES",
    "REPLACE_MODULE_COMPONENT_PROPERTIES",
    "REPLACE_MODULE_PROPERTIES",
    "REPLACE_PROPERTIES",
    "RUN_COMMAND",
    "RUN_COMPONENT_COMMAND",
    "RUN_MODULE_COMMAND",
    "RUN_MODULE_COMPONENT_COMMAND",
    "UPDATE",
    "UPDATE_ATTESTATION",
    "UPDATE_COMPONENT_PROPERTIES",
    "UPDATE_MODULE_COMPONENT_PROPERTIES",
    "UPDATE_MODULE_PROPERTIES",
    "UPDATE_PROPERTIES",
    "UPDATE_RELATIONSHIP",
]

_DEVICE_ID = Parameter("deviceId", "device_id", "path", True, {"type": "string"})
_COMMAND_NAME = Parameter("commandName", "command_name", "path", True, {"type": "string"})
_COMPONENT_NAME = Parameter("componentName", "component_name", "path", True, {"type": "string"})
_TELEMETRY_NAME = Parameter("telemetryName", "telemetry_name", "path", True, {"type": "string"})
_MODULE_NAME = Parameter("moduleName", "module_name", "path", True, {"type": "string"})
_RELATIONSHIP_ID = Parameter("relationshipId", "relationship_id", "path", True, {"type": "string"})

LIST: Operation[m.DeviceCollection] = Operation(
    id="Devices_List",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices",
    success={200: m.DeviceCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Device] = Operation(
    id="Devices_Get",
    plane="data-plane",
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
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    body=Body("Device", "application/json"),
    success={200: m.Device},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.Device] = Operation(
    id="Devices_Update",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    body=Body("DevicePatch", "application/merge-patch+json"),
    success={200: m.Device},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Devices_Remove",
    plane="data-plane",
    version="2022-07-31",
    method="DELETE",
    path="/devices/{deviceId}",
    parameters=(_DEVICE_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_ATTESTATION: Operation[m.Attestation] = Operation(
    id="Devices_GetAttestation",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/attestation",
    parameters=(_DEVICE_ID,),
    success={200: m.Attestation},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE_ATTESTATION: Operation[m.Attestation] = Operation(
    id="Devices_CreateAttestation",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/attestation",
    parameters=(_DEVICE_ID,),
    body=Body("Attestation", "application/json"),
    success={200: m.Attestation},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_ATTESTATION: Operation[m.Attestation] = Operation(
    id="Devices_UpdateAttestation",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/attestation",
    parameters=(_DEVICE_ID,),
    body=Body("AttestationPatch", "application/merge-patch+json"),
    success={200: m.Attestation},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE_ATTESTATION: Operation[None] = Operation(
    id="Devices_RemoveAttestation",
    plane="data-plane",
    version="2022-07-31",
    method="DELETE",
    path="/devices/{deviceId}/attestation",
    parameters=(_DEVICE_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_COMMAND_HISTORY: Operation[m.DeviceCommandCollection] = Operation(
    id="Devices_GetCommandHistory",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/commands/{commandName}",
    parameters=(_DEVICE_ID, _COMMAND_NAME),
    success={200: m.DeviceCommandCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

RUN_COMMAND: Operation[m.DeviceCommand] = Operation(
    id="Devices_RunCommand",
    plane="data-plane",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/commands/{commandName}",
    parameters=(_DEVICE_ID, _COMMAND_NAME),
    body=Body("DeviceCommand", "application/json"),
    success={201: m.DeviceCommand},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

LIST_COMPONENTS: Operation[m.Collection] = Operation(
    id="Devices_ListComponents",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/components",
    parameters=(_DEVICE_ID,),
    success={200: m.Collection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET_COMPONENT_COMMAND_HISTORY: Operation[m.DeviceCommandCollection] = Operation(
    id="Devices_GetComponentCommandHistory",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/components/{componentName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _COMPONENT_NAME, _COMMAND_NAME),
    success={200: m.DeviceCommandCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

RUN_COMPONENT_COMMAND: Operation[m.DeviceCommand] = Operation(
    id="Devices_RunComponentCommand",
    plane="data-plane",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/components/{componentName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _COMPONENT_NAME, _COMMAND_NAME),
    body=Body("DeviceCommand", "application/json"),
    success={201: m.DeviceCommand},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

GET_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_GetComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _COMPONENT_NAME),
    success={200: m.DeviceProperties},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

REPLACE_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_ReplaceComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _COMPONENT_NAME),
    body=Body("DeviceProperties", "application/json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_UpdateComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _COMPONENT_NAME),
    body=Body("DevicePropertiesPatch", "application/merge-patch+json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

GET_COMPONENT_TELEMETRY_VALUE: Operation[m.DeviceTelemetry] = Operation(
    id="Devices_GetComponentTelemetryValue",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/components/{componentName}/telemetry/{telemetryName}",
    parameters=(_DEVICE_ID, _COMPONENT_NAME, _TELEMETRY_NAME),
    success={200: m.DeviceTelemetry},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_CREDENTIALS: Operation[m.DeviceCredentials] = Operation(
    id="Devices_GetCredentials",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/credentials",
    parameters=(_DEVICE_ID,),
    success={200: m.DeviceCredentials},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

LIST_MODULES: Operation[m.Collection] = Operation(
    id="Devices_ListModules",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules",
    parameters=(_DEVICE_ID,),
    success={200: m.Collection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET_MODULE_COMMAND_HISTORY: Operation[m.DeviceCommandCollection] = Operation(
    id="Devices_GetModuleCommandHistory",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMMAND_NAME),
    success={200: m.DeviceCommandCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

RUN_MODULE_COMMAND: Operation[m.DeviceCommand] = Operation(
    id="Devices_RunModuleCommand",
    plane="data-plane",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/modules/{moduleName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMMAND_NAME),
    body=Body("DeviceCommand", "application/json"),
    success={201: m.DeviceCommand},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

LIST_MODULE_COMPONENTS: Operation[m.Collection] = Operation(
    id="Devices_ListModuleComponents",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/components",
    parameters=(_DEVICE_ID, _MODULE_NAME),
    success={200: m.Collection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET_MODULE_COMPONENT_COMMAND_HISTORY: Operation[m.DeviceCommandCollection] = Operation(
    id="Devices_GetModuleComponentCommandHistory",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME, _COMMAND_NAME),
    success={200: m.DeviceCommandCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

RUN_MODULE_COMPONENT_COMMAND: Operation[m.DeviceCommand] = Operation(
    id="Devices_RunModuleComponentCommand",
    plane="data-plane",
    version="2022-07-31",
    method="POST",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/commands/{commandName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME, _COMMAND_NAME),
    body=Body("DeviceCommand", "application/json"),
    success={201: m.DeviceCommand},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

GET_MODULE_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_GetModuleComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME),
    success={200: m.DeviceProperties},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

REPLACE_MODULE_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_ReplaceModuleComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME),
    body=Body("DeviceProperties", "application/json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_MODULE_COMPONENT_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_UpdateModuleComponentProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME),
    body=Body("DevicePropertiesPatch", "application/merge-patch+json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

GET_MODULE_COMPONENT_TELEMETRY_VALUE: Operation[m.DeviceTelemetry] = Operation(
    id="Devices_GetModuleComponentTelemetryValue",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/components/{componentName}/telemetry/{telemetryName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _COMPONENT_NAME, _TELEMETRY_NAME),
    success={200: m.DeviceTelemetry},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_MODULE_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_GetModuleProperties",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME),
    success={200: m.DeviceProperties},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

REPLACE_MODULE_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_ReplaceModuleProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/modules/{moduleName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME),
    body=Body("DeviceProperties", "application/json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_MODULE_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_UpdateModuleProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/modules/{moduleName}/properties",
    parameters=(_DEVICE_ID, _MODULE_NAME),
    body=Body("DevicePropertiesPatch", "application/merge-patch+json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

GET_MODULE_TELEMETRY_VALUE: Operation[m.DeviceTelemetry] = Operation(
    id="Devices_GetModuleTelemetryValue",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/modules/{moduleName}/telemetry/{telemetryName}",
    parameters=(_DEVICE_ID, _MODULE_NAME, _TELEMETRY_NAME),
    success={200: m.DeviceTelemetry},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_GetProperties",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/properties",
    parameters=(_DEVICE_ID,),
    success={200: m.DeviceProperties},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

REPLACE_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_ReplaceProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/properties",
    parameters=(_DEVICE_ID,),
    body=Body("DeviceProperties", "application/json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_PROPERTIES: Operation[m.DeviceProperties] = Operation(
    id="Devices_UpdateProperties",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/properties",
    parameters=(_DEVICE_ID,),
    body=Body("DevicePropertiesPatch", "application/merge-patch+json"),
    success={202: m.DeviceProperties},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

LIST_RELATIONSHIPS: Operation[m.DeviceRelationshipCollection] = Operation(
    id="Devices_ListRelationships",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/relationships",
    parameters=(_DEVICE_ID,),
    success={200: m.DeviceRelationshipCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET_RELATIONSHIP: Operation[m.DeviceRelationship] = Operation(
    id="Devices_GetRelationship",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/relationships/{relationshipId}",
    parameters=(_DEVICE_ID, _RELATIONSHIP_ID),
    success={200: m.DeviceRelationship},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE_RELATIONSHIP: Operation[m.DeviceRelationship] = Operation(
    id="Devices_CreateRelationship",
    plane="data-plane",
    version="2022-07-31",
    method="PUT",
    path="/devices/{deviceId}/relationships/{relationshipId}",
    parameters=(_DEVICE_ID, _RELATIONSHIP_ID),
    body=Body("DeviceRelationship", "application/json"),
    success={200: m.DeviceRelationship},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE_RELATIONSHIP: Operation[m.DeviceRelationship] = Operation(
    id="Devices_UpdateRelationship",
    plane="data-plane",
    version="2022-07-31",
    method="PATCH",
    path="/devices/{deviceId}/relationships/{relationshipId}",
    parameters=(_DEVICE_ID, _RELATIONSHIP_ID),
    body=Body("DeviceRelationshipPatch", "application/merge-patch+json"),
    success={200: m.DeviceRelationship},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE_RELATIONSHIP: Operation[None] = Operation(
    id="Devices_RemoveRelationship",
    plane="data-plane",
    version="2022-07-31",
    method="DELETE",
    path="/devices/{deviceId}/relationships/{relationshipId}",
    parameters=(_DEVICE_ID, _RELATIONSHIP_ID),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_TELEMETRY_VALUE: Operation[m.DeviceTelemetry] = Operation(
    id="Devices_GetTelemetryValue",
    plane="data-plane",
    version="2022-07-31",
    method="GET",
    path="/devices/{deviceId}/telemetry/{telemetryName}",
    parameters=(_DEVICE_ID, _TELEMETRY_NAME),
    success={200: m.DeviceTelemetry},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class DevicesOperations(Surface):
    """Device records and everything below them: attestation and credentials, components, edge modules,
    properties, commands, the last telemetry value, and links between a gateway and its downstream
    devices.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-07-31", "devices")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Device]:
        """List devices.

        Returns the devices the caller can see, 25 to a page by default; a role at an organization sees that
        subtree only. Created and deleted devices show at once. The order is not defined, and 403 means the
        role may not view devices.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of device records.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_List`, GET /devices
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, device_id: str, **options: Unpack[CallOptions]) -> m.Device:
        """Read a device.

        Returns the record of a device: its template, organization and state, not its properties or
        telemetry. 404 if the id is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device with its `enabled`, `provisioned` and `simulated` flags.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Get`, GET /devices/{deviceId}
        """
        return self._caller.call(GET, (device_id,), **options)

    def create(self, device_id: str, body: m.Device, **options: Unpack[CallOptions]) -> m.Device:
        """Create or replace a device.

        Registers a device under the given id, or replaces the one that is there; the status is 200 both
        times and there is no conflict. Nothing is required: the name defaults to the id, `enabled` to true,
        `simulated` to false, the organization to the root. 400 if `template` is not the `@id` of a template
        in this application.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: Any members to set; `{}` makes an enabled device without a template.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device with the defaults filled in; `provisioned` is false until it first registers.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Create`, PUT /devices/{deviceId}
        """
        return self._caller.call(CREATE, (device_id,), body, **options)

    def update(self, device_id: str, body: m.DevicePatch, **options: Unpack[CallOptions]) -> m.Device:
        """Change a device.

        Merges the given members into the record: rename, block or unblock (`enabled`), assign a template,
        move to an organization. Read-only members that come along are ignored. 404 if the device is
        unknown; 400 if the template named does not exist.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: Only what is to change; a record read before and edited may be sent back whole.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device record with the change applied.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Update`, PATCH /devices/{deviceId}
        """
        return self._caller.call(UPDATE, (device_id,), body, **options)

    def delete(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device.

        Deletes the device record, which is billed until then. Reading it afterwards gives 404, and the list
        no longer has it.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_Remove`, DELETE /devices/{deviceId}
        """
        return self._caller.call(DELETE, (device_id,), **options)

    def get_attestation(self, device_id: str, **options: Unpack[CallOptions]) -> m.Attestation:
        """Read the attestation of a device.

        Shows how this device proves its identity if it was given an attestation of its own. A device that
        enrols through a group has none here and is answered with 404.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Keys, TPM key or certificate data of this one device, as `type` says.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetAttestation`, GET /devices/{deviceId}/attestation
        """
        return self._caller.call(GET_ATTESTATION, (device_id,), **options)

    def create_attestation(
        self, device_id: str, body: m.Attestation, **options: Unpack[CallOptions]
    ) -> m.Attestation:
        """Set the attestation of a device.

        Gives the device an attestation of its own, which then counts instead of its enrollment group. 400
        if `type` and the member that belongs to it do not go together, 404 if there is no such device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: One of three kinds: a pair of symmetric keys, X.509 client certificates, or a TPM
                endorsement key.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The individual attestation as stored; for certificates with thumbprint.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_CreateAttestation`, PUT /devices/{deviceId}/attestation
        """
        return self._caller.call(CREATE_ATTESTATION, (device_id,), body, **options)

    def update_attestation(
        self, device_id: str, body: m.AttestationPatch, **options: Unpack[CallOptions]
    ) -> m.Attestation:
        """Change the attestation of a device.

        Merges new keys or certificates into the individual attestation, for example a new secondary key.
        404 if the device is unknown or has none of its own, 400 for a body that does not fit its `type`.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: The key or certificate to exchange, nested as in the full attestation.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The individual attestation after the merge.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateAttestation`, PATCH /devices/{deviceId}/attestation
        """
        return self._caller.call(UPDATE_ATTESTATION, (device_id,), body, **options)

    def delete_attestation(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete the attestation of a device.

        Takes the individual attestation away; the device falls back to its enrollment group and needs the
        key or certificate of that to connect again. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RemoveAttestation`, DELETE /devices/{deviceId}/attestation
        """
        return self._caller.call(DELETE_ATTESTATION, (device_id,), **options)

    def get_command_history(
        self, device_id: str, command_name: str, **options: Unpack[CallOptions]
    ) -> Pager[m.DeviceCommand]:
        """Read the last command run.

        Returns what the device answered to the latest run of a command of its root interface. Older runs
        are not kept here. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. A list with at most one run.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetCommandHistory`, GET /devices/{deviceId}/commands/{commandName}
        """
        return self._caller.pages(GET_COMMAND_HISTORY, (device_id, command_name), **options)

    def run_command(
        self, device_id: str, command_name: str, body: m.DeviceCommand, **options: Unpack[CallOptions]
    ) -> m.DeviceCommand:
        """Run a command.

        Sends a command of the root interface and waits for the answer of the device. 404 if the device is
        unknown or not connected once `connectionTimeout` has run out; 400 if the body or a timeout is out
        of bounds. Sending it twice runs it twice.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            body: The argument in `request` if the command takes one, and how long to wait for connection
                and answer.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device's answer: `response`, and `responseCode` with the status the device chose, which says
            nothing about this HTTP call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RunCommand`, POST /devices/{deviceId}/commands/{commandName}
        """
        return self._caller.call(RUN_COMMAND, (device_id, command_name), body, **options)

    def list_components(self, device_id: str, **options: Unpack[CallOptions]) -> Pager[dict[str, Any]]:
        """List the components of a device.

        Returns the components that the template of the device includes. A device without template has none.
        404 if there is no such device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. The components by `name`, with `@type` and at
            times a display name.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ListComponents`, GET /devices/{deviceId}/components
        """
        return self._caller.pages(LIST_COMPONENTS, (device_id,), **options)

    def get_component_command_history(
        self, device_id: str, component_name: str, command_name: str, **options: Unpack[CallOptions]
    ) -> Pager[m.DeviceCommand]:
        """Read the last component command run.

        Returns the latest run of a command of one component, with what the device answered. 404 for an
        unknown device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. A list holding the last run on this component,
            or nothing.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetComponentCommandHistory`, GET /devices/{deviceId}/components/{componentName}/commands/{commandName}
        """
        return self._caller.pages(
            GET_COMPONENT_COMMAND_HISTORY, (device_id, component_name, command_name), **options
        )

    def run_component_command(
        self,
        device_id: str,
        component_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a component.

        Sends a command that a component of the device declares and waits for the answer. A device that is
        unknown or offline gives 404, an unusable body 400. Do not repeat it blindly: the device acts each
        time.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            body: Argument and waiting times for the component's command.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            What the component answered, with its own `responseCode`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RunComponentCommand`, POST /devices/{deviceId}/components/{componentName}/commands/{commandName}
        """
        return self._caller.call(
            RUN_COMPONENT_COMMAND, (device_id, component_name, command_name), body, **options
        )

    def get_component_properties(
        self, device_id: str, component_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a component.

        Returns the properties of one component, flat at the root of the answer. A value is the one the
        device reported last; one set from the cloud and not yet acknowledged shows only in `$metadata`. 404
        if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The component's values, and `$metadata` with desired value, versions and acknowledgement of
            each.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetComponentProperties`, GET /devices/{deviceId}/components/{componentName}/properties
        """
        return self._caller.call(GET_COMPONENT_PROPERTIES, (device_id, component_name), **options)

    def replace_component_properties(
        self, device_id: str, component_name: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a component.

        Sets all writable and cloud properties of one component: writable ones not in the body are removed.
        The device need not be connected; 202 says that the values are kept for it, not that it took them.
        400 `InvalidBody` if a value belongs to the root or to another component.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            body: The full set of writable values of the component, without the component name around it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` repeats the desired values of this component.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ReplaceComponentProperties`, PUT /devices/{deviceId}/components/{componentName}/properties
        """
        return self._caller.call(REPLACE_COMPONENT_PROPERTIES, (device_id, component_name), body, **options)

    def update_component_properties(
        self,
        device_id: str,
        component_name: str,
        body: m.DevicePropertiesPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Change properties of a component.

        Sets the named properties of one component and leaves its others. Values wait for the device if it
        is offline. 400 `InvalidBody` for a value that belongs elsewhere, 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            body: Some of the component's properties by name, with their new values.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` has the desired value of each property named.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateComponentProperties`, PATCH /devices/{deviceId}/components/{componentName}/properties
        """
        return self._caller.call(UPDATE_COMPONENT_PROPERTIES, (device_id, component_name), body, **options)

    def get_component_telemetry_value(
        self, device_id: str, component_name: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last component telemetry value.

        Returns the latest value that a component sent for one telemetry, and when. There is no history
        here. 404 if the device or the name is unknown, or nothing has been sent yet.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            telemetry_name: The `name` of a telemetry in the capability model, exactly as written there. It
                holds letters, digits and `_` only.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The component's last value and its time.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetComponentTelemetryValue`, GET /devices/{deviceId}/components/{componentName}/telemetry/{telemetryName}
        """
        return self._caller.call(
            GET_COMPONENT_TELEMETRY_VALUE, (device_id, component_name, telemetry_name), **options
        )

    def get_credentials(self, device_id: str, **options: Unpack[CallOptions]) -> m.DeviceCredentials:
        """Read the credentials of a device.

        Returns what the device needs to register with the Device Provisioning Service: the id scope of the
        application and its keys, certificates or TPM key. These are secrets. 404 if the device is unknown,
        403 if the role may not see keys.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The id scope with the key material of this device.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetCredentials`, GET /devices/{deviceId}/credentials
        """
        return self._caller.call(GET_CREDENTIALS, (device_id,), **options)

    def list_modules(self, device_id: str, **options: Unpack[CallOptions]) -> Pager[dict[str, Any]]:
        """List the modules of an edge device.

        Returns the modules that the template of an IoT Edge device declares; the runtime modules are left
        out. 404 if there is no such device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. The edge modules by `name`; empty for a device
            without modules.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ListModules`, GET /devices/{deviceId}/modules
        """
        return self._caller.pages(LIST_MODULES, (device_id,), **options)

    def get_module_command_history(
        self, device_id: str, module_name: str, command_name: str, **options: Unpack[CallOptions]
    ) -> Pager[m.DeviceCommand]:
        """Read the last module command run.

        Returns the latest run of a command that an edge module declares at its root. 404 for an unknown
        device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. A list with the one run of the module that is
            kept.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleCommandHistory`, GET /devices/{deviceId}/modules/{moduleName}/commands/{commandName}
        """
        return self._caller.pages(
            GET_MODULE_COMMAND_HISTORY, (device_id, module_name, command_name), **options
        )

    def run_module_command(
        self,
        device_id: str,
        module_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a module.

        Sends a command to an edge module and waits for its answer. 404 if the edge device is unknown or not
        connected, 400 if the body cannot be used. Each call runs the command anew.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            body: Argument and waiting times for the module's command.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            What the module answered, and the `responseCode` it set.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RunModuleCommand`, POST /devices/{deviceId}/modules/{moduleName}/commands/{commandName}
        """
        return self._caller.call(RUN_MODULE_COMMAND, (device_id, module_name, command_name), body, **options)

    def list_module_components(
        self, device_id: str, module_name: str, **options: Unpack[CallOptions]
    ) -> Pager[dict[str, Any]]:
        """List the components of a module.

        Returns the components that the model of one edge module includes. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. The components of this module by `name`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ListModuleComponents`, GET /devices/{deviceId}/modules/{moduleName}/components
        """
        return self._caller.pages(LIST_MODULE_COMPONENTS, (device_id, module_name), **options)

    def get_module_component_command_history(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        command_name: str,
        **options: Unpack[CallOptions],
    ) -> Pager[m.DeviceCommand]:
        """Read the last module component command run.

        Returns the latest run of a command on a component inside an edge module. 404 if the device is not
        there.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. A list of at most one run on the component of
            the module.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleComponentCommandHistory`, GET /devices/{deviceId}/modules/{moduleName}/components/{componentName}/commands/{commandName}
        """
        return self._caller.pages(
            GET_MODULE_COMPONENT_COMMAND_HISTORY,
            (device_id, module_name, component_name, command_name),
            **options,
        )

    def run_module_component_command(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a module component.

        Sends a command to a component inside an edge module and waits for the answer. 404 if the edge
        device is unknown or cannot be reached, 400 if the body is not valid. A second call is a second run.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            command_name: The `name` of a command in the capability model, spelled as it is there. Such
                names hold only letters, digits and `_`, so nothing needs encoding.
            body: Argument and waiting times for a command of this component of the module.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            What the component of the module answered, with its status in `responseCode`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RunModuleComponentCommand`, POST /devices/{deviceId}/modules/{moduleName}/components/{componentName}/commands/{commandName}
        """
        return self._caller.call(
            RUN_MODULE_COMPONENT_COMMAND,
            (device_id, module_name, component_name, command_name),
            body,
            **options,
        )

    def get_module_component_properties(
        self, device_id: str, module_name: str, component_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a module component.

        Returns the properties of one component of an edge module. Plain values are those reported; what the
        cloud asked for stands in `$metadata`. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Values of the module component, and `$metadata` beside them.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleComponentProperties`, GET /devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties
        """
        return self._caller.call(
            GET_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), **options
        )

    def replace_module_component_properties(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        body: m.DeviceProperties,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Replace the properties of a module component.

        Sets all writable properties of a component of an edge module; any not in the body is removed. They
        are kept for the module until it is online. 400 `InvalidBody` for values that belong to another
        level, 404 for an unknown device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            body: All writable values of the module component, flat and by name.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` repeats the desired values of the module component.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ReplaceModuleComponentProperties`, PUT /devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties
        """
        return self._caller.call(
            REPLACE_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), body, **options
        )

    def update_module_component_properties(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        body: m.DevicePropertiesPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Change properties of a module component.

        Sets the named properties of a component of an edge module and leaves the rest. It works before the
        module has ever connected. 400 `InvalidBody` if a property is not of this component.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            body: Those properties of the module component that are to change.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` has the desired values of what was changed in the module component.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateModuleComponentProperties`, PATCH /devices/{deviceId}/modules/{moduleName}/components/{componentName}/properties
        """
        return self._caller.call(
            UPDATE_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), body, **options
        )

    def get_module_component_telemetry_value(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        telemetry_name: str,
        **options: Unpack[CallOptions],
    ) -> m.DeviceTelemetry:
        """Read the last module component telemetry value.

        Returns the latest value that a component of an edge module sent for one telemetry. 404 if a name in
        the path is unknown or nothing has arrived.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            component_name: The `name` under which the model includes a component, as
                `Devices_ListComponents` (or, for a module, `Devices_ListModuleComponents`) shows it.
                Members of an inherited interface are reached through such a name too.
            telemetry_name: The `name` of a telemetry in the capability model, exactly as written there. It
                holds letters, digits and `_` only.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Last value and time from the component of the module.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleComponentTelemetryValue`, GET /devices/{deviceId}/modules/{moduleName}/components/{componentName}/telemetry/{telemetryName}
        """
        return self._caller.call(
            GET_MODULE_COMPONENT_TELEMETRY_VALUE,
            (device_id, module_name, component_name, telemetry_name),
            **options,
        )

    def get_module_properties(
        self, device_id: str, module_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a module.

        Returns the properties of an edge module, with an object for each of its components. A desired value
        the module has not acknowledged is in `$metadata` only. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The module's values, nested by component, each level with `$metadata`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleProperties`, GET /devices/{deviceId}/modules/{moduleName}/properties
        """
        return self._caller.call(GET_MODULE_PROPERTIES, (device_id, module_name), **options)

    def replace_module_properties(
        self, device_id: str, module_name: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a module.

        Sets all writable properties of an edge module. What the body does not name is removed. 202 comes
        before the module has seen them; 400 `InvalidBody` if root and component values are mixed up.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            body: All writable values of the module, those of its components under the component's name.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` repeats the desired values of the module.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ReplaceModuleProperties`, PUT /devices/{deviceId}/modules/{moduleName}/properties
        """
        return self._caller.call(REPLACE_MODULE_PROPERTIES, (device_id, module_name), body, **options)

    def update_module_properties(
        self, device_id: str, module_name: str, body: m.DevicePropertiesPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Change properties of a module.

        Sets the named properties of an edge module and leaves the others. The values wait while the module
        is offline. 400 `InvalidBody` if a property is not at the level it is sent for, 404 if the device is
        unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            body: Those properties of the module that are to change, nested by component where they belong
                to one.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` has the desired value of every module property sent.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateModuleProperties`, PATCH /devices/{deviceId}/modules/{moduleName}/properties
        """
        return self._caller.call(UPDATE_MODULE_PROPERTIES, (device_id, module_name), body, **options)

    def get_module_telemetry_value(
        self, device_id: str, module_name: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last module telemetry value.

        Returns the latest value that an edge module sent for one telemetry of its root interface. 404 if
        there is none or the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            module_name: The `name` of an edge module as `Devices_ListModules` shows it. The runtime modules
                `$edgeAgent` and `$edgeHub` are not addressed this way.
            telemetry_name: The `name` of a telemetry in the capability model, exactly as written there. It
                holds letters, digits and `_` only.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The module's last value with its time.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetModuleTelemetryValue`, GET /devices/{deviceId}/modules/{moduleName}/telemetry/{telemetryName}
        """
        return self._caller.call(
            GET_MODULE_TELEMETRY_VALUE, (device_id, module_name, telemetry_name), **options
        )

    def get_properties(self, device_id: str, **options: Unpack[CallOptions]) -> m.DeviceProperties:
        """Read the properties of a device.

        Returns all properties the device reported and its cloud properties, with one object for each
        component. A writable property that the device has not acknowledged shows only under `$metadata`, as
        `desiredValue`. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The device's values, nested by component, with `$metadata` at each level.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetProperties`, GET /devices/{deviceId}/properties
        """
        return self._caller.call(GET_PROPERTIES, (device_id,), **options)

    def replace_properties(
        self, device_id: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a device.

        Sets all writable and cloud properties; a writable one missing from the body is removed. 202 says
        the values are stored, not that the device took them. 400 `InvalidBody` if a component value stands
        at the root or the other way round.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: Every writable and cloud property that is to remain, component values inside an object of
                the component name. No `$metadata`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` repeats the desired values of the device.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ReplaceProperties`, PUT /devices/{deviceId}/properties
        """
        return self._caller.call(REPLACE_PROPERTIES, (device_id,), body, **options)

    def update_properties(
        self, device_id: str, body: m.DevicePropertiesPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Change properties of a device.

        Sets the named writable or cloud properties and leaves the others; the device may be offline or new.
        Poll `Devices_GetProperties` for its acknowledgement (`ackCode`). 400 `InvalidBody` for a value at
        the wrong level, 404 for an unknown device.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            body: Those properties that are to change, nested by component.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Accepted; `$metadata` has the desired value of each property sent, without the values reported.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateProperties`, PATCH /devices/{deviceId}/properties
        """
        return self._caller.call(UPDATE_PROPERTIES, (device_id,), body, **options)

    def list_relationships(
        self, device_id: str, **options: Unpack[CallOptions]
    ) -> Pager[m.DeviceRelationship]:
        """List the relationships of a device.

        Returns the links of a gateway to its downstream devices. A link made just now may be missing for
        some minutes. 404 if the device is unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of links, each with `source` and
            `target`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_ListRelationships`, GET /devices/{deviceId}/relationships
        """
        return self._caller.pages(LIST_RELATIONSHIPS, (device_id,), **options)

    def get_relationship(
        self, device_id: str, relationship_id: str, **options: Unpack[CallOptions]
    ) -> m.DeviceRelationship:
        """Read a relationship of a device.

        Returns one link of a gateway by its id. 404 if the device or the link is not there.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            relationship_id: Chosen by the caller for one link of the device; `Devices_ListRelationships`
                shows it. Upstream sets no limit on its form, so percent-encode what a path does not allow.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The link with the ids of both devices.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetRelationship`, GET /devices/{deviceId}/relationships/{relationshipId}
        """
        return self._caller.call(GET_RELATIONSHIP, (device_id, relationship_id), **options)

    def create_relationship(
        self, device_id: str, relationship_id: str, body: m.DeviceRelationship, **options: Unpack[CallOptions]
    ) -> m.DeviceRelationship:
        """Create a relationship of a device.

        Links a gateway (`source`) to a downstream device (`target`), so that the latter is reached through
        the former. Both should exist. Lists show the link only after a while; 404 if the device in the path
        is unknown, 400 for an unusable body.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            relationship_id: Chosen by the caller for one link of the device; `Devices_ListRelationships`
                shows it. Upstream sets no limit on its form, so percent-encode what a path does not allow.
            body: The ids of gateway and downstream device.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The link as stored.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_CreateRelationship`, PUT /devices/{deviceId}/relationships/{relationshipId}
        """
        return self._caller.call(CREATE_RELATIONSHIP, (device_id, relationship_id), body, **options)

    def update_relationship(
        self,
        device_id: str,
        relationship_id: str,
        body: m.DeviceRelationshipPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceRelationship:
        """Change a relationship of a device.

        Points an existing link to another device. 404 if there is no such link, 400 if a member has the
        wrong type. Lists may show it late.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            relationship_id: Chosen by the caller for one link of the device; `Devices_ListRelationships`
                shows it. Upstream sets no limit on its form, so percent-encode what a path does not allow.
            body: The new `target`, seldom a new `source`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The link after the change.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Devices_UpdateRelationship`, PATCH /devices/{deviceId}/relationships/{relationshipId}
        """
        return self._caller.call(UPDATE_RELATIONSHIP, (device_id, relationship_id), body, **options)

    def delete_relationship(
        self, device_id: str, relationship_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a relationship of a device.

        Undoes the link between gateway and downstream device; both devices remain. 404 if the link is
        unknown.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            relationship_id: Chosen by the caller for one link of the device; `Devices_ListRelationships`
                shows it. Upstream sets no limit on its form, so percent-encode what a path does not allow.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_RemoveRelationship`, DELETE /devices/{deviceId}/relationships/{relationshipId}
        """
        return self._caller.call(DELETE_RELATIONSHIP, (device_id, relationship_id), **options)

    def get_telemetry_value(
        self, device_id: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last telemetry value.

        Returns the latest value the device sent for one telemetry of its root interface, never a series.
        404 if the device or the name is unknown, or the device has not sent it yet.

        Args:
            device_id: The id under which the device registers and connects, not its display name. Case
                matters. Up to 128 ASCII letters, digits and signs such as `-._:@`; percent-encode signs
                like `#`, `?`, `%` and `+`.
            telemetry_name: The `name` of a telemetry in the capability model, exactly as written there. It
                holds letters, digits and `_` only.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The last value of the device and when it was sent.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Devices_GetTelemetryValue`, GET /devices/{deviceId}/telemetry/{telemetryName}
        """
        return self._caller.call(GET_TELEMETRY_VALUE, (device_id, telemetry_name), **options)


class AsyncDevicesOperations(Surface):
    """Asynchronous twin of `DevicesOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-07-31", "devices")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Device]:
        """List devices. See `DevicesOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, device_id: str, **options: Unpack[CallOptions]) -> m.Device:
        """Read a device. See `DevicesOperations.get`."""
        return await self._caller.call(GET, (device_id,), **options)

    async def create(self, device_id: str, body: m.Device, **options: Unpack[CallOptions]) -> m.Device:
        """Create or replace a device. See `DevicesOperations.create`."""
        return await self._caller.call(CREATE, (device_id,), body, **options)

    async def update(self, device_id: str, body: m.DevicePatch, **options: Unpack[CallOptions]) -> m.Device:
        """Change a device. See `DevicesOperations.update`."""
        return await self._caller.call(UPDATE, (device_id,), body, **options)

    async def delete(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a device. See `DevicesOperations.delete`."""
        return await self._caller.call(DELETE, (device_id,), **options)

    async def get_attestation(self, device_id: str, **options: Unpack[CallOptions]) -> m.Attestation:
        """Read the attestation of a device. See `DevicesOperations.get_attestation`."""
        return await self._caller.call(GET_ATTESTATION, (device_id,), **options)

    async def create_attestation(
        self, device_id: str, body: m.Attestation, **options: Unpack[CallOptions]
    ) -> m.Attestation:
        """Set the attestation of a device. See `DevicesOperations.create_attestation`."""
        return await self._caller.call(CREATE_ATTESTATION, (device_id,), body, **options)

    async def update_attestation(
        self, device_id: str, body: m.AttestationPatch, **options: Unpack[CallOptions]
    ) -> m.Attestation:
        """Change the attestation of a device. See `DevicesOperations.update_attestation`."""
        return await self._caller.call(UPDATE_ATTESTATION, (device_id,), body, **options)

    async def delete_attestation(self, device_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete the attestation of a device. See `DevicesOperations.delete_attestation`."""
        return await self._caller.call(DELETE_ATTESTATION, (device_id,), **options)

    def get_command_history(
        self, device_id: str, command_name: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.DeviceCommand]:
        """Read the last command run. See `DevicesOperations.get_command_history`."""
        return self._caller.pages(GET_COMMAND_HISTORY, (device_id, command_name), **options)

    async def run_command(
        self, device_id: str, command_name: str, body: m.DeviceCommand, **options: Unpack[CallOptions]
    ) -> m.DeviceCommand:
        """Run a command. See `DevicesOperations.run_command`."""
        return await self._caller.call(RUN_COMMAND, (device_id, command_name), body, **options)

    def list_components(self, device_id: str, **options: Unpack[CallOptions]) -> AsyncPager[dict[str, Any]]:
        """List the components of a device. See `DevicesOperations.list_components`."""
        return self._caller.pages(LIST_COMPONENTS, (device_id,), **options)

    def get_component_command_history(
        self, device_id: str, component_name: str, command_name: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.DeviceCommand]:
        """Read the last component command run. See `DevicesOperations.get_component_command_history`."""
        return self._caller.pages(
            GET_COMPONENT_COMMAND_HISTORY, (device_id, component_name, command_name), **options
        )

    async def run_component_command(
        self,
        device_id: str,
        component_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a component. See `DevicesOperations.run_component_command`."""
        return await self._caller.call(
            RUN_COMPONENT_COMMAND, (device_id, component_name, command_name), body, **options
        )

    async def get_component_properties(
        self, device_id: str, component_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a component. See `DevicesOperations.get_component_properties`."""
        return await self._caller.call(GET_COMPONENT_PROPERTIES, (device_id, component_name), **options)

    async def replace_component_properties(
        self, device_id: str, component_name: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a component. See `DevicesOperations.replace_component_properties`."""
        return await self._caller.call(
            REPLACE_COMPONENT_PROPERTIES, (device_id, component_name), body, **options
        )

    async def update_component_properties(
        self,
        device_id: str,
        component_name: str,
        body: m.DevicePropertiesPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Change properties of a component. See `DevicesOperations.update_component_properties`."""
        return await self._caller.call(
            UPDATE_COMPONENT_PROPERTIES, (device_id, component_name), body, **options
        )

    async def get_component_telemetry_value(
        self, device_id: str, component_name: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last component telemetry value. See `DevicesOperations.get_component_telemetry_value`."""
        return await self._caller.call(
            GET_COMPONENT_TELEMETRY_VALUE, (device_id, component_name, telemetry_name), **options
        )

    async def get_credentials(self, device_id: str, **options: Unpack[CallOptions]) -> m.DeviceCredentials:
        """Read the credentials of a device. See `DevicesOperations.get_credentials`."""
        return await self._caller.call(GET_CREDENTIALS, (device_id,), **options)

    def list_modules(self, device_id: str, **options: Unpack[CallOptions]) -> AsyncPager[dict[str, Any]]:
        """List the modules of an edge device. See `DevicesOperations.list_modules`."""
        return self._caller.pages(LIST_MODULES, (device_id,), **options)

    def get_module_command_history(
        self, device_id: str, module_name: str, command_name: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.DeviceCommand]:
        """Read the last module command run. See `DevicesOperations.get_module_command_history`."""
        return self._caller.pages(
            GET_MODULE_COMMAND_HISTORY, (device_id, module_name, command_name), **options
        )

    async def run_module_command(
        self,
        device_id: str,
        module_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a module. See `DevicesOperations.run_module_command`."""
        return await self._caller.call(
            RUN_MODULE_COMMAND, (device_id, module_name, command_name), body, **options
        )

    def list_module_components(
        self, device_id: str, module_name: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[dict[str, Any]]:
        """List the components of a module. See `DevicesOperations.list_module_components`."""
        return self._caller.pages(LIST_MODULE_COMPONENTS, (device_id, module_name), **options)

    def get_module_component_command_history(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        command_name: str,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.DeviceCommand]:
        """Read the last module component command run. See
        `DevicesOperations.get_module_component_command_history`.
        """
        return self._caller.pages(
            GET_MODULE_COMPONENT_COMMAND_HISTORY,
            (device_id, module_name, component_name, command_name),
            **options,
        )

    async def run_module_component_command(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        command_name: str,
        body: m.DeviceCommand,
        **options: Unpack[CallOptions],
    ) -> m.DeviceCommand:
        """Run a command of a module component. See `DevicesOperations.run_module_component_command`."""
        return await self._caller.call(
            RUN_MODULE_COMPONENT_COMMAND,
            (device_id, module_name, component_name, command_name),
            body,
            **options,
        )

    async def get_module_component_properties(
        self, device_id: str, module_name: str, component_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a module component. See `DevicesOperations.get_module_component_properties`."""
        return await self._caller.call(
            GET_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), **options
        )

    async def replace_module_component_properties(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        body: m.DeviceProperties,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Replace the properties of a module component. See
        `DevicesOperations.replace_module_component_properties`.
        """
        return await self._caller.call(
            REPLACE_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), body, **options
        )

    async def update_module_component_properties(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        body: m.DevicePropertiesPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceProperties:
        """Change properties of a module component. See `DevicesOperations.update_module_component_properties`."""
        return await self._caller.call(
            UPDATE_MODULE_COMPONENT_PROPERTIES, (device_id, module_name, component_name), body, **options
        )

    async def get_module_component_telemetry_value(
        self,
        device_id: str,
        module_name: str,
        component_name: str,
        telemetry_name: str,
        **options: Unpack[CallOptions],
    ) -> m.DeviceTelemetry:
        """Read the last module component telemetry value. See
        `DevicesOperations.get_module_component_telemetry_value`.
        """
        return await self._caller.call(
            GET_MODULE_COMPONENT_TELEMETRY_VALUE,
            (device_id, module_name, component_name, telemetry_name),
            **options,
        )

    async def get_module_properties(
        self, device_id: str, module_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Read the properties of a module. See `DevicesOperations.get_module_properties`."""
        return await self._caller.call(GET_MODULE_PROPERTIES, (device_id, module_name), **options)

    async def replace_module_properties(
        self, device_id: str, module_name: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a module. See `DevicesOperations.replace_module_properties`."""
        return await self._caller.call(REPLACE_MODULE_PROPERTIES, (device_id, module_name), body, **options)

    async def update_module_properties(
        self, device_id: str, module_name: str, body: m.DevicePropertiesPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Change properties of a module. See `DevicesOperations.update_module_properties`."""
        return await self._caller.call(UPDATE_MODULE_PROPERTIES, (device_id, module_name), body, **options)

    async def get_module_telemetry_value(
        self, device_id: str, module_name: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last module telemetry value. See `DevicesOperations.get_module_telemetry_value`."""
        return await self._caller.call(
            GET_MODULE_TELEMETRY_VALUE, (device_id, module_name, telemetry_name), **options
        )

    async def get_properties(self, device_id: str, **options: Unpack[CallOptions]) -> m.DeviceProperties:
        """Read the properties of a device. See `DevicesOperations.get_properties`."""
        return await self._caller.call(GET_PROPERTIES, (device_id,), **options)

    async def replace_properties(
        self, device_id: str, body: m.DeviceProperties, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Replace the properties of a device. See `DevicesOperations.replace_properties`."""
        return await self._caller.call(REPLACE_PROPERTIES, (device_id,), body, **options)

    async def update_properties(
        self, device_id: str, body: m.DevicePropertiesPatch, **options: Unpack[CallOptions]
    ) -> m.DeviceProperties:
        """Change properties of a device. See `DevicesOperations.update_properties`."""
        return await self._caller.call(UPDATE_PROPERTIES, (device_id,), body, **options)

    def list_relationships(
        self, device_id: str, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.DeviceRelationship]:
        """List the relationships of a device. See `DevicesOperations.list_relationships`."""
        return self._caller.pages(LIST_RELATIONSHIPS, (device_id,), **options)

    async def get_relationship(
        self, device_id: str, relationship_id: str, **options: Unpack[CallOptions]
    ) -> m.DeviceRelationship:
        """Read a relationship of a device. See `DevicesOperations.get_relationship`."""
        return await self._caller.call(GET_RELATIONSHIP, (device_id, relationship_id), **options)

    async def create_relationship(
        self, device_id: str, relationship_id: str, body: m.DeviceRelationship, **options: Unpack[CallOptions]
    ) -> m.DeviceRelationship:
        """Create a relationship of a device. See `DevicesOperations.create_relationship`."""
        return await self._caller.call(CREATE_RELATIONSHIP, (device_id, relationship_id), body, **options)

    async def update_relationship(
        self,
        device_id: str,
        relationship_id: str,
        body: m.DeviceRelationshipPatch,
        **options: Unpack[CallOptions],
    ) -> m.DeviceRelationship:
        """Change a relationship of a device. See `DevicesOperations.update_relationship`."""
        return await self._caller.call(UPDATE_RELATIONSHIP, (device_id, relationship_id), body, **options)

    async def delete_relationship(
        self, device_id: str, relationship_id: str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a relationship of a device. See `DevicesOperations.delete_relationship`."""
        return await self._caller.call(DELETE_RELATIONSHIP, (device_id, relationship_id), **options)

    async def get_telemetry_value(
        self, device_id: str, telemetry_name: str, **options: Unpack[CallOptions]
    ) -> m.DeviceTelemetry:
        """Read the last telemetry value. See `DevicesOperations.get_telemetry_value`."""
        return await self._caller.call(GET_TELEMETRY_VALUE, (device_id, telemetry_name), **options)
