"""Conditions that may be given as text or as objects: preconditions (`If-Match`) and filters."""

from __future__ import annotations

from typing import Any, Protocol

from msgspec import UnsetType

__all__ = ["HasETag", "HasFilterText", "etag_of", "filter_text"]


class HasETag(Protocol):
    """Anything with an `etag` as the service answered it, for example a `Device` that was read."""

    @property
    def etag(self) -> str | UnsetType:
        """The opaque text, quotes and all if it has any."""
        ...


class HasFilterText(Protocol):
    """A condition of `iotcentral.filters`."""

    def text(self, version: str, /) -> str:
        """Return the filter as an api-version writes it."""
        ...


def etag_of(value: Any) -> str | None:
    """Return the text of a precondition; `None` where what was given has no etag."""
    etag = value if isinstance(value, str) else getattr(value, "etag", None)
    return etag if isinstance(etag, str) and etag else None


def filter_text(value: Any, version: str) -> Any:
    """Return a filter's text in the spelling of a version; what is neither text nor condition as it is."""
    text = None if isinstance(value, str) else getattr(value, "text", None)
    return text(version) if callable(text) else value
