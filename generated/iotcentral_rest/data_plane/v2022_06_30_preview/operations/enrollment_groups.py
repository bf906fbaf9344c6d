# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `enrollment_groups` of data-plane 2022-06-30-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = [
    "AsyncEnrollmentGroupsOperations",
    "CREATE",
    "CREATE_X509",
    "DELETE",
    "DELETE_X509",
    "EnrollmentGroupsOperations",
    "GENERATE_VERIFICATION_CODE_X509",
    "GET",
    "GET_X509",
    "LIST",
    "UPDATE",
    "VERIFY_X509",
]

_ENROLLMENT_GROUP_ID = Parameter(
    "enrollmentGroupId",
    "enrollment_group_id",
    "path",
    True,
    {"type": "string", "maxLength": 255, "pattern": "^[a-zA-Z0-9-]*$"},
)
_ENTRY = Parameter("entry", "entry", "path", True, {"type": "string", "enum": ["primary", "secondary"]})

LIST: Operation[m.EnrollmentGroupCollection] = Operation(
    id="EnrollmentGroups_List",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/enrollmentGroups",
    success={200: m.EnrollmentGroupCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.EnrollmentGroup] = Operation(
    id="EnrollmentGroups_Get",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/enrollmentGroups/{enrollmentGroupId}",
    parameters=(_ENROLLMENT_GROUP_ID,),
    success={200: m.EnrollmentGroup},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.EnrollmentGroup] = Operation(
    id="EnrollmentGroups_Create",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/enrollmentGroups/{enrollmentGroupId}",
    parameters=(_ENROLLMENT_GROUP_ID,),
    body=Body("EnrollmentGroup", "application/json"),
    success={200: m.EnrollmentGroup},
    errors=(400, 401, 403, 404, 409, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.EnrollmentGroup] = Operation(
    id="EnrollmentGroups_Update",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PATCH",
    path="/enrollmentGroups/{enrollmentGroupId}",
    parameters=(_ENROLLMENT_GROUP_ID,),
    body=Body("EnrollmentGroupPatch", "application/merge-patch+json"),
    success={200: m.EnrollmentGroup},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="EnrollmentGroups_Remove",
    plane="data-plane",
    version="2022-06-30-preview",
    method="DELETE",
    path="/enrollmentGroups/{enrollmentGroupId}",
    parameters=(_ENROLLMENT_GROUP_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

GET_X509: Operation[m.SigningX509Certificate] = Operation(
    id="EnrollmentGroups_GetX509",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}",
    parameters=(_ENROLLMENT_GROUP_ID, _ENTRY),
    success={200: m.SigningX509Certificate},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE_X509: Operation[m.SigningX509Certificate] = Operation(
    id="EnrollmentGroups_CreateX509",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}",
    parameters=(_ENROLLMENT_GROUP_ID, _ENTRY),
    body=Body("SigningX509Certificate", "application/json"),
    success={200: m.SigningX509Certificate},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

DELETE_X509: Operation[None] = Operation(
    id="EnrollmentGroups_RemoveX509",
    plane="data-plane",
    version="2022-06-30-preview",
    method="DELETE",
    path="/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}",
    parameters=(_ENROLLMENT_GROUP_ID, _ENTRY),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

GENERATE_VERIFICATION_CODE_X509: Operation[m.X509VerificationCode] = Operation(
    id="EnrollmentGroups_GenerateVerificationCodeX509",
    plane="data-plane",
    version="2022-06-30-preview",
    method="POST",
    path="/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}/generateVerificationCode",
    parameters=(_ENROLLMENT_GROUP_ID, _ENTRY),
    success={200: m.X509VerificationCode},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

VERIFY_X509: Operation[None] = Operation(
    id="EnrollmentGroups_VerifyX509",
    plane="data-plane",
    version="2022-06-30-preview",
    method="POST",
    path="/enrollmentGroups/{enrollmentGroupId}/certificates/{entry}/verify",
    parameters=(_ENROLLMENT_GROUP_ID, _ENTRY),
    body=Body("X509VerificationCertificate", "application/json"),
    success={200: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)


class EnrollmentGroupsOperations(Surface):
    """Ways for many devices to enrol through the Device Provisioning Service with one secret: a pair of
    group keys or an X.509 signing certificate.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "enrollment_groups")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.EnrollmentGroup]:
        """List enrollment groups.

        Returns all enrollment groups, with group keys in clear. Of the built-in roles only Administrator
        has access as the documentation reads; others get 403.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of enrollment groups with their
            attestation.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_List`, GET /enrollmentGroups
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, enrollment_group_id: str, **options: Unpack[CallOptions]) -> m.EnrollmentGroup:
        """Read an enrollment group.

        Returns the settings and attestation of a group; symmetric keys are included in clear. 404 for an
        unknown id.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The enrollment group, its keys or certificate data included.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_Get`, GET /enrollmentGroups/{enrollmentGroupId}
        """
        return self._caller.call(GET, (enrollment_group_id,), **options)

    def create(
        self, enrollment_group_id: str, body: m.EnrollmentGroup, **options: Unpack[CallOptions]
    ) -> m.EnrollmentGroup:
        """Create an enrollment group.

        Makes a group through which devices of one kind (`iot` or `iotEdge`) enrol. Symmetric keys are
        generated if none are sent; X.509 certificates are added afterwards to `primary` or `secondary`. 400
        if `displayName`, `type` or `attestation` is missing.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            body: Name, kind of device and attestation; `{"type": "symmetricKey"}` is enough to get keys.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The new enrollment group, generated keys included.

        Raises:
            BadRequest, NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_Create`, PUT /enrollmentGroups/{enrollmentGroupId}
        """
        return self._caller.call(CREATE, (enrollment_group_id,), body, **options)

    def update(
        self, enrollment_group_id: str, body: m.EnrollmentGroupPatch, **options: Unpack[CallOptions]
    ) -> m.EnrollmentGroup:
        """Change an enrollment group.

        Merges the given members into the group. `enabled: false` keeps its devices from enrolling without
        deleting anything. 404 if the group is unknown, 400 for a body that does not fit.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            body: Members to change, for example a new name or `enabled`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The enrollment group after the merge.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_Update`, PATCH /enrollmentGroups/{enrollmentGroupId}
        """
        return self._caller.call(UPDATE, (enrollment_group_id,), body, **options)

    def delete(self, enrollment_group_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an enrollment group.

        Deletes the group with its keys and certificates; devices that rely on it can no longer enrol
        through it. 404 if it is not there.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_Remove`, DELETE /enrollmentGroups/{enrollmentGroupId}
        """
        return self._caller.call(DELETE, (enrollment_group_id,), **options)

    def get_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> m.SigningX509Certificate:
        """Read a certificate of an enrollment group.

        Returns what is known of the certificate in one slot: its thumbprint and whether possession is
        proven. The certificate text itself need not be in the answer. 404 if the slot is empty or the group
        unknown.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            entry: Which of the two certificate slots of the group is meant. Two slots let a certificate be
                rolled over: fill the free one, then empty the old one.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            State and thumbprint of the certificate in this slot.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_GetX509`, GET /enrollmentGroups/{enrollmentGroupId}/certificates/{entry}
        """
        return self._caller.call(GET_X509, (enrollment_group_id, entry), **options)

    def create_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        body: m.SigningX509Certificate,
        **options: Unpack[CallOptions],
    ) -> m.SigningX509Certificate:
        """Set a certificate of an enrollment group.

        Puts a signing certificate into a slot of an X.509 group. It counts only once verified: send
        `verified: true` to vouch for it, or prove possession with a code and `EnrollmentGroups_VerifyX509`.
        400 if it cannot be read, 404 if the group is unknown.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            entry: Which of the two certificate slots of the group is meant. Two slots let a certificate be
                rolled over: fill the free one, then empty the old one.
            body: The whole PEM text of the certificate in base64 on one line, and whether to take it as
                verified.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored certificate by thumbprint, and whether it is verified.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_CreateX509`, PUT /enrollmentGroups/{enrollmentGroupId}/certificates/{entry}
        """
        return self._caller.call(CREATE_X509, (enrollment_group_id, entry), body, **options)

    def delete_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> None:
        """Delete a certificate of an enrollment group.

        Empties one certificate slot; devices whose chain ends there can no longer enrol. Fill the other
        slot first to roll over without a gap. 404 if the group is unknown.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            entry: Which of the two certificate slots of the group is meant. Two slots let a certificate be
                rolled over: fill the free one, then empty the old one.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_RemoveX509`, DELETE /enrollmentGroups/{enrollmentGroupId}/certificates/{entry}
        """
        return self._caller.call(DELETE_X509, (enrollment_group_id, entry), **options)

    def generate_verification_code_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> m.X509VerificationCode:
        """Generate a certificate verification code.

        Answers the code for the proof of possession. Issue a certificate with that code as common name,
        signed by the one in the slot, and send it to `EnrollmentGroups_VerifyX509`. 404 if the group is
        unknown.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            entry: Which of the two certificate slots of the group is meant. Two slots let a certificate be
                rolled over: fill the free one, then empty the old one.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The code to put into the common name.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_GenerateVerificationCodeX509`, POST /enrollmentGroups/{enrollmentGroupId}/certificates/{entry}/generateVerificationCode
        """
        return self._caller.call(GENERATE_VERIFICATION_CODE_X509, (enrollment_group_id, entry), **options)

    def verify_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        body: m.X509VerificationCertificate,
        **options: Unpack[CallOptions],
    ) -> None:
        """Verify a certificate of an enrollment group.

        Proves possession of the private key: takes a certificate that the one in the slot signed and whose
        common name is the code asked for before. 404 if the group is unknown; with which status a wrong
        certificate is refused is not recorded.

        Args:
            enrollment_group_id: Chosen by whoever creates the enrollment group: letters, digits and `-` up
                to 255 characters; unlike job ids, `_` is not allowed. `EnrollmentGroups_List` shows the
                existing ones, those the service made included.
            entry: Which of the two certificate slots of the group is meant. Two slots let a certificate be
                rolled over: fill the free one, then empty the old one.
            body: The signed certificate, base64 of its PEM text.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `EnrollmentGroups_VerifyX509`, POST /enrollmentGroups/{enrollmentGroupId}/certificates/{entry}/verify
        """
        return self._caller.call(VERIFY_X509, (enrollment_group_id, entry), body, **options)


class AsyncEnrollmentGroupsOperations(Surface):
    """Asynchronous twin of `EnrollmentGroupsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "enrollment_groups")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.EnrollmentGroup]:
        """List enrollment groups. See `EnrollmentGroupsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, enrollment_group_id: str, **options: Unpack[CallOptions]) -> m.EnrollmentGroup:
        """Read an enrollment group. See `EnrollmentGroupsOperations.get`."""
        return await self._caller.call(GET, (enrollment_group_id,), **options)

    async def create(
        self, enrollment_group_id: str, body: m.EnrollmentGroup, **options: Unpack[CallOptions]
    ) -> m.EnrollmentGroup:
        """Create an enrollment group. See `EnrollmentGroupsOperations.create`."""
        return await self._caller.call(CREATE, (enrollment_group_id,), body, **options)

    async def update(
        self, enrollment_group_id: str, body: m.EnrollmentGroupPatch, **options: Unpack[CallOptions]
    ) -> m.EnrollmentGroup:
        """Change an enrollment group. See `EnrollmentGroupsOperations.update`."""
        return await self._caller.call(UPDATE, (enrollment_group_id,), body, **options)

    async def delete(self, enrollment_group_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an enrollment group. See `EnrollmentGroupsOperations.delete`."""
        return await self._caller.call(DELETE, (enrollment_group_id,), **options)

    async def get_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> m.SigningX509Certificate:
        """Read a certificate of an enrollment group. See `EnrollmentGroupsOperations.get_x509`."""
        return await self._caller.call(GET_X509, (enrollment_group_id, entry), **options)

    async def create_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        body: m.SigningX509Certificate,
        **options: Unpack[CallOptions],
    ) -> m.SigningX509Certificate:
        """Set a certificate of an enrollment group. See `EnrollmentGroupsOperations.create_x509`."""
        return await self._caller.call(CREATE_X509, (enrollment_group_id, entry), body, **options)

    async def delete_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> None:
        """Delete a certificate of an enrollment group. See `EnrollmentGroupsOperations.delete_x509`."""
        return await self._caller.call(DELETE_X509, (enrollment_group_id, entry), **options)

    async def generate_verification_code_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        **options: Unpack[CallOptions],
    ) -> m.X509VerificationCode:
        """Generate a certificate verification code. See
        `EnrollmentGroupsOperations.generate_verification_code_x509`.
        """
        return await self._caller.call(
            GENERATE_VERIFICATION_CODE_X509, (enrollment_group_id, entry), **options
        )

    async def verify_x509(
        self,
        enrollment_group_id: str,
        entry: m.CertificateEntry | Literal["primary", "secondary"],
        body: m.X509VerificationCertificate,
        **options: Unpack[CallOptions],
    ) -> None:
        """Verify a certificate of an enrollment group. See `EnrollmentGroupsOperations.verify_x509`."""
        return await self._caller.call(VERIFY_X509, (enrollment_group_id, entry), body, **options)
