"""The matrix: operations by statuses, one table a version, every documented answer a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from html import escape

from iotcentral.contract.page.model import ASPECTS, Aspect, Cell, Checked, Page, Row, Version
from iotcentral_rest.versions import DEFAULT

__all__ = ["matrix_section"]

_DEFAULT = f"data-plane/{DEFAULT['data-plane']}"
"""The version that most want to see first."""
_SHOWN = (
    ("", "all operations"),
    ("checked", "something checked"),
    ("unchecked", "something not checked"),
    ("found", "with findings"),
    ("not-served", "not served by the emulator"),
)


def matrix_section(page: Page) -> Iterator[str]:
    """Yield the section: how to read it, the controls, a table for each version."""
    if not page.versions:
        return
    yield '<section id="matrix"><h2>What was checked</h2>'
    yield from _legend()
    options = "".join(f'<option value="{value}">{text}</option>' for value, text in _SHOWN)
    yield '<div class="controls"><label>Search <input type="search" data-filter="row" '
    yield 'placeholder="operation or path"></label>'
    yield f"<label>Show <select data-shown>{options}</select></label>"
    rows = sum(len(each.rows) for each in page.versions)
    yield f'<span class="count"><output data-count="row">{rows}</output> operations</span></div>'
    shown = next((each for each in page.versions if each.name == _DEFAULT), None)
    shown = shown or max(page.versions, key=_done)
    for version in page.versions:
        yield from _version(version, is_open=version is shown or len(page.versions) <= 2)
    yield "</section>"


def _legend() -> Iterator[str]:
    letters = "".join(f"<li><b>{letter}</b> {text}</li>" for letter, text in ASPECTS.values())
    yield f'<ul class="legend">{letters}<li><b>·</b> documented, not checked</li>'
    yield "<li><b>✗</b> broken</li><li><b>!</b> drift</li><li><b>+</b> not documented, and seen</li></ul>"
    yield "<p>Choose a cell to read on which target it was checked, how often, and when the real service was "
    yield "last seen to answer so.</p>"


def _version(version: Version, *, is_open: bool) -> Iterator[str]:
    name = escape(version.name)
    yield f'<details class="version" data-version="{name}"{" open" if is_open else ""}>'
    yield f"<summary><b>{name}</b> {_done(version)} of {len(version.rows)} operations checked</summary>"
    yield '<div class="wide" tabindex="0" role="region" aria-label="Matrix of ' + name + '"><table>'
    heads = "".join(f'<th scope="col">{status}</th>' for status in version.statuses)
    yield f'<thead><tr><th scope="col">operation</th><th scope="col">request</th>{heads}'
    yield '<th scope="col">real service</th></tr></thead><tbody>'
    for row in version.rows:
        yield _row(row, version.statuses)
    yield "</tbody></table></div></details>"


def _done(version: Version) -> int:
    return sum(_has(row, "checked") for row in version.rows)


def _row(row: Row, statuses: list[int]) -> str:
    states = " ".join(state for state, _ in _SHOWN if state and _has(row, state))
    served = ' <span class="chip none">not served</span>' if row.not_served else ""
    address = f"<small>{escape(row.method)} {breakable(row.path)}</small>"
    cells = "".join(_cell(row, status, row.cells.get(status)) for status in statuses)
    return (
        f'<tr data-states="{states}"><th scope="row">{breakable(row.operation)}{served}{address}</th>'
        f"{_cell(row, None, row.request)}{cells}<td class='day'>{_day(_latest(row))}</td></tr>"
    )


def breakable(text: str) -> str:
    """Return a name, escaped, that a narrow screen may break behind its `_` and `/`."""
    return re.sub("([_/])", r"\1<wbr>", escape(text))


def _has(row: Row, state: str) -> bool:
    cells = (row.request, *row.cells.values())
    if state == "checked":
        return any(cell.aspects for cell in cells)
    if state == "unchecked":
        return any(cell.documented and not cell.aspects for cell in row.cells.values())
    return any(cell.broken or cell.drift for cell in cells) if state == "found" else row.not_served


def _cell(row: Row, status: int | None, cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    if status is None:
        cell = _requests(row)
    if not cell.aspects and not cell.broken and not cell.drift:
        return '<td class="no">·</td>'
    letters = "".join(letter for aspect, (letter, _) in ASPECTS.items() if aspect in cell.aspects)
    style = "broken" if cell.broken else "drift" if cell.drift else "yes"
    mark = "✗" if cell.broken else "!" if cell.drift else ""
    extra = "" if cell.documented else "+"
    title = escape(_told(row, status, cell))
    return f'<td class="{style}" tabindex="0" title="{title}">{extra}{letters}{mark}</td>'


def _requests(row: Row) -> Cell:
    """Return the cell of all requests of an operation, whatever they were answered."""
    found = [cell.aspects.get("request", Checked()) for cell in (row.request, *row.cells.values())]
    whole = reduce(lambda whole, each: whole.plus(each.count, each.targets), found)
    return Cell(
        aspects={"request": whole} if whole.count else {},
        seen=_latest(row),
        broken=row.request.broken,
        drift=row.request.drift,
    )


def _told(row: Row, status: int | None, cell: Cell) -> str:
    place = f"{row.operation} {'requests' if status is None else status}"
    checked = [_how(aspect, cell.aspects[aspect]) for aspect in ASPECTS if aspect in cell.aspects]
    parts = [f"{place}: {'; '.join(checked) or 'nothing checked'}"]
    if cell.broken or cell.drift:
        parts.append(f"{cell.broken} broken, {cell.drift} drift")
    if not cell.documented:
        parts.append("not documented")
    return f"{'; '.join(parts)}. Real service: {_day(cell.seen)}."


def _how(aspect: Aspect, checked: Checked) -> str:
    where = f" on {', '.join(sorted(checked.targets))}" if checked.targets else ""
    return f"{aspect} {'once' if checked.count == 1 else f'{checked.count:,} times'}{where}"


def _latest(row: Row) -> str | None:
    cells = (row.request, *row.cells.values())
    return max((cell.seen for cell in cells if cell.seen is not None), default=None)


def _day(seen: str | None) -> str:
    return "never" if seen is None else escape(seen) or "day unknown"
