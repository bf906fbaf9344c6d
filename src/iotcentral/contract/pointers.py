"""JSON pointers (RFC 6901): written, joined, and followed through a document with its `$ref`s."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from iotcentral.contract.values import is_array, is_object

__all__ = ["child", "follow", "pointer", "resolve"]


def _escape(part: object) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")


def _unescape(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")


def pointer(parts: Iterable[object]) -> str:
    """Return the pointer of a path of member names and indexes; the empty text is the whole document."""
    return "".join(f"/{_escape(part)}" for part in parts)


def child(parent: str, part: object) -> str:
    """Return the pointer of one member or item below `parent`."""
    return f"{parent}/{_escape(part)}"


def follow(document: Any, where: str) -> Any:
    """Return the value a pointer names; raises `KeyError` when there is none."""
    value = document
    for part in where.removeprefix("#").split("/")[1:]:
        name = _unescape(part)
        try:
            value = value[int(name)] if is_array(value) else value[name]
        except (IndexError, ValueError, TypeError) as error:
            raise KeyError(where) from error
    return value


def resolve(document: Mapping[str, Any], where: str) -> tuple[str, Any]:
    """Return the pointer and value behind a chain of bare `$ref`s; one with siblings stays as it is."""
    value = follow(document, where)
    while is_object(value) and set(value) == {"$ref"}:
        where = str(value["$ref"]).removeprefix("#")
        value = follow(document, where)
    return where, value
