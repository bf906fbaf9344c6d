"""Bodies with some of their places changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

__all__ = ["ABSENT", "Edit", "edited", "pointer"]

ABSENT: Any = object()
"""In place of a value: the member is taken out."""


class Edit(NamedTuple):
    """Another value at one place of a body; a member that is not there yet is added."""

    path: tuple[str | int, ...]
    value: Any


def edited(body: Any, edits: Iterable[Edit]) -> Any:
    """A copy of `body` with the edits made, one after another."""
    for edit in edits:
        body = _edited(body, edit.path, edit.value)
    return body


def _edited(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    copied: Any = dict(body) if isinstance(body, dict) else list(body)
    if value is ABSENT and len(path) == 1:
        del copied[path[0]]
    else:
        copied[path[0]] = _edited(body[path[0]] if len(path) > 1 else None, path[1:], value)
    return copied


def pointer(path: tuple[str | int, ...]) -> str:
    """A path as a JSON pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
