# Written by `python -m codegen generate` from specs/data-plane/2022-06-30-preview.yaml. Do not edit: change the spec and run it again.
"""Operations `jobs` of data-plane 2022-06-30-preview: descriptors, sync and async methods.

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

__all__ = [
    "AsyncJobsOperations",
    "CREATE",
    "GET",
    "GET_DEVICES",
    "JobsOperations",
    "LIST",
    "RERUN",
    "RESUME",
    "STOP",
]

_JOB_ID = Parameter("jobId", "job_id", "path", True, {"type": "string"})
_RERUN_ID = Parameter("rerunId", "rerun_id", "path", True, {"type": "string"})

LIST: Operation[m.JobCollection] = Operation(
    id="Jobs_List",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/jobs",
    success={200: m.JobCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

GET: Operation[m.Job] = Operation(
    id="Jobs_Get",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/jobs/{jobId}",
    parameters=(_JOB_ID,),
    success={200: m.Job},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)

CREATE: Operation[m.Job] = Operation(
    id="Jobs_Create",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/jobs/{jobId}",
    parameters=(_JOB_ID,),
    body=Body("Job", "application/json"),
    success={200: m.Job},
    errors=(400, 401, 403, 404, 422, 429, 500, 503),
    retry="once",
)

GET_DEVICES: Operation[m.JobDeviceStatusCollection] = Operation(
    id="Jobs_GetDevices",
    plane="data-plane",
    version="2022-06-30-preview",
    method="GET",
    path="/jobs/{jobId}/devices",
    parameters=(_JOB_ID,),
    success={200: m.JobDeviceStatusCollection},
    errors=(401, 403, 404, 429, 500, 503),
    paging=Paging("value", "nextLink"),
    retry="safe",
)

RERUN: Operation[m.Job] = Operation(
    id="Jobs_Rerun",
    plane="data-plane",
    version="2022-06-30-preview",
    method="PUT",
    path="/jobs/{jobId}/rerun/{rerunId}",
    parameters=(_JOB_ID, _RERUN_ID),
    success={200: m.Job},
    errors=(400, 401, 403, 404, 429, 500, 503),
    retry="once",
)

RESUME: Operation[None] = Operation(
    id="Jobs_Resume",
    plane="data-plane",
    version="2022-06-30-preview",
    method="POST",
    path="/jobs/{jobId}/resume",
    parameters=(_JOB_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="once",
)

STOP: Operation[None] = Operation(
    id="Jobs_Stop",
    plane="data-plane",
    version="2022-06-30-preview",
    method="POST",
    path="/jobs/{jobId}/stop",
    parameters=(_JOB_ID,),
    success={204: None},
    errors=(401, 403, 404, 429, 500, 503),
    retry="safe",
)


class JobsOperations(Surface):
    """Work done over all devices of a group: write properties, run a command, or move devices to another
    template. A job starts when it is created; the service keeps job history for 30 days and documents
    five jobs at a time as the limit.
    """

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "jobs")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Pager[m.Job]:
        """List jobs.

        Returns the jobs the caller can see, at most 30 days back. A caller at an organization sees those of
        its subtree; 403 if the role may not view jobs.

        Args:
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of jobs with status and progress.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_List`, GET /jobs
        """
        return self._caller.pages(LIST, (), **options)

    def get(self, job_id: str, **options: Unpack[CallOptions]) -> m.Job:
        """Read a job.

        Returns definition, status and progress of a job; poll it to follow a run. `complete` does not mean
        that every device succeeded: look at `progress.failed`. 404 if the id is unknown.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The job with its current `status` and counts.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_Get`, GET /jobs/{jobId}
        """
        return self._caller.call(GET, (job_id,), **options)

    def create(self, job_id: str, body: m.Job, **options: Unpack[CallOptions]) -> m.Job:
        """Create and start a job.

        Makes a job and starts it at once over the devices of a group. There is no undo, and a job is
        neither changed nor deleted afterwards. 400 if `group` or `data` is missing or malformed.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            body: The group, what to do in `data`, and optionally batch size and threshold for giving up.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The new job, `pending` at first.

        Raises:
            BadRequest, NotFound, Unprocessable: by status; besides them what every call may raise.

        Operation: `Jobs_Create`, PUT /jobs/{jobId}
        """
        return self._caller.call(CREATE, (job_id,), body, **options)

    def get_devices(self, job_id: str, **options: Unpack[CallOptions]) -> Pager[m.JobDeviceStatus]:
        """List the device states of a job.

        Returns how far each device of the job is. The words differ from those of the job: a device is
        `completed`, a job is `complete`. 404 if the job is unknown.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The items of all pages, read as they are needed. One page of device ids with their `status` in
            this job.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_GetDevices`, GET /jobs/{jobId}/devices
        """
        return self._caller.pages(GET_DEVICES, (job_id,), **options)

    def rerun(self, job_id: str, rerun_id: str, **options: Unpack[CallOptions]) -> m.Job:
        """Rerun a job on failed devices.

        Starts a new job, with the given rerun id, over the devices that failed in the old one. The old job
        stays as it is. 404 if it is unknown; a second call with another id does the work again.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            rerun_id: The id the new job gets, chosen by the caller. Take one that no job has yet and keep
                to the form of a job id, since that is what it becomes.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Returns:
            The new job, whose `id` is the rerun id.

        Raises:
            BadRequest, NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_Rerun`, PUT /jobs/{jobId}/rerun/{rerunId}
        """
        return self._caller.call(RERUN, (job_id, rerun_id), **options)

    def resume(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Resume a stopped job.

        Lets a stopped job go on with the devices it has not dealt with. 404 if the job is unknown.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_Resume`, POST /jobs/{jobId}/resume
        """
        return self._caller.call(RESUME, (job_id,), **options)

    def stop(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Stop a running job.

        Halts a job; devices already dealt with stay changed, the others are left until `Jobs_Resume`. 404
        if the job is unknown.

        Args:
            job_id: Chosen by the caller when creating the job; upstream sets no limit in this version, so
                keep to letters, digits, `_` and `-`, up to 255, as later ones demand. A run of a scheduled
                job has a GUID given by the service, a rerun the id its caller gave.
            options: `timeout`, `headers`, `client_request_id` and `on_response` of this call.

        Raises:
            NotFound: by status; besides them what every call may raise.

        Operation: `Jobs_Stop`, POST /jobs/{jobId}/stop
        """
        return self._caller.call(STOP, (job_id,), **options)


class AsyncJobsOperations(Surface):
    """Asynchronous twin of `JobsOperations`: the same methods, awaited."""

    __slots__ = ("_caller",)
    __place__ = ("data-plane", "2022-06-30-preview", "jobs")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[m.Job]:
        """List jobs. See `JobsOperations.list`."""
        return self._caller.pages(LIST, (), **options)

    async def get(self, job_id: str, **options: Unpack[CallOptions]) -> m.Job:
        """Read a job. See `JobsOperations.get`."""
        return await self._caller.call(GET, (job_id,), **options)

    async def create(self, job_id: str, body: m.Job, **options: Unpack[CallOptions]) -> m.Job:
        """Create and start a job. See `JobsOperations.create`."""
        return await self._caller.call(CREATE, (job_id,), body, **options)

    def get_devices(self, job_id: str, **options: Unpack[CallOptions]) -> AsyncPager[m.JobDeviceStatus]:
        """List the device states of a job. See `JobsOperations.get_devices`."""
        return self._caller.pages(GET_DEVICES, (job_id,), **options)

    async def rerun(self, job_id: str, rerun_id: str, **options: Unpack[CallOptions]) -> m.Job:
        """Rerun a job on failed devices. See `JobsOperations.rerun`."""
        return await self._caller.call(RERUN, (job_id, rerun_id), **options)

    async def resume(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Resume a stopped job. See `JobsOperations.resume`."""
        return await self._caller.call(RESUME, (job_id,), **options)

    async def stop(self, job_id: str, **options: Unpack[CallOptions]) -> None:
        """Stop a running job. See `JobsOperations.stop`."""
        return await self._caller.call(STOP, (job_id,), **options)
