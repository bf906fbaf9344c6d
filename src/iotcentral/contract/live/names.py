"""What devices have by their templates: commands, telemetry and properties, their parts' as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from iotcentral.contract.values import is_array, is_object

__all__ = ["Names"]

_KINDS = {"commandName": "Command", "telemetryName": "Telemetry", "propertyName": "Property"}
"""Placeholders that no list fills, and what the entries of a model are called that do."""


class Names:
    """Names read from the device templates and devices that answers have shown so far."""

    def __init__(self) -> None:
        self._models: dict[str, Any] = {}
        self._templates: dict[str, str] = {}

    def learn(self, item: Any) -> None:
        """Take notice of a device template or a device."""
        if not is_object(item):
            return
        model, template = item.get("capabilityModel"), item.get("template")
        if is_object(model) and isinstance(item.get("@id"), str):
            self._models[item["@id"]] = model
        if isinstance(template, str) and isinstance(item.get("id"), str):
            self._templates[item["id"]] = template

    def of(self, placeholder: str, values: Mapping[str, str]) -> Iterator[str]:
        """Yield what a placeholder can be, by the other values of its path."""
        model = self._models.get(self._templates.get(values.get("deviceId", ""), ""))
        kind = _KINDS.get(placeholder)
        if model is None or kind is None:
            return
        entries = _contents(model)
        for inner in (values.get("moduleName"), values.get("componentName")):
            if inner is not None:
                entries = [each for entry in entries if entry["name"] == inner for each in _inside(entry)]
        yield from dict.fromkeys(entry["name"] for entry in entries if kind in _types(entry))


def _contents(model: Any) -> list[dict[str, Any]]:
    """Return the named entries of an interface and of those it extends, where they are written out."""
    if not is_object(model):
        return []
    bases = [entry for base in _listed(model.get("extends")) for entry in _contents(base)]
    own = [each for each in _listed(model.get("contents")) if is_object(each)]
    return [*bases, *(each for each in own if isinstance(each.get("name"), str))]


def _inside(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for interface in (*_listed(entry.get("schema")), *_listed(entry.get("target"))):
        yield from _contents(interface)


def _types(entry: Mapping[str, Any]) -> list[Any]:
    return _listed(entry.get("@type"))


def _listed(value: Any) -> list[Any]:
    return value if is_array(value) else [] if value is None else [value]
