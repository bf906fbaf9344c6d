"""The reviewed list of mutants that change nothing anyone could see, `equivalents.yaml`."""

from __future__ import annotations

import fnmatch
import functools
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

__all__ = ["equivalent_reason", "listed"]


@functools.cache
def listed() -> Sequence[Mapping[str, str]]:
    """Each entry: the operator, a pattern of names, and why."""
    text = Path(__file__).with_name("equivalents.yaml").read_text("utf-8")
    entries: list[Mapping[str, str]] = yaml.safe_load(text) or []
    return entries


def equivalent_reason(operator: str, name: str) -> str | None:
    """Why a mutant may be equivalent; that its outputs are the same is looked at each time."""
    for entry in listed():
        if entry["operator"] == operator and fnmatch.fnmatchcase(name, entry["names"]):
            return entry["reason"]
    return None
