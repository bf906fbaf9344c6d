# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `roles` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["AsyncRolesOperations", "GET", "LIST", "RolesOperations"]

_ROLE_ID = Parameter("roleId", "role_id", "path", True, {"type": "string"})

LIST: Operation[m.RoleCollection] = Operation(
    id="Roles_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/roles",
    success={200: m.RoleCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Role] = Operation(
    id="Roles_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/roles/{roleId}",
    parameters=(_ROLE_ID,),
    success={200: m.Role},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class RolesOperations(Surface):
    """Named sets of permissions that users and API tokens are given. They are read-only here; own roles
    are made in the web application.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "roles")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Role]:
        """List roles.

        Returns the built-in roles and those made in the web application. The Org roles show only after the
        first organization was created. Use the `id` of an entry when giving a role to a user or token; 403
        if the caller may not view roles.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of roles, own ones included.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Roles_List`, GET /roles
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, role_id: str, **options: Unpack[CallOptions]) -> m.Role:
        """Read a role.

        Returns the name of a role; its permissions cannot be read over this API. 404 if no role has the id.

        Args:
            role_id: The GUID of a role, from `Roles_List`. Built-in roles have the same GUID in every
                application: `ca310b8d-2f4a-44e0-a36e-957c202cd8d4` is Administrator.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            Id and display name of the role.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Roles_Get`, GET /roles/{roleId}
        """
        return self._caller.call(GET, (role_id,), **options)


class AsyncRolesOperations(Surface):
    """Asynchronous twin of `RolesOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "roles")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Role]:
        """List roles. See `RolesOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, role_id: str, **options: Unpack[CallOptions]) -> m.Role:
        """Read a role. See `RolesOperations.get`."""
        return await self._caller.call(GET, (role_id,), **options)
