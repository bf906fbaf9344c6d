"""What a version does not have: refused by name, with the versions that have it.

Checkers never see `__getattr__`, so that they refuse such a name too. The index of what is where is generated
and read only when a name is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from iotcentral.errors import NotInThisVersion

__all__ = ["Surface", "absent_option"]


class Surface:
    """Base of the generated classes: one version's API, or its operations of one tag."""

    __slots__ = ()

    __place__: ClassVar[tuple[str, str, str]] = ("", "", "")
    """Plane, api-version, and the attribute under which a group of operations stands; empty for an API."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            plane, version, attribute = self.__place__
            path = f"{attribute}.{name}" if attribute else name
            found = () if name.startswith("_") else _versions_with(plane, path)
            if found:
                raise NotInThisVersion(path, plane=plane, version=version, available_in=found)
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=self)


def absent_option(operation_id: str, plane: str, version: str, name: str) -> NotInThisVersion | None:
    """Return the error of an argument that other versions of an operation take, `None` if none does."""
    path = f"{operation_id}.{name}"
    found = _versions_with(plane, path)
    return NotInThisVersion(path, plane=plane, version=version, available_in=found) if found else None


def _versions_with(plane: str, path: str) -> tuple[str, ...]:
    from iotcentral_rest.availability import AVAILABLE  # read on a miss only

    return AVAILABLE.get(plane, {}).get(path, ())
