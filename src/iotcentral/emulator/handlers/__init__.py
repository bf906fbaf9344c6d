"""The operations the emulator serves: operation id to the function that answers it, for every api-version.

One module a tag, one function an operation, named after the operation id. What is not listed here answers
501 and counts as not served.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iotcentral.emulator.calls import Call
from iotcentral.emulator.handlers import api_tokens, device_templates, devices, file_uploads, users
from iotcentral.emulator.handlers import roles as roles_
from iotcentral.emulator.replies import Reply

__all__ = ["HANDLERS"]

HANDLERS: Mapping[str, Callable[[Call], Reply]] = MappingProxyType(
    {
        "ApiTokens_Create": api_tokens.api_tokens_create,
        "ApiTokens_Get": api_tokens.api_tokens_get,
        "ApiTokens_List": api_tokens.api_tokens_list,
        "ApiTokens_Remove": api_tokens.api_tokens_remove,
        "DeviceTemplates_Create": device_templates.device_templates_create,
        "DeviceTemplates_Get": device_templates.device_templates_get,
        "DeviceTemplates_List": device_templates.device_templates_list,
        "DeviceTemplates_Remove": device_templates.device_templates_remove,
        "DeviceTemplates_Update": device_templates.device_templates_update,
        "Devices_Create": devices.devices_create,
        "Devices_Get": devices.devices_get,
        "Devices_GetComponentProperties": devices.devices_get_component_properties,
        "Devices_GetCredentials": devices.devices_get_credentials,
        "Devices_GetProperties": devices.devices_get_properties,
        "Devices_List": devices.devices_list,
        "Devices_ListComponents": devices.devices_list_components,
        "Devices_Remove": devices.devices_remove,
        "Devices_ReplaceComponentProperties": devices.devices_replace_component_properties,
        "Devices_ReplaceProperties": devices.devices_replace_properties,
        "Devices_Update": devices.devices_update,
        "Devices_UpdateComponentProperties": devices.devices_update_component_properties,
        "Devices_UpdateProperties": devices.devices_update_properties,
        "FileUploads_Create": file_uploads.file_uploads_create,
        "FileUploads_Get": file_uploads.file_uploads_get,
        "FileUploads_Remove": file_uploads.file_uploads_remove,
        "FileUploads_Update": file_uploads.file_uploads_update,
        "Roles_Get": roles_.roles_get,
        "Roles_List": roles_.roles_list,
        "Users_Create": users.users_create,
        "Users_Get": users.users_get,
        "Users_List": users.users_list,
        "Users_Remove": users.users_remove,
        "Users_Update": users.users_update,
    }
)
