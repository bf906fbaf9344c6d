"""Builds the package, writes it, and compares it with what is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from codegen.cache import Cache, Entry, digest, inputs
from codegen.catalog import COMMON, Catalog, read_catalog
from codegen.manifest import NAME, build_manifest, sha256
from codegen.pins import require_pins

__all__ = ["PACKAGE", "Difference", "Written", "build", "compare", "write"]

PACKAGE = "iotcentral_rest"
HERE = Path(__file__).parent

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


def build(specs: Path, report: Report, cache: Path | None = None) -> dict[str, bytes]:
    """Every file of the package by its path below it, manifest included.

    `cache` is a folder of parts that earlier runs rendered. Raises `CodegenError` for tools that are not at
    their pins and for documents that would lose something.
    """
    require_pins()
    catalog = read_catalog(specs)
    parts = _Parts(specs, catalog, Cache(cache), report)
    entries = parts.entries()
    for version in catalog.versions:
        summary = entries[version.id].summary
        report(f"{version.id}: {summary.operations} operations, {summary.schemas} schemas")
    files = {path: data for entry in entries.values() for path, data in entry.files.items()}
    hashes = {"specs/catalog.yaml": catalog.sha256, **parts.spec_hashes}
    return {**files, NAME: build_manifest(hashes, HERE / "templates", files)}


class _Parts:
    """The parts of the package: one a version, and one that speaks of all of them."""

    def __init__(self, specs: Path, catalog: Catalog, cache: Cache, report: Report) -> None:
        self.catalog = catalog
        self.cache = cache
        self.report = report
        self.data = {one.id: (specs / one.document).read_bytes() for one in catalog.versions}
        self.spec_hashes = {f"specs/{one.document}": sha256(self.data[one.id]) for one in catalog.versions}
        self.keys = self._keys()

    def _keys(self) -> dict[str, str]:
        """Return the key of each part: all that its bytes depend on."""
        common = inputs(HERE)
        keys = {
            one.id: digest([common.encode(), repr(one).encode(), self.data[one.id]])
            for one in self.catalog.versions
        }
        named = [part.encode() for pair in keys.items() for part in pair]
        return {**keys, COMMON: digest([common.encode(), self.catalog.sha256.encode(), *named])}

    def entries(self) -> dict[str, Entry]:
        """Return every part, the common one first; those that no cache holds are rendered."""
        found = {name: self.cache.load(_file_name(name), key) for name, key in self.keys.items()}
        entries = {name: entry for name, entry in found.items() if entry is not None}
        missing = [name for name in self.keys if name not in entries]
        if missing:
            entries |= self._render(missing, entries)
        return {name: entries[name] for name in (COMMON, *(one.id for one in self.catalog.versions))}

    def _render(self, missing: list[str], known: Mapping[str, Entry]) -> dict[str, Entry]:
        # Imported here: the parser takes longer to load than a check with nothing changed takes in all.
        from codegen.render import render_parts

        entries = render_parts(self.catalog, self.data, missing, known, self.report)
        for name, entry in entries.items():
            self.cache.store(_file_name(name), self.keys[name], entry)
        return entries


def _file_name(name: str) -> str:
    return name.replace("/", "_")


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
