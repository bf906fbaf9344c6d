# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Which api-versions have what others lack; read only when a name is missing.

Names are `query` (operations), `devices.list_relationships` (a method, where its group is there) and
`Devices_List.filter` (an argument, where its operation is there).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["AVAILABLE"]

AVAILABLE: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "data-plane": {
        "Dashboards_List.filter": ("2022-10-31-preview",),
        "Dashboards_List.order_by": ("2022-10-31-preview",),
        "Dashboards_List.page_size": ("2022-10-31-preview",),
        "Dashboards_Update.if_match": ("2022-10-31-preview",),
        "Destinations_Update.if_match": ("2022-10-31-preview",),
        "DeviceGroups_GetDevices.page_size": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceGroups_List.filter": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceGroups_List.order_by": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceGroups_List.page_size": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceGroups_Update.if_match": ("2022-10-31-preview",),
        "DeviceTemplates_List.filter": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceTemplates_List.order_by": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceTemplates_List.page_size": ("2022-06-30-preview", "2022-10-31-preview"),
        "DeviceTemplates_Update.if_match": ("2022-10-31-preview",),
        "Devices_Create.expand": ("2022-10-31-preview",),
        "Devices_Get.expand": ("2022-10-31-preview",),
        "Devices_GetComponentProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_GetProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_List.expand": ("2022-10-31-preview",),
        "Devices_List.filter": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_List.order_by": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_List.page_size": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_ListRelationships.page_size": ("2022-10-31-preview",),
        "Devices_Remove.expand": ("2022-10-31-preview",),
        "Devices_ReplaceComponentProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_ReplaceProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_Update.expand": ("2022-10-31-preview",),
        "Devices_Update.if_match": ("2022-10-31-preview",),
        "Devices_UpdateComponentProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "Devices_UpdateProperties.unmodeled": ("2022-06-30-preview", "2022-10-31-preview"),
        "EnrollmentGroups_Update.if_match": ("2022-10-31-preview",),
        "Exports_Update.if_match": ("2022-10-31-preview",),
        "FileUploads_Update.if_match": ("2022-10-31-preview",),
        "Jobs_List.page_size": ("2022-10-31-preview",),
        "Organizations_Update.if_match": ("2022-10-31-preview",),
        "ScheduledJobs_List.page_size": ("2022-10-31-preview",),
        "ScheduledJobs_ListJobs.page_size": ("2022-10-31-preview",),
        "ScheduledJobs_Update.if_match": ("2022-10-31-preview",),
        "Users_List.page_size": ("2022-10-31-preview",),
        "Users_Update.if_match": ("2022-10-31-preview",),
        "dashboards": ("2022-06-30-preview", "2022-10-31-preview"),
        "deployment_manifests": ("2022-10-31-preview",),
        "destinations": ("2022-06-30-preview", "2022-10-31-preview"),
        "device_groups": ("2022-05-31", "2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "device_groups.get_devices": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "devices.apply_manifest": ("2022-10-31-preview",),
        "devices.create_relationship": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "devices.delete_relationship": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "devices.get_relationship": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "devices.list_relationships": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "devices.update_relationship": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "enrollment_groups": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "exports": ("2022-06-30-preview", "2022-10-31-preview"),
        "file_uploads": ("2022-05-31", "2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "jobs": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "organizations": ("2022-05-31", "2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
        "query": ("2022-06-30-preview", "2022-10-31-preview"),
        "scheduled_jobs": ("2022-06-30-preview", "2022-07-31", "2022-10-31-preview"),
    },
    "control-plane": {
        "private_endpoint_connections": ("2021-11-01-preview",),
        "private_links": ("2021-11-01-preview",),
    },
    "reference-v1": {},
}
"""By plane and name, the api-versions in the order of the catalog."""
