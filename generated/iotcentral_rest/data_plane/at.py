# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""`at`: another api-version of data-plane over the same connections, loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from iotcentral._core.versions import api_at

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .v1_0 import api as v1_0
    from .v2022_05_31 import api as v2022_05_31
    from .v2022_06_30_preview import api as v2022_06_30_preview
    from .v2022_07_31 import api as v2022_07_31
    from .v2022_10_31_preview import api as v2022_10_31_preview

__all__ = ["AsyncDataPlaneVersions", "DataPlaneVersion", "DataPlaneVersions"]

DataPlaneVersion = Literal["1.0", "2022-05-31", "2022-06-30-preview", "2022-07-31", "2022-10-31-preview"]
"""The api-versions that `at` knows."""


class DataPlaneVersions:
    """A client that can speak other api-versions too."""

    __slots__ = ()

    _caller: Caller

    @overload
    def at(self, version: Literal["1.0"]) -> v1_0.DataPlane: ...

    @overload
    def at(self, version: Literal["2022-05-31"]) -> v2022_05_31.DataPlane: ...

    @overload
    def at(self, version: Literal["2022-06-30-preview"]) -> v2022_06_30_preview.DataPlane: ...

    @overload
    def at(self, version: Literal["2022-07-31"]) -> v2022_07_31.DataPlane: ...

    @overload
    def at(self, version: Literal["2022-10-31-preview"]) -> v2022_10_31_preview.DataPlane: ...

    def at(self, version: str) -> Any:
        """Return the operations of an api-version, over the connections and with the credential of this client.

        Raises InvalidRequest for a version that is not generated; the text names those that are.
        """
        return api_at("data-plane", version, "DataPlane")(self._caller)


class AsyncDataPlaneVersions:
    """A client that can speak other api-versions too."""

    __slots__ = ()

    _caller: AsyncCaller

    @overload
    def at(self, version: Literal["1.0"]) -> v1_0.AsyncDataPlane: ...

    @overload
    def at(self, version: Literal["2022-05-31"]) -> v2022_05_31.AsyncDataPlane: ...

    @overload
    def at(self, version: Literal["2022-06-30-preview"]) -> v2022_06_30_preview.AsyncDataPlane: ...

    @overload
    def at(self, version: Literal["2022-07-31"]) -> v2022_07_31.AsyncDataPlane: ...

    @overload
    def at(self, version: Literal["2022-10-31-preview"]) -> v2022_10_31_preview.AsyncDataPlane: ...

    def at(self, version: str) -> Any:
        """Return the operations of an api-version, over the connections and with the credential of this client.

        Raises InvalidRequest for a version that is not generated; the text names those that are.
        """
        return api_at("data-plane", version, "AsyncDataPlane")(self._caller)
