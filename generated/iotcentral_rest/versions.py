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
        version="1.0",
        status="deprecated",
        package="data_plane.v1_0",
        brings=(
            "The first generally available version: devices with modules and components, device "
            "templates, users, roles and API tokens. It declares no error at all."
        ),
    ),
    Version(
        plane="data-plane",
        version="2022-05-31",
        status="deprecated",
        package="data_plane.v2022_05_31",
        brings=(
            "Organizations, device groups and the file upload configuration; users from directory "
            "groups; an error schema."
        ),
    ),
    Version(
        plane="data-plane",
        version="2022-06-30-preview",
        status="deprecated",
        package="data_plane.v2022_06_30_preview",
        brings=(
            "Data export, dashboards, query, jobs, scheduled jobs, enrollment groups and relationships, "
            "with `$filter`, `$top` and `$orderby` on some lists."
        ),
    ),
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
    Version(
        plane="data-plane",
        version="2022-10-31-preview",
        status="preview",
        package="data_plane.v2022_10_31_preview",
        brings=(
            "Deployment manifests as a resource of their own, `filter`, `maxpagesize` and `orderby` "
            "without `$`, and `If-Match` on twelve PATCH operations. The latest preview."
        ),
    ),
    Version(
        plane="control-plane",
        version="2021-06-01",
        status="ga",
        package="control_plane.v2021_06_01",
        brings=(
            "Managed identity of an application. Answers at once, although its operations are marked as "
            "long-running."
        ),
    ),
    Version(
        plane="control-plane",
        version="2021-11-01-preview",
        status="preview",
        package="control_plane.v2021_11_01_preview",
        brings=(
            "Network rules, private endpoint connections and private links; changes are carried out in "
            "the background and polled."
        ),
    ),
    Version(
        plane="reference-v1",
        version="2022-07-31",
        status="documented-only",
        package="reference_v1.v2022_07_31",
        brings=(
            'The surface a generic "API Reference" documents. It contradicts the real service, which '
            "does not answer it."
        ),
    ),
)

DEFAULT: Final[Mapping[str, str]] = {
    "data-plane": "2022-07-31",
    "control-plane": "2021-06-01",
    "reference-v1": "2022-07-31",
}
"""The version that a plane's client speaks unless told otherwise; a plane without an entry has no default."""
