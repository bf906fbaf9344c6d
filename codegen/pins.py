"""The exact tools whose output `generated/` is; another version would give other bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version

from codegen.findings import CodegenError

__all__ = ["MSGSPEC", "PINS", "require_pins"]

PINS: Mapping[str, str] = {"jinja2": "3.1.6", "openapi-python-client": "0.29.1", "ruff": "0.17.5"}

MSGSPEC = ">=0.22,<0.23"
"""The msgspec that the generated models are written for, as `pyproject.toml` requires it."""


def require_pins(installed: Callable[[str], str] = version, pins: Mapping[str, str] = PINS) -> None:
    """Raise `CodegenError` naming every tool that is missing or not at its pinned version."""
    wrong = [text for name, pin in sorted(pins.items()) if (text := _mismatch(name, pin, installed))]
    if wrong:
        raise CodegenError("The tools differ from the pins in codegen/pins.py: " + "; ".join(wrong) + ".")


def _mismatch(name: str, pin: str, installed: Callable[[str], str]) -> str | None:
    try:
        found = installed(name)
    except PackageNotFoundError:
        return f"{name} {pin} is not installed"
    return None if found == pin else f"{name} is {found}, the pin is {pin}"
