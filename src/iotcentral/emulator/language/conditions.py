"""The conditions and the order of lists: `contains(displayName, 'hall') and provisioned eq true`.

    condition = either                       (see `logic`)
    test      = member operator value
              | contains ( member , string ) [ eq|ne true|false ]
              | indexof ( member , string ) operator number
    operator  = eq | ne | lt | le | gt | ge
    order     = member [ asc | desc ]

Strings stand in single quotes, one in a string is doubled; names and keywords are taken in any case. The
documents show neither parentheses nor `not`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from iotcentral.emulator.language.lexer import tokens_of
from iotcentral.emulator.language.logic import Logic
from iotcentral.emulator.language.syntax import Comparison, Condition, Contains, Not, Place

__all__ = ["CONTAINS", "INDEX_OF", "Dialect", "Order", "parse_condition", "parse_order"]

CONTAINS = "contains"
INDEX_OF = "indexof"

_OPERATORS: Mapping[str, str] = MappingProxyType(
    {"eq": "=", "ne": "!=", "gt": ">", "ge": ">=", "lt": "<", "le": "<="}
)


class Dialect(msgspec.Struct, frozen=True):
    """What one list's conditions may speak of."""

    members: frozenset[str]
    """Names that begin with `@` stand in quotes."""
    functions: frozenset[str] = frozenset()
    """Of `contains` and `indexof`."""


class Order(msgspec.Struct, frozen=True):
    """The order of a list, by the text of one member."""

    member: str
    descending: bool


def parse_condition(text: str, dialect: Dialect) -> Condition:
    """Read a condition.

    Raises:
        LanguageError: naming what was expected, and the position.

    """
    return _Parser(text, dialect).condition()


def parse_order(text: str, dialect: Dialect) -> Order:
    """Read an order; the members are those that the list can be ordered by.

    Raises:
        LanguageError: naming what was expected, and the position.

    """
    return _Parser(text, dialect).order()


class _Parser(Logic):
    def __init__(self, text: str, dialect: Dialect) -> None:
        super().__init__(tokens_of(text, "doubled"))
        self._members = {name.lower(): name for name in dialect.members}
        self._functions = dialect.functions

    def condition(self) -> Condition:
        condition = self._either()
        if self._next.kind != "end":
            raise self._unexpected("and, or or the end")
        return condition

    def order(self) -> Order:
        member = self._member()
        descending = self._takes("desc")
        if not descending:
            self._takes("asc")
        if self._next.kind != "end":
            raise self._unexpected("asc, desc or the end")
        return Order(member, descending)

    def _test(self) -> Condition:
        word = self._next.text.lower() if self._next.kind == "name" else ""
        if word not in self._functions:
            return Comparison(self._member(), self._operator(), self._value())
        self._take()
        self._expect("(")
        member = self._member()
        self._expect(",")
        text = self._string()
        self._expect(")")
        return self._contains(member, text) if word == CONTAINS else self._place(member, text)

    def _contains(self, member: str, text: str) -> Condition:
        """Read on after `contains(…)`, which is a condition by itself or compared with true or false."""
        found = Contains(member, text)
        if not (same := self._takes("eq")) and not self._takes("ne"):
            return found
        if not (wanted := self._takes("true")) and not self._takes("false"):
            raise self._unexpected("true or false")
        return found if wanted is same else Not(found)

    def _place(self, member: str, text: str) -> Condition:
        return Place(member, text, self._operator(), self._number())

    def _member(self) -> str:
        known = self._members.get(self._next.text.lower())
        quoted = self._next.kind == "string"
        if self._next.kind not in ("name", "string") or known is None or known.startswith("@") is not quoted:
            raise self._unexpected(f"a member ({', '.join(sorted(self._members.values()))})")
        self._take()
        return known

    def _operator(self) -> str:
        if self._next.kind != "name" or self._next.text.lower() not in _OPERATORS:
            raise self._unexpected(f"a comparison ({', '.join(_OPERATORS)})")
        return _OPERATORS[self._take().text.lower()]
