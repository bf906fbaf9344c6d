# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `organizations` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.model import UNSET
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.conditions import HasETag
    from iotcentral._core.model import UnsetType
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = [
    "AsyncOrganizationsOperations",
    "CREATE",
    "DELETE",
    "GET",
    "LIST",
    "OrganizationsOperations",
    "UPDATE",
]

_ORGANIZATION_ID = Parameter(
    "organizationId",
    "organization_id",
    "path",
    True,
    {"type": "string", "maxLength": 48, "pattern": "^(?!-)[a-z0-9-]{1,48}[a-z0-9]$"},
)
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.OrganizationCollection] = Operation(
    id="Organizations_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/organizations",
    success={200: m.OrganizationCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Organization] = Operation(
    id="Organizations_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/organizations/{organizationId}",
    parameters=(_ORGANIZATION_ID,),
    success={200: m.Organization},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Organization] = Operation(
    id="Organizations_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/organizations/{organizationId}",
    parameters=(_ORGANIZATION_ID,),
    body=Body("Organization", "application/json"),
    success={200: m.Organization},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.Organization] = Operation(
    id="Organizations_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/organizations/{organizationId}",
    parameters=(_ORGANIZATION_ID, _IF_MATCH),
    body=Body("OrganizationPatch", "application/merge-patch+json"),
    success={200: m.Organization},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Organizations_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/organizations/{organizationId}",
    parameters=(_ORGANIZATION_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 409, 429, 500, 503),
    retry="safe",
)


class OrganizationsOperations(Surface):
    """The tree that splits an application among tenants, sites or customers. Devices, groups, jobs, users
    and tokens belong to a node of it; the root itself is not a resource. Documented limits are 200
    nodes and a depth of five.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "organizations")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Organization]:
        """List organizations.

        Returns the organizations the caller can see as a flat list; the tree follows from `parent`. The
        root is not in it. 403 if the role may not view them.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of organizations; none while the tree
            is only a root.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Organizations_List`, GET /organizations
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, organization_id: str, **options: Unpack[CallOptions]) -> m.Organization:
        """Read an organization.

        Returns name and parent of one node. No `parent` means that it stands directly below the root. 404
        if it is unknown.

        Args:
            organization_id: Chosen on creation: 2 to 48 lower-case letters, digits and `-`, with no `-` at
                either end. Other resources name an organization by this id, never by its display name.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The organization with its place in the tree.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Organizations_Get`, GET /organizations/{organizationId}
        """
        return self._caller.call(GET, (organization_id,), **options)

    def create(
        self, organization_id: str, body: m.Organization, **options: Unpack[CallOptions]
    ) -> m.Organization:
        """Create an organization.

        Adds a node to the tree, below `parent` or else directly below the root. The first one also brings
        the three Org roles into `Roles_List`. 400 if the id has the wrong form or the body cannot be used.

        Args:
            organization_id: Chosen on creation: 2 to 48 lower-case letters, digits and `-`, with no `-` at
                either end. Other resources name an organization by this id, never by its display name.
            body: A name, and the id of the parent unless it is the root.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The new organization.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Organizations_Create`, PUT /organizations/{organizationId}
        """
        return self._caller.call(CREATE, (organization_id,), body, **options)

    def update(
        self,
        organization_id: str,
        body: m.OrganizationPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Organization:
        """Change an organization.

        Renames a node, or gives it another parent, which takes all below it along and changes who sees its
        devices. 404 if it is unknown, 400 for a member of wrong type, 412 for an `If-Match` that does not
        hold.

        Args:
            organization_id: Chosen on creation: 2 to 48 lower-case letters, digits and `-`, with no `-` at
                either end. Other resources name an organization by this id, never by its display name.
            body: A new name, a new parent, or both.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The organization after the change.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `Organizations_Update`, PATCH /organizations/{organizationId}
        """
        return self._caller.call(UPDATE, (organization_id, if_match), body, **options)

    def delete(self, organization_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an organization.

        Removes an empty leaf of the tree. Its devices, users, groups, dashboards and jobs have to be moved
        or deleted first, and so its child organizations. 404 for an unknown id.

        Args:
            organization_id: Chosen on creation: 2 to 48 lower-case letters, digits and `-`, with no `-` at
                either end. Other resources name an organization by this id, never by its display name.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound, Conflict: by status; besides them what every call may raise.

        Operation: `Organizations_Remove`, DELETE /organizations/{organizationId}
        """
        return self._caller.call(DELETE, (organization_id,), **options)


class AsyncOrganizationsOperations(Surface):
    """Asynchronous twin of `OrganizationsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "organizations")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Organization]:
        """List organizations. See `OrganizationsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, organization_id: str, **options: Unpack[CallOptions]) -> m.Organization:
        """Read an organization. See `OrganizationsOperations.get`."""
        return await self._caller.call(GET, (organization_id,), **options)

    async def create(
        self, organization_id: str, body: m.Organization, **options: Unpack[CallOptions]
    ) -> m.Organization:
        """Create an organization. See `OrganizationsOperations.create`."""
        return await self._caller.call(CREATE, (organization_id,), body, **options)

    async def update(
        self,
        organization_id: str,
        body: m.OrganizationPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.Organization:
        """Change an organization. See `OrganizationsOperations.update`."""
        return await self._caller.call(UPDATE, (organization_id, if_match), body, **options)

    async def delete(self, organization_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an organization. See `OrganizationsOperations.delete`."""
        return await self._caller.call(DELETE, (organization_id,), **options)
