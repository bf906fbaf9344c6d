"""The contract a generated package was made from, as it ships beside the models."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

__all__ = ["load", "package_name"]


def package_name(plane: str, version: str) -> str:
    """Return the import name of one version's generated package."""
    return f"iotcentral_rest.{plane.replace('-', '_')}.v{version.replace('-', '_').replace('.', '_')}"


@cache
def load(plane: str, version: str) -> dict[str, Any]:
    """Return the whole OpenAPI document of a version, read once per process; not to be changed.

    Raises LookupError for a plane or version that is not generated.
    """
    from importlib.resources import files  # costs more than the rest of the client; a GET needs no contract

    try:
        data = files(package_name(plane, version)).joinpath("contract.json").read_bytes()
    except (ModuleNotFoundError, FileNotFoundError):
        raise LookupError(f"no contract for {plane} {version} in this installation") from None
    return msgspec.json.decode(data, type=dict[str, Any])
