"""A device's properties: what the cloud wants of the device, and what it keeps for itself.

A twin holds levels: the root (`""`) and one a component. A desired value shows under `$metadata` until the
device reports it; a cloud property is a plain value. All functions leave the twin they are given alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeAlias

from iotcentral.emulator import models
from iotcentral.emulator.bodies import merge_patch
from iotcentral.emulator.models import PropertyKind
from iotcentral.emulator.replies import invalid_body
from iotcentral.emulator.sources import twin_time
from iotcentral.emulator.wording import place

__all__ = [
    "KIND",
    "Twin",
    "changed",
    "changed_component",
    "empty",
    "replaced",
    "replaced_component",
    "shown",
    "shown_component",
]

KIND = "twins"

Twin: TypeAlias = dict[str, Any]
Written: TypeAlias = tuple[Twin, dict[str, Any]]
"""The new twin, and the echo that answers the write."""

_ROOT = ""
_METADATA = "$metadata"


def empty() -> Twin:
    """Answer the twin of a device that nothing was ever written to."""
    return {"version": 0, "levels": {}}


def shown(twin: Twin, model: Any) -> dict[str, Any]:
    """Write all properties the template knows: the root's, and an object for each component with some."""
    answer = _shown_level(twin, _ROOT, model)
    for name, component in models.components(model).items():
        level = _shown_level(twin, name, models.interface_of(component))
        if level != {_METADATA: {}}:
            answer[name] = level
    return answer


def shown_component(twin: Twin, interface: Any, name: str) -> dict[str, Any]:
    """Write the properties of one component."""
    return _shown_level(twin, name, interface)


def changed(twin: Twin, model: Any, patch: Mapping[str, Any], now: datetime) -> Written:
    """Merge values into the root and, by their names, into components.

    Raises:
        Problem: 400 `InvalidBody` naming what is no writable or cloud property there.

    """
    return _write_all(_Write(twin, now, merge=True), model, patch)


def replaced(twin: Twin, model: Any, values: Mapping[str, Any], now: datetime) -> Written:
    """Set values at the root and in components; what is not named is unset. Raises as `changed`."""
    return _write_all(_Write({"version": twin["version"], "levels": {}}, now, merge=False), model, values)


def changed_component(
    twin: Twin, interface: Any, name: str, patch: Mapping[str, Any], now: datetime
) -> Written:
    """Merge values into one component. Raises as `changed`."""
    write = _Write(twin, now, merge=True)
    return write.finish(write.level(name, interface, patch, ()))


def replaced_component(
    twin: Twin, interface: Any, name: str, values: Mapping[str, Any], now: datetime
) -> Written:
    """Set values of one component; its others are unset. Raises as `changed`."""
    write = _Write(twin, now, merge=False)
    return write.finish(write.level(name, interface, values, ()))


class _Write:
    """One write to a twin, collecting faults so that all are named at once."""

    def __init__(self, twin: Twin, now: datetime, *, merge: bool) -> None:
        self._version: int = twin["version"] + 1
        self._levels: dict[str, Any] = dict(twin["levels"])
        self._time = twin_time(now)
        self._merge = merge
        self._faults: list[str] = []

    def level(
        self, level: str, interface: Any, values: Mapping[str, Any], path: tuple[str, ...]
    ) -> dict[str, Any]:
        """Write the values of one level and answer their echo."""
        kinds = models.properties(interface)
        kept: dict[str, Any] = dict(self._levels.get(level, {})) if self._merge else {}
        echo: dict[str, Any] = {_METADATA: {}}
        for name, value in values.items():
            kind = kinds.get(name)
            if name == _METADATA:
                continue
            if kind is None or kind is PropertyKind.REPORTED:
                self.fault(path, name, "should be a writable or cloud property of the device template")
            elif value is None:
                kept.pop(name, None)
            else:
                kept[name] = self._entry(kept.get(name), value)
                _show(echo, name, kind, kept[name]["value"])
        self._levels[level] = kept
        return echo

    def fault(self, path: tuple[str, ...], name: str, sentence: str) -> None:
        """Note what is wrong with a member of the body."""
        self._faults.append(f"{place((*path, name))} {sentence}")

    def finish(self, echo: dict[str, Any]) -> Written:
        """Answer the new twin and the echo, or refuse the write if there was a fault."""
        if self._faults:
            raise invalid_body(*self._faults)
        return {"version": self._version, "levels": self._levels}, echo

    def _entry(self, earlier: Mapping[str, Any] | None, value: Any) -> dict[str, Any]:
        merged = merge_patch(earlier["value"] if earlier else None, value) if self._merge else value
        return {"value": merged, "version": self._version, "time": self._time}


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


def _shown_level(twin: Twin, level: str, interface: Any) -> dict[str, Any]:
    kept: dict[str, Any] = twin["levels"].get(level, {})
    answer: dict[str, Any] = {_METADATA: {}}
    for name, kind in models.properties(interface).items():
        if name in kept:
            entry = kept[name]
            metadata = {"desiredVersion": entry["version"], "lastUpdateTime": entry["time"]}
            _show(answer, name, kind, entry["value"], metadata)
    return answer


def _show(
    answer: dict[str, Any],
    name: str,
    kind: PropertyKind,
    value: Any,
    metadata: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """Write a cloud property as a plain value, a wish under `$metadata` until the device reports it."""
    if kind is PropertyKind.CLOUD:
        answer[name] = value
    else:
        answer[_METADATA][name] = {"desiredValue": value, **metadata}
