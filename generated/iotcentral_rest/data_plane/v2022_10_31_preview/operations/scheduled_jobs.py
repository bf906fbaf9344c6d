# Written by `python -m codegen generate` from specs/data-plane/2022-10-31-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `scheduled_jobs` of data-plane 2022-10-31-preview: descriptors, sync and async methods.

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
    "AsyncScheduledJobsOperations",
    "CREATE",
    "DELETE",
    "GET",
    "LIST",
    "LIST_JOBS",
    "ScheduledJobsOperations",
    "UPDATE",
]

_PAGE_SIZE = Parameter(
    "maxpagesize",
    "page_size",
    "query",
    False,
    {"type": "integer", "format": "int32", "minimum": 1, "maximum": 100},
)
_SCHEDULED_JOB_ID = Parameter(
    "scheduledJobId",
    "scheduled_job_id",
    "path",
    True,
    {"type": "string", "maxLength": 255, "pattern": "^[a-zA-Z0-9_-]*$"},
)
_IF_MATCH = Parameter("If-Match", "if_match", "header", False, {"type": "string"})

LIST: Operation[m.ScheduledJobCollection] = Operation(
    id="ScheduledJobs_List",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/scheduledJobs",
    parameters=(_PAGE_SIZE,),
    success={200: m.ScheduledJobCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.ScheduledJob] = Operation(
    id="ScheduledJobs_Get",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/scheduledJobs/{scheduledJobId}",
    parameters=(_SCHEDULED_JOB_ID,),
    success={200: m.ScheduledJob},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.ScheduledJob] = Operation(
    id="ScheduledJobs_Create",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PUT",
    path="/scheduledJobs/{scheduledJobId}",
    parameters=(_SCHEDULED_JOB_ID,),
    body=Body("ScheduledJob", "application/json"),
    success={200: m.ScheduledJob},
    errors=(400, 401, 403, 404, 422, 429, 500, 503),
    retry="once",
)

UPDATE: Operation[m.ScheduledJob] = Operation(
    id="ScheduledJobs_Update",
    plane="data-plane",
    version="2022-10-31-preview",
    method="PATCH",
    path="/scheduledJobs/{scheduledJobId}",
    parameters=(_SCHEDULED_JOB_ID, _IF_MATCH),
    body=Body("ScheduledJobPatch", "application/merge-patch+json"),
    success={200: m.ScheduledJob},
    errors=(400, 401, 403, 404, 412, 422, 429, 500, 503),
    retry="conditional",
)

DELETE: Operation[None] = Operation(
    id="ScheduledJobs_Remove",
    plane="data-plane",
    version="2022-10-31-preview",
    method="DELETE",
    path="/scheduledJobs/{scheduledJobId}",
    parameters=(_SCHEDULED_JOB_ID,),
    success={204: None},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="safe",
)

LIST_JOBS: Operation[m.JobCollection] = Operation(
    id="ScheduledJobs_ListJobs",
    plane="data-plane",
    version="2022-10-31-preview",
    method="GET",
    path="/scheduledJobs/{scheduledJobId}/jobs",
    parameters=(_SCHEDULED_JOB_ID, _PAGE_SIZE),
    success={200: m.JobCollection},
    errors=(400, 401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)


class ScheduledJobsOperations(Surface):
    """Jobs that start at a set time, once or repeatedly. Every run becomes a job of its own."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "scheduled_jobs")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]
    ) -> Pager[m.ScheduledJob]:
        """List scheduled jobs.

        Returns the schedules the caller can see, not their runs. 403 if the role may not view jobs;
        `maxpagesize` below 1 or above 100 is taken to give 400.

        Args:
            page_size: Most items on a page. A page may hold fewer and still have a `nextLink`, which
                carries the number along. Devices and templates come by 25 without it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of schedules, each with what it does
            and when.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `ScheduledJobs_List`, GET /scheduledJobs
        """
        return self._caller.pages(LIST, (page_size,), **options)

    def get(self, scheduled_job_id: str, **options: Unpack[CallOptions]) -> m.ScheduledJob:
        """Read a scheduled job.

        Returns the definition of a schedule, and in `completed` whether it has run out. For its runs see
        `ScheduledJobs_ListJobs`. 404 if it is unknown.

        Args:
            scheduled_job_id: Identifies the schedule, not one of its runs (those have job ids). Chosen by
                the caller: letters, digits, `_` and `-`, up to 255.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The scheduled job with `enabled` and `completed`.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `ScheduledJobs_Get`, GET /scheduledJobs/{scheduledJobId}
        """
        return self._caller.call(GET, (scheduled_job_id,), **options)

    def create(
        self, scheduled_job_id: str, body: m.ScheduledJob, **options: Unpack[CallOptions]
    ) -> m.ScheduledJob:
        """Create or replace a scheduled job.

        Stores a job with a time to start and, if wanted, a daily, weekly or monthly repetition. Each run
        becomes a job of its own. 400 if `schedule`, `group` or `data` is missing or malformed.

        Args:
            scheduled_job_id: Identifies the schedule, not one of its runs (those have job ids). Chosen by
                the caller: letters, digits, `_` and `-`, up to 255.
            body: As for a job, with `schedule` in addition: first start, repetition and end. The entries of
                `data` are all of one type.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The stored schedule with defaults filled in and `completed: false`.

        Raises:
            BadRequest, NotFound, Unprocessable: by status; besides them what every call may raise.

        Operation: `ScheduledJobs_Create`, PUT /scheduledJobs/{scheduledJobId}
        """
        return self._caller.call(CREATE, (scheduled_job_id,), body, **options)

    def update(
        self,
        scheduled_job_id: str,
        body: m.ScheduledJobPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.ScheduledJob:
        """Change a scheduled job.

        Merges the given members into the schedule, for example `enabled: false` to pause it. It is refused
        while a run is going on. 404 if the schedule is unknown, 400 for malformed members, 412 if it is not
        the one `If-Match` names.

        Args:
            scheduled_job_id: Identifies the schedule, not one of its runs (those have job ids). Chosen by
                the caller: letters, digits, `_` and `-`, up to 255.
            body: Members to change; `schedule` merges too, `data` is replaced whole.
            if_match: The `etag` the caller has read. The change is made only if the resource still has it,
                else 412. Left out, the change is made in any case. Not every resource shows an `etag`; `*`
                is nowhere mentioned.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The schedule after the merge.

        Raises:
            BadRequest, NotFound, PreconditionFailed, Unprocessable: by status; besides them what every call
                may raise.

        Operation: `ScheduledJobs_Update`, PATCH /scheduledJobs/{scheduledJobId}
        """
        return self._caller.call(UPDATE, (scheduled_job_id, if_match), body, **options)

    def delete(self, scheduled_job_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a scheduled job.

        Ends the schedule; no further run starts. 404 if it is unknown.

        Args:
            scheduled_job_id: Identifies the schedule, not one of its runs (those have job ids). Chosen by
                the caller: letters, digits, `_` and `-`, up to 255.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `ScheduledJobs_Remove`, DELETE /scheduledJobs/{scheduledJobId}
        """
        return self._caller.call(DELETE, (scheduled_job_id,), **options)

    def list_jobs(
        self, scheduled_job_id: str, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]
    ) -> Pager[m.Job]:
        """List the runs of a scheduled job.

        Returns the jobs this schedule has started, named after it with a running number. 404 if the
        schedule is unknown, 400 if the page size is not between 1 and 100.

        Args:
            scheduled_job_id: Identifies the schedule, not one of its runs (those have job ids). Chosen by
                the caller: letters, digits, `_` and `-`, up to 255.
            page_size: Most items on a page. A page may hold fewer and still have a `nextLink`, which
                carries the number along. Devices and templates come by 25 without it.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of runs, each a job with
            `scheduledJobId` set.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `ScheduledJobs_ListJobs`, GET /scheduledJobs/{scheduledJobId}/jobs
        """
        return self._caller.pages(LIST_JOBS, (scheduled_job_id, page_size), **options)


class AsyncScheduledJobsOperations(Surface):
    """Asynchronous twin of `ScheduledJobsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-10-31-preview", "scheduled_jobs")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(
        self, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.ScheduledJob]:
        """List scheduled jobs. See `ScheduledJobsOperations.list`."""
        return self._caller.pages(LIST, (page_size,), **options)

    async def get(self, scheduled_job_id: str, **options: Unpack[CallOptions]) -> m.ScheduledJob:
        """Read a scheduled job. See `ScheduledJobsOperations.get`."""
        return await self._caller.call(GET, (scheduled_job_id,), **options)

    async def create(
        self, scheduled_job_id: str, body: m.ScheduledJob, **options: Unpack[CallOptions]
    ) -> m.ScheduledJob:
        """Create or replace a scheduled job. See `ScheduledJobsOperations.create`."""
        return await self._caller.call(CREATE, (scheduled_job_id,), body, **options)

    async def update(
        self,
        scheduled_job_id: str,
        body: m.ScheduledJobPatch,
        *,
        if_match: str | HasETag | UnsetType = UNSET,
        **options: Unpack[CallOptions],
    ) -> m.ScheduledJob:
        """Change a scheduled job. See `ScheduledJobsOperations.update`."""
        return await self._caller.call(UPDATE, (scheduled_job_id, if_match), body, **options)

    async def delete(self, scheduled_job_id: str, **options: Unpack[CallOptions]) -> None:
        """Delete a scheduled job. See `ScheduledJobsOperations.delete`."""
        return await self._caller.call(DELETE, (scheduled_job_id,), **options)

    def list_jobs(
        self, scheduled_job_id: str, *, page_size: int | UnsetType = UNSET, **options: Unpack[CallOptions]
    ) -> AsyncPager[m.Job]:
        """List the runs of a scheduled job. See `ScheduledJobsOperations.list_jobs`."""
        return self._caller.pages(LIST_JOBS, (scheduled_job_id, page_size), **options)
