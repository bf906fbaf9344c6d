"""Waiting for jobs and for the file upload configuration: `app.poll.job("nightly").wait(timeout=600)`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from iotcentral._core.flow import Do, Flow
from iotcentral._core.model import UNSET
from iotcentral._core.poll import AsyncPoller, Pace, Plan, Poller, Progress, Reading
from iotcentral.errors import NotFound

if TYPE_CHECKING:
    from iotcentral import models as m
    from iotcentral._core.drivers import AsyncDriver, SyncDriver
    from iotcentral_rest.data_plane.default import AsyncDataPlane, DataPlane

__all__ = ["AsyncPoller", "AsyncPollers", "Pace", "Poller", "Pollers", "Progress", "Reading"]

_JOB_FAILURES = ("failed", "cancelled", "stopped")


def read_job(job: m.Job) -> Reading[m.Job]:
    """Judge a job by its `status`; a word this package does not know means that it is still running."""
    status = "pending" if job.status is UNSET else str(job.status)
    done, failed, total = _counts(job)
    return Reading(
        state="done" if status == "complete" else "failed" if status in _JOB_FAILURES else "running",
        status=status,
        value=job,
        fraction=(done + failed) / total if total else None,
        message=f"{failed} of {total} devices failed" if total else None,
    )


def _counts(job: m.Job) -> tuple[int, int, int]:
    progress = job.progress
    if progress is UNSET:
        return 0, 0, 0
    found = (getattr(progress, name, UNSET) for name in ("completed", "failed", "total"))
    completed, failed, total = (0 if count is UNSET else int(count) for count in found)
    return completed, failed, total


def read_file_upload(configuration: m.FileUpload) -> Reading[m.FileUpload]:
    """Judge the configuration by its `state`; one without a state is in force."""
    status = "succeeded" if configuration.state is UNSET else str(configuration.state)
    ends = {"succeeded": "done", "failed": "failed"}
    state: Any = ends.get(status, "running")
    return Reading(state=state, status=status, value=configuration)


def _look(get: Callable[[], Any], judge: Callable[[Any], Reading[Any]]) -> Callable[[], Flow[Reading[Any]]]:
    def look() -> Flow[Reading[Any]]:
        return judge((yield Do(get)))

    return look


def _look_for_end(get: Callable[[], Any]) -> Callable[[], Flow[Reading[None]]]:
    def look() -> Flow[Reading[None]]:
        try:
            found = yield Do(get)
        except NotFound:
            return Reading(state="done", status="deleted", value=None)
        return Reading(state="running", status=str(found.state), value=None)

    return look


class Pollers:
    """What can be waited for; each method answers a poller and sends nothing."""

    def __init__(self, plane: DataPlane, driver: SyncDriver) -> None:
        self._plane = plane
        self._driver = driver

    def job(self, job_id: str, *, pace: Pace | None = None) -> Poller[m.Job]:
        """Wait for a job: done when `complete`; `failed`, `cancelled` and `stopped` raise OperationFailed.

        Reads `Jobs_Get`, GET /jobs/{jobId}.
        """
        look = _look(lambda: self._plane.jobs.get(job_id), read_job)
        return Poller(Plan(f"job {job_id}", look), self._driver, pace)

    def file_upload(self, *, pace: Pace | None = None) -> Poller[m.FileUpload]:
        """Wait until a written file upload configuration is in force; `failed` raises OperationFailed.

        Reads `FileUploads_Get`, GET /fileUploads.
        """
        look = _look(lambda: self._plane.file_uploads.get(), read_file_upload)
        return Poller(Plan("the file upload configuration", look), self._driver, pace)

    def file_upload_removal(self, *, pace: Pace | None = None) -> Poller[None]:
        """Wait until a deleted file upload configuration is gone.

        Reads `FileUploads_Get`, GET /fileUploads, until that answers 404.
        """
        look = _look_for_end(lambda: self._plane.file_uploads.get())
        return Poller(Plan("the removal of the file upload configuration", look), self._driver, pace)


class AsyncPollers:
    """The same for tasks."""

    def __init__(self, plane: AsyncDataPlane, driver: AsyncDriver) -> None:
        self._plane = plane
        self._driver = driver

    def job(self, job_id: str, *, pace: Pace | None = None) -> AsyncPoller[m.Job]:
        """Wait for a job: done when `complete`; `failed`, `cancelled` and `stopped` raise OperationFailed.

        Reads `Jobs_Get`, GET /jobs/{jobId}.
        """
        look = _look(lambda: self._plane.jobs.get(job_id), read_job)
        return AsyncPoller(Plan(f"job {job_id}", look), self._driver, pace)

    def file_upload(self, *, pace: Pace | None = None) -> AsyncPoller[m.FileUpload]:
        """Wait until a written file upload configuration is in force; `failed` raises OperationFailed.

        Reads `FileUploads_Get`, GET /fileUploads.
        """
        look = _look(lambda: self._plane.file_uploads.get(), read_file_upload)
        return AsyncPoller(Plan("the file upload configuration", look), self._driver, pace)

    def file_upload_removal(self, *, pace: Pace | None = None) -> AsyncPoller[None]:
        """Wait until a deleted file upload configuration is gone.

        Reads `FileUploads_Get`, GET /fileUploads, until that answers 404.
        """
        look = _look_for_end(lambda: self._plane.file_uploads.get())
        return AsyncPoller(Plan("the removal of the file upload configuration", look), self._driver, pace)
