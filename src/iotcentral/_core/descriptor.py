"""What a generated operation tells the runtime: one `Operation` per operation of a spec.

Generated modules hold nothing but signatures, texts and these descriptors. Everything that happens to a call
(building the request, credentials, retries, paging, decoding) is written once, in the modules beside this
one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

import msgspec

__all__ = ["Body", "FinalState", "LongRunning", "Operation", "Paging", "Parameter", "Retry"]

T = TypeVar("T")

Retry = Literal["safe", "conditional", "once"]
"""When a request may be sent again: always, only with `If-Match`, or never once it may have arrived."""

FinalState = Literal["azure-async-operation", "location", "original-uri"]
"""Where a long-running operation leaves its result: in its state, at `Location`, in the resource."""


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
    required: bool = True


class Paging(msgspec.Struct, frozen=True):
    """Where a list answer keeps its items and the link to its next page (wire names)."""

    items: str
    next_link: str | None
    """`None` for a list that is always whole."""


class LongRunning(msgspec.Struct, frozen=True):
    """An operation that may go on after its answer."""

    final_state_via: FinalState | None = None
    """`final-state-via` as the contract has it; `None` where it leaves that to the rules of the plane."""


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
    success_headers: tuple[str, ...] = ()
    """Headers that the contract names on success answers, for example `ETag` or `Azure-AsyncOperation`."""
    errors: tuple[int, ...] = ()
    paging: Paging | None = None
    long_running: LongRunning | None = None
    retry: Retry = "safe"
