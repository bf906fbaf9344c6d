"""When scheduled jobs run: once, daily, weekly or monthly, until a date or a number of runs."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from iotcentral.emulator.jobs import running
from iotcentral.emulator.sources import milliseconds, moment_of, parse_milliseconds
from iotcentral.emulator.world import World

__all__ = ["KIND", "TIMER", "instances", "is_active", "occurrence", "plan", "run"]

KIND = "scheduledJobs"
TIMER = "schedule"
"""Timer of the next run."""

_STATE = "$runs"
_COPIED = ("description", "group", "batch", "cancellationThreshold", "data", "organizations")
_STEPS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}
_MONTHS = 12


def occurrence(schedule: Mapping[str, Any], number: int) -> int | None:
    """Answer the moment of a schedule's run number 0, 1, 2…; `None` when there is none."""
    start = moment_of(parse_milliseconds(schedule["start"]) or 0)
    recurrence = schedule.get("recurrence")
    if number > 0 and recurrence is None:
        return None
    try:
        moment = _monthly(start, number) if recurrence == "monthly" else _stepped(start, recurrence, number)
    except (OverflowError, ValueError):
        # The calendar ends with the year 9999.
        return None
    end = schedule.get("end", {})
    if end.get("type") == "date" and moment.date() > date.fromisoformat(end["date"]):
        return None
    return milliseconds(moment)


def plan(world: World, id: str, job: dict[str, Any]) -> dict[str, Any]:
    """Set the timer of the next run, and say in `completed` whether none is to come; keeps the job."""
    state: dict[str, Any] = job.get(_STATE, {"count": 0, "last": None})
    due = _next_due(world, job["schedule"], state)
    job = job | {_STATE: state, "completed": due is None}
    world.state.clear_timer(TIMER, id)
    if due is not None and job["enabled"]:
        world.state.set_timer(TIMER, id, max(due, world.now))
    world.state.put(KIND, id, job)
    return job


def run(world: World, id: str) -> None:
    """Start a run: a job of its own, named after the scheduled job and its number."""
    job = world.state.get(KIND, id)
    if job is None:
        return
    state = job[_STATE]
    number = state["count"] + 1
    if not _is_history(world, job, state):
        _start(world, id, job, number)
    plan(world, id, job | {_STATE: {"count": number, "last": world.now}})


def instances(world: World, id: str) -> list[tuple[str, dict[str, Any]]]:
    """Answer the jobs that a scheduled job has started, newest first."""
    found = world.state.where(running.KIND, "scheduledJobId", id)
    return sorted(found, key=lambda row: row[1]["$number"], reverse=True)


def is_active(world: World, id: str) -> bool:
    """Say whether a run is going on."""
    return any(job["status"] in running.ACTIVE for _, job in instances(world, id))


def _start(world: World, id: str, job: dict[str, Any], number: int) -> None:
    made = {member: job[member] for member in _COPIED if member in job}
    name = f"{job.get('displayName', id)} - {number}"
    made |= {"displayName": name, "scheduledJobId": id, "$number": number}
    job_id, devices = world.makers.guid(), running.members_of(world, job, None)
    made = running.create(world, job_id, made, devices or ())
    if devices is None:
        world.state.clear_timer(running.RUN, job_id)
        running.end(world, job_id, made, "failed")


def _next_due(world: World, schedule: Mapping[str, Any], state: Mapping[str, Any]) -> int | None:
    """Answer when the next run is due; times that have passed are not made up for, except a single one."""
    last: int | None = state["last"]
    end = schedule.get("end", {})
    if end.get("type") == "occurrences" and state["count"] >= end["occurrences"]:
        return None
    if "recurrence" not in schedule:
        due = occurrence(schedule, 0)
        return due if due is not None and (last is None or due > last) else None
    earliest = world.now if last is None else max(world.now, last + 1)
    number = _first_guess(schedule, earliest)
    while (due := occurrence(schedule, number)) is not None and due < earliest:
        number += 1
    return due


def _first_guess(schedule: Mapping[str, Any], earliest: int) -> int:
    """Answer a run number that is surely not too late, so that years need not be counted through."""
    start = parse_milliseconds(schedule["start"]) or 0
    days = {"daily": 1, "weekly": 7, "monthly": 31}[schedule["recurrence"]]
    return max(0, (earliest - start) // (days * 24 * 3600 * 1000))


def _is_history(world: World, job: Mapping[str, Any], state: Mapping[str, Any]) -> bool:
    """Say whether a run that is caught up with would be forgotten by now, and others came after it."""
    after = _next_due(world, job["schedule"], {"count": state["count"] + 1, "last": world.now})
    return after is not None and after + running.HISTORY < world.until


def _stepped(start: datetime, recurrence: str | None, number: int) -> datetime:
    return start + number * _STEPS.get(recurrence or "", timedelta())


def _monthly(start: datetime, number: int) -> datetime:
    """Answer the same day so many months later, or the last one of a month that is shorter."""
    months = start.month - 1 + number
    year, month = start.year + months // _MONTHS, months % _MONTHS + 1
    if year > datetime.max.year:
        raise OverflowError(year)
    day = min(start.day, calendar.monthrange(year, month)[1])
    return start.astimezone(UTC).replace(year=year, month=month, day=day)
