"""Where a recording comes from: its own member `provenance`, or the folder it lies in.

interactions: [...]
provenance:
target: live            # live, emulator or documented
version: data-plane/2022-07-31
date: 2026-11-21
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from iotcentral.contract.outcome import Source
from iotcentral.contract.values import is_object

__all__ = ["source_of"]

_FOLDERS = ("live", "emulator", "documented")
_UNKNOWN = "recording"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def source_of(path: Path) -> Source:
    """Return where a cassette says it was recorded; one that says nothing is a `recording`, without a day."""
    folder = next((part for part in reversed(path.parts[:-1]) if part in _FOLDERS), _UNKNOWN)
    said = _said(path) if path.suffix.lower() in (".yaml", ".yml") else None
    if not is_object(said):
        return Source(folder)
    target, day = said.get("target"), _DAY.match(str(said.get("date") or ""))
    return Source(target if isinstance(target, str) and target else folder, day[0] if day else "")


def _said(path: Path) -> Any:
    try:
        with path.open(encoding="utf-8") as lines:
            loaded = yaml.safe_load("".join(_lines(lines)))
    except (OSError, ValueError, yaml.YAMLError):
        return None  # the reader of the recording says what is wrong with it
    return loaded.get("provenance") if is_object(loaded) else None


def _lines(lines: Iterator[str], most: int = 50) -> Iterator[str]:
    """Yield the lines of the member, without a look at the others."""
    inside = False
    for line in lines:
        if line.startswith("provenance:"):
            inside = True
        elif inside and not line.startswith((" ", "#")):
            return
        if inside:
            yield line
            most -= 1
        if most == 0:
            return
