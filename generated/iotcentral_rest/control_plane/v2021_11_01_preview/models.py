# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""Models of control-plane 2021-11-01-preview: what the operations take and answer."""

from __future__ import annotations

from typing import Any, ClassVar

from iotcentral._core.model import UNSET, Model, OpenStrEnum, UnsetType
from iotcentral.times import Timestamp

__all__ = [
    "App",
    "AppAvailabilityInfo",
    "AppListResult",
    "AppPatch",
    "AppProperties",
    "AppPropertiesPatch",
    "AppSku",
    "AppSkuInfo",
    "AppState",
    "AppTemplate",
    "AppTemplateLocations",
    "AppTemplatesResult",
    "CreatedByType",
    "ErrorAdditionalInfo",
    "ErrorDetail",
    "ErrorResponse",
    "IpRuleAction",
    "NetworkAction",
    "NetworkRuleSetIpRule",
    "NetworkRuleSetIpRulePatch",
    "NetworkRuleSets",
    "NetworkRuleSetsPatch",
    "Operation",
    "OperationDisplay",
    "OperationInputs",
    "OperationListResult",
    "PrivateEndpoint",
    "PrivateEndpointConnection",
    "PrivateEndpointConnectionListResult",
    "PrivateEndpointConnectionProperties",
    "PrivateEndpointConnectionProvisioningState",
    "PrivateEndpointServiceConnectionStatus",
    "PrivateLinkResource",
    "PrivateLinkResourceListResult",
    "PrivateLinkResourceProperties",
    "PrivateLinkServiceConnectionState",
    "ProvisioningState",
    "PublicNetworkAccess",
    "Resource",
    "ResourceV4",
    "SystemAssignedServiceIdentity",
    "SystemAssignedServiceIdentityPatch",
    "SystemAssignedServiceIdentityType",
    "SystemData",
    "TrackedResource",
]


class AppState(OpenStrEnum):
    """Life of an application from the point of view of billing: `created` is the normal state, `suspended`
    one whose subscription is out of order.

    Any other value is kept as it is.
    """

    CREATED = "created"
    SUSPENDED = "suspended"


class CreatedByType(OpenStrEnum):
    """Kinds of callers: a person, an application, a managed identity or a key.

    Any other value is kept as it is.
    """

    USER = "User"
    APPLICATION = "Application"
    MANAGED_IDENTITY = "ManagedIdentity"
    KEY = "Key"


class NetworkAction(OpenStrEnum):
    """What happens to an address that no rule names.

    Any other value is kept as it is.
    """

    ALLOW = "Allow"
    DENY = "Deny"


class PrivateEndpointConnectionProvisioningState(OpenStrEnum):
    """How far the last change to a connection has come.

    Any other value is kept as it is.
    """

    SUCCEEDED = "Succeeded"
    CREATING = "Creating"
    DELETING = "Deleting"
    FAILED = "Failed"


class PrivateEndpointServiceConnectionStatus(OpenStrEnum):
    """Decisions on a connection: still `Pending`, `Approved` or `Rejected`.

    Any other value is kept as it is.
    """

    PENDING = "Pending"
    APPROVED = "Approved"
    REJECTED = "Rejected"


class ProvisioningState(OpenStrEnum):
    """Progress of the last operation on an application: `Creating`, `Updating` and `Deleting` while it
    runs, then one of the three ends.

    Any other value is kept as it is.
    """

    CREATING = "Creating"
    DELETING = "Deleting"
    UPDATING = "Updating"
    SUCCEEDED = "Succeeded"
    FAILED = "Failed"
    CANCELED = "Canceled"


class PublicNetworkAccess(OpenStrEnum):
    """Whether calls and devices from the internet are let in, subject to the rules, or only those over
    private endpoints.

    Any other value is kept as it is.
    """

    ENABLED = "Enabled"
    DISABLED = "Disabled"


class SystemAssignedServiceIdentityType(OpenStrEnum):
    """Kinds of managed identity: `None`, or `SystemAssigned` for one that belongs to this application
    alone.

    Any other value is kept as it is.
    """

    NONE = "None"
    SYSTEM_ASSIGNED = "SystemAssigned"


class AppSku(OpenStrEnum):
    """Known values of `AppSkuInfo.name`.

    Any other value is kept as it is.
    """

    ST0 = "ST0"
    ST1 = "ST1"
    ST2 = "ST2"


class IpRuleAction(OpenStrEnum):
    """Known values of `NetworkRuleSetIpRule.action`.

    Any other value is kept as it is.
    """

    ALLOW = "Allow"


class App(Model, rename={"system_data": "systemData"}):
    """An IoT Central application as Azure Resource Manager knows it: where it runs, what it costs, and how
    it is reached.

    (schema `App`)
    """

    __schema__: ClassVar[str] = "App"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    location: str
    """Azure region, such as `eastus`. `EastUS` is accepted and answered in lower case. Fixed after
    creation.
    """
    sku: AppSkuInfo
    """Pricing plan, which decides the messages included per device."""
    id: str | UnsetType = UNSET
    """Full ARM id, `/subscriptions/…/iotApps/<name>`, in the spelling of the create request. (read-only)"""
    name: str | UnsetType = UNSET
    """Resource name, the last part of the id. (read-only)"""
    type: str | UnsetType = UNSET
    """Always `Microsoft.IoTCentral/IoTApps`, whatever the spelling in the path. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Who made the resource and who changed it last; no recorded answer holds it. (read-only)"""
    tags: dict[str, str] | UnsetType = UNSET
    """Labels for bookkeeping, names and values chosen freely. An empty object when there are none."""
    properties: AppProperties | UnsetType = UNSET
    """Settings of the application itself, as opposed to those every Azure resource has."""
    identity: SystemAssignedServiceIdentity | UnsetType = UNSET
    """Managed identity with which the application signs in to other Azure services, for example for data
    export.
    """


class AppAvailabilityInfo(Model, rename={"name_available": "nameAvailable"}):
    """Verdict on a name. (schema `AppAvailabilityInfo`)"""

    __schema__: ClassVar[str] = "AppAvailabilityInfo"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"nameAvailable", "reason", "message"})
    name_available: bool | UnsetType = UNSET
    """True if the name can still be had. It may be gone a moment later. (read-only)"""
    reason: str | UnsetType = UNSET
    """What stands against it, in a sentence: "The resource name is in use" or "The subdomain is in use".
    Absent when free. (read-only)
    """
    message: str | UnsetType = UNSET
    """Advice for people; absent as well when the name is free. (read-only)"""


class AppListResult(Model, rename={"next_link": "nextLink"}):
    """Part of a list of applications. (schema `AppListResult`)"""

    __schema__: ClassVar[str] = "AppListResult"
    next_link: str | UnsetType = UNSET
    """URL of the next part, to be requested with GET; absent from all recorded answers of the 2021
    versions.
    """
    value: list[App] | UnsetType = UNSET
    """Applications of this part, each complete."""


class AppPatch(Model):
    """Changes to an application; members left out stay as they are. (schema `AppPatch`)"""

    __schema__: ClassVar[str] = "AppPatch"
    tags: dict[str, str] | None | UnsetType = UNSET
    """All tags the application shall have from now on. Null removes them, absence keeps them."""
    sku: AppSkuInfo | UnsetType = UNSET
    """Plan to change to. Leave it out to stay with the present one."""
    properties: AppPropertiesPatch | UnsetType = UNSET
    """Settings to change; an empty object changes none."""
    identity: SystemAssignedServiceIdentityPatch | UnsetType = UNSET
    """Switches the managed identity on or off; without this member it stays."""


class AppProperties(
    Model,
    rename={
        "provisioning_state": "provisioningState",
        "application_id": "applicationId",
        "display_name": "displayName",
        "public_network_access": "publicNetworkAccess",
        "network_rule_sets": "networkRuleSets",
        "private_endpoint_connections": "privateEndpointConnections",
    },
):
    """Name, address, origin and state of an application. (schema `AppProperties`)"""

    __schema__: ClassVar[str] = "AppProperties"
    __read_only__: ClassVar[frozenset[str]] = frozenset(
        {"provisioningState", "applicationId", "state", "privateEndpointConnections"}
    )
    provisioning_state: ProvisioningState | UnsetType = UNSET
    """How far the last create, update or delete has come. (read-only)"""
    application_id: str | UnsetType = UNSET
    """GUID of the application, given by the service; it is the `sr` part of API tokens and not the ARM
    resource id. (read-only)
    """
    display_name: str | UnsetType = UNSET
    """Name shown to people in the portal; the Azure CLI fills in the resource name. May change at any
    time.
    """
    subdomain: str | UnsetType = UNSET
    """First label of the address, `<subdomain>.azureiotcentral.com`, unique over all customers. It can be
    changed, which sets the old one free for others.
    """
    template: str | UnsetType = UNSET
    """Template the application is made from, as `<manifestId>@<manifestVersion>`. Without one the service
    takes `iotc-pnp-preview@1.0.0`, an empty application. Fixed after creation.
    """
    state: AppState | UnsetType = UNSET
    """Whether the application is in use or suspended; told by the service. (read-only)"""
    public_network_access: PublicNetworkAccess | UnsetType = UNSET
    """Whether the application can be reached from the internet at all."""
    network_rule_sets: NetworkRuleSets | UnsetType = UNSET
    """Address ranges that are let in from the internet, and for whom the rules count."""
    private_endpoint_connections: list[PrivateEndpointConnection] | UnsetType = UNSET
    """Private endpoints connected to this application or waiting for approval. (read-only)"""


class AppPropertiesPatch(
    Model,
    rename={
        "display_name": "displayName",
        "public_network_access": "publicNetworkAccess",
        "network_rule_sets": "networkRuleSets",
    },
):
    """Settings of an application that may change after its creation. (schema `AppPropertiesPatch`)"""

    __schema__: ClassVar[str] = "AppPropertiesPatch"
    display_name: str | UnsetType = UNSET
    """New name for people; left out, the old one stays."""
    subdomain: str | UnsetType = UNSET
    """New first label of the address. The former one is free for anybody at once, so change links and
    devices first.
    """
    public_network_access: PublicNetworkAccess | UnsetType = UNSET
    """Opens or closes the application to the internet, unchanged when absent."""
    network_rule_sets: NetworkRuleSetsPatch | UnsetType = UNSET
    """Internet rules to change, member by member."""


class AppSkuInfo(Model):
    """The pricing plan of an application. (schema `AppSkuInfo`)"""

    __schema__: ClassVar[str] = "AppSkuInfo"
    name: AppSku
    """Plan by name. `ST0` includes 400, `ST1` 5,000 and `ST2` 30,000 messages a device and month; two
    devices of each application are free.
    """


class AppTemplate(Model, rename={"manifest_id": "manifestId", "manifest_version": "manifestVersion"}):
    """A template for new applications. (schema `AppTemplate`)"""

    __schema__: ClassVar[str] = "AppTemplate"
    __read_only__: ClassVar[frozenset[str]] = frozenset(
        {"manifestId", "manifestVersion", "name", "title", "order", "description", "industry", "locations"}
    )
    manifest_id: str | UnsetType = UNSET
    """Id of the template, such as `iotc-store`; the part before `@` in an application's `template`.
    (read-only)
    """
    manifest_version: str | UnsetType = UNSET
    """Edition of the template, `1.0.0` for all that were seen. (read-only)"""
    name: str | UnsetType = UNSET
    """Name of the template inside the service. (read-only)"""
    title: str | UnsetType = UNSET
    """Headline of the template on the creation page. (read-only)"""
    order: int | float | UnsetType = UNSET
    """Place in the gallery: 1 for the empty application, 99 for the others. (read-only)"""
    description: str | UnsetType = UNSET
    """What an application made from it shows. (read-only)"""
    industry: str | UnsetType = UNSET
    """Branch of trade it is meant for, for example `Retail` or `Energy`; an empty text for none.
    (read-only)
    """
    locations: list[AppTemplateLocations] | UnsetType = UNSET
    """Places where an application can be made from this template. (read-only)"""


class AppTemplateLocations(Model, rename={"display_name": "displayName"}):
    """A place a template is offered in. (schema `AppTemplateLocations`)"""

    __schema__: ClassVar[str] = "AppTemplateLocations"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "displayName"})
    id: str | UnsetType = UNSET
    """Value to send as `location` of a new application, such as `eastus`. (read-only)"""
    display_name: str | UnsetType = UNSET
    """The place as people write it, such as `East US`. (read-only)"""


class AppTemplatesResult(Model, rename={"next_link": "nextLink"}):
    """Part of the list of application templates. (schema `AppTemplatesResult`)"""

    __schema__: ClassVar[str] = "AppTemplatesResult"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"value"})
    next_link: str | UnsetType = UNSET
    """Next part, requested with GET although this list began with a POST."""
    value: list[AppTemplate] | UnsetType = UNSET
    """Templates in the order of the service. (read-only)"""


class ErrorAdditionalInfo(Model):
    """An extra to a fault whose shape its type decides. (schema `ErrorAdditionalInfo`)"""

    __schema__: ClassVar[str] = "ErrorAdditionalInfo"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"type", "info"})
    type: str | UnsetType = UNSET
    """Tells how to read the data beside it. (read-only)"""
    info: dict[str, Any] | UnsetType = UNSET
    """Data of that type, free-form. (read-only)"""


class ErrorDetail(Model, rename={"additional_info": "additionalInfo"}):
    """One fault, possibly with others inside. (schema `ErrorDetail`)"""

    __schema__: ClassVar[str] = "ErrorDetail"
    __read_only__: ClassVar[frozenset[str]] = frozenset(
        {"code", "message", "target", "details", "additionalInfo"}
    )
    code: str | UnsetType = UNSET
    """Code to branch on: a word such as `ResourceNotFound` from Resource Manager, a dotted number such as
    `400.200.006.026` from IoT Central. (read-only)
    """
    message: str | UnsetType = UNSET
    """Sentence for people, for example which plans are allowed. (read-only)"""
    target: str | UnsetType = UNSET
    """Member or resource that is at fault; absent from the recorded answer. (read-only)"""
    details: list[ErrorDetail] | UnsetType = UNSET
    """Faults behind this one, of the same shape. Mostly absent. (read-only)"""
    additional_info: list[ErrorAdditionalInfo] | UnsetType = UNSET
    """Typed extras for programs, such as the policy that forbade the call. (read-only)"""


class ErrorResponse(Model):
    """The body of every refusal. (schema `ErrorResponse`)"""

    __schema__: ClassVar[str] = "ErrorResponse"
    error: ErrorDetail | UnsetType = UNSET
    """The fault itself."""


class NetworkRuleSetIpRule(Model, rename={"filter_name": "filterName", "ip_mask": "ipMask"}):
    """A range of addresses that may reach the application. (schema `NetworkRuleSetIpRule`)"""

    __schema__: ClassVar[str] = "NetworkRuleSetIpRule"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"action"})
    action: IpRuleAction | UnsetType = UNSET
    """Effect of a rule; there is only letting in. (read-only)"""
    filter_name: str | UnsetType = UNSET
    """Label of the rule, unique within the list."""
    ip_mask: str | UnsetType = UNSET
    """Addresses in CIDR notation, such as `198.51.100.0/24`."""


class NetworkRuleSetIpRulePatch(Model, rename={"filter_name": "filterName", "ip_mask": "ipMask"}):
    """A range of addresses as a change sends it: whole, since lists are replaced. (schema
    `NetworkRuleSetIpRulePatch`)
    """

    __schema__: ClassVar[str] = "NetworkRuleSetIpRulePatch"
    filter_name: str | UnsetType = UNSET
    """Label to give the rule."""
    ip_mask: str | UnsetType = UNSET
    """Addresses to let in, in CIDR notation."""


class NetworkRuleSets(
    Model,
    rename={
        "apply_to_devices": "applyToDevices",
        "apply_to_io_t_central": "applyToIoTCentral",
        "default_action": "defaultAction",
        "ip_rules": "ipRules",
    },
):
    """Firewall of an application towards the internet. (schema `NetworkRuleSets`)"""

    __schema__: ClassVar[str] = "NetworkRuleSets"
    apply_to_devices: bool | UnsetType = UNSET
    """Whether the rules bind devices that connect through the hubs behind the application."""
    apply_to_io_t_central: bool | UnsetType = UNSET
    """Whether the rules bind the web application and its REST API."""
    default_action: NetworkAction | UnsetType = UNSET
    """Treatment of everybody whom no rule names; `Allow` unless set."""
    ip_rules: list[NetworkRuleSetIpRule] | UnsetType = UNSET
    """Address ranges that are let in."""


class NetworkRuleSetsPatch(
    Model,
    rename={
        "apply_to_devices": "applyToDevices",
        "apply_to_io_t_central": "applyToIoTCentral",
        "default_action": "defaultAction",
        "ip_rules": "ipRules",
    },
):
    """Changes to the firewall of an application. (schema `NetworkRuleSetsPatch`)"""

    __schema__: ClassVar[str] = "NetworkRuleSetsPatch"
    apply_to_devices: bool | UnsetType = UNSET
    """Bind devices to the rules or free them; unchanged when left out."""
    apply_to_io_t_central: bool | UnsetType = UNSET
    """Bind the web application and the API to the rules or free them."""
    default_action: NetworkAction | UnsetType = UNSET
    """New treatment of addresses without a rule."""
    ip_rules: list[NetworkRuleSetIpRulePatch] | UnsetType = UNSET
    """The complete new list of ranges: a list is replaced, never merged."""


class Operation(Model):
    """One permission of the provider. (schema `Operation`)"""

    __schema__: ClassVar[str] = "Operation"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"name", "origin", "properties"})
    name: str | UnsetType = UNSET
    """Permission as role definitions write it, such as `Microsoft.IoTCentral/IoTApps/read`. (read-only)"""
    display: OperationDisplay | UnsetType = UNSET
    """The same in words, for a portal."""
    origin: str | UnsetType = UNSET
    """Who calls it; `system` on entries that exist for monitoring, otherwise absent. (read-only)"""
    properties: dict[str, Any] | UnsetType = UNSET
    """Free-form extra data, in practice the metric definitions under `serviceSpecification`. (read-only)"""


class OperationDisplay(Model):
    """Texts that explain a permission. (schema `OperationDisplay`)"""

    __schema__: ClassVar[str] = "OperationDisplay"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"provider", "resource", "operation", "description"})
    provider: str | UnsetType = UNSET
    """Name of the product: `Azure IoT Central`. (read-only)"""
    resource: str | UnsetType = UNSET
    """Kind of thing acted on, such as `IoTApps`; an empty text where there is none. (read-only)"""
    operation: str | UnsetType = UNSET
    """Short title of the action. (read-only)"""
    description: str | UnsetType = UNSET
    """A sentence on what the permission allows. (read-only)"""


class OperationInputs(Model):
    """A name to be checked. (schema `OperationInputs`)"""

    __schema__: ClassVar[str] = "OperationInputs"
    name: str
    """The resource name or the subdomain in question, according to the operation."""
    type: str | UnsetType = UNSET
    """Resource type the name is for. Leave it out or send `IoTApps`."""


class OperationListResult(Model, rename={"next_link": "nextLink"}):
    """Part of the list of provider operations. (schema `OperationListResult`)"""

    __schema__: ClassVar[str] = "OperationListResult"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"value"})
    next_link: str | UnsetType = UNSET
    """Where the list goes on, if it does not fit into one answer."""
    value: list[Operation] | UnsetType = UNSET
    """Permissions and metrics the provider registers. (read-only)"""


class PrivateEndpoint(Model):
    """The private endpoint on the other side of a connection. (schema `PrivateEndpoint`)"""

    __schema__: ClassVar[str] = "PrivateEndpoint"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    id: str | UnsetType = UNSET
    """ARM id of the endpoint in its own resource group and network. Given by the service: requests send an
    empty object or nothing. (read-only)
    """


class PrivateEndpointConnection(Model, rename={"system_data": "systemData"}):
    """One private endpoint that is, or wants to be, connected to the application. (schema
    `PrivateEndpointConnection`)
    """

    __schema__: ClassVar[str] = "PrivateEndpointConnection"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    id: str | UnsetType = UNSET
    """ARM id of the part, the id of the application with two more segments. (read-only)"""
    name: str | UnsetType = UNSET
    """Last segment of that id. (read-only)"""
    type: str | UnsetType = UNSET
    """Type of the part, such as `Microsoft.IoTCentral/IoTApps/privateEndpointConnections`. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Record of creation and last change; not seen on the wire. (read-only)"""
    properties: PrivateEndpointConnectionProperties | UnsetType = UNSET
    """Both ends of the connection and its state."""


class PrivateEndpointConnectionListResult(Model):
    """All private endpoint connections of an application. (schema `PrivateEndpointConnectionListResult`)"""

    __schema__: ClassVar[str] = "PrivateEndpointConnectionListResult"
    value: list[PrivateEndpointConnection] | UnsetType = UNSET
    """Connections in any state. There is no link to more."""


class PrivateEndpointConnectionProperties(
    Model,
    rename={
        "private_link_service_connection_state": "privateLinkServiceConnectionState",
        "group_ids": "groupIds",
        "private_endpoint": "privateEndpoint",
        "provisioning_state": "provisioningState",
    },
):
    """Both ends of a connection and what has been decided on it. (schema
    `PrivateEndpointConnectionProperties`)
    """

    __schema__: ClassVar[str] = "PrivateEndpointConnectionProperties"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"groupIds", "provisioningState"})
    private_link_service_connection_state: PrivateLinkServiceConnectionState
    """Whether the owner of the application has let the endpoint in."""
    group_ids: list[str] | UnsetType = UNSET
    """Groups of the application that the endpoint reaches; `iotApp` alone. (read-only)"""
    private_endpoint: PrivateEndpoint | UnsetType = UNSET
    """The endpoint on the side of the virtual network."""
    provisioning_state: PrivateEndpointConnectionProvisioningState | UnsetType = UNSET
    """Progress of the last change to the connection; never seen on the wire. (read-only)"""


class PrivateLinkResource(Model, rename={"system_data": "systemData"}):
    """A group of an application that private endpoints can connect to. (schema `PrivateLinkResource`)"""

    __schema__: ClassVar[str] = "PrivateLinkResource"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    id: str | UnsetType = UNSET
    """ARM id of the part, the id of the application with two more segments. (read-only)"""
    name: str | UnsetType = UNSET
    """Last segment of that id. (read-only)"""
    type: str | UnsetType = UNSET
    """Type of the part, such as `Microsoft.IoTCentral/IoTApps/privateEndpointConnections`. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Record of creation and last change; not seen on the wire. (read-only)"""
    properties: PrivateLinkResourceProperties | UnsetType = UNSET
    """Names an endpoint for this group needs."""


class PrivateLinkResourceListResult(Model):
    """All groups of an application for private endpoints. (schema `PrivateLinkResourceListResult`)"""

    __schema__: ClassVar[str] = "PrivateLinkResourceListResult"
    value: list[PrivateLinkResource] | UnsetType = UNSET
    """The groups: one, `iotApp`."""


class PrivateLinkResourceProperties(
    Model,
    rename={
        "group_id": "groupId",
        "required_members": "requiredMembers",
        "required_zone_names": "requiredZoneNames",
    },
):
    """What a virtual network must resolve to reach a group. (schema `PrivateLinkResourceProperties`)"""

    __schema__: ClassVar[str] = "PrivateLinkResourceProperties"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"groupId", "requiredMembers"})
    group_id: str | UnsetType = UNSET
    """Id of the group, the same as the name of the resource. (read-only)"""
    required_members: list[str] | UnsetType = UNSET
    """First labels of the hosts: subdomain, hubs, provisioning service, Event Hubs. (read-only)"""
    required_zone_names: list[str] | UnsetType = UNSET
    """Private DNS zones to link, such as `privatelink.azureiotcentral.com`."""


class PrivateLinkServiceConnectionState(Model, rename={"actions_required": "actionsRequired"}):
    """Decision of the application's owner on a connection. (schema `PrivateLinkServiceConnectionState`)"""

    __schema__: ClassVar[str] = "PrivateLinkServiceConnectionState"
    status: PrivateEndpointServiceConnectionStatus | UnsetType = UNSET
    """The decision."""
    description: str | UnsetType = UNSET
    """Reason for it, shown on both sides; `Auto-approved` where nobody had to decide."""
    actions_required: str | UnsetType = UNSET
    """What the other side has to do still; the text `None` in all recordings."""


class Resource(Model, rename={"system_data": "systemData"}):
    """What every Azure resource has to be told apart. (schema `Resource`)"""

    __schema__: ClassVar[str] = "Resource"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    id: str | UnsetType = UNSET
    """Full ARM id, `/subscriptions/…/iotApps/<name>`, in the spelling of the create request. (read-only)"""
    name: str | UnsetType = UNSET
    """Resource name, the last part of the id. (read-only)"""
    type: str | UnsetType = UNSET
    """Always `Microsoft.IoTCentral/IoTApps`, whatever the spelling in the path. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Who made the resource and who changed it last; no recorded answer holds it. (read-only)"""


class ResourceV4(Model, rename={"system_data": "systemData"}):
    """Base of the parts of an application that have an ARM id of their own. (schema `ResourceV4`)"""

    __schema__: ClassVar[str] = "ResourceV4"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    id: str | UnsetType = UNSET
    """ARM id of the part, the id of the application with two more segments. (read-only)"""
    name: str | UnsetType = UNSET
    """Last segment of that id. (read-only)"""
    type: str | UnsetType = UNSET
    """Type of the part, such as `Microsoft.IoTCentral/IoTApps/privateEndpointConnections`. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Record of creation and last change; not seen on the wire. (read-only)"""


class SystemAssignedServiceIdentity(Model, rename={"principal_id": "principalId", "tenant_id": "tenantId"}):
    """Managed identity of the application, made and removed together with it. (schema
    `SystemAssignedServiceIdentity`)
    """

    __schema__: ClassVar[str] = "SystemAssignedServiceIdentity"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"principalId", "tenantId"})
    type: SystemAssignedServiceIdentityType
    """Whether the application has an identity."""
    principal_id: str | UnsetType = UNSET
    """Object id of the identity in Entra, to give it roles; only when there is one. (read-only)"""
    tenant_id: str | UnsetType = UNSET
    """Directory in which the identity lives, shown beside its object id. (read-only)"""


class SystemAssignedServiceIdentityPatch(Model):
    """Change of the managed identity. (schema `SystemAssignedServiceIdentityPatch`)"""

    __schema__: ClassVar[str] = "SystemAssignedServiceIdentityPatch"
    type: SystemAssignedServiceIdentityType | UnsetType = UNSET
    """`SystemAssigned` makes an identity, `None` takes it away together with its role assignments."""


class SystemData(
    Model,
    rename={
        "created_by": "createdBy",
        "created_by_type": "createdByType",
        "created_at": "createdAt",
        "last_modified_by": "lastModifiedBy",
        "last_modified_by_type": "lastModifiedByType",
        "last_modified_at": "lastModifiedAt",
    },
):
    """Record of who created a resource and who changed it last, kept by Resource Manager.

    (schema `SystemData`)
    """

    __schema__: ClassVar[str] = "SystemData"
    created_by: str | UnsetType = UNSET
    """Caller that made the resource: a user name or an application id."""
    created_by_type: CreatedByType | UnsetType = UNSET
    """Kind of the maker."""
    created_at: Timestamp | UnsetType = UNSET
    """Moment of creation, in UTC."""
    last_modified_by: str | UnsetType = UNSET
    """Caller behind the latest change."""
    last_modified_by_type: CreatedByType | UnsetType = UNSET
    """Kind of the latest caller."""
    last_modified_at: Timestamp | UnsetType = UNSET
    """Moment of the latest change, in UTC."""


class TrackedResource(Model, rename={"system_data": "systemData"}):
    """A resource that lives in a region and can be tagged. (schema `TrackedResource`)"""

    __schema__: ClassVar[str] = "TrackedResource"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type", "systemData"})
    location: str
    """Azure region, such as `eastus`. `EastUS` is accepted and answered in lower case. Fixed after
    creation.
    """
    id: str | UnsetType = UNSET
    """Full ARM id, `/subscriptions/…/iotApps/<name>`, in the spelling of the create request. (read-only)"""
    name: str | UnsetType = UNSET
    """Resource name, the last part of the id. (read-only)"""
    type: str | UnsetType = UNSET
    """Always `Microsoft.IoTCentral/IoTApps`, whatever the spelling in the path. (read-only)"""
    system_data: SystemData | UnsetType = UNSET
    """Who made the resource and who changed it last; no recorded answer holds it. (read-only)"""
    tags: dict[str, str] | UnsetType = UNSET
    """Labels for bookkeeping, names and values chosen freely. An empty object when there are none."""
