"""Conditions and orders of lists, which every document has as mere text: as the documentation writes them.

No parentheses and no `not`, which it nowhere shows; every condition says for itself what it holds for.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from contract_tests.reading.document import Document
from contract_tests.reading.operations import Operation
from contract_tests.strategies.scalars import characters

__all__ = ["Condition", "conditions", "list_parameter", "orders"]

Holds = Callable[[Mapping[str, Any]], bool]

_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
_TEXTS = {
    "data-plane/Devices_List": ("id", "displayName", "template", "scopes"),
    "data-plane/DeviceTemplates_List": ("'@id'", "displayName", "capabilityModelId"),
    "reference-v1/Devices_List": ("id", "displayName", "template"),
}
_FLAGS = ("enabled", "provisioned", "simulated")
_ORDERS = ("displayName", "displayName asc", "displayName desc")


@dataclass(frozen=True)
class Condition:
    """A condition as it is written, and what it says of an item."""

    text: str
    holds: Holds


def list_parameter(document: Document, operation: Operation, name: str) -> st.SearchStrategy[Any] | None:
    """Values of a parameter that says more than its schema; None for any other."""
    match name:
        case "filter" | "$filter":
            return conditions(document, operation, name).map(lambda condition: condition.text)
        case "orderby" | "$orderby":
            return orders()
        case "$top":
            return st.integers(1, 2**31 - 1)
        case _:
            return None


def orders() -> st.SearchStrategy[str]:
    """Orders that lists can have."""
    return st.sampled_from(_ORDERS)


def conditions(
    document: Document, operation: Operation, parameter: str, texts: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Condition]:
    """Conditions of a list; `texts` are what its fields are compared with."""
    given = st.text(characters, max_size=8) if texts is None else texts
    fields = st.sampled_from(_TEXTS.get(f"{document.plane}/{operation.id}", ("id", "displayName")))
    kinds = [
        st.builds(_compared, fields, st.sampled_from(list(_COMPARISONS)), given),
        st.builds(_within if parameter == "filter" else _placed, fields, given, st.booleans()),
    ]
    if operation.id == "Devices_List":
        kinds.append(
            st.builds(_compared, st.sampled_from(_FLAGS), st.sampled_from(["eq", "ne"]), st.booleans())
        )
    several = st.lists(st.lists(st.one_of(kinds), min_size=1, max_size=3), min_size=1, max_size=3)
    return several.map(_joined)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _compared(field: str, sign: str, wanted: str | bool) -> Condition:
    """Compare a field; one that an item does not have is neither equal nor unequal to anything."""
    written = _quoted(wanted) if isinstance(wanted, str) else str(wanted).lower()

    def holds(item: Mapping[str, Any]) -> bool:
        value = item.get(field.strip("'"))
        return value is not None and _COMPARISONS[sign](value, wanted)

    return Condition(f"{field} {sign} {written}", holds)


def _within(field: str, text: str, wanted: bool) -> Condition:
    written = f"contains({field}, {_quoted(text)})" + ("" if wanted else " eq false")
    return Condition(written, _part_of(field, text, wanted))


def _placed(field: str, text: str, wanted: bool) -> Condition:
    written = f"indexof({field}, {_quoted(text)}) {'ge' if wanted else 'lt'} 0"
    return Condition(written, _part_of(field, text, wanted))


def _part_of(field: str, text: str, wanted: bool) -> Holds:
    """Look for a text in a field, upper and lower case being the same."""

    def holds(item: Mapping[str, Any]) -> bool:
        value = item.get(field.strip("'"))
        return (value is not None and text.casefold() in value.casefold()) is wanted

    return holds


def _joined(alternatives: list[list[Condition]]) -> Condition:
    return Condition(
        " or ".join(" and ".join(part.text for part in parts) for parts in alternatives),
        lambda item: any(all(part.holds(item) for part in parts) for parts in alternatives),
    )
