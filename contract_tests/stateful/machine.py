"""The rules: what may be done to an application, and what must be true after each step."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from contract_tests.client.outcome import lossless
from contract_tests.coverage import Ledger
from contract_tests.matrix import Target
from contract_tests.reading import Document, demand
from contract_tests.reading.exchanges import judge_sequence
from contract_tests.reading.operations import operation_of, operations
from contract_tests.scenarios.templates import model_of
from contract_tests.stateful.model import World
from contract_tests.stateful.watching import Lie, Watched, honest
from iotcentral import ApiError, BadRequest, Conflict, NotFound
from iotcentral.emulator import Emulator, ManualClock, SeededRandomness

__all__ = ["Fleet"]

PAGE = 2
"""Items on a page, so that every list of the machine has several."""
ENOUGH = timedelta(minutes=10)
"""All jobs that wait have ended by then."""

TEMPLATES = st.sampled_from(["dtmi:contoso:hall;1", "dtmi:contoso:yard;1"])
DEVICES = st.sampled_from(["a-1", "a-2", "b/3", "dtmi:d;4"])
GROUPS, JOBS, LINKS = (st.sampled_from([f"{kind}-1", f"{kind}-2"]) for kind in ("group", "job", "link"))
NAMES = st.sampled_from(["Hall", "Küche", "a b"])
EITHER = st.sampled_from([None, True, False])


class Fleet(RuleBasedStateMachine):
    """Devices, templates, groups, jobs and relationships of one application, in one version.

    What a version does not have is left out there. Ids come again, also those of what was deleted: a rule
    that names something gone must be refused with 404.
    """

    templates, devices, groups, jobs, links = map(Bundle, ("templates", "devices", "groups", "jobs", "links"))

    def __init__(self, document: Document, ledger: Ledger, lie: Lie = honest) -> None:
        super().__init__()
        self.document, self.ledger, self.world = document, ledger, World()
        self.clock = ManualClock()
        self.emulator = Emulator(clock=self.clock, randomness=SeededRandomness("fleet"), page_size=PAGE)
        self.seen = Watched(self.emulator.transport(), lie)
        from iotcentral import IotCentral

        app = IotCentral(
            self.emulator.app, self.emulator.token, transport=self.seen, sources=self.emulator.sources()
        )
        self.app: Any = app.at(document.version)  # type: ignore[call-overload]
        version = re.sub(r"\W", "_", document.version)
        self.models: Any = importlib.import_module(f"iotcentral_rest.data_plane.v{version}.models")

    def teardown(self) -> None:
        self.emulator.close()

    def has(self, operation: str) -> bool:
        return operation in operations(self.document)

    @staticmethod
    def refused(error: type[ApiError] | None) -> AbstractContextManager[Any]:
        """The block must end in this error; without one it must not be refused."""
        return nullcontext() if error is None else pytest.raises(error)

    # Templates

    @initialize(target=templates)
    def first_template(self) -> str:
        return self.hall()

    @initialize(target=devices, simulated=st.booleans())
    def first_device(self, simulated: bool) -> str:
        return self.create_device("a-1", "Hall", simulated, self.hall())

    @initialize(target=groups)
    def first_group(self) -> Any:
        there = self.has("DeviceGroups_Create")
        return self.create_group("group-1", self.hall(), None) if there else multiple()

    @initialize(target=jobs)
    def first_job(self) -> Any:
        if not self.has("Jobs_Create"):
            return multiple()
        self.first_device(simulated=True)
        return self.create_job("job-1", self.first_group(), self.hall(), 21)

    def hall(self) -> str:
        """A template that is there from the start."""
        id = "dtmi:contoso:hall;1"
        return id if id in self.world.templates else self.make_template(id, "Hall")

    @rule(target=templates, id=TEMPLATES, name=NAMES)
    def create_template(self, id: str, name: str) -> str:
        return self.make_template(id, name)

    def make_template(self, id: str, name: str) -> str:
        body = self.models.DeviceTemplate(
            display_name=name,
            at_type=["ModelDefinition", "DeviceModel"],
            at_context=["dtmi:iotcentral:context;2", "dtmi:dtdl:context;2"],
            capability_model=model_of(id),
        )
        self.app.device_templates.create(id, body)
        self.world.templates[id] = name
        return id

    @rule(id=consumes(templates))
    def delete_template(self, id: str) -> None:
        error = NotFound if id not in self.world.templates else Conflict if self.world.used(id) else None
        with self.refused(error):
            self.app.device_templates.delete(id)
        if error is None:
            del self.world.templates[id]

    # Devices

    @rule(target=devices, id=DEVICES, name=NAMES, simulated=st.booleans(), template=st.none() | templates)
    def create_device(self, id: str, name: str, simulated: bool, template: str | None) -> str:
        given = {} if template is None else {"template": template}
        error = BadRequest if template is not None and template not in self.world.templates else None
        with self.refused(error):
            self.app.devices.create(id, self.models.Device(display_name=name, simulated=simulated, **given))
        if error is None:
            kept = {"id": id, "displayName": name, "simulated": simulated, "enabled": True}
            self.world.devices[id] = kept | given
        return id

    @rule(id=devices, name=NAMES, enabled=st.booleans())
    def update_device(self, id: str, name: str, enabled: bool) -> None:
        error = None if id in self.world.devices else NotFound
        with self.refused(error):
            self.app.devices.update(id, self.models.DevicePatch(display_name=name, enabled=enabled))
        if error is None:
            self.world.devices[id] |= {"displayName": name, "enabled": enabled}

    @rule(id=consumes(devices))
    def delete_device(self, id: str) -> None:
        error = None if id in self.world.devices else NotFound
        with self.refused(error):
            self.app.devices.delete(id)
        if error is None:
            self.world.drop_device(id)
        with self.refused(NotFound):
            self.app.devices.get(id)

    # Groups

    @precondition(lambda self: self.has("DeviceGroups_Create"))
    @rule(target=groups, id=GROUPS, template=templates, simulated=EITHER)
    def create_group(self, id: str, template: str, simulated: bool | None) -> str:
        self.app.device_groups.create(
            id, self.models.DeviceGroup(display_name=id, filter=filter_of(template, simulated))
        )
        self.world.groups[id] = {"template": template, "simulated": simulated}
        return id

    @rule(id=groups, template=templates, simulated=EITHER)
    def update_group(self, id: str, template: str, simulated: bool | None) -> None:
        error = None if id in self.world.groups else NotFound
        with self.refused(error):
            self.app.device_groups.update(
                id, self.models.DeviceGroupPatch(filter=filter_of(template, simulated))
            )
        if error is None:
            self.world.groups[id] = {"template": template, "simulated": simulated}

    @rule(id=consumes(groups))
    def delete_group(self, id: str) -> None:
        error = None if id in self.world.groups else NotFound
        with self.refused(error):
            self.app.device_groups.delete(id)
        self.world.groups.pop(id, None)
        with self.refused(NotFound):
            self.app.device_groups.get(id)

    # Relationships

    @precondition(lambda self: self.has("Devices_CreateRelationship"))
    @rule(target=links, source=devices, id=LINKS, to=devices, at_target=st.booleans())
    def create_link(self, source: str, id: str, to: str, at_target: bool) -> Any:
        at, other = (to, source) if at_target else (source, to)
        known = self.world.devices
        error = NotFound if at not in known else BadRequest if other not in known or at == other else None
        with self.refused(error):
            self.app.devices.create_relationship(
                at, id, self.models.DeviceRelationship(source=source, target=to)
            )
        if error is None:
            self.world.links[source, id] = to
        return multiple((source, id), (to, id))

    @rule(link=links, to=devices)
    def update_link(self, link: tuple[str, str], to: str) -> None:
        """At either end a link is found, and that device stays an end of it."""
        found = self.world.link_at(*link)
        is_end = found is not None and to != found[0] and link[0] in (found[0], to)
        error = None if is_end and to in self.world.devices else BadRequest
        with self.refused(error if found else NotFound):
            self.app.devices.update_relationship(*link, self.models.DeviceRelationshipPatch(target=to))
        if found and error is None:
            self.world.links[found] = to

    @rule(link=consumes(links))
    def delete_link(self, link: tuple[str, str]) -> None:
        found = self.world.link_at(*link)
        with self.refused(None if found else NotFound):
            self.app.devices.delete_relationship(*link)
        if found:
            del self.world.links[found]

    # Jobs

    @precondition(lambda self: self.has("Jobs_Create"))
    @rule(target=jobs, id=JOBS, group=groups, template=templates, value=st.sampled_from([20.5, 21]))
    def create_job(self, id: str, group: str, template: str, value: float) -> str:
        error = self.why_no_job(id, group, template)
        step = self.models.PropertyJobData(target=template, path="target", value=value)
        with self.refused(error):
            self.app.jobs.create(id, self.models.Job(display_name=id, group=group, data=[step]))
        if error is None:
            waiting = dict.fromkeys(self.world.members(group), "pending")
            self.world.jobs[id] = {"status": "pending", "template": template, "devices": waiting}
        return id

    def why_no_job(self, id: str, group: str, template: str) -> type[ApiError] | None:
        from iotcentral import Unprocessable

        if id in self.world.jobs or group not in self.world.groups:
            return BadRequest
        return None if template in self.world.templates else Unprocessable

    @rule(id=jobs, again=JOBS)
    def rerun_job(self, id: str, again: str) -> None:
        job = self.world.jobs.get(id)
        error = NotFound if job is None else self.why_no_rerun(again)
        with self.refused(error):
            self.app.jobs.rerun(id, again)
        if job is not None and error is None:
            failed = [device for device, status in job["devices"].items() if status == "failed"]
            self.world.jobs[again] = {**job, "status": "pending", "devices": dict.fromkeys(failed, "pending")}

    def why_no_rerun(self, again: str) -> type[ApiError] | None:
        return BadRequest if again in self.world.jobs else None

    @rule(id=jobs)
    def stop_job(self, id: str) -> None:
        job = self.world.jobs.get(id)
        with self.refused(None if job else NotFound):
            self.app.jobs.stop(id)
        if job and job["status"] == "pending":
            job["status"] = "stopped"

    @rule(id=jobs)
    def resume_job(self, id: str) -> None:
        job = self.world.jobs.get(id)
        with self.refused(None if job else NotFound):
            self.app.jobs.resume(id)
        if job and job["status"] == "stopped":
            job["status"] = "pending"

    @rule()
    def time_passes(self) -> None:
        self.clock.advance(ENOUGH)
        self.world.run_jobs()

    # What must be true

    @invariant()
    def devices_are_those_of_the_model(self) -> None:
        listed = {device.id: shown(device) for device in self.app.devices.list()}
        assert listed == self.world.devices
        for id in listed:
            assert shown(self.app.devices.get(id)) == self.world.devices[id]

    @invariant()
    def templates_are_those_of_the_model(self) -> None:
        listed = [lossless(template) for template in self.app.device_templates.list()]
        assert {one["@id"]: one["displayName"] for one in listed} == self.world.templates
        assert len(listed) == len(self.world.templates)

    @precondition(lambda self: self.has("DeviceGroups_List"))
    @invariant()
    def groups_are_those_of_the_model_and_one_for_each_template(self) -> None:
        listed = [group.id for group in self.app.device_groups.list()]
        assert self.world.groups.keys() <= set(listed)
        assert len(listed) == len(self.world.groups) + len(self.world.templates)

    @precondition(lambda self: self.has("DeviceGroups_GetDevices"))
    @invariant()
    def members_of_a_group_follow_its_filter(self) -> None:
        for id in self.world.groups:
            found = ids(self.app.device_groups.get_devices(id))
            assert sorted(found) == sorted(self.world.members(id))

    @precondition(lambda self: self.has("Devices_ListRelationships"))
    @invariant()
    def relationships_are_seen_from_both_ends(self) -> None:
        for device in self.world.devices:
            found = [
                (link.id, link.source, link.target) for link in self.app.devices.list_relationships(device)
            ]
            assert sorted(found) == sorted(self.world.links_of(device))

    @precondition(lambda self: self.has("Jobs_List"))
    @invariant()
    def jobs_and_their_devices_are_as_far_as_the_model(self) -> None:
        listed = {job.id: str(job.status) for job in self.app.jobs.list()}
        assert listed == {id: job["status"] for id, job in self.world.jobs.items()}
        for id, job in self.world.jobs.items():
            found = {device.id: str(device.status) for device in self.app.jobs.get_devices(id)}
            assert found == job["devices"]

    @invariant()
    def every_answer_keeps_the_contract(self) -> None:
        exchanges = self.seen.taken()
        demand(judge_sequence(self.document, exchanges))
        for exchange in exchanges:
            found = operation_of(self.document, exchange.request.method, exchange.request.path)
            if found is not None:
                target = Target(self.document, found[0])
                self.ledger.note("server", target, exchange.answer.status)
                self.ledger.note("sequence", target, exchange.answer.status)


def filter_of(template: str, simulated: bool | None) -> str:
    asked = f'SELECT * FROM devices WHERE $template = "{template}"'  # noqa: S608 - the service's filter language
    return asked if simulated is None else f"{asked} AND $simulated = {str(simulated).lower()}"


def shown(device: Any) -> dict[str, Any]:
    """A device as the model has it: what the service alone decides is left out."""
    return {name: value for name, value in lossless(device).items() if name not in ("etag", "provisioned")}


def ids(listed: Iterable[Any]) -> list[str]:
    return [str(one.id) for one in listed]
