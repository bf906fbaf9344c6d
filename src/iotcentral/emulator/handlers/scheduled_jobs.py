"""Scheduled jobs: definitions with a time to run; every run is a job of its own."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.calls import Call
from iotcentral.emulator.handlers.jobs import checked
from iotcentral.emulator.jobs import schedules
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.paging import answer_page, answer_stored, rows_of
from iotcentral.emulator.replies import Reply, bad_request, invalid_body, not_found
from iotcentral.emulator.sources import parse_milliseconds

_SCHEMA = "ScheduledJob"
_NUMBERS = 10**9


def scheduled_jobs_list(call: Call) -> Reply:
    """List the scheduled jobs the caller sees, of the kinds the api-version knows."""
    return answer_stored(
        call,
        schedules.KIND,
        _SCHEMA,
        lambda id, job: {"id": id} | job,
        wanted=lambda _, job: call.can_say(_SCHEMA, job),
    )


def scheduled_jobs_get(call: Call) -> Reply:
    """Answer one scheduled job."""
    return _answer(call, _existing(call))


def scheduled_jobs_create(call: Call) -> Reply:
    """Create or replace a scheduled job; a replaced one counts its runs on."""
    earlier = call.state.get(schedules.KIND, call.path["scheduledJobId"])
    if earlier is not None:
        _existing(call)
    defaults = {"description": "", "enabled": True}
    return _keep(call, call.undeclared(_SCHEMA, earlier) | defaults | call.members(_SCHEMA), earlier)


def scheduled_jobs_update(call: Call) -> Reply:
    """Merge members into a scheduled job."""
    earlier = _existing(call)
    merged = {"description": ""} | merge_patch(earlier, call.members("ScheduledJobPatch"))
    if faults := call.errors(_SCHEMA, merged):
        raise invalid_body(*faults)
    return _keep(call, merged, earlier)


def scheduled_jobs_remove(call: Call) -> Reply:
    """Drop a scheduled job; a run that is going on goes on, and runs stay readable."""
    _existing(call)
    id = call.path["scheduledJobId"]
    call.state.remove(schedules.KIND, id)
    call.state.clear_timer(schedules.TIMER, id)
    return Reply(204)


def scheduled_jobs_list_jobs(call: Call) -> Reply:
    """List the runs of a scheduled job, newest first."""
    _existing(call)
    found = schedules.instances(call.world, call.path["scheduledJobId"])
    items = [(_key(job), call.shown("Job", {"id": id} | job)) for id, job in found]
    return answer_page(call, rows_of(items))


def _key(job: dict[str, Any]) -> str:
    """Make a key that has the newest run come first."""
    return f"{_NUMBERS - job['$number']:010}"


def _existing(call: Call) -> dict[str, Any]:
    job = call.state.get(schedules.KIND, call.path["scheduledJobId"])
    if job is None or not call.can_say(_SCHEMA, job):
        raise not_found()
    call.scope.check(place_of(job))
    return job


def _keep(call: Call, job: dict[str, Any], earlier: dict[str, Any] | None) -> Reply:
    id = call.path["scheduledJobId"]
    if schedules.is_active(call.world, id):
        raise bad_request("The scheduled job cannot be changed while one of its jobs is running.")
    if parse_milliseconds(job["schedule"]["start"]) is None:
        raise invalid_body('.schedule.start should match format "date-time"')
    job = checked(call, job, earlier) | {"etag": call.makers.quoted_tag()}
    return _answer(call, schedules.plan(call.world, id, job))


def _answer(call: Call, job: dict[str, Any]) -> Reply:
    return Reply(200, call.shown(_SCHEMA, {"id": call.path["scheduledJobId"]} | job))
