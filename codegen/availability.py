"""Which api-versions of a plane have a name that others lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from codegen.operations import Tag

__all__ = ["available", "surface"]


def surface(tags: Iterable[Tag]) -> tuple[str, ...]:
    """Return what a caller of one version can name: groups, methods, operations, arguments by keyword."""
    names: dict[str, None] = {}
    for tag in tags:
        names[str(tag.attribute)] = None
        for operation in tag.operations:
            names[f"{tag.attribute}.{operation.method}"] = names[operation.id] = None
            keywords = [one.name for one in operation.arguments if one.location != "path"]
            names.update({f"{operation.id}.{one}": None for one in keywords})
    return tuple(names)


def available(versions: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return, by name, the versions that have it, for names that a version with their owner lacks.

    `versions` are the names of each version of one plane. A group that is missing hides its methods, so these
    are left out unless a version has the group without them.
    """
    having: dict[str, list[str]] = {}
    for version, names in versions.items():
        for name in names:
            having.setdefault(name, []).append(version)
    return {
        name: tuple(found) for name, found in sorted(having.items()) if _is_missed(name, having, versions)
    }


def _is_missed(name: str, having: Mapping[str, list[str]], versions: Mapping[str, Iterable[str]]) -> bool:
    owner, dot, _ = name.rpartition(".")
    if not dot and name[:1].isupper():  # an operation id: nobody can name one, it only owns arguments
        return False
    return having[name] != (having[owner] if dot else list(versions))
