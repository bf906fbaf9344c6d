"""The contracts a verification judges by, chosen by host, path and api-version of each request."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from iotcentral.contract.compiled import VERSION_PARAMETER, Contract, compile_contract
from iotcentral.contract.exchanges import Request
from iotcentral.contract.match import Router
from iotcentral.contract.pointers import follow
from iotcentral.contract.shapes import Shapes
from iotcentral.contract.validators import Validators
from iotcentral.contract.values import is_object

__all__ = ["Kit", "Library", "installed", "version_of"]


def version_of(request: Request) -> str | None:
    """Return the api-version a request names, known to us or not."""
    return next((value for name, value in request.query if name == VERSION_PARAMETER), None)


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
    """Contracts by plane and api-version; each is loaded when a request first calls for it."""

    def __init__(self, loaders: Mapping[str, Callable[[], Contract]], defaults: Mapping[str, str]) -> None:
        """Take loaders by `<plane>/<version>` and each plane's version to judge by when none is known."""
        self._loaders = dict(loaders)
        self._defaults = dict(defaults)
        self._kits: dict[str, Kit] = {}

    @classmethod
    def of(cls, contracts: Iterable[Contract]) -> Library:
        """Return a library of contracts already compiled; the first of each plane is its default."""
        known = {each.name: each for each in contracts}
        defaults: dict[str, str] = {}
        for each in known.values():
            defaults.setdefault(each.plane, each.version)
        return cls({name: functools.partial(known.__getitem__, name) for name in known}, defaults)

    @property
    def names(self) -> list[str]:
        """The contracts it knows, such as `data-plane/2022-07-31`."""
        return list(self._loaders)

    def kit(self, plane: str, version: str) -> Kit | None:
        """Return the kit of one contract, or `None` when there is none of it."""
        name = f"{plane}/{version}"
        if name not in self._kits and name in self._loaders:
            self._kits[name] = Kit(self._loaders[name]())
        return self._kits.get(name)

    def standard(self, plane: str) -> Kit:
        """Return the kit of a plane's default version.

        Raises:
            KeyError: the plane has no default, or the library not its contract.

        """
        kit = self.kit(plane, self._defaults[plane])
        if kit is None:
            raise KeyError(plane)
        return kit

    def plane(self, request: Request) -> str | None:
        """Return the plane a request belongs to, or `None` when it does not go to IoT Central.

        The longest base path decides: `/api/v1/…` is not taken for `/api/…`. On hosts that are not the
        service's (emulators, proxies, private names) the path must fit and an api-version be named.
        """
        path, host = request.split.path, (request.split.hostname or "").lower()
        named = version_of(request) is not None
        for contract in self._surfaces:
            if contract.covers(path) and (named or contract.is_host(host)):
                return contract.plane
        # An application's host has nothing but IoT Central; Resource Manager's has all of Azure.
        own = (each.plane for each in reversed(self._surfaces) if each.is_host(host) and not each.provider)
        return next(own, None)

    def kit_of(self, request: Request) -> Kit | None:
        """Return the kit to judge a request by, or `None` when it does not go to IoT Central."""
        plane = self.plane(request)
        if plane is None:
            return None
        version = version_of(request)
        return (self.kit(plane, version) if version else None) or self.standard(plane)

    @functools.cached_property
    def _surfaces(self) -> list[Contract]:
        """The default contract of each plane, the longest base path first."""
        contracts = [self.standard(plane).contract for plane in self._defaults]
        return sorted(contracts, key=lambda each: len(each.base_path), reverse=True)


def installed() -> Library:
    """Return a library of every plane and version of the generated package."""
    from iotcentral_rest.versions import DEFAULT, VERSIONS

    loaders = {f"{each.plane}/{each.version}": functools.partial(_load, *each[:2]) for each in VERSIONS}
    latest = {each.plane: each.version for each in VERSIONS}
    return Library(loaders, {**latest, **DEFAULT})


def _load(plane: str, version: str) -> Contract:
    from iotcentral._core.contract_document import load

    return compile_contract(load(plane, version), plane)
