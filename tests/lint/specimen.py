"""The specimen spec, and how a test breaks it."""

from __future__ import annotations

import copy
import functools
from pathlib import Path
from typing import Any

import yaml

__all__ = ["REMOVED", "broken", "specimen"]

REMOVED: Any = object()
"""Put in place of a value, it takes the key away."""


@functools.cache
def _read() -> Any:
    return yaml.safe_load(Path(__file__).with_name("specimen.yaml").read_text(encoding="utf-8"))


def specimen() -> dict[str, Any]:
    """A fresh copy of the specimen; aliases of the YAML file are separate objects in it."""
    document: dict[str, Any] = _unaliased(_read())
    return document


def _unaliased(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unaliased(child) for key, child in value.items()}
    return [_unaliased(child) for child in value] if isinstance(value, list) else copy.copy(value)


def broken(*changes: tuple[str, Any]) -> dict[str, Any]:
    """The specimen with the values at these places (`a b c`, blanks between keys) put in, or REMOVED."""
    document = specimen()
    for place, value in changes:
        _put(document, place.split(), value)
    return document


def _put(document: Any, keys: list[str], value: Any) -> None:
    for key in keys[:-1]:
        document = document[int(key)] if isinstance(document, list) else document[key]
    last: Any = int(keys[-1]) if isinstance(document, list) and keys[-1] != "+" else keys[-1]
    if value is REMOVED:
        del document[last]
    elif last == "+":
        document.append(value)
    else:
        document[last] = value
