"""The versions of the catalog, their documents and reports, and the table of known differences."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from codegen.catalog import Version, read_catalog
from codegen.diff import neighbours
from codegen.document import load_yaml
from iotcentral.contract.diff import Report, compare

SPECS = Path(__file__).parents[2] / "specs"
TABLE = Path(__file__).parent / "known_differences.yaml"

CATALOG: dict[str, Version] = {version.id: version for version in read_catalog(SPECS).versions}
NEIGHBOURS = [(old.id, new.id) for old, new in neighbours(read_catalog(SPECS))]
PAIRS: list[dict[str, Any]] = load_yaml(TABLE.read_bytes(), TABLE.name)["pairs"]
COUNTS: dict[tuple[str, str], list[int]] = {(pair["old"], pair["new"]): pair["operations"] for pair in PAIRS}


class Fact(NamedTuple):
    """One entry of the table and the pair that it is about."""

    old: str
    new: str
    entry: dict[str, Any]

    @property
    def name(self) -> str:
        what = self.entry.get("rule") or ("absent" if "absent" in self.entry else "unseen")
        return f"{self.old}-{self.new}-{what}"


@cache
def document(name: str) -> dict[str, Any]:
    return load_yaml((SPECS / CATALOG[name].document).read_bytes(), name)


@cache
def report(old: str, new: str) -> Report:
    return compare(document(old), document(new), (old, new))


@cache
def facts() -> tuple[Fact, ...]:
    return tuple(Fact(pair["old"], pair["new"], entry) for pair in PAIRS for entry in pair["facts"])


def in_catalog(fact: Fact) -> bool:
    return {fact.old, fact.new} <= set(CATALOG)
