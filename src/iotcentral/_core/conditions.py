"""Preconditions: an `If-Match` may be given as a text, or as the object whose `etag` it is."""

from __future__ import annotations

from typing import Any, Protocol

from msgspec import UNSET, UnsetType

__all__ = ["HasETag", "etag_of"]


class HasETag(Protocol):
    """Anything with an `etag` as the service answered it, for example a `Device` that was read."""

    @property
    def etag(self) -> str | UnsetType:
        """The opaque text, quotes and all if it has any."""
        ...


def etag_of(value: Any) -> Any:
    """Return the text of a precondition; `UNSET` where the object that was given has no etag."""
    return value if isinstance(value, str) or value is UNSET else getattr(value, "etag", UNSET)
