"""Planes, versions, tags and operations of the generated package; each is imported when it is asked for."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from iotcentral._core import contract_document
from iotcentral._core.descriptor import Operation
from iotcentral.cli.exits import CannotRun
from iotcentral_rest.versions import DEFAULT, VERSIONS, Version

__all__ = ["MAIN_PLANE", "Place", "Surface", "elsewhere", "other_planes", "surface", "versions_of"]

MAIN_PLANE = "data-plane"
"""The plane whose commands stand at the root; those of another stand under its name."""


class Surface:
    """One plane at one api-version."""

    def __init__(self, entry: Version) -> None:
        self.plane = entry.plane
        self.version = entry.version
        self._package = f"iotcentral_rest.{entry.package}"

    @property
    def name(self) -> str:
        """For example `data-plane 2022-07-31`."""
        return f"{self.plane} {self.version}"

    @property
    def document(self) -> Mapping[str, Any]:
        """The contract document."""
        return contract_document.load(self.plane, self.version)

    @property
    def models(self) -> ModuleType:
        """The module of the models."""
        return import_module(f"{self._package}.models")

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """Attribute and text of each group of operations."""
        api = import_module(f"{self._package}.api")
        facade: type = getattr(api, "".join(part.capitalize() for part in self.plane.split("-")))
        return {
            name: inspect.cleandoc(member.__doc__ or "")
            for name, member in vars(facade).items()
            if isinstance(member, cached_property)
        }

    def operations(self, tag: str) -> dict[str, Operation[Any]]:
        """Return the operations of a tag by the name of their method, in the order of the contract."""
        module = import_module(f"{self._package}.operations.{tag}")
        return {name.lower(): value for name, value in vars(module).items() if isinstance(value, Operation)}


def versions_of(plane: str) -> tuple[str, ...]:
    """Return the api-versions of a plane, in the order of the catalog."""
    return tuple(each.version for each in VERSIONS if each.plane == plane)


def other_planes() -> tuple[str, ...]:
    """Return the planes beside the main one, in the order of the catalog."""
    return tuple(dict.fromkeys(each.plane for each in VERSIONS if each.plane != MAIN_PLANE))


def surface(plane: str, version: str | None) -> Surface:
    """Return a surface, that of the plane's default unless a version is given; raises CannotRun."""
    wanted = _default(plane) if version is None else version
    for entry in VERSIONS:
        if (entry.plane, entry.version) == (plane, wanted):
            return Surface(entry)
    raise CannotRun(
        f"--api-version: {plane} has no version {wanted!r}; it has {', '.join(versions_of(plane))}"
    )


def _default(plane: str) -> str:
    """Return the default of the catalog; of a plane without one the newest that is no preview."""
    if plane in DEFAULT:
        return DEFAULT[plane]
    entries = [each for each in VERSIONS if each.plane == plane]
    settled = [each for each in entries if each.status != "preview"] or entries
    return max(each.version for each in settled)


@dataclass(frozen=True, slots=True)
class Place:
    """A tag, or an operation of a tag, as a user names it."""

    tag: str
    method: str | None = None


def elsewhere(plane: str, place: Place) -> list[str]:
    """Return the versions of a plane that have a tag or operation; imports them all."""
    found = (surface(plane, version) for version in versions_of(plane))
    return [each.version for each in found if _has(each, place)]


def _has(each: Surface, place: Place) -> bool:
    return place.tag in each.tags and (place.method is None or place.method in each.operations(place.tag))
