"""The part of the grammar that all conditions share: `and`, `or`, `not`, parentheses, values, limits.

    either = both { OR both }
    both   = single { AND single }
    single = NOT single | ( either ) | test
    value  = string | number | true | false

Keywords are taken in any case.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator

from iotcentral.emulator.language.lexer import LanguageError, Token
from iotcentral.emulator.language.syntax import All, Condition, Either, Not, Value

__all__ = ["CONDITION_LIMIT", "Logic"]

CONDITION_LIMIT = 100
_DEPTH_LIMIT = 32
_LONGEST_NUMBER = 64


class Logic(ABC):
    """Reads conditions from tokens; what stands in one is each language's own."""

    def __init__(self, tokens: Iterator[Token]) -> None:
        self._tokens = tokens
        self._next = next(self._tokens)
        self._depth = 0
        self._conditions = 0

    @abstractmethod
    def _test(self) -> Condition:
        """Read what has neither `and`, `or`, `not` nor parentheses around it."""

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
        if self._takes("("):
            inner = self._either()
            self._expect(")")
            return inner
        self._conditions += 1
        if self._conditions > CONDITION_LIMIT:
            raise LanguageError(f"More than {CONDITION_LIMIT} conditions", self._next.position)
        return self._test()

    def _value(self) -> Value:
        kind, text = self._next.kind, self._next.text
        if kind == "string":
            return self._take().text
        if kind == "number" and len(text) <= _LONGEST_NUMBER:
            return self._number()
        if kind == "name" and text.lower() in ("true", "false"):
            return self._take().text.lower() == "true"
        raise self._unexpected("a value")

    def _number(self) -> int | float:
        if self._next.kind != "number" or len(self._next.text) > _LONGEST_NUMBER:
            raise self._unexpected("a number")
        text = self._take().text
        found: int | float = json.loads(text) if _is_json(text) else float(text)
        return found

    def _string(self) -> str:
        if self._next.kind != "string":
            raise self._unexpected("a string")
        return self._take().text

    def _take(self) -> Token:
        taken = self._next
        if taken.kind != "end":
            self._next = next(self._tokens)
        return taken

    def _takes(self, keyword: str) -> bool:
        found = self._next.kind in ("name", "sign") and self._next.text.lower() == keyword.lower()
        if found:
            self._take()
        return found

    def _expect(self, keyword: str) -> None:
        if not self._takes(keyword):
            raise self._unexpected(keyword)

    def _unexpected(self, wanted: str) -> LanguageError:
        found = "the end" if self._next.kind == "end" else repr(self._next.text)
        return LanguageError(f"Expected {wanted}, found {found}", self._next.position)


def _is_json(text: str) -> bool:
    digits = text.removeprefix("-")
    return not digits.startswith("0") or digits[1:2] in ("", ".", "e", "E")
