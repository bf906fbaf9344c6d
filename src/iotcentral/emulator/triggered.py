"""Commands that were triggered and are followed up later; they run as the clock moves on."""

from __future__ import annotations

from typing import Any

from iotcentral.emulator import commands, fleet, models
from iotcentral.emulator.places import Place, locate
from iotcentral.emulator.world import World

__all__ = ["COMPLETED", "PENDING", "TIMER", "run", "trigger"]

PENDING = "Pending"
COMPLETED = "Completed"

TIMER = "triggered"
"""Timer of a command that is to run."""

_RUN_AFTER = 1_000


def trigger(world: World, device_id: str, name: str, body: dict[str, Any]) -> str:
    """Keep a command that is to run, and answer its id."""
    id = world.makers.guid()
    due = world.now + _RUN_AFTER
    document = {"device": device_id, "name": name, "body": body, "status": PENDING, "due": due}
    world.state.put(fleet.TRIGGERED, id, document, lookup=device_id)
    world.state.set_timer(TIMER, id, due)
    return id


def run(world: World, id: str) -> None:
    """Run a command that is due, if its device is there to answer; else it goes on waiting."""
    found = world.state.get(fleet.TRIGGERED, id)
    if found is None or found["status"] != PENDING or world.now < found["due"]:
        return
    device = world.state.get(fleet.KIND, found["device"])
    where = locate(world, found["device"], device, None, None) if device else None
    if where is None or not _is_answered(where, found["name"]):
        return
    said = commands.run(world, where, found["name"], found["body"])
    done = {"status": COMPLETED, "completed": world.now, "said": said}
    world.state.put(fleet.TRIGGERED, id, found | done, lookup=found["device"])


def _is_answered(where: Place, name: str) -> bool:
    """Say whether the device is there to answer, and its template, which may be another by now, has this."""
    return name in models.commands(where.interface) and commands.answers(where, name)
