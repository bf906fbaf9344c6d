"""The operations the emulator serves: operation id to the function that answers it, for every api-version.

One module a tag (several for devices), one function an operation, named after the operation id. What is not
listed here answers 501 and counts as not served.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iotcentral.emulator.calls import Call
from iotcentral.emulator.handlers import (
    api_tokens,
    device_attestation,
    device_groups,
    device_relationships,
    device_templates,
    devices,
    file_uploads,
    scheduled_jobs,
    users,
)
from iotcentral.emulator.handlers import device_commands as commands_
from iotcentral.emulator.handlers import device_properties as properties_
from iotcentral.emulator.handlers import jobs as jobs_
from iotcentral.emulator.handlers import organizations as organizations_
from iotcentral.emulator.handlers import roles as roles_
from iotcentral.emulator.replies import Reply

__all__ = ["HANDLERS"]

HANDLERS: Mapping[str, Callable[[Call], Reply]] = MappingProxyType(
    {
        "ApiTokens_Create": api_tokens.api_tokens_create,
        "ApiTokens_Get": api_tokens.api_tokens_get,
        "ApiTokens_List": api_tokens.api_tokens_list,
        "ApiTokens_Remove": api_tokens.api_tokens_remove,
        "DeviceGroups_Create": device_groups.device_groups_create,
        "DeviceGroups_Get": device_groups.device_groups_get,
        "DeviceGroups_GetDevices": device_groups.device_groups_get_devices,
        "DeviceGroups_List": device_groups.device_groups_list,
        "DeviceGroups_Remove": device_groups.device_groups_remove,
        "DeviceGroups_Update": device_groups.device_groups_update,
        "DeviceTemplates_Create": device_templates.device_templates_create,
        "DeviceTemplates_Get": device_templates.device_templates_get,
        "DeviceTemplates_List": device_templates.device_templates_list,
        "DeviceTemplates_Remove": device_templates.device_templates_remove,
        "DeviceTemplates_Update": device_templates.device_templates_update,
        "Devices_Create": devices.devices_create,
        "Devices_CreateAttestation": device_attestation.devices_create_attestation,
        "Devices_CreateRelationship": device_relationships.devices_create_relationship,
        "Devices_Get": devices.devices_get,
        "Devices_GetAttestation": device_attestation.devices_get_attestation,
        "Devices_GetCommandHistory": commands_.devices_get_command_history,
        "Devices_GetComponentCommandHistory": commands_.devices_get_component_command_history,
        "Devices_GetComponentProperties": properties_.devices_get_component_properties,
        "Devices_GetComponentTelemetryValue": commands_.devices_get_component_telemetry_value,
        "Devices_GetCredentials": devices.devices_get_credentials,
        "Devices_GetModuleCommandHistory": commands_.devices_get_module_command_history,
        "Devices_GetModuleComponentCommandHistory": commands_.devices_get_module_component_command_history,
        "Devices_GetModuleComponentProperties": properties_.devices_get_module_component_properties,
        "Devices_GetModuleComponentTelemetryValue": commands_.devices_get_module_component_telemetry_value,
        "Devices_GetModuleProperties": properties_.devices_get_module_properties,
        "Devices_GetModuleTelemetryValue": commands_.devices_get_module_telemetry_value,
        "Devices_GetProperties": properties_.devices_get_properties,
        "Devices_GetRelationship": device_relationships.devices_get_relationship,
        "Devices_GetTelemetryValue": commands_.devices_get_telemetry_value,
        "Devices_List": devices.devices_list,
        "Devices_ListComponents": devices.devices_list_components,
        "Devices_ListModuleComponents": devices.devices_list_module_components,
        "Devices_ListModules": devices.devices_list_modules,
        "Devices_ListRelationships": device_relationships.devices_list_relationships,
        "Devices_Remove": devices.devices_remove,
        "Devices_RemoveAttestation": device_attestation.devices_remove_attestation,
        "Devices_RemoveRelationship": device_relationships.devices_remove_relationship,
        "Devices_ReplaceComponentProperties": properties_.devices_replace_component_properties,
        "Devices_ReplaceModuleComponentProperties": properties_.devices_replace_module_component_properties,
        "Devices_ReplaceModuleProperties": properties_.devices_replace_module_properties,
        "Devices_ReplaceProperties": properties_.devices_replace_properties,
        "Devices_RunCommand": commands_.devices_run_command,
        "Devices_RunComponentCommand": commands_.devices_run_component_command,
        "Devices_RunModuleCommand": commands_.devices_run_module_command,
        "Devices_RunModuleComponentCommand": commands_.devices_run_module_component_command,
        "Devices_Update": devices.devices_update,
        "Devices_UpdateAttestation": device_attestation.devices_update_attestation,
        "Devices_UpdateComponentProperties": properties_.devices_update_component_properties,
        "Devices_UpdateModuleComponentProperties": properties_.devices_update_module_component_properties,
        "Devices_UpdateModuleProperties": properties_.devices_update_module_properties,
        "Devices_UpdateProperties": properties_.devices_update_properties,
        "Devices_UpdateRelationship": device_relationships.devices_update_relationship,
        "FileUploads_Create": file_uploads.file_uploads_create,
        "FileUploads_Get": file_uploads.file_uploads_get,
        "FileUploads_Remove": file_uploads.file_uploads_remove,
        "FileUploads_Update": file_uploads.file_uploads_update,
        "Jobs_Create": jobs_.jobs_create,
        "Jobs_Get": jobs_.jobs_get,
        "Jobs_GetDevices": jobs_.jobs_get_devices,
        "Jobs_List": jobs_.jobs_list,
        "Jobs_Rerun": jobs_.jobs_rerun,
        "Jobs_Resume": jobs_.jobs_resume,
        "Jobs_Stop": jobs_.jobs_stop,
        "Organizations_Create": organizations_.organizations_create,
        "Organizations_Get": organizations_.organizations_get,
        "Organizations_List": organizations_.organizations_list,
        "Organizations_Remove": organizations_.organizations_remove,
        "Organizations_Update": organizations_.organizations_update,
        "Roles_Get": roles_.roles_get,
        "Roles_List": roles_.roles_list,
        "ScheduledJobs_Create": scheduled_jobs.scheduled_jobs_create,
        "ScheduledJobs_Get": scheduled_jobs.scheduled_jobs_get,
        "ScheduledJobs_List": scheduled_jobs.scheduled_jobs_list,
        "ScheduledJobs_ListJobs": scheduled_jobs.scheduled_jobs_list_jobs,
        "ScheduledJobs_Remove": scheduled_jobs.scheduled_jobs_remove,
        "ScheduledJobs_Update": scheduled_jobs.scheduled_jobs_update,
        "Users_Create": users.users_create,
        "Users_Get": users.users_get,
        "Users_List": users.users_list,
        "Users_Remove": users.users_remove,
        "Users_Update": users.users_update,
    }
)
