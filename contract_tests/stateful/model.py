"""What an application holds, as plain dicts: the whole truth the machine compares the service with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

__all__ = ["World"]

Entry = dict[str, Any]


@dataclass
class World:
    """Everything by id; a relationship by its source and its id."""

    templates: dict[str, str] = field(default_factory=dict)
    """Id to display name."""
    devices: dict[str, Entry] = field(default_factory=dict)
    groups: dict[str, Entry] = field(default_factory=dict)
    """Template and `simulated` (None: either) that the group's filter asks for."""
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    """Source and id to target."""
    jobs: dict[str, Entry] = field(default_factory=dict)
    """Status, the template its step is for, and the state of each of its devices."""

    def used(self, template: str) -> bool:
        return any(device.get("template") == template for device in self.devices.values())

    def members(self, group: str) -> set[str]:
        """The devices that a group's filter is true for now."""
        wanted = self.groups[group]
        return {
            id
            for id, device in self.devices.items()
            if device.get("template") == wanted["template"]
            and wanted["simulated"] in (None, device["simulated"])
        }

    def links_of(self, device: str) -> Iterator[tuple[str, str, str]]:
        """Id, source and target of the links a device is an end of."""
        for (source, id), target in self.links.items():
            if device in (source, target):
                yield id, source, target

    def link_at(self, device: str, id: str) -> tuple[str, str] | None:
        """The link of that id that starts from a device, else the first that leads to it."""
        leading = (key for key, target in sorted(self.links.items()) if (key[1], target) == (id, device))
        return (device, id) if (device, id) in self.links else next(leading, None)

    def drop_device(self, device: str) -> None:
        """A device takes the links it is an end of with it."""
        del self.devices[device]
        self.links = {key: target for key, target in self.links.items() if device not in (key[0], target)}

    def run_jobs(self) -> None:
        """What waits comes to its end; a device that no longer has the template failed."""
        for job in self.jobs.values():
            if job["status"] == "pending":
                job["status"] = "complete"
                job["devices"] = {id: self._done(id, job["template"]) for id in job["devices"]}

    def _done(self, device: str, template: str) -> str:
        found = self.devices.get(device, {})
        return "completed" if found.get("template") == template else "failed"
