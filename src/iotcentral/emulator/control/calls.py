"""What a handler of the control plane is given: one authenticated, validated call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from iotcentral.emulator.choices import Choices
from iotcentral.emulator.control.faults import resource_not_found
from iotcentral.emulator.control.resources import Resource, Resources, key_of
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import State, Store
from iotcentral.emulator.targets import Target, split_path
from iotcentral.emulator.views import Views

__all__ = ["ControlCall"]

_LINK_KEY = b"control plane"


@dataclass(frozen=True)
class ControlCall:
    """One call to Azure Resource Manager, after routing, authentication and validation."""

    operation: Operation
    document: Document
    views: Views
    target: Target
    path: Mapping[str, str]
    """The decoded values of the path parameters, in the caller's case."""
    body: Any
    store: Store
    resources: Resources
    makers: Makers
    base_url: str
    page_size: int
    choices: Choices
    denies_create: bool
    """Whether new applications are refused, as by the service of today."""

    @property
    def version(self) -> str:
        """The api-version of the call."""
        return self.document.version

    @property
    def link_key(self) -> bytes:
        """What signs continuation tokens; they hide nothing, so any key will do."""
        return _LINK_KEY

    @cached_property
    def now(self) -> int:
        """The moment of the call, in milliseconds since the epoch."""
        return milliseconds(self.makers.clock())

    @property
    def key(self) -> str:
        """The key of the application that the path names."""
        return key_of(self.path["subscriptionId"], self.path["resourceGroupName"], self.path["resourceName"])

    @property
    def id(self) -> str:
        """The path as the caller wrote it, which is the ARM id of what it creates."""
        return "/" + "/".join(split_path(self.target.path))

    def resource(self) -> Resource:
        """Answer the application that the path names.

        Raises:
            Problem: 404 when there is none.

        """
        found = self.resources.get(self.key)
        if found is None:
            raise resource_not_found(self.path["resourceGroupName"], self.path["resourceName"])
        return found

    def state_of(self, resource: Resource) -> State:
        """Answer the state of an application."""
        return self.resources.state_of(resource)

    def declares(self, status: int, header: str) -> bool:
        """Say whether this version answers a header with a status of the operation."""
        return header in self.operation.responses.get(str(status), {}).get("headers", {})

    def shown(self, schema: str, value: dict[str, Any]) -> dict[str, Any]:
        """Answer a value without what this version's schema does not declare."""
        shown: dict[str, Any] = self.views.shown({"$ref": f"#/components/schemas/{schema}"}, value)
        return shown

    def members(self, schema: str, value: Mapping[str, Any]) -> dict[str, Any]:
        """Answer the members that a schema declares and lets a caller write; the rest is ignored."""
        writable = self.document.writable_members(schema)
        return {name: inner for name, inner in value.items() if name in writable}
