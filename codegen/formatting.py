"""Formats rendered Python with the pinned ruff of the running interpreter, never one from PATH."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from codegen.findings import CodegenError

__all__ = ["LINE_LENGTH", "format_files"]

LINE_LENGTH = 110
SHARED = (
    "--isolated",
    "--no-cache",
    "--quiet",
    "--line-length",
    str(LINE_LENGTH),
    "--target-version",
    "py311",
)


def format_files(files: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files as bytes, the Python ones formatted and without imports that they do not need.

    Raises `CodegenError` with what ruff says if a file is no valid Python.
    """
    with tempfile.TemporaryDirectory(prefix="iotcentral-codegen-") as folder:
        root = Path(folder)
        python = [path for path in files if path.endswith(".py")]
        for path in python:
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(files[path], encoding="utf-8", newline="\n")
        _ruff(root, "check", "--fix", "--select", "F401", *SHARED)
        _ruff(root, "format", *SHARED)
        formatted = {path: (root / path).read_bytes() for path in python}
    return {path: formatted.get(path, text.encode()) for path, text in files.items()}


def _ruff(root: Path, *arguments: str) -> None:
    """Isolated from every configuration file, so that the bytes depend on the pinned version alone."""
    command = [sys.executable, "-m", "ruff", *arguments, "."]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode != 0:
        raise CodegenError(f"ruff {arguments[0]} refuses the generated code:\n{result.stdout}{result.stderr}")
