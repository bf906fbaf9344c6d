# Written by `python -m codegen generate` from specs/control-plane/2021-06-01.yaml. Do not edit: change the spec and run it again.
"""Models of control-plane 2021-06-01: what the operations take and answer."""

from __future__ import annotations

from typing import Any, ClassVar

from iotcentral._core.model import UNSET, Model, OpenStrEnum, UnsetType

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
    "CloudError",
    "CloudErrorBody",
    "Operation",
    "OperationDisplay",
    "OperationInputs",
    "OperationListResult",
    "Resource",
    "SystemAssignedServiceIdentity",
    "SystemAssignedServiceIdentityPatch",
    "SystemAssignedServiceIdentityType",
]


class AppState(OpenStrEnum):
    """Life of an application from the point of view of billing: `created` is the normal state, `suspended`
    one whose subscription is out of order.

    Any other value is kept as it is.
    """

    CREATED = "created"
    SUSPENDED = "suspended"


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


class App(Model):
    """An IoT Central application as Azure Resource Manager knows it: where it runs, what it costs, and how
    it is reached.

    (schema `App`)
    """

    __schema__: ClassVar[str] = "App"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type"})
    location: str
    """Azure region, such as `eastus`. `EastUS` is accepted and answered in lower case. Fixed after
    creation.
    """
    sku: AppSkuInfo
    """Pricing plan, which decides the messages included per device."""
    id: str | UnsetType = UNSET
    """Full ARM id, `/subscriptions/…/iotApps/<name>`, in the spelling of the create request. (read-only)"""
    name: str | UnsetType = UNSET
    """Resource name, the last part of the id: 3 to 100 letters, digits and `-`. (read-only)"""
    type: str | UnsetType = UNSET
    """Always `Microsoft.IoTCentral/IoTApps`, whatever the spelling in the path. (read-only)"""
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


class AppProperties(Model, rename={"application_id": "applicationId", "display_name": "displayName"}):
    """Name, address, origin and state of an application. (schema `AppProperties`)"""

    __schema__: ClassVar[str] = "AppProperties"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"applicationId", "state"})
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


class AppPropertiesPatch(Model, rename={"display_name": "displayName"}):
    """Settings of an application that may change after its creation. (schema `AppPropertiesPatch`)"""

    __schema__: ClassVar[str] = "AppPropertiesPatch"
    display_name: str | UnsetType = UNSET
    """New name for people; left out, the old one stays."""
    subdomain: str | UnsetType = UNSET
    """New first label of the address. The former one is free for anybody at once, so change links and
    devices first.
    """


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
    """Value to send as `location`; the example of this version has geographies such as `unitedstates`,
    later recordings regions. (read-only)
    """
    display_name: str | UnsetType = UNSET
    """The place as people write it, such as `United States`. (read-only)"""


class AppTemplatesResult(Model, rename={"next_link": "nextLink"}):
    """Part of the list of application templates. (schema `AppTemplatesResult`)"""

    __schema__: ClassVar[str] = "AppTemplatesResult"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"value"})
    next_link: str | UnsetType = UNSET
    """Next part, requested with GET although this list began with a POST."""
    value: list[AppTemplate] | UnsetType = UNSET
    """Templates in the order of the service. (read-only)"""


class CloudError(Model):
    """The body of every refusal. (schema `CloudError`)"""

    __schema__: ClassVar[str] = "CloudError"
    error: CloudErrorBody | UnsetType = UNSET
    """The fault itself."""


class CloudErrorBody(Model):
    """One fault, possibly with others inside. (schema `CloudErrorBody`)"""

    __schema__: ClassVar[str] = "CloudErrorBody"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"code", "message", "target"})
    code: str | UnsetType = UNSET
    """Code to branch on: a word such as `ResourceNotFound` from Resource Manager, a dotted number such as
    `400.200.006.026` from IoT Central. (read-only)
    """
    message: str | UnsetType = UNSET
    """Sentence for people, for example which plans are allowed. (read-only)"""
    target: str | UnsetType = UNSET
    """Member or resource that is at fault; absent from the recorded answer. (read-only)"""
    details: list[CloudErrorBody] | UnsetType = UNSET
    """Faults behind this one, of the same shape. Mostly absent."""


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


class Resource(Model):
    """What every Azure resource has: identity, place and tags. (schema `Resource`)"""

    __schema__: ClassVar[str] = "Resource"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "name", "type"})
    location: str
    """Azure region, such as `eastus`. `EastUS` is accepted and answered in lower case. Fixed after
    creation.
    """
    id: str | UnsetType = UNSET
    """Full ARM id, `/subscriptions/…/iotApps/<name>`, in the spelling of the create request. (read-only)"""
    name: str | UnsetType = UNSET
    """Resource name, the last part of the id: 3 to 100 letters, digits and `-`. (read-only)"""
    type: str | UnsetType = UNSET
    """Always `Microsoft.IoTCentral/IoTApps`, whatever the spelling in the path. (read-only)"""
    tags: dict[str, str] | UnsetType = UNSET
    """Labels for bookkeeping, names and values chosen freely. An empty object when there are none."""


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
