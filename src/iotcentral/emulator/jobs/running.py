"""Jobs as they run: pending, running, then complete, cancelled or stopped, a portion of devices at a time."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from iotcentral.emulator import groups, organizations
from iotcentral.emulator.jobs.effects import treat
from iotcentral.emulator.organizations import place_of
from iotcentral.emulator.sources import millisecond_time
from iotcentral.emulator.world import World

__all__ = [
    "ACTIVE",
    "AT_ONCE",
    "FORGET",
    "HISTORY",
    "KIND",
    "RUN",
    "create",
    "failed_devices",
    "forget",
    "members_of",
    "resume",
    "run",
    "statuses_kind",
    "stop",
]

KIND = "jobs"
RUN = "job"
"""Timer of the next thing a job is to do."""
FORGET = "forgetJob"
"""Timer of the end of a job's time in the history."""

AT_ONCE = 5
"""Jobs that run at the same time; further ones wait."""
ACTIVE = ("pending", "running")

HISTORY = 30 * 24 * 3600 * 1000
"""Milliseconds that an ended job can still be read."""

_STEP = 1_000
_DEVICES_A_STEP = 50
_PROGRESS = {"total": 0, "pending": 0, "completed": 0, "failed": 0}
_RUN_STATE = "$run"


def statuses_kind(job_id: str) -> str:
    """Answer the kind under which the devices of a job are kept with their status."""
    return f"jobDevices/{job_id}"


def members_of(world: World, job: dict[str, Any], within: frozenset[str] | None) -> list[str] | None:
    """Answer the devices a job is for: those of its group, in its organization; `None` without the group."""
    group = world.state.get(groups.KIND, job["group"])
    if group is None:
        return None
    place = place_of(job)
    if place is not None:
        own = organizations.below(organizations.parents(world.state), [place])
        within = own if within is None else own & within
    found: list[str] = []
    while True:
        portion = groups.members(world, group, found[-1] if found else None, 1000, within)
        found += [id for id, _ in portion]
        if not portion:
            return found


def create(world: World, id: str, job: dict[str, Any], devices: Iterable[str]) -> dict[str, Any]:
    """Keep a new job over these devices; it starts as soon as the clock moves on and its turn has come."""
    count = 0
    for device_id in devices:
        world.state.put(statuses_kind(id), device_id, {"status": "pending"})
        count += 1
    job = job | {
        "status": "pending",
        "progress": _PROGRESS | {"total": count, "pending": count},
        _RUN_STATE: {"created": world.now, "cursor": None, "left": 0, "failed": 0},
    }
    _keep(world, id, job)
    world.state.set_timer(RUN, id, world.now + _STEP)
    return job


def failed_devices(world: World, id: str) -> list[str]:
    """Answer the devices of a job that failed."""
    return [device for device, found in world.state.all(statuses_kind(id)) if found["status"] == "failed"]


def stop(world: World, id: str, job: dict[str, Any]) -> None:
    """Halt a job that has not ended; the devices already treated stay as they are."""
    if job["status"] in ACTIVE:
        _keep(world, id, job | {"status": "stopped"})
        world.state.clear_timer(RUN, id)
        _start_waiting(world)


def resume(world: World, id: str, job: dict[str, Any]) -> None:
    """Let a stopped job go on."""
    if job["status"] == "stopped":
        _keep(world, id, job | {"status": "pending"})
        world.state.set_timer(RUN, id, world.now + _STEP)


def forget(world: World, id: str) -> None:
    """Drop a job whose time in the history is over."""
    world.state.remove(KIND, id)
    world.state.remove_all(statuses_kind(id))


def run(world: World, id: str) -> None:
    """Do the next thing of a job: start it when there is room, or treat a portion of its devices."""
    job = world.state.get(KIND, id)
    if job is None or job["status"] not in ACTIVE:
        return
    if job["status"] == "running":
        _treat_portion(world, id, job)
    elif len(world.state.found_by(KIND, "running")) < AT_ONCE:
        started = {"status": "running", "start": job.get("start", millisecond_time(world.now))}
        _keep(world, id, job | started)
        world.state.set_timer(RUN, id, world.now + _STEP)


def _treat_portion(world: World, id: str, job: dict[str, Any]) -> None:
    at: dict[str, Any] = dict(job[_RUN_STATE])
    progress: dict[str, int] = dict(job["progress"])
    if at["left"] == 0:
        at |= {"left": _batch_size(job), "failed": 0}
    count = min(_DEVICES_A_STEP, at["left"])
    portion = [device for device, _ in world.state.after(statuses_kind(id), at["cursor"], count)]
    status = "running"
    for device in portion:
        done = "completed" if treat(world, device, job["data"]) else "failed"
        world.state.put(statuses_kind(id), device, {"status": done})
        progress |= {done: progress[done] + 1, "pending": progress["pending"] - 1}
        at |= {"cursor": device, "left": at["left"] - 1, "failed": at["failed"] + (done == "failed")}
        if done == "failed" and _too_many(job, at["failed"], progress["failed"]):
            status = "cancelled"
            break
    if status == "running" and progress["pending"] == 0:
        status = "complete"
    _go_on(world, id, job | {"progress": progress, _RUN_STATE: at}, status)


def _go_on(world: World, id: str, job: dict[str, Any], status: str) -> None:
    if status == "running":
        _keep(world, id, job)
        world.state.set_timer(RUN, id, world.now + _STEP)
        return
    end(world, id, job, status)


def end(world: World, id: str, job: dict[str, Any], status: str) -> None:
    """End a job with that status and let one that waits have its place."""
    _keep(world, id, job | {"status": status, "end": millisecond_time(world.now)})
    world.state.set_timer(FORGET, id, world.now + HISTORY)
    _start_waiting(world)


def _start_waiting(world: World) -> None:
    """Call up the oldest job that found no room when its time had come."""
    state = world.state
    waiting = [id for id in state.found_by(KIND, "pending") if not state.has_timer(RUN, id)]
    jobs = [(id, state.get(KIND, id) or {}) for id in waiting]
    oldest = sorted((job[_RUN_STATE]["created"], id) for id, job in jobs)
    if oldest:
        state.set_timer(RUN, oldest[0][1], world.now)


def _batch_size(job: dict[str, Any]) -> int:
    total = max(1, int(job["progress"]["total"]))
    batch = job.get("batch")
    if batch is None:
        return total
    size = batch["value"] if batch["type"] == "number" else total * batch["value"] / 100
    return max(1, math.ceil(float(size)))


def _too_many(job: dict[str, Any], failed_in_batch: int, failed: int) -> bool:
    """Say whether the failures exceed the threshold; as many as it says are borne."""
    threshold = job.get("cancellationThreshold")
    if threshold is None:
        return False
    by_batch = threshold.get("batch", False)
    whole = min(_batch_size(job), job["progress"]["total"]) if by_batch else job["progress"]["total"]
    limit = threshold["value"] if threshold["type"] == "number" else whole * threshold["value"] / 100
    return bool((failed_in_batch if by_batch else failed) > limit)


def _keep(world: World, id: str, job: dict[str, Any]) -> None:
    world.state.put(KIND, id, job, lookup=job["status"])
