"""What a handler is given: one authenticated, validated call of an operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from iotcentral.emulator.choices import Choices
from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.scope import Scope, scope_of
from iotcentral.emulator.sources import Makers, milliseconds
from iotcentral.emulator.store import Application, State
from iotcentral.emulator.targets import Target
from iotcentral.emulator.views import Views
from iotcentral.emulator.world import World

__all__ = ["Call"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call, after routing, authentication, authorisation and validation."""

    operation: Operation
    document: Document
    schemas: Schemas
    views: Views
    target: Target
    path: Mapping[str, str]
    """The decoded values of the path parameters."""
    body: Any
    """The parsed request body; `None` for an operation without one."""
    application: Application
    state: State
    makers: Makers
    base_url: str
    """Scheme and host that links in answers start with."""
    page_size: int
    scope: Scope
    """What the caller sees, and where it may do what it asks for."""
    grants: Sequence[Mapping[str, Any]]
    """The caller's role assignments."""
    choices: Choices
    if_match: str | None = None
    """The `If-Match` header, where it counts."""

    @property
    def version(self) -> str:
        """The api-version of the call."""
        return self.document.version

    @property
    def link_key(self) -> bytes:
        """What signs the continuation tokens of the application's lists."""
        return self.application.link_key

    @property
    def world(self) -> World:
        """The application at the moment of the call."""
        now = milliseconds(self.makers.clock())
        return World(self.application, self.state, self.makers, now, now)

    def scope_for(self, operation_id: str) -> Scope:
        """Answer where the caller might call another operation.

        Raises:
            Problem: 403 when nowhere.

        """
        return scope_of(self.state, self.document.operations[operation_id], self.grants)

    def shown(self, schema: str, value: dict[str, Any]) -> dict[str, Any]:
        """Answer a stored resource as this api-version says it, without what its schema does not declare."""
        shown: dict[str, Any] = self.views.shown(_reference(schema), value)
        return shown

    def can_say(self, schema: str, value: dict[str, Any]) -> bool:
        """Say whether this api-version knows every kind that is in a stored resource."""
        return self.views.can_say(_reference(schema), value)

    def undeclared(self, schema: str, earlier: dict[str, Any] | None) -> dict[str, Any]:
        """Answer the members of a stored resource that this api-version has no word for; a PUT keeps them."""
        declared = self.document.schemas[schema].get("properties", {})
        return {name: value for name, value in (earlier or {}).items() if name not in declared}

    def members(self, schema: str) -> dict[str, Any]:
        """Answer the body's members that a schema declares and lets a caller write; the rest is ignored."""
        writable = self.document.writable_members(schema)
        return {name: value for name, value in self.body.items() if name in writable}

    def errors(self, schema: str, value: Any) -> list[str]:
        """List what a schema has against a value that was put together from several requests."""
        return self.schemas.request_errors(f"schema {schema}", _reference(schema), value)


def _reference(schema: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{schema}"}
