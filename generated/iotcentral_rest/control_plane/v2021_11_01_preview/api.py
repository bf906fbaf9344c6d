# Written by `python -m codegen generate` from specs/control-plane/2021-11-01-preview.yaml. Do not edit: change the spec and run it again.
"""control-plane 2021-11-01-preview: one attribute a tag, its module loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iotcentral._core.surface import Surface

if TYPE_CHECKING:
    from iotcentral._core.caller import AsyncCaller, Caller

    from .operations.apps import AsyncAppsOperations, AppsOperations
    from .operations.private_endpoint_connections import (
        AsyncPrivateEndpointConnectionsOperations,
        PrivateEndpointConnectionsOperations,
    )
    from .operations.private_links import AsyncPrivateLinksOperations, PrivateLinksOperations
    from .operations.operations import AsyncOperationsOperations, OperationsOperations

__all__ = ["ControlPlane", "AsyncControlPlane"]


class ControlPlane(Surface):
    """The operations of control-plane 2021-11-01-preview, synchronous."""

    __place__ = ("control-plane", "2021-11-01-preview", "")

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def apps(self) -> AppsOperations:
        """Applications as Azure resources: create, read, change and delete them, ask for free names, and see
        the templates to start from.
        """
        from .operations.apps import AppsOperations

        return AppsOperations(self._caller)

    @cached_property
    def private_endpoint_connections(self) -> PrivateEndpointConnectionsOperations:
        """Private endpoints of virtual networks that are connected to an application or ask to be."""
        from .operations.private_endpoint_connections import PrivateEndpointConnectionsOperations

        return PrivateEndpointConnectionsOperations(self._caller)

    @cached_property
    def private_links(self) -> PrivateLinksOperations:
        """What a private endpoint can connect to, and the names it must be able to resolve."""
        from .operations.private_links import PrivateLinksOperations

        return PrivateLinksOperations(self._caller)

    @cached_property
    def operations(self) -> OperationsOperations:
        """What the provider itself can do, for role definitions and monitoring."""
        from .operations.operations import OperationsOperations

        return OperationsOperations(self._caller)


class AsyncControlPlane(Surface):
    """The operations of control-plane 2021-11-01-preview, asynchronous."""

    __place__ = ("control-plane", "2021-11-01-preview", "")

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def apps(self) -> AsyncAppsOperations:
        """Applications as Azure resources: create, read, change and delete them, ask for free names, and see
        the templates to start from.
        """
        from .operations.apps import AsyncAppsOperations

        return AsyncAppsOperations(self._caller)

    @cached_property
    def private_endpoint_connections(self) -> AsyncPrivateEndpointConnectionsOperations:
        """Private endpoints of virtual networks that are connected to an application or ask to be."""
        from .operations.private_endpoint_connections import AsyncPrivateEndpointConnectionsOperations

        return AsyncPrivateEndpointConnectionsOperations(self._caller)

    @cached_property
    def private_links(self) -> AsyncPrivateLinksOperations:
        """What a private endpoint can connect to, and the names it must be able to resolve."""
        from .operations.private_links import AsyncPrivateLinksOperations

        return AsyncPrivateLinksOperations(self._caller)

    @cached_property
    def operations(self) -> AsyncOperationsOperations:
        """What the provider itself can do, for role definitions and monitoring."""
        from .operations.operations import AsyncOperationsOperations

        return AsyncOperationsOperations(self._caller)
