# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `users` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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

__all__ = ["AsyncUsersOperations", "CREATE", "DELETE", "GET", "LIST", "UPDATE", "UsersOperations"]

_PAGE_SIZE = Parameter(
    "maxpagesize",
    "page_size",
    "query",
    False,
    {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100},
)
_USER_ID = Parameter(
    "userId", "user_id", "path", True, {"type": "string", "maxLength": 48, "pattern": "^[a-zA-Z0-9-_]*$"}
)
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.UserCollection] = Operation(
    id="Users_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/users",
    parameters=(_PAGE_SIZE,),
    success={200: m.UserCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.User] = Operation(
    id="Users_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/users/{userId}",
    parameters=(_USER_ID,),
    success={200: m.User},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.User] = Operation(
    id="Users_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/users/{userId}",
    parameters=(_USER_ID,),
    body=Body("User", "application/json"),
    success={200: m.User},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.User] = Operation(
    id="Users_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/users/{userId}",
    parameters=(_USER_ID, _IF_MATCH),
    body=Body("UserPatch", "application/merge-patch+json"),
    success={200: m.User},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="Users_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/users/{userId}",
    parameters=(_USER_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)


class UsersOperations(Surface):
    """People, service principals and Entra groups admitted to the application, each with at least one
    role.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "users")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]) -> Pager[m.User]:
        """List users.

        Returns people, service principals and Entra groups of the application with their roles. 403 if the
        role may not view users; 400 for a page size the schema does not allow.

        Args:
            page_size: Most items on a page. A page may hold fewer and still have a `nextLink`, which
                carries the number along. Devices and templates come by 25 without it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of users of all three types.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Users_List`, GET /users
        """
        return self._caller.pages(LIST, (page_size,), **options)

    def get(self, user_id: str, **options: Unpack[CallOptions]) -> m.User:
        """Read a user.

        Returns one user with roles; `type` says which other members there are. 404 if the id is unknown.

        Args:
            user_id: Chosen by the caller, or a GUID when the user was added elsewhere: letters, digits, `-`
                and `_`, up to 48. It is neither the e-mail address nor the Entra object id; `Users_List`
                shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The user in the form of its `type`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Users_Get`, GET /users/{userId}
        """
        return self._caller.call(GET, (user_id,), **options)

    def create(self, user_id: str, body: m.User, **options: Unpack[CallOptions]) -> m.User:
        """Add a user.

        Admits a person by e-mail, a service principal or an Entra group, with at least one role. App-level
        roles go only without an organization, Org roles only with one, and nobody can grant more than they
        hold. 400 if `roles` is empty or the members do not fit `type`.

        Args:
            user_id: Chosen by the caller, or a GUID when the user was added elsewhere: letters, digits, `-`
                and `_`, up to 48. It is neither the e-mail address nor the Entra object id; `Users_List`
                shows it.
            body: `type`, `roles`, and either `email` or `tenantId` with `objectId`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The user as admitted; an e-mail address in lower case.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Users_Create`, PUT /users/{userId}
        """
        return self._caller.call(CREATE, (user_id,), body, **options)

    def update(
        self,
        user_id: str,
        body: m.UserPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.User:
        """Change the roles of a user.

        Changes a user, in practice the roles: the array sent replaces the one stored. 404 if the user is
        unknown, 400 if no role is left, 412 if `If-Match` is given and does not fit.

        Args:
            user_id: Chosen by the caller, or a GUID when the user was added elsewhere: letters, digits, `-`
                and `_`, up to 48. It is neither the e-mail address nor the Entra object id; `Users_List`
                shows it.
            body: `type` together with the full new list of roles.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The user with the roles now in force.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `Users_Update`, PATCH /users/{userId}
        """
        return self._caller.call(UPDATE, (user_id, if_match), body, **options)

    def delete(self, user_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove a user.

        Takes access to this application away; the account in Entra is not touched. The last administrator
        has to stay. 404 if the user is unknown.

        Args:
            user_id: Chosen by the caller, or a GUID when the user was added elsewhere: letters, digits, `-`
                and `_`, up to 48. It is neither the e-mail address nor the Entra object id; `Users_List`
                shows it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Users_Remove`, DELETE /users/{userId}
        """
        return self._caller.call(DELETE, (user_id,), **options)


class AsyncUsersOperations(Surface):
    """Asynchronous twin of `UsersOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "users")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.User]:
        """List users. See `UsersOperations.list`."""
        return self._caller.pages(LIST, (page_size,), **options)

    async def get(self, user_id: str, **options: Unpack[CallOptions]) -> m.User:
        """Read a user. See `UsersOperations.get`."""
        return await self._caller.call(GET, (user_id,), **options)

    async def create(self, user_id: str, body: m.User, **options: Unpack[CallOptions]) -> m.User:
        """Add a user. See `UsersOperations.create`."""
        return await self._caller.call(CREATE, (user_id,), body, **options)

    async def update(
        self,
        user_id: str,
        body: m.UserPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.User:
        """Change the roles of a user. See `UsersOperations.update`."""
        return await self._caller.call(UPDATE, (user_id, if_match), body, **options)

    async def delete(self, user_id: str, **options: Unpack[CallOptions]) -> None:
        """Remove a user. See `UsersOperations.delete`."""
        return await self._caller.call(DELETE, (user_id,), **options)
