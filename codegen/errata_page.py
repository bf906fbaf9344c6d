"""`python -m codegen.errata_page` writes `docs/errata.md` from `specs/errata.yaml`; `--check` compares it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from codegen.document import load_yaml
from codegen.markdown import table
from iotcentral.contract.errata import Erratum, load_errata, load_sources

__all__ = ["PAGE", "Document", "is_current", "page", "render", "write"]

ROOT = Path(__file__).resolve().parents[1]
PAGE = Path("docs") / "errata.md"
ERRATA = Path("specs") / "errata.yaml"
INDEX = Path("cassettes") / "documented" / "index.yaml"
COMMAND = "python -m codegen.errata_page"

_INTRODUCTION = f"""\
# Errata of the published documents

<!-- Written by `{COMMAND}` from {ERRATA.as_posix()}. Do not edit: change that file and run it again. -->

Five published documents describe the REST API of Azure IoT Central. Their examples are kept as published in
`cassettes/documented/`, faults included, and the verifier judges them like any recording. It must report the
faults listed here and no others; where a fault breaks a rule of the verifier, the rule stands under it.
"""
_GRADES = """\
The letter after a source is its grade: R a real answer of the service, C client code or a test that relies on
it, D official documentation, S the Swagger or its examples, X our inference.
"""


class Document(NamedTuple):
    """One published document."""

    key: str
    title: str
    date: str | None


class _Fault(NamedTuple):
    """One row: an erratum, and what else the verifier reports of the same fault."""

    erratum: Erratum
    reports: tuple[Erratum, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or with `--check` compare it; the exit status is 1 if it differs."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 if the page is not what the errata give")
    if not parser.parse_args(arguments).check:
        print(f"{write(ROOT)}: written")
    elif is_current(ROOT):
        print(f"{ROOT / PAGE}: as the errata give it")
    else:
        print(f"{PAGE.as_posix()} is not what the errata give: run `{COMMAND}`.", file=sys.stderr)
        return 1
    return 0


def is_current(root: Path) -> bool:
    """Return whether the page of a checkout is what its errata give."""
    path = root / PAGE
    return path.exists() and path.read_text("utf-8") == page(root)


def write(root: Path) -> Path:
    """Write the page of a checkout; returns its path."""
    path = root / PAGE
    path.parent.mkdir(exist_ok=True)
    path.write_text(page(root), "utf-8")
    return path


def page(root: Path) -> str:
    """Return the page that the errata of a checkout give."""
    raw = load_yaml((root / INDEX).read_bytes(), INDEX.as_posix())
    documents = [Document(key, each["title"], each.get("date")) for key, each in raw["documents"].items()]
    return render(documents, load_errata(root / ERRATA), load_sources(root / ERRATA))


def render(documents: Sequence[Document], errata: Sequence[Erratum], sources: Mapping[str, str]) -> str:
    """Return the page: a summary, a table a document in the order of its lines, and the sources."""
    faults = {each.key: list(_faults(each.key, errata)) for each in documents}
    parts = [_INTRODUCTION, _GRADES, _summary(documents, faults)]
    parts += [_section(each, faults[each.key]) for each in documents]
    return "\n".join([*parts, _sources(sources)])


def _faults(document: str, errata: Sequence[Erratum]) -> Iterator[_Fault]:
    mine = [each for each in errata if each.document == document]
    for each in sorted(mine, key=lambda erratum: erratum.place.line):
        if each.part_of is None:
            yield _Fault(each, tuple(one for one in mine if each.id in (one.id, one.part_of)))


def _summary(documents: Sequence[Document], faults: Mapping[str, Sequence[_Fault]]) -> str:
    rows: list[Sequence[object]] = []
    for each in documents:
        found = faults[each.key]
        rows.append((each.key, each.title, len(found), sum(bool(one.erratum.rule) for one in found)))
    totals = (sum(int(str(row[n])) for row in rows) for n in (2, 3))
    return table(("Document", "Title", "Faults", "Reported"), [*rows, ("all", "", *totals)])


def _section(document: Document, faults: Sequence[_Fault]) -> str:
    dated = f" ({document.date})" if document.date else ""
    rows = [(_place(each), _fault(each), each.erratum.service, _source(each.erratum)) for each in faults]
    faults_table = table(("Place", "Fault", "What is right", "Source"), rows)
    return f"## Document {document.key}: {document.title}{dated}\n\n{faults_table}"


def _place(fault: _Fault) -> str:
    place, version = fault.erratum.place, fault.erratum.version
    pointers = dict.fromkeys(each.place.pointer for each in fault.reports if each.place.pointer)
    where = [f"{place.heading}, line {place.line}", ", ".join(f"`{pointer}`" for pointer in pointers)]
    return "<br>".join(part for part in (*where, f"({version})" if version else "") if part)


def _fault(fault: _Fault) -> str:
    rules = dict.fromkeys(each.rule for each in fault.reports if each.rule)
    said = f"{fault.erratum.fault}<br>*{fault.erratum.fault_class.replace('-', ' ')}*"
    return said + "".join(f", `{rule}`" for rule in rules)


def _source(erratum: Erratum) -> str:
    return f"{erratum.source} ({erratum.grade})"


def _sources(sources: Mapping[str, str]) -> str:
    return f"## Sources\n\n{table(('Key', 'What it is'), sources.items())}"


if __name__ == "__main__":
    sys.exit(main())
