# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `file_uploads` of data-plane 2022-06-30-preview: descriptors, sync and async methods.

Every call may raise `InvalidRequest` before sending, `TransportError`, `DecodeError`, and by the status of the
answer `Unauthenticated`, `Forbidden`, `Throttled`, `InternalServerError` or `ServiceUnavailable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from iotcentral._core.descriptor import Body, Operation
from iotcentral._core.surface import Surface

from .. import models as m

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller, CallOptions

__all__ = ["AsyncFileUploadsOperations", "CREATE", "DELETE", "FileUploadsOperations", "GET", "UPDATE"]


GET: Operation[m.FileUpload] = Operation(
    id="FileUploads_Get",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/fileUploads",
    success={200: m.FileUpload},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.FileUpload] = Operation(
    id="FileUploads_Create",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/fileUploads",
    body=Body("FileUpload", "application/json"),
    success={200: m.FileUpload},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.FileUpload] = Operation(
    id="FileUploads_Update",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PATCH",
    path="/fileUploads",
    body=Body("FileUploadPatch", "application/merge-patch+json"),
    success={200: m.FileUpload},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="FileUploads_Remove",
    plane="data-plane",
    version="2022-06-30-preview",
    method="DELETE",
    path="/fileUploads",
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class FileUploadsOperations(Surface):
    """The one storage account setting of the application that lets devices upload files. The service
    applies a change after it has answered.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "file_uploads")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Read the file upload configuration.

        Returns the storage setting and its `state`; poll it after a change until `succeeded` or `failed`.
        404 `NotFound` if none is configured, after a deletion only once `deleting` is over.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The storage setting with its current `state`.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `FileUploads_Get`, GET /fileUploads
        """
        return self._caller.call(GET, (), **options)

    def create(self, body: m.FileUpload, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Set the file upload configuration.

        Connects the application to a storage container for uploads from devices. The answer says `pending`;
        the setting works once a later read says `succeeded`. 400 if `connectionString` or `container` is
        missing.

        Args:
            body: Connection string and name of an existing container; `sasTtl` is one hour if left out.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The setting as accepted, `state` still `pending`, `sasTtl` filled in.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `FileUploads_Create`, PUT /fileUploads
        """
        return self._caller.call(CREATE, (), body, **options)

    def update(self, body: m.FileUploadPatch, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Change the file upload configuration.

        Merges new values into the storage setting, which is applied in the background once more. Poll until
        `succeeded`. 404 if there is no setting yet, 400 for unusable values.

        Args:
            body: What is to change, such as `container` or `sasTtl`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The changed setting, not always applied yet.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `FileUploads_Update`, PATCH /fileUploads
        """
        return self._caller.call(UPDATE, (), body, **options)

    def delete(self, **options: Unpack[CallOptions]) -> None:
        """Delete the file upload configuration.

        Ends uploads from devices; files stored already are not touched. It takes effect with delay: reads
        say `deleting` at first, then 404.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `FileUploads_Remove`, DELETE /fileUploads
        """
        return self._caller.call(DELETE, (), **options)


class AsyncFileUploadsOperations(Surface):
    """Asynchronous twin of `FileUploadsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "file_uploads")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Read the file upload configuration. See `FileUploadsOperations.get`."""
        return await self._caller.call(GET, (), **options)

    async def create(self, body: m.FileUpload, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Set the file upload configuration. See `FileUploadsOperations.create`."""
        return await self._caller.call(CREATE, (), body, **options)

    async def update(self, body: m.FileUploadPatch, **options: Unpack[CallOptions]) -> m.FileUpload:
        """Change the file upload configuration. See `FileUploadsOperations.update`."""
        return await self._caller.call(UPDATE, (), body, **options)

    async def delete(self, **options: Unpack[CallOptions]) -> None:
        """Delete the file upload configuration. See `FileUploadsOperations.delete`."""
        return await self._caller.call(DELETE, (), **options)
