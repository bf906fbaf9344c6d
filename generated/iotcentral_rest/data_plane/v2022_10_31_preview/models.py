# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Models of data-plane 2022-10-31-preview: what the operations take and answer."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from iotcentral._core.model import UNKNOWN_TAG, UNSET, Model, OpenStrEnum, UnknownVariant, UnsetType
from iotcentral.times import Timestamp

__all__ = [
    "ADGroupUser",
    "AnyValue",
    "ApiToken",
    "ApiTokenCollection",
    "Attestation",
    "AttestationPatch",
    "AttestationType",
    "BarChartConfiguration",
    "BlobStorageV1Destination",
    "BlobStorageV1DestinationAuth",
    "BlobStorageV1DestinationConnectionStringAuth",
    "BlobStorageV1DestinationSystemAssignedManagedIdentityAuth",
    "CapabilityAggregateFunctionType",
    "CapabilityJobData",
    "CertificateEntry",
    "ChartFormatConfiguration",
    "CloudPropertyJobData",
    "Collection",
    "CommandJobData",
    "CommandTileConfiguration",
    "CountQueryRangeConfiguration",
    "Dashboard",
    "DashboardCollection",
    "DashboardPatch",
    "DataExplorerTileConfiguration",
    "DataExplorerV1Destination",
    "DataExplorerV1DestinationAuth",
    "DataExplorerV1DestinationServicePrincipalAuth",
    "DataExplorerV1DestinationSystemAssignedManagedIdentityAuth",
    "DataExportError",
    "DataExportStatus",
    "DateJobScheduleEnd",
    "DeploymentManifest",
    "DeploymentManifestCollection",
    "DeploymentManifestPatch",
    "Destination",
    "DestinationBase",
    "DestinationCollection",
    "DestinationExport",
    "DestinationPatch",
    "DestinationReference",
    "DestinationSource",
    "DestinationType",
    "Device",
    "DeviceCollection",
    "DeviceCommand",
    "DeviceCommandCollection",
    "DeviceCountTileConfiguration",
    "DeviceCredentials",
    "DeviceGroup",
    "DeviceGroupCollection",
    "DeviceGroupDeviceCollection",
    "DeviceGroupPatch",
    "DeviceManifestMigrationJobData",
    "DevicePatch",
    "DeviceProperties",
    "DevicePropertiesPatch",
    "DeviceRelationship",
    "DeviceRelationshipCollection",
    "DeviceRelationshipPatch",
    "DeviceTelemetry",
    "DeviceTemplate",
    "DeviceTemplateCollection",
    "DeviceTemplateMigrationJobData",
    "DeviceTemplatePatch",
    "DeviceType",
    "EmailUser",
    "Enrichment",
    "EnrollmentGroup",
    "EnrollmentGroupCollection",
    "EnrollmentGroupPatch",
    "EnrollmentGroupType",
    "Error",
    "ErrorDetails",
    "EventChartConfiguration",
    "EventHistoryChartConfiguration",
    "EventHubsV1Destination",
    "EventHubsV1DestinationAuth",
    "EventHubsV1DestinationConnectionStringAuth",
    "EventHubsV1DestinationSystemAssignedManagedIdentityAuth",
    "Export",
    "ExportCollection",
    "ExportDestination",
    "ExportPatch",
    "ExternalContentTileConfiguration",
    "FileUpload",
    "FileUploadPatch",
    "FileUploadState",
    "GroupAttestation",
    "GroupAttestationPatch",
    "GroupAttestationType",
    "GroupSymmetricKeyAttestation",
    "GroupTileConfiguration",
    "GroupX509Attestation",
    "HeatMapConfiguration",
    "ImageTileConfiguration",
    "ImageTileFormat",
    "ImageTileTextUnits",
    "Job",
    "JobBatch",
    "JobBatchType",
    "JobCancellationThreshold",
    "JobCancellationThresholdType",
    "JobCollection",
    "JobData",
    "JobDeviceStatus",
    "JobDeviceStatusCollection",
    "JobProgress",
    "JobRecurrence",
    "JobSchedule",
    "JobScheduleEnd",
    "JobSchedulePatch",
    "KpiTileConfiguration",
    "LabelTileConfiguration",
    "LineChartConfiguration",
    "LkvTileConfiguration",
    "MapFormatConfiguration",
    "MapPropertyConfiguration",
    "MapTelemetryConfiguration",
    "MapTileConfiguration",
    "MarkdownTileConfiguration",
    "OAuthRequestType",
    "OccurrencesJobScheduleEnd",
    "Organization",
    "OrganizationCollection",
    "OrganizationPatch",
    "Permission",
    "PieChartConfiguration",
    "PropertyJobData",
    "PropertyTileConfiguration",
    "QueryRangeConfiguration",
    "QueryRequest",
    "QueryResponse",
    "Role",
    "RoleAssignment",
    "RoleCollection",
    "ScheduledJob",
    "ScheduledJobCollection",
    "ScheduledJobPatch",
    "ServiceBusQueueV1Destination",
    "ServiceBusQueueV1DestinationAuth",
    "ServiceBusQueueV1DestinationConnectionStringAuth",
    "ServiceBusQueueV1DestinationSystemAssignedManagedIdentityAuth",
    "ServiceBusTopicV1Destination",
    "ServiceBusTopicV1DestinationAuth",
    "ServiceBusTopicV1DestinationConnectionStringAuth",
    "ServiceBusTopicV1DestinationSystemAssignedManagedIdentityAuth",
    "ServicePrincipalUser",
    "SigningX509",
    "SigningX509Certificate",
    "SigningX509CertificatePatch",
    "SigningX509Certificates",
    "SigningX509CertificatesPatch",
    "SigningX509Patch",
    "StateChartConfiguration",
    "StateHistoryChartConfiguration",
    "SymmetricKey",
    "SymmetricKeyAttestation",
    "SymmetricKeyPatch",
    "TextFormatConfiguration",
    "Tile",
    "TileCapability",
    "TileCapabilityConfiguration",
    "TileConfiguration",
    "TileTextSizeUnit",
    "TimeQueryRangeConfiguration",
    "TimeRangeDuration",
    "TimeRangeResolution",
    "Tpm",
    "TpmAttestation",
    "TpmPatch",
    "UnknownAttestation",
    "UnknownBlobStorageV1DestinationAuth",
    "UnknownDataExplorerV1DestinationAuth",
    "UnknownDestination",
    "UnknownEventHubsV1DestinationAuth",
    "UnknownGroupAttestation",
    "UnknownJobData",
    "UnknownJobScheduleEnd",
    "UnknownQueryRangeConfiguration",
    "UnknownServiceBusQueueV1DestinationAuth",
    "UnknownServiceBusTopicV1DestinationAuth",
    "UnknownTileConfiguration",
    "UnknownUser",
    "UnknownWebhookV1DestinationAuth",
    "User",
    "UserBase",
    "UserCollection",
    "UserPatch",
    "UserType",
    "WebhookV1Destination",
    "WebhookV1DestinationAuth",
    "WebhookV1DestinationCustomization",
    "WebhookV1DestinationHeaderAuth",
    "WebhookV1DestinationOAuthAuth",
    "X509",
    "X509Attestation",
    "X509Certificate",
    "X509CertificateInfo",
    "X509CertificatePatch",
    "X509Certificates",
    "X509CertificatesPatch",
    "X509Patch",
    "X509VerificationCertificate",
    "X509VerificationCode",
]


class CapabilityAggregateFunctionType(OpenStrEnum):
    """Way to condense values: `sum`, `count` (how many), `max`, `min` or `avg` (mean). `count` unless said
    otherwise.

    Any other value is kept as it is.
    """

    SUM = "sum"
    COUNT = "count"
    MAX = "max"
    MIN = "min"
    AVG = "avg"


class TileTextSizeUnit(OpenStrEnum):
    """Measure of text sizes in tiles. `pt` (points) is the one value.

    Any other value is kept as it is.
    """

    PT = "pt"


class TimeRangeDuration(OpenStrEnum):
    """Span of time as ISO 8601 duration, from half an hour (`PT30M`) to thirty days (`P30D`).

    Any other value is kept as it is.
    """

    PT30M = "PT30M"
    PT1H = "PT1H"
    PT12H = "PT12H"
    P1D = "P1D"
    P1W = "P1W"
    P30D = "P30D"


class TimeRangeResolution(OpenStrEnum):
    """Width of an interval as ISO 8601 duration, from a minute (`PT1M`) to a week (`P1W`).

    Any other value is kept as it is.
    """

    PT1M = "PT1M"
    PT5M = "PT5M"
    PT10M = "PT10M"
    PT30M = "PT30M"
    PT1H = "PT1H"
    PT12H = "PT12H"
    P1D = "P1D"
    P1W = "P1W"


class AttestationType(OpenStrEnum):
    """Known values of `AttestationPatch.type`.

    Any other value is kept as it is.
    """

    SYMMETRIC_KEY = "symmetricKey"
    TPM = "tpm"
    X509 = "x509"


class DestinationType(OpenStrEnum):
    """Known values of `DestinationPatch.type`.

    Any other value is kept as it is.
    """

    BLOBSTORAGE_V1 = "blobstorage@v1"
    DATAEXPLORER_V1 = "dataexplorer@v1"
    EVENTHUBS_V1 = "eventhubs@v1"
    SERVICEBUSQUEUE_V1 = "servicebusqueue@v1"
    SERVICEBUSTOPIC_V1 = "servicebustopic@v1"
    WEBHOOK_V1 = "webhook@v1"


class DeviceType(OpenStrEnum):
    """Known values of `Device.type`.

    Any other value is kept as it is.
    """

    IOT_EDGE = "iotEdge"


class EnrollmentGroupType(OpenStrEnum):
    """Known values of `EnrollmentGroup.type`.

    Any other value is kept as it is.
    """

    IOT = "iot"
    IOT_EDGE = "iotEdge"


class DestinationSource(OpenStrEnum):
    """Known values of `Export.source`.

    Any other value is kept as it is.
    """

    TELEMETRY = "telemetry"
    PROPERTIES = "properties"
    DEVICE_LIFECYCLE = "deviceLifecycle"
    DEVICE_TEMPLATE_LIFECYCLE = "deviceTemplateLifecycle"
    DEVICE_CONNECTIVITY = "deviceConnectivity"
    AUDIT = "audit"


class FileUploadState(OpenStrEnum):
    """Known values of `FileUpload.state`.

    Any other value is kept as it is.
    """

    PENDING = "pending"
    UPDATING = "updating"
    DELETING = "deleting"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


class GroupAttestationType(OpenStrEnum):
    """Known values of `GroupAttestationPatch.type`.

    Any other value is kept as it is.
    """

    SYMMETRIC_KEY = "symmetricKey"
    X509 = "x509"


class ImageTileTextUnits(OpenStrEnum):
    """Known values of `ImageTileFormat.textSizeUnit`.

    Any other value is kept as it is.
    """

    PX = "px"


class JobBatchType(OpenStrEnum):
    """Known values of `JobBatch.type`.

    Any other value is kept as it is.
    """

    NUMBER = "number"
    PERCENTAGE = "percentage"


class JobCancellationThresholdType(OpenStrEnum):
    """Known values of `JobCancellationThreshold.type`.

    Any other value is kept as it is.
    """

    NUMBER = "number"
    PERCENTAGE = "percentage"


class JobRecurrence(OpenStrEnum):
    """Known values of `JobSchedule.recurrence`.

    Any other value is kept as it is.
    """

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class UserType(OpenStrEnum):
    """Known values of `UserPatch.type`.

    Any other value is kept as it is.
    """

    AD_GROUP = "adGroup"
    EMAIL = "email"
    SERVICE_PRINCIPAL = "servicePrincipal"


class OAuthRequestType(OpenStrEnum):
    """Known values of `WebhookV1DestinationOAuthAuth.requestType`.

    Any other value is kept as it is.
    """

    AUTO = "auto"
    JSON = "json"
    URLENCODED = "urlencoded"


class CertificateEntry(OpenStrEnum):
    """Known values of the parameter `entry`.

    Any other value is kept as it is.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"


class ADGroupUser(
    Model, tag_field="type", tag="adGroup", rename={"tenant_id": "tenantId", "object_id": "objectId"}
):
    """A Microsoft Entra group admitted as one user: its members sign in with the roles given here. An
    application takes at most 20 such groups.

    (schema `ADGroupUser`)
    """

    __schema__: ClassVar[str] = "ADGroupUser"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    type: ClassVar[Literal["adGroup"]] = "adGroup"
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """
    tenant_id: str
    """Directory (tenant) in which the group lives, a GUID."""
    object_id: str
    """Object id of the group in that directory, a GUID."""
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class ApiToken(Model):
    """A long-lived key to the API of one application, with roles of its own. It can be made, read and
    revoked, but not changed.

    (schema `ApiToken`)
    """

    __schema__: ClassVar[str] = "ApiToken"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "token"})
    __secret__: ClassVar[frozenset[str]] = frozenset({"token"})
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """
    id: str | UnsetType = UNSET
    """Name of the token, as in the URL that created it; it reappears as `skn` inside the token text.
    (read-only)
    """
    token: str | UnsetType = UNSET
    """The secret itself, `SharedAccessSignature sr=…&sig=…&skn=…&se=…`, to be sent unchanged as the
    Authorization header. Given out once, in the answer to the creation. (read-only)
    """
    expiry: Timestamp | UnsetType = UNSET
    """Moment (UTC) from which the token is refused; equal to the milliseconds in its `se` part. May be
    asked for on creation, else about one year ahead.
    """


class ApiTokenCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the API tokens of an application, without their secrets. (schema `ApiTokenCollection`)"""

    __schema__: ClassVar[str] = "ApiTokenCollection"
    value: list[ApiToken]
    """Tokens known to the application, each by id, roles and expiry; the token text is never among them."""
    next_link: str | UnsetType = UNSET
    """Address of the rest of the tokens; absent once all have been listed."""


class AttestationPatch(Model, rename={"symmetric_key": "symmetricKey"}):
    """Changes to a device's own attestation. Name the parts to change; the present kind stays unless
    `type` says otherwise.

    (schema `AttestationPatch`)
    """

    __schema__: ClassVar[str] = "AttestationPatch"
    type: AttestationType | UnsetType = UNSET
    """Kind the attestation shall have. Leave it out to stay with the present kind; on a change send the
    block of the new kind too.
    """
    symmetric_key: SymmetricKeyPatch | None | UnsetType = UNSET
    """Keys to exchange. Null drops the shared keys when moving to another kind; absence keeps them."""
    tpm: TpmPatch | None | UnsetType = UNSET
    """New endorsement data. Null removes the TPM block, absence leaves it untouched."""
    x509: X509Patch | None | UnsetType = UNSET
    """Certificates to exchange. Null takes the certificate block away; without it nothing changes there."""


class BarChartConfiguration(Model, tag_field="type", tag="barChart", rename={"query_range": "queryRange"}):
    """Condensed telemetry of one or more devices as bars. (schema `BarChartConfiguration`)"""

    __schema__: ClassVar[str] = "BarChartConfiguration"
    type: ClassVar[Literal["barChart"]] = "barChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time the bars cover."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: ChartFormatConfiguration | UnsetType = UNSET
    """Axes and legend around the bars."""


class BlobStorageV1Destination(
    Model,
    tag_field="type",
    tag="blobstorage@v1",
    rename={"display_name": "displayName", "last_export_time": "lastExportTime"},
):
    """Azure Blob Storage; files are written about once a minute. (schema `BlobStorageV1Destination`)"""

    __schema__: ClassVar[str] = "BlobStorageV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["blobstorage@v1"]] = "blobstorage@v1"
    display_name: str
    """Name of the destination for people."""
    authorization: BlobStorageV1DestinationAuth
    """Which container, and how the service gets in."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class BlobStorageV1DestinationConnectionStringAuth(
    Model,
    tag_field="type",
    tag="connectionString",
    rename={"connection_string": "connectionString", "container_name": "containerName"},
):
    """Access to blob storage with the account key. (schema `BlobStorageV1DestinationConnectionStringAuth`)"""

    __schema__: ClassVar[str] = "BlobStorageV1DestinationConnectionStringAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    type: ClassVar[Literal["connectionString"]] = "connectionString"
    connection_string: str
    """`DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…;EndpointSuffix=core.windows.net`. Answers
    put `*****` for the key.
    """
    container_name: str
    """Name of the container to write into."""


class BlobStorageV1DestinationSystemAssignedManagedIdentityAuth(
    Model,
    tag_field="type",
    tag="systemAssignedManagedIdentity",
    rename={"endpoint_uri": "endpointUri", "container_name": "containerName"},
):
    """Access to blob storage as the managed identity of the application; no secret is stored.

    (schema `BlobStorageV1DestinationSystemAssignedManagedIdentityAuth`)
    """

    __schema__: ClassVar[str] = "BlobStorageV1DestinationSystemAssignedManagedIdentityAuth"
    type: ClassVar[Literal["systemAssignedManagedIdentity"]] = "systemAssignedManagedIdentity"
    endpoint_uri: str
    """Address of the storage account's blob service."""
    container_name: str
    """Container the identity may write to."""


class CapabilityJobData(Model):
    """Common part of the steps aimed at one capability of a template. (schema `CapabilityJobData`)"""

    __schema__: ClassVar[str] = "CapabilityJobData"
    target: str
    """`@id` of the device template that defines the capability, not of its model."""
    path: str
    """Name of the capability, or `component.name` for one inside a component."""
    value: Any = UNSET
    """Value to set or argument to pass, in the shape the template gives it. May be left out for a command
    without argument.
    """


class ChartFormatConfiguration(
    Model,
    rename={
        "x_axis_enabled": "xAxisEnabled",
        "y_axis_enabled": "yAxisEnabled",
        "legend_enabled": "legendEnabled",
    },
):
    """What is drawn around a chart. (schema `ChartFormatConfiguration`)"""

    __schema__: ClassVar[str] = "ChartFormatConfiguration"
    x_axis_enabled: bool | UnsetType = UNSET
    """Whether the horizontal axis is drawn; true if absent."""
    y_axis_enabled: bool | UnsetType = UNSET
    """Whether the vertical axis is drawn, which it is unless switched off."""
    legend_enabled: bool | UnsetType = UNSET
    """Whether a legend names the lines or areas. On by default."""


class CloudPropertyJobData(Model, tag_field="type", tag="cloudProperty"):
    """Step that writes a cloud property, which the device itself never sees. (schema
    `CloudPropertyJobData`)
    """

    __schema__: ClassVar[str] = "CloudPropertyJobData"
    type: ClassVar[Literal["cloudProperty"]] = "cloudProperty"
    target: str
    """`@id` of the device template that defines the capability, not of its model."""
    path: str
    """Name of the capability, or `component.name` for one inside a component."""
    value: Any = UNSET
    """Value to set or argument to pass, in the shape the template gives it. May be left out for a command
    without argument.
    """


class Collection(Model, rename={"next_link": "nextLink"}):
    """A page of components or modules, described by the JSON of their model. The items have no schema
    upstream.

    (schema `Collection`)
    """

    __schema__: ClassVar[str] = "Collection"
    value: list[dict[str, Any]]
    """Components or modules, each with `@type`, `name` and at times `displayName`. Empty for a device
    without a template.
    """
    next_link: str | UnsetType = UNSET
    """Rest of the components or modules on another page; no answer with one has been published."""


class CommandJobData(Model, tag_field="type", tag="command"):
    """Step that calls a command on each device. (schema `CommandJobData`)"""

    __schema__: ClassVar[str] = "CommandJobData"
    type: ClassVar[Literal["command"]] = "command"
    target: str
    """`@id` of the device template that defines the capability, not of its model."""
    path: str
    """Name of the capability, or `component.name` for one inside a component."""
    value: Any = UNSET
    """Value to set or argument to pass, in the shape the template gives it. May be left out for a command
    without argument.
    """


class CommandTileConfiguration(Model, tag_field="type", tag="command"):
    """A button that runs a command on a device. (schema `CommandTileConfiguration`)"""

    __schema__: ClassVar[str] = "CommandTileConfiguration"
    type: ClassVar[Literal["command"]] = "command"
    command: str
    """Name of the command to run, as a capability of the template."""
    device: Any
    """Id of the device to run it on. Expect text, as in one of the forms upstream; the other leaves the
    type open.
    """
    group: str | UnsetType = UNSET
    """Id of the group the device is picked from; required by one of the two upstream forms."""


class CountQueryRangeConfiguration(Model, tag_field="type", tag="count"):
    """The last values, whenever they came. Known for line charts only. (schema
    `CountQueryRangeConfiguration`)
    """

    __schema__: ClassVar[str] = "CountQueryRangeConfiguration"
    type: ClassVar[Literal["count"]] = "count"
    count: int
    """How many values; 100 is the only number allowed."""


class Dashboard(Model, rename={"display_name": "displayName"}):
    """A page of tiles in the web application, for the whole application or for one organization.

    (schema `Dashboard`)
    """

    __schema__: ClassVar[str] = "Dashboard"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "personal"})
    display_name: str
    """Name under which people pick the dashboard; at least one character."""
    id: str | UnsetType = UNSET
    """Id from the URL. Those the web interface gives look like `dtmi:kkfvwa2xi:p7pyt5x38`. (read-only)"""
    tiles: list[Tile] | UnsetType = UNSET
    """What is on the page, up to 100 tiles. They may be listed in any order, since each says its own
    place.
    """
    personal: bool | UnsetType = UNSET
    """True for a dashboard only its owner sees. Such ones are made in the web interface alone. (read-only)"""
    favorite: bool | UnsetType = UNSET
    """Whether it stands among the favourites; false unless set."""
    etag: str | UnsetType = UNSET
    """Opaque mark of the stored dashboard, for `If-Match`. No published answer carries one."""
    organizations: list[str] | UnsetType = UNSET
    """Organization whose members see the dashboard, by id. Absent for one that belongs to the whole
    application.
    """


class DashboardCollection(Model, rename={"next_link": "nextLink"}):
    """One page of dashboards with all their tiles. (schema `DashboardCollection`)"""

    __schema__: ClassVar[str] = "DashboardCollection"
    value: list[Dashboard]
    """Dashboards the caller may see, the default one of the application among them."""
    next_link: str | UnsetType = UNSET
    """Absolute URL that goes on with the dashboards, if they did not fit."""


class DashboardPatch(Model, rename={"display_name": "displayName"}):
    """Changes to a dashboard. A member left out stays; `personal` cannot be changed. (schema
    `DashboardPatch`)
    """

    __schema__: ClassVar[str] = "DashboardPatch"
    display_name: str | UnsetType = UNSET
    """New name for the page; stays when absent, cannot be emptied."""
    tiles: list[Tile] | UnsetType = UNSET
    """The complete new set of tiles; any tile not repeated here is gone. Leave it out to keep the page as
    it is.
    """
    favorite: bool | UnsetType = UNSET
    """True puts the dashboard among the favourites, false takes it out, absence does neither."""
    etag: str | UnsetType = UNSET
    """Mark of the dashboard the change builds on; better sent as `If-Match`."""
    organizations: list[str] | None | UnsetType = UNSET
    """Organization to give the dashboard to. Null gives it back to the whole application, absence leaves
    it.
    """


class DataExplorerTileConfiguration(
    Model, tag_field="type", tag="dataExplorer", rename={"query_range": "queryRange"}
):
    """The result of a query made in the data explorer of the web interface. (schema
    `DataExplorerTileConfiguration`)
    """

    __schema__: ClassVar[str] = "DataExplorerTileConfiguration"
    type: ClassVar[Literal["dataExplorer"]] = "dataExplorer"
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time the explorer query runs over."""
    query: str | UnsetType = UNSET
    """The explorer query to show. Its form is not published; no example has one."""


class DataExplorerV1Destination(
    Model,
    tag_field="type",
    tag="dataexplorer@v1",
    rename={"display_name": "displayName", "cluster_url": "clusterUrl", "last_export_time": "lastExportTime"},
):
    """A table in Azure Data Explorer. (schema `DataExplorerV1Destination`)"""

    __schema__: ClassVar[str] = "DataExplorerV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["dataexplorer@v1"]] = "dataexplorer@v1"
    display_name: str
    """Name of the destination for people."""
    cluster_url: str
    """Address of the cluster, such as `https://contoso.westus2.kusto.windows.net`."""
    database: str
    """Database in the cluster."""
    table: str
    """Table that takes the rows."""
    authorization: DataExplorerV1DestinationAuth
    """Who writes to the table."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class DataExplorerV1DestinationServicePrincipalAuth(
    Model,
    tag_field="type",
    tag="servicePrincipal",
    rename={"client_id": "clientId", "tenant_id": "tenantId", "client_secret": "clientSecret"},
):
    """Access to Data Explorer as a service principal. (schema
    `DataExplorerV1DestinationServicePrincipalAuth`)
    """

    __schema__: ClassVar[str] = "DataExplorerV1DestinationServicePrincipalAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"clientSecret"})
    type: ClassVar[Literal["servicePrincipal"]] = "servicePrincipal"
    client_id: str
    """Application (client) id of the service principal."""
    tenant_id: str
    """Tenant that the service principal belongs to."""
    client_secret: str
    """Secret of the service principal; `*****` in answers."""


class DataExplorerV1DestinationSystemAssignedManagedIdentityAuth(
    Model, tag_field="type", tag="systemAssignedManagedIdentity"
):
    """Access to Data Explorer as the managed identity of the application; nothing else to say.

    (schema `DataExplorerV1DestinationSystemAssignedManagedIdentityAuth`)
    """

    __schema__: ClassVar[str] = "DataExplorerV1DestinationSystemAssignedManagedIdentityAuth"
    type: ClassVar[Literal["systemAssignedManagedIdentity"]] = "systemAssignedManagedIdentity"


class DataExportError(Model):
    """One reason why an export does not get through. (schema `DataExportError`)"""

    __schema__: ClassVar[str] = "DataExportError"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"code", "message"})
    code: str | UnsetType = UNSET
    """Word or number to tell this failure from others. No value has been published. (read-only)"""
    message: str | UnsetType = UNSET
    """Explanation for people. (read-only)"""


class DataExportStatus(Model, rename={"last_export_time": "lastExportTime"}):
    """How a destination or an export is doing; written by the service alone. (schema `DataExportStatus`)"""

    __schema__: ClassVar[str] = "DataExportStatus"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime"})
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""


class DateJobScheduleEnd(Model, tag_field="type", tag="date"):
    """End of the repetition by date. (schema `DateJobScheduleEnd`)"""

    __schema__: ClassVar[str] = "DateJobScheduleEnd"
    type: ClassVar[Literal["date"]] = "date"
    date: str
    """Day on which the repetition ends, such as `2022-12-30`, without a time. Whether a run on that very
    day still happens is nowhere said.
    """


class DeploymentManifest(Model, rename={"display_name": "displayName"}):
    """Modules and settings for an IoT Edge device, in the form IoT Edge itself defines, kept under an id.

    (schema `DeploymentManifest`)
    """

    __schema__: ClassVar[str] = "DeploymentManifest"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    data: dict[str, Any]
    """The manifest proper: `modulesContent` with `$edgeAgent` (runtime, modules to run), `$edgeHub`
    (routes) and settings by module.
    """
    id: str | UnsetType = UNSET
    """Id of the stored manifest, from the URL. (read-only)"""
    display_name: str | UnsetType = UNSET
    """Name people see when they pick a manifest; at least one character if given."""
    etag: str | UnsetType = UNSET
    """Opaque mark of the manifest: a bare GUID in the specification's examples, a quoted tag in the
    how-to.
    """
    organizations: list[str] | UnsetType = UNSET
    """Organization that owns the manifest: a list of exactly one id. Absent at the root."""


class DeploymentManifestCollection(Model, rename={"next_link": "nextLink"}):
    """One page of edge manifests, each in full. (schema `DeploymentManifestCollection`)"""

    __schema__: ClassVar[str] = "DeploymentManifestCollection"
    value: list[DeploymentManifest]
    """Manifests of the application the caller may see."""
    next_link: str | UnsetType = UNSET
    """Where the listing of manifests goes on; not sent at its end."""


class DeploymentManifestPatch(Model, rename={"display_name": "displayName"}):
    """Changes to a stored manifest. Objects inside `data` merge, so one setting can be changed alone.

    (schema `DeploymentManifestPatch`)
    """

    __schema__: ClassVar[str] = "DeploymentManifestPatch"
    display_name: str | UnsetType = UNSET
    """New name of the manifest; stays when absent."""
    data: dict[str, Any] | UnsetType = UNSET
    """The parts of the manifest to change, nested as in the whole. What is not named stays; lists are
    replaced.
    """
    etag: str | UnsetType = UNSET
    """Mark of the manifest as read; the header `If-Match` is the declared place for it."""
    organizations: list[str] | UnsetType = UNSET
    """The one organization to hand the manifest to, as a list; absent, the owner stays."""


class DestinationBase(Model, rename={"display_name": "displayName", "last_export_time": "lastExportTime"}):
    """What destinations of every type have in common. (schema `DestinationBase`)"""

    __schema__: ClassVar[str] = "DestinationBase"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    display_name: str
    """Name of the destination for people."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class DestinationCollection(Model, rename={"next_link": "nextLink"}):
    """One page of destinations, of all types mixed. (schema `DestinationCollection`)"""

    __schema__: ClassVar[str] = "DestinationCollection"
    value: list[Destination]
    """Destinations with masked secrets."""
    next_link: str | UnsetType = UNSET
    """More destinations, if any; ten is the documented most, so it is seldom there."""


class DestinationExport(Model, rename={"display_name": "displayName", "last_export_time": "lastExportTime"}):
    """An export as seen from one destination. Defined upstream, but no operation answers with it.

    (schema `DestinationExport`)
    """

    __schema__: ClassVar[str] = "DestinationExport"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    display_name: str
    """Name of the export for people."""
    enabled: bool
    """True to send, false to hold. What happens while it is false is not sent later."""
    source: DestinationSource
    """Kind of data: telemetry, changes of properties, connects and disconnects, the coming and going of
    devices or templates, or the audit log.
    """
    destinations: list[DestinationReference]
    """Where to send, by id; at most 10 are documented. Empty in `Destinations_ListExports`."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id of the definition, as it stands in the URL. (read-only)"""
    filter: str | UnsetType = UNSET
    """Which of the data to send, as in `SELECT * FROM devices WHERE $displayName != "abc" AND $id = "a"`.
    Without it everything of `source` goes out.
    """
    enrichments: dict[str, Enrichment] | UnsetType = UNSET
    """Additions to each message, by the name they get there."""
    transform: str | UnsetType = UNSET
    """The jq text used on the way to that destination."""


class DestinationPatch(
    Model,
    rename={
        "display_name": "displayName",
        "cluster_url": "clusterUrl",
        "query_customizations": "queryCustomizations",
        "header_customizations": "headerCustomizations",
    },
):
    """Changes to a destination. Which members make sense depends on the stored type. (schema
    `DestinationPatch`)
    """

    __schema__: ClassVar[str] = "DestinationPatch"
    type: DestinationType | UnsetType = UNSET
    """Type of the destination, only to be echoed: it cannot be changed (grade D, EXP)."""
    display_name: str | UnsetType = UNSET
    """New name for people; the old one holds if this is left out."""
    cluster_url: str | UnsetType = UNSET
    """Other Data Explorer cluster; for that type alone."""
    database: str | UnsetType = UNSET
    """Other database in the cluster, Data Explorer only."""
    table: str | UnsetType = UNSET
    """Other table to write to, for Data Explorer."""
    url: str | UnsetType = UNSET
    """New address to post to, for a webhook."""
    query_customizations: dict[str, WebhookV1DestinationCustomization] | UnsetType = UNSET
    """Query parameters of a webhook to add or replace, by name; others stay."""
    header_customizations: dict[str, WebhookV1DestinationCustomization] | UnsetType = UNSET
    """Headers of a webhook to add or replace; those not named stay."""
    authorization: dict[str, Any] | UnsetType = UNSET
    """Members of the authorization to change, with real secrets. When going over to another form, send
    that form whole with its `type`.
    """


class DestinationReference(Model):
    """One destination of an export. (schema `DestinationReference`)"""

    __schema__: ClassVar[str] = "DestinationReference"
    id: str
    """Id of the destination, which has to exist."""
    transform: str | UnsetType = UNSET
    """jq text that turns each message into the shape wanted there, for example `{ ApplicationId:
    .applicationId, DeviceName: .device.name }`. Messages go out unchanged without it.
    """


class Device(Model, rename={"display_name": "displayName", "deployment_manifest": "deploymentManifest"}):
    """A device as the application knows it: its identity, the template that gives it a shape, and where it
    stands. Properties, telemetry and keys have routes of their own.

    (schema `Device`)
    """

    __schema__: ClassVar[str] = "Device"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "provisioned"})
    id: str | UnsetType = UNSET
    """Identity of the device, taken from the URL and also its registration id with the provisioning
    service. Upper and lower case differ. (read-only)
    """
    etag: str | UnsetType = UNSET
    """Opaque mark of the stored state, new after each change. Send it as `If-Match` to change the device
    only if nobody else has.
    """
    display_name: str | UnsetType = UNSET
    """Name shown to people, at most 148 characters. The service fills in the id when none is given."""
    template: str | UnsetType = UNSET
    """`@id` of a device template in this application. Absent as long as the device is unassigned."""
    enabled: bool | UnsetType = UNSET
    """Whether the device may connect; true unless set otherwise. False blocks it and keeps its data."""
    provisioned: bool | UnsetType = UNSET
    """True from the first registration with the provisioning service on. A simulated device with a
    template turns true some seconds after it is made. (read-only)
    """
    simulated: bool | UnsetType = UNSET
    """True for a device whose telemetry the application makes up. False by default; at most 100 simulated
    devices an application.
    """
    organizations: list[str] | UnsetType = UNSET
    """The one organization the device belongs to, as a list of a single id. Absent for a device at the
    root.
    """
    type: list[DeviceType] | UnsetType = UNSET
    """`["iotEdge"]` for an IoT Edge device, absent for others. Set on creation, never changed."""
    deployment_manifest: DeploymentManifest | UnsetType = UNSET
    """Edge manifest of the device; for edge devices only. Taken to be answered only with
    `expand=deploymentManifest`.
    """


class DeviceCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the devices the caller may see. (schema `DeviceCollection`)"""

    __schema__: ClassVar[str] = "DeviceCollection"
    value: list[Device]
    """Devices on this page: 25, or as many as `maxpagesize` allows. No order is promised without
    `orderby`.
    """
    next_link: str | UnsetType = UNSET
    """Absolute URL of the next page of devices, with the paging token already in it. Whoever does not
    follow it sees only the first 25.
    """


class DeviceCommand(
    Model,
    rename={
        "connection_timeout": "connectionTimeout",
        "response_timeout": "responseTimeout",
        "response_code": "responseCode",
    },
):
    """One call of a command: what to send and how long to wait, and in an answer what the device said.

    (schema `DeviceCommand`)
    """

    __schema__: ClassVar[str] = "DeviceCommand"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "response", "responseCode"})
    id: str | UnsetType = UNSET
    """GUID the service gives this call; not in every answer. (read-only)"""
    connection_timeout: int | UnsetType = UNSET
    """Seconds to wait for a device that is not connected, 0 to 30. The default 0 fails at once."""
    response_timeout: int | UnsetType = UNSET
    """Seconds the connected device has for its answer, 5 to 30; 30 when left out."""
    request: Any = UNSET
    """Argument of the command in the shape its template declares; any JSON. Leave it out if the command
    takes none. Echoed in the answer.
    """
    response: Any = UNSET
    """What the device returned, in the shape the template declares. Absent when it returned nothing or the
    command was only queued. (read-only)
    """
    response_code: int | UnsetType = UNSET
    """Status the device itself gave, such as 200 or 404. It says nothing about the HTTP status and is
    absent for queued commands. (read-only)
    """


class DeviceCommandCollection(Model, rename={"next_link": "nextLink"}):
    """The past calls of one command on one device, in truth the latest only. (schema
    `DeviceCommandCollection`)
    """

    __schema__: ClassVar[str] = "DeviceCommandCollection"
    value: list[DeviceCommand]
    """The latest call of the command as the only item; empty if it was never called."""
    next_link: str | UnsetType = UNSET
    """Further calls, should the service ever list more than the last."""


class DeviceCountTileConfiguration(Model, tag_field="type", tag="deviceCount"):
    """The number of devices in a group. (schema `DeviceCountTileConfiguration`)"""

    __schema__: ClassVar[str] = "DeviceCountTileConfiguration"
    type: ClassVar[Literal["deviceCount"]] = "deviceCount"
    group: str | UnsetType = UNSET
    """Id of the group to count. It is optional upstream; what is counted without it is not said."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the count."""


class DeviceCredentials(Model, rename={"id_scope": "idScope", "symmetric_key": "symmetricKey"}):
    """What a device needs to connect: the scope of the application and the device's own proof of identity.
    Exactly one of `symmetricKey`, `x509` and `tpm` is to be expected.

    (schema `DeviceCredentials`)
    """

    __schema__: ClassVar[str] = "DeviceCredentials"
    id_scope: str
    """Id scope of the application's provisioning service, for example `0ne003E64EF`; the same for all its
    devices.
    """
    symmetric_key: SymmetricKey | UnsetType = UNSET
    """The device's pair of keys, where it authenticates by SAS."""
    x509: X509 | UnsetType = UNSET
    """Client certificates accepted for this device. Missing unless it authenticates by certificate."""
    tpm: Tpm | UnsetType = UNSET
    """Endorsement key of the device's TPM chip; only for TPM attestation."""


class DeviceGroup(Model, rename={"display_name": "displayName"}):
    """A named query over devices. Who belongs to it follows from `filter` at the time of reading; nobody
    adds members by hand.

    (schema `DeviceGroup`)
    """

    __schema__: ClassVar[str] = "DeviceGroup"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    display_name: str
    """Name by which people find the group; jobs show it."""
    filter: str
    """Query that picks the members, such as `SELECT * FROM devices WHERE $template =
    "dtmi:contoso:mythermostattemplate;1" AND $provisioned = true`. Strings stand in double quotes.
    """
    id: str | UnsetType = UNSET
    """Id from the URL, or a GUID for groups made by the web interface or along with a template.
    (read-only)
    """
    description: str | UnsetType = UNSET
    """What the group is for, in free words; absent if nobody wrote any."""
    etag: str | UnsetType = UNSET
    """Opaque mark of the group's stored definition; has nothing to do with its members coming and going."""
    organizations: list[str] | UnsetType = UNSET
    """Organization in whose subtree the group looks for devices, as a list of one id. Absent means the
    whole application.
    """


class DeviceGroupCollection(Model, rename={"next_link": "nextLink"}):
    """One page of device groups. (schema `DeviceGroupCollection`)"""

    __schema__: ClassVar[str] = "DeviceGroupCollection"
    value: list[DeviceGroup]
    """Groups the caller may see, among them those the service makes for each template."""
    next_link: str | UnsetType = UNSET
    """Link to more device groups; follow it until an answer comes without one."""


class DeviceGroupDeviceCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the devices that match a group's filter right now. (schema
    `DeviceGroupDeviceCollection`)
    """

    __schema__: ClassVar[str] = "DeviceGroupDeviceCollection"
    value: list[Device]
    """Members of the group at this moment. They come without `etag` in the published example."""
    next_link: str | UnsetType = UNSET
    """Continues the list of members; the token in it belongs to this query alone."""


class DeviceGroupPatch(Model, rename={"display_name": "displayName"}):
    """Changes to a device group's definition. (schema `DeviceGroupPatch`)"""

    __schema__: ClassVar[str] = "DeviceGroupPatch"
    display_name: str | UnsetType = UNSET
    """New name of the group, not clearable; the name stays when this is absent."""
    filter: str | UnsetType = UNSET
    """New query, in full; it changes the members at once. Absence keeps the present query."""
    description: str | None | UnsetType = UNSET
    """New wording of the purpose. Null wipes it, absence leaves it."""
    etag: str | UnsetType = UNSET
    """Mark of the definition this change is based on; the header `If-Match` is where the service is told
    to look.
    """
    organizations: list[str] | None | UnsetType = UNSET
    """Organization to move the group to, as a list of one id. Null lets the group see the whole
    application again; absent, it stays put.
    """


class DeviceManifestMigrationJobData(Model, tag_field="type", tag="deviceManifestMigration"):
    """Step that gives each edge device another deployment manifest. (schema
    `DeviceManifestMigrationJobData`)
    """

    __schema__: ClassVar[str] = "DeviceManifestMigrationJobData"
    type: ClassVar[Literal["deviceManifestMigration"]] = "deviceManifestMigration"
    manifest: str
    """Id of the stored deployment manifest the devices shall run."""


class DevicePatch(Model, rename={"display_name": "displayName", "deployment_manifest": "deploymentManifest"}):
    """Changes to a device. Members left out keep their values; `id` and `provisioned` are the service's
    own and are ignored when echoed.

    (schema `DevicePatch`)
    """

    __schema__: ClassVar[str] = "DevicePatch"
    etag: str | UnsetType = UNSET
    """Mark from the last read. Its place is the header `If-Match`; what it does in a body is not
    documented.
    """
    display_name: str | UnsetType = UNSET
    """New name for people to see. Leave it out to keep the present one; null is not taken."""
    template: str | None | UnsetType = UNSET
    """Template to move the device to, by its `@id`. Null makes the device unassigned; absence keeps the
    present template.
    """
    enabled: bool | UnsetType = UNSET
    """True lets the device connect, false blocks it; unchanged when absent."""
    simulated: bool | UnsetType = UNSET
    """Switches the made-up telemetry on or off. Absence leaves it as it was."""
    organizations: list[str] | None | UnsetType = UNSET
    """Where to move the device: a list with one organization id, replacing the old list. Null returns it
    to the root. Telemetry already stored stays behind with the former organization.
    """
    deployment_manifest: DeploymentManifestPatch | None | UnsetType = UNSET
    """Changes to the edge manifest, merged into it. Null would take the manifest away; absent, it stays.
    `Devices_ApplyManifest` is the documented way.
    """


class DeviceRelationship(Model):
    """A directed link between two devices, mostly from a gateway to a device behind it.

    (schema `DeviceRelationship`)
    """

    __schema__: ClassVar[str] = "DeviceRelationship"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    id: str | UnsetType = UNSET
    """Id of the link within its device, as in the URL. (read-only)"""
    source: str | UnsetType = UNSET
    """Id of the device the link starts from, usually the gateway."""
    target: str | UnsetType = UNSET
    """Id of the device the link leads to, usually the one downstream."""


class DeviceRelationshipCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the links that start or end at a device. A new link can take minutes to show.

    (schema `DeviceRelationshipCollection`)
    """

    __schema__: ClassVar[str] = "DeviceRelationshipCollection"
    value: list[DeviceRelationship]
    """Links in which the device of the URL is `source` or `target`."""
    next_link: str | UnsetType = UNSET
    """The next links of this device, if there are more; otherwise not sent."""


class DeviceRelationshipPatch(Model):
    """Changes to a link between devices; in practice a new far end. (schema `DeviceRelationshipPatch`)"""

    __schema__: ClassVar[str] = "DeviceRelationshipPatch"
    source: str | UnsetType = UNSET
    """Id of the device the link shall start from. Absence keeps the present one; a link without a start
    cannot be, so null is not taken.
    """
    target: str | UnsetType = UNSET
    """Id of the device the link shall lead to; left out, it keeps pointing where it did."""


class DeviceTelemetry(Model):
    """The last value a device sent for one telemetry name. For earlier ones ask `Query_Run`.

    (schema `DeviceTelemetry`)
    """

    __schema__: ClassVar[str] = "DeviceTelemetry"
    value: Any = UNSET
    """The value as sent, in whatever shape the template gives that telemetry: number, text, object and so
    on.
    """
    timestamp: Timestamp | UnsetType = UNSET
    """When the value was recorded, UTC with milliseconds."""


class DeviceTemplate(
    Model,
    rename={
        "at_type": "@type",
        "capability_model": "capabilityModel",
        "at_id": "@id",
        "at_context": "@context",
        "display_name": "displayName",
    },
):
    """A published device template: a DTDL v2 interface with the additions of IoT Central, such as cloud
    properties. Views are not part of it and cannot be reached by the API.

    (schema `DeviceTemplate`)
    """

    __schema__: ClassVar[str] = "DeviceTemplate"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"@id"})
    at_type: list[str]
    """What the document is: `["ModelDefinition", "DeviceModel"]`, always as a list. A plain string is
    refused.
    """
    capability_model: dict[str, Any]
    """The device model: a DTDL interface with its own `@id` and `contents` (telemetry, properties,
    commands, components), at most 300 capabilities. `extends` may hold further interfaces.
    """
    at_id: str | UnsetType = UNSET
    """Id of the template, the one in the URL and the one devices point at; a DTMI such as
    `dtmi:contoso:mythermostattemplate;1`, or an old `urn:`. Never the same as `capabilityModel.@id`.
    (read-only)
    """
    at_context: list[str] | UnsetType = UNSET
    """Vocabularies in use, normally `dtmi:iotcentral:context;2` and `dtmi:dtdl:context;2`, in this order."""
    etag: str | UnsetType = UNSET
    """Opaque mark that changes with the content: quotes, a tilde and a base64 hash, the quotes being part
    of the value.
    """
    display_name: str | dict[str, str] | UnsetType = UNSET
    """Name of the template for people, as text or a text by language; the default views carry it too."""
    description: str | dict[str, str] | UnsetType = UNSET
    """What kind of device the template is for, as text or a text by language; absent if not written."""


class DeviceTemplateCollection(Model, rename={"next_link": "nextLink"}):
    """One page of published device templates; drafts are not listed. (schema `DeviceTemplateCollection`)"""

    __schema__: ClassVar[str] = "DeviceTemplateCollection"
    value: list[DeviceTemplate]
    """Templates with their full models, so a page can be large."""
    next_link: str | UnsetType = UNSET
    """Absolute URL of the next page of templates, with filter, page size and an opaque token in it."""


class DeviceTemplateMigrationJobData(Model, tag_field="type", tag="deviceTemplateMigration"):
    """Step that moves each device to another template. (schema `DeviceTemplateMigrationJobData`)"""

    __schema__: ClassVar[str] = "DeviceTemplateMigrationJobData"
    type: ClassVar[Literal["deviceTemplateMigration"]] = "deviceTemplateMigration"
    template: str
    """`@id` of the template the devices shall have afterwards."""


class DeviceTemplatePatch(
    Model,
    rename={
        "at_type": "@type",
        "at_context": "@context",
        "display_name": "displayName",
        "capability_model": "capabilityModel",
    },
):
    """Changes to a published template in place. Objects are merged; lists such as
    `capabilityModel.contents` are replaced whole.

    (schema `DeviceTemplatePatch`)
    """

    __schema__: ClassVar[str] = "DeviceTemplatePatch"
    at_type: list[str] | UnsetType = UNSET
    """Type list of the template; only to be echoed, keeps its value when left out."""
    at_context: list[str] | UnsetType = UNSET
    """Vocabulary list to use from now on, in full. Usually left out, which keeps it."""
    etag: str | UnsetType = UNSET
    """Hash of the template as last read; optional, clients take it out before they patch."""
    display_name: str | dict[str, str] | None | UnsetType = UNSET
    """New name for people; of a name by language, the languages sent are changed. Null removes the name,
    absence keeps it.
    """
    description: str | dict[str, str] | None | UnsetType = UNSET
    """New explanation of the template, whole or by language; null deletes it, absence lets it stand."""
    capability_model: dict[str, Any] | UnsetType = UNSET
    """Parts of the model to change. Send `contents` complete: a capability missing from the list is gone
    afterwards. Cannot be null.
    """


class EmailUser(Model, tag_field="type", tag="email"):
    """A person who signs in with a Microsoft or Entra account known by an e-mail address.

    (schema `EmailUser`)
    """

    __schema__: ClassVar[str] = "EmailUser"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    type: ClassVar[Literal["email"]] = "email"
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """
    email: str
    """Address the person signs in with; no two users of an application share one. Expect it back in lower
    case.
    """
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class Enrichment(Model):
    """One addition to a message: a fixed `value`, or a `path` to look up. (schema `Enrichment`)"""

    __schema__: ClassVar[str] = "Enrichment"
    target: str | UnsetType = UNSET
    """Where `path` is looked up, taken to be a device template; no published example has it."""
    path: str | UnsetType = UNSET
    """What to look up: a property, or one of `$displayName`, `$templateDisplayName`, `$enabled`,
    `$provisioned`, `$simulated`, `$organizations` and their like.
    """
    value: Any = UNSET
    """Fixed value of the addition; any JSON."""


class EnrollmentGroup(Model, rename={"display_name": "displayName", "id_scope": "idScope"}):
    """A rule by which many devices may register on their own: all that hold a key derived from the
    group's, or a certificate under its authority.

    (schema `EnrollmentGroup`)
    """

    __schema__: ClassVar[str] = "EnrollmentGroup"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "idScope"})
    display_name: str
    """Name by which people recognise the group; it has no effect on devices."""
    type: EnrollmentGroupType
    """What registers here: ordinary devices (`iot`) or IoT Edge devices (`iotEdge`)."""
    attestation: GroupAttestation
    """How devices of the group prove themselves: by keys derived from the group's, or by certificates."""
    id: str | UnsetType = UNSET
    """Name of the group from the URL: letters, digits and `-`, no underscore. (read-only)"""
    enabled: bool | UnsetType = UNSET
    """Whether devices may register through the group. True unless set; false turns registrations away."""
    etag: str | UnsetType = UNSET
    """Opaque mark of the group, base64 of a quoted tag; differs from the marks of its certificates."""
    id_scope: str | UnsetType = UNSET
    """Id scope of the application's provisioning service, the same for all groups, such as `0ne003E64EF`.
    (read-only)
    """


class EnrollmentGroupCollection(Model, rename={"next_link": "nextLink"}):
    """One page of enrollment groups, secrets included. (schema `EnrollmentGroupCollection`)"""

    __schema__: ClassVar[str] = "EnrollmentGroupCollection"
    value: list[EnrollmentGroup]
    """Enrollment groups; those with symmetric keys come with their keys in the clear."""
    next_link: str | UnsetType = UNSET
    """The enrollment groups after these, if any remain."""


class EnrollmentGroupPatch(Model, rename={"display_name": "displayName"}):
    """Changes to an enrollment group. Certificates have routes of their own and are better changed there.

    (schema `EnrollmentGroupPatch`)
    """

    __schema__: ClassVar[str] = "EnrollmentGroupPatch"
    display_name: str | UnsetType = UNSET
    """New name for the group; the present one is kept when absent."""
    enabled: bool | UnsetType = UNSET
    """False stops registrations through the group, true allows them again. No effect when left out."""
    type: EnrollmentGroupType | UnsetType = UNSET
    """Kind of devices from now on; leaving it out is the normal case."""
    attestation: GroupAttestationPatch | UnsetType = UNSET
    """Parts of the proof to change, for example a fresh key. Members not named keep their value."""
    etag: str | UnsetType = UNSET
    """Mark of the group as it was read; can be omitted."""


class Error(Model):
    """The body of every refusal. No successful answer has a member `error` at the top.

    (schema `Error`)
    """

    __schema__: ClassVar[str] = "Error"
    error: ErrorDetails
    """What went wrong, for programs and for people."""


class ErrorDetails(Model, rename={"request_id": "requestId"}):
    """One error. There is no list of details and no inner error in this version. (schema `ErrorDetails`)"""

    __schema__: ClassVar[str] = "ErrorDetails"
    code: str
    """Word to branch on, such as `NotFound`, `InvalidBody` or `Unauthenticated`; internal routes also use
    dotted numbers like `403.043.004.005`.
    """
    message: str
    """Sentence for people, ending with a support link, the request id and the time. Its wording is not
    stable.
    """
    request_id: str | UnsetType = UNSET
    """Short id of 6 to 8 lower-case letters and digits to quote to support. Missing in very old answers."""
    time: str | UnsetType = UNSET
    """When it happened, in the form of an HTTP date ending in GMT; older answers lack it."""


class EventChartConfiguration(
    Model, tag_field="type", tag="eventChart", rename={"query_range": "queryRange"}
):
    """Marks along a time line for the events devices sent. (schema `EventChartConfiguration`)"""

    __schema__: ClassVar[str] = "EventChartConfiguration"
    type: ClassVar[Literal["eventChart"]] = "eventChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time in which events are looked for. An object, although an old example writes a bare text."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""


class EventHistoryChartConfiguration(
    Model, tag_field="type", tag="eventHistoryChart", rename={"query_range": "queryRange"}
):
    """The events devices sent, as a list. (schema `EventHistoryChartConfiguration`)"""

    __schema__: ClassVar[str] = "EventHistoryChartConfiguration"
    type: ClassVar[Literal["eventHistoryChart"]] = "eventHistoryChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """How far back the list of events goes."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the text in the event list."""


class EventHubsV1Destination(
    Model,
    tag_field="type",
    tag="eventhubs@v1",
    rename={"display_name": "displayName", "last_export_time": "lastExportTime"},
):
    """An event hub of Azure Event Hubs. (schema `EventHubsV1Destination`)"""

    __schema__: ClassVar[str] = "EventHubsV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["eventhubs@v1"]] = "eventhubs@v1"
    display_name: str
    """Name of the destination for people."""
    authorization: EventHubsV1DestinationAuth
    """Which hub, and how the service signs in there."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class EventHubsV1DestinationConnectionStringAuth(
    Model, tag_field="type", tag="connectionString", rename={"connection_string": "connectionString"}
):
    """Access to an event hub with a shared key. (schema `EventHubsV1DestinationConnectionStringAuth`)"""

    __schema__: ClassVar[str] = "EventHubsV1DestinationConnectionStringAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    type: ClassVar[Literal["connectionString"]] = "connectionString"
    connection_string: str
    """Connection string of the hub, its name inside as `EntityPath`. The key is masked in answers."""


class EventHubsV1DestinationSystemAssignedManagedIdentityAuth(
    Model,
    tag_field="type",
    tag="systemAssignedManagedIdentity",
    rename={"host_name": "hostName", "event_hub_name": "eventHubName"},
):
    """Access to an event hub as the managed identity of the application. (schema
    `EventHubsV1DestinationSystemAssignedManagedIdentityAuth`)
    """

    __schema__: ClassVar[str] = "EventHubsV1DestinationSystemAssignedManagedIdentityAuth"
    type: ClassVar[Literal["systemAssignedManagedIdentity"]] = "systemAssignedManagedIdentity"
    host_name: str
    """Host of the Event Hubs namespace, such as `contoso.servicebus.windows.net`."""
    event_hub_name: str
    """Name of the hub in that namespace."""


class Export(Model, rename={"display_name": "displayName", "last_export_time": "lastExportTime"}):
    """A running or paused stream of data to destinations outside the application. (schema `Export`)"""

    __schema__: ClassVar[str] = "Export"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    display_name: str
    """Name of the export for people."""
    enabled: bool
    """True to send, false to hold. What happens while it is false is not sent later."""
    source: DestinationSource
    """Kind of data: telemetry, changes of properties, connects and disconnects, the coming and going of
    devices or templates, or the audit log.
    """
    destinations: list[DestinationReference]
    """Where to send, by id; at most 10 are documented. Empty in `Destinations_ListExports`."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id of the definition, as it stands in the URL. (read-only)"""
    filter: str | UnsetType = UNSET
    """Which of the data to send, as in `SELECT * FROM devices WHERE $displayName != "abc" AND $id = "a"`.
    Without it everything of `source` goes out.
    """
    enrichments: dict[str, Enrichment] | UnsetType = UNSET
    """Additions to each message, by the name they get there."""


class ExportCollection(Model, rename={"next_link": "nextLink"}):
    """One page of export definitions. (schema `ExportCollection`)"""

    __schema__: ClassVar[str] = "ExportCollection"
    value: list[Export]
    """Exports, each with its state."""
    next_link: str | UnsetType = UNSET
    """The rest of the exports; there are ten at most, so hardly ever needed."""


class ExportDestination(Model, rename={"display_name": "displayName", "last_export_time": "lastExportTime"}):
    """A destination as seen from one export. Upstream defines it and refers to it nowhere.

    (schema `ExportDestination`)
    """

    __schema__: ClassVar[str] = "ExportDestination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    display_name: str
    """Name of the destination for people."""
    type: str
    """Type of the destination, one of the values that tell destinations apart."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""
    transform: str | UnsetType = UNSET
    """The jq text this export puts before the destination."""


class ExportPatch(Model, rename={"display_name": "displayName"}):
    """Changes to the definition of an export, pausing it among them. (schema `ExportPatch`)"""

    __schema__: ClassVar[str] = "ExportPatch"
    display_name: str | UnsetType = UNSET
    """Other name; left as it is when absent."""
    enabled: bool | UnsetType = UNSET
    """True starts or resumes, false pauses; without it nothing changes there."""
    source: DestinationSource | UnsetType = UNSET
    """Other kind of data to send from now on."""
    filter: str | None | UnsetType = UNSET
    """New condition in full. Null sends everything again, absence keeps the condition."""
    enrichments: dict[str, Enrichment] | None | UnsetType = UNSET
    """Additions to set, by name; names not sent stay. Null drops them all."""
    destinations: list[DestinationReference] | UnsetType = UNSET
    """Complete new list of destinations; leave it out to keep the present ones."""


class ExternalContentTileConfiguration(
    Model, tag_field="type", tag="externalContent", rename={"source_url": "sourceUrl"}
):
    """A page from elsewhere, shown in a frame. (schema `ExternalContentTileConfiguration`)"""

    __schema__: ClassVar[str] = "ExternalContentTileConfiguration"
    type: ClassVar[Literal["externalContent"]] = "externalContent"
    source_url: str
    """Address of the page, `https` only."""


class FileUpload(
    Model, rename={"connection_string": "connectionString", "sas_ttl": "sasTtl", "read_access": "readAccess"}
):
    """Where devices may upload files: one storage container for the whole application. Each change is
    carried out in the background, as `state` shows.

    (schema `FileUpload`)
    """

    __schema__: ClassVar[str] = "FileUpload"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"state"})
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    connection_string: str
    """Access to the storage account, with its key. Sent in the clear; answers put `*****` in the key's
    place, so never write an answer back unchanged.
    """
    container: str
    """Name of an existing blob container in that account; the service does not make it."""
    account: str | UnsetType = UNSET
    """Name of the storage account, if it was given. The service does not read it out of the connection
    string, so it can be absent.
    """
    sas_ttl: str | UnsetType = UNSET
    """How long an upload address handed to a device stays good, as ISO 8601 duration between `PT1H` and
    `PT24H`. One hour when left out.
    """
    state: FileUploadState | UnsetType = UNSET
    """How far the configuration has got. `pending` or `updating` after a write, then `succeeded` or
    `failed`; `deleting` for a while after removal. (read-only)
    """
    etag: str | UnsetType = UNSET
    """Opaque mark of the configuration, a quoted text; meant to keep two writers apart."""
    read_access: bool | UnsetType = UNSET
    """Whether uploaded files may be read through the application; false unless set. Upstream gives the
    name only.
    """


class FileUploadPatch(
    Model, rename={"connection_string": "connectionString", "sas_ttl": "sasTtl", "read_access": "readAccess"}
):
    """Changes to the upload storage. Poll the configuration afterwards until it has settled.

    (schema `FileUploadPatch`)
    """

    __schema__: ClassVar[str] = "FileUploadPatch"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    account: str | None | UnsetType = UNSET
    """Storage account name to note. Null forgets it, absence keeps it."""
    connection_string: str | UnsetType = UNSET
    """New access to the storage, with the real key and not the mask. The stored one stays if absent."""
    container: str | UnsetType = UNSET
    """Other container to upload to, which must exist already; absent, uploads go where they went."""
    sas_ttl: str | None | UnsetType = UNSET
    """New lifetime of upload addresses, for example `PT4H`. Null goes back to one hour, absence changes
    nothing.
    """
    etag: str | UnsetType = UNSET
    """Mark the change is based on; may be left out."""
    read_access: bool | UnsetType = UNSET
    """True opens uploaded files to readers, false closes them; absent, as before."""


class GroupAttestationPatch(Model, rename={"symmetric_key": "symmetricKey"}):
    """Changes to the proof an enrollment group asks for. (schema `GroupAttestationPatch`)"""

    __schema__: ClassVar[str] = "GroupAttestationPatch"
    type: GroupAttestationType | UnsetType = UNSET
    """Kind of proof to ask for. Omit it to stay with the present kind."""
    symmetric_key: SymmetricKeyPatch | None | UnsetType = UNSET
    """Group keys to renew. Null discards them when the group turns to certificates; absent, both remain."""
    x509: SigningX509Patch | None | UnsetType = UNSET
    """Signing certificates to change. Null discards them in favour of keys; absent, they remain."""


class GroupSymmetricKeyAttestation(
    Model, tag_field="type", tag="symmetricKey", rename={"symmetric_key": "symmetricKey"}
):
    """Group keys from which each device's own key is derived. (schema `GroupSymmetricKeyAttestation`)"""

    __schema__: ClassVar[str] = "GroupSymmetricKeyAttestation"
    type: ClassVar[Literal["symmetricKey"]] = "symmetricKey"
    symmetric_key: SymmetricKey | UnsetType = UNSET
    """The pair of group keys. Leave it out on creation and the service makes them; it answers with them
    unmasked.
    """


class GroupTileConfiguration(Model):
    """Common part of the tiles that show data of devices: where the data comes from. (schema
    `GroupTileConfiguration`)
    """

    __schema__: ClassVar[str] = "GroupTileConfiguration"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""


class GroupX509Attestation(Model, tag_field="type", tag="x509"):
    """Certificates of an authority; any device certificate signed under it is let in. (schema
    `GroupX509Attestation`)
    """

    __schema__: ClassVar[str] = "GroupX509Attestation"
    type: ClassVar[Literal["x509"]] = "x509"
    x509: SigningX509 | UnsetType = UNSET
    """The signing certificates. On creation an empty `signingCertificates` will do; certificates follow by
    their own route.
    """


class HeatMapConfiguration(Model, tag_field="type", tag="heatMapChart", rename={"query_range": "queryRange"}):
    """Condensed telemetry as colours. (schema `HeatMapConfiguration`)"""

    __schema__: ClassVar[str] = "HeatMapConfiguration"
    type: ClassVar[Literal["heatMapChart"]] = "heatMapChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time the colours cover."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: ChartFormatConfiguration | UnsetType = UNSET
    """Axes and legend of the heat map."""


class ImageTileConfiguration(Model, tag_field="type", tag="image"):
    """A picture, with a link if wanted. (schema `ImageTileConfiguration`)"""

    __schema__: ClassVar[str] = "ImageTileConfiguration"
    type: ClassVar[Literal["image"]] = "image"
    image: str | UnsetType = UNSET
    """Id of the picture, a GUID in the examples. Document 000 has an empty text as well."""
    href: str | UnsetType = UNSET
    """Where a click leads: an address, or a path inside the application."""
    format: ImageTileFormat | UnsetType = UNSET
    """How the picture is laid out and what is written over it."""


class ImageTileFormat(
    Model,
    rename={
        "background_color": "backgroundColor",
        "fit_image": "fitImage",
        "text_color": "textColor",
        "text_size": "textSize",
        "text_size_unit": "textSizeUnit",
        "show_title": "showTitle",
    },
):
    """Colours and text of the picture tile. (schema `ImageTileFormat`)"""

    __schema__: ClassVar[str] = "ImageTileFormat"
    background_color: str | UnsetType = UNSET
    """Colour behind the picture as `#RRGGBB`; white by default."""
    fit_image: bool | UnsetType = UNSET
    """True (as by default) to scale the picture to the tile."""
    text_color: str | UnsetType = UNSET
    """Colour of the title as `#RRGGBB`, white if absent."""
    text_size: int | float | UnsetType = UNSET
    """Size of the title, 14 unless set; list answers also show 0."""
    text_size_unit: ImageTileTextUnits | UnsetType = UNSET
    """Measure of the title's size; pixels (`px`) only."""
    show_title: bool | UnsetType = UNSET
    """Whether the heading of the tile is written over the picture."""


class Job(
    Model,
    rename={
        "scheduled_job_id": "scheduledJobId",
        "display_name": "displayName",
        "cancellation_threshold": "cancellationThreshold",
    },
):
    """One bulk action on the devices of a group. It starts as soon as it is created and cannot be edited,
    only stopped, resumed or run again on what failed.

    (schema `Job`)
    """

    __schema__: ClassVar[str] = "Job"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "start", "end", "progress", "status"})
    group: str
    """Id of the device group whose present members are treated."""
    data: list[JobData]
    """The steps for each device, at least one; usually a single kind and template."""
    id: str | UnsetType = UNSET
    """Id of the job from the URL; a GUID for the runs of a scheduled job. (read-only)"""
    scheduled_job_id: str | UnsetType = UNSET
    """Scheduled job this one is a run of. Absent for jobs started by hand."""
    display_name: str | UnsetType = UNSET
    """Name of the job in lists. Runs of a scheduled job are called by its name, a dash and a number."""
    description: str | UnsetType = UNSET
    """Free words on what the job is meant to do."""
    batch: JobBatch | UnsetType = UNSET
    """How many devices are treated at a time. Left out, the group is not divided."""
    cancellation_threshold: JobCancellationThreshold | UnsetType = UNSET
    """When to give up because too many devices fail. Left out, the job goes on to the end."""
    start: Timestamp | UnsetType = UNSET
    """When work on the devices began, UTC. Absent before. (read-only)"""
    end: Timestamp | UnsetType = UNSET
    """When the last device was done or given up, UTC; absent while running. (read-only)"""
    progress: JobProgress | UnsetType = UNSET
    """Counts of devices so far; not in every answer. (read-only)"""
    status: str | UnsetType = UNSET
    """`pending`, `running`, `complete`, `failed`, `cancelled` or `stopped`; upstream leaves the set open.
    Note `complete` without the d of a device's `completed`. (read-only)
    """
    organizations: list[str] | UnsetType = UNSET
    """Organization that owns the job, as a list of one id. Absent for a job of the root."""


class JobBatch(Model):
    """Portion of the group treated in one go. (schema `JobBatch`)"""

    __schema__: ClassVar[str] = "JobBatch"
    type: JobBatchType
    """How `value` counts: devices (`number`) or a share of the group (`percentage`)."""
    value: int | float
    """Size of a portion: a count of devices or a percentage of them."""


class JobCancellationThreshold(Model):
    """Limit of failures; one more and a job cancels itself. (schema `JobCancellationThreshold`)"""

    __schema__: ClassVar[str] = "JobCancellationThreshold"
    type: JobCancellationThresholdType
    """Whether `value` is a count of failed devices (`number`) or a share (`percentage`)."""
    value: int | float
    """Failures that are borne, in the measure of `type`."""
    batch: bool | UnsetType = UNSET
    """True to count failures within each portion, false to count them over the whole job."""


class JobCollection(Model, rename={"next_link": "nextLink"}):
    """One page of jobs, or of the runs of one scheduled job. (schema `JobCollection`)"""

    __schema__: ClassVar[str] = "JobCollection"
    value: list[Job]
    """Jobs of the last 30 days; runs of a schedule come newest first."""
    next_link: str | UnsetType = UNSET
    """Address of earlier or further jobs; takes the version parameter a second time without complaint."""


class JobDeviceStatus(Model):
    """How one device fared in a job. (schema `JobDeviceStatus`)"""

    __schema__: ClassVar[str] = "JobDeviceStatus"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "status"})
    id: str | UnsetType = UNSET
    """Id of the device, not of the job. (read-only)"""
    status: str | UnsetType = UNSET
    """`pending`, `completed` or `failed`; spelled `completed` here, unlike the job's own `complete`.
    (read-only)
    """


class JobDeviceStatusCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the devices of a job. (schema `JobDeviceStatusCollection`)"""

    __schema__: ClassVar[str] = "JobDeviceStatusCollection"
    value: list[JobDeviceStatus]
    """One entry for each device the job covers."""
    next_link: str | UnsetType = UNSET
    """The next devices of this job; large groups take many pages, and the last has no link."""


class JobProgress(Model):
    """How many devices a job has treated. The first number is the sum of the other three.

    (schema `JobProgress`)
    """

    __schema__: ClassVar[str] = "JobProgress"
    total: int | UnsetType = UNSET
    """Devices the job covers."""
    pending: int | UnsetType = UNSET
    """Devices not yet done, waiting ones and those under way."""
    completed: int | UnsetType = UNSET
    """Devices treated with success. For a property this means the desired value is written, not that the
    device took it.
    """
    failed: int | UnsetType = UNSET
    """Devices given up; a rerun takes up exactly these."""


class JobSchedule(Model):
    """Timing of a scheduled job. (schema `JobSchedule`)"""

    __schema__: ClassVar[str] = "JobSchedule"
    start: Timestamp
    """First run, UTC. May lie far ahead: a start in the year 3022 has been accepted."""
    recurrence: JobRecurrence | UnsetType = UNSET
    """Rhythm counted from `start`: `daily`, `weekly` or `monthly`. Left out, the job runs once."""
    end: JobScheduleEnd | UnsetType = UNSET
    """Where the repetition stops. Absent for a job that runs once or without end."""


class JobSchedulePatch(Model):
    """Changes to the timing of a scheduled job. (schema `JobSchedulePatch`)"""

    __schema__: ClassVar[str] = "JobSchedulePatch"
    recurrence: JobRecurrence | None | UnsetType = UNSET
    """New rhythm. Null turns the schedule into a single run; absent, the rhythm stays."""
    start: Timestamp | UnsetType = UNSET
    """New time of the first run, UTC; cannot be cleared."""
    end: JobScheduleEnd | None | UnsetType = UNSET
    """New end, complete with its `type`. Null lets the repetition go on for good, absence keeps the end
    that is set.
    """


class KpiTileConfiguration(Model, tag_field="type", tag="kpi", rename={"query_range": "queryRange"}):
    """One condensed number for each capability. (schema `KpiTileConfiguration`)"""

    __schema__: ClassVar[str] = "KpiTileConfiguration"
    type: ClassVar[Literal["kpi"]] = "kpi"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time condensed into each number."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the numbers, such as digits after the point."""


class LabelTileConfiguration(
    Model,
    tag_field="type",
    tag="label",
    rename={"text_size": "textSize", "text_size_unit": "textSizeUnit", "word_wrap": "wordWrap"},
):
    """A fixed text. (schema `LabelTileConfiguration`)"""

    __schema__: ClassVar[str] = "LabelTileConfiguration"
    type: ClassVar[Literal["label"]] = "label"
    text: str
    """The words to show, at least one character."""
    text_size: int | float | UnsetType = UNSET
    """Size of the words, 24 by default."""
    text_size_unit: TileTextSizeUnit | UnsetType = UNSET
    """Measure in which the label's size is given."""
    word_wrap: bool | UnsetType = UNSET
    """Whether the label breaks into lines where it is too long; true when absent."""


class LineChartConfiguration(Model, tag_field="type", tag="lineChart", rename={"query_range": "queryRange"}):
    """Curves of condensed telemetry of one or more devices. (schema `LineChartConfiguration`)"""

    __schema__: ClassVar[str] = "LineChartConfiguration"
    type: ClassVar[Literal["lineChart"]] = "lineChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: QueryRangeConfiguration
    """Span of time, or the last 100 values."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: ChartFormatConfiguration | UnsetType = UNSET
    """Axes and legend of the curves."""


class LkvTileConfiguration(Model, tag_field="type", tag="lkv", rename={"show_trend": "showTrend"}):
    """The latest value of each capability (LKV: last known value). (schema `LkvTileConfiguration`)"""

    __schema__: ClassVar[str] = "LkvTileConfiguration"
    type: ClassVar[Literal["lkv"]] = "lkv"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    show_trend: bool | UnsetType = UNSET
    """True (the default) to show the difference from the value before."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the latest values."""


class MapFormatConfiguration(Model, rename={"zoom_level": "zoomLevel"}):
    """Format of a map. Defined upstream but used by no schema or operation; maps carry `zoomLevel`
    themselves.

    (schema `MapFormatConfiguration`)
    """

    __schema__: ClassVar[str] = "MapFormatConfiguration"
    zoom_level: int | UnsetType = UNSET
    """How near the map is; 3 by default. See the same member of the map tiles."""


class MapPropertyConfiguration(
    Model, tag_field="type", tag="mapProperty", rename={"zoom_level": "zoomLevel"}
):
    """A map with the devices at the places a location property gives. (schema `MapPropertyConfiguration`)"""

    __schema__: ClassVar[str] = "MapPropertyConfiguration"
    type: ClassVar[Literal["mapProperty"]] = "mapProperty"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    zoom_level: int | float | UnsetType = UNSET
    """How near the map is, from 0 (farthest) to 24."""


class MapTelemetryConfiguration(
    Model, tag_field="type", tag="mapTelemetry", rename={"zoom_level": "zoomLevel"}
):
    """A map with the places devices reported as location telemetry. (schema `MapTelemetryConfiguration`)"""

    __schema__: ClassVar[str] = "MapTelemetryConfiguration"
    type: ClassVar[Literal["mapTelemetry"]] = "mapTelemetry"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    zoom_level: int | float | UnsetType = UNSET
    """How near the map is, from 0 (farthest) to 24."""


class MapTileConfiguration(Model, rename={"zoom_level": "zoomLevel"}):
    """Common part of the two map tiles. (schema `MapTileConfiguration`)"""

    __schema__: ClassVar[str] = "MapTileConfiguration"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    zoom_level: int | float | UnsetType = UNSET
    """How near the map is, from 0 (farthest) to 24."""


class MarkdownTileConfiguration(Model, tag_field="type", tag="markdown"):
    """A heading and a text in Markdown, as a tile to click on. (schema `MarkdownTileConfiguration`)"""

    __schema__: ClassVar[str] = "MarkdownTileConfiguration"
    type: ClassVar[Literal["markdown"]] = "markdown"
    description: str
    """The text, in Markdown."""
    href: str | UnsetType = UNSET
    """Where the tile leads: a full address or a path in the application such as
    `/device-templates/new/devicetemplates`.
    """
    image: str | UnsetType = UNSET
    """Picture beside the text, by the id of an uploaded asset."""


class OccurrencesJobScheduleEnd(Model, tag_field="type", tag="occurrences"):
    """End of the repetition by count. (schema `OccurrencesJobScheduleEnd`)"""

    __schema__: ClassVar[str] = "OccurrencesJobScheduleEnd"
    type: ClassVar[Literal["occurrences"]] = "occurrences"
    occurrences: int
    """How many runs there shall be, 1 to 999."""


class Organization(Model, rename={"display_name": "displayName"}):
    """A node in the tree that divides devices, users and groups of one application. Up to 200 of them,
    five levels deep; the root itself is not listed.

    (schema `Organization`)
    """

    __schema__: ClassVar[str] = "Organization"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    id: str | UnsetType = UNSET
    """Id from the URL: lower-case letters, digits and `-`, 2 to 48 characters. Other resources point at
    it. (read-only)
    """
    display_name: str | UnsetType = UNSET
    """Name shown to people; free text, may be changed at any time."""
    parent: str | UnsetType = UNSET
    """Id of the organization above. Left out for an organization that hangs directly below the root."""


class OrganizationCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the organization tree, flattened. (schema `OrganizationCollection`)"""

    __schema__: ClassVar[str] = "OrganizationCollection"
    value: list[Organization]
    """Organizations in no promised order; a parent may come after its children."""
    next_link: str | UnsetType = UNSET
    """Continues the listing of organizations; not sent with the last of them."""


class OrganizationPatch(Model, rename={"display_name": "displayName"}):
    """Changes to an organization: rename it or hang it elsewhere in the tree. (schema `OrganizationPatch`)"""

    __schema__: ClassVar[str] = "OrganizationPatch"
    display_name: str | UnsetType = UNSET
    """New name to show; the old one stays if this is left out. Cannot be cleared."""
    parent: str | None | UnsetType = UNSET
    """Id of the organization to move below. Null moves it to the first level; absence leaves it where it
    is.
    """


class Permission(Model):
    """Anything that holds roles. Users and API tokens are built on it. (schema `Permission`)"""

    __schema__: ClassVar[str] = "Permission"
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """


class PieChartConfiguration(Model, tag_field="type", tag="pieChart", rename={"query_range": "queryRange"}):
    """Condensed telemetry of one or more devices as shares of a whole. (schema `PieChartConfiguration`)"""

    __schema__: ClassVar[str] = "PieChartConfiguration"
    type: ClassVar[Literal["pieChart"]] = "pieChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time summed up in the pie."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: ChartFormatConfiguration | UnsetType = UNSET
    """Legend of the slices; a pie has no axes to show."""


class PropertyJobData(Model, tag_field="type", tag="property"):
    """Step that writes a writable property. (schema `PropertyJobData`)"""

    __schema__: ClassVar[str] = "PropertyJobData"
    type: ClassVar[Literal["property"]] = "property"
    target: str
    """`@id` of the device template that defines the capability, not of its model."""
    path: str
    """Name of the capability, or `component.name` for one inside a component."""
    value: Any = UNSET
    """Value to set or argument to pass, in the shape the template gives it. May be left out for a command
    without argument.
    """


class PropertyTileConfiguration(Model, tag_field="type", tag="property"):
    """Current values of properties and cloud properties. (schema `PropertyTileConfiguration`)"""

    __schema__: ClassVar[str] = "PropertyTileConfiguration"
    type: ClassVar[Literal["property"]] = "property"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the property values."""


class QueryRequest(Model):
    """A question to the stored data of the devices of one template. (schema `QueryRequest`)"""

    __schema__: ClassVar[str] = "QueryRequest"
    query: str
    """`SELECT` what, `FROM` the `@id` of a device template (not its model), and optionally `WHERE`, `GROUP
    BY WINDOW(…)`, `ORDER BY`. Up to 350 characters.
    """


class QueryResponse(Model):
    """Everything a query found, in one answer. (schema `QueryResponse`)"""

    __schema__: ClassVar[str] = "QueryResponse"
    results: list[dict[str, Any]]
    """Rows, as objects keyed by item or alias; aggregates by function and name, as `avg_temperature`.
    Times in `$ts` lose trailing zeros.
    """


class Role(Model, rename={"display_name": "displayName"}):
    """A named set of permissions. Three roles are always there, three more appear with the first
    organization, and custom ones are made in the web interface; the API only reads them.

    (schema `Role`)
    """

    __schema__: ClassVar[str] = "Role"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    id: str | UnsetType = UNSET
    """GUID of the role; the built-in ones have the same GUID in every application. (read-only)"""
    display_name: str | UnsetType = UNSET
    """Name by which the role is shown, for example `Administrator` or `Org Viewer`. It differs a little
    from the web interface, which says App Administrator.
    """


class RoleAssignment(Model):
    """One role, either for the whole application or inside one organization. (schema `RoleAssignment`)"""

    __schema__: ClassVar[str] = "RoleAssignment"
    role: str
    """Id of the role, a GUID as listed under `/roles`, not its name."""
    organization: str | UnsetType = UNSET
    """Id of the organization the role is limited to, with all organizations below it. Leave it out for an
    application-wide role.
    """


class RoleCollection(Model, rename={"next_link": "nextLink"}):
    """One page of roles, built-in and custom. (schema `RoleCollection`)"""

    __schema__: ClassVar[str] = "RoleCollection"
    value: list[Role]
    """Roles that can be assigned in this application."""
    next_link: str | UnsetType = UNSET
    """URL of the following page of roles; with at most 50 roles an application it is seldom there."""


class ScheduledJob(
    Model, rename={"display_name": "displayName", "cancellation_threshold": "cancellationThreshold"}
):
    """A job that runs at a set time, once or again and again. Each run is a job of its own.

    (schema `ScheduledJob`)
    """

    __schema__: ClassVar[str] = "ScheduledJob"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "completed"})
    group: str
    """Id of the device group that every run treats."""
    data: list[JobData]
    """Steps every run carries out, at least one."""
    schedule: JobSchedule
    """When to run: first time, rhythm and end."""
    etag: str | UnsetType = UNSET
    """Opaque mark of the definition: a quoted text, the quotes included."""
    id: str | UnsetType = UNSET
    """Id of the scheduled job as in the URL; its runs carry it as `scheduledJobId`. (read-only)"""
    display_name: str | UnsetType = UNSET
    """Name of the schedule, from which the names of the runs are built."""
    description: str | UnsetType = UNSET
    """Purpose in free words; answered as empty text when none was given."""
    batch: JobBatch | UnsetType = UNSET
    """Portion of devices treated at a time in each run; no division if absent."""
    cancellation_threshold: JobCancellationThreshold | UnsetType = UNSET
    """Failures at which a run stops itself. Later runs are not affected."""
    organizations: list[str] | UnsetType = UNSET
    """Organization that owns the schedule, as one id. Left out at the root."""
    enabled: bool | UnsetType = UNSET
    """False pauses the schedule: no new runs are started. True by default."""
    completed: bool | UnsetType = UNSET
    """True once no run is to come any more; the service sets it. (read-only)"""


class ScheduledJobCollection(Model, rename={"next_link": "nextLink"}):
    """One page of scheduled jobs, finished ones among them. (schema `ScheduledJobCollection`)"""

    __schema__: ClassVar[str] = "ScheduledJobCollection"
    value: list[ScheduledJob]
    """Definitions of scheduled jobs; their runs are listed elsewhere."""
    next_link: str | UnsetType = UNSET
    """More scheduled jobs follow under this URL; missing on the last page."""


class ScheduledJobPatch(
    Model, rename={"display_name": "displayName", "cancellation_threshold": "cancellationThreshold"}
):
    """Changes to a scheduled job. Refused while one of its runs is active. (schema `ScheduledJobPatch`)"""

    __schema__: ClassVar[str] = "ScheduledJobPatch"
    etag: str | UnsetType = UNSET
    """Mark of the definition as read. To guard against overwriting send it as `If-Match`."""
    display_name: str | UnsetType = UNSET
    """New name for the schedule, from which coming runs take theirs. Kept when absent."""
    description: str | None | UnsetType = UNSET
    """New purpose. Null empties the text, absence leaves it."""
    group: str | UnsetType = UNSET
    """Other device group for the coming runs, by id; without it the group stays."""
    batch: JobBatch | None | UnsetType = UNSET
    """Other portion size. Null gives up dividing the group; absent, no change."""
    cancellation_threshold: JobCancellationThreshold | None | UnsetType = UNSET
    """Other limit of failures. Null lets runs go on whatever fails; absent, the limit holds."""
    data: list[JobData] | UnsetType = UNSET
    """New list of steps, complete: it takes the place of the old list. Omit it to keep the steps."""
    organizations: list[str] | None | UnsetType = UNSET
    """Organization to hand the schedule to, as a list of one id. Null gives it to the root; absent, the
    owner stays.
    """
    schedule: JobSchedulePatch | UnsetType = UNSET
    """Parts of the timing to change; what is not named goes on as planned."""
    enabled: bool | UnsetType = UNSET
    """False pauses, true takes up again; without it the schedule stays as it is."""


class ServiceBusQueueV1Destination(
    Model,
    tag_field="type",
    tag="servicebusqueue@v1",
    rename={"display_name": "displayName", "last_export_time": "lastExportTime"},
):
    """A queue of Azure Service Bus. (schema `ServiceBusQueueV1Destination`)"""

    __schema__: ClassVar[str] = "ServiceBusQueueV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["servicebusqueue@v1"]] = "servicebusqueue@v1"
    display_name: str
    """Name of the destination for people."""
    authorization: ServiceBusQueueV1DestinationAuth
    """Which queue, and how to get to it."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class ServiceBusQueueV1DestinationConnectionStringAuth(
    Model, tag_field="type", tag="connectionString", rename={"connection_string": "connectionString"}
):
    """Access to a queue with a shared key. (schema `ServiceBusQueueV1DestinationConnectionStringAuth`)"""

    __schema__: ClassVar[str] = "ServiceBusQueueV1DestinationConnectionStringAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    type: ClassVar[Literal["connectionString"]] = "connectionString"
    connection_string: str
    """Connection string with the name of the queue as `EntityPath`; comes back with `*****` for the key."""


class ServiceBusQueueV1DestinationSystemAssignedManagedIdentityAuth(
    Model,
    tag_field="type",
    tag="systemAssignedManagedIdentity",
    rename={"host_name": "hostName", "queue_name": "queueName"},
):
    """Access to a queue as the managed identity of the application. (schema
    `ServiceBusQueueV1DestinationSystemAssignedManagedIdentityAuth`)
    """

    __schema__: ClassVar[str] = "ServiceBusQueueV1DestinationSystemAssignedManagedIdentityAuth"
    type: ClassVar[Literal["systemAssignedManagedIdentity"]] = "systemAssignedManagedIdentity"
    host_name: str
    """Host of the Service Bus namespace the queue is in."""
    queue_name: str
    """Queue to send to."""


class ServiceBusTopicV1Destination(
    Model,
    tag_field="type",
    tag="servicebustopic@v1",
    rename={"display_name": "displayName", "last_export_time": "lastExportTime"},
):
    """A topic of Azure Service Bus, whose subscribers all get the messages. (schema
    `ServiceBusTopicV1Destination`)
    """

    __schema__: ClassVar[str] = "ServiceBusTopicV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["servicebustopic@v1"]] = "servicebustopic@v1"
    display_name: str
    """Name of the destination for people."""
    authorization: ServiceBusTopicV1DestinationAuth
    """Which topic, and the way in."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""


class ServiceBusTopicV1DestinationConnectionStringAuth(
    Model, tag_field="type", tag="connectionString", rename={"connection_string": "connectionString"}
):
    """Access to a topic with a shared key. (schema `ServiceBusTopicV1DestinationConnectionStringAuth`)"""

    __schema__: ClassVar[str] = "ServiceBusTopicV1DestinationConnectionStringAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"connectionString"})
    type: ClassVar[Literal["connectionString"]] = "connectionString"
    connection_string: str
    """Connection string that names the topic as `EntityPath`, with its key; answers mask the latter."""


class ServiceBusTopicV1DestinationSystemAssignedManagedIdentityAuth(
    Model,
    tag_field="type",
    tag="systemAssignedManagedIdentity",
    rename={"host_name": "hostName", "topic_name": "topicName"},
):
    """Access to a topic as the managed identity of the application. (schema
    `ServiceBusTopicV1DestinationSystemAssignedManagedIdentityAuth`)
    """

    __schema__: ClassVar[str] = "ServiceBusTopicV1DestinationSystemAssignedManagedIdentityAuth"
    type: ClassVar[Literal["systemAssignedManagedIdentity"]] = "systemAssignedManagedIdentity"
    host_name: str
    """Host of the namespace that holds the topic."""
    topic_name: str
    """Topic to send to."""


class ServicePrincipalUser(
    Model, tag_field="type", tag="servicePrincipal", rename={"tenant_id": "tenantId", "object_id": "objectId"}
):
    """A service principal (a program's own identity in Entra) that calls the API with a bearer token
    instead of an API token.

    (schema `ServicePrincipalUser`)
    """

    __schema__: ClassVar[str] = "ServicePrincipalUser"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    type: ClassVar[Literal["servicePrincipal"]] = "servicePrincipal"
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """
    tenant_id: str
    """Tenant of the service principal, a GUID; it has to be the tenant of the application's subscription."""
    object_id: str
    """Object id of the Enterprise application, not the one of the app registration; the two are easily
    mixed up.
    """
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class SigningX509(Model, rename={"signing_certificates": "signingCertificates"}):
    """Holder of the authority certificates of an enrollment group. (schema `SigningX509`)"""

    __schema__: ClassVar[str] = "SigningX509"
    signing_certificates: SigningX509Certificates | UnsetType = UNSET
    """Up to two authority certificates; an empty object for a group that has none yet."""


class SigningX509Certificate(Model):
    """An authority certificate of an enrollment group, and whether its owner has proved to hold the
    private key.

    (schema `SigningX509Certificate`)
    """

    __schema__: ClassVar[str] = "SigningX509Certificate"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"info"})
    verified: bool | UnsetType = UNSET
    """Whether possession of the private key has been proved. False at first; true in a request skips the
    proof, else the verification call sets it.
    """
    certificate: str | UnsetType = UNSET
    """Authority certificate, base64 of the whole PEM text in one line. Sent by the caller, not answered."""
    info: X509CertificateInfo | UnsetType = UNSET
    """Thumbprint the service worked out from the authority certificate. (read-only)"""
    etag: str | UnsetType = UNSET
    """Opaque mark of this certificate entry, independent of the group's own."""


class SigningX509CertificatePatch(Model):
    """Change to one authority certificate. (schema `SigningX509CertificatePatch`)"""

    __schema__: ClassVar[str] = "SigningX509CertificatePatch"
    verified: bool | UnsetType = UNSET
    """True to take the certificate as proved without a code; the stored state stays when absent."""
    certificate: str | None | UnsetType = UNSET
    """Other authority certificate, as base64 of its PEM text. Null takes the present one out; absence
    keeps it, and its verified state with it.
    """
    etag: str | UnsetType = UNSET
    """Mark of the entry as last read; not needed."""


class SigningX509Certificates(Model):
    """The authority certificate in use and one to change over to. Both slots may be empty.

    (schema `SigningX509Certificates`)
    """

    __schema__: ClassVar[str] = "SigningX509Certificates"
    primary: SigningX509Certificate | UnsetType = UNSET
    """Authority certificate of the `primary` entry; missing until one has been stored."""
    secondary: SigningX509Certificate | UnsetType = UNSET
    """Authority certificate of the `secondary` entry, mostly the coming one."""


class SigningX509CertificatesPatch(Model):
    """Changes to the two certificate entries of a group. (schema `SigningX509CertificatesPatch`)"""

    __schema__: ClassVar[str] = "SigningX509CertificatesPatch"
    primary: SigningX509CertificatePatch | None | UnsetType = UNSET
    """Change to the `primary` entry. Null empties it, absence keeps its certificate."""
    secondary: SigningX509CertificatePatch | None | UnsetType = UNSET
    """Change to the `secondary` entry; null clears the slot and absence skips it."""


class SigningX509Patch(Model, rename={"signing_certificates": "signingCertificates"}):
    """Changes to the authority certificates, made through the group. (schema `SigningX509Patch`)"""

    __schema__: ClassVar[str] = "SigningX509Patch"
    signing_certificates: SigningX509CertificatesPatch | UnsetType = UNSET
    """Entries to change; an entry not named keeps its certificate."""


class StateChartConfiguration(
    Model, tag_field="type", tag="stateChart", rename={"query_range": "queryRange"}
):
    """The states devices were in, along a time line. (schema `StateChartConfiguration`)"""

    __schema__: ClassVar[str] = "StateChartConfiguration"
    type: ClassVar[Literal["stateChart"]] = "stateChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """Span of time whose states are drawn."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""


class StateHistoryChartConfiguration(
    Model, tag_field="type", tag="stateHistoryChart", rename={"query_range": "queryRange"}
):
    """The changes of state of devices, as a list. (schema `StateHistoryChartConfiguration`)"""

    __schema__: ClassVar[str] = "StateHistoryChartConfiguration"
    type: ClassVar[Literal["stateHistoryChart"]] = "stateHistoryChart"
    group: str
    """Id of the device group the devices are taken from."""
    devices: list[str]
    """Ids of the devices of that group to show, at most 100."""
    query_range: TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
    """How far back the list of states goes."""
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""
    format: TextFormatConfiguration | UnsetType = UNSET
    """Look of the text in the state list."""


class SymmetricKey(Model, rename={"primary_key": "primaryKey", "secondary_key": "secondaryKey"}):
    """Two interchangeable secret keys, so that one can be renewed while the other is in use.

    (schema `SymmetricKey`)
    """

    __schema__: ClassVar[str] = "SymmetricKey"
    __secret__: ClassVar[frozenset[str]] = frozenset({"primaryKey", "secondaryKey"})
    primary_key: str
    """First key: 32 bytes in base64, for a device or for a whole group."""
    secondary_key: str
    """Second key, same form as the first; stays valid while the first is being renewed."""


class SymmetricKeyAttestation(
    Model, tag_field="type", tag="symmetricKey", rename={"symmetric_key": "symmetricKey"}
):
    """Attestation by a pair of shared keys held by the device and the service. (schema
    `SymmetricKeyAttestation`)
    """

    __schema__: ClassVar[str] = "SymmetricKeyAttestation"
    type: ClassVar[Literal["symmetricKey"]] = "symmetricKey"
    symmetric_key: SymmetricKey
    """The two keys, either of which the device may use."""


class SymmetricKeyPatch(Model, rename={"primary_key": "primaryKey", "secondary_key": "secondaryKey"}):
    """Renewal of one or both shared keys. (schema `SymmetricKeyPatch`)"""

    __schema__: ClassVar[str] = "SymmetricKeyPatch"
    __secret__: ClassVar[frozenset[str]] = frozenset({"primaryKey", "secondaryKey"})
    primary_key: str | UnsetType = UNSET
    """Replacement for the first key, in base64. Without it the first key goes on as it is."""
    secondary_key: str | UnsetType = UNSET
    """Replacement for the second key; left out, the second key stays valid."""


class TextFormatConfiguration(
    Model,
    rename={
        "abbreviate_value": "abbreviateValue",
        "decimal_places": "decimalPlaces",
        "text_size": "textSize",
        "word_wrap": "wordWrap",
    },
):
    """How numbers and texts in a tile look. Leave the whole object out for the defaults, for it must not
    be empty.

    (schema `TextFormatConfiguration`)
    """

    __schema__: ClassVar[str] = "TextFormatConfiguration"
    abbreviate_value: bool | UnsetType = UNSET
    """True, as by default, to shorten large numbers."""
    decimal_places: int | UnsetType = UNSET
    """Digits to show after the decimal point."""
    text_size: int | float | UnsetType = UNSET
    """Size of the text, in `unit`."""
    unit: TileTextSizeUnit | UnsetType = UNSET
    """Measure of `textSize`."""
    word_wrap: bool | UnsetType = UNSET
    """True to break long texts into lines instead of cutting them; the default."""


class Tile(Model, rename={"display_name": "displayName"}):
    """One rectangle on a dashboard. Places and sizes count cells of a grid; the smallest tile is one by
    one.

    (schema `Tile`)
    """

    __schema__: ClassVar[str] = "Tile"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    display_name: str
    """Heading of the tile."""
    configuration: TileConfiguration
    """What the tile shows; its `type` is the kind of tile."""
    height: int | float
    """Rows the tile covers, 1 to 10. A number upstream, whole in every example."""
    width: int | float
    """Columns the tile covers, 1 to 10."""
    x: int | float
    """Column of the left edge, counted from 0 up to 100."""
    y: int | float
    """Row of the upper edge, counted from 0 up to 100."""
    id: str | UnsetType = UNSET
    """Id of the tile on its dashboard. The service would give it, but no published answer has one.
    (read-only)
    """


class TileCapability(Model, rename={"aggregate_function": "aggregateFunction"}):
    """One telemetry or property to show, with the way to condense it. (schema `TileCapability`)"""

    __schema__: ClassVar[str] = "TileCapability"
    capability: str
    """Name in the capability model, `component.name` for one in a component, `name.field` for a part of an
    object such as `acceleration.z`.
    """
    aggregate_function: CapabilityAggregateFunctionType
    """How the values of one interval become a single one. Also demanded where nothing is condensed, as for
    maps and last values.
    """


class TileCapabilityConfiguration(Model):
    """Common part of the tiles that show telemetry or properties: which ones. (schema
    `TileCapabilityConfiguration`)
    """

    __schema__: ClassVar[str] = "TileCapabilityConfiguration"
    capabilities: list[TileCapability] | UnsetType = UNSET
    """What to show of each device; at least one entry where the list is given."""


class TimeQueryRangeConfiguration(Model, tag_field="type", tag="time"):
    """A span of time up to now, cut into intervals. (schema `TimeQueryRangeConfiguration`)"""

    __schema__: ClassVar[str] = "TimeQueryRangeConfiguration"
    type: ClassVar[Literal["time"]] = "time"
    duration: TimeRangeDuration
    """Length of the span."""
    resolution: TimeRangeResolution | UnsetType = UNSET
    """Length of the intervals the values are condensed over; five minutes if left out."""


class Tpm(Model, rename={"endorsement_key": "endorsementKey"}):
    """Public identity of a TPM chip. (schema `Tpm`)"""

    __schema__: ClassVar[str] = "Tpm"
    __secret__: ClassVar[frozenset[str]] = frozenset({"endorsementKey"})
    endorsement_key: str
    """Public part of the chip's endorsement key, base64 text read out of the device."""


class TpmAttestation(Model, tag_field="type", tag="tpm"):
    """Attestation by a Trusted Platform Module built into the device. (schema `TpmAttestation`)"""

    __schema__: ClassVar[str] = "TpmAttestation"
    type: ClassVar[Literal["tpm"]] = "tpm"
    tpm: Tpm
    """Identity of the chip."""


class TpmPatch(Model, rename={"endorsement_key": "endorsementKey"}):
    """Changes to the TPM identity, as after an exchange of hardware. (schema `TpmPatch`)"""

    __schema__: ClassVar[str] = "TpmPatch"
    __secret__: ClassVar[frozenset[str]] = frozenset({"endorsementKey"})
    endorsement_key: str | UnsetType = UNSET
    """Endorsement key of the new chip. When absent the registered chip stays."""


class UserBase(Model):
    """What all three kinds of user share: an id and the roles they hold. (schema `UserBase`)"""

    __schema__: ClassVar[str] = "UserBase"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    roles: list[RoleAssignment]
    """Roles held, at least one. Application roles stand alone; organization roles name the organization
    they are limited to.
    """
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class UserCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the users of an application. (schema `UserCollection`)"""

    __schema__: ClassVar[str] = "UserCollection"
    value: list[User]
    """Users on this page, of all three kinds mixed; a client tells them apart by `type`."""
    next_link: str | UnsetType = UNSET
    """Where the next users are, as an absolute URL to request as it stands; left out when this page is the
    last.
    """


class UserPatch(Model, rename={"tenant_id": "tenantId", "object_id": "objectId"}):
    """Changes to a user. Roles are the part meant to change; who the user is stays as it was added.

    (schema `UserPatch`)
    """

    __schema__: ClassVar[str] = "UserPatch"
    type: UserType | UnsetType = UNSET
    """Kind of the user, repeated so that the service knows which form is meant; not a way to turn one kind
    into another. May be left out.
    """
    roles: list[RoleAssignment] | UnsetType = UNSET
    """The complete new set of roles. It takes the place of the old one, so roles not repeated here are
    lost; leave it out to keep them all. Never empty.
    """
    email: str | UnsetType = UNSET
    """Address of an `email` user, sent by clients that echo the whole user; leave it out otherwise."""
    tenant_id: str | UnsetType = UNSET
    """Tenant of a service principal or directory group; only for clients that send the whole user back."""
    object_id: str | UnsetType = UNSET
    """Directory object behind the user, as for `tenantId`; absence keeps it."""


class WebhookV1Destination(
    Model,
    tag_field="type",
    tag="webhook@v1",
    rename={
        "display_name": "displayName",
        "last_export_time": "lastExportTime",
        "query_customizations": "queryCustomizations",
        "header_customizations": "headerCustomizations",
    },
):
    """A web address that every message is posted to. (schema `WebhookV1Destination`)"""

    __schema__: ClassVar[str] = "WebhookV1Destination"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"status", "errors", "lastExportTime", "id"})
    type: ClassVar[Literal["webhook@v1"]] = "webhook@v1"
    display_name: str
    """Name of the destination for people."""
    url: str
    """Address to call."""
    status: str | UnsetType = UNSET
    """`waiting`, `notStarted`, `starting`, `healthy` or `error` have been seen; upstream leaves the set
    open. (read-only)
    """
    errors: list[DataExportError] | UnsetType = UNSET
    """What keeps data from being delivered. No published answer has one. (read-only)"""
    last_export_time: Timestamp | UnsetType = UNSET
    """When data was last sent, UTC. No example has it. (read-only)"""
    id: str | UnsetType = UNSET
    """Id from the URL; exports use it to point here. (read-only)"""
    query_customizations: dict[str, WebhookV1DestinationCustomization] | UnsetType = UNSET
    """Parameters to add to the query of each request, by name."""
    header_customizations: dict[str, WebhookV1DestinationCustomization] | UnsetType = UNSET
    """Headers to add to each request, by name; may be empty."""
    authorization: WebhookV1DestinationAuth | UnsetType = UNSET
    """How a request proves where it comes from. Left out for an open address, in answers too."""


class WebhookV1DestinationCustomization(Model):
    """A value to add to each request to a webhook. (schema `WebhookV1DestinationCustomization`)"""

    __schema__: ClassVar[str] = "WebhookV1DestinationCustomization"
    value: str
    """What to send under that name. Hidden on reads if `secret` is true."""
    secret: bool | UnsetType = UNSET
    """True to have the value hidden on reads."""


class WebhookV1DestinationHeaderAuth(Model, tag_field="type", tag="header"):
    """A fixed value for the `Authorization` header. (schema `WebhookV1DestinationHeaderAuth`)"""

    __schema__: ClassVar[str] = "WebhookV1DestinationHeaderAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"value"})
    type: ClassVar[Literal["header"]] = "header"
    value: str
    """The value to send, scheme included if the receiver wants one. Treat it as secret."""


class WebhookV1DestinationOAuthAuth(
    Model,
    tag_field="type",
    tag="oauth",
    rename={
        "token_url": "tokenUrl",
        "client_id": "clientId",
        "client_secret": "clientSecret",
        "request_type": "requestType",
    },
):
    """A token the service fetches for itself with client credentials. (schema
    `WebhookV1DestinationOAuthAuth`)
    """

    __schema__: ClassVar[str] = "WebhookV1DestinationOAuthAuth"
    __secret__: ClassVar[frozenset[str]] = frozenset({"clientSecret"})
    type: ClassVar[Literal["oauth"]] = "oauth"
    token_url: str
    """Address that hands out the token."""
    client_id: str
    """Client id to ask with."""
    client_secret: str
    """Client secret to ask with; masked in answers like the other secrets."""
    audience: str | UnsetType = UNSET
    """Whom the token shall be for, where the token service wants to know."""
    scope: str | UnsetType = UNSET
    """Permission to ask for, where the token service wants one."""
    request_type: OAuthRequestType | UnsetType = UNSET
    """How the token is asked for: body as JSON (`json`), as form (`urlencoded`), or as the service chooses
    (`auto`).
    """


class X509(Model, rename={"client_certificates": "clientCertificates"}):
    """Holder of the client certificates of a single device. (schema `X509`)"""

    __schema__: ClassVar[str] = "X509"
    client_certificates: X509Certificates | UnsetType = UNSET
    """Up to two certificates the device may connect with."""


class X509Attestation(Model, tag_field="type", tag="x509"):
    """Attestation by client certificates registered for this very device. (schema `X509Attestation`)"""

    __schema__: ClassVar[str] = "X509Attestation"
    type: ClassVar[Literal["x509"]] = "x509"
    x509: X509
    """The certificates the device may show."""


class X509Certificate(Model):
    """One client certificate of a device. Requests carry the certificate, answers its thumbprint.

    (schema `X509Certificate`)
    """

    __schema__: ClassVar[str] = "X509Certificate"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"info"})
    certificate: str | UnsetType = UNSET
    """The certificate as text, base64 of its PEM file in one line. Only in requests."""
    info: X509CertificateInfo | UnsetType = UNSET
    """What the service read from the certificate; it fills this in itself. (read-only)"""


class X509CertificateInfo(Model, rename={"sha_1_thumbprint": "sha1Thumbprint"}):
    """Facts read from a stored certificate. (schema `X509CertificateInfo`)"""

    __schema__: ClassVar[str] = "X509CertificateInfo"
    sha_1_thumbprint: str
    """SHA-1 of the certificate as 40 upper-case hex digits; enough to recognise it, not to verify it."""


class X509CertificatePatch(Model):
    """Change to one client certificate; its thumbprint follows by itself. (schema `X509CertificatePatch`)"""

    __schema__: ClassVar[str] = "X509CertificatePatch"
    certificate: str | None | UnsetType = UNSET
    """Replacement certificate, base64 of the PEM text. Null empties the slot, absence keeps the
    certificate in it.
    """


class X509Certificates(Model):
    """A primary client certificate and a spare one for the time of renewal. (schema `X509Certificates`)"""

    __schema__: ClassVar[str] = "X509Certificates"
    primary: X509Certificate
    """Certificate in regular use."""
    secondary: X509Certificate | UnsetType = UNSET
    """Second accepted certificate, for changing over without an interruption; absent if none is
    registered.
    """


class X509CertificatesPatch(Model):
    """Changes to the pair of client certificates. (schema `X509CertificatesPatch`)"""

    __schema__: ClassVar[str] = "X509CertificatesPatch"
    primary: X509CertificatePatch | UnsetType = UNSET
    """Change to the certificate in regular use; when absent it stays."""
    secondary: X509CertificatePatch | None | UnsetType = UNSET
    """Change to the spare certificate. Null withdraws it, absence keeps it."""


class X509Patch(Model, rename={"client_certificates": "clientCertificates"}):
    """Changes to the client certificates of a device. (schema `X509Patch`)"""

    __schema__: ClassVar[str] = "X509Patch"
    client_certificates: X509CertificatesPatch | UnsetType = UNSET
    """The certificates to change; those not named inside stay registered."""


class X509VerificationCertificate(Model):
    """Proof that the caller holds the private key of an authority certificate. (schema
    `X509VerificationCertificate`)
    """

    __schema__: ClassVar[str] = "X509VerificationCertificate"
    certificate: str
    """Certificate signed by that authority, whose common name is the verification code; base64 of the PEM
    text.
    """


class X509VerificationCode(Model, rename={"verification_code": "verificationCode"}):
    """A one-time challenge for proving possession of an authority certificate's key. (schema
    `X509VerificationCode`)
    """

    __schema__: ClassVar[str] = "X509VerificationCode"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"verificationCode"})
    verification_code: str | UnsetType = UNSET
    """Text to put as common name (CN) into the proof certificate. (read-only)"""


class UnknownAttestation(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A Attestation whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "Attestation"


class UnknownBlobStorageV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A BlobStorageV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "BlobStorageV1DestinationAuth"


class UnknownDataExplorerV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A DataExplorerV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "DataExplorerV1DestinationAuth"


class UnknownDestination(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A Destination whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "Destination"


class UnknownEventHubsV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A EventHubsV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "EventHubsV1DestinationAuth"


class UnknownGroupAttestation(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A GroupAttestation whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "GroupAttestation"


class UnknownJobData(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A JobData whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "JobData"


class UnknownJobScheduleEnd(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A JobScheduleEnd whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "JobScheduleEnd"


class UnknownQueryRangeConfiguration(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A QueryRangeConfiguration whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "QueryRangeConfiguration"


class UnknownServiceBusQueueV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A ServiceBusQueueV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "ServiceBusQueueV1DestinationAuth"


class UnknownServiceBusTopicV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A ServiceBusTopicV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "ServiceBusTopicV1DestinationAuth"


class UnknownTileConfiguration(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A TileConfiguration whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "TileConfiguration"


class UnknownUser(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A User whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "User"


class UnknownWebhookV1DestinationAuth(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A WebhookV1DestinationAuth whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "WebhookV1DestinationAuth"


AnyValue = Any
"""Any JSON value whose shape is fixed elsewhere, mostly by a device template. (schema `AnyValue`)"""

Attestation = SymmetricKeyAttestation | TpmAttestation | X509Attestation | UnknownAttestation
"""How one device proves who it is, in place of the enrollment group it would otherwise fall under.
`type` selects shared keys, TPM or certificates. (schema `Attestation`)
"""

BlobStorageV1DestinationAuth = (
    BlobStorageV1DestinationConnectionStringAuth
    | BlobStorageV1DestinationSystemAssignedManagedIdentityAuth
    | UnknownBlobStorageV1DestinationAuth
)
"""Access to a blob container, by connection string or by the identity of the application. (schema
`BlobStorageV1DestinationAuth`)
"""

DataExplorerV1DestinationAuth = (
    DataExplorerV1DestinationServicePrincipalAuth
    | DataExplorerV1DestinationSystemAssignedManagedIdentityAuth
    | UnknownDataExplorerV1DestinationAuth
)
"""Access to Data Explorer, by service principal or managed identity. (schema
`DataExplorerV1DestinationAuth`)
"""

Destination = (
    BlobStorageV1Destination
    | DataExplorerV1Destination
    | EventHubsV1Destination
    | ServiceBusQueueV1Destination
    | ServiceBusTopicV1Destination
    | WebhookV1Destination
    | UnknownDestination
)
"""A place that data exports send to, in one of six types. `type` fixes the members and cannot be
changed later. (schema `Destination`)
"""

DeviceProperties = dict[str, Any]
"""Property values of a device, component or module by name, and beside them `$metadata` about each. A
root answer nests one object per component. (schema `DeviceProperties`)
"""

DevicePropertiesPatch = dict[str, Any]
"""Property values to set, by name. Names left out stay as they are. At the root a component's
properties go into an object under the component's name. (schema `DevicePropertiesPatch`)
"""

EventHubsV1DestinationAuth = (
    EventHubsV1DestinationConnectionStringAuth
    | EventHubsV1DestinationSystemAssignedManagedIdentityAuth
    | UnknownEventHubsV1DestinationAuth
)
"""Access to an event hub, by connection string or managed identity. (schema
`EventHubsV1DestinationAuth`)
"""

GroupAttestation = GroupSymmetricKeyAttestation | GroupX509Attestation | UnknownGroupAttestation
"""Proof asked of all devices in an enrollment group: derived keys or signed certificates, as `type`
tells. (schema `GroupAttestation`)
"""

JobData = (
    CloudPropertyJobData
    | CommandJobData
    | DeviceManifestMigrationJobData
    | DeviceTemplateMigrationJobData
    | PropertyJobData
    | UnknownJobData
)
"""One step of a job: set a property, set a cloud property, run a command, or change the template or
the edge manifest. `type` says which. (schema `JobData`)
"""

JobScheduleEnd = DateJobScheduleEnd | OccurrencesJobScheduleEnd | UnknownJobScheduleEnd
"""Where the repetition stops: on a date or after a number of runs, as `type` says. (schema
`JobScheduleEnd`)
"""

QueryRangeConfiguration = (
    CountQueryRangeConfiguration | TimeQueryRangeConfiguration | UnknownQueryRangeConfiguration
)
"""How much data a tile looks at: a span of time, or a number of values for a line chart. (schema
`QueryRangeConfiguration`)
"""

ServiceBusQueueV1DestinationAuth = (
    ServiceBusQueueV1DestinationConnectionStringAuth
    | ServiceBusQueueV1DestinationSystemAssignedManagedIdentityAuth
    | UnknownServiceBusQueueV1DestinationAuth
)
"""Access to a queue, by connection string or managed identity. (schema
`ServiceBusQueueV1DestinationAuth`)
"""

ServiceBusTopicV1DestinationAuth = (
    ServiceBusTopicV1DestinationConnectionStringAuth
    | ServiceBusTopicV1DestinationSystemAssignedManagedIdentityAuth
    | UnknownServiceBusTopicV1DestinationAuth
)
"""Access to a topic, by connection string or managed identity. (schema
`ServiceBusTopicV1DestinationAuth`)
"""

TileConfiguration = (
    BarChartConfiguration
    | CommandTileConfiguration
    | DataExplorerTileConfiguration
    | DeviceCountTileConfiguration
    | EventChartConfiguration
    | EventHistoryChartConfiguration
    | ExternalContentTileConfiguration
    | HeatMapConfiguration
    | ImageTileConfiguration
    | KpiTileConfiguration
    | LabelTileConfiguration
    | LineChartConfiguration
    | LkvTileConfiguration
    | MapPropertyConfiguration
    | MapTelemetryConfiguration
    | MarkdownTileConfiguration
    | PieChartConfiguration
    | PropertyTileConfiguration
    | StateChartConfiguration
    | StateHistoryChartConfiguration
    | UnknownTileConfiguration
)
"""Content of a tile, in one of twenty forms. `type` says which; charts and value tiles also name a
device group, its devices and what to show of them. (schema `TileConfiguration`)
"""

User = ADGroupUser | EmailUser | ServicePrincipalUser | UnknownUser
"""Someone or something that may use the application: a person by e-mail, a service principal or a
directory group. `type` tells which and fixes the other members. (schema `User`)
"""

WebhookV1DestinationAuth = (
    WebhookV1DestinationHeaderAuth | WebhookV1DestinationOAuthAuth | UnknownWebhookV1DestinationAuth
)
"""Proof sent to a webhook: a fixed header, or a token fetched by OAuth. (schema
`WebhookV1DestinationAuth`)
"""
