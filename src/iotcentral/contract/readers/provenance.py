"""Where a recording comes from: its own member `metadata`, or the folder it lies in.

metadata:
  target: live            # live, emulator, documented or the name of another
  recorded: '2026-11-21T10:00:00Z'
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from iotcentral.contract.outcome import Source
from iotcentral.contract.values import is_object

__all__ = ["source_of"]

_FOLDERS = ("live", "emulator", "documented")
_UNKNOWN = "unnamed target"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MEMBER = re.compile(rb"^metadata:[^\n]*\n?(?:[ #][^\n]*(?:\n|\Z))*", re.MULTILINE)
_NEAR = 4096
"""Bytes at either end of a file in which the member is looked for, however long the recording."""


def source_of(path: Path) -> Source:
    """Return where a cassette says it was recorded; if it does not, an unnamed target without a day."""
    folder = next((part for part in reversed(path.parts[:-1]) if part in _FOLDERS), _UNKNOWN)
    said = _said(path) if path.suffix.lower() in (".yaml", ".yml") else None
    if not is_object(said):
        return Source(folder)
    target, day = said.get("target"), _DAY.match(str(said.get("recorded") or ""))
    return Source(target if isinstance(target, str) and target else folder, day[0] if day else "")


def _said(path: Path) -> Any:
    try:
        with path.open("rb") as stream:
            head = stream.read(_NEAR)
            stream.seek(max(stream.tell(), path.stat().st_size - _NEAR))
            found = _MEMBER.search(stream.read()) or _MEMBER.search(head)
        loaded = yaml.safe_load(found[0]) if found else None
    except (OSError, ValueError, yaml.YAMLError):
        return None  # the reader of the recording says what is wrong with it
    return loaded.get("metadata") if is_object(loaded) else None
