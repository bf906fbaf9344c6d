# Written by `python -m codegen generate` from specs/data-plane/1.0.yaml. Do not edit: change the spec and run it again.
"""Operations `api_tokens` of data-plane 1.0: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation, Paging, Parameter
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = ["ApiTokensOperations", "AsyncApiTokensOperations", "CREATE", "DELETE", "GET", "LIST"]

_TOKEN_ID = Parameter("tokenId", "token_id", "path", True, {"type": "string"})

LIST: Operation[m.ApiTokenCollection] = Operation(
    id="ApiTokens_List",
    plane="data-plane",
    version="1.0",
    method="GET",
    path="/apiTokens",
    success={200: m.ApiTokenCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.ApiToken] = Operation(
    id="ApiTokens_Get",
    plane="data-plane",
    version="1.0",
    method="GET",
    path="/apiTokens/{tokenId}",
    parameters=(_TOKEN_ID,),
    success={200: m.ApiToken},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.ApiToken] = Operation(
    id="ApiTokens_Create",
    plane="data-plane",
    version="1.0",
    method="PUT",
    path="/apiTokens/{tokenId}",
    parameters=(_TOKEN_ID,),
    body=Body("ApiToken", "application/json"),
    success={200: m.ApiToken},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

DELETE: Operation[None] = Operation(
    id="ApiTokens_Remove",
    plane="data-plane",
    version="1.0",
    method="DELETE",
    path="/apiTokens/{tokenId}",
    parameters=(_TOKEN_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class ApiTokensOperations(Surface):
    """Keys for programs that call this API without an Entra sign-in. A token is made, read, listed and
    deleted, never changed; its text is shown only when it is made.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "1.0", "api_tokens")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.ApiToken]:
        """List API tokens.

        Returns the tokens of the application page by page, without their text. A role that may not manage
        tokens gets 403.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of tokens, each with `id`, `roles` and
            `expiry` only.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `ApiTokens_List`, GET /apiTokens
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, token_id: str, **options: Unpack[CallOptions]) -> m.ApiToken:
        """Read an API token.

        Shows which roles a token carries and when it ends; the secret text cannot be read again. 404 if no
        token has this id.

        Args:
            token_id: Chosen on creation and repeated as `skn` in the token text. Upstream sets no limit;
                the Azure CLI allows letters, digits and `-`, up to 40, which is safe to follow.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The token's `id`, `roles` and `expiry`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `ApiTokens_Get`, GET /apiTokens/{tokenId}
        """
        return self._caller.call(GET, (token_id,), **options)

    def create(self, token_id: str, body: m.ApiToken, **options: Unpack[CallOptions]) -> m.ApiToken:
        """Create an API token.

        Makes a token with the given roles and answers its text, which is shown this one time. Without
        `expiry` it lasts about a year. 400 if `roles` is missing or empty.

        Args:
            token_id: Chosen on creation and repeated as `skn` in the token text. Upstream sets no limit;
                the Azure CLI allows letters, digits and `-`, up to 40, which is safe to follow.
            body: At least one role, and an `expiry` if one year is not wanted. `id` and `token` come from
                the service.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The new token, with the text to send as `Authorization` in `token`. Store it now.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `ApiTokens_Create`, PUT /apiTokens/{tokenId}
        """
        return self._caller.call(CREATE, (token_id,), body, **options)

    def delete(self, token_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an API token.

        Withdraws a token for good; programs that use it have to be given another. 404 if the id is unknown.

        Args:
            token_id: Chosen on creation and repeated as `skn` in the token text. Upstream sets no limit;
                the Azure CLI allows letters, digits and `-`, up to 40, which is safe to follow.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `ApiTokens_Remove`, DELETE /apiTokens/{tokenId}
        """
        return self._caller.call(DELETE, (token_id,), **options)


class AsyncApiTokensOperations(Surface):
    """Asynchronous twin of `ApiTokensOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "1.0", "api_tokens")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.ApiToken]:
        """List API tokens. See `ApiTokensOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, token_id: str, **options: Unpack[CallOptions]) -> m.ApiToken:
        """Read an API token. See `ApiTokensOperations.get`."""
        return await self._caller.call(GET, (token_id,), **options)

    async def create(self, token_id: str, body: m.ApiToken, **options: Unpack[CallOptions]) -> m.ApiToken:
        """Create an API token. See `ApiTokensOperations.create`."""
        return await self._caller.call(CREATE, (token_id,), body, **options)

    async def delete(self, token_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete an API token. See `ApiTokensOperations.delete`."""
        return await self._caller.call(DELETE, (token_id,), **options)
