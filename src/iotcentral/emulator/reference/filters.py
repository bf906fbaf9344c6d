"""The condition of a device list, `simulated eq true`; the document gives no grammar, so this is ours.

either   = both { or both }
both     = single { and single }
single   = not single | ( either ) | member operator value
operator = eq | ne | gt | ge | lt | le
value    = 'string' | number | true | false
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from iotcentral.emulator.language.filters import All, Comparison, Condition, Either, Not, Value
from iotcentral.emulator.language.lexer import LanguageError, Token, tokens_of

__all__ = ["parse_condition"]

_OPERATORS = MappingProxyType({"eq": "=", "ne": "!=", "gt": ">", "ge": ">=", "lt": "<", "le": "<="})
_MEMBERS = ("id", "displayName", "template", "simulated", "provisioned", "enabled")
_DEPTH_LIMIT = 32


def parse_condition(text: str) -> Condition:
    """Read a condition.

    Raises:
        LanguageError: naming what was expected, and the position.

    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens: Iterator[Token] = tokens_of(text)
        self._next = next(self._tokens)
        self._depth = 0

    def whole(self) -> Condition:
        condition = self._either()
        if self._next.kind != "end":
            raise self._unexpected("and, or or the end")
        return condition

    def _either(self) -> Condition:
        found = [self._both()]
        while self._takes("or"):
            found.append(self._both())
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _both(self) -> Condition:
        found = [self._single()]
        while self._takes("and"):
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
        if self._takes("not"):
            return Not(self._single())
        if not self._takes("("):
            return self._comparison()
        condition = self._either()
        if not self._takes(")"):
            raise self._unexpected(")")
        return condition

    def _comparison(self) -> Comparison:
        member = self._one_of({name.lower(): name for name in _MEMBERS}, "a member of a device")
        sign = self._one_of(_OPERATORS, "a comparison")
        return Comparison(member, sign, self._value())

    def _value(self) -> Value:
        token = self._take()
        if token.kind == "string":
            return token.text
        if token.kind == "name" and token.text.lower() in ("true", "false"):
            return token.text.lower() == "true"
        if token.kind == "number":
            return float(token.text)
        raise _unexpected(token, "a value")

    def _one_of(self, known: MappingProxyType[str, str] | dict[str, str], wanted: str) -> str:
        token = self._take()
        if token.kind != "name" or token.text.lower() not in known:
            raise _unexpected(token, wanted)
        return known[token.text.lower()]

    def _takes(self, keyword: str) -> bool:
        found = self._next.kind in ("name", "sign") and self._next.text.lower() == keyword
        if found:
            self._take()
        return found

    def _take(self) -> Token:
        taken = self._next
        if taken.kind != "end":
            self._next = next(self._tokens)
        return taken

    def _unexpected(self, wanted: str) -> LanguageError:
        return _unexpected(self._next, wanted)


def _unexpected(token: Token, wanted: str) -> LanguageError:
    found = "the end" if token.kind == "end" else repr(token.text)
    return LanguageError(f"Expected {wanted}, found {found}", token.position)
