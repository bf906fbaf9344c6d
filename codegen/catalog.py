"""`specs/catalog.yaml`: which planes and versions there are. Nothing lists them a second time."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from codegen.document import load_yaml
from codegen.findings import Finding, SpecificationError, pointer

__all__ = ["COMMON", "Catalog", "Version", "read_catalog"]

NAME = "catalog.yaml"
COMMON = "common"
"""Name of the part of the package that speaks of all versions."""


class Version(NamedTuple):
    """One specification of the catalog."""

    plane: str
    version: str
    status: str
    document: str
    """Path below `specs/`."""
    brings: str

    @property
    def id(self) -> str:
        """`<plane>/<version>`, for example `data-plane/2022-07-31`."""
        return f"{self.plane}/{self.version}"

    @property
    def plane_package(self) -> str:
        """Name of the plane's sub-package, for example `data_plane`."""
        return self.plane.replace("-", "_")

    @property
    def package(self) -> str:
        """Name of the version's sub-package, for example `v2022_07_31`."""
        return "v" + self.version.replace("-", "_").replace(".", "_")


class Catalog(NamedTuple):
    """All versions, in the order of the catalog, and the default of each plane that has one."""

    versions: tuple[Version, ...]
    defaults: dict[str, Version]
    sha256: str


def read_catalog(specs: Path) -> Catalog:
    """Read the catalog of a `specs` folder; raises `SpecificationError` for entries that cannot be used."""
    data = (specs / NAME).read_bytes()
    raw = load_yaml(data, NAME)
    findings: list[Finding] = []
    versions = tuple(_versions(raw, findings))
    defaults = _defaults(raw, versions, findings)
    if findings:
        raise SpecificationError(NAME, findings)
    return Catalog(versions, defaults, hashlib.sha256(data).hexdigest())


def _versions(raw: dict[str, Any], findings: list[Finding]) -> list[Version]:
    versions: list[Version] = []
    for index, entry in enumerate(raw.get("versions", ())):
        missing = [key for key in Version._fields if not isinstance(entry.get(key), str)]
        if missing:
            findings.append(Finding(pointer("versions", index), f"{', '.join(missing)} must be text"))
            continue
        version = Version(*(entry[key].strip() for key in Version._fields))
        if version.id in {one.id for one in versions}:
            findings.append(Finding(pointer("versions", index), f"{version.id} stands twice"))
        versions.append(version)
    return versions


def _defaults(
    raw: dict[str, Any], versions: tuple[Version, ...], findings: list[Finding]
) -> dict[str, Version]:
    """`default` is one `<plane>/<version>` or a list of them, one a plane."""
    given = raw.get("default", [])
    known = {version.id: version for version in versions}
    defaults: dict[str, Version] = {}
    for name in [given] if isinstance(given, str) else given:
        if name not in known:
            findings.append(Finding("#/default", f"{name} is not among the versions"))
        elif known[name].plane in defaults:
            findings.append(Finding("#/default", f"{known[name].plane} has two defaults"))
        else:
            defaults[known[name].plane] = known[name]
    return defaults
