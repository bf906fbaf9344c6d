"""`python -m contract_tests.facts`: compare every spec of the catalog with its facts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

from contract_tests.facts import upstream, written
from contract_tests.facts.beyond import differences
from contract_tests.facts.compare import Report, compare
from contract_tests.reading import documents

__all__ = ["catalog", "main", "reports"]


def catalog() -> list[Mapping[str, Any]]:
    """The versions of the catalog, each as it stands there."""
    listed = yaml.safe_load((written.SPECS / "catalog.yaml").read_text(encoding="utf-8"))
    versions: list[Mapping[str, Any]] = listed["versions"]
    return versions


def reports() -> list[Report]:
    """One report a version of the catalog."""
    return [
        compare(
            upstream.load(entry["plane"], entry["version"]),
            written.load(entry["document"]),
            f"{entry['plane']}/{entry['version']}",
        )
        for entry in catalog()
    ]


def _summary(found: Sequence[Report]) -> Table:
    table = Table(title="facts and specs")
    for heading in ("version", "places", "by rule", "deviate", "unexplained"):
        table.add_column(heading, justify="left" if heading == "version" else "right", no_wrap=True)
    for report in found:
        table.add_row(
            report.name,
            str(report.compared.total()),
            str(report.by_rule.total()),
            str(len(report.deviations)),
            str(len(report.unexplained) + len(report.idle)),
        )
    return table


def _details(console: Console, report: Report, *, verbose: bool) -> None:
    if verbose:
        for rule, count in report.by_rule.most_common():
            console.print(f"{report.name}: {count} by {rule}")
        for one in report.deviations:
            console.print(f"{report.name}: deviation at {one}")
    for one in report.unexplained:
        console.print(f"{report.name}: {one}")
    for place in report.idle:
        console.print(f"{report.name}: {place}: has an x-iotc-deviation, but nothing differs there")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; exit status 1 if a difference is not explained, 2 if a version has no facts."""
    parser = argparse.ArgumentParser(prog="python -m contract_tests.facts", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="also list rules and deviations")
    arguments = parser.parse_args(argv)
    console = Console(markup=False, highlight=False, soft_wrap=True)
    try:
        found = reports()
    except FileNotFoundError as error:
        sys.stderr.write(f"facts: {error}\n")
        return 2
    console.print(_summary(found))
    for report in found:
        _details(console, report, verbose=arguments.verbose)
    lost = [
        f"{document.label}: {kind}: {said}"
        for document in documents()
        for kind, said in differences(document)
    ]
    for line in lost:
        console.print(line)
    return 0 if all(report.ok for report in found) and not lost else 1


if __name__ == "__main__":
    sys.exit(main())
