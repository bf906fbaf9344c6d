"""What a checker knows of the clients, in one run: see `sample.py`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = Path(__file__).with_name("sample.py")


def test_the_checker_accepts_and_refuses_what_it_should() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", str(SAMPLE)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("", 0), done.stderr


def test_every_refused_line_says_what_it_is_refused_for() -> None:
    lines = [line for line in SAMPLE.read_text("utf-8").splitlines() if "# type: ignore" in line]
    assert len(lines) > 20
    assert all("# type: ignore[" in line for line in lines)
