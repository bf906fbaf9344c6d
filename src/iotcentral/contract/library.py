"""The contracts a verification judges by, chosen by the api-version of each request."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from iotcentral.contract.compiled import Contract, compile_contract
from iotcentral.contract.match import Router
from iotcentral.contract.pointers import follow
from iotcentral.contract.shapes import Shapes
from iotcentral.contract.validators import Validators
from iotcentral.contract.values import is_object

__all__ = ["Kit", "Library", "installed"]


class Kit:
    """One contract with everything derived from it, made on first use."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract

    @functools.cached_property
    def router(self) -> Router:
        """Finds operations by raw path."""
        return Router(self.contract)

    @functools.cached_property
    def requests(self) -> Validators:
        """Validators of what clients send."""
        return Validators(self.contract.document, "request")

    @functools.cached_property
    def answers(self) -> Validators:
        """Validators of what the service answers."""
        return Validators(self.contract.document, "answer")

    @functools.cached_property
    def shapes(self) -> Shapes:
        """Members of the schemas."""
        return Shapes(self.contract.document)

    def text(self, pointer: str) -> str:
        """Return what the spec says at a pointer: the innermost description on the way to it, in one line."""
        value: Any = self.contract.document
        found = ""
        for depth in range(1, pointer.count("/") + 1):
            try:
                value = follow(self.contract.document, "/".join(pointer.split("/")[: depth + 1]))
            except KeyError:
                break
            said = value.get("description") or value.get("summary") if is_object(value) else None
            found = said if isinstance(said, str) else found
        return " ".join(found.split())


class Library:
    """Contracts by api-version; each is loaded when a request first names it."""

    def __init__(self, loaders: Mapping[str, Callable[[], Contract]], default: str) -> None:
        self._loaders = dict(loaders)
        self._kits: dict[str, Kit] = {}
        self.default = default

    @classmethod
    def of(cls, contracts: Iterable[Contract]) -> Library:
        """Return a library of contracts already compiled; the first is the default."""
        known = {each.version: each for each in contracts}
        return cls({name: functools.partial(known.__getitem__, name) for name in known}, next(iter(known)))

    @property
    def versions(self) -> list[str]:
        """The api-versions it knows."""
        return list(self._loaders)

    def kit(self, version: str) -> Kit | None:
        """Return the kit of an api-version, or `None` when there is no contract of it."""
        if version not in self._kits and version in self._loaders:
            self._kits[version] = Kit(self._loaders[version]())
        return self._kits.get(version)

    @property
    def standard(self) -> Kit:
        """The kit of the default version."""
        kit = self.kit(self.default)
        if kit is None:  # only a library built with a default it lacks
            raise KeyError(self.default)
        return kit


def installed() -> Library:
    """Every data-plane version of the generated package."""
    from iotcentral_rest.versions import DEFAULT, VERSIONS

    plane = "data-plane"
    names = [each.version for each in VERSIONS if each.plane == plane]
    return Library({name: functools.partial(_load, plane, name) for name in names}, DEFAULT[plane])


def _load(plane: str, version: str) -> Contract:
    from iotcentral._core.contract_document import load

    return compile_contract(load(plane, version), plane)
