"""The calls an emulator saw: what was asked and answered, without bodies, headers and anything secret."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

import msgspec

from iotcentral.emulator.targets import Target

__all__ = ["Calls", "SeenCall", "shown_query"]

_KEPT = 10_000
_SHOWN = frozenset(
    {"api-version", "filter", "$filter", "orderby", "$orderby", "maxpagesize", "$top", "expand", "unmodeled"}
)
MASK = "***"


class SeenCall(msgspec.Struct, frozen=True):
    """One call."""

    number: int
    """Calls are counted from 1."""
    at: str
    """The moment, by the emulator's clock."""
    method: str
    path: str
    query: Mapping[str, str]
    """Values that are not known to be harmless are masked."""
    application: str | None
    """Subdomain, on the data plane."""
    api_version: str | None
    operation: str | None
    """Operation id; `None` if the request is for none."""
    status: int | None
    """`None` when the connection was dropped instead."""
    fault: bool
    """Whether the call met a fault."""


class Calls:
    """The last 10,000 calls."""

    def __init__(self) -> None:
        self._seen: deque[SeenCall] = deque(maxlen=_KEPT)

    def add(self, call: SeenCall) -> None:
        """Keep a call."""
        self._seen.append(call)

    def all(self) -> list[SeenCall]:
        """Answer the calls in the order they came."""
        return list(self._seen)

    def clear(self) -> None:
        """Forget the calls; counting goes on."""
        self._seen.clear()


def shown_query(target: Target) -> dict[str, str]:
    """Answer a query's parameters; values that are not known to be harmless are masked."""
    return {name: target.first(name) if name in _SHOWN else MASK for name in target.query}
