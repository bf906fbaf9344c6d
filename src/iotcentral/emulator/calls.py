"""What a handler is given: one authenticated, validated call of an operation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from iotcentral.emulator.documents import Document, Operation
from iotcentral.emulator.schemas import Schemas
from iotcentral.emulator.sources import Makers
from iotcentral.emulator.store import Application, State
from iotcentral.emulator.targets import Target

__all__ = ["Call"]


@dataclass(frozen=True, slots=True)
class Call:
    """One call, after routing, authentication, authorisation and validation."""

    operation: Operation
    document: Document
    schemas: Schemas
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

    @property
    def version(self) -> str:
        """The api-version of the call."""
        return self.document.version

    def members(self, schema: str) -> dict[str, Any]:
        """Answer the body's members that a schema declares and lets a caller write; the rest is ignored."""
        writable = self.document.writable_members(schema)
        return {name: value for name, value in self.body.items() if name in writable}

    def errors(self, schema: str, value: Any) -> list[str]:
        """List what a schema has against a value that was put together from several requests."""
        return self.schemas.request_errors(
            f"schema {schema}", {"$ref": f"#/components/schemas/{schema}"}, value
        )
