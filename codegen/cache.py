"""What an earlier run rendered, kept outside `generated/` and trusted only if nothing it was made of changed.

An entry is keyed by everything it depends on (specification, templates, sources of this package, versions of
the tools) and carries a hash of itself. Comparing reads `generated/` all the same: an entry only saves the
rendering. One entry a part, overwritten when its key changes.
"""

from __future__ import annotations

import hashlib
import os
import platform
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import msgspec

from codegen.pins import PINS

__all__ = ["Cache", "Entry", "Summary", "digest", "inputs"]

TOOLS = (*PINS, "msgspec", "pydantic", "pyyaml")


class Summary(msgspec.Struct, frozen=True):
    """What the files that speak of several versions must know of each."""

    operations: int = 0
    schemas: int = 0
    server: str = ""
    models: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """What a caller can name: `devices`, `devices.list`, `Devices_List`, `Devices_List.filter`."""


class Entry(msgspec.Struct, frozen=True):
    """One part of the package: its files by path below the package, formatted."""

    files: dict[str, bytes]
    summary: Summary = Summary()


class _Stored(msgspec.Struct, frozen=True):
    key: str
    entry: Entry


class Cache:
    """Entries by name in a folder; without a folder nothing is kept and nothing is found."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def load(self, name: str, key: str) -> Entry | None:
        """Return the entry if it was made of exactly this and nobody has touched it since."""
        if self.folder is None:
            return None
        try:
            seal, payload = (self.folder / f"{name}.part").read_bytes().split(b"\n", 1)
        except (OSError, ValueError):
            return None
        if seal != digest([payload]).encode():
            return None
        stored = msgspec.msgpack.decode(payload, type=_Stored)
        return stored.entry if stored.key == key else None

    def store(self, name: str, key: str, entry: Entry) -> None:
        """Keep an entry; another process that reads meanwhile sees the old one or the new one."""
        if self.folder is None:
            return
        payload = msgspec.msgpack.encode(_Stored(key, entry))
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(handle, "wb") as file:
            file.write(digest([payload]).encode() + b"\n" + payload)
        Path(temporary).replace(self.folder / f"{name}.part")


def digest(parts: Iterable[bytes]) -> str:
    """Return a hexadecimal SHA-256 of several pieces, which do not run into each other."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def inputs(package: Path) -> str:
    """Return a hash of what every file is made of besides the specifications: sources, templates, tools."""
    sources = sorted([*package.glob("*.py"), *package.glob("templates/*.jinja")])
    tools = [platform.python_version(), *(f"{name} {version(name)}" for name in TOOLS)]
    named = [part for path in sources for part in (path.name.encode(), path.read_bytes())]
    return digest([*named, *map(str.encode, tools)])
