"""Builds the package, writes it, and compares it with what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from codegen.catalog import Version, read_catalog
from codegen.document import Document
from codegen.formatting import format_files
from codegen.manifest import NAME, build_manifest
from codegen.pins import require_pins
from codegen.project import TEMPLATES, render_package

__all__ = ["PACKAGE", "Difference", "Written", "build", "compare", "write"]

PACKAGE = "iotcentral_rest"

Report = Callable[[str], None]


class Difference(NamedTuple):
    """One file that is not what the specifications give."""

    path: str
    kind: str
    """`differs`, `is missing` or `is not generated`."""


class Written(NamedTuple):
    """What writing changed."""

    changed: int
    deleted: int
    total: int


def build(specs: Path, report: Report) -> dict[str, bytes]:
    """Every file of the package by its path below it, manifest included.

    Raises `CodegenError` for tools that are not at their pins and for documents that would lose something.
    """
    require_pins()
    catalog = read_catalog(specs)
    hashes = {"specs/catalog.yaml": catalog.sha256}

    def read(version: Version) -> Document:
        name = f"specs/{version.document}"
        document = Document.read(specs / version.document, name)
        hashes[name] = document.sha256
        return document

    rendered = render_package(catalog, read, report)
    report(f"formatting {len(rendered)} files")
    files = format_files(rendered)
    return {**files, NAME: build_manifest(hashes, TEMPLATES, files)}


def compare(files: Mapping[str, bytes], package: Path) -> list[Difference]:
    """Where a package on disk differs from `files`, byte for byte; nothing is written."""
    differences: list[Difference] = []
    for path, data in files.items():
        target = package / path
        if not target.is_file():
            differences.append(Difference(path, "is missing"))
        elif target.read_bytes() != data:
            differences.append(Difference(path, "differs"))
    differences += [Difference(path, "is not generated") for path in _present(package) if path not in files]
    return sorted(differences)


def write(files: Mapping[str, bytes], package: Path) -> Written:
    """Make a package on disk equal to `files`: write what differs, delete what is not generated."""
    differences = compare(files, package)
    for path, kind in differences:
        target = package / path
        if kind == "is not generated":
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files[path])
    _remove_empty(package)
    deleted = sum(kind == "is not generated" for _, kind in differences)
    return Written(len(differences) - deleted, deleted, len(files))


def _present(package: Path) -> Iterator[str]:
    """Return the files of a package on disk; bytecode is the interpreter's."""
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(package).as_posix()


def _remove_empty(package: Path) -> None:
    """Delete folders that hold nothing any more, or only bytecode of modules that are gone."""
    for folder in sorted((path for path in package.rglob("*") if path.is_dir()), reverse=True):
        if folder.name == "__pycache__":
            _remove_stale_bytecode(folder)
        if not any(folder.iterdir()):
            folder.rmdir()


def _remove_stale_bytecode(folder: Path) -> None:
    for path in folder.glob("*.pyc"):
        if not (folder.parent / f"{path.name.split('.')[0]}.py").exists():
            path.unlink()
