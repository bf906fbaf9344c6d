"""The page as text. Everything that comes from outside goes through `escape`."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib import resources

from iotcentral.contract.page.findings_html import findings_section
from iotcentral.contract.page.matrix_html import matrix_section
from iotcentral.contract.page.model import Cell, Page
from iotcentral.contract.page.mutants_html import mutants_section

__all__ = ["as_html"]


def as_html(page: Page) -> str:
    """Return the whole page, one file: style and script stand in it, nothing is fetched."""
    style, script = _asset("page.css"), _asset("page.js")
    return "\n".join(_lines(page, style, script)) + "\n"


def _asset(name: str) -> str:
    return resources.files("iotcentral.contract.page").joinpath(name).read_text("utf-8").strip()


def _lines(page: Page, style: str, script: str) -> Iterator[str]:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(page.title)}</title>\n<style>\n{style}\n</style>\n</head>\n<body>"
    yield from _header(page)
    yield "<main>"
    yield from findings_section(page)
    yield from matrix_section(page)
    yield from mutants_section(page)
    yield from _notes(page)
    yield "</main>"
    yield '<p id="told" role="status" aria-live="polite" hidden></p>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def _header(page: Page) -> Iterator[str]:
    word, style = ("broken", "broken") if page.is_broken else ("kept", "kept")
    yield "<header>"
    yield f"<h1>{escape(page.title)}</h1>"
    yield f'<p class="outcome"><strong class="chip {style}">{word}</strong> {escape(page.closing)}</p>'
    yield f'<ul class="tiles">{"".join(_tiles(page))}</ul>'
    yield f"<nav>{''.join(_links(page))}</nav>"
    yield "</header>"


def _links(page: Page) -> Iterator[str]:
    yield '<a href="#findings">Findings</a>'
    if page.versions:
        yield '<a href="#matrix">What was checked</a>'
    if page.mutants is not None or page.no_mutants:
        yield '<a href="#mutants">Strength</a>'
    if page.notes:
        yield '<a href="#notes">Notes</a>'


def _tiles(page: Page) -> Iterator[str]:
    broken = sum(each.verdict == "broken" for each in page.findings)
    yield _tile("broken", str(broken), "bad" if broken else "good")
    yield _tile("drift", str(len(page.findings) - broken), "")
    rows = [row for version in page.versions for row in version.rows]
    cells = [cell for row in rows for cell in row.cells.values() if cell.documented]
    if rows:
        done = sum(any(_is_checked(cell) for cell in (row.request, *row.cells.values())) for row in rows)
        yield _tile("operations checked", f"{done} of {len(rows)}", "")
        yield _tile("answers checked", f"{sum(map(_is_checked, cells))} of {len(cells)}", "")
        yield _tile("seen against the real service", str(sum(cell.seen is not None for cell in cells)), "")


def _is_checked(cell: Cell) -> bool:
    return bool(cell.aspects)


def _tile(label: str, value: str, style: str) -> str:
    return f'<li class="{style}"><b>{escape(value)}</b> {escape(label)}</li>'


def _notes(page: Page) -> Iterator[str]:
    if page.notes:
        items = "".join(f"<li>{escape(note)}</li>" for note in page.notes)
        yield f'<section id="notes"><h2>Notes</h2><ul>{items}</ul></section>'
