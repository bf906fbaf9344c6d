"""Lists of so many items: how each list of the service is filled from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from contract_tests.matrix import Target
from contract_tests.scenarios import things
from contract_tests.scenarios.things import OPERATOR, SPARE, THERMOSTAT, Put, Step, Wait

__all__ = ["FILLED", "FIXED", "Filling", "form_of", "sizes_of"]

FULL = (0, 1, 25, 26, 250)
FEW = (0, 26)
PAGE_SIZES = ("$top", "maxpagesize")
_DAY = 24 * 60 * 60
_GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/factories"
_APPS = f"{_GROUP}/providers/Microsoft.IoTCentral/iotApps"
_AGREED = {"privateLinkServiceConnectionState": {"status": "Approved", "description": "As agreed"}}


@dataclass(frozen=True)
class Filling:
    """The requests after which a list has so many items."""

    item: Callable[[int], tuple[Step, ...]]
    """What adds the item of a number."""
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()
    whole: Callable[[int], tuple[Step, ...]] | None = None
    """All items at once, instead of one after the other."""
    path: Mapping[str, str] = field(default_factory=dict)
    there: int = 0
    """Items that are there from the start and stay."""
    most: int = 250

    def steps(self, count: int) -> Iterator[Step]:
        """Everything that has to be done."""
        yield from self.before
        if self.whole:
            yield from self.whole(count)
        for number in range(0 if self.whole else count - self.there):
            yield from self.item(number)
        yield from self.after


def _put(path: str, body: object) -> Callable[[int], tuple[Step, ...]]:
    return lambda number: (Put(path.format(number), body),)


def _nothing(_: int) -> tuple[Step, ...]:
    return ()


def _device_with(*contents: dict[str, object]) -> tuple[Step, ...]:
    return (
        Put(f"/deviceTemplates/{THERMOSTAT}", things.template(*contents)),
        Put("/devices/sim", {"template": THERMOSTAT}),
    )


def _components(count: int) -> tuple[Step, ...]:
    return _device_with(*(things.component(f"sensor{number}") for number in range(count)))


def _modules(count: int) -> tuple[Step, ...]:
    return _device_with(*(things.module(f"module{number}") for number in range(count)))


def _module_components(count: int) -> tuple[Step, ...]:
    inside = (things.component(f"sensor{number}") for number in range(count))
    return _device_with(things.module("filterModule", *inside))


def _user(number: int) -> tuple[Step, ...]:
    email = {"type": "email", "email": f"user{number}@contoso.example", "roles": [{"role": OPERATOR}]}
    return (Put(f"/users/user-{number:03}", email),)


def _child(number: int) -> tuple[Step, ...]:
    link = {"source": "sim", "target": f"child-{number:03}"}
    return (
        Put(f"/devices/child-{number:03}", {}),
        Put(f"/devices/sim/relationships/link-{number:03}", link),
    )


def _app(number: int) -> tuple[Step, ...]:
    return (Put(f"{_APPS}/plant-{number:03}", things.plant(f"plant-{number:03}")),)


def _connection(number: int) -> tuple[Step, ...]:
    path = f"{_APPS}/north-plant/privateEndpointConnections/north-plant.link-{number:03}"
    return (Put(path, {"properties": _AGREED}, version="2021-11-01-preview"),)


_SETTING = {"@type": "Property", "name": "target", "schema": "double", "writable": True}
_GROUPED = (
    Put(f"/deviceTemplates/{THERMOSTAT}", things.template(_SETTING)),
    Put("/deviceGroups/thermostats", things.group()),
)
_DEVICE = _put("/devices/device-{:03}", {})
_MEMBER = _put("/devices/device-{:03}", {"template": THERMOSTAT})
FILLED: Mapping[str, Mapping[str, Filling]] = {
    "data-plane": {
        "Devices_List": Filling(_DEVICE),
        "Users_List": Filling(_user, there=1),
        "ApiTokens_List": Filling(_put("/apiTokens/token-{:03}", {"roles": [{"role": OPERATOR}]}), there=1),
        "DeviceTemplates_List": Filling(_put("/deviceTemplates/dtmi:contoso:t{};1", things.template())),
        "DeviceGroups_List": Filling(_put("/deviceGroups/group-{:03}", things.group(SPARE))),
        "Organizations_List": Filling(_put("/organizations/unit-{:03}", {"displayName": "Unit"}), most=200),
        "DeviceGroups_GetDevices": Filling(_MEMBER, _GROUPED),
        "Devices_ListRelationships": Filling(_child, (Put("/devices/sim", {}),)),
        "Devices_ListComponents": Filling(_nothing, whole=_components, most=60),
        "Devices_ListModules": Filling(_nothing, whole=_modules, most=60),
        "Devices_ListModuleComponents": Filling(_nothing, whole=_module_components, most=60),
        "Jobs_List": Filling(lambda n: (Put(f"/jobs/job-{n:03}", things.job()), Wait(5)), _GROUPED),
        "Jobs_GetDevices": Filling(
            _MEMBER, _GROUPED, (Put("/jobs/job-1", things.job()), Wait(400)), path={"jobId": "job-1"}
        ),
        "ScheduledJobs_List": Filling(
            _put("/scheduledJobs/job-{:03}", things.schedule("2030-01-01T00:00:00Z")), _GROUPED
        ),
        "ScheduledJobs_ListJobs": Filling(
            lambda _: (Wait(_DAY),),
            (*_GROUPED, Put("/scheduledJobs/early", things.schedule("2024-01-01T12:00:00Z", "daily"))),
        ),
    },
    "control-plane": {
        "Apps_ListBySubscription": Filling(_app),
        "Apps_ListByResourceGroup": Filling(_app),
        "PrivateEndpointConnections_List": Filling(
            _connection, (Put(f"{_APPS}/north-plant", things.plant("north")),)
        ),
    },
    "reference-v1": {"Devices_List": Filling(_DEVICE)},
}
FIXED: Mapping[str, Mapping[str, str]] = {
    "data-plane": {
        "Roles_List": "Roles are made in the web application; there are three, and six with organizations.",
        "Devices_GetCommandHistory": "The history of a command has one item.",
        "Devices_GetComponentCommandHistory": "The history of a command has one item.",
        "Devices_GetModuleCommandHistory": "The history of a command has one item.",
        "Devices_GetModuleComponentCommandHistory": "The history of a command has one item.",
    },
    "control-plane": {
        "Apps_ListTemplates": "The templates of applications are the provider's.",
        "PrivateLinks_List": "The kinds of private links are the provider's.",
        "Operations_List": "The operations are the provider's.",
    },
    "reference-v1": {},
}
"""Lists that nobody can fill, with the reason."""


def form_of(target: Target) -> tuple[str | None, bool]:
    """How a list is paged: the parameter for the size of a page, and whether there is a link to the next."""
    named = [p.name for p in target.operation.of("query") if p.name in PAGE_SIZES]
    return (named[0] if named else None), bool((target.operation.paging or {}).get("link"))


def sizes_of(target: Target, among: list[Target]) -> tuple[int, ...]:
    """The sizes a list is to be seen with: all for the first of a paging form that can be filled so far."""
    filling = FILLED[target.document.plane].get(target.operation.id)
    if filling is None:
        return ()
    alike = [one for one in among if one.document is target.document and form_of(one) == form_of(target)]
    order = list(FILLED[target.document.plane])
    full = [one for one in order if FILLED[target.document.plane][one].most >= FULL[-1]]
    first = next(id for id in full if id in {one.operation.id for one in alike})
    sizes = FULL if first == target.operation.id else FEW
    return tuple(dict.fromkeys(max(size, filling.there) for size in sizes))
