"""Jobs: made once, followed, stopped and resumed, run again on what failed."""

from __future__ import annotations

import re
from typing import Any

from iotcentral.emulator import groups
from iotcentral.emulator.calls import Call
from iotcentral.emulator.grants import belonging
from iotcentral.emulator.jobs import running, targets
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.paging import answer_page, answer_stored
from iotcentral.emulator.replies import Reply, bad_request, invalid_body, not_found, unprocessable

_SCHEMA = "Job"
_ID = re.compile(r"[a-zA-Z0-9_-]{0,255}\Z")


def jobs_list(call: Call) -> Reply:
    """List the jobs the caller sees, of the kinds the api-version knows."""
    return answer_stored(
        call,
        running.KIND,
        _SCHEMA,
        lambda id, job: {"id": id} | job,
        wanted=lambda _, job: call.can_say(_SCHEMA, job),
    )


def jobs_get(call: Call) -> Reply:
    """Answer one job with its status and progress."""
    return _answer(call, call.path["jobId"], _existing(call))


def jobs_create(call: Call) -> Reply:
    """Make a job over the devices that are in its group now; it starts by itself."""
    id = call.path["jobId"]
    _check_free(call, id)
    sent = {name: value for name, value in call.members(_SCHEMA).items() if name not in ("scheduledJobId",)}
    job = checked(call, sent, None)
    devices = running.members_of(call.world, job, call.scope.visible)
    return _answer(call, id, running.create(call.world, id, job, devices or ()))


def jobs_get_devices(call: Call) -> Reply:
    """List the devices of a job with how far each is."""
    _existing(call)

    def rows(after: str | None, limit: int) -> list[tuple[str, Any]]:
        found = call.state.after(running.statuses_kind(call.path["jobId"]), after, limit)
        return [(id, call.shown("JobDeviceStatus", {"id": id} | status)) for id, status in found]

    return answer_page(call, rows)


def jobs_rerun(call: Call) -> Reply:
    """Make a new job of the same steps over the devices that failed."""
    job, id = _existing(call), call.path["rerunId"]
    if not _ID.match(id):
        raise bad_request(
            "The provided request parameters contain the following errors: rerunId is no job id."
        )
    _check_free(call, id)
    again = {name: value for name, value in job.items() if name in _DEFINITION}
    failed = running.failed_devices(call.world, call.path["jobId"])
    return _answer(call, id, running.create(call.world, id, again, failed))


def jobs_resume(call: Call) -> Reply:
    """Let a stopped job go on; one that is not stopped is left alone."""
    running.resume(call.world, call.path["jobId"], _existing(call))
    return Reply(204)


def jobs_stop(call: Call) -> Reply:
    """Halt a job; one that has ended is left alone."""
    running.stop(call.world, call.path["jobId"], _existing(call))
    return Reply(204)


def checked(call: Call, job: dict[str, Any], earlier: dict[str, Any] | None) -> dict[str, Any]:
    """Answer the definition of a job or scheduled job with its organization, once all it names is there.

    Raises:
        Problem: 400 for the group, the organization or a limit, 422 for what a template does not have.

    """
    job = belonging(call, job, earlier)
    group = call.state.get(groups.KIND, job["group"])
    if group is None or not call.scope.sees(place_of(group)):
        raise invalid_body(".group should be the id of a device group of this application")
    faults = [fault for name in ("batch", "cancellationThreshold") for fault in _limit_faults(job, name)]
    if faults:
        raise invalid_body(*faults)
    if faults := targets.faults(call.state, job["data"]):
        raise unprocessable(*faults)
    return job


_DEFINITION = (
    "displayName",
    "description",
    "group",
    "batch",
    "cancellationThreshold",
    "data",
    "organizations",
)


def _limit_faults(job: dict[str, Any], name: str) -> list[str]:
    limit = job.get(name)
    if limit is None:
        return []
    # A job may have no failure at all, but no portion without a device.
    if limit["value"] < 0 or (name == "batch" and limit["value"] == 0):
        return [f".{name}.value should be {'> 0' if name == 'batch' else '>= 0'}"]
    return [f".{name}.value should be <= 100"] if _is_over(limit) else []


def _is_over(limit: dict[str, Any]) -> bool:
    return bool(limit["type"] == "percentage" and limit["value"] > 100)


def _check_free(call: Call, id: str) -> None:
    if call.state.get(running.KIND, id) is not None:
        raise bad_request("A job with this id exists; a job cannot be changed.")


def _existing(call: Call) -> dict[str, Any]:
    job = call.state.get(running.KIND, call.path["jobId"])
    if job is None or not call.can_say(_SCHEMA, job):
        raise not_found()
    call.scope.check(place_of(job))
    return job


def _answer(call: Call, id: str, job: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, {"id": id} | job))
