"""The scores of mutants: a line a family, what is not killed in full and why, every operator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from iotcentral.contract.page.model import Page
from iotcentral.contract.page.mutants import FAMILIES, Family, Instance, Mutants, Operator
from iotcentral.contract.report.words import counted
from iotcentral.contract.values import is_object

__all__ = ["mutants_section"]

_SHOWN = 5
"""Instances of an operator that are shown; the file has all of them."""


def mutants_section(page: Page) -> Iterator[str]:
    """Yield the section; how to get scores where there are none, and nothing where none are expected."""
    mutants = page.mutants
    if mutants is None and not page.no_mutants:
        return
    yield '<section id="mutants"><h2>Strength</h2>'
    yield "<p>Faults put in on purpose (mutants), and how many of them a named rule finds. Equivalent ones, "
    yield "which change nothing that can be seen, do not count. Other tools judged the same faults.</p>"
    if mutants is None:
        yield f'<p class="empty">{escape(page.no_mutants)}</p></section>'
        return
    yield from _families(mutants)
    yield from _open_questions(mutants)
    for name, family in mutants.families.items():
        yield from _operators(name, family)
    yield f'<p class="empty">Measured with profile {escape(mutants.profile or "unknown")}, '
    yield f"seed {escape(mutants.seed or 'unknown')}.</p></section>"


def _families(mutants: Mutants) -> Iterator[str]:
    tools = list(dict.fromkeys(tool for each in mutants.families.values() for tool in each.stock))
    rows = (_family(name, family, tools) for name, family in mutants.families.items())
    heads = ("killed", *tools, "generated", "equivalent", "not applicable", "operators killed in full")
    yield from _table("Scores by family", ("family", *heads), rows)


def _family(name: str, family: Family, tools: Iterable[str]) -> str:
    full = sum(each.is_full for each in family.operators)
    cells = [
        ("killed", _score(family.killed, family.counted), _style(family.killed, family.counted)),
        *((tool, _score(_killed(family.stock, tool), family.counted), "") for tool in tools),
        ("generated", f"{family.generated:,}", ""),
        ("equivalent", f"{family.equivalent:,}", ""),
        ("not applicable", f"{family.inapplicable:,}", ""),
        ("operators killed in full", f"{full} of {len(family.operators)}", ""),
    ]
    return _row(_named(name), cells)


def _open_questions(mutants: Mutants) -> Iterator[str]:
    """Yield what keeps a score from being whole, each with its reason and the command that shows it."""
    left = [(name, each) for name, one in mutants.families.items() for each in one.operators]
    left = [(name, each) for name, each in left if not each.is_full]
    yield "<h3>Operators not killed in full</h3>"
    if not left:
        yield '<p class="empty">Every operator of every family is killed in full.</p>'
    for name, operator in left:
        state = f"{operator.killed} of {operator.counted} killed"
        if not operator.counted:
            state = "equivalent" if operator.generated else "not applicable"
        yield f'<details class="operator"><summary><b>{escape(operator.id)}</b> {escape(operator.text)} '
        yield f'<span class="chip drift">{state}</span> '
        yield f'<span class="said">{escape(operator.note or "no explanation is given")}</span></summary><dl>'
        yield from _instances("Not found", operator.survivors)
        yield from _instances("Equivalent", operator.equivalents)
        command = f"python -m contract_tests.mutants --family {name} --operator {operator.id}"
        yield f"<dt>Show it again</dt><dd><pre>{escape(command)}</pre></dd></dl></details>"


def _instances(title: str, instances: list[Instance]) -> Iterator[str]:
    if instances:
        lines = [": ".join(filter(None, (one.name.strip(), one.detail))) for one in instances[:_SHOWN]]
        more = [f"… and {len(instances) - _SHOWN} more"] if len(instances) > _SHOWN else []
        yield f"<dt>{title}</dt><dd><pre>{escape(chr(10).join([*lines, *more]))}</pre></dd>"


def _operators(name: str, family: Family) -> Iterator[str]:
    if family.operators:
        yield f'<details class="version"><summary><b>{_named(name)}</b> '
        yield f"{counted(len(family.operators), 'operator')}</summary>"
        heads = ("operator", "killed", "equivalent", "found by")
        yield from _table(f"Operators of {name}", heads, map(_operator, family.operators))
        yield "</details>"


def _operator(operator: Operator) -> str:
    text = f"<small>{escape(operator.text)}</small>" if operator.text else ""
    style = _style(operator.killed, operator.counted)
    cells = [
        ("killed", _score(operator.killed, operator.counted), style),
        ("equivalent", f"{operator.equivalent:,}", ""),
        ("found by", escape(", ".join(operator.rules)) or "nothing", ""),
    ]
    return _row(escape(operator.id) + text, cells)


def _table(label: str, heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    yield f'<div class="wide" tabindex="0" role="region" aria-label="{escape(label)}"><table class="cards">'
    names = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield f"<thead><tr>{names}</tr></thead>"
    yield f"<tbody>{''.join(rows)}</tbody></table></div>"


def _row(head: str, cells: Iterable[tuple[str, str, str]]) -> str:
    """Return a row; each cell bears the name of its column, which a phone shows beside it."""
    shown = (
        f'<td class="{style}" data-label="{escape(label)}"><span>{text}</span></td>'
        for label, text, style in cells
    )
    return f'<tr><th scope="row">{head}</th>{"".join(shown)}</tr>'


def _named(name: str) -> str:
    meaning = FAMILIES.get(name)
    return f"{escape(name)} {escape(meaning)}" if meaning else escape(name)


def _killed(stock: Mapping[str, Any], tool: str) -> int | None:
    value = stock.get(tool)
    number = value.get("killed") if is_object(value) else value
    return number if isinstance(number, int) else None


def _score(killed: int | None, counted: int) -> str:
    if killed is None:
        return "not asked"
    return f"{killed:,} of {counted:,}" + (f" ({killed / counted:.1%})" if counted > 0 else "")


def _style(killed: int, counted: int) -> str:
    return "yes" if killed >= counted else "drift" if killed >= 0.97 * counted else "broken"
