"""Interleaved timing: the sides of a comparison take turns; a change of the machine's speed hits them all."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

Work = Callable[[], object]


def cpu_seconds(work: Work, rounds: int) -> float:
    """Return the CPU time of one call, averaged over `rounds`."""
    start = time.process_time()
    for _ in range(rounds):
        work()
    return (time.process_time() - start) / rounds


def wall_seconds(command: Sequence[str]) -> float:
    """Return how long a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def interleaved(sides: Mapping[str, Callable[[], float]], turns: int) -> dict[str, float]:
    """Return the median of each side over `turns`, the sides measured one after the other in every turn."""
    figures: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(turns):
        for name, measure in sides.items():
            figures[name].append(measure())
    return {name: statistics.median(values) for name, values in figures.items()}
