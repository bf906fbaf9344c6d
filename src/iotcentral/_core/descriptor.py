"""What a generated operation tells the runtime: one `Operation` per operation of a spec.

Generated modules hold nothing but signatures, texts and these descriptors. Everything that happens to a call
(building the request, credentials, retries, paging, decoding) is written once, in the modules beside this
one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

import msgspec

__all__ = ["Body", "Operation", "Paging", "Parameter", "Retry"]

T = TypeVar("T")

Retry = Literal["safe", "conditional", "once"]
"""When a request may be sent again: always, only with `If-Match`, or never once it may have arrived."""


class Parameter(msgspec.Struct, frozen=True):
    """One path, query or header parameter, in the order of the method's arguments."""

    name: str
    """The wire name, for example `deviceGroupId` or `maxpagesize`."""
    python_name: str
    location: Literal["path", "query", "header"]
    required: bool
    schema: Mapping[str, Any]
    """The parameter's JSON Schema as it stands in the spec (type, limits, enum)."""


class Body(msgspec.Struct, frozen=True):
    """The request body of an operation."""

    schema: str
    """Name of the body's schema in `components.schemas` of the operation's contract."""
    media_type: str
    """The media type the client sends (merge-patch where the version declares it)."""


class Paging(msgspec.Struct, frozen=True):
    """Where a list answer keeps its items and the link to its next page (wire names)."""

    items: str
    next_link: str


class Operation(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """Everything the runtime knows of one operation; `T` is what a successful call returns."""

    id: str
    """The official operation id, for example `Devices_Get`."""
    plane: str
    version: str
    method: str
    path: str
    """The path template below the server's base path, for example `/devices/{deviceId}`."""
    parameters: tuple[Parameter, ...] = ()
    """Without `api-version`, which the client adds once."""
    body: Body | None = None
    success: Mapping[int, Any]
    """Status to the type its body decodes to; `None` for an answer without a body."""
    errors: tuple[int, ...] = ()
    paging: Paging | None = None
    retry: Retry = "safe"
