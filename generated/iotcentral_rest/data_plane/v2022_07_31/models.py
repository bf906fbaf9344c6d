# Written by `python -m codegen generate` from specs/data-plane/2022-07-31.yaml. Do not edit: change the spec and run it again.
"""Models of data-plane 2022-07-31: what the operations take and answer."""

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
    "CapabilityJobData",
    "CertificateEntry",
    "CloudPropertyJobData",
    "Collection",
    "CommandJobData",
    "DateJobScheduleEnd",
    "Device",
    "DeviceCollection",
    "DeviceCommand",
    "DeviceCommandCollection",
    "DeviceCredentials",
    "DeviceGroup",
    "DeviceGroupCollection",
    "DeviceGroupDeviceCollection",
    "DeviceGroupPatch",
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
    "EmailUser",
    "EnrollmentGroup",
    "EnrollmentGroupCollection",
    "EnrollmentGroupPatch",
    "EnrollmentGroupType",
    "Error",
    "ErrorDetails",
    "FileUpload",
    "FileUploadPatch",
    "FileUploadState",
    "GroupAttestation",
    "GroupAttestationPatch",
    "GroupAttestationType",
    "GroupSymmetricKeyAttestation",
    "GroupX509Attestation",
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
    "OccurrencesJobScheduleEnd",
    "Organization",
    "OrganizationCollection",
    "OrganizationPatch",
    "Permission",
    "PropertyJobData",
    "Role",
    "RoleAssignment",
    "RoleCollection",
    "ScheduledJob",
    "ScheduledJobCollection",
    "ScheduledJobPatch",
    "ServicePrincipalUser",
    "SigningX509",
    "SigningX509Certificate",
    "SigningX509CertificatePatch",
    "SigningX509Certificates",
    "SigningX509CertificatesPatch",
    "SigningX509Patch",
    "SymmetricKey",
    "SymmetricKeyAttestation",
    "SymmetricKeyPatch",
    "Tpm",
    "TpmAttestation",
    "TpmPatch",
    "UnknownAttestation",
    "UnknownGroupAttestation",
    "UnknownJobData",
    "UnknownJobScheduleEnd",
    "UnknownUser",
    "User",
    "UserBase",
    "UserCollection",
    "UserPatch",
    "UserType",
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


class AttestationType(OpenStrEnum):
    """Known values of `AttestationPatch.type`.

    Any other value is kept as it is.
    """

    SYMMETRIC_KEY = "symmetricKey"
    TPM = "tpm"
    X509 = "x509"


class EnrollmentGroupType(OpenStrEnum):
    """Known values of `EnrollmentGroup.type`.

    Any other value is kept as it is.
    """

    IOT = "iot"
    IOT_EDGE = "iotEdge"


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


class DateJobScheduleEnd(Model, tag_field="type", tag="date"):
    """End of the repetition by date. (schema `DateJobScheduleEnd`)"""

    __schema__: ClassVar[str] = "DateJobScheduleEnd"
    type: ClassVar[Literal["date"]] = "date"
    date: str
    """Day on which the repetition ends, such as `2022-12-30`, without a time. Whether a run on that very
    day still happens is nowhere said.
    """


class Device(Model, rename={"display_name": "displayName"}):
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
    """Opaque mark of the stored state, new after each change. A client may send it back; nobody documents
    what a stale one does in a body.
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


class DeviceCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the devices the caller may see. (schema `DeviceCollection`)"""

    __schema__: ClassVar[str] = "DeviceCollection"
    value: list[Device]
    """Devices on this page: up to 25 unless a link asks for more, in an order nobody promises."""
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
    """Mark of the definition this change is based on; optional, and its effect undocumented in this
    version.
    """
    organizations: list[str] | None | UnsetType = UNSET
    """Organization to move the group to, as a list of one id. Null lets the group see the whole
    application again; absent, it stays put.
    """


class DevicePatch(Model, rename={"display_name": "displayName"}):
    """Changes to a device. Members left out keep their values; `id` and `provisioned` are the service's
    own and are ignored when echoed.

    (schema `DevicePatch`)
    """

    __schema__: ClassVar[str] = "DevicePatch"
    etag: str | UnsetType = UNSET
    """Mark from the last read. Optional; without it the change is written over whatever is stored."""
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
    """The last value a device sent for one telemetry name. There is no history in this version.

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
    """Absolute URL of the next page of templates. The service writes `$top` and `$skiptoken` into it
    although this version declares neither.
    """


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


class EnrollmentGroup(Model, rename={"display_name": "displayName"}):
    """A rule by which many devices may register on their own: all that hold a key derived from the
    group's, or a certificate under its authority.

    (schema `EnrollmentGroup`)
    """

    __schema__: ClassVar[str] = "EnrollmentGroup"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
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


class FileUpload(Model, rename={"connection_string": "connectionString", "sas_ttl": "sasTtl"}):
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


class FileUploadPatch(Model, rename={"connection_string": "connectionString", "sas_ttl": "sasTtl"}):
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
    """Mark of the definition as read; leave it out to overwrite regardless."""
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


class UnknownGroupAttestation(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A GroupAttestation whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "GroupAttestation"


class UnknownJobData(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A JobData whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "JobData"


class UnknownJobScheduleEnd(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A JobScheduleEnd whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "JobScheduleEnd"


class UnknownUser(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A User whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "User"


AnyValue = Any
"""Any JSON value whose shape is fixed elsewhere, mostly by a device template. (schema `AnyValue`)"""

Attestation = SymmetricKeyAttestation | TpmAttestation | X509Attestation | UnknownAttestation
"""How one device proves who it is, in place of the enrollment group it would otherwise fall under.
`type` selects shared keys, TPM or certificates. (schema `Attestation`)
"""

DeviceProperties = dict[str, Any]
"""Property values of a device, component or module by name, and beside them `$metadata` about each. A
root answer nests one object per component. (schema `DeviceProperties`)
"""

DevicePropertiesPatch = dict[str, Any]
"""Property values to set, by name. Names left out stay as they are. At the root a component's
properties go into an object under the component's name. (schema `DevicePropertiesPatch`)
"""

GroupAttestation = GroupSymmetricKeyAttestation | GroupX509Attestation | UnknownGroupAttestation
"""Proof asked of all devices in an enrollment group: derived keys or signed certificates, as `type`
tells. (schema `GroupAttestation`)
"""

JobData = (
    CloudPropertyJobData | CommandJobData | DeviceTemplateMigrationJobData | PropertyJobData | UnknownJobData
)
"""One step of a job: set a property, set a cloud property, run a command or change the template.
`type` says which. (schema `JobData`)
"""

JobScheduleEnd = DateJobScheduleEnd | OccurrencesJobScheduleEnd | UnknownJobScheduleEnd
"""Where the repetition stops: on a date or after a number of runs, as `type` says. (schema
`JobScheduleEnd`)
"""

User = ADGroupUser | EmailUser | ServicePrincipalUser | UnknownUser
"""Someone or something that may use the application: a person by e-mail, a service principal or a
directory group. `type` tells which and fixes the other members. (schema `User`)
"""
