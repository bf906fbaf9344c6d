"""How the document sends an API token: after `Bearer`, and no other way."""

from __future__ import annotations

__all__ = ["api_token_of"]

_SCHEME = "bearer "


def api_token_of(authorization: str | None) -> str | None:
    """Answer the API token in an `Authorization` header; `None` for a header of any other form."""
    given = authorization or ""
    return given[len(_SCHEME) :] if given[: len(_SCHEME)].lower() == _SCHEME else None
