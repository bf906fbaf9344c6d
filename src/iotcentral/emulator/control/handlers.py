"""The operations of the control plane that the emulator serves: operation id to the function that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from iotcentral.emulator.control import apps, names, offers, private
from iotcentral.emulator.control.calls import ControlCall
from iotcentral.emulator.replies import Reply

__all__ = ["CONTROL_HANDLERS"]

CONTROL_HANDLERS: Mapping[str, Callable[[ControlCall], Reply]] = MappingProxyType(
    {
        "Apps_CheckNameAvailability": names.apps_check_name_availability,
        "Apps_CheckSubdomainAvailability": names.apps_check_subdomain_availability,
        "Apps_CreateOrUpdate": apps.apps_create_or_update,
        "Apps_Delete": apps.apps_delete,
        "Apps_Get": apps.apps_get,
        "Apps_ListByResourceGroup": apps.apps_list_by_resource_group,
        "Apps_ListBySubscription": apps.apps_list_by_subscription,
        "Apps_ListTemplates": offers.apps_list_templates,
        "Apps_Update": apps.apps_update,
        "Operations_List": offers.operations_list,
        "PrivateEndpointConnections_Create": private.private_endpoint_connections_create,
        "PrivateEndpointConnections_Delete": private.private_endpoint_connections_delete,
        "PrivateEndpointConnections_Get": private.private_endpoint_connections_get,
        "PrivateEndpointConnections_List": private.private_endpoint_connections_list,
        "PrivateLinks_Get": private.private_links_get,
        "PrivateLinks_List": private.private_links_list,
    }
)
