"""A device's properties: what the cloud wants of the device, and what it keeps for itself.

A twin holds levels: the root (`""`) and one a component; the twins of a device's edge modules lie inside its
own. A desired value shows under `$metadata` until the device acknowledges it by reporting it; a cloud
property is a plain value. All functions leave the twin they are given alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias

from iotcentral.emulator import models
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.dtdl.schemas import value_faults
from iotcentral.emulator.models import Property, PropertyKind
from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.sources import twin_time
from iotcentral.emulator.wording import place

__all__ = [
    "KIND",
    "Twin",
    "acknowledged",
    "changed",
    "changed_component",
    "empty",
    "of_module",
    "replaced",
    "replaced_component",
    "reported_at",
    "shown",
    "shown_component",
    "values",
    "with_module",
]

KIND = "twins"

Twin: TypeAlias = dict[str, Any]
Written: TypeAlias = tuple[Twin, dict[str, Any]]
"""The new twin, and the echo that answers the write."""

_ROOT = ""
_METADATA = "$metadata"
_UNMODELED = Property(PropertyKind.WRITABLE, None)
"""What stands for a property that the template does not declare: anything may be wished for."""


def empty() -> Twin:
    """Answer the twin of a device that nothing was ever written to."""
    return {"version": 0, "levels": {}}


def of_module(twin: Twin, module: str) -> Twin:
    """Answer the twin of an edge module of the device."""
    found: Twin | None = twin.get("modules", {}).get(module)
    return found or empty()


def with_module(twin: Twin, module: str, changed: Twin) -> Twin:
    """Answer the device's twin with another twin of one of its modules."""
    return twin | {"modules": twin.get("modules", {}) | {module: changed}}


def acknowledged(twin: Twin, moment: int) -> Twin:
    """Answer the twin after the device took, at that moment, every value it was asked to take.

    Those of modules are included; what was taken before stays as it was.
    """
    levels = {
        level: {name: entry | {"ack": _taken(entry, moment)} for name, entry in entries.items()}
        for level, entries in twin["levels"].items()
    }
    modules = {name: acknowledged(inner, moment) for name, inner in twin.get("modules", {}).items()}
    return twin | {"levels": levels} | ({"modules": modules} if modules else {})


def _taken(entry: Mapping[str, Any], moment: int) -> list[Any]:
    before: list[Any] | None = entry.get("ack")
    return before if before and before[1] == entry["version"] else [entry["value"], entry["version"], moment]


def reported_at(twin: Twin, name: str) -> int | None:
    """Answer when the device reported a property of the root, in milliseconds since the epoch."""
    entry: Mapping[str, Any] = twin["levels"].get(_ROOT, {}).get(name, {})
    return entry["ack"][2] if "ack" in entry else None


def values(twin: Twin, model: Any, component: str | None = None) -> dict[str, Any]:
    """Answer the plain values of the root or a component: cloud properties and what the device reported."""
    if component is None:
        level, interface = _ROOT, model
    else:
        level, interface = component, models.interface_of(models.components(model).get(component, {}))
    found = _shown_level(twin, level, interface)
    return {name: value for name, value in found.items() if name != _METADATA}


def shown(twin: Twin, model: Any, *, unmodeled: bool = False) -> dict[str, Any]:
    """Write all properties the template knows: the root's, and an object for each component with some.

    With `unmodeled` those it does not know as well.
    """
    answer = _shown_level(twin, _ROOT, model, unmodeled=unmodeled)
    for name, component in models.components(model).items():
        level = _shown_level(twin, name, models.interface_of(component), unmodeled=unmodeled)
        if level != {_METADATA: {}}:
            answer[name] = level
    return answer


def shown_component(twin: Twin, interface: Any, name: str, *, unmodeled: bool = False) -> dict[str, Any]:
    """Write the properties of one component."""
    return _shown_level(twin, name, interface, unmodeled=unmodeled)


def changed(
    twin: Twin, model: Any, patch: Mapping[str, Any], now: datetime, *, unmodeled: bool = False
) -> Written:
    """Merge values into the root and, by their names, into components.

    With `unmodeled` names that the template does not know are taken.

    Raises:
        Problem: 400 `InvalidBody` naming what is no writable or cloud property there.

    """
    return _write_all(_Write(twin, now, merge=True, unmodeled=unmodeled), model, patch)


def replaced(
    twin: Twin, model: Any, values: Mapping[str, Any], now: datetime, *, unmodeled: bool = False
) -> Written:
    """Set values at the root and in components; what is not named is unset. Else as `changed`."""
    write = _Write(twin, now, merge=False, unmodeled=unmodeled, whole=True)
    return _write_all(write, model, values)


def changed_component(
    twin: Twin, interface: Any, name: str, patch: Mapping[str, Any], now: datetime, *, unmodeled: bool = False
) -> Written:
    """Merge values into one component. Else as `changed`."""
    write = _Write(twin, now, merge=True, unmodeled=unmodeled)
    return write.finish(write.level(name, interface, patch, ()))


def replaced_component(
    twin: Twin,
    interface: Any,
    name: str,
    values: Mapping[str, Any],
    now: datetime,
    *,
    unmodeled: bool = False,
) -> Written:
    """Set values of one component; its others are unset. Else as `changed`."""
    write = _Write(twin, now, merge=False, unmodeled=unmodeled)
    return write.finish(write.level(name, interface, values, ()))


class _Write:
    """One write to a twin, collecting faults so that all are named at once.

    Without `merge` a level that is written loses what is not named; with `whole` other levels go too.
    """

    def __init__(
        self, twin: Twin, now: datetime, *, merge: bool, unmodeled: bool, whole: bool = False
    ) -> None:
        self._twin = twin
        self._version: int = twin["version"] + 1
        self._before: Mapping[str, Any] = twin["levels"]
        self._levels: dict[str, Any] = {} if whole else dict(self._before)
        self._time = twin_time(now)
        self._merge = merge
        self._unmodeled = unmodeled
        self._faults: list[str] = []

    def level(
        self, level: str, interface: Any, values: Mapping[str, Any], path: tuple[str, ...]
    ) -> dict[str, Any]:
        """Write the values of one level and answer their echo."""
        known = _known(interface, values, unmodeled=self._unmodeled)
        before: Mapping[str, Any] = self._before.get(level, {})
        kept: dict[str, Any] = dict(before) if self._merge else {}
        echo: dict[str, Any] = {_METADATA: {}}
        for name, value in values.items():
            if name == _METADATA:
                continue
            if name not in known or known[name].kind is PropertyKind.REPORTED:
                self.fault(path, name, "should be a writable or cloud property of the device template")
            elif value is None:
                kept.pop(name, None)
            else:
                kept[name] = self._entry(before.get(name), value, known[name], (*path, name))
                _show(echo, name, known[name].kind, kept[name], echo_only=True)
        self._levels[level] = kept
        return echo

    def fault(self, path: tuple[str, ...], name: str, sentence: str) -> None:
        """Note what is wrong with a member of the body."""
        self._faults.append(f"{place((*path, name))} {sentence}")

    def finish(self, echo: dict[str, Any]) -> Written:
        """Answer the new twin and the echo, or refuse the write if there was a fault."""
        if self._faults:
            raise invalid_body(*self._faults)
        return self._twin | {"version": self._version, "levels": self._levels}, echo

    def _entry(
        self, earlier: Mapping[str, Any] | None, value: Any, known: Property, path: tuple[str, ...]
    ) -> dict[str, Any]:
        """Write one value; what the device acknowledged before stays with it."""
        before = dict(earlier or {})
        merged = merge_patch(before.get("value"), value) if self._merge else value
        self._faults += value_faults(known.schema, merged, path)
        return before | {"value": merged, "version": self._version, "time": self._time}


def _write_all(write: _Write, model: Any, values: Mapping[str, Any]) -> Written:
    components = models.components(model)
    at_root = {name: value for name, value in values.items() if name not in components}
    echo = write.level(_ROOT, model, at_root, ())
    for name in sorted(values.keys() & components.keys()):
        if not isinstance(values[name], dict):
            write.fault((), name, "should be object")
            continue
        echo[name] = write.level(name, models.interface_of(components[name]), values[name], (name,))
    return write.finish(echo)


def _known(interface: Any, names: Iterable[str], *, unmodeled: bool) -> dict[str, Property]:
    """Answer the properties of an interface; with `unmodeled` all others of these names too."""
    declared = models.properties(interface)
    return declared | {name: _UNMODELED for name in names if unmodeled and name not in declared}


def _shown_level(twin: Twin, level: str, interface: Any, *, unmodeled: bool = False) -> dict[str, Any]:
    kept: dict[str, Any] = twin["levels"].get(level, {})
    answer: dict[str, Any] = {_METADATA: {}}
    for name, known in _known(interface, kept, unmodeled=unmodeled).items():
        if name in kept:
            _show(answer, name, known.kind, kept[name])
    return answer


def _show(
    answer: dict[str, Any],
    name: str,
    kind: PropertyKind,
    entry: Mapping[str, Any],
    *,
    echo_only: bool = False,
) -> None:
    """Write a cloud property as a plain value, a wish under `$metadata`; what is reported stands as both."""
    if kind is PropertyKind.CLOUD:
        answer[name] = entry["value"]
        return
    wish = {"desiredValue": entry["value"]}
    if not echo_only:
        wish |= {"desiredVersion": entry["version"]} | _acknowledgement(entry)
        wish["lastUpdateTime"] = entry["time"]
        if "ack" in entry:
            answer[name] = entry["ack"][0]
    answer[_METADATA][name] = wish


def _acknowledgement(entry: Mapping[str, Any]) -> dict[str, Any]:
    if "ack" not in entry:
        return {}
    return {"ackVersion": entry["ack"][1], "ackDescription": "completed", "ackCode": 200}
