"""Run every comparison and print medians and ratios: `make bench`."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from benchmarks.cases import CASES
from benchmarks.timing import interleaved


def readable(seconds: float) -> str:
    return f"{seconds * 1e6:,.1f} µs" if seconds < 1e-3 else f"{seconds * 1e3:,.1f} ms"


def main() -> None:
    console = Console()
    for name, (sides, turns) in CASES.items():
        with console.status(f"measuring: {name}"):
            figures = interleaved(sides(), turns)
        table = Table("side", "median", "ratio to the first", title=name, title_justify="left")
        first = next(iter(figures.values()))
        for side, seconds in figures.items():
            table.add_row(side, readable(seconds), f"{seconds / first:.2f}")
        console.print(table)


if __name__ == "__main__":
    main()
