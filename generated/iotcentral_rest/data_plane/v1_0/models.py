# Written by `python -m codegen generate` from specs/data-plane/1.0.yaml. Do not edit: change the spec and run it again.
"""Models of data-plane 1.0: what the operations take and answer."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from iotcentral._core.model import UNKNOWN_TAG, UNSET, Model, OpenStrEnum, UnknownVariant, UnsetType
from iotcentral.times import Timestamp

__all__ = [
    "ApiToken",
    "ApiTokenCollection",
    "Attestation",
    "AttestationPatch",
    "AttestationType",
    "Collection",
    "Device",
    "DeviceCollection",
    "DeviceCommand",
    "DeviceCommandCollection",
    "DeviceCredentials",
    "DevicePatch",
    "DeviceProperties",
    "DevicePropertiesPatch",
    "DeviceTelemetry",
    "DeviceTemplate",
    "DeviceTemplateCollection",
    "DeviceTemplatePatch",
    "EmailUser",
    "Error",
    "ErrorDetails",
    "Permission",
    "Role",
    "RoleAssignment",
    "RoleCollection",
    "ServicePrincipalUser",
    "SymmetricKey",
    "SymmetricKeyAttestation",
    "SymmetricKeyPatch",
    "Tpm",
    "TpmAttestation",
    "TpmPatch",
    "UnknownAttestation",
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
]


class AttestationType(OpenStrEnum):
    """Known values of `AttestationPatch.type`.

    Any other value is kept as it is.
    """

    SYMMETRIC_KEY = "symmetricKey"
    TPM = "tpm"
    X509 = "x509"


class UserType(OpenStrEnum):
    """Known values of `UserPatch.type`.

    Any other value is kept as it is.
    """

    EMAIL = "email"
    SERVICE_PRINCIPAL = "servicePrincipal"


class ApiToken(Model):
    """A long-lived key to the API of one application, with roles of its own. It can be made, read and
    revoked, but not changed.

    (schema `ApiToken`)
    """

    __schema__: ClassVar[str] = "ApiToken"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id", "token"})
    __secret__: ClassVar[frozenset[str]] = frozenset({"token"})
    roles: list[RoleAssignment]
    """Roles held, at least one. Each holds for the whole application."""
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
    what a stale one does.
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
    """Absolute URL of the next page of templates. For a later version the service has written `$top` and
    `$skiptoken` into it, so expect parameters that are not declared.
    """


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
    """Roles held, at least one. Each holds for the whole application."""
    email: str
    """Address the person signs in with; no two users of an application share one. Expect it back in lower
    case.
    """
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class Error(Model):
    """The body of every refusal. No successful answer has a member `error` at the top.

    (schema `Error`)
    """

    __schema__: ClassVar[str] = "Error"
    error: ErrorDetails
    """What went wrong, for programs and for people."""


class ErrorDetails(Model, rename={"request_id": "requestId"}):
    """One error. No version declares a list of details or an inner error. (schema `ErrorDetails`)"""

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


class Permission(Model):
    """Anything that holds roles. Users and API tokens are built on it. (schema `Permission`)"""

    __schema__: ClassVar[str] = "Permission"
    roles: list[RoleAssignment]
    """Roles held, at least one. Each holds for the whole application."""


class Role(Model, rename={"display_name": "displayName"}):
    """A named set of permissions. Three are built in, custom ones are made in the web interface; the API
    only reads them.

    (schema `Role`)
    """

    __schema__: ClassVar[str] = "Role"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    id: str | UnsetType = UNSET
    """GUID of the role; the built-in ones have the same GUID in every application. (read-only)"""
    display_name: str | UnsetType = UNSET
    """Name by which the role is shown, for example `Administrator` or `Builder`. It differs a little from
    the web interface, which says App Administrator.
    """


class RoleAssignment(Model):
    """One role, held for the whole application. (schema `RoleAssignment`)"""

    __schema__: ClassVar[str] = "RoleAssignment"
    role: str
    """Id of the role, a GUID as listed under `/roles`, not its name."""


class RoleCollection(Model, rename={"next_link": "nextLink"}):
    """One page of roles, built-in and custom. (schema `RoleCollection`)"""

    __schema__: ClassVar[str] = "RoleCollection"
    value: list[Role]
    """Roles that can be assigned in this application."""
    next_link: str | UnsetType = UNSET
    """URL of the following page of roles; with at most 50 roles an application it is seldom there."""


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
    """Roles held, at least one. Each holds for the whole application."""
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
    """What both kinds of user share: an id and the roles they hold. (schema `UserBase`)"""

    __schema__: ClassVar[str] = "UserBase"
    __read_only__: ClassVar[frozenset[str]] = frozenset({"id"})
    roles: list[RoleAssignment]
    """Roles held, at least one. Each holds for the whole application."""
    id: str | UnsetType = UNSET
    """Id chosen by whoever added the user (at most 48 of letters, digits, `-` and `_`), often a GUID.
    (read-only)
    """


class UserCollection(Model, rename={"next_link": "nextLink"}):
    """One page of the users of an application. (schema `UserCollection`)"""

    __schema__: ClassVar[str] = "UserCollection"
    value: list[User]
    """Users on this page, persons and programs mixed; a client tells them apart by `type`."""
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
    """Address of an `email` user, sent by clients that send the whole user back; leave it out otherwise."""
    tenant_id: str | UnsetType = UNSET
    """Tenant of a service principal; only for clients that echo all members."""
    object_id: str | UnsetType = UNSET
    """Object id of the service principal, as for `tenantId`; absence keeps it."""


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


class UnknownAttestation(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A Attestation whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "Attestation"


class UnknownUser(UnknownVariant, tag_field="type", tag=UNKNOWN_TAG):
    """A User whose `type` this version does not name; its members are kept."""

    __union__: ClassVar[str] = "User"


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

User = EmailUser | ServicePrincipalUser | UnknownUser
"""Someone or something that may use the application: a person by e-mail, or a service principal.
`type` tells which and fixes the other members. (schema `User`)
"""
