"""The generated client of an api-version, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from iotcentral.errors import InvalidRequest

__all__ = ["api_at"]


def api_at(plane: str, version: str, name: str) -> Any:
    """Return the class `name` of a version's API; raises InvalidRequest for one that is not generated."""
    from iotcentral_rest.versions import VERSIONS  # a client that speaks its default needs no list

    packages = {one.version: one.package for one in VERSIONS if one.plane == plane}
    if version not in packages:
        message = f"is no api-version of the {plane}: use one of {', '.join(packages)}"
        raise InvalidRequest(message, argument="version", rule="version")
    return getattr(import_module(f"iotcentral_rest.{packages[version]}.api"), name)
