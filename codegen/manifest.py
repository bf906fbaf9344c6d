"""`MANIFEST.json`: SHA-256 hashes of what the package was made of and what it is; ships in the wheel."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from codegen.pins import MSGSPEC, PINS

__all__ = ["NAME", "build_manifest", "template_hashes"]

NAME = "MANIFEST.json"


def build_manifest(specs: Mapping[str, str], templates: Path, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of a package.

    `specs` are hashes by path, `files` every other file of the package.
    """
    manifest = {
        "command": "python -m codegen generate",
        "tools": {**PINS, "msgspec": MSGSPEC},
        "specs": dict(sorted(specs.items())),
        "templates": template_hashes(templates),
        "files": {path: sha256(data) for path, data in sorted(files.items())},
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def template_hashes(templates: Path) -> dict[str, str]:
    """Hashes of the templates by name; independent of how a checkout ends its lines."""
    return {
        path.name: sha256(path.read_bytes().replace(b"\r\n", b"\n"))
        for path in sorted(templates.glob("*.jinja"))
    }


def sha256(data: bytes) -> str:
    """Return the hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()
