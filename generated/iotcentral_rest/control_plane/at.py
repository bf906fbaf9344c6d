# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""`at`: another api-version of control-plane over the same connections, loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from iotcentral._core.versions import api_at

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .v2021_06_01 import api as v2021_06_01
    from .v2021_11_01_preview import api as v2021_11_01_preview

__all__ = ["AsyncControlPlaneVersions", "ControlPlaneVersion", "ControlPlaneVersions"]

ControlPlaneVersion = Literal["2021-06-01", "2021-11-01-preview"]
"""The api-versions that `at` knows."""


class ControlPlaneVersions:
    """A client that can speak other api-versions too."""

    __slots__ = ()

    _caller: Caller

    @overload
    def at(self, version: Literal["2021-06-01"]) -> v2021_06_01.ControlPlane: ...

    @overload
    def at(self, version: Literal["2021-11-01-preview"]) -> v2021_11_01_preview.ControlPlane: ...

    def at(self, version: str) -> Any:
        """Return the operations of an api-version, over the connections and with the credential of this client.

        Raises InvalidRequest for a version that is not generated; the text names those that are.
        """
        return api_at("control-plane", version, "ControlPlane")(self._caller)


class AsyncControlPlaneVersions:
    """A client that can speak other api-versions too."""

    __slots__ = ()

    _caller: AsyncCaller

    @overload
    def at(self, version: Literal["2021-06-01"]) -> v2021_06_01.AsyncControlPlane: ...

    @overload
    def at(self, version: Literal["2021-11-01-preview"]) -> v2021_11_01_preview.AsyncControlPlane: ...

    def at(self, version: str) -> Any:
        """Return the operations of an api-version, over the connections and with the credential of this client.

        Raises InvalidRequest for a version that is not generated; the text names those that are.
        """
        return api_at("control-plane", version, "AsyncControlPlane")(self._caller)
