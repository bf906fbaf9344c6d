"""What a list is asked for, in the words of each version: the size of its pages, a condition, an order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

import msgspec

from iotcentral.emulator.documents import Operation
from iotcentral.emulator.language.conditions import (
    CONTAINS,
    INDEX_OF,
    Dialect,
    Order,
    parse_condition,
    parse_order,
)
from iotcentral.emulator.language.evaluation import holds
from iotcentral.emulator.language.lexer import LanguageError
from iotcentral.emulator.language.syntax import Condition
from iotcentral.emulator.replies import bad_request
from iotcentral.emulator.shapes import name_of
from iotcentral.emulator.targets import Target

__all__ = [
    "LARGEST_PAGE",
    "NO_FIELDS",
    "PAGE_SIZES",
    "Asked",
    "Fields",
    "ListQuery",
    "carried",
    "page_size",
    "read_query",
    "whole_number",
]

LARGEST_PAGE = 100
"""Items on a page at most, whatever is asked for."""

Fields = Mapping[str, Callable[[str, dict[str, Any]], Any]]
"""What conditions may speak of: of each member its value, from the id and the document of a resource."""

NO_FIELDS: Fields = MappingProxyType({})

PAGE_SIZES = ("maxpagesize", "$top")
"""Names of the parameter that says how many items a page has."""
_CONDITIONS = ("filter", "$filter")
_ORDERS = ("orderby", "$orderby")
_FUNCTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"filter": frozenset({CONTAINS}), "$filter": frozenset({INDEX_OF})}
)
_BY_NAME = Dialect(frozenset({"displayName"}))

T = TypeVar("T")


class Asked(Protocol):
    """The part of a call that says what is asked of a list."""

    @property
    def operation(self) -> Operation:
        """The operation of the list."""
        ...

    @property
    def target(self) -> Target:
        """The address as the caller wrote it."""
        ...


class ListQuery(msgspec.Struct, frozen=True):
    """Which resources a list is to have, and in which order; that of the ids if none is asked for."""

    fields: Fields
    condition: Condition | None
    order: Order | None

    def takes(self, id: str, document: dict[str, Any]) -> bool:
        """Say whether the condition, if there is one, holds for a resource."""
        if self.condition is None:
            return True

        def read(member: str) -> Any:
            return self.fields[member](id, document)

        return holds(self.condition, read)

    def place(self, id: str, document: dict[str, Any]) -> tuple[str, str]:
        """Answer what orders a resource: its name, upper and lower case being the same, then its id."""
        return name_of(document.get(self.order.member) if self.order else None).casefold(), id


def read_query(call: Asked, fields: Fields) -> ListQuery:
    """Read the condition and the order that the operation's version has words for.

    Raises:
        Problem: 400 naming the parameter, what is wrong with it, and the position.

    """
    named, condition = _given(call, _CONDITIONS)
    dialect = Dialect(frozenset(fields), _FUNCTIONS.get(named, frozenset()))
    ordered, order = _given(call, _ORDERS)
    return ListQuery(
        fields,
        None if condition is None else _read(named, condition, lambda: parse_condition(condition, dialect)),
        None if order is None else _read(ordered, order, lambda: parse_order(order, _BY_NAME)),
    )


def page_size(call: Asked, default: int) -> int:
    """Answer how many items the pages of a list have, a hundred at most.

    Raises:
        Problem: 400 naming the parameter, for what is no whole number from 1.

    """
    name, text = _given(call, PAGE_SIZES)
    if text is None:
        return default
    size = whole_number(text, LARGEST_PAGE)
    if not size:
        raise bad_request(f"The query parameter '{name}' should be a whole number, 1 or more.")
    return size


def whole_number(text: str, largest: int) -> int | None:
    """Read a whole number, `largest` for any that is larger; `None` for what is none."""
    if not text.isascii() or not text.isdigit():
        return None
    digits = text.lstrip("0") or "0"
    return min(int(digits), largest) if len(digits) <= len(str(largest)) else largest


def carried(call: Asked) -> Iterator[tuple[str, str]]:
    """Yield the parameters that the links of a list carry along, apart from api-version and token."""
    for name in call.operation.query_parameters:
        value = call.target.single(name)
        if name != "api-version" and value is not None:
            yield name, value


def _given(call: Asked, names: tuple[str, ...]) -> tuple[str, str | None]:
    """Answer the one of these parameters that the operation has, and its text if it was sent."""
    for name in names:
        if name in call.operation.query_parameters:
            return name, call.target.single(name)
    return "", None


def _read(name: str, text: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except LanguageError as error:
        raise bad_request(f"The query parameter '{name}' is not valid: {error}.") from None
