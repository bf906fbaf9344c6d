"""The scores of mutants: a line a family, its operators below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from iotcentral.contract.page.mutants import FAMILIES, Family, Mutants, Operator
from iotcentral.contract.values import is_object

__all__ = ["mutants_section"]


def mutants_section(mutants: Mutants | None) -> Iterator[str]:
    """Yield the section; nothing where there are no scores."""
    if mutants is None:
        return
    tools = list(dict.fromkeys(tool for each in mutants.families.values() for tool in each.stock))
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in ("killed", *tools, "equivalent"))
    yield '<section id="mutants"><h2>Strength</h2>'
    yield "<p>Faults put in on purpose, and how many of them a named rule finds. Equivalent ones, which "
    yield "change nothing that can be seen, do not count. Other tools judged the same faults.</p>"
    yield '<div class="wide" tabindex="0" role="region" aria-label="Scores by family"><table>'
    yield f'<thead><tr><th scope="col">family</th>{heads}</tr></thead><tbody>'
    for name, family in mutants.families.items():
        yield _family(name, family, tools)
    yield "</tbody></table></div>"
    for name, family in mutants.families.items():
        yield from _operators(name, family)
    yield "</section>"


def _family(name: str, family: Family, tools: list[str]) -> str:
    others = "".join(f"<td>{_score(_killed(family.stock, tool), family.counted)}</td>" for tool in tools)
    return (
        f'<tr><th scope="row">{_named(name)}</th><td class="{_style(family.killed, family.counted)}">'
        f"{_score(family.killed, family.counted)}</td>{others}<td>{family.equivalent}</td></tr>"
    )


def _operators(name: str, family: Family) -> Iterator[str]:
    if not family.operators:
        return
    full = [each for each in family.operators if isinstance(each, str) or _is_full(each)]
    yield f'<details class="version"><summary><b>{_named(name)}</b> {len(full)} of {len(family.operators)} '
    yield 'operators killed in full</summary><div class="wide"><table><thead><tr>'
    yield "".join(f'<th scope="col">{text}</th>' for text in ("operator", "killed", "equivalent", "note"))
    yield "</tr></thead>"
    yield f"<tbody>{''.join(map(_operator, family.operators))}</tbody></table></div></details>"


def _operator(operator: Operator | str) -> str:
    if isinstance(operator, str):
        return f'<tr><th scope="row">{escape(operator)}</th><td></td><td></td><td></td></tr>'
    counted = operator.generated - operator.equivalent
    text = f"<small>{escape(operator.text)}</small>" if operator.text else ""
    return (
        f'<tr><th scope="row">{escape(operator.id)}{text}</th>'
        f'<td class="{_style(operator.killed, counted)}">{_score(operator.killed, counted)}</td>'
        f'<td>{operator.equivalent}</td><td class="text">{escape(operator.note)}</td></tr>'
    )


def _is_full(operator: Operator) -> bool:
    return operator.killed >= operator.generated - operator.equivalent


def _named(name: str) -> str:
    meaning = FAMILIES.get(name)
    return f"{escape(name)} {escape(meaning)}" if meaning else escape(name)


def _killed(stock: Mapping[str, Any], tool: str) -> int | None:
    value = stock.get(tool)
    number = value.get("killed") if is_object(value) else value
    return number if isinstance(number, int) else None


def _score(killed: int | None, counted: int) -> str:
    if killed is None:
        return ""
    return f"{killed} of {counted}" + (f" ({killed / counted:.1%})" if counted > 0 else "")


def _style(killed: int, counted: int) -> str:
    return "yes" if killed >= counted else "drift" if killed >= 0.97 * counted else "broken"
