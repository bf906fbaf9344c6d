"""`python -m codegen diff A B` says what differs between two api-versions; it also writes `docs/versions/`.

The comparison itself is `iotcentral.contract.diff`; here are the names of versions, the files and
the exit codes: 0 compared (or pages current), 1 pages not current, 2 an unknown version or a document that
cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from codegen.catalog import Catalog, Version, read_catalog
from codegen.document import load_yaml
from codegen.findings import CodegenError
from iotcentral.contract.diff import compare
from iotcentral.contract.diff.render import FORMS, write
from iotcentral.contract.diff.render_markdown import as_markdown

__all__ = ["check_pages", "main", "neighbours", "pages", "write_pages"]

ROOT = Path(__file__).resolve().parents[1]
COMPARED, STALE, UNKNOWN = 0, 1, 2
HEADER = "<!-- Written by `python -m codegen diff --write-pages` from specs/. Do not edit. -->\n\n"

Load = Callable[[Version], Mapping[str, Any]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if options.write_pages or options.check_pages:
            return _pages(options)
        if options.old is None or options.new is None:
            parser.error("two versions are needed, such as data-plane/2022-05-31 data-plane/2022-07-31")
        return _compare(options)
    except (CodegenError, OSError) as error:
        print(error, file=sys.stderr)
        return UNKNOWN


def neighbours(catalog: Catalog) -> list[tuple[Version, Version]]:
    """Return the pairs whose differences users meet, by plane, older version first.

    Each version with the next one in time, each stable version with the next stable one, and each preview
    with the next preview.
    """
    found: dict[tuple[str, str], tuple[Version, Version]] = {}
    for plane in dict.fromkeys(version.plane for version in catalog.versions):
        ordered = sorted(
            (each for each in catalog.versions if each.plane == plane), key=lambda each: each.version
        )
        stable = [each for each in ordered if not _is_preview(each)]
        for row in (ordered, stable, [each for each in ordered if _is_preview(each)]):
            found.update({(old.id, new.id): (old, new) for old, new in pairwise(row)})
    return sorted(found.values(), key=lambda pair: (pair[0].plane, pair[0].version, pair[1].version))


def pages(specs: Path, load: Load | None = None) -> dict[str, str]:
    """Return the page of every neighbouring pair by its file name.

    `load` gives the document of a version; by default it is read from `specs`.
    """
    documents = cache(load or _reader(specs))
    found: dict[str, str] = {}
    for old, new in neighbours(read_catalog(specs)):
        report = compare(documents(old), documents(new), (old.id, new.id))
        found[f"{old.plane}-{old.version}-to-{new.version}.md"] = HEADER + as_markdown(report)
    return found


def write_pages(specs: Path, folder: Path, load: Load | None = None) -> list[str]:
    """Write the pages and delete those of pairs that are gone; returns the names of files that changed."""
    wanted = pages(specs, load)
    changed = _differing(wanted, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_bytes(wanted[name].encode())
        else:
            (folder / name).unlink()
    return changed


def check_pages(specs: Path, folder: Path, load: Load | None = None) -> list[str]:
    """Return the names of pages that are missing, too many or not byte for byte what the specs give."""
    return _differing(pages(specs, load), folder)


def _differing(wanted: Mapping[str, str], folder: Path) -> list[str]:
    there = {path.name: path.read_bytes() for path in folder.glob("*-to-*.md")}
    names = sorted({*wanted, *there})
    return [name for name in names if name not in wanted or there.get(name) != wanted[name].encode()]


def _is_preview(version: Version) -> bool:
    return version.version.endswith("-preview")


def _reader(specs: Path) -> Load:
    def read(version: Version) -> Mapping[str, Any]:
        return load_yaml((specs / version.document).read_bytes(), version.document)

    return read


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m codegen diff",
        description="Say what differs between two api-versions, for callers, servers and Python users.",
        epilog="Exit codes: 0 compared, 1 pages are not current, 2 unknown version or unreadable document.",
    )
    parser.add_argument("old", nargs="?", metavar="OLD", help="for example data-plane/2022-05-31")
    parser.add_argument("new", nargs="?", metavar="NEW", help="for example data-plane/2022-07-31")
    parser.add_argument("--format", choices=FORMS, default="text", help="form of the report")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder with catalog.yaml")
    parser.add_argument("--pages", type=Path, default=ROOT / "docs" / "versions", help="folder of the pages")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--write-pages", action="store_true", help="write a page for each neighbouring pair")
    action.add_argument("--check-pages", action="store_true", help="exit 1 if a page is not current")
    return parser


def _pages(options: argparse.Namespace) -> int:
    if options.write_pages:
        changed = write_pages(options.specs, options.pages)
        print(f"{options.pages}: {len(changed)} pages changed")
        return COMPARED
    stale = check_pages(options.specs, options.pages)
    for name in stale:
        print(f"{options.pages / name} is not current: run `{_parser().prog} --write-pages`", file=sys.stderr)
    return STALE if stale else COMPARED


def _compare(options: argparse.Namespace) -> int:
    known = {version.id: version for version in read_catalog(options.specs).versions}
    missing = [name for name in (options.old, options.new) if name not in known]
    if missing:
        print(f"unknown: {', '.join(missing)}. Known are {', '.join(known)}.", file=sys.stderr)
        return UNKNOWN
    read = _reader(options.specs)
    old, new = known[options.old], known[options.new]
    write(compare(read(old), read(new), (old.id, new.id)), options.format, sys.stdout)
    return COMPARED


if __name__ == "__main__":
    sys.exit(main())
