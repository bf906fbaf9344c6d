# Written by `python -m codegen generate` from specs/catalog.yaml. Do not edit: change the spec and run it again.
"""Every plane and api-version that has a generated client, in the order of the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["DEFAULT", "VERSIONS", "Version"]


class Version(NamedTuple):
    """One generated version."""

    plane: str
    version: str
    status: str
    """`ga`, `preview`, `deprecated` or `documented-only`."""
    package: str
    """Import path below this package, for example `data_plane.v2022_07_31`."""
    brings: str
    """What the version brought."""


VERSIONS: Final[tuple[Version, ...]] = (
    Version(
        plane="data-plane",
        version="2022-07-31",
        status="ga",
        package="data_plane.v2022_07_31",
        brings=(
            "Jobs, scheduled jobs, enrollment groups, relationships between devices, and the devices of "
            "a device group. The latest generally available version; it has no paging or filter "
            "parameter."
        ),
    ),
)

DEFAULT: Final[Mapping[str, str]] = {
    "data-plane": "2022-07-31",
}
"""The version that a plane's client speaks unless told otherwise; a plane without an entry has no default."""
