"""The filter of device groups: `SELECT * FROM devices WHERE $template = "dtmi:…" AND $provisioned = true`.

    filter      = SELECT * FROM devices [ WHERE either ]
    either      = conditions with AND, OR, NOT and parentheses (see `logic`)
    test        = CONTAINS ( member , string ) | member operator value
    operator    = "=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">="
    member      = $template | $provisioned | $simulated | $id | $displayName | property | component.property

Keywords are taken in any case.
"""

from __future__ import annotations

import msgspec

from iotcentral.emulator.language.lexer import LanguageError, tokens_of
from iotcentral.emulator.language.logic import Logic
from iotcentral.emulator.language.syntax import All, Comparison, Condition, Contains

__all__ = ["MEMBERS", "Filter", "parse_filter", "quoted"]

MEMBERS = ("$template", "$provisioned", "$simulated", "$id", "$displayName")
OPERATORS = {"=": "=", "==": "=", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


class Filter(msgspec.Struct, frozen=True):
    """A whole filter; without a condition it takes every device."""

    condition: Condition | None

    @property
    def template(self) -> str | None:
        """The template that every device of the filter has, where that can be told."""
        parts = self.condition.conditions if isinstance(self.condition, All) else (self.condition,)
        for part in parts:
            if isinstance(part, Comparison) and (part.member, part.operator) == ("$template", "="):
                return part.value if isinstance(part.value, str) else None
        return None


def parse_filter(text: str) -> Filter:
    """Read a filter.

    Raises:
        LanguageError: naming what was expected, and the position.

    """
    return _Parser(tokens_of(text, "escaped")).filter()


def quoted(text: str) -> str:
    """Write a text as a string of the language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Parser(Logic):
    def filter(self) -> Filter:
        for keyword in ("SELECT", "*", "FROM", "devices"):
            self._expect(keyword)
        condition = self._either() if self._takes("WHERE") else None
        if self._next.kind != "end":
            raise self._unexpected("AND, OR or the end" if condition else "WHERE or the end")
        return Filter(condition)

    def _test(self) -> Condition:
        return self._contains() if self._takes("CONTAINS") else self._comparison()

    def _contains(self) -> Contains:
        self._expect("(")
        member = self._member()
        self._expect(",")
        text = self._string()
        self._expect(")")
        return Contains(member, text)

    def _comparison(self) -> Comparison:
        member = self._member()
        if self._next.text not in OPERATORS or self._next.kind != "sign":
            raise self._unexpected("a comparison")
        operator = OPERATORS[self._take().text]
        return Comparison(member, operator, self._value())

    def _member(self) -> str:
        if self._next.kind != "name":
            raise self._unexpected("a member")
        if not self._next.text.startswith("$"):
            return self._take().text
        known = {name.lower(): name for name in MEMBERS}.get(self._next.text.lower())
        if known is None:
            raise LanguageError(f"Unknown member {self._next.text!r}", self._next.position)
        self._take()
        return known
