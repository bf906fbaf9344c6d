"""The filter of device groups: `SELECT * FROM devices WHERE $template = "dtmi:…" AND $provisioned = true`.

    filter      = SELECT * FROM devices [ WHERE either ]
    either      = both { OR both }
    both        = single { AND single }
    single      = NOT single | ( either ) | CONTAINS ( member , string ) | member operator value
    operator    = "=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">="
    value       = string | number | true | false
    member      = $template | $provisioned | $simulated | $id | $displayName | property | component.property

Keywords are taken in any case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from iotcentral.emulator.language.lexer import LanguageError, Token, tokens_of

__all__ = [
    "MEMBERS",
    "All",
    "Comparison",
    "Condition",
    "Contains",
    "Either",
    "Filter",
    "Not",
    "Value",
    "parse_filter",
    "quoted",
]

Value: TypeAlias = str | int | float | bool

MEMBERS = ("$template", "$provisioned", "$simulated", "$id", "$displayName")
OPERATORS = {"=": "=", "==": "=", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
CONDITION_LIMIT = 100
_DEPTH_LIMIT = 32
_LONGEST_NUMBER = 64


class Comparison(msgspec.Struct, frozen=True, tag=True):
    """A member compared with a value."""

    member: str
    operator: str
    """One of `= != < <= > >=`."""
    value: Value


class Contains(msgspec.Struct, frozen=True, tag=True):
    """A text that is somewhere in a member's, upper and lower case being the same."""

    member: str
    text: str


class Not(msgspec.Struct, frozen=True, tag=True):
    """The opposite of a condition."""

    condition: Condition


class All(msgspec.Struct, frozen=True, tag=True):
    """Conditions that hold together."""

    conditions: tuple[Condition, ...]


class Either(msgspec.Struct, frozen=True, tag=True):
    """Conditions of which one holds."""

    conditions: tuple[Condition, ...]


Condition: TypeAlias = Comparison | Contains | Not | All | Either


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
    return _Parser(text).filter()


def quoted(text: str) -> str:
    """Write a text as a string of the language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens: Iterator[Token] = tokens_of(text)
        self._next = next(self._tokens)
        self._depth = 0
        self._conditions = 0

    def filter(self) -> Filter:
        for keyword in ("SELECT", "*", "FROM", "DEVICES"):
            self._expect(keyword)
        condition = self._either() if self._takes("WHERE") else None
        if self._next.kind != "end":
            raise self._unexpected("AND, OR or the end" if condition else "WHERE or the end")
        return Filter(condition)

    def _either(self) -> Condition:
        found = [self._both()]
        while self._takes("OR"):
            found.append(self._both())
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _both(self) -> Condition:
        found = [self._single()]
        while self._takes("AND"):
            found.append(self._single())
        return found[0] if len(found) == 1 else All(tuple(found))

    def _single(self) -> Condition:
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise LanguageError("Conditions nest too deep", self._next.position)
        condition = self._one()
        self._depth -= 1
        return condition

    def _one(self) -> Condition:
        if self._takes("NOT"):
            return Not(self._single())
        if self._takes("("):
            inner = self._either()
            self._expect(")")
            return inner
        self._conditions += 1
        if self._conditions > CONDITION_LIMIT:
            raise LanguageError(f"More than {CONDITION_LIMIT} conditions", self._next.position)
        return self._contains() if self._takes("CONTAINS") else self._comparison()

    def _contains(self) -> Contains:
        self._expect("(")
        member = self._member()
        self._expect(",")
        if self._next.kind != "string":
            raise self._unexpected("a string")
        text = self._take().text
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

    def _value(self) -> Value:
        kind, text = self._next.kind, self._next.text
        if kind == "string":
            return self._take().text
        if kind == "number" and len(text) <= _LONGEST_NUMBER:
            self._take()
            return json.loads(text) if _is_json(text) else float(text)
        if kind == "name" and text.lower() in ("true", "false"):
            return self._take().text.lower() == "true"
        raise self._unexpected("a value")

    def _take(self) -> Token:
        taken = self._next
        if taken.kind != "end":
            self._next = next(self._tokens)
        return taken

    def _takes(self, keyword: str) -> bool:
        found = self._next.kind in ("name", "sign") and self._next.text.upper() == keyword
        if found:
            self._take()
        return found

    def _expect(self, keyword: str) -> None:
        if not self._takes(keyword):
            raise self._unexpected("devices" if keyword == "DEVICES" else keyword)

    def _unexpected(self, wanted: str) -> LanguageError:
        found = "the end" if self._next.kind == "end" else repr(self._next.text)
        return LanguageError(f"Expected {wanted}, found {found}", self._next.position)


def _is_json(text: str) -> bool:
    return not text.removeprefix("-").startswith("0") or text.removeprefix("-")[1:2] in ("", ".", "e", "E")
