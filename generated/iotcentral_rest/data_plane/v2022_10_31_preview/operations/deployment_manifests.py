# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `deployment_manifests` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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
    from iotcentral._core.conditions import HasETag, HasFilterText
    from iotcentral._core.model import UnsetType
    from iotcentral._core.paging import AsyncPager, Pager

__all__ = [
    "AsyncDeploymentManifestsOperations",
    "CREATE",
    "DELETE",
    "DeploymentManifestsOperations",
    "GET",
    "LIST",
    "UPDATE",
]

_PAGE_SIZE = Parameter(
    "maxpagesize",
    "page_size",
    "query",
    False,
    {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100},
)
_FILTER = Parameter("filter", "filter", "query", False, {"type": "string"})
_DEPLOYMENT_MANIFEST_ID = Parameter(
    "deploymentManifestId",
    "deployment_manifest_id",
    "path",
    True,
    {"type": "string", "maxLength": 255, "pattern": "^[a-zA-Z0-9:;]*$"},
)
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.DeploymentManifestCollection] = Operation(
    id="DeploymentManifests_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/deploymentManifests",
    parameters=(_PAGE_SIZE, _FILTER),
    success={200: m.DeploymentManifestCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.DeploymentManifest] = Operation(
    id="DeploymentManifests_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/deploymentManifests/{deploymentManifestId}",
    parameters=(_DEPLOYMENT_MANIFEST_ID,),
    success={200: m.DeploymentManifest},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.DeploymentManifest] = Operation(
    id="DeploymentManifests_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/deploymentManifests/{deploymentManifestId}",
    parameters=(_DEPLOYMENT_MANIFEST_ID,),
    body=Body("DeploymentManifest", "application/json"),
    success={200: m.DeploymentManifest},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

UPDATE: Operation[m.DeploymentManifest] = Operation(
    id="DeploymentManifests_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/deploymentManifests/{deploymentManifestId}",
    parameters=(_DEPLOYMENT_MANIFEST_ID, _IF_MATCH),
    body=Body("DeploymentManifestPatch", "application/merge-patch+json"),
    success={200: m.DeploymentManifest},
    errors=(400, 401, 403, 404, 412, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="DeploymentManifests_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/deploymentManifests/{deploymentManifestId}",
    parameters=(_DEPLOYMENT_MANIFEST_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)


class DeploymentManifestsOperations(Surface):
    """What the runtime of an IoT Edge device shall download and run. A manifest is kept here under an id
    and given to devices by a call for one of them or by a job for a group.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "deployment_manifests")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        filter: str | HasFilterText | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[m.DeploymentManifest]:
        """List deployment manifests.

        Returns the edge manifests of the application in full; `maxpagesize` and `filter` are taken, an
        order is not. 403 if the role may not view edge manifests, and presumably 400 for a filter that
        cannot be read.

        Args:
            page_size: Most items on a page. A page may hold fewer and still have a `nextLink`, which
                carries the number along. Devices and templates come by 25 without it.
            filter: Condition on the items, such as `contains(displayName, 'Thermostat') and provisioned eq
                true`: `eq ne le lt ge gt`, `and`, `or`, text in single quotes. Fields of devices: `id`,
                `displayName`, `template`, `enabled`, `provisioned`, `simulated`, `scopes`; of templates:
                `'@id'`, `displayName`, `capabilityModelId`. Those of other lists are not published.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of manifests with all their modules.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeploymentManifests_List`, GET /deploymentManifests
        """
        return self._caller.pages(LIST, (page_size, filter), **options)

    def get(self, deployment_manifest_id: str, **options: Unpack[CallOptions]) -> m.DeploymentManifest:
        """Read a deployment manifest.

        Returns one manifest; send its `data` to `Devices_ApplyManifest` to give it to a device. 404 if the
        id is unknown.

        Args:
            deployment_manifest_id: Chosen by the caller: letters, digits, `:` and `;`, up to 255, but
                neither `-` nor `_`. Published ones are `envsensorv1` and 22 random letters and digits.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The manifest as stored. Registry passwords in it are shown as they were sent.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeploymentManifests_Get`, GET /deploymentManifests/{deploymentManifestId}
        """
        return self._caller.call(GET, (deployment_manifest_id,), **options)

    def create(
        self, deployment_manifest_id: str, body: m.DeploymentManifest, **options: Unpack[CallOptions]
    ) -> m.DeploymentManifest:
        """Create or replace a deployment manifest.

        Stores a manifest under the given id. No device gets it by this call: apply it to one, or run a job
        for a group. 400 if `data` is missing or `organizations` holds more than one id.

        Args:
            deployment_manifest_id: Chosen by the caller: letters, digits, `:` and `;`, up to 255, but
                neither `-` nor `_`. Published ones are `envsensorv1` and 22 random letters and digits.
            body: A name and in `data` the manifest as IoT Edge knows it, beginning with `modulesContent`.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored manifest; `schemaVersion` may have been raised from `1.0` to `1.1`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeploymentManifests_Create`, PUT /deploymentManifests/{deploymentManifestId}
        """
        return self._caller.call(CREATE, (deployment_manifest_id,), body, **options)

    def update(
        self,
        deployment_manifest_id: str,
        body: m.DeploymentManifestPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.DeploymentManifest:
        """Change a deployment manifest.

        Merges the given members into the manifest, down to a single setting of one module. 404 if it is
        unknown, 400 if the result is no manifest, 412 if the mark in `If-Match` is old.

        Args:
            deployment_manifest_id: Chosen by the caller: letters, digits, `:` and `;`, up to 255, but
                neither `-` nor `_`. Published ones are `envsensorv1` and 22 random letters and digits.
            body: What is to change: a name, or the path inside `data` down to the new value.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The whole manifest after the merge.

        Raises:
            BadRequest, NotFound, PreconditionFailed: by status; besides them what every call may raise.

        Operation: `DeploymentManifests_Update`, PATCH /deploymentManifests/{deploymentManifestId}
        """
        return self._caller.call(UPDATE, (deployment_manifest_id, if_match), body, **options)

    def delete(self, deployment_manifest_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a deployment manifest.

        Removes the stored manifest. 404 for an unknown id.

        Args:
            deployment_manifest_id: Chosen by the caller: letters, digits, `:` and `;`, up to 255, but
                neither `-` nor `_`. Published ones are `envsensorv1` and 22 random letters and digits.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `DeploymentManifests_Remove`, DELETE /deploymentManifests/{deploymentManifestId}
        """
        return self._caller.call(DELETE, (deployment_manifest_id,), **options)


class AsyncDeploymentManifestsOperations(Surface):
    """Asynchronous twin of `DeploymentManifestsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "deployment_manifests")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        filter: str | HasFilterText | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[m.DeploymentManifest]:
        """List deployment manifests. See `DeploymentManifestsOperations.list`."""
        return self._caller.pages(LIST, (page_size, filter), **options)

    async def get(self, deployment_manifest_id: str, **options: Unpack[CallOptions]) -> m.DeploymentManifest:
        """Read a deployment manifest. See `DeploymentManifestsOperations.get`."""
        return await self._caller.call(GET, (deployment_manifest_id,), **options)

    async def create(
        self, deployment_manifest_id: str, body: m.DeploymentManifest, **options: Unpack[CallOptions]
    ) -> m.DeploymentManifest:
        """Create or replace a deployment manifest. See `DeploymentManifestsOperations.create`."""
        return await self._caller.call(CREATE, (deployment_manifest_id,), body, **options)

    async def update(
        self,
        deployment_manifest_id: str,
        body: m.DeploymentManifestPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.DeploymentManifest:
        """Change a deployment manifest. See `DeploymentManifestsOperations.update`."""
        return await self._caller.call(UPDATE, (deployment_manifest_id, if_match), body, **options)

    async def delete(self, deployment_manifest_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a deployment manifest. See `DeploymentManifestsOperations.delete`."""
        return await self._caller.call(DELETE, (deployment_manifest_id,), **options)
